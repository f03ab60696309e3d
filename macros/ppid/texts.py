"""The text inside a document, part by part: pages of a PDF, slides, lines. XML is never parsed, only read."""

from __future__ import annotations

import html
import json
import logging
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MAX_MEMBER = 50_000_000
"""Bytes that are unpacked of one part of a ZIP: a small file can unpack to any size."""

Part = tuple[str, str | None]
"""Where in the document (`halaman 3`; nothing where it has no parts), and the text there; None: not to be had."""


class UnreadableError(Exception):
    """The document cannot be opened as what it is."""


@dataclass(frozen=True)
class Opened:
    """A document ready to be read, one part after the other."""

    bagian: Iterator[Part]
    jumlah: int | None = None
    """Number of pages, where it has pages."""
    terkunci: bool = False
    """Encrypted: no text can be had, by us or by a screen reader."""


def open_document(file: Path, ending: str) -> Opened:
    """A document by its ending; raises UnreadableError or what its reader raises where it is damaged."""
    reader = READERS.get(ending)
    return reader(file) if reader else Opened(iter(()))


def _pdf(file: Path) -> Opened:
    """Pages with pypdf, which is loaded only here."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(file)
    if reader.is_encrypted:
        return Opened(iter(()), terkunci=True)
    count = len(reader.pages)
    if count == 0:
        raise UnreadableError

    def pages() -> Iterator[Part]:
        for number in range(count):
            try:
                text = reader.pages[number].extract_text()
            except Exception:  # pypdf raises nearly everything on a damaged page; the other pages may be right
                text = None
            yield f"halaman {number + 1}", text

    return Opened(pages(), count)


BREAK = re.compile(r"</(?:w:p|a:p|text:p|text:h|si|c|table:table-cell)>|<(?:w:br|a:br|text:line-break)\b[^<>]*>")
GAP = re.compile(r"<(?:w:tab|text:tab|text:s)\b[^<>]*>")
TAG = re.compile(r"<[^<>]*>")
LONG_NUMBER = re.compile(r"(?<=<v>)\d\.\d+E\+?1[57](?=</v>)")
"""How a spreadsheet keeps a number of 16 or 18 digits."""


def _xml_text(xml: str) -> str:
    """The text of Office XML: runs joined, paragraphs and cells apart."""
    xml = LONG_NUMBER.sub(lambda match: f"{float(match[0]):.0f}", xml)
    return html.unescape(TAG.sub("", GAP.sub("\t", BREAK.sub("\n", xml))))


def _zipped(pattern: str, name: str) -> Callable[[Path], Opened]:
    """A reader of the XML parts of a ZIP whose names fit; `name` is what one numbered part is called."""
    fits = re.compile(pattern)

    def parts(file: Path) -> Iterator[Part]:
        with zipfile.ZipFile(file) as archive:
            members = [(match, info) for info in archive.infolist() if (match := fits.fullmatch(info.filename))]
            for match, info in members:
                with archive.open(info) as member:
                    text = member.read(MAX_MEMBER).decode("utf-8", "replace")
                yield (f"{name} {match[1]}" if name and match.lastindex else ""), _xml_text(text)

    return lambda file: Opened(parts(file))


def _lines(file: Path) -> Opened:
    text = file.read_text(encoding="utf-8-sig")
    return Opened((f"baris {number}", line) for number, line in enumerate(text.splitlines(), 1))


def _json(file: Path) -> Opened:
    json.loads(file.read_text(encoding="utf-8-sig"))
    return _lines(file)


def _old_office(file: Path) -> Opened:
    """The old formats keep text as bytes or as UTF-16 somewhere in the file: enough to find a number."""
    data = file.read_bytes()
    return Opened(iter([("", data.decode("latin-1")), ("", data.decode("utf-16-le", "ignore"))]))


_OPEN_DOCUMENT = _zipped(r"content\.xml", "")

READERS: Mapping[str, Callable[[Path], Opened]] = {
    "pdf": _pdf,
    "docx": _zipped(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml", ""),
    "xlsx": _zipped(r"xl/(?:sharedStrings|worksheets/sheet(\d+))\.xml", "lembar"),
    "pptx": _zipped(r"ppt/slides/slide(\d+)\.xml", "salindia"),
    "odt": _OPEN_DOCUMENT,
    "ods": _OPEN_DOCUMENT,
    "odp": _OPEN_DOCUMENT,
    "doc": _old_office,
    "xls": _old_office,
    "ppt": _old_office,
    "csv": _lines,
    "txt": _lines,
    "json": _json,
    "geojson": _json,
}
"""Ending -> how its text is read; pictures and archives have none."""

UNREAD = frozenset({"png", "jpg", "jpeg", "zip"})
"""Endings whose text cannot be looked at."""

OLD = frozenset({"doc", "xls", "ppt"})
"""Endings of formats that few programs still open."""
