"""Small documents for tests and measurements, made byte by byte; all their content is made up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page; an empty text makes a page without a text layer."""
    font = len(pages) * 2 + 3
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 50 750 Td ({text}) Tj ET" if text else "0 0 100 100 re f"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * number} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def packed(members: Mapping[str, str]) -> bytes:
    """A ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def docx(*runs: str) -> bytes:
    """A Word document of one paragraph, its text cut into runs as Word does."""
    text = "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": f"<w:body><w:p>{text}</w:p></w:body>"})


def pptx(*slides: str) -> bytes:
    """A PowerPoint document, one text a slide."""
    parts = {f"ppt/slides/slide{n}.xml": f"<a:p><a:t>{text}</a:t></a:p>" for n, text in enumerate(slides, 1)}
    return packed({"ppt/presentation.xml": "<p/>", **parts})


def xlsx(number: str) -> bytes:
    """An Excel document with one number in a cell."""
    sheet = f"<sheetData><row><c><v>1</v></c><c><v>{number}</v></c></row></sheetData>"
    return packed({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet})


def odt(text: str) -> bytes:
    """An OpenDocument text."""
    media = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": media, "content.xml": f"<text:p>{text}</text:p>"})


def old_office(stream: str, text: str = "") -> bytes:
    """What is looked at in a document of Office 97-2003: its signature, a stream's name, text as UTF-16."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + f"{stream}\0{text}".encode("utf-16-le")
