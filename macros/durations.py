"""Waktu as printed -> amount and unit, without ever turning one unit into another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Unit = Literal["menit", "jam", "hari", "hari kerja", "minggu", "bulan", "tahun"]

UNITS: tuple[Unit, ...] = ("menit", "jam", "hari", "hari kerja", "minggu", "bulan", "tahun")
"""Every unit, shortest first."""

SPELLINGS: tuple[tuple[str, Unit], ...] = (
    # (spelling seen in SOPs, unit); "hari kerja" must stand before "hari"
    ("menit", "menit"),
    ("mnt", "menit"),
    ("jam", "jam"),
    ("hari kerja", "hari kerja"),
    ("hari", "hari"),
    ("minggu", "minggu"),
    ("mgg", "minggu"),
    ("bulan", "bulan"),
    ("bln", "bulan"),
    ("tahun", "tahun"),
    ("thn", "tahun"),
)

AMOUNT = re.compile(
    r"(?P<bound>\b(?:maks(?:imal)?\.?|paling\s+lama|min(?:imal)?\.?|paling\s+cepat)\s+)?"
    r"(?<![\w.,-])(?P<low>\d{1,6}(?:[.,]\d{1,3})?)"
    r"(?:\s*(?:-|–|s\.?/?d\.?|sampai)\s*(?P<high>\d{1,6}(?:[.,]\d{1,3})?))?"
    r"\s*(?P<unit>" + "|".join(spelling.replace(" ", r"\s+") for spelling, _ in SPELLINGS) + r")[a-z]*"
    r"(?:\s*(?:/|per\b)\s*(?P<per>[^/()]+))?",
    re.IGNORECASE,
)

SAME_AS_ABOVE = re.compile(r"^-?\s*s\s*\.?\s*d\s*\.?\s*a\s*\.?$", re.IGNORECASE)
"""`S.d.a`, `- S. d. a`: sama dengan atas, same as above."""


@dataclass(frozen=True)
class Duration:
    """A printed time as numbers.

    `minimum` and `maximum` are in `satuan`; one of them is None where the text gives
    only a bound ("maks 60 hari"). `per` names what one such time is spent on
    ("15 menit/ elemen data"), `untuk` the case it holds for where a text has several.
    """

    minimum: Decimal | None
    maximum: Decimal | None
    satuan: Unit
    per: str | None = None
    untuk: str | None = None

    @property
    def span(self) -> tuple[Decimal, Decimal] | None:
        """Minimum and maximum where it can stand in a total: a known amount that is not per something."""
        if self.minimum is None or self.maximum is None or self.per is not None:
            return None
        return self.minimum, self.maximum


def is_same_as_above(text: str | None) -> bool:
    """Whether a cell says that it repeats the one above."""
    return bool(text and SAME_AS_ABOVE.match(text.strip()))


def parse_durations(text: str | None) -> tuple[Duration, ...]:
    """All times in a printed text, in its order; empty for "H-1", "sesuai kegiatan", "-" or blank."""
    if not text:
        return ()
    text = " ".join(text.split())
    matches = list(AMOUNT.finditer(text))
    return tuple(_duration(match, _case(text, matches, index)) for index, match in enumerate(matches))


def _duration(match: re.Match[str], case: str | None) -> Duration:
    low = Decimal(match["low"].replace(",", "."))
    high = Decimal(match["high"].replace(",", ".")) if match["high"] else low
    bound = (match["bound"] or "").lower()
    if bound.startswith(("maks", "paling lama")):
        minimum, maximum = None, high
    elif bound:
        minimum, maximum = low, None
    else:
        minimum, maximum = low, high
    unit_text = " ".join(match["unit"].lower().split())
    unit = next(unit for spelling, unit in SPELLINGS if unit_text == spelling)
    per = match["per"].strip(" .") if match["per"] else None
    return Duration(minimum, maximum, unit, per, case)


def _case(text: str, matches: list[re.Match[str]], index: int) -> str | None:
    """What a time among several is for: the words after it, or before it where none follow."""
    if len(matches) < 2:
        return None
    before = text[matches[index - 1].end() if index else 0 : matches[index].start()]
    after = text[matches[index].end() : matches[index + 1].start() if index + 1 < len(matches) else len(text)]
    words_first = bool(text[: matches[0].start()].strip())
    return (before if words_first else after).strip(" ()-;,.") or None


@dataclass(frozen=True)
class Total:
    """Sum of times in one unit over several steps."""

    minimum: Decimal
    maximum: Decimal
    satuan: Unit
    langkah: int


def totals(durations: Iterable[tuple[Duration, ...]]) -> tuple[tuple[Total, ...], int]:
    """Sums per unit, shortest unit first, and how many steps could not be counted.

    A step counts if its text gives exactly one amount; a unit is never converted.
    """
    sums: dict[Unit, Total] = {}
    left_out = 0
    for step in durations:
        span = step[0].span if len(step) == 1 else None
        if span is None:
            left_out += 1
            continue
        unit = step[0].satuan
        known = sums.get(unit, Total(Decimal(0), Decimal(0), unit, 0))
        sums[unit] = Total(known.minimum + span[0], known.maximum + span[1], unit, known.langkah + 1)
    return tuple(sums[unit] for unit in UNITS if unit in sums), left_out
