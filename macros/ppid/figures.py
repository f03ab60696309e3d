"""The register in figures: how many, how they ended, how long they took.

Days are working days from the day after receipt to the answer (UU 14/2008: 10, once +7 with a written reason).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from statistics import median

from macros.ppid.models.register import OPEN, OUTCOMES, WITHDRAWN, Request
from macros.ppid.workdays import Calendar

ANSWER_DAYS = 10
"""Working days within which a request is answered."""
EXTENSION_DAYS = 7
"""Working days by which the answer may be put off once."""


def days_between(calendar: Calendar, start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; `start` is day 0."""
    return sum(calendar.works(start + timedelta(days=number)) for number in range(1, (end - start).days + 1))


def limit(request: Request) -> int:
    """Working days that this request may take."""
    return ANSWER_DAYS + (EXTENSION_DAYS if request.diperpanjang == "ya" else 0)


def percent(part: int, whole: int) -> Decimal | None:
    """`part` of `whole` in percent with one decimal; None of nothing."""
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True)
class ServiceFigures:
    """Some requests in figures, seen on one day."""

    permohonan: tuple[Request, ...]
    calendar: Calendar
    today: date

    @property
    def jumlah(self) -> int:
        """All requests."""
        return len(self.permohonan)

    @cached_property
    def hasil(self) -> Mapping[str, int]:
        """Outcome -> requests, every outcome in the law's order."""
        counts = Counter(request.hasil for request in self.permohonan)
        return {outcome: counts[outcome] for outcome in OUTCOMES}

    @cached_property
    def perangkat_daerah(self) -> Mapping[str, int]:
        """Agency id -> requests, most first."""
        counts = Counter(request.perangkat_daerah for request in self.permohonan)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def hari(self) -> tuple[int, ...]:
        """Working days of every answered request, in the register's order; withdrawn ones are not timed."""
        return tuple(days for _, days in self._timed)

    @property
    def median(self) -> Decimal | None:
        """The middle of those days; half of the answers were quicker."""
        return Decimal(str(median(self.hari))) if self.hari else None

    @property
    def terlama(self) -> int | None:
        """The longest of those days."""
        return max(self.hari, default=None)

    @property
    def belum_pasti(self) -> tuple[int, ...]:
        """Years whose holidays are not known, so that days of requests received then are counted too high."""
        return tuple(sorted({request.diterima.year for request, _ in self._timed} - self.calendar.tahun))

    @cached_property
    def tepat(self) -> int:
        """Answers within their limit."""
        return sum(days <= limit(request) for request, days in self._timed)

    @cached_property
    def lewat(self) -> int:
        """Open requests that have passed their limit."""
        waiting = (request for request in self.permohonan if request.hasil == OPEN)
        return sum(days_between(self.calendar, request.diterima, self.today) > limit(request) for request in waiting)

    @property
    def dinilai(self) -> int:
        """Requests whose timeliness is known: answered, or open beyond their limit."""
        return len(self._timed) + self.lewat

    @property
    def persen_tepat(self) -> Decimal | None:
        """Share of those that were answered in time."""
        return percent(self.tepat, self.dinilai)

    @property
    def diperpanjang(self) -> int:
        """Requests whose time was extended."""
        return sum(request.diperpanjang == "ya" for request in self.permohonan)

    @property
    def penolakan(self) -> tuple[tuple[str, int], ...]:
        """(reason, requests) of those refused in whole or part, most frequent first."""
        reasons = Counter(request.alasan_penolakan for request in self.permohonan if request.alasan_penolakan)
        return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

    @property
    def keberatan(self) -> tuple[Request, ...]:
        """Requests that led to an objection."""
        return tuple(request for request in self.permohonan if request.keberatan)

    @property
    def sengketa(self) -> tuple[Request, ...]:
        """Requests that led to a dispute."""
        return tuple(request for request in self.permohonan if request.sengketa)

    @cached_property
    def _timed(self) -> tuple[tuple[Request, int], ...]:
        return tuple(
            (request, days_between(self.calendar, request.diterima, request.dijawab))
            for request in self.permohonan
            if request.dijawab and request.hasil != WITHDRAWN
        )


def all_requests(register: Mapping[int, Iterable[Request]]) -> tuple[Request, ...]:
    """The requests of all years."""
    return tuple(request for requests in register.values() for request in requests)
