"""Working days: which days count, and on which day a period ends.

The same rule stands in docs/aset/ppid/hari-kerja.js for the calculator in the browser; a test runs both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.ppid.models.deadlines import Period, SharedLeave
from macros.ppid.models.holidays import HolidayDocument

DAY = timedelta(days=1)
SATURDAY = 5
"""`date.weekday()` of the first day of the weekend."""


@dataclass(frozen=True)
class Count:
    """Where a count of working days ended, and what it passed."""

    akhir: date
    dilewati: tuple[date, ...]
    """Holidays from Monday to Friday that were not counted."""
    belum_pasti: tuple[int, ...]
    """Years that were entered without knowing their holidays: only weekends were left out there."""


@dataclass(frozen=True)
class Calendar:
    """Which days are worked on: not Saturdays, not Sundays, not holidays."""

    libur: frozenset[date]
    tahun: frozenset[int]
    """Years whose holidays are known."""

    @classmethod
    def of(cls, years: Iterable[HolidayDocument], shared_leave: SharedLeave) -> Calendar:
        """The calendar of the years given; cuti bersama is a holiday where `shared_leave` says so."""
        known = tuple(years)
        days = (day for year in known for day in year.hari)
        closed = (day.tanggal for day in days if day.jenis == "libur nasional" or shared_leave == "bukan hari kerja")
        return cls(frozenset(closed), frozenset(year.tahun for year in known))

    def works(self, day: date) -> bool:
        """Whether offices work on this day, as far as is known."""
        return day.weekday() < SATURDAY and day not in self.libur

    def count(self, start: date, days: int) -> Count:
        """The `days`-th working day after `start`; `start` itself is day 0, whether or not it is worked on."""
        day, left = start, days
        passed: list[date] = []
        years: set[int] = set()
        while left:
            day += DAY
            if day.year not in self.tahun:
                years.add(day.year)
            if self.works(day):
                left -= 1
            elif day.weekday() < SATURDAY:
                passed.append(day)
        return Count(day, tuple(passed), tuple(sorted(years)))


@dataclass(frozen=True)
class Deadline:
    """The end of one period."""

    jangka: Period
    mulai: date
    hitungan: Count
    perkiraan: bool
    """It begins at the last day of an earlier period, which may end before that."""


def deadlines(calendar: Calendar, periods: Iterable[Period], first: str, start: date) -> tuple[Deadline, ...]:
    """The deadline of period `first`, which begins on `start`, and of all that follow it.

    Years that were uncertain on the way stay so in all that follows.
    """
    found: dict[str, Deadline] = {}
    for period in periods:
        before = found.get(period.sesudah) if period.sesudah else None
        if period.id == first:
            found[period.id] = Deadline(period, start, calendar.count(start, period.hari_kerja), perkiraan=False)
        elif before:
            begin = before.hitungan.akhir
            count = calendar.count(begin, period.hari_kerja)
            uncertain = tuple(sorted({*before.hitungan.belum_pasti, *count.belum_pasti}))
            guessed = before.perkiraan or period.mulai is not None
            found[period.id] = Deadline(period, begin, replace(count, belum_pasti=uncertain), guessed)
    return tuple(found.values())
