"""All content of the site, read once; every mistake in any part of it is told in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from macros.perangkat.content import load_directory
from macros.perangkat.models import DirectorySettings
from macros.portal import Portal, load_portal
from macros.ppid.content import Ppid, load_ppid
from macros.problems import ContentError, Problem
from macros.searching.synonyms import Group, load_synonyms
from macros.spbe.content import Spbe, load_spbe
from macros.warta.content import Warta, load_warta


@dataclass(frozen=True)
class Content:
    """Everything the site is made from, free of mistakes."""

    portal: Portal
    ppid: Ppid
    warta: Warta
    synonyms: tuple[Group, ...] = ()
    """Words that the search takes for the same."""
    spbe: Spbe = field(default_factory=Spbe)
    directory: DirectorySettings = field(default_factory=DirectorySettings)
    """What holds for the directory of agencies."""


def load_content(root: Path) -> Content:
    """Everything under `root`; raises ContentError with every mistake in it."""
    problems: list[Problem] = []
    portal, ppid, warta = None, None, None
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
    synonyms: tuple[Group, ...] = ()
    try:
        synonyms = load_synonyms(root)
    except ContentError as error:
        problems += error.problems
    spbe, directory = Spbe(), DirectorySettings()
    try:
        spbe = load_spbe(root, portal, ppid)
    except ContentError as error:
        problems += error.problems
    try:
        directory = load_directory(root, portal)
    except ContentError as error:
        problems += error.problems
    if problems or portal is None or ppid is None or warta is None:
        raise ContentError(problems)
    return Content(portal, ppid, warta, synonyms, spbe, directory)
