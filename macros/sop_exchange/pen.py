"""How the workbook looks: styles, widths, heights, paper, dropdowns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import Any, TypeAlias

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins

from macros.sheets.cells import FORMULA
from macros.sheets.workbook import any_cell, styled_cell, text_cell

Row: TypeAlias = Sequence["tuple[Any, str] | None"]
"""Cells of a row from the left: value and style."""

A4 = 9
LINE_HEIGHT = 13.5
"""Points of a line of ten-point text."""

LONGEST_OFFER = 255
"""Letters that a dropdown's list has at most."""


def _font(size: int = 10, *, bold: bool = False, color: str = "FF000000") -> Font:
    return Font(name="Calibri", size=size, bold=bold, color=color)


SIDE = Side(style="thin", color="FF7F8C8D")
BOX = Border(left=SIDE, right=SIDE, top=SIDE, bottom=SIDE)
SOFT = PatternFill("solid", fgColor="FFE8F0F4")
PLAIN, BOLD = _font(), _font(bold=True)
TOP = Alignment(vertical="top", wrap_text=True)
TOP_LEFT = Alignment(horizontal="left", vertical="top")
TOP_CENTRE = Alignment(horizontal="center", vertical="top", wrap_text=True)
CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "baris": {"font": PLAIN},
    "judul": {"alignment": TOP, "font": _font(14, bold=True)},
    "bantuan": {"alignment": TOP, "font": _font(color="FF52616B")},
    "kop": {"alignment": TOP_CENTRE, "font": BOLD},
    "label": {"alignment": TOP, "border": BOX, "font": BOLD},
    "kotak": {"alignment": TOP, "border": BOX, "font": BOLD, "fill": SOFT},
    "kepala": {"alignment": CENTRE, "border": BOX, "font": BOLD, "fill": SOFT},
    "isi": {"alignment": TOP, "border": BOX, "font": PLAIN},
    "bukan rumus": {"alignment": TOP, "border": BOX, "font": PLAIN, "quotePrefix": True},
    "nomor": {"alignment": TOP_CENTRE, "border": BOX, "font": PLAIN},
    "tanda": {"alignment": CENTRE, "border": BOX, "font": _font(12)},
    "tanggal": {"alignment": TOP_LEFT, "border": BOX, "font": PLAIN, "number_format": "[$-421]d mmmm yyyy"},
}
"""Style -> what makes it; a text that looks like a formula stays a text when somebody edits it ("bukan rumus")."""

ONE_LINE = ("baris", "judul", "kotak")
"""Styles whose texts run on over the cells beside them."""


class Pen:
    """Writes sheets into one workbook; its styles are made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.styles: dict[str, Any] = {}

    def sheet(self, title: str, widths: Sequence[int]) -> Any:
        """A new sheet for A4 lying on its side, as wide as the paper."""
        sheet: Any = self.book.create_sheet(title)
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.7, footer=0.3)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.oddFooter.center.text = "&A - &P/&N"
        if not self.styles:
            self.styles = _styles(sheet)
        return sheet

    def table(self, title: str, widths: Sequence[int], rows: Iterable[Row], head: int = 0) -> Any:
        """A new sheet with rows; the first ones stay in sight, and are repeated on every page."""
        sheet = self.sheet(title, widths)
        if head:
            sheet.freeze_panes = f"A{head + 1}"
            sheet.print_title_rows = f"1:{head}"
        self.append(sheet, rows, widths)
        return sheet

    def append(self, sheet: Any, rows: Iterable[Row], widths: Sequence[int]) -> None:
        """The rows, as high as their longest text needs."""
        for number, row in enumerate(rows, 1):
            lines = max((_lines(cell, width) for cell, width in zip(row, widths, strict=False)), default=1)
            # only said, not laid down ("customHeight"): a row still grows when somebody writes more into it
            sheet.row_dimensions[number] = {"ht": f"{max(lines * LINE_HEIGHT, 15)}"}
            sheet.append([self._cell(sheet, cell) for cell in row])

    def offer(self, sheet: Any, choices: Sequence[str], place: str, strict: bool = True) -> None:
        """A dropdown, where its choices are few enough for one."""
        if len(",".join(choices)) > LONGEST_OFFER:
            return
        rule = DataValidation(type="list", formula1=f'"{",".join(choices)}"', allow_blank=True)
        rule.showErrorMessage = strict
        rule.add(place)
        sheet.data_validations.append(rule)

    def _cell(self, sheet: Any, cell: tuple[Any, str] | None) -> Any:
        if cell is None:
            return None
        value, style = cell
        if isinstance(value, str):
            inert = style == "isi" and FORMULA.match(value)
            return text_cell(sheet, value, self.styles["bukan rumus" if inert else style])
        return styled_cell(sheet, value, self.styles[style])


def _lines(cell: tuple[Any, str] | None, width: int) -> int:
    """How many lines a text takes in a column so many letters wide."""
    if cell is None or cell[0] is None or cell[1] in ONE_LINE:
        return 1
    text = str(cell[0])
    if len(text) < width and "\n" not in text:
        return 1
    return sum(len(wrap(line, max(width - 1, 4))) or 1 for line in text.split("\n"))


def _styles(sheet: Any) -> dict[str, Any]:
    """Styles for all cells of a workbook: making one for each cell takes most of the time."""
    styles = {}
    for name, parts in LOOKS.items():
        cell = any_cell(sheet, None)
        for part, value in parts.items():
            setattr(cell, part, value)
        styles[name] = cell._style
    return styles
