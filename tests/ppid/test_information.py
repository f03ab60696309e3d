"""Entries of the Daftar Informasi Publik: what is accepted, what a mistake is answered with, what is noteworthy."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from bench.samples import pdf
from macros.portal import Portal
from macros.ppid.content import Ppid, load_ppid
from macros.ppid.findings import RULES, all_findings, findings_of, months_later
from macros.ppid.section import PpidSection
from macros.problems import ContentError
from tests.conftest import ROOT, TODAY

RIGHT = """judul: Contoh laporan
ringkasan: Contoh isi.
kategori: berkala
perangkat_daerah: dinas-kesehatan
penanggung_jawab: Kepala Dinas
dibuat: { waktu: Maret 2026, tempat: Polewali }
bentuk: softcopy
retensi: 5 tahun
tahun: 2026
status: terbit
terbit: 2026-06-01
lisensi: CC BY 4.0
tautan: { url: http://contoh.go.id/a.pdf }
"""
HOME = "ppid_data/informasi"


def write(root: Path, **entries: str) -> Path:
    """A project folder with these entries, by id."""
    home = root / HOME
    home.mkdir(parents=True, exist_ok=True)
    for id_, text in entries.items():
        (home / f"{id_}.yml").write_text(text, encoding="utf-8")
    return root


def mistakes(root: Path, portal: Portal | None = None) -> list[str]:
    """What the checker says, without the folder's name."""
    try:
        load_ppid(root, portal)
    except ContentError as error:
        return [str(problem).removeprefix(f"{HOME}/") for problem in error.problems]
    return []


def changed(old: str, new: str) -> str:
    """The right entry with one text replaced."""
    assert RIGHT.count(old) == 1, old
    return RIGHT.replace(old, new)


def test_a_right_entry_has_neither_mistake_nor_finding(tmp_path: Path, portal: Portal) -> None:
    """All seven columns, a licence and a link."""
    assert mistakes(write(tmp_path, contoh=RIGHT), portal) == []
    assert all_findings(load_ppid(tmp_path, portal), TODAY) == {"contoh": ()}


def test_the_least_that_an_entry_needs(tmp_path: Path) -> None:
    """Columns that nobody has filled in are left out, not guessed."""
    least = "judul: Contoh\nringkasan: Contoh.\nkategori: berkala\nperangkat_daerah: contoh\nstatus: draf\n"
    assert mistakes(write(tmp_path, contoh=least)) == []


def test_the_example_to_copy_is_right(tmp_path: Path, portal: Portal) -> None:
    """What editors copy has no mistake, says that it is an example, names every key, and is never loaded."""
    example = (ROOT / "ppid_data/contoh-informasi.yml").read_text(encoding="utf-8")
    assert mistakes(write(tmp_path, contoh=example), portal) == []
    assert "# CONTOH" in example
    for key in load_ppid(tmp_path, portal).information["contoh"].__class__.model_fields:
        assert key in ("id", "nama_berkas") or f"\n{key}:" in example or f"\n# {key}:" in example, key
    copy = tmp_path / "lain"
    write(copy)
    shutil.copy(ROOT / "ppid_data/contoh-informasi.yml", copy / "ppid_data")
    assert load_ppid(copy, portal).information == {}


MISTAKES = [
    # (text of the right entry, what it becomes, the line as the editor reads it)
    ("judul: Contoh laporan\n", "", "1: judul: wajib ada, tetapi tidak ditulis."),
    ("judul: Contoh laporan", "judul:", "1: judul: nilainya kosong; isi, atau hapus barisnya bila memang tidak ada."),
    ("ringkasan: Contoh isi.\n", "", "1: ringkasan: wajib ada, tetapi tidak ditulis."),
    ("ringkasan:", "ringksan:", ["1: ringkasan: wajib ada, tetapi tidak ditulis.", '2: ringksan: kunci ini tidak dikenal. Maksud Anda "ringkasan"?']),
    ("kategori: berkala", "kategori: dikecualikan", "3: kategori: informasi yang dikecualikan tidak boleh ada di Daftar Informasi Publik. Pindahkan ke ppid_data/dikecualikan/ dengan uji konsekuensinya."),
    ("kategori: berkala", "kategori: Dikecualikan ", "3: kategori: informasi yang dikecualikan tidak boleh ada di Daftar Informasi Publik. Pindahkan ke ppid_data/dikecualikan/ dengan uji konsekuensinya."),
    ("kategori: berkala", "kategori: berkalla", '3: kategori: "berkalla" bukan pilihan yang ada. Maksud Anda "berkala"? Pilihannya: berkala, serta merta, setiap saat.'),
    ("dinas-kesehatan", "dinas-kesehatn", '4: perangkat_daerah: "dinas-kesehatn" tidak ada di register perangkat daerah. Maksud Anda "dinas-kesehatan"?'),
    ("dinas-kesehatan", "Dinas Kesehatan", '4: perangkat_daerah: "Dinas Kesehatan" salah bentuk: id ditulis dengan huruf kecil, angka dan tanda hubung, misalnya kepala-dinas.'),
    ("{ waktu: Maret 2026, tempat: Polewali }", "Maret 2026", '6: dibuat: seharusnya susunan kunci: nilai, bukan "Maret 2026".'),
    ("tempat: Polewali", "lokasi: Polewali", "6: dibuat.lokasi: kunci ini tidak dikenal. Yang dikenal: waktu, tempat."),
    ("bentuk: softcopy", "bentuk: kertas", '7: bentuk: "kertas" bukan pilihan yang ada. Pilihannya: softcopy, hardcopy, softcopy dan hardcopy.'),
    ("tahun: 2026", "tahun: dua ribu", '9: tahun: "dua ribu" bukan bilangan bulat.'),
    ("tahun: 2026", "tahun: 206", '9: tahun: "206" terlalu kecil; paling sedikit 1945.'),
    ("tahun: 2026", "media: situs web", '9: media: seharusnya daftar (butir diawali "- "), bukan "situs web".'),
    ("status: terbit", "status: tayang", '10: status: "tayang" bukan pilihan yang ada. Pilihannya: draf, ditinjau, terjadwal, terbit, ralat, ditarik.'),
    ("terbit: 2026-06-01\n", "", '1: status "terbit" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'),
    ("terbit: 2026-06-01", "terbit: 1 Juni 2026", '11: terbit: "1 Juni 2026" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("terbit: 2026-06-01", "terbit: 2026-06-31", '11: terbit: "2026-06-31" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("status: terbit", "status: ditarik", '10: status: status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'),
    ("lisensi: CC BY 4.0", "penarikan: { tanggal: 2026-07-01, alasan: Contoh }", '12: penarikan: ada penarikan, tetapi statusnya "terbit". Tulis status: ditarik.'),
    ("status: terbit", "penarikan: { tanggal: 2026-07-01 }\nstatus: ditarik", "10: penarikan.alasan: wajib ada, tetapi tidak ditulis."),
    ("lisensi: CC BY 4.0", "perubahan: [{ tanggal: 2026-05-01, uraian: Contoh }]", "12: perubahan: tanggal tidak urut: terbit, perubahan dari yang terlama, lalu penarikan."),
    ("lisensi: CC BY 4.0", "diganti_oleh: contoh", "12: diganti_oleh: butir ini menyebut dirinya sendiri sebagai pengganti."),
    ("lisensi: CC BY 4.0", "diganti_oleh: contoh-2", '12: diganti_oleh: "contoh-2" tidak ada di ppid_data/informasi. Maksud Anda "contoh"?'),
    ("http://contoh.go.id/a.pdf", "www.contoh.go.id/a.pdf", '13: tautan.url: "www.contoh.go.id/a.pdf" salah bentuk: alamat diawali https:// atau http:// dan tidak memuat spasi.'),
    ("http://contoh.go.id/a.pdf", "'https://contoh.go.id/a b.pdf'", '13: tautan.url: "https://contoh.go.id/a b.pdf" salah bentuk: alamat diawali https:// atau http:// dan tidak memuat spasi.'),
    ("http://contoh.go.id/a.pdf", "'https://'", '13: tautan.url: "https://" salah bentuk: alamat diawali https:// atau http:// dan tidak memuat spasi.'),
    ("http://contoh.go.id/a.pdf", "'javascript:alert(1)'", '13: tautan.url: "javascript:alert(1)" salah bentuk: alamat diawali https:// atau http:// dan tidak memuat spasi.'),
    ("lisensi: CC BY 4.0", "dokumen_sop: polewali-mandar/03", "12: dokumen_sop: tautan dan dokumen_sop tidak boleh bersama-sama; pilih satu letak dokumen."),
    ("lisensi: CC BY 4.0", "sop: polewali-mandar/98", '12: sop: "polewali-mandar/98" tidak ada di daftar SOP. Maksud Anda "polewali-mandar/29"?'),
    ("lisensi: CC BY 4.0", "berkas: ../rahasia.pdf", ['12: berkas: "../rahasia.pdf" salah bentuk: nama berkas saja, tanpa folder, dengan akhirannya, misalnya lkjip-2024.pdf; pakai huruf, angka, titik, - dan _ tanpa spasi.']),
    ("lisensi: CC BY 4.0", "disimpulkan: { judul: tebakan }", '12: disimpulkan.judul: "judul" bukan pilihan yang ada. Pilihannya: ringkasan, kategori, perangkat_daerah, penanggung_jawab, dibuat, bentuk, retensi, media, tahun.'),
    ("Kepala Dinas", "Kepala Dinas, NIP 19850712 201001 2 001", "5: memuat NIP. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("Contoh isi.", "Contoh isi 7604014107850001.", "2: memuat NIK. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("Kepala Dinas", "Kepala Dinas (0812-3456-7890)", "5: memuat nomor telepon pribadi; pakai nomor kantor, misalnya (0428) dan nomornya, atau hapus."),
    ("lisensi:", "# WA +62 812 3456 789\nlisensi:", "12: memuat nomor telepon pribadi; pakai nomor kantor, misalnya (0428) dan nomornya, atau hapus."),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES, ids=range(len(MISTAKES)))
def test_one_mistake_is_one_line(tmp_path: Path, portal: Portal, old: str, new: str, expected: str | list[str]) -> None:
    """Line, place, value as typed, and what would be right."""
    lines = [expected] if isinstance(expected, str) else expected
    assert mistakes(write(tmp_path, contoh=changed(old, new)), portal) == [f"contoh.yml:{line}" for line in lines]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """An entry full of mistakes is corrected in one go."""
    text = changed("kategori: berkala", "kategori: dikecualikan").replace("terbit: 2026-06-01", "terbit: kemarin")
    text = text.replace("http://contoh", "contoh").replace("5 tahun", "0821 1234 5678")
    assert [line.split(":")[1] for line in mistakes(write(tmp_path, contoh=text))] == ["3", "8", "11", "13"]


PHONES = {
    "081234567890": True,
    "0812.3456.7890": True,
    "(0813) 4567-8901": True,
    "+62 852-1234-5678": True,
    "6287712345678": True,
    "https://wa.me/6281234567890": True,
    "(0428) 22123": False,
    "0428-21234": False,
    "021 8123 4567": False,
    "1500-123": False,
    "5.1.02.0812.0001": False,
    "Nomor 900/0812/2024": False,
    "0,8123456789": False,
    "tanggal 08-12-2024 sampai 10-12-2024": False,
}


@pytest.mark.parametrize("number", PHONES)
def test_mobile_numbers_are_told_apart_from_others(tmp_path: Path, number: str) -> None:
    """Land lines of offices, account codes and dates are no mobile phones."""
    found = mistakes(write(tmp_path, contoh=changed("5 tahun", f"'{number}'")))
    assert bool(found) == PHONES[number]


def test_replacements_must_not_go_in_circles(tmp_path: Path) -> None:
    """A circle is told once; what leads into it is not its fault."""
    entries = {"awal": "b", "a": "b", "b": "c", "c": "a"}
    texts = {id_: changed("lisensi: CC BY 4.0", f"diganti_oleh: {to}") for id_, to in entries.items()}
    assert mistakes(write(tmp_path, **texts)) == [
        "a.yml:12: diganti_oleh: rangkaian pengganti berputar: a → b → c → a. Hapus salah satu diganti_oleh."
    ]


def test_names_of_files(tmp_path: Path) -> None:
    """The name becomes an address for ever; two folders share the ids."""
    home = write(tmp_path, contoh=RIGHT) / HOME
    (home / "Salah Nama.yml").write_text(RIGHT, encoding="utf-8")
    (home / "lama.yaml").write_text(RIGHT, encoding="utf-8")
    (home / "2024").mkdir()
    (home / "2024/contoh.yml").write_text(RIGHT, encoding="utf-8")
    assert mistakes(tmp_path) == [
        "Salah Nama.yml:1: nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, misalnya lkjip-2024.yml.",
        f"contoh.yml:1: id contoh sudah dipakai {HOME}/2024/contoh.yml. Ganti nama salah satu berkas.",
        'lama.yaml:1: akhiran ".yaml" tidak dibaca. Ganti menjadi ".yml".',
    ]


def published(ppid: Ppid, portal: Portal, day: date) -> set[str]:
    """The addresses of the documents on the site of one day."""
    return {asset.alamat for asset in PpidSection(ppid, portal, day).assets() if asset.alamat.endswith(".pdf")}


@pytest.mark.parametrize(
    ("lines", "day", "visible", "has_document"),
    [
        ("status: terbit\nterbit: 2026-06-01", date(2026, 5, 31), False, False),
        ("status: terbit\nterbit: 2026-06-01", date(2026, 6, 1), True, True),
        ("status: draf", TODAY, False, False),
        ("status: draf\nterbit: 2026-06-01", TODAY, False, False),
        ("status: ditarik\nterbit: 2026-06-01\npenarikan: { tanggal: 2026-07-01, alasan: Contoh }", date(2026, 6, 30), True, True),
        ("status: ditarik\nterbit: 2026-06-01\npenarikan: { tanggal: 2026-07-01, alasan: Contoh }", date(2026, 7, 1), True, False),
    ],
)  # fmt: skip
def test_what_is_public_on_a_day(
    tmp_path: Path, portal: Portal, lines: str, day: date, visible: bool, has_document: bool
) -> None:
    """A draft never, a planned entry from its day, a withdrawn one stays without its document."""
    text = changed("status: terbit\nterbit: 2026-06-01", lines).replace("tautan: { url: http://contoh.go.id/a.pdf }", "berkas: a.pdf")  # fmt: skip
    (write(tmp_path, contoh=text) / HOME / "a.pdf").write_bytes(pdf("Contoh laporan kinerja"))
    ppid = load_ppid(tmp_path, portal)
    assert ppid.information["contoh"].tampil(day) == visible
    assert published(ppid, portal, day) == ({"ppid/informasi/contoh/a.pdf"} if has_document else set())
    assert ("contoh" in all_findings(ppid, day)) == visible


FINDINGS = [
    # (text of the right entry, what it becomes, the finding)
    ("penanggung_jawab: Kepala Dinas\n", "", ("kolom-kosong", "Kolom 4, penanggung jawab pembuatan atau penerbitan", "Belum diisi, atau belum lengkap.")),
    (", tempat: Polewali", "", ("kolom-kosong", "Kolom 5, waktu dan tempat pembuatan", "Belum diisi, atau belum lengkap.")),
    ("bentuk: softcopy\n", "", ("kolom-kosong", "Kolom 6, bentuk informasi yang tersedia", "Belum diisi, atau belum lengkap.")),
    ("retensi: 5 tahun\n", "", ("kolom-kosong", "Kolom 7, jangka waktu penyimpanan", "Belum diisi, atau belum lengkap.")),
    ("tahun: 2026", "tahun: 2026\ndisimpulkan: { kategori: contoh alasan }", ("kategori-belum-ditetapkan", "Kategori", "“berkala” masih tebakan: contoh alasan.")),
    ("terbit: 2026-06-01", "terbit: 2026-05-20", ("berkala-terlambat", "Pembaruan", "Terakhir diperbarui 20 Mei 2026, lebih dari 6 bulan yang lalu.")),
    ("tautan: { url: http://contoh.go.id/a.pdf }\n", "", ("tanpa-dokumen", "Dokumen", "Tidak ada dokumen dan tidak ada tautan.")),
    ("a.pdf }", "a.pdf, jenis: menyebut dokumen }", ("hanya-disebut", "Tautan", "Halaman yang ditautkan menyebut dokumennya, bukan memuatnya.")),
    ("lisensi: CC BY 4.0\n", "", ("tanpa-lisensi", "Lisensi", "Lisensi belum ditulis.")),
    ("tahun: 2026", "tahun: 2026\ndiganti_oleh: rencana", ("pengganti-tidak-terbit", "Pengganti", "Butir penggantinya belum terbit.")),
    ("tahun: 2026", "tahun: 2026\ndiganti_oleh: tertarik", ("pengganti-tidak-terbit", "Pengganti", "Butir penggantinya sudah ditarik.")),
    ("Contoh laporan", "CONTOH  kembar", ("judul-kembar", "Judul", "Judul ini juga dipakai kembar.")),
    ("lisensi: CC BY 4.0", "lisensi: CC BY 4.0\nperubahan: [{ tanggal: 2026-11-22, uraian: Contoh }]", ("tanggal-mendatang", "Perubahan", "22 November 2026 belum tiba.")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "finding"), FINDINGS, ids=[f"{n}-{case[2][0]}" for n, case in enumerate(FINDINGS)])  # fmt: skip
def test_finding(tmp_path: Path, old: str, new: str, finding: tuple[str, str, str]) -> None:
    """The finding is made, in these words, and no other."""
    other = RIGHT.replace("Contoh laporan", "Contoh lain")
    withdrawn = "status: ditarik\npenarikan: { tanggal: 2026-08-01, alasan: Contoh }"
    write(
        tmp_path,
        contoh=changed(old, new),
        kembar=RIGHT.replace("Contoh laporan", "Contoh kembar"),
        rencana=other.replace("status: terbit", "status: draf"),
        tertarik=other.replace("status: terbit", withdrawn),
    )
    ppid = load_ppid(tmp_path, None)
    found = findings_of(ppid.information["contoh"], ppid, TODAY)
    assert {(item.rule.kode, item.bagian, item.uraian) for item in found} == {finding}
    assert all_findings(ppid, TODAY)["tertarik"] == ()


def test_renewal_counts_in_months(tmp_path: Path) -> None:
    """Six months to the day: still in time on the last one; a change renews; other categories are never late."""
    text = changed("2026-06-01", "2026-01-31")
    change = text.replace("lisensi:", "perubahan: [{ tanggal: 2026-07-01, uraian: Contoh }]\nlisensi:")
    ppid = load_ppid(
        write(tmp_path, a=text, b=change, c=text.replace("berkala", "setiap saat").replace("laporan", "lain")), None
    )

    def late(day: date) -> list[str]:
        return [id_ for id_, item in ppid.information.items() for f in findings_of(item, ppid, day) if f.rule.kode == "berkala-terlambat"]  # fmt: skip

    assert late(date(2026, 7, 31)) == []
    assert late(date(2026, 8, 1)) == ["a"]
    assert late(date(2027, 1, 2)) == ["a", "b"]


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 1, 31), date(2026, 7, 31)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 7, 1), date(2027, 1, 1)),
    ],
)
def test_months_end_where_they_end(day: date, later: date) -> None:
    """The same day, or the month's last."""
    assert months_later(day, 6) == later


def test_every_rule_has_an_example() -> None:
    """A rule without a case in the tests would be untested."""
    tests = Path(__file__).parent
    told = "".join((tests / name).read_text(encoding="utf-8") for name in ("test_information.py", "test_documents.py"))
    assert [rule.kode for rule in RULES if f'("{rule.kode}"' not in told] == []
    assert len({rule.kode for rule in RULES}) == len(RULES)
