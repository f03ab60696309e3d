"""When data are to be renewed: the newest year and how often they are made, and nothing that nobody laid down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.satu_data.catalogue import Entry
from macros.statistik.models.indicator import Period

YEARS: Mapping[Period, int] = {
    "bulanan": 1,
    "triwulanan": 1,
    "semesteran": 1,
    "tahunan": 1,
    "dua tahunan": 2,
    "lima tahunan": 5,
    "sepuluh tahunan": 10,
}
"""Years from one year of data to the next. Data made more often than yearly are told by year here, too."""

State = Literal["menunggu", "berjalan", "nanti"]
"""menunggu: the year of data is over and its figures are not here; berjalan: that year is this one; nanti: later."""

STATES: Mapping[State, str] = {
    "menunggu": "tahun datanya sudah berakhir, angkanya belum dimuat",
    "berjalan": "tahun datanya sedang berjalan",
    "nanti": "tahun datanya belum mulai",
}


@dataclass(frozen=True)
class Renewal:
    """What comes next for one dataset."""

    entry: Entry
    tahun: int
    """The next year of data."""
    keadaan: State

    @property
    def dapat_mulai(self) -> date:
        """The day after that year has ended: from then on its figures can be there. No deadline."""
        return date(self.tahun + 1, 1, 1)

    @property
    def keterangan(self) -> str:
        """The state in words."""
        return STATES[self.keadaan]


def next_year(last: int, period: Period) -> int:
    """The year of data after `last`."""
    return last + YEARS[period]


def renewals(entries: Iterable[Entry], today: date) -> tuple[Renewal, ...]:
    """What comes next, the earliest year first; datasets without a period have none."""
    found = []
    for entry in entries:
        period, last = entry.metadata.periode, entry.tahun_terakhir
        if period and last is not None:
            year = next_year(last, period)
            state: State = "menunggu" if year < today.year else "berjalan" if year == today.year else "nanti"
            found.append(Renewal(entry, year, state))
    return tuple(sorted(found, key=lambda item: (item.tahun, item.entry.dataset.nama)))
