"""XLSX as rows: dates as dates, numbers as numbers, and no guess about a formula."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook

from macros.problems import quoted
from macros.sheets.cells import Cell, Day, Unusable, cell_text
from macros.sheets.grids import MAX_COLUMNS, MAX_ROWS, Grid, Merged, SheetError

MAX_UNPACKED = 60_000_000
"""Bytes of a workbook once unpacked; a small file can hide gigabytes."""

ENCODED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)|_x000D_")
"""Excel's way of writing an underscore that would else begin a code, and of writing a carriage return."""


def xlsx_grids(data: bytes, name: str) -> list[Grid]:
    """The sheets of a workbook; raises SheetError."""
    _check_size(data, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep, which nothing here needs
            book = load_workbook(io.BytesIO(data))
    except Exception:  # whatever a broken file makes a reader of ZIP, XML and Excel raise
        raise SheetError(f"{quoted(name)} rusak, atau bukan buku kerja Excel. Simpan ulang sebagai .xlsx.") from None
    return [_grid(sheet, name) for sheet in book.worksheets]


def _check_size(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SheetError(f"{quoted(name)} rusak: bukan buku kerja Excel yang utuh. Simpan ulang.") from None
    if size > MAX_UNPACKED:
        message = f"{quoted(name)} {size:,} bita sesudah dibuka; batasnya {MAX_UNPACKED:,} bita.".replace(",", ".")
        raise SheetError(f"{message} Salin isinya ke lembar kerja baru.")


def _grid(sheet: Any, name: str) -> Grid:
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        raise SheetError(
            f"{quoted(name)}, lembar {quoted(sheet.title)}: {sheet.max_row} baris dan {sheet.max_column} kolom; "
            f"batasnya {MAX_ROWS} baris dan {MAX_COLUMNS} kolom. "
            "Hapus baris dan kolom kosong yang berformat, lalu simpan."
        )
    merged = tuple(
        sorted(
            (
                Merged(area.coord, area.min_row, area.max_row, area.min_col, area.max_col)
                for area in sheet.merged_cells.ranges
            ),
            key=lambda area: (area.first_row, area.name),
        )
    )
    return Grid(tuple(tuple(_cell(cell) for cell in row) for row in sheet.iter_rows()), merged, name=sheet.title)


def _cell(cell: Any) -> Cell:
    """A cell as what it holds; a merged cell's hidden ones are empty."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return Unusable("berisi rumus. Ganti dengan nilainya: Salin, lalu Tempel Khusus, Nilai.")
    if cell.data_type == "e":
        return Unusable(f"berisi galat Excel {quoted(value)}. Tulis nilainya.")
    if isinstance(value, bool):
        return Unusable("berisi TRUE atau FALSE. Tulis teksnya.")
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return Unusable("berisi tanggal dengan jam. Tulis tanggalnya saja.")
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Day(day, to_month="d" not in re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", cell.number_format.lower()))
    if isinstance(value, str):
        return cell_text(ENCODED.sub(lambda code: "_" if code[0] == "_x005F_" else "", value))
    return Unusable("berisi jam atau jenis lain yang tidak dikenal. Tulis sebagai teks.")
