"""The list as an Excel workbook, and the empty template of it: dropdowns, a sheet of guidance, a sheet of agencies.

The same list gives the same bytes: the times inside the file are fixed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from macros.ppid.exchange.columns import COLUMNS, Column, agency_label, rows
from macros.ppid.exchange.selection import Selection
from macros.sheets.cells import FORMULA
from macros.sheets.workbook import (
    HEAD_FILL,
    HEAD_FONT,
    TOP,
    any_cell,
    new_workbook,
    styled_cell,
    text_cell,
    workbook_bytes,
)

LIST_SHEET = "Daftar Informasi Publik"
GUIDE_SHEET = "Petunjuk"
AGENCY_SHEET = "Perangkat Daerah"

SPARE_ROWS = 500
"""Rows below the last entry that have dropdowns, for new entries."""

GUIDE = (
    "Lembar ini untuk mengisi Daftar Informasi Publik. Satu baris satu informasi.",
    "Kolom boleh dipindah; judul kolom jangan diubah. Baris kosong dilewati.",
    "Jangan menggabungkan sel, dan tulis nilai, bukan rumus.",
    "Kolom Id dikosongkan untuk informasi baru; portal membuatnya dari judul.",
    "Jangan menulis NIK, NIP, atau data pribadi lain.",
    "Isi diperiksa seluruhnya sebelum disimpan: bila satu baris salah, tidak ada yang ditulis.",
)


def dip_xlsx(selection: Selection) -> bytes:
    """`/ppid/dip.xlsx`: every entry that leaves."""
    return _workbook(selection, rows(selection))


def template_xlsx(selection: Selection) -> bytes:
    """`/ppid/dip-templat.xlsx`: the same workbook without entries."""
    return _workbook(selection, [])


def _workbook(selection: Selection, entries: Sequence[dict[str, str]]) -> bytes:
    book = new_workbook(LIST_SHEET)
    labels = {agency_id: agency_label(agency_id, selection.agencies) for agency_id in selection.agencies}
    _list_sheet(book, entries, len(labels))
    _guide_sheet(book)
    _agency_sheet(book, selection, labels)
    return workbook_bytes(book)


def _list_sheet(book: Workbook, entries: Sequence[dict[str, str]], agencies: int) -> None:
    sheet = book.create_sheet(LIST_SHEET)
    last_row = len(entries) + 1 + SPARE_ROWS
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(entries) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for number, column in enumerate(COLUMNS, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        rule = _dropdown(column, agencies)
        if rule:
            rule.add(f"{letter}2:{letter}{last_row}")
            sheet.data_validations.append(rule)
    _head(sheet, [column.heading for column in COLUMNS])
    styles = _styles(sheet)
    for row in entries:
        sheet.append([_cell(sheet, column, row[column.key], styles) for column in COLUMNS])


def _dropdown(column: Column, agencies: int) -> DataValidation | None:
    """What a column offers: choices must be taken, of agencies other spellings are understood as well."""
    if column.kind == "perangkat daerah" and agencies:
        source = f"'{AGENCY_SHEET}'!$B$2:$B${agencies + 1}"
        return DataValidation(type="list", formula1=source, errorStyle="warning", allow_blank=True)
    if column.kind == "pilihan":
        rule = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.errorTitle, rule.error = column.heading, f"Pilih salah satu: {', '.join(column.choices)}."
        rule.showErrorMessage = True
        return rule
    return None


def _guide_sheet(book: Workbook) -> None:
    sheet = book.create_sheet(GUIDE_SHEET)
    for letter, width in zip("ABCD", (48, 10, 60, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    styles = _styles(sheet)
    for line in GUIDE:
        sheet.append([styled_cell(sheet, line, styles["baris"])])
    sheet.append([])
    _head(sheet, ["Kolom", "Wajib", "Isi", "Pilihan"])
    for column in COLUMNS:
        texts = (column.heading, "ya" if column.required else "", column.help, ", ".join(column.choices))
        sheet.append([styled_cell(sheet, text, styles["teks"]) for text in texts])


def _agency_sheet(book: Workbook, selection: Selection, labels: dict[str, str]) -> None:
    sheet = book.create_sheet(AGENCY_SHEET)
    for letter, width in zip("ABC", (34, 70, 24), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    _head(sheet, ["Id", "Nama", "Nama Singkat"])
    styles = _styles(sheet)
    for agency in selection.agencies.values():
        texts = (agency.id, labels[agency.id], agency.singkatan or "")
        sheet.append([styled_cell(sheet, text, styles["teks"]) for text in texts])


def _head(sheet: Any, headings: Sequence[str]) -> None:
    cells = []
    for heading in headings:
        cell = any_cell(sheet, heading)
        cell.font, cell.fill, cell.alignment = HEAD_FONT, HEAD_FILL, TOP
        cells.append(cell)
    sheet.append(cells)


def _styles(sheet: Any) -> dict[str, Any]:
    """Styles made once and shared by all cells: making one for each takes most of the time of a long list."""
    plain, text, inert, day = (any_cell(sheet, None) for _ in range(4))
    text.alignment = inert.alignment = day.alignment = TOP
    inert.quotePrefix = True  # stays a text when somebody edits the cell
    day.number_format = "yyyy-mm-dd"
    return {"baris": plain._style, "teks": text._style, "bukan rumus": inert._style, "tanggal": day._style}


def _cell(sheet: Any, column: Column, text: str, styles: dict[str, Any]) -> Any:
    """One cell: days and years as what they are, so that a spreadsheet sorts them; the rest as text."""
    if not text:
        return None
    if column.kind == "tanggal":
        return styled_cell(sheet, date.fromisoformat(text), styles["tanggal"])
    if column.kind == "tahun" or column.key == "no":
        return styled_cell(sheet, int(text), styles["teks"])
    return text_cell(sheet, text, styles["bukan rumus" if FORMULA.match(text) else "teks"])
