"""Every mistake in the services' data, and the line the editor reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.layanan.content import load_layanan
from macros.portal import Portal
from tests.conftest import ROOT
from tests.layanan.conftest import Problems, replace

SERVICE = "layanan/mamuju-ruang-server.yml"
GUIDE = "aduan/panduan.yml"
FORM = "survei/kuesioner.yml"

MISTAKES = [
    # (file, text, what it becomes, the line as the editor reads it, without the file's name and without the line's number)
    (SERVICE, "sop: mamuju/10", "sop: mamuju/014", 'sop: tidak ada SOP "mamuju/014". Maksud Anda "mamuju/04"?'),
    (SERVICE, "golongan: tamu", "golongan: tam", 'peminta[1].golongan: "tam" tidak ada di layanan_data/golongan.yml. Maksud Anda "tamu"?'),
    (SERVICE, "[pengunjung]", "[pengunjug]", 'pelaksana[1]: "pengunjug" bukan pelaksana SOP mamuju/10. Maksud Anda "pengunjung"? Kolomnya: pengunjung, kepala-dinas, kabid-aptika, pelaksana-teknis.'),
    (SERVICE, "    - teks: Izin", "    - langkah: 9\n      teks: Izin", "hasil.butir[1]: tertulis langkah dan teks. Tulis tepat satu: langkah, peralatan, atau teks."),
    (SERVICE, "  peralatan: 1\n", "  peralatan: 4\n", "formulir.peralatan: SOP mamuju/10 hanya punya 3 butir peralatan, bukan 4."),
    (SERVICE, "  peralatan: 1\n", "  langkah: 8\n", 'formulir.langkah: SOP mamuju/10 tidak punya langkah "8". Nomor langkahnya: 1, 2, 3, 4, 5, 6, 7.'),
    (SERVICE, "  peralatan: 1\n", "  peralatan: 1\n  langkah: 1\n", "formulir: tulis tepat satu tempat SOP menyebut formulirnya: langkah atau peralatan."),
    (SERVICE, "lembar: ya", "lembar: boleh", 'formulir.lembar: "boleh" bukan pilihan yang ada. Pilihannya: ya, tidak.'),
    (SERVICE, "ringkasan:", "rigkasan:", 'rigkasan: kunci ini tidak dikenal. Maksud Anda "ringkasan"?'),
    (SERVICE, "kata: [", "kata: [0812-3456-7890, ", "memuat nomor telepon pribadi; pakai nomor kantor, misalnya (0428) dan nomornya, atau hapus."),
    ("layanan/mamuju-sertifikat-elektronik.yml", "    - langkah: 10", "    - { langkah: 10, bagian: keterangn }", 'hasil.butir[1].bagian: "keterangn" bukan pilihan yang ada. Maksud Anda "keterangan"? Pilihannya: kegiatan, kelengkapan, output, keterangan.'),
    ("layanan/mamuju-sound-system.yml", "    - langkah: 4", "    - langkah: 1", "hasil.butir[1].langkah: output langkah 1 SOP mamuju/15 kosong. Yang terisi: kegiatan."),
    ("layanan/mamuju-sound-system.yml", "golongan: warga", "golongan: perangkat-daerah", 'peminta[2].golongan: "perangkat-daerah" ditulis dua kali; hapus salah satu.'),
    ("golongan.yml", "    nama: Tamu kantor\n", "    nama: Tamu kantor\n  - id: tamu\n    nama: Tamu lain\n", 'golongan[7].id: "tamu" sudah dipakai. Ganti salah satu.'),
    (GUIDE, "    paling_lama: 14", "    paling_lama: 15", "jangka_waktu[4].paling_lama: langkah 4 SOP mamuju/11b tidak menyebut 15 hari. Yang disebut: 60 hari, 14 hari, 5 hari."),
    (GUIDE, "- sop: mamuju/11b", "- sop: mamuju/11c", 'sop[3].sop: tidak ada SOP "mamuju/11c". Maksud Anda "mamuju/11"?'),
    (GUIDE, "langkah: 1, bagian: keterangan", "langkah: 11, bagian: keterangan", 'siapkan[2].langkah: SOP polewali-mandar/08 tidak punya langkah "11". Nomor langkahnya: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.'),
    (GUIDE, "langkah: 10, bagian: output", "langkah: 4, bagian: waktu", 'terima[2].bagian: "waktu" bukan pilihan yang ada. Pilihannya: kegiatan, kelengkapan, output, keterangan.'),
    (GUIDE, "    satuan: hari kerja\n    sumber: [lapor-tanya-jawab]", "    satuan: hari kerja\n    sumber: [lapor-tanya]", 'jangka_waktu[1].sumber[1]: "lapor-tanya" tidak ada pada sumber. Maksud Anda "lapor-tanya-jawab"?'),
    (GUIDE, "    satuan: hari kerja\n    sumber: [lapor-tanya-jawab]", "    satuan: hari kerja", "jangka_waktu[1]: jangka waktu tanpa SOP dan tanpa sumber. Tulis salah satu."),
    (FORM, "    langkah: 7", "    langkah: 8", 'sop[1].langkah: SOP polewali-mandar/03 tidak punya langkah "8". Nomor langkahnya: 1, 2, 3, 4, 5, 6, 7.'),
    (FORM, "mulai: 76.61", "mulai: 76.71", "mutu[3].sampai: 76.60 tidak menyambung; seharusnya 76.70."),
    (FORM, "mulai: 25.00", "mulai: 20.00", "mutu: mutu terakhir mulai 20.00; seharusnya 25.00."),
    (FORM, "jawaban: [Buruk, Cukup, Baik, Sangat baik]", "jawaban: [Buruk, Baik]", "unsur[8].jawaban: 2 jawaban; tulis 4, dari nilai 1 ke 4."),
    (FORM, "  - id: usia", "  - id: waktu", 'profil[2].id: "waktu" sudah dipakai. Ganti salah satu.'),
    (FORM, "    sumber: [barito-timur, pontianak]", "", 'ketentuan[8]: tanpa sumber. Tulis sumbernya, atau keadaan: "belum diverifikasi".'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), MISTAKES, ids=[m[3][:40] for m in MISTAKES])
def test_each_mistake_is_told_in_one_line(
    folder: Path, problems: Problems, name: str, old: str, new: str, expected: str
) -> None:
    """File, line, and what would be right."""
    file = folder / "layanan_data" / name
    replace(file, old, new)
    told = problems()
    places = [line.split(":", 2) for line in told]
    assert [place[0] for place in places] == [name] * len(told)
    assert expected in [place[2].strip() for place in places], told
    lines = file.read_text(encoding="utf-8").count("\n")
    assert all(1 <= int(place[1]) <= lines for place in places)


def test_all_mistakes_are_told_at_once(folder: Path, problems: Problems) -> None:
    """A wrong service, a wrong guide and a wrong questionnaire in one go."""
    for name, old, new, _ in (MISTAKES[0], MISTAKES[14], MISTAKES[20]):
        replace(folder / "layanan_data" / name, old, new)
    assert [line.split(":")[0] for line in problems()] == [GUIDE, SERVICE, FORM]


def test_own_words_need_a_reason(folder: Path, problems: Problems) -> None:
    """And a place in the SOP needs none of its own."""
    text = (folder / "layanan_data" / SERVICE).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in text if not line.startswith("      alasan:")]
    (folder / "layanan_data" / SERVICE).write_text("".join(kept), encoding="utf-8")
    assert problems() == [
        f"{SERVICE}:14: hasil.butir[1]: kata sendiri tanpa alasan. Tulis alasan: mengapa tidak memakai kata SOP."
    ]


def test_addresses_of_other_pages_are_no_services(folder: Path, problems: Problems) -> None:
    """/layanan/aduan/ is taken."""
    (folder / "layanan_data/layanan/aduan.yml").write_bytes((folder / "layanan_data" / SERVICE).read_bytes())
    assert problems() == [
        "layanan/aduan.yml:2: nama berkas aduan.yml dipakai halaman /layanan/aduan/. Ganti nama berkasnya."
    ]


def test_the_real_data_and_the_samples_have_no_mistakes(portal: Portal) -> None:
    """Both, whichever is shown."""
    assert not load_layanan(ROOT, portal).contoh
    assert load_layanan(ROOT, portal, samples=True).contoh
