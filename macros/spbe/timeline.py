"""Regulations in time: when each was made, what later ones did to it, and which SOPs stand on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.models.registers import Change, Regulation
from macros.models.sop import Sop
from macros.portal import Portal
from macros.views.common import Link, regulation_address, sop_link
from macros.views.regulations import TONES

ENDING = ("mencabut", "menggantikan")
"""Effects after which an earlier regulation no longer holds."""


@dataclass(frozen=True)
class Event:
    """What a later regulation did in a year, to the regulation itself or to one that had followed it."""

    tahun: int
    perubahan: Change
    terhadap: str
    """The regulation that it was done to, by its short name."""
    langsung: bool
    """Whether it was done to the regulation itself."""


@dataclass(frozen=True)
class StandingSop:
    """An SOP that stands on a regulation."""

    id: str
    tautan: Link
    instansi: str
    dibuat: date | None
    lambat: bool
    """Whether it was made in the year in which the regulation ended, or later."""


@dataclass(frozen=True)
class Story:
    """One regulation from its making to what became of it."""

    peraturan: Regulation
    url: str
    peristiwa: tuple[Event, ...]
    """The oldest first."""
    sop: tuple[StandingSop, ...]
    """The SOPs that stand on it."""

    @property
    def nada(self) -> str:
        """How the badge of its status looks."""
        return TONES[self.peraturan.status]

    @property
    def berakhir(self) -> int | None:
        """The year in which it was repealed or replaced."""
        return ended(self.peraturan)

    @property
    def lambat(self) -> int:
        """How many SOPs were made in the year in which it ended, or later."""
        return sum(sop.lambat for sop in self.sop)


def ended(regulation: Regulation) -> int | None:
    """The year in which a regulation was repealed or replaced; None while it was not."""
    return min((change.tahun for change in regulation.oleh if change.akibat in ENDING), default=None)


def _events(name: str, changes: Iterable[Change], direct: bool = True) -> Iterator[Event]:
    for change in changes:
        yield Event(change.tahun, change, name, direct)
        yield from _events(change.nama, change.oleh, direct=False)


def stories(portal: Portal) -> tuple[Story, ...]:
    """Every regulation of the register, the oldest first."""
    standing: dict[str, dict[str, Sop]] = {}
    for sop in portal.sops.values():
        for basis in sop.dasar_hukum:
            if basis.peraturan:
                standing.setdefault(basis.peraturan, {})[sop.id] = sop
    found = (
        Story(
            regulation,
            regulation_address(regulation.id),
            tuple(sorted(_events(regulation.singkat, regulation.oleh), key=lambda event: event.tahun)),
            tuple(_standing(portal, sop, ended(regulation)) for sop in standing.get(regulation.id, {}).values()),
        )
        for regulation in portal.regulations.values()
    )
    return tuple(sorted(found, key=lambda story: (story.peraturan.tahun, story.peraturan.nama)))


def _standing(portal: Portal, sop: Sop, end: int | None) -> StandingSop:
    made = sop.tanggal.pembuatan
    late = end is not None and made is not None and made.year >= end
    return StandingSop(sop.id, sop_link(sop), portal.offices[sop.instansi].singkatan, made, late)


@dataclass(frozen=True)
class Year:
    """What was made and what was done in one year."""

    tahun: int
    dibuat: tuple[Story, ...]
    peristiwa: tuple[tuple[Story, Event], ...]


def years(found: Iterable[Story]) -> tuple[Year, ...]:
    """The years in which something was made or done, the newest first."""
    made: dict[int, list[Story]] = {}
    done: dict[int, list[tuple[Story, Event]]] = {}
    for story in found:
        made.setdefault(story.peraturan.tahun, []).append(story)
        for event in story.peristiwa:
            done.setdefault(event.tahun, []).append((story, event))
    return tuple(
        Year(year, tuple(made.get(year, ())), tuple(done.get(year, ())))
        for year in sorted(made.keys() | done.keys(), reverse=True)
    )


def of_sops(found: Iterable[Story], sops: Collection[str], further: Collection[str] = ()) -> tuple[Story, ...]:
    """The regulations that some of these SOPs stand on, that are named besides, or that followed one of those."""
    by_id: Mapping[str, Story] = {story.peraturan.id: story for story in found}
    wanted = {id_ for id_, story in by_id.items() if any(sop.id in sops for sop in story.sop)} | set(further)
    wanted |= {
        event.perubahan.peraturan
        for id_ in tuple(wanted)
        if id_ in by_id
        for event in by_id[id_].peristiwa
        if event.perubahan.peraturan
    }
    return tuple(story for id_, story in by_id.items() if id_ in wanted)
