"""Scores, totals and ranks of a period: each criterion's weight times how far it is met, added up as printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from macros.models.registers import Agency
from macros.ppid.assessment import rounded
from macros.spbe.situs.measures import measured
from macros.spbe.situs.models import MACHINE, PERSON, Criterion, FollowUp, Judged, Level, Seen
from macros.spbe.situs.reading import Period


@dataclass(frozen=True)
class CriterionScore:
    """A criterion and how far it is met; `nilai` is None as long as nobody knows."""

    kriteria: Criterion
    nilai: Decimal | None
    oleh: str | None
    """`mesin` or `orang`: who said so."""
    bukti: str
    tanggal: date | None

    @property
    def poin(self) -> Decimal:
        """Points out of the weight, two decimals; 0 as long as nobody knows."""
        return rounded(self.kriteria.bobot * self.nilai / 100) if self.nilai is not None else Decimal(0)

    @property
    def diganti(self) -> bool:
        """Whether a person's score stands in for a machine's."""
        return self.kriteria.cara == MACHINE and self.oleh == PERSON


@dataclass(frozen=True)
class AgencyScore:
    """All criteria of one agency in one period."""

    perangkat_daerah: Agency
    kriteria: tuple[CriterionScore, ...]
    situs: str | None
    """The address that the checker looked at."""

    @cached_property
    def jumlah(self) -> Decimal:
        """The points as they stand in the table, added up."""
        return sum((item.poin for item in self.kriteria), Decimal(0))

    @property
    def kurang(self) -> tuple[CriterionScore, ...]:
        """Criteria that nobody has judged yet."""
        return tuple(item for item in self.kriteria if item.nilai is None)

    @property
    def lengkap(self) -> bool:
        """Whether every criterion is judged: only then does the sum compare."""
        return not self.kurang

    @property
    def bobot_terisi(self) -> Decimal:
        """Weights of the criteria that are judged."""
        return sum((item.kriteria.bobot for item in self.kriteria if item.nilai is not None), Decimal(0))


@dataclass(frozen=True)
class Ranked:
    """An agency with its place; those with the same sum share a place, and the next place is left out."""

    peringkat: int
    nilai: AgencyScore
    bersama: bool
    """Whether others share the place."""


@dataclass(frozen=True)
class PeriodResult:
    """One period, scored."""

    periode: Period
    nilai: Mapping[str, AgencyScore]
    """Agency -> its scores; only agencies that were seen or judged."""

    @cached_property
    def peringkat(self) -> tuple[Ranked, ...]:
        """The ranking of all that are judged completely."""
        return ranking(item for item in self.nilai.values() if item.lengkap)

    @cached_property
    def tempat(self) -> Mapping[str, Ranked]:
        """Agency -> its place."""
        return {item.nilai.perangkat_daerah.id: item for item in self.peringkat}

    @cached_property
    def belum_lengkap(self) -> tuple[AgencyScore, ...]:
        """Agencies with a criterion that nobody has judged, by name."""
        found = (item for item in self.nilai.values() if not item.lengkap)
        return tuple(sorted(found, key=lambda item: item.perangkat_daerah.nama))

    @cached_property
    def rata_rata(self) -> Decimal | None:
        """Mean of the sums in the ranking, two decimals; None without a ranking."""
        sums = [item.nilai.jumlah for item in self.peringkat]
        return rounded(sum(sums, Decimal(0)) / len(sums)) if sums else None

    @cached_property
    def kriteria(self) -> Mapping[str, Criterion]:
        """The form's criteria by id."""
        return {item.id: item for item in self.periode.formulir.kriteria}

    @property
    def sementara(self) -> bool:
        """Whether the period is still under way."""
        return self.periode.isi.status == "berlangsung"


def ranking(scores: Iterable[AgencyScore]) -> tuple[Ranked, ...]:
    """From the highest sum down, names in order where sums are the same: places 1, 2, 2, 4."""
    ordered = sorted(scores, key=lambda item: (-item.jumlah, item.perangkat_daerah.nama))
    places: list[int] = []
    for index, item in enumerate(ordered):
        same = index > 0 and item.jumlah == ordered[index - 1].jumlah
        places.append(places[-1] if same else index + 1)
    counts: dict[int, int] = {}
    for place in places:
        counts[place] = counts.get(place, 0) + 1
    return tuple(Ranked(place, item, counts[place] > 1) for place, item in zip(places, ordered, strict=True))


def score_period(period: Period, agencies: Mapping[str, Agency]) -> PeriodResult:
    """Score every agency that was seen or judged."""
    ids = [id_ for id_ in agencies if id_ in period.terlihat or id_ in period.dinilai]
    scores = {
        id_: _score_agency(period.formulir.kriteria, agencies[id_], period.terlihat.get(id_), period.dinilai.get(id_))
        for id_ in ids
    }
    return PeriodResult(period, scores)


def _score_agency(
    criteria: Sequence[Criterion], agency: Agency, seen: Seen | None, judged: Judged | None
) -> AgencyScore:
    scores = tuple(_score(criterion, seen, judged) for criterion in criteria)
    return AgencyScore(agency, scores, seen.situs if seen else None)


def _score(criterion: Criterion, seen: Seen | None, judged: Judged | None) -> CriterionScore:
    """A person's score where there is one, for it may stand in for a machine's; else what a machine saw."""
    if judged and criterion.id in judged.nilai:
        score = judged.nilai[criterion.id]
        told = _level(criterion.tingkat, score) or judged.catatan or ""
        return CriterionScore(criterion, score, PERSON, told, judged.tanggal)
    if criterion.cara != MACHINE:
        return CriterionScore(criterion, None, None, "belum dinilai", None)
    if seen is None:
        return CriterionScore(criterion, None, None, "belum dilihat mesin", None)
    found = measured(seen, criterion)
    return CriterionScore(
        criterion, found.nilai, MACHINE if found.nilai is not None else None, found.bukti, seen.diperiksa
    )


def _level(levels: Iterable[Level], score: Decimal) -> str | None:
    return next((level.arti for level in levels if level.nilai == score), None)


@dataclass(frozen=True)
class FollowUpState:
    """Recommendations of a period, counted on one day."""

    baris: tuple[FollowUp, ...]
    hari_ini: date

    @property
    def selesai(self) -> int:
        """How many are done."""
        return sum(row.keadaan == "selesai" for row in self.baris)

    def terlambat(self, row: FollowUp) -> bool:
        """Whether a recommendation is not done though its day has passed."""
        return row.keadaan != "selesai" and row.tenggat is not None and row.tenggat < self.hari_ini

    @property
    def lewat(self) -> int:
        """How many are late."""
        return sum(map(self.terlambat, self.baris))
