"""Every mistake an editor can make in an SOP, and the line the editor reads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros.portal import load_portal
from macros.problems import ContentError
from tests.conftest import EXAMPLE, ROOT, Change, run_module


def problems_of(project: Path) -> list[str]:
    """What the checker says of a project folder."""
    try:
        load_portal(project)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def line_of(text: str, project: Path) -> int:
    """The line of the example on which a text stands."""
    lines = (project / EXAMPLE).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_the_example_to_copy_is_right(project: Path) -> None:
    """What editors copy has no mistake."""
    assert problems_of(project) == []


MISTAKES = [
    # (text of the example, what it becomes, text on the reported line, the rest of the line as the editor reads it)
    ("    tertulis: Kadis", "    tertuls: Kadis", "tertuls:", 'pelaksana[3].tertuls: kunci ini tidak dikenal. Maksud Anda "tertulis"?'),
    ("    tertulis: Kadis", "    warna: biru", "warna:", "pelaksana[3].warna: kunci ini tidak dikenal. Yang dikenal: id, tertulis."),
    ("    waktu: 5 menit", "    wktu: 5 menit", "wktu:", 'langkah[1].wktu: kunci ini tidak dikenal. Maksud Anda "waktu"?'),
    ("peringatan:\n  - Surat", "peringatan: Surat", "peringatan:", 'peringatan: seharusnya daftar (butir diawali "- "), bukan "Surat yang terlambat dijawab menunda pelayanan.".'),
    ("pembuatan: 2026-01-05", "pembuatan: 5 Januari 2026", "5 Januari", 'tanggal.pembuatan: "5 Januari 2026" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("pembuatan: 2026-01-05", "pembuatan: 2026-02-30", "02-30", 'tanggal.pembuatan: "2026-02-30" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("efektif: 2026-01-12", "efektif: 2025-12-31", "2025-12-31", "tanggal.efektif: 2025-12-31 mendahului tanggal pembuatan 2026-01-05. Periksa kedua tanggal."),
    ("tanda_tangan: belum", "tanda_tangan: basah", "basah", 'disahkan.tanda_tangan: "basah" bukan pilihan yang ada. Pilihannya: ttd, elektronik, belum.'),
    ("kegiatan: Menyerahkan surat permohonan #", "kegiatan: #", "kegiatan: #", "langkah[1].kegiatan: nilainya kosong; isi, atau hapus barisnya bila memang tidak ada."),
    ("bidang: ikp", "bidang: ikpp", "bidang:", 'bidang: "ikpp" bukan bidang Diskominfo-SP Polewali Mandar. Maksud Anda "ikp"? Yang terdaftar: ikp, tip, statistik.'),
    ("peraturan: uu-14-2008", "peraturan: uu-14-2009", "uu-14-2009", 'dasar_hukum[1].peraturan: "uu-14-2009" tidak ada di register peraturan. Maksud Anda "uu-14-2008"?'),
    ("sop: polewali-mandar/04", "sop: polewali-mandar/05", "mandar/05", 'keterkaitan[1].sop: tidak ada SOP "polewali-mandar/05". Maksud Anda "polewali-mandar/04"?'),
    ("sop: polewali-mandar/04", "sop: polewali-mandar/99", "mandar/99", "keterkaitan[1].sop: SOP ini dikaitkan dengan dirinya sendiri."),
    ("sop: polewali-mandar/04", "sop: SOP 4", "sop: SOP", 'keterkaitan[1].sop: "SOP 4" salah bentuk: id SOP berbentuk instansi/nomor, misalnya polewali-mandar/03.'),
    ("    pelaksana: [pemohon]", "    pelaksana: [pemohn]", "[pemohn]", 'langkah[1].pelaksana[1]: "pemohn" bukan pelaksana SOP ini. Maksud Anda "pemohon"? Kolomnya: pemohon, pengadministrasi-umum, kepala-dinas.'),
    ("    pelaksana: [pemohon]", "    pelaksana: [pemohon, pemohon]", "[pemohon, pemohon]", 'langkah[1].pelaksana[2]: "pemohon" ditulis dua kali pada langkah ini.'),
    ("    pelaksana: [pemohon]", "    pelaksana: []", "pelaksana: []", "langkah[1].pelaksana: daftarnya kosong; isi paling sedikit satu butir."),
    ("  - no: 3", "  - no: tiga", "no: tiga", 'langkah[3].no: "tiga" salah bentuk: nomor langkah berupa angka, boleh diikuti satu huruf, misalnya 6 atau 6b.'),
    ("ke: 1, label: Tidak lengkap", "ke: 9, label: Tidak lengkap", "ke: 9", 'langkah[2].berikutnya[2].ke: tidak ada langkah "9". Nomor langkah SOP ini: 1, 2, 3.'),
    ("      - { ke: 1, label: Tidak lengkap } # kembali ke langkah 1\n", "", "berikutnya:\n", "langkah[2].berikutnya: keputusan memerlukan paling sedikit dua jalan keluar, misalnya Ya dan Tidak."),
    ("ke: 1, label: Tidak lengkap", "ke: 1", "{ ke: 1 }", "langkah[2].berikutnya[2]: jalan keluar keputusan tanpa label, misalnya Ya atau Tidak."),
    ("label: Tidak lengkap", "label: Lengkap", "ke: 1, label", 'langkah[2].berikutnya[2].label: label "Lengkap" dipakai dua kali pada keputusan ini.'),
    ("ke: 1, label: Tidak lengkap", "ke: 3, label: Tidak lengkap", "berikutnya:\n", "langkah[2].berikutnya: dua jalan keluar keputusan menuju langkah yang sama."),
    ("    jenis: keputusan #", "    #", "berikutnya:\n", 'langkah[2].berikutnya: lebih dari satu jalan keluar. Tambahkan "jenis: keputusan", atau sisakan satu.'),
    ("    jenis: keputusan", "    jenis: pilihan", "jenis: pilihan", 'langkah[2].jenis: "pilihan" bukan pilihan yang ada. Pilihannya: keputusan.'),
    ("jabatan: Kepala Dinas", "jabatan: Kepala Dinas NIP 19700101 199001 1 001", "jabatan:", "memuat NIP. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("- Buku agenda", "- Buku agenda 7604011503850001", "Buku agenda 7", "memuat NIK. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("nomor: 00/CONTOH/2026", "# 19700101.199001-1-001\nnomor: 00/CONTOH/2026", "# 1970", "memuat NIP. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("- Buku agenda", "- Buku agenda 7604 0115 0385 0001", "Buku agenda 7", "memuat NIK. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("pembuatan: 2026-01-05", "pembuatan: 1577836800", "157783", 'tanggal.pembuatan: "1577836800" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("pembuatan: 2026-01-05", "pembuatan: 20260105", "20260105", 'tanggal.pembuatan: "20260105" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("Menyerahkan surat permohonan", "Menyerahkan surat di Ruang #4 lantai 2", "Ruang", 'langkah[1].kegiatan: teks sesudah " #" dianggap komentar dan hilang. Apit seluruh teks dengan tanda kutip.'),
    ("    waktu: 5 menit", "    '[key]': 5 menit", "[key]", "langkah[1].[key]: kunci ini tidak dikenal. Yang dikenal: no, no_tertulis, kegiatan, pelaksana, jenis, berikutnya, kelengkapan, waktu, output, keterangan, syarat_terbit, disimpulkan."),
    ("nomor: 00/CONTOH/2026 #", "#", "nomor:", "nomor: wajib ada, tetapi tidak ditulis."),
    ("dokumen: sop-2019", "dokumen: sop-2018", "sop-2018", 'sumber.dokumen: "sop-2018" bukan dokumen sumber Diskominfo-SP Polewali Mandar. Maksud Anda "sop-2019"? Yang terdaftar: sop-2019.'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "where", "message"), MISTAKES, ids=[case[3].split(":")[0][:40] for case in MISTAKES]
)
def test_one_mistake_is_one_line(change: Change, old: str, new: str, where: str, message: str) -> None:
    """One mistake gives exactly one problem: file, line, place, value, and what would be right."""
    project = change(old, new)
    if message.endswith("tidak ditulis."):
        line = line_of("nama:", project)  # the first key: where the whole record begins
    elif where.endswith("\n"):
        line = line_of(where.strip(), project)
    else:
        line = line_of(where, project)
    assert problems_of(project) == [f"{EXAMPLE}:{line}: {message}"]


def test_unregistered_column_is_told_with_the_steps_that_miss_it(change: Change) -> None:
    """A misspelt column is told at the column and at each step that names it rightly."""
    project = change("  - id: pemohon", "  - id: pemohn")
    assert problems_of(project) == [
        f'{EXAMPLE}:{line_of("id: pemohn", project)}: pelaksana[1].id: "pemohn" tidak ada di register pelaksana. '
        'Maksud Anda "pemohon"?',
        f'{EXAMPLE}:{line_of("[pemohon]", project)}: langkah[1].pelaksana[1]: "pemohon" bukan pelaksana SOP ini. '
        'Maksud Anda "pemohn"? Kolomnya: pemohn, pengadministrasi-umum, kepala-dinas.',
    ]


def test_unreachable_step(change: Change) -> None:
    """A step that nothing leads to is told."""
    project = change("      - { ke: 3, label: Lengkap }", "      - { ke: selesai, label: Lengkap }")
    assert problems_of(project) == [
        f"{EXAMPLE}:{line_of('- no: 3', project)}: langkah[3]: langkah 3 tidak dapat dicapai dari langkah pertama. "
        "Arahkan sebuah langkah kepadanya."
    ]


def test_loop_without_way_out(change: Change) -> None:
    """Steps that can never end are told together."""
    project = change("    waktu: 1-2 hari", "    waktu: 1-2 hari\n    berikutnya: [{ ke: 2 }]")
    assert problems_of(project) == [
        f"{EXAMPLE}:{line_of('- no: 1', project)}: langkah[1]: langkah 1, 2, 3 berputar tanpa jalan menuju selesai. "
        "Beri salah satunya jalan keluar."
    ]


def test_step_number_used_twice(change: Change) -> None:
    """A repeated number gets the advice how to write it."""
    project = change("  - no: 3", "  - no: 2")
    assert (
        f"{EXAMPLE}:{line_of('Menandatangani', project) - 1}: langkah[3].no: nomor 2 sudah dipakai. "
        "Tulis 2b, dan nomor yang tercetak pada no_tertulis."
    ) in problems_of(project)


def test_same_id_twice(project: Path) -> None:
    """Two files with one number are told, with the advice to use a letter."""
    twin = project / "sop_data/polewali-mandar/99-kembaran.yml"
    shutil.copy(project / EXAMPLE, twin)
    assert problems_of(project) == [
        "sop_data/polewali-mandar/99-kembaran.yml:1: id polewali-mandar/99 sudah dipakai "
        f"{EXAMPLE}. Ganti nomor di nama berkas, misalnya 99b-….yml."
    ]


def test_file_name_without_number(project: Path) -> None:
    """A file whose name is not number-name is told, not skipped."""
    (project / EXAMPLE).rename(project / "sop_data/polewali-mandar/Contoh SOP.yaml")
    assert [problem.split(": ")[1] for problem in problems_of(project)] == ["nama berkas salah bentuk. Tulis nomor, tanda hubung, nama singkat lalu \".yml\", misalnya 03-pengelolaan-website.yml."]  # fmt: skip


def test_file_beside_the_folders_is_not_overlooked(project: Path) -> None:
    """An SOP saved one level too high is told; the annotated example may lie there."""
    shutil.copy(project / EXAMPLE, project / "sop_data/31-sop-baru.yml")
    shutil.copy(project / EXAMPLE, project / "sop_data/contoh.yml")
    assert problems_of(project) == [
        "sop_data/31-sop-baru.yml:1: berkas SOP diletakkan di folder instansinya, misalnya sop_data/mamuju/."
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "halo\n", "[]\n"])
def test_file_that_is_no_record(project: Path, text: str) -> None:
    """A file that holds a list or a bare text is told as such."""
    (project / EXAMPLE).write_text(text, encoding="utf-8")
    (problem,) = problems_of(project)
    assert problem.startswith(f"{EXAMPLE}:1: seharusnya susunan kunci: nilai, bukan ")


def test_folder_that_is_no_office(project: Path) -> None:
    """A folder that the register does not know is told."""
    (project / "sop_data/polewali-mandar").rename(project / "sop_data/polewali-mander")
    assert (
        'folder "polewali-mander" bukan id instansi di register. Maksud Anda "polewali-mandar"?'
        in problems_of(project)[0]
    )


@pytest.mark.parametrize("name", ["instansi", "pelaksana", "peraturan"])
def test_missing_register(project: Path, name: str) -> None:
    """A register that is gone is one problem; the SOPs are not blamed for it."""
    (project / f"sop_data/register/{name}.yml").unlink()
    assert problems_of(project) == [f"sop_data/register/{name}.yml:1: berkas tidak ada."]


def test_register_rules(project: Path) -> None:
    """Repeated ids, and a status without evidence, are told in the registers too."""
    actors = project / "sop_data/register/pelaksana.yml"
    actors.write_text(actors.read_text(encoding="utf-8") + "  - {id: bps, nama: Badan Pusat Statistik}\n", "utf-8")
    regulations = project / "sop_data/register/peraturan.yml"
    regulations.write_text(
        regulations.read_text(encoding="utf-8")
        + "- {id: uu-1-2030, jenis: Undang-Undang, nomor: '1', tahun: 2030, judul: Contoh, status: dicabut, keyakinan: rendah}\n",
        "utf-8",
    )
    messages = [problem.split(": ", 1)[1] for problem in problems_of(project)]
    assert next(message for message in messages if "bps" in message).startswith("pelaksana[")
    assert sum('status "dicabut" tanpa' in message for message in messages) == 2


def test_what_changed_a_regulation_keeps_its_rules(project: Path) -> None:
    """A later regulation is later, exists where it is named by id, and does what the status says; one line each."""
    file = project / "sop_data/register/peraturan.yml"
    text = file.read_text(encoding="utf-8")
    old = "{nama: PP 71/2019, tahun: 2019, akibat: mencabut, peraturan: pp-71-2019}"
    assert text.count(old) == 1
    file.write_text(
        text.replace(old, "{nama: PP 71/2009, tahun: 2009, akibat: mengubah, peraturan: pp-71-2091}"), "utf-8"
    )
    assert [problem.split(": ", 2)[2] for problem in problems_of(project)] == [
        'status "dicabut" tanpa "oleh" yang mencabut. Tulis peraturannya.',
        '"pp-71-2091" tidak ada di register peraturan. Maksud Anda "pp-71-2019"?',
        "2009 mendahului peraturan yang diubahnya (2012).",
    ]


def test_everything_wrong_is_told_at_once(project: Path) -> None:
    """The fixture with many mistakes: every one is in the report, in the order of its lines."""
    shutil.copy(ROOT / "tests/data/semua-salah.yml", project / EXAMPLE)
    expected = (ROOT / "tests/data/semua-salah.txt").read_text(encoding="utf-8").splitlines()
    assert problems_of(project) == expected


def test_checker_exits_with_one_and_no_traceback(project: Path) -> None:
    """The command line tells mistakes on standard output, their number on standard error, and fails."""
    shutil.copy(ROOT / "tests/data/semua-salah.yml", project / EXAMPLE)
    result = run_module("macros", "--akar", str(project), "periksa")
    expected = (ROOT / "tests/data/semua-salah.txt").read_text(encoding="utf-8").splitlines()
    assert (result.returncode, result.stdout.splitlines()) == (1, expected)
    assert result.stderr == f"\n{len(expected)} kesalahan.\n"


def test_checker_speaks_json(project: Path) -> None:
    """Machines get the same problems as JSON."""
    shutil.copy(ROOT / "tests/data/semua-salah.yml", project / EXAMPLE)
    result = run_module("macros", "--akar", str(project), "periksa", "--format", "json")
    problems = json.loads(result.stdout)
    assert result.returncode == 1
    assert set(problems[0]) == {"berkas", "baris", "bagian", "pesan"}
    assert len(problems) == len((ROOT / "tests/data/semua-salah.txt").read_text(encoding="utf-8").splitlines())


def test_right_content_exits_with_zero(project: Path) -> None:
    """Right content is said to be right, with what was counted; as JSON it is an empty list."""
    result = run_module("macros", "--akar", str(project), "periksa")
    assert (result.returncode, result.stdout.split(":")[0]) == (0, "Tidak ada kesalahan")
    assert json.loads(run_module("macros", "--akar", str(project), "periksa", "--format", "json").stdout) == []


def test_wrong_usage_exits_with_two() -> None:
    """An unknown command is told by its usage."""
    assert run_module("macros", "perbaiki").returncode == 2
