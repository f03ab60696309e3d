"""Sheets of paper and the sizes of type to try on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MM = 96 / 25.4
"""CSS pixels per millimetre."""
PT = 96 / 72
"""CSS pixels per point."""

SPARE = 0.5
"""Millimetres of the page left unused, so that rounding never makes the browser shrink or break a page."""

PaperName = Literal["A4", "F4"]


@dataclass(frozen=True)
class Paper:
    """A sheet, lying; all lengths in millimetres."""

    nama: str
    lebar: float
    tinggi: float
    atas: float = 11
    bawah: float = 14
    """Room for the page number."""
    sisi: float = 12

    @property
    def width(self) -> float:
        """Width for content, in CSS pixels."""
        return (self.lebar - 2 * self.sisi - SPARE) * MM

    @property
    def height(self) -> float:
        """Height for content, in CSS pixels."""
        return (self.tinggi - self.atas - self.bawah - SPARE) * MM

    def sides(self, upright: bool) -> tuple[str, str]:
        """Width and height as CSS lengths."""
        width, height = self.lengths(upright)
        return f"{width}mm", f"{height}mm"

    def lengths(self, upright: bool) -> tuple[float, float]:
        """Width and height in millimetres."""
        return (self.tinggi, self.lebar) if upright else (self.lebar, self.tinggi)


PAPERS: dict[str, Paper] = {"A4": Paper("A4", 297, 210), "F4": Paper("F4", 330, 215)}
"""F4 (folio) is what most Indonesian offices keep beside A4."""


@dataclass(frozen=True)
class Type:
    """A way to set the table: the size of its text in points, and whether words may be broken anywhere."""

    pt: float
    patah: bool = False

    @property
    def px(self) -> float:
        """The size in CSS pixels."""
        return self.pt * PT


TYPES: tuple[Type, ...] = (
    *(Type(pt) for pt in (8, 7.5, 7, 6.5, 6)),
    *(Type(pt, patah=True) for pt in (6, 5.5, 5, 4.5, 4, 3.5, 3)),
)
"""What is tried in turn until the table fits the page: smaller type first, broken words after that."""

IDENTITY_PT: tuple[float, ...] = (9, 8.5, 8, 7.5, 7)
"""Sizes tried in turn until the identity sheet fits one page; where none does, it goes on with the first."""
