"""Numbers -> places on the drawing, and texts -> lines that fit."""

from __future__ import annotations

import math
import textwrap
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

WIDTH = 340
"""Width of every drawing in its own units: about the CSS pixels it has on a phone, so its text stays readable there."""
FONT = 13
"""Size of text in the same units; the style sheet repeats it."""
CHARACTER = 0.57
"""Average width of a character in parts of the font's size, on the safe side for common sans-serif fonts."""
LINE = 16
"""From one line of text to the next."""
TICKS = 4
"""About as many lines across the drawing as values are marked on its axis."""


@dataclass(frozen=True)
class Element:
    """One element of the drawing, to be printed as it is; `atribut` never holds a style."""

    tag: str
    kelas: str
    atribut: tuple[tuple[str, str], ...]
    teks: str = ""


@dataclass(frozen=True)
class Drawing:
    """A finished drawing, `WIDTH` wide; `pola` are the numbers of the series that need a pattern."""

    tinggi: str
    elemen: tuple[Element, ...]
    pola: tuple[int, ...] = ()
    lebar: int = WIDTH


@dataclass(frozen=True)
class Scale:
    """The way from values between `low` and `high` to places between `start` and `end`."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Where a value lies."""
        return self.start + (self.end - self.start) * float((value - self.low) / (self.high - self.low))


def nice_step(span: Decimal) -> Decimal:
    """A step of 1, 2 or 5 times a power of ten that parts `span` in about `TICKS`."""
    rough = span / TICKS
    power = Decimal(10) ** math.floor(rough.log10())
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def nice_ticks(low: Decimal, high: Decimal, *, whole: bool) -> tuple[Decimal, ...]:
    """Round values from below `low` to above `high`; only whole ones where the values are."""
    if low == high:
        low, high = (low - 1, high + 1) if low else (low, high + 1)
    step = nice_step(high - low)
    if whole:
        step = max(step, Decimal(1))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * number for number in range(int(first), int(last) + 1))


def wrapped(text: str, width: float) -> list[str]:
    """The text on lines of at most `width` units; a longer word is broken."""
    return textwrap.wrap(text, max(1, int(width / (FONT * CHARACTER)))) or [""]


def text_width(text: str) -> float:
    """About how wide a text is."""
    return len(text) * FONT * CHARACTER


def number(value: float) -> str:
    """A coordinate with at most two decimals; the same input gives the same text."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(tag: str, kelas: str, teks: str = "", /, **attributes: float | str) -> Element:
    """An element with its coordinates; `text_anchor` becomes `text-anchor`."""
    named = (
        (name.replace("_", "-"), value if isinstance(value, str) else number(value))
        for name, value in attributes.items()
    )
    return Element(tag, kelas, tuple(named), teks)
