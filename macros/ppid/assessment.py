"""The self-assessment: each criterion's weight times the mean of its indicators, added up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from macros.ppid.measures import MEASURES, Evidence, Measured
from macros.ppid.models.emonev import Criteria, Criterion, Indicator

CENT = Decimal("0.01")


def rounded(value: Decimal) -> Decimal:
    """Two decimals, halves up, as scores are announced."""
    return value.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class ScoredIndicator:
    """An indicator and what was measured."""

    indikator: Indicator
    ukur: Measured

    @property
    def persen(self) -> Decimal:
        """The share in percent, two decimals."""
        return rounded(self.ukur.bagian * 100)


@dataclass(frozen=True)
class ScoredCriterion:
    """A criterion with the points it brings; all its indicators weigh the same."""

    unsur: Criterion
    indikator: tuple[ScoredIndicator, ...]

    @property
    def persen(self) -> Decimal:
        """Mean of its indicators in percent, two decimals."""
        return rounded(self._mean * 100)

    @property
    def nilai(self) -> Decimal:
        """Points out of its weight, two decimals."""
        return rounded(self.unsur.bobot * self._mean)

    @property
    def _mean(self) -> Decimal:
        return sum((item.ukur.bagian for item in self.indikator), Decimal(0)) / len(self.indikator)


@dataclass(frozen=True)
class SelfAssessment:
    """All criteria of a year, scored on one day's evidence."""

    kriteria: Criteria
    unsur: tuple[ScoredCriterion, ...]

    @cached_property
    def nilai(self) -> Decimal:
        """The points as they stand in the table, added up."""
        return sum((item.nilai for item in self.unsur), Decimal(0))

    @property
    def predikat(self) -> str:
        """The band that the score falls into."""
        return self.kriteria.band(self.nilai)


def assess(criteria: Criteria, evidence: Evidence) -> SelfAssessment:
    """Score every criterion; an indicator without evidence brings nothing."""
    return SelfAssessment(
        criteria,
        tuple(
            ScoredCriterion(
                item,
                tuple(ScoredIndicator(indicator, MEASURES[indicator.ukuran](evidence)) for indicator in item.indikator),
            )
            for item in criteria.unsur
        ),
    )
