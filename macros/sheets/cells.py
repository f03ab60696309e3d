"""What a cell of a spreadsheet holds, and texts as every spreadsheet gives them back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

CELL_LIMIT = 32_767
"""Characters that a cell of a spreadsheet holds at most."""

CUT = " … (terpotong; selengkapnya di portal)"
"""End of a text that is longer than a cell."""

NOT_FOR_CELLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What no spreadsheet stores."""

FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""How a cell begins that a spreadsheet takes for a formula (OWASP, CSV injection), however often it was made inert."""


@dataclass(frozen=True)
class Day:
    """A cell that holds a date; `to_month` where it shows no day, as `Maret 2024`."""

    day: date
    to_month: bool = False


@dataclass(frozen=True)
class Unusable:
    """A cell that cannot be read; the message says why and what to do."""

    message: str


Cell: TypeAlias = str | int | float | Day | Unusable
"""An empty cell is ""."""


def normal_heading(text: str) -> str:
    """A heading for comparing: no case, no line breaks, no spaces around a slash."""
    return re.sub(r"\s*/\s*", "/", " ".join(text.split())).casefold().rstrip(" *:")


def number_text(number: int | float) -> str:
    """A number as people type it: `15`, `1,5`."""
    if isinstance(number, float):
        return str(int(number)) if number.is_integer() else str(number).replace(".", ",")
    return str(number)


def cell_text(text: str) -> str:
    """A text as every spreadsheet gives it back: plain line feeds, no control characters, within the limit.

    Both the exported cell and what it is compared with pass here, so that the trip changes nothing.
    """
    plain = NOT_FOR_CELLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(plain) <= CELL_LIMIT // 2:
        return plain
    units = len(plain) + sum(character > "\uffff" for character in plain)  # spreadsheets count UTF-16
    return plain if units <= CELL_LIMIT else plain[: CELL_LIMIT // 2 - len(CUT)].rstrip() + CUT


def is_cut(text: str) -> bool:
    """Whether a text was too long for a cell, so that only its beginning is there."""
    return text.endswith(CUT)
