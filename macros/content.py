"""All content of the site, read once; every mistake in any part of it is told in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

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
from macros.warta.article import Link
from macros.warta.content import Warta, load_warta


@dataclass(frozen=True)
class Content:
    """Everything the site is made from, free of mistakes."""

    portal: Portal
    ppid: Ppid
    warta: Warta
    statistics: Statistics
    synonyms: tuple[Group, ...] = ()
    """Words that the search takes for the same."""
    satu_data: SatuData = field(default_factory=SatuData)
    layanan: Layanan = field(default_factory=Layanan)
    spbe: Spbe = field(default_factory=Spbe)
    directory: DirectorySettings = field(default_factory=DirectorySettings)
    """What holds for the directory of agencies."""

    @property
    def links(self) -> Iterator[tuple[str, Link]]:
        """Every link into the site that people wrote in news and answers, with the file that it stands in."""
        return chain(self.warta.links, self.layanan.links)


def load_content(root: Path, samples: bool = False) -> Content:
    """Everything under `root`; raises ContentError with every mistake in it.

    With `samples` made-up figures stand in place of the real ones where there is a folder of them.
    """
    problems: list[Problem] = []
    portal, ppid, warta, layanan, statistics, satu_data = None, None, None, None, None, None
    try:
        portal = load_portal(root)
    except ContentError as error:
        problems += error.problems
    try:
        ppid = load_ppid(root, portal)
    except ContentError as error:
        problems += error.problems
    try:
        warta = load_warta(root, portal)
    except ContentError as error:
        problems += error.problems
    try:
        statistics = load_statistics(root, portal)
    except ContentError as error:
        problems += error.problems
    try:
        satu_data = load_satu_data(root, portal, statistics, samples)
    except ContentError as error:
        problems += error.problems
    try:
        layanan = load_layanan(root, portal, samples)
    except ContentError as error:
        problems += error.problems
    synonyms: tuple[Group, ...] = ()
    try:
        synonyms = load_synonyms(root, portal.shared if portal else None)
    except ContentError as error:
        problems += error.problems
    spbe, directory = Spbe(), DirectorySettings()
    try:
        spbe = load_spbe(root, portal, ppid, samples)
    except ContentError as error:
        problems += error.problems
    try:
        directory = load_directory(root, portal)
    except ContentError as error:
        problems += error.problems
    if problems or portal is None or ppid is None or warta is None or layanan is None or statistics is None:
        raise ContentError(problems)
    assert statistics is not None
    assert satu_data is not None
    return Content(portal, ppid, warta, statistics, synonyms, satu_data, layanan, spbe, directory)
