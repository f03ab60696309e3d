"""Cells and workbooks as they are written: texts that stay texts, and the same bytes for the same content."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

FIXED_TIME = datetime(2000, 1, 1)
"""The time of everything inside the file, so that a build can be repeated byte for byte."""

ENCODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for its own way of writing a character, such as _x0041_."""

HEAD_FILL = PatternFill("solid", fgColor="FF1F4E79")
HEAD_FONT = Font(bold=True, color="FFFFFFFF")
TOP = Alignment(vertical="top", wrap_text=True)


def new_workbook(title: str) -> Workbook:
    """An empty workbook to which rows are only appended; openpyxl keeps no second copy of it."""
    book = Workbook(write_only=True)
    book.properties.creator = book.properties.title = title
    book.properties.created = FIXED_TIME
    return book


def workbook_bytes(book: Workbook) -> bytes:
    """The workbook as a file, with the time of saving taken out."""
    saved, out = io.BytesIO(), io.BytesIO()
    book.save(saved)
    stamp = FIXED_TIME.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text_cell(sheet: Any, text: str, style: Any) -> Any:
    """A cell with a text of whatever look: "=1" and "#N/A" are texts here, and `_x0041_` is six letters."""
    return styled_cell(sheet, ENCODED.sub("_x005F_", text), style)


def styled_cell(sheet: Any, value: str | int | date | None, style: Any) -> Any:
    """A cell of one value. `style` was made once for all cells: making one for each takes most of the time."""
    cell = any_cell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    cell._style = style
    return cell


def any_cell(sheet: Any, value: Any) -> Any:
    """A cell with what openpyxl's type declarations leave out."""
    return WriteOnlyCell(sheet, value)
