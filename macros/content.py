"""All content of the site, read once; every mistake in any part of it is told in one go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import TypeVar

from macros.addressing.content import Addressing, load_addressing
from macros.agenda.content import Event, load_agenda
from macros.layanan.content import Layanan, load_layanan
from macros.perangkat.content import load_directory
from macros.perangkat.models import DirectorySettings
from macros.portal import Portal, load_portal
from macros.ppid.content import Ppid, load_ppid
from macros.problems import ContentError, Problem
from macros.satu_data.content import SatuData, load_satu_data
from macros.searching.synonyms import Group, load_synonyms
from macros.spbe.content import Spbe, load_spbe
from macros.statistik.content import Statistics, load_statistics
from macros.trust.scanning import scan_content
from macros.warta.article import Link
from macros.warta.content import Warta, load_warta
from macros.warta.markdown import Memory

Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class Content:
    """Everything the site is made from, free of mistakes."""

    portal: Portal
    ppid: Ppid
    warta: Warta
    statistics: Statistics
    agenda: tuple[Event, ...] = ()
    """Every event, by file name; drafts too."""
    synonyms: tuple[Group, ...] = ()
    """Words that the search takes for the same."""
    addressing: Addressing = field(default_factory=Addressing)
    """Redirects, and every address that was ever published."""
    satu_data: SatuData = field(default_factory=SatuData)
    layanan: Layanan = field(default_factory=Layanan)
    spbe: Spbe = field(default_factory=Spbe)
    directory: DirectorySettings = field(default_factory=DirectorySettings)
    """What holds for the directory of agencies."""
    suspicions: tuple[Problem, ...] = ()
    """What looks like an intruder's work, for a person to judge."""

    def as_of(self, moment: datetime) -> Content:
        """The same without what appears later on that day; days to come are left to whoever asks for a day."""
        return replace(self, warta=self.warta.as_of(moment), ppid=self.ppid.as_of(moment))

    def with_drafts(self, today: date) -> Content:
        """The same with news and public information that are not public yet, marked: for those who make and review."""
        return replace(self, warta=self.warta.with_drafts(today), ppid=self.ppid.with_drafts(today))

    def renewed(self, changed: Collection[str], samples: bool = False, memory: Memory | None = None) -> Content:
        """The same with the data folders of these names read anew; raises ContentError with every mistake in them.

        News are read by themselves, as nothing else is made from them; of the others all is read. `memory` keeps what
        became of their texts.
        """
        root, portal = self.portal.root, self.portal
        if {*changed} == {"warta_data"}:
            return replace(self, warta=load_warta(root, portal, memory), agenda=load_agenda(root, portal))
        return load_content(root, samples)

    @property
    def links(self) -> Iterator[tuple[str, Link]]:
        """Every link into the site that people wrote in news and answers, with the file that it stands in."""
        return chain(self.warta.links, self.layanan.links)


def load_content(root: Path, samples: bool = False) -> Content:
    """Everything under `root`; raises ContentError with every mistake in it.

    With `samples` made-up figures stand in place of the real ones where there is a folder of them. Such a site is
    shown to nobody outside, so nothing is promised of its addresses.
    """
    problems: list[Problem] = []

    def read(load: Callable[[], Loaded]) -> Loaded | None:
        """What a part loads; None where it has mistakes, which are kept."""
        try:
            return load()
        except ContentError as error:
            problems.extend(error.problems)
            return None

    portal = read(lambda: load_portal(root))
    ppid = read(lambda: load_ppid(root, portal))
    warta = read(lambda: load_warta(root, portal))
    agenda = read(lambda: load_agenda(root, portal))
    layanan = read(lambda: load_layanan(root, portal, samples))
    statistics = read(lambda: load_statistics(root, portal))
    satu_data = read(lambda: load_satu_data(root, portal, statistics, samples))
    spbe = read(lambda: load_spbe(root, portal, ppid, samples))
    directory = read(lambda: load_directory(root, portal))
    synonyms = read(lambda: load_synonyms(root, portal.shared if portal else None))
    suspicions = read(lambda: scan_content(root, portal.shared if portal else None))
    addressing = read(lambda: Addressing() if samples else load_addressing(root))
    if problems or portal is None or ppid is None or warta is None or layanan is None or statistics is None:
        raise ContentError(problems)
    return Content(
        portal,
        ppid,
        warta,
        statistics,
        agenda or (),
        synonyms or (),
        addressing or Addressing(),
        satu_data or SatuData(),
        layanan,
        spbe or Spbe(),
        directory or DirectorySettings(),
        suspicions or (),
    )
