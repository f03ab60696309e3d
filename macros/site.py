"""The generated part of the site: every page and file that the data makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.content import Content
from macros.pages import Asset, FileAsset, Page, Printable
from macros.ppid.section import PpidSection
from macros.search import Record
from macros.sections.procedures import Procedures
from macros.shells import Shells


@dataclass(frozen=True)
class Site:
    """The pages, files and page parts made from all content on one day."""

    content: Content
    today: date
    papers: Path | None = None
    """Folder of the printed documents, laid out as on the site; only what lies there is published and linked."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def procedures(self) -> Procedures:
        """The part made from SOPs."""
        return Procedures(self.content.portal, self.today, self.papers)

    @cached_property
    def ppid(self) -> PpidSection:
        """The part made from public information."""
        return PpidSection(self.content.ppid, self.content.portal, self.today, self.papers, self.address)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every generated page, by the name its source would have in docs/."""
        pages = chain(self.procedures.pages(), self.ppid.pages())
        return {f"{page.alamat}index.md": page for page in pages}

    @cached_property
    def shells(self) -> Shells:
        """The frames that the site engine makes for these pages."""
        return Shells(self.pages)

    @cached_property
    def assets(self) -> tuple[Asset | FileAsset, ...]:
        """Every generated file."""
        return tuple(chain(self.procedures.assets(), self.ppid.assets()))

    @property
    def records(self) -> Iterator[Record]:
        """Every page that the search finds."""
        return self.ppid.records()

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Everything that is printed besides the SOPs."""
        return tuple(self.ppid.printables())

    def banner(self, root: str) -> str:
        """What stands on top of a page from which the address `root` leads to the site's root; mostly nothing."""
        return self.ppid.announcements.banner(f"{root.rstrip('/')}/")
