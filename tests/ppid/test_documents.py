"""Documents beside entries: what they are is computed, what is wrong with them is told in one sentence."""

from __future__ import annotations

import hashlib
import io
import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf
import pytest

from bench.samples import docx, odt, old_office, packed, pdf, pptx, xlsx
from macros.ppid import documents, inspector
from macros.ppid.content import Ppid, load_ppid
from macros.ppid.findings import findings_of
from macros.ppid.inspection import Inspection, inspect
from macros.ppid.inspector import Inspector
from macros.problems import ContentError
from tests.conftest import TODAY

ENTRY = """judul: Contoh laporan
ringkasan: Contoh isi.
kategori: setiap saat
perangkat_daerah: dinas-kesehatan
status: terbit
terbit: 2026-01-05
berkas: """

NIK = "7604014107850001"
NIP = "19850712 201001 2 001"
PHONE = "0812-3456-7890"
"""Made-up numbers of the right form."""

TEXT = "Contoh laporan kinerja tanpa nomor pribadi"


def put(root: Path, name: str, content: bytes | None, folder: str = "ppid_data/informasi") -> Path:
    """An entry, and its document beside it."""
    home = root / folder
    home.mkdir(parents=True, exist_ok=True)
    (home / "contoh.yml").write_text(ENTRY + name + "\n", encoding="utf-8")
    if content is not None:
        (home / name).write_bytes(content)
    return home


def mistakes(root: Path) -> list[str]:
    """What the checker says, without the folder's name."""
    try:
        load_ppid(root, None)
    except ContentError as error:
        return [str(problem).removeprefix("ppid_data/informasi/") for problem in error.problems]
    return []


def findings(ppid: Ppid) -> set[tuple[str, str]]:
    """(rule, what) of everything noteworthy about the document."""
    found = findings_of(ppid.information["contoh"], ppid, TODAY)
    return {(finding.rule.kode, finding.uraian) for finding in found if finding.bagian == "Dokumen"}


def test_facts_are_computed(tmp_path: Path) -> None:
    """Size, kind, media type, number of pages and SHA-256 come from the bytes."""
    content = pdf(TEXT, TEXT)
    put(tmp_path, "laporan.pdf", content)
    document = load_ppid(tmp_path, None).documents["contoh"]
    assert (document.nama, document.jenis, document.media) == ("laporan.pdf", "PDF", "application/pdf")
    assert (document.ukuran, document.isi.halaman) == (len(content), 2)
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.alamat("contoh") == "ppid/informasi/contoh/laporan.pdf"


RIGHT = {
    "a.pdf": pdf(TEXT),
    "a.PDF": pdf(TEXT),
    "a.docx": docx(TEXT),
    "a.xlsx": xlsx("12"),
    "a.pptx": pptx(TEXT),
    "a.odt": odt(TEXT),
    "a.doc": old_office("WordDocument", TEXT),
    "a.xls": old_office("Book"),
    "a.csv": b"\xef\xbb\xbfnama,jumlah\r\ncontoh,1\r\n",
    "a.txt": TEXT.encode(),
    "a.json": b'{"contoh": 1}',
    "a.geojson": b'{"type": "FeatureCollection", "features": []}',
    "a.png": b"\x89PNG\r\n\x1a\n contoh",
    "a.jpeg": b"\xff\xd8\xff contoh",
    "a.zip": packed({"contoh.txt": TEXT}),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_document_is_accepted(tmp_path: Path, name: str) -> None:
    """Every kind of document that an office has."""
    put(tmp_path, name, RIGHT[name])
    assert mistakes(tmp_path) == []


WRONG = [
    ("a.pdf", None, '"a.pdf" tidak ada di folder ini. Letakkan dokumennya di ppid_data/informasi.'),
    ("a.pdf", b"", '"a.pdf" kosong (0 bita). Salin ulang dokumennya.'),
    ("a.pdf", docx(TEXT), 'akhirannya ".pdf", tetapi isinya Word (.docx).'),
    ("a.pdf", b"\x89PNG\r\n\x1a\n", 'akhirannya ".pdf", tetapi isinya gambar PNG (.png).'),
    ("a.pdf", b"<!DOCTYPE html><title>404</title>", 'akhirannya ".pdf", tetapi isinya halaman web (HTML). Unduh dokumennya sendiri, bukan halaman yang menautkannya.'),
    ("a.pdf", b"bukan PDF", 'akhirannya ".pdf", tetapi isinya teks biasa.'),
    ("a.pdf", b"\x80\x81", 'akhirannya ".pdf", tetapi isinya tidak dikenali. Simpan ulang dari aplikasinya.'),
    ("a.pdf", b"version https://git-lfs.github.com/spec/v1\n", 'akhirannya ".pdf", tetapi isinya penunjuk Git LFS. Ambil dokumennya dengan git lfs pull, lalu simpan tanpa LFS.'),
    ("a.pdf", b"%PDF-1.7\nrusak", '"a.pdf" rusak dan tidak dapat dibuka. Simpan atau pindai ulang dokumennya.'),
    ("a.docx", pdf(TEXT), 'akhirannya ".docx", tetapi isinya PDF (.pdf).'),
    ("a.docx", xlsx("1"), 'akhirannya ".docx", tetapi isinya Excel (.xlsx).'),
    ("a.docx", packed({"x": "y"}), '"a.docx" rusak: bukan dokumen Word yang utuh. Simpan ulang dari aplikasinya.'),
    ("a.docx", docx(TEXT)[:-30], '"a.docx" rusak: bukan dokumen Word yang utuh. Simpan ulang dari aplikasinya.'),
    ("a.docx", old_office("EncryptedPackage"), 'akhirannya ".docx", tetapi isinya dokumen Office yang terkunci kata sandi. Simpan ulang tanpa kata sandi.'),
    ("a.xls", old_office("WordDocument"), 'akhirannya ".xls", tetapi isinya dokumen Office 97-2003 jenis lain.'),
    ("a.odt", docx(TEXT), 'akhirannya ".odt", tetapi isinya Word (.docx).'),
    ("a.zip", b"PK\x03\x04rusak", 'akhirannya ".zip", tetapi isinya ZIP yang rusak. Buat ulang arsipnya.'),
    ("a.csv", "nama;Jépara".encode("cp1252"), '"a.csv" bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8 (pada Excel: CSV UTF-8).'),
    ("a.csv", "nama".encode("utf-16"), '"a.csv" bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8 (pada Excel: CSV UTF-8).'),
    ("a.json", b'{"contoh": ', '"a.json" rusak dan tidak dapat dibuka. Simpan atau pindai ulang dokumennya.'),
    ("a.json", b"[" * 100_000, '"a.json" rusak dan tidak dapat dibuka. Simpan atau pindai ulang dokumennya.'),
    ("a.exe", b"MZ", 'akhiran ".exe" tidak diterima. Yang diterima: pdf, docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, csv, txt, json, geojson, png, jpeg, jpg, zip.'),
    ("a b.pdf", pdf(TEXT), '"a b.pdf" salah bentuk: nama berkas saja, tanpa folder, dengan akhirannya, misalnya lkjip-2024.pdf; pakai huruf, angka, titik, - dan _ tanpa spasi.'),
    ("a.pdf", pdf(TEXT, f"NIK {NIK}", TEXT, f"NIK {NIK}"), '"a.pdf" memuat NIK di halaman 2, halaman 4. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.pdf", pdf(*[f"NIK. {NIK}"] * 7), '"a.pdf" memuat NIK di halaman 1, halaman 2, halaman 3, halaman 4, halaman 5 dan 2 tempat lain. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.docx", docx("NIK ", NIK[:4], NIK[4:]), '"a.docx" memuat NIK. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.pptx", pptx(TEXT, NIK), '"a.pptx" memuat NIK di salindia 2. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.xlsx", xlsx("7.60401410785E15"), '"a.xlsx" memuat NIK di lembar 1. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.odt", odt(NIK), '"a.odt" memuat NIK. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.doc", old_office("WordDocument", NIK), '"a.doc" memuat NIK. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
    ("a.csv", f"nama,nik\nContoh,{NIK}\n".encode(), '"a.csv" memuat NIK di baris 2. Hapus angka itu dari dokumennya, lalu simpan ulang.'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), WRONG, ids=[f"{n}-{case[0]}" for n, case in enumerate(WRONG)])
def test_a_wrong_document_is_told_in_one_line(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    """One mistake, one sentence, at the line that names the document."""
    home = put(tmp_path, name, content)
    if " " in name:
        (home / name).unlink()  # a name that no entry can state is told of as a name
    assert mistakes(tmp_path) == [f"contoh.yml:7: berkas: {message}"]


def test_a_file_above_the_limit_is_told(tmp_path: Path) -> None:
    """The size is told beside the limit, without reading the file."""
    home = put(tmp_path, "a.pdf", b"%PDF-1.4")
    with (home / "a.pdf").open("r+b") as file:
        file.truncate(31_200_000)
    assert mistakes(tmp_path) == [
        'contoh.yml:7: berkas: "a.pdf" 31,2 MB; batasnya 25,0 MB. '
        "Perkecil, pecah menjadi beberapa butir, atau tulis tautan sebagai ganti berkas."
    ]
    assert documents.MAX_BYTES == 25_000_000


def test_a_renamed_document_is_suggested_and_told_once(tmp_path: Path) -> None:
    """The file that lies there instead is named."""
    home = put(tmp_path, "laporan-2024.pdf", pdf(TEXT))
    (home / "laporan-2024.pdf").rename(home / "laporan-2024-final.pdf")
    assert mistakes(tmp_path) == [
        'contoh.yml:7: berkas: "laporan-2024.pdf" tidak ada di folder ini. Maksud Anda "laporan-2024-final.pdf"?'
    ]


def test_capitals_count(tmp_path: Path) -> None:
    """Web servers tell capitals apart, also where the editor's computer does not."""
    home = put(tmp_path, "Laporan.pdf", pdf(TEXT))
    (home / "Laporan.pdf").rename(home / "laporan.PDF")
    assert mistakes(tmp_path) == [
        'contoh.yml:7: berkas: "Laporan.pdf" tidak ada; yang ada "laporan.PDF". Huruf besar dan kecil dibedakan: samakan.'
    ]


def test_a_document_in_another_folder_is_found(tmp_path: Path) -> None:
    """Documents lie beside their entry; where it lies instead is told."""
    put(tmp_path, "a.pdf", None)
    put(tmp_path, "b.pdf", pdf(TEXT), "ppid_data/informasi/2024").joinpath("contoh.yml").unlink()
    (tmp_path / "ppid_data/informasi/2024/b.pdf").rename(tmp_path / "ppid_data/informasi/2024/a.pdf")
    assert mistakes(tmp_path)[1].startswith(
        'contoh.yml:7: berkas: "a.pdf" tidak ada di folder ini, tetapi ada di ppid_data/informasi/2024.'
    )


def test_a_document_that_no_entry_names_is_told(tmp_path: Path) -> None:
    """What lies in the folder is open to all; hidden files of the computer are not meant."""
    home = put(tmp_path, "a.pdf", pdf(TEXT))
    (home / "rahasia.docx").write_bytes(docx(TEXT))
    (home / ".DS_Store").write_bytes(b"x")
    assert mistakes(tmp_path) == [
        "rahasia.docx:1: dokumen ini tidak dipakai butir mana pun di foldernya. Tulis berkas: rahasia.docx pada "
        "butirnya, atau hapus dokumennya: semua yang disimpan di sini ikut terbuka bersama kode situs."
    ]


def test_no_document_is_called_unused_for_an_entry_that_cannot_be_read(tmp_path: Path) -> None:
    """One mistake is told once: the entry that names the document has an error of writing."""
    home = put(tmp_path, "a.pdf", pdf(TEXT))
    (home / "contoh.yml").write_text(ENTRY + "a.pdf\n\tjudul: x\n", encoding="utf-8")
    assert [line.split(":")[1] for line in mistakes(tmp_path)] == ["8"]


def test_documents_of_wrong_entries_are_checked_too(tmp_path: Path) -> None:
    """Everything is told in one go."""
    home = put(tmp_path, "a.pdf", b"")
    text = (home / "contoh.yml").read_text(encoding="utf-8")
    (home / "contoh.yml").write_text(text.replace("kategori: setiap saat\n", ""), encoding="utf-8")
    assert [line.split(":")[2] for line in mistakes(tmp_path)] == [" kategori", " berkas"]


@pytest.mark.parametrize("target", ["/etc/hostname", "tidak-ada", "contoh.yml"])
def test_symlinks_are_refused(tmp_path: Path, target: str) -> None:
    """A link could publish any file of the computer that builds the site."""
    home = put(tmp_path, "a.pdf", None)
    (home / "a.pdf").symlink_to(target)
    assert mistakes(tmp_path) == [
        'contoh.yml:7: berkas: "a.pdf" tautan ke berkas lain (symlink). Salin dokumennya sendiri ke folder ini.'
    ]


def test_linked_entries_and_folders_are_not_followed(tmp_path: Path) -> None:
    """Neither a circle of folders nor a file elsewhere is read."""
    home = put(tmp_path, "a.pdf", pdf(TEXT))
    (home / "putar").symlink_to(home)
    (home / "lain.yml").symlink_to("/etc/hostname")
    message = "tautan ke tempat lain (symlink) tidak dibaca. Salin isinya sendiri ke sini."
    assert mistakes(tmp_path) == [f"lain.yml:1: {message}", f"putar:1: {message}"]


def encrypted() -> bytes:
    """A PDF that asks for a password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TEXT)))
    writer.encrypt("sandi", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


NOTEWORTHY = [
    ("a.pdf", lambda: pdf(TEXT), set()),
    ("a.pdf", lambda: pdf("", ""), {("dokumen-tanpa-teks", "Semua halaman a.pdf tidak memuat teks, sehingga tidak dapat dibaca pembaca layar.")}),
    ("a.pdf", lambda: pdf("", "", TEXT), {("dokumen-tanpa-teks", "2 dari 3 halaman a.pdf tidak memuat teks, sehingga tidak dapat dibaca pembaca layar.")}),
    ("a.pdf", lambda: pdf("", TEXT), set()),
    ("a.pdf", encrypted, {("dokumen-terkunci", "a.pdf terkunci: isinya tidak dapat dicari, dibaca pembaca layar, atau diperiksa.")}),
    ("a.pdf", lambda: pdf(TEXT, f"NIP. {NIP}"), {("nip", "a.pdf memuat NIP di halaman 2; nomor ini memuat tanggal lahir.")}),
    ("a.pdf", lambda: pdf(TEXT, f"Hubungi {PHONE}"), {("nomor-ponsel", "a.pdf memuat nomor ponsel di halaman 2.")}),
    ("a.pdf", lambda: pdf(*[TEXT] * 201), {("isi-tidak-diperiksa", "a.pdf: hanya 200 dari 201 halaman yang diperiksa.")}),
    ("a.doc", lambda: old_office("WordDocument"), {("format-lama", "Word 97-2003: simpan ulang sebagai .docx, atau sebagai PDF.")}),
    ("a.zip", lambda: packed({"a": "b"}), {("isi-tidak-diperiksa", "arsip ZIP: isinya tidak dapat diperiksa dari nomor pribadi; periksa sendiri.")}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "expected"), NOTEWORTHY, ids=range(len(NOTEWORTHY)))
def test_what_is_noteworthy_does_not_stop_the_build(
    tmp_path: Path, name: str, make: Callable[[], bytes], expected: set[tuple[str, str]]
) -> None:
    """Scans, locks, phone numbers and what was not looked at are findings, and no others are made."""
    put(tmp_path, name, make())
    assert findings(load_ppid(tmp_path, None)) == expected


def test_one_damaged_page_does_not_spoil_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library stumbles over pages that readers open: the rest is looked at, and what was not is said."""
    real = pypdf.PageObject.extract_text

    def stumble(page: pypdf.PageObject) -> str:
        if page.page_number == 1:
            raise RecursionError
        return real(page)

    monkeypatch.setattr(pypdf.PageObject, "extract_text", stumble)
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(TEXT, TEXT, NIK))
    found = inspect(file, "pdf")
    assert (found.rusak, found.belum_diperiksa, found.memuat("NIK")) == (False, "1 dari 3 halaman tidak dapat diperiksa.", ["halaman 3"])  # fmt: skip
    file.write_bytes(pdf("", "")[:-400])
    monkeypatch.setattr(pypdf.PageObject, "extract_text", lambda _: 1 / 0)
    assert inspect(file, "pdf").rusak


def test_work_on_one_document_is_bounded(tmp_path: Path) -> None:
    """After its time the inspection says how far it came."""
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(*[TEXT] * 3))
    assert inspect(file, "pdf", seconds=0).belum_diperiksa == "pemeriksaan berhenti di halaman 1 sesudah 0 detik."


def test_a_document_that_hangs_the_reader_is_given_up(tmp_path: Path) -> None:
    """The process is ended, the next document gets a new one, and nothing wrong is remembered."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    start = time.monotonic()
    with Inspector(tmp_path, seconds=0.001) as impatient:
        found = impatient.inspect(file, "txt", "0" * 64)
        assert found.belum_diperiksa == "dokumen ini terlalu berat untuk diperiksa."
        impatient.seconds = 30
        assert impatient.inspect(file, "txt", "0" * 64).dibaca == 1
    assert time.monotonic() - start < 20


def test_a_document_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is remembered by content; a spoilt note is made anew, a changed document looked at again."""
    home = put(tmp_path, "a.pdf", pdf(TEXT))
    load_ppid(tmp_path, None)
    (note,) = (tmp_path / ".cache/dokumen").iterdir()
    right = note.read_text(encoding="utf-8")
    note.write_text("{ bukan JSON", encoding="utf-8")
    load_ppid(tmp_path, None)
    assert note.read_text(encoding="utf-8") == right
    with monkeypatch.context() as patch:
        patch.setattr(inspector, "CODE", Path("/tidak-ada"))  # no process can be started
        assert findings(load_ppid(tmp_path, None)) == set()
        note.unlink()
        unread = ("isi-tidak-diperiksa", "a.pdf: dokumen ini terlalu berat untuk diperiksa.")
        assert findings(load_ppid(tmp_path, None)) == {unread}
    (home / "a.pdf").write_bytes(pdf(NIK))
    assert len(mistakes(tmp_path)) == 1


def test_a_folder_that_cannot_hold_notes_costs_only_time(tmp_path: Path) -> None:
    """A file in the way of the notes is no mistake."""
    put(tmp_path, "a.pdf", pdf(TEXT))
    (tmp_path / ".cache").write_text("di jalan", encoding="utf-8")
    assert mistakes(tmp_path) == []


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.odt", "a.json", "a.zip"])
def test_no_damage_ends_in_a_traceback(tmp_path: Path, name: str) -> None:
    """Bytes changed, lost, doubled or cut off, three hundred times: the document is right, damaged or another."""
    chance = random.Random(name)  # noqa: S311 - the same damage in every run
    file = tmp_path / name
    seen = set()
    for _ in range(300):
        content = bytearray(RIGHT[name])
        for _ in range(chance.randint(1, 8)):
            place = chance.randrange(len(content) + 1)
            content[place : place + chance.randint(0, 20)] = content[place // 2 : place // 2 + chance.randint(0, 20)]
        file.write_bytes(content)
        found = inspect(file, name[2:])
        assert isinstance(found, Inspection)
        seen.add("lain" if documents.content_mistake(bytes(content), file) else found.rusak)
    assert len(seen) > 1


def test_twins_of_a_public_entry_never_show_a_draft(tmp_path: Path) -> None:
    """The same document in two entries is noteworthy; a draft is not named to the public."""
    home = put(tmp_path, "a.pdf", pdf(TEXT))
    text = (home / "contoh.yml").read_text(encoding="utf-8")
    (home / "kedua.yml").write_text(text, encoding="utf-8")
    (home / "rencana.yml").write_text(text.replace("status: terbit", "status: draf"), encoding="utf-8")
    assert findings(load_ppid(tmp_path, None)) == {
        ("dokumen-kembar", "Isinya sama persis dengan dokumen kedua."),
    }
    assert load_ppid(tmp_path, None).information["contoh"].terlihat(date(2026, 1, 5))
