"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.pages import Asset, FileAsset, Page, Printable
from macros.portal import Portal
from macros.ppid.announcement_pages import AnnouncementPages
from macros.ppid.asking_pages import AskingPages
from macros.ppid.columns import entry_address
from macros.ppid.content import Ppid
from macros.ppid.dip import Dip
from macros.ppid.entry import Entries, size_text
from macros.ppid.exchange.files import Exchange, published_files
from macros.ppid.exchange.selection import Selection
from macros.ppid.exclusion_pages import ExclusionPages
from macros.ppid.finder import Finder
from macros.ppid.landing import landing
from macros.ppid.listing import Listing
from macros.ppid.models.opendata import OpenInformationList
from macros.ppid.paper import year_lists
from macros.ppid.reporting_pages import ReportingPages
from macros.rendering import render
from macros.search import Record
from macros.views.common import Link
from macros.views.opendata import data_keys


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def exchange(self) -> Exchange:
        """The list as open data, spreadsheets and feeds; `exchange.downloads` are the links to them."""
        documents = published_files(self.ppid, self.today)
        agencies = self.portal.agencies
        return Exchange(Selection(self.ppid.information, agencies, self.today, self.address, documents))

    @cached_property
    def listing(self) -> Listing:
        """The Daftar Informasi Publik."""
        dip = Dip(self.ppid.information, self.today)
        return Listing(dip, self.portal.agencies, self.printed, self._downloads)

    def _downloads(self) -> tuple[Link, ...]:
        """The list as files, each with its size."""
        return tuple(Link(f"{file.nama} ({size_text(file.besar)})", file.alamat) for file in self.exchange.downloads)

    @cached_property
    def asking(self) -> AskingPages:
        """The pages that help a citizen to ask."""
        return AskingPages(self.ppid.asking, self.printed)

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
        known = frozenset(page.alamat for page in self._standing)
        return ReportingPages(
            self.ppid, self.portal.agencies, self.ppid.asking.kalender, self.today, self.printed, known
        )

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        reports = tuple(self.reporting.pages())
        known = {page.alamat for page in (*self._standing, *reports)}
        yield landing(self.listing.dip, known | {"data/"})
        yield from self._lists
        yield from self._entries({page.alamat for page in self._services}).pages()
        yield from self._services
        yield from reports

    @cached_property
    def _lists(self) -> tuple[Page, ...]:
        """The pages of the list."""
        return tuple(self.listing.pages())

    @cached_property
    def _services(self) -> tuple[Page, ...]:
        """The pages beside the list: excluded information, announcements, asking."""
        return (*self.exclusions.pages(), *self.announcements.pages(), *self.asking.pages())

    @property
    def _standing(self) -> tuple[Page, ...]:
        """The pages that stand for themselves."""
        return (*self._lists, *self._services)

    def _entries(self, known: set[str]) -> Entries:
        return Entries(
            dip=self.listing.dip,
            rows=self.listing.rows,
            agencies=self.portal.agencies,
            sops=self.portal.sops,
            governing=self.ppid.settings.sop,
            documents=self.ppid.documents,
            known=known,
            address=self.address,
            nama_portal=self.portal.settings.nama,
            route=self.portal.routes.governed.get("informasi publik"),
        )

    @property
    def withdrawn(self) -> Iterator[str]:
        """The pages of entries that were withdrawn: their documents are no longer public."""
        for item in self.ppid.information.values():
            if item.ditarik(self.today):
                yield entry_address(item.id)

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part."""
        yield from self.exclusions.assets()
        yield from self.asking.assets()
        yield from self._documents()
        yield from self.exchange.assets
        yield from Finder(self.listing).assets()
        yield from self.reporting.assets()

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        return self.listing.records()

    def printables(self) -> Iterator[Printable]:
        """Everything of this part that is printed."""
        yield from self.asking.printables()
        yield from self.reporting.printables()
        yield from year_lists(self.listing)

    def _documents(self) -> Iterator[FileAsset]:
        """The documents that are open to the public today: none of a draft, none that was withdrawn."""
        for id_, document in self.ppid.documents.items():
            if self.ppid.information[id_].terlihat(self.today):
                yield FileAsset(document.alamat(id_), document.letak)

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of `dip.json`, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenInformationList))
