"""The Data Award: weight times score for each criterion, added up, and the ranking that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from macros.models.registers import Agency
from macros.satu_data.fulfilment import CENT, Fulfilment, percent
from macros.satu_data.models import CriteriaDocument, Criterion, ScoresDocument


@dataclass(frozen=True)
class Points:
    """One criterion of one agency."""

    kriteria: Criterion
    nilai: Decimal
    """The score, 0 to 100."""
    bukti: str = ""
    """What it was counted from, where the portal counted it."""

    @property
    def hasil(self) -> Decimal:
        """Weight times score, two decimals, halves up."""
        return (self.kriteria.bobot * self.nilai / 100).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Total:
    """One agency with its arithmetic."""

    perangkat_daerah: Agency
    angka: tuple[Points, ...]
    catatan: str | None = None

    @cached_property
    def jumlah(self) -> Decimal:
        """The points as they are printed, added up."""
        return sum((points.hasil for points in self.angka), Decimal(0))


@dataclass(frozen=True)
class Ranked:
    """An agency and its rank; equal totals share a rank, and the next one counts all before it (1, 2, 2, 4)."""

    peringkat: int
    total: Total


@dataclass(frozen=True)
class Ranking:
    """The ranking of one year, by one formula."""

    tahun: int
    kriteria: CriteriaDocument
    urutan: tuple[Ranked, ...]

    @cached_property
    def peringkat(self) -> Mapping[str, int]:
        """Id of an agency -> its rank."""
        return {item.total.perangkat_daerah.id: item.peringkat for item in self.urutan}


def rank(totals: Iterable[Total]) -> tuple[Ranked, ...]:
    """The agencies from the highest total to the lowest; within a rank by name."""
    order = sorted(totals, key=lambda item: (-item.jumlah, item.perangkat_daerah.nama))
    first: dict[Decimal, int] = {}
    for number, item in enumerate(order, start=1):
        first.setdefault(item.jumlah, number)
    return tuple(Ranked(first[item.jumlah], item) for item in order)


def judged(year: int, scores: ScoresDocument, criteria: CriteriaDocument, agencies: Mapping[str, Agency]) -> Ranking:
    """The ranking by the scores that a jury gave."""
    totals = (
        Total(
            agencies[item.perangkat_daerah],
            tuple(Points(criterion, item.nilai[criterion.id]) for criterion in criteria.kriteria),
            item.catatan,
        )
        for item in scores.nilai
    )
    return Ranking(year, criteria, rank(totals))


def counted(found: Fulfilment, criteria: CriteriaDocument) -> Ranking | None:
    """The ranking by what the portal counts; None where a criterion is not countable."""
    if any(criterion.ukuran is None for criterion in criteria.kriteria):
        return None
    totals = []
    for agency in found.perangkat_daerah:
        points = []
        for criterion in criteria.kriteria:
            assert criterion.ukuran
            part, whole = agency.measured(criterion.ukuran)
            points.append(Points(criterion, percent(part, whole), f"{part} dari {whole}"))
        totals.append(Total(agency.perangkat_daerah, tuple(points)))
    return Ranking(found.tahun, criteria, rank(totals))


def history(rankings: Sequence[Ranking]) -> list[tuple[str, list[int | None]]]:
    """Every agency that was ever ranked, by name, with its rank in each ranking; None where it has none."""
    ranked = (item.total.perangkat_daerah for one in rankings for item in one.urutan)
    names = {agency.id: agency.nama for agency in ranked}
    return [(names[id_], [one.peringkat.get(id_) for one in rankings]) for id_ in sorted(names, key=names.__getitem__)]
