"""A document beside an entry: what it may be, and what its own bytes say that it is.

Size, kind and SHA-256 are worked out here and never typed by a person.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.ppid.inspection import Inspection
from macros.problems import quoted

MAX_BYTES = 25_000_000
"""Hosts of Git refuse files of 100 MB and warn from 50 MB, every copy of a file stays in the history for ever,
and a reader with a phone pays for each megabyte."""

Content = Literal["pdf", "png", "jpg", "ole", "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "teks"]


@dataclass(frozen=True)
class Kind:
    """What a document can be: its name for readers, its media type, and what its bytes must be."""

    nama: str
    media: str
    isi: Content
    streams: tuple[str, ...] = ()
    """The streams, one of which tells the three old Office formats apart."""


OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"

KINDS: Mapping[str, Kind] = {
    "pdf": Kind("PDF", "application/pdf", "pdf"),
    "docx": Kind("Word", f"{OFFICE}.wordprocessingml.document", "docx"),
    "xlsx": Kind("Excel", f"{OFFICE}.spreadsheetml.sheet", "xlsx"),
    "pptx": Kind("PowerPoint", f"{OFFICE}.presentationml.presentation", "pptx"),
    "odt": Kind("OpenDocument teks", f"{OPEN_DOCUMENT}.text", "odt"),
    "ods": Kind("OpenDocument lembar kerja", f"{OPEN_DOCUMENT}.spreadsheet", "ods"),
    "odp": Kind("OpenDocument paparan", f"{OPEN_DOCUMENT}.presentation", "odp"),
    "doc": Kind("Word 97-2003", "application/msword", "ole", ("WordDocument",)),
    "xls": Kind("Excel 97-2003", "application/vnd.ms-excel", "ole", ("Workbook", "Book")),
    "ppt": Kind("PowerPoint 97-2003", "application/vnd.ms-powerpoint", "ole", ("PowerPoint Document",)),
    "csv": Kind("CSV", "text/csv", "teks"),
    "txt": Kind("teks", "text/plain", "teks"),
    "json": Kind("JSON", "application/json", "teks"),
    "geojson": Kind("GeoJSON", "application/geo+json", "teks"),
    "png": Kind("gambar PNG", "image/png", "png"),
    "jpeg": Kind("gambar JPEG", "image/jpeg", "jpg"),
    "jpg": Kind("gambar JPEG", "image/jpeg", "jpg"),
    "zip": Kind("arsip ZIP", "application/zip", "zip"),
}
"""The ending of a document's name, in small letters -> what it must be."""

PACKED = ("docx", "xlsx", "pptx", "odt", "ods", "odp")
"""Documents that are ZIPs of XML."""

OFFICE_MEMBERS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}


@dataclass(frozen=True)
class Document:
    """A document beside an entry, free of mistakes. Everything here is computed."""

    nama: str
    ukuran: int
    """Bytes."""
    akhiran: str
    sha256: str
    letak: Path
    isi: Inspection
    """What was found inside."""

    @property
    def jenis(self) -> str:
        """`PDF`, `Word` and so on."""
        return KINDS[self.akhiran].nama

    @property
    def media(self) -> str:
        """The media type, as a web server sends it."""
        return KINDS[self.akhiran].media

    def alamat(self, information_id: str) -> str:
        """The address of the document of an entry, relative to the site's root."""
        return f"ppid/informasi/{information_id}/{self.nama}"


def megabytes(size: int) -> str:
    """`31,2 MB`, as Indonesians write it."""
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def ending_mistake(name: str) -> str | None:
    """Why no document can have that name."""
    ending = Path(name).suffix
    if ending[1:].lower() in KINDS:
        return None
    return f"akhiran {quoted(ending)} tidak diterima. Yang diterima: {', '.join(KINDS)}."


def outer_mistake(file: Path) -> str | None:
    """Why a file beside an entry cannot be its document, told without reading it."""
    if file.is_symlink():
        return f"{quoted(file.name)} tautan ke berkas lain (symlink). Salin dokumennya sendiri ke folder ini."
    if not file.is_file():
        return f"{quoted(file.name)} bukan berkas biasa."
    size = file.stat().st_size
    if size == 0:
        return f"{quoted(file.name)} kosong (0 bita). Salin ulang dokumennya."
    if size > MAX_BYTES:
        return (
            f"{quoted(file.name)} {megabytes(size)}; batasnya {megabytes(MAX_BYTES)}. "
            "Perkecil, pecah menjadi beberapa butir, atau tulis tautan sebagai ganti berkas."
        )
    return None


def content_mistake(data: bytes, file: Path) -> str | None:
    """Why the bytes of a file are not what its ending says."""
    kind = KINDS[file.suffix[1:].lower()]
    found = recognise(data, file)
    if found == "ole" and not any(stream.encode("utf-16-le") in data for stream in kind.streams):
        found = "ole lain"
    if found == kind.isi:
        return None
    if found in ("zip", "zip rusak") and kind.isi in PACKED:
        return f"{quoted(file.name)} rusak: bukan dokumen {kind.nama} yang utuh. Simpan ulang dari aplikasinya."
    if found == "biner" and kind.isi == "teks":
        return f"{quoted(file.name)} bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8 (pada Excel: CSV UTF-8)."
    return f"akhirannya {quoted(file.suffix)}, tetapi isinya {FOUND[found]}."


FOUND: Mapping[str, str] = {
    **{kind.isi: f"{kind.nama} (.{ending})" for ending, kind in KINDS.items()},
    "teks": "teks biasa",
    "ole lain": "dokumen Office 97-2003 jenis lain",
    "terkunci": "dokumen Office yang terkunci kata sandi. Simpan ulang tanpa kata sandi",
    "html": "halaman web (HTML). Unduh dokumennya sendiri, bukan halaman yang menautkannya",
    "lfs": "penunjuk Git LFS. Ambil dokumennya dengan git lfs pull, lalu simpan tanpa LFS",
    "biner": "tidak dikenali. Simpan ulang dari aplikasinya",
    "zip rusak": "ZIP yang rusak. Buat ulang arsipnya",
}
"""What `recognise` says -> the words for the editor."""


def recognise(data: bytes, file: Path) -> str:
    """What a file is by its bytes: a `Content`, or another key of `FOUND`."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in start:
        return "pdf"
    for magic, name in (
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"\xff\xd8\xff", "jpg"),
    ):
        if data.startswith(magic):
            return name
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "terkunci" if "EncryptedPackage".encode("utf-16-le") in data else "ole"
    if data.startswith(b"PK\x03\x04"):
        return _recognise_zip(file)
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(b"version https://git-lfs"):
        return "lfs"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return "biner"
    return "biner" if "\0" in text else "teks"


def _recognise_zip(file: Path) -> str:
    """Which document format a ZIP is; `zip` where it is none."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 100:
                media = archive.read("mimetype").decode("ascii", "replace").strip()
                return next((ending for ending, kind in KINDS.items() if kind.media == media), "zip")
    except Exception:  # zipfile and zlib raise nearly everything on damaged files
        return "zip rusak"
    return next((ending for member, ending in OFFICE_MEMBERS.items() if member in names), "zip")


def fingerprint(data: bytes) -> str:
    """SHA-256 in small hexadecimal letters.

    Always of the bytes themselves: size and time of change say too little (Git sets the time anew, and a
    document may be replaced by one as long), and hashing 1 GB takes a few seconds.
    """
    return hashlib.sha256(data).hexdigest()
