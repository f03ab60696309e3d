"""CSV as rows: comma, semicolon or tab; UTF-8, UTF-16 or the code page of Windows."""

from __future__ import annotations

import csv
import io
import re

from macros.ppid.exchange.columns import HEADINGS
from macros.ppid.exchange.dip_csv import restored
from macros.problems import quoted
from macros.sheets.cells import cell_text, normal_heading
from macros.sheets.grids import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Grid, SheetError

DELIMITERS = {",": "koma", ";": "titik koma", "\t": "tab"}
SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n")
"""What Excel takes for the name of the separator."""

HEAD_ROWS = 20
"""The headings stand within so many rows."""


def csv_grids(data: bytes, name: str) -> list[Grid]:
    """The one sheet of a CSV file; raises SheetError."""
    text, note = _text(data, name)
    separator = SEPARATOR_LINE.match(text)
    line_offset = 1 if separator else 0
    if separator:
        text = text[separator.end() :]
    delimiters = [separator[1]] if separator else list(DELIMITERS)
    delimiter = max(delimiters, key=lambda choice: _headings(text, choice))
    rows = _rows(text, delimiter, name, line_offset)
    padding = ((),) * line_offset
    return [Grid((*padding, *rows), note=note)]


def _text(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file, and what to say of how it was read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ""
        except UnicodeDecodeError:
            raise SheetError(f"{quoted(name)} rusak: bukan teks UTF-16 yang utuh.") from None
    if b"\0" in data:
        raise SheetError(f"{quoted(name)} bukan berkas teks. Simpan ulang sebagai CSV UTF-8.")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), "dibaca sebagai Windows-1252; periksa huruf khusus, atau simpan sebagai CSV UTF-8"
    except UnicodeDecodeError:
        raise SheetError(
            f"{quoted(name)} bukan UTF-8 dan bukan Windows-1252. Simpan ulang sebagai CSV UTF-8."
        ) from None


def _headings(text: str, delimiter: str) -> int:
    """How many known headings one row has if cells are told apart by this."""
    best = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader):
            if number == HEAD_ROWS:
                break
            best = max(best, sum(normal_heading(cell) in HEADINGS for cell in row))
    except csv.Error:
        pass  # told when the rows are read
    return best


def _rows(text: str, delimiter: str, name: str, offset: int) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    csv.field_size_limit(MAX_BYTES)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(tuple(restored(cell_text(cell)) for cell in row))
            if len(rows) > MAX_ROWS or len(row) > MAX_COLUMNS:
                message = f"{quoted(name)} terlalu besar: paling banyak {MAX_ROWS} baris dan {MAX_COLUMNS} kolom."
                raise SheetError(message)
    except csv.Error:
        raise SheetError(
            f"{quoted(name)} tidak terbaca sesudah baris {len(rows) + offset}: tanda kutip tidak ditutup, "
            f"atau ada teks sesudah tanda kutip penutup. Pemisah yang dikenali: {DELIMITERS.get(delimiter, delimiter)}."
        ) from None
    return rows
