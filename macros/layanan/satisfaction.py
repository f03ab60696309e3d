"""The IKM, exactly: index of satisfaction of PermenPANRB 14/2017.

For each of the nine unsur the mean of its answers (NRR); the sum of the means, each times its weight; times 25.
The weights are equal and sum up to 1, so each is 1/9: as a fraction, because 0.11 or 0.111 understates the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from macros.layanan.survey_models import Grade

LOWEST, HIGHEST = 1, 4
"""The scale of an answer."""

ELEMENTS = 9
"""Unsur of the regulation."""

CONVERSION = 25
"""What makes 1 to 4 into 25 to 100."""

FEWEST = 10
"""With fewer persons single answers could be told apart: their answers and profile are not published. The portal's
own setting."""

CHI_SQUARE, SHARE, ERROR = Fraction("3.841"), Fraction(1, 2), Fraction(1, 20)
"""Krejcie and Morgan: chi square for one degree of freedom at 95%, population share, error."""


def weight(elements: int) -> Fraction:
    """What one of so many unsur counts."""
    return Fraction(1, elements)


def sample_size(population: int) -> int:
    """Persons to ask of so many (Krejcie and Morgan), rounded to the nearest as their table is."""
    spread = CHI_SQUARE * SHARE * (1 - SHARE)
    return rounded(spread * population / (ERROR**2 * (population - 1) + spread))


def rounded(value: Fraction, places: int = 0) -> int:
    """`value` times ten to the power of `places`, rounded half up."""
    return int(value * 10**places + Fraction(1, 2))


def two_decimals(value: Fraction) -> Decimal:
    """A number as it is shown."""
    return Decimal(rounded(value, 2)) / 100


@dataclass(frozen=True)
class Mean:
    """The answers to the question about one unsur."""

    jawaban: tuple[int, ...]
    """Those who answered."""

    @property
    def jumlah(self) -> int:
        """How many answered."""
        return len(self.jawaban)

    @property
    def nrr(self) -> Fraction | None:
        """Their mean; None where nobody answered."""
        return Fraction(sum(self.jawaban), len(self.jawaban)) if self.jawaban else None

    @property
    def sebaran(self) -> tuple[int, ...]:
        """How many gave 1, 2, 3 and 4."""
        return tuple(self.jawaban.count(value) for value in range(LOWEST, HIGHEST + 1))


@dataclass(frozen=True)
class Satisfaction:
    """The answers of a survey: one row for each person, one value for each unsur, None where it was left blank."""

    jawaban: tuple[tuple[int | None, ...], ...]
    unsur: int = ELEMENTS

    @property
    def responden(self) -> int:
        """How many persons answered."""
        return len(self.jawaban)

    @cached_property
    def nilai(self) -> tuple[Mean, ...]:
        """The answers by unsur."""
        return tuple(Mean(_given(row[index] for row in self.jawaban)) for index in range(self.unsur))

    @cached_property
    def ikm(self) -> Fraction | None:
        """The index, 25 to 100; None where an unsur has no answer."""
        means = [mean.nrr for mean in self.nilai]
        known = [mean for mean in means if mean is not None]
        if not means or len(known) < len(means):
            return None
        return sum((mean * weight(self.unsur) for mean in known), Fraction(0)) * CONVERSION


def _given(values: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(value for value in values if value is not None)


def grade(index: Fraction, table: Sequence[Grade]) -> Grade:
    """The quality of an index. The table has two decimals, so the index is rounded as it is shown."""
    shown = two_decimals(index)
    return next(item for item in table if item.mulai <= shown <= item.sampai)
