"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.asking_pages import AskingPages
from macros.ppid.content import Ppid


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None

    @cached_property
    def asking(self) -> AskingPages:
        """The pages that help a citizen to ask."""
        return AskingPages(self.ppid.asking, self.papers)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from self.asking.pages()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        yield from self.asking.assets()
