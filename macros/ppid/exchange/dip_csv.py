"""The list as CSV: UTF-8 with a byte order mark, comma, header row, RFC 4180; nothing in it is a formula."""

from __future__ import annotations

import csv
import io
import re

from macros.ppid.exchange.columns import COLUMNS, rows
from macros.ppid.exchange.selection import Selection
from macros.sheets.cells import FORMULA

INERT_FORMULA = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins like one.

    "'Aisyah" begins like none and stays as it is; "'=1" gets a second one, so that `restored` undoes exactly this.
    """
    return f"'{text}" if FORMULA.match(text) else text


def restored(text: str) -> str:
    """A cell as it was before `inert`."""
    return text[1:] if INERT_FORMULA.match(text) else text


def dip_csv(selection: Selection) -> bytes:
    """`/ppid/dip.csv`: one row per entry, the headings as offices use them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.heading for column in COLUMNS)
    for row in rows(selection):
        writer.writerow(inert(row[column.key]) for column in COLUMNS)
    return out.getvalue().encode("utf-8-sig")
