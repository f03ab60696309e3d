"""The Daftar Informasi Publik as it stands on one day: which entries, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.ppid.models.information import CATEGORIES, Information

RANK = {name: rank for rank, name in enumerate(CATEGORIES)}


def in_order(entries: Iterable[Information]) -> tuple[Information, ...]:
    """By category as the law counts them, then by title; the id settles what is left."""
    return tuple(sorted(entries, key=lambda item: (RANK[item.kategori], item.judul.casefold(), item.id)))


@dataclass(frozen=True)
class Dip:
    """All entries that have been published by `today`; drafts and what is to come are not in it."""

    information: Mapping[str, Information]
    today: date

    @cached_property
    def published(self) -> Mapping[str, Information]:
        """Every entry with a page, in the list's order: those in the list and those withdrawn from it."""
        shown = (item for item in self.information.values() if item.tampil(self.today))
        return {item.id: item for item in in_order(shown)}

    @cached_property
    def listed(self) -> tuple[Information, ...]:
        """The entries that make up the list."""
        return tuple(item for item in self.published.values() if not item.ditarik(self.today))

    @cached_property
    def withdrawn(self) -> tuple[Information, ...]:
        """The entries that once stood in it."""
        return tuple(item for item in self.published.values() if item.ditarik(self.today))

    @cached_property
    def replaces(self) -> Mapping[str, tuple[Information, ...]]:
        """Id -> the published entries that it replaces."""
        found: dict[str, tuple[Information, ...]] = {}
        for item in self.published.values():
            if item.diganti_oleh:
                found[item.diganti_oleh] = (*found.get(item.diganti_oleh, ()), item)
        return found

    @cached_property
    def undecided(self) -> int:
        """How many entries of the list have a category that the PPID has not laid down."""
        return sum(not item.kategori_ditetapkan for item in self.listed)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that have a list of their own: from the first publication to this year, newest first."""
        first = min((item.terbit.year for item in self.published.values() if item.terbit), default=None)
        return tuple(range(self.today.year, first - 1, -1)) if first else ()

    def of_year(self, year: int) -> tuple[Information, ...]:
        """The list as it stood on the last day of a year, or stands today in the year under way."""
        day = min(date(year, 12, 31), self.today)
        return tuple(item for item in self.published.values() if item.terlihat(day))
