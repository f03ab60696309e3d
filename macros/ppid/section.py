"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, FileAsset, Page, Printable
from macros.portal import Portal
from macros.ppid.announcement_pages import AnnouncementPages
from macros.ppid.asking_pages import AskingPages
from macros.ppid.content import Ppid
from macros.ppid.exchange.files import Exchange
from macros.ppid.exchange.selection import Selection
from macros.ppid.exclusion_pages import ExclusionPages
from macros.ppid.models.opendata import OpenInformationList
from macros.ppid.reporting_pages import ReportingPages
from macros.rendering import render
from macros.views.opendata import data_keys


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def exchange(self) -> Exchange:
        """The list as open data, spreadsheets and feeds; `exchange.downloads` are the links to them."""
        return Exchange(Selection(self.ppid.information, self.portal.agencies, self.today, self.address))

    @cached_property
    def asking(self) -> AskingPages:
        """The pages that help a citizen to ask."""
        return AskingPages(self.ppid.asking, self.papers)

    @cached_property
    def exclusions(self) -> ExclusionPages:
        """The part made from excluded information."""
        return ExclusionPages(self.ppid.exclusions, self.portal, self.today)

    @cached_property
    def announcements(self) -> AnnouncementPages:
        """The part made from announcements, and the banner."""
        return AnnouncementPages(self.ppid.announcements, self.portal, self.today)

    @cached_property
    def reporting(self) -> ReportingPages:
        """The part made from register, reports, links and scores; it looks at all other pages."""
        known = frozenset(page.alamat for page in self._others)
        return ReportingPages(
            self.ppid, self.portal.agencies, self.ppid.asking.kalender, self.today, self.papers, known
        )

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from self._others
        yield from self.reporting.pages()

    @cached_property
    def _others(self) -> tuple[Page, ...]:
        """The pages that stand for themselves."""
        return (*self.exclusions.pages(), *self.announcements.pages(), *self.asking.pages())

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part."""
        yield from self.exclusions.assets()
        yield from self.asking.assets()
        yield from self._documents()
        yield from self.exchange.assets
        yield from self.reporting.assets()

    def printables(self) -> Iterator[Printable]:
        """Everything of this part that is printed."""
        yield from self.reporting.printables()

    def _documents(self) -> Iterator[FileAsset]:
        """The documents that are open to the public today: none of a draft, none that was withdrawn."""
        for id_, document in self.ppid.documents.items():
            if self.ppid.information[id_].dokumen_tampil(self.today):
                yield FileAsset(document.alamat(id_), document.letak)

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of `dip.json`, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenInformationList))
