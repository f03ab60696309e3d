"""All content of the site, read once; every mistake in any part of it is told in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros.addressing.content import Addressing, load_addressing
from macros.agenda.content import Event, load_agenda
from macros.portal import Portal, load_portal
from macros.ppid.content import Ppid, load_ppid
from macros.problems import ContentError, Problem
from macros.searching.synonyms import Group, load_synonyms
from macros.warta.content import Warta, load_warta

Loaded = TypeVar("Loaded")


@dataclass(frozen=True)
class Content:
    """Everything the site is made from, free of mistakes."""

    portal: Portal
    ppid: Ppid
    warta: Warta
    agenda: tuple[Event, ...] = ()
    """Every event, by file name; drafts too."""
    synonyms: tuple[Group, ...] = ()
    """Words that the search takes for the same."""
    addressing: Addressing = field(default_factory=Addressing)
    """Redirects, and every address that was ever published."""


def load_content(root: Path) -> Content:
    """Everything under `root`; raises ContentError with every mistake in it."""
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
    synonyms = read(lambda: load_synonyms(root))
    addressing = read(lambda: load_addressing(root))
    if problems or portal is None or ppid is None or warta is None:
        raise ContentError(problems)
    return Content(portal, ppid, warta, agenda or (), synonyms or (), addressing or Addressing())
