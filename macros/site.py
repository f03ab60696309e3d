"""The generated part of the site: every page and file that the data makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.addressing.section import AddressSection
from macros.agenda.section import AgendaSection
from macros.cms.config import Backend
from macros.cms.section import editor_assets
from macros.content import Content
from macros.dates import long_date
from macros.gallery.section import GallerySection
from macros.layanan.section import LayananSection
from macros.models.settings import Settings
from macros.pages import Asset, FileAsset, Page, Printable, prose_address
from macros.perangkat.section import DirectorySection
from macros.ppid.section import PpidSection
from macros.problems import ContentError
from macros.reachable import dead_links, dead_parts
from macros.satu_data.export import Publisher
from macros.satu_data.section import SatuDataSection
from macros.search import Record
from macros.searching.section import SearchSection
from macros.sections.changes import Changes
from macros.sections.home import Region, home
from macros.sections.procedures import Procedures
from macros.sections.publishing import Publishing, public_content
from macros.settings import COLOURS, style
from macros.shells import Shells
from macros.sitemap import ADDRESS as SITEMAP
from macros.sitemap import Place, news_sitemap, robots, sitemap_files
from macros.spbe.section import SpbeSection
from macros.statistik.section import StatisticsSection
from macros.trust.policy import Feature, features_of
from macros.trust.servers import headers_asset
from macros.views.catalogue import Figures
from macros.views.catalogue import figures as catalogue_figures
from macros.views.common import Link as PageLink
from macros.views.parts import Places
from macros.warta.section import WartaSection

PRINTED = (".pdf", ".png")
"""Endings of printed documents and of their pictures."""


@dataclass(frozen=True)
class Site:
    """The pages, files and page parts made from all content on one day."""

    content: Content
    today: date
    papers: Path | None = None
    """Folder of the printed documents, laid out as on the site; `printed` is what lies there."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""
    editor: Backend | None = None
    """Where the editor in the browser keeps content, where not the settings say it."""

    @property
    def settings(self) -> Settings:
        """Whose portal it is."""
        return self.content.portal.settings

    @cached_property
    def printed(self) -> frozenset[str]:
        """Addresses of what lies printed in the folder of papers: all of it is published, and only it is linked."""
        if self.papers is None:
            return frozenset()
        files = (file for ending in PRINTED for file in self.papers.rglob(f"*{ending}") if file.is_file())
        return frozenset(file.relative_to(self.papers).as_posix() for file in files)

    @cached_property
    def procedures(self) -> Procedures:
        """The part made from SOPs."""
        return Procedures(self.content.portal, self.today, self.printed)

    @cached_property
    def ppid(self) -> PpidSection:
        """The part made from public information."""
        return PpidSection(self.content.ppid, self.content.portal, self.today, self.printed, self.address)

    @cached_property
    def warta(self) -> WartaSection:
        """The part made from news."""
        return WartaSection(self.content.warta, self.content.portal, self.today, self.address, self.printed)

    @cached_property
    def agenda(self) -> AgendaSection:
        """The part made from events."""
        return AgendaSection(self.content.agenda, self.content.portal, self.today, self.address)

    @cached_property
    def spbe(self) -> SpbeSection:
        """The part made from policies, indices and the monitoring of agencies' websites."""
        entries = {
            item.id: PageLink(item.judul, f"ppid/informasi/{item.id}/")
            for item in self.ppid.listing.dip.published.values()
        }
        return SpbeSection(self.content.spbe, self.content.portal, self.today, entries)

    @cached_property
    def directory(self) -> DirectorySection:
        """The part about agencies, where all that the others know of each comes together."""
        return DirectorySection(
            self.content.directory,
            self.content.portal,
            self.today,
            self.ppid,
            self.warta,
            self.spbe.sites.histories,
            self.satu_data.by_agency,
            self.address,
        )

    @cached_property
    def statistics(self) -> StatisticsSection:
        """The part made from figures."""
        lists = {facet.address(value) for facet in self.ppid.listing.facets for value in facet.nilai}
        return StatisticsSection(self.content.statistics, self.content.portal, lists, self.printed)

    @cached_property
    def satu_data(self) -> SatuDataSection:
        """The part made from datasets."""
        publisher = Publisher(self.settings.pemilik, self.address)
        return SatuDataSection(self.content.satu_data, self.statistics, self.today, publisher, self.printed)

    @cached_property
    def layanan(self) -> LayananSection:
        """The part made from services, complaints and surveys."""
        return LayananSection(self.content.layanan, self.content.portal, self.today, self.printed, self.address)

    @cached_property
    def publishing(self) -> Publishing:
        """The part about how content reaches the public."""
        entries = self.ppid.listing.dip.published.values()
        return Publishing(self.content.portal.routes, public_content(self.warta, entries, self.content.statistics))

    @cached_property
    def changes(self) -> Changes:
        """What happened to all of this, by day."""
        return Changes(self.content, self.today, lambda: self._readable)

    @cached_property
    def gallery(self) -> GallerySection:
        """The page of components."""
        category = next(iter(self.content.warta.categories.values()), None)
        return GallerySection(self.content.portal.shared, self.settings.warna, category, self.procedures.example)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every generated page, by the name its source would have in docs/."""
        parts = (self.ppid, self.warta, self.agenda, *self._figures)
        sections = list(chain.from_iterable(part.pages() for part in parts))
        places = Places.of(self.content.portal, self.governing, sections)
        pages = [
            self._home(),
            *self.procedures.pages(places),
            *map(places.told_on, sections),
            *self.gallery.pages(),
            *self.publishing.pages(),
            *self.changes.pages(),
        ]
        pages.append(self._searching(pages).page())
        return {f"{page.alamat}index.md": page for page in pages}

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a page -> ids of the SOPs that govern it, where a part's own data say it."""
        return dict(chain.from_iterable(part.governing.items() for part in self._figures))

    @property
    def _figures(
        self,
    ) -> tuple[LayananSection, StatisticsSection, SatuDataSection, SpbeSection, DirectorySection]:
        """The parts that say in their own data which SOPs govern them."""
        return self.layanan, self.statistics, self.satu_data, self.spbe, self.directory

    def _searching(self, pages: Iterable[Page]) -> SearchSection:
        """The search over these pages."""
        return SearchSection(self.content.portal, self.content.synonyms, {page.alamat: page for page in pages})

    @cached_property
    def figures(self) -> Figures:
        """What the portal counts."""
        return catalogue_figures(self.content.portal, self.procedures.findings, self.today)

    def _home(self) -> Page:
        news = tuple(self.warta.cards.values())
        region = Region(self.statistics.nama, self.statistics.headlines())
        return home(news, self.agenda.next_cards, self.ppid.listing.dip, self.content.portal, self.figures, region)

    @cached_property
    def shells(self) -> Shells:
        """The frames that the site engine makes for these pages."""
        return Shells(self.pages)

    @cached_property
    def assets(self) -> tuple[Asset | FileAsset, ...]:
        """Every generated file."""
        files = {asset.alamat: asset for asset in self._made}
        old = self.addressing().assets(lambda address: self._file(files, address), self.address)
        return (*self._made, *old, *self._for_servers())

    @property
    def features(self) -> tuple[Feature, ...]:
        """What of the site needs more from browsers than every page."""
        comments = self.settings.komentar
        return features_of(comments.server if comments else None)

    def _for_servers(self) -> Iterator[Asset]:
        """Sitemaps for search engines, what says where they are, and headers for the site's own server."""
        written = (address for address in sorted(self._written) if address.endswith("/"))
        places = (Place(page.alamat, page.diperbarui) for page in self.pages.values())
        maps = list(sitemap_files(chain(places, map(Place, written)), self.address))
        news = list(news_sitemap(self.warta.headlines, self.settings.warta, self.today, self.address))
        yield from (*maps, *news)
        yield robots((SITEMAP, *(asset.alamat for asset in news)), self.address)
        yield headers_asset(self._readable, self.address, self.features)

    @cached_property
    def _made(self) -> tuple[Asset | FileAsset, ...]:
        """The files of all parts: everything but what lies at old addresses, and what is for servers."""
        parts = (
            self.procedures, self.ppid, self.warta, self.agenda, *self._figures, self.gallery,
            self.publishing, self.changes,
        )  # fmt: skip
        return tuple(chain(*(part.assets() for part in parts), self._own(), self._papers()))

    def _own(self) -> Iterator[Asset | FileAsset]:
        """The office's own colours, and the editor in the browser where it is switched on."""
        if self.settings.warna:
            yield Asset(COLOURS, style(self.settings.warna).encode())
        yield from editor_assets(self.content, self.editor, self.address)

    def _papers(self) -> Iterator[FileAsset]:
        """The printed documents."""
        if self.papers is not None:
            for address in sorted(self.printed):
                yield FileAsset(address, self.papers / address)

    def _file(self, made: Mapping[str, Asset | FileAsset], address: str) -> Asset | FileAsset | None:
        """The file at an address, generated or in docs/."""
        written = self._docs / address
        return made.get(address) or (FileAsset(address, written) if written.is_file() else None)

    @property
    def _docs(self) -> Path:
        return self.content.portal.shared / "docs"

    @cached_property
    def _written(self) -> frozenset[str]:
        """The address of everything that people wrote in docs/."""
        files = (file for file in self._docs.rglob("*") if file.is_file())
        return frozenset(prose_address(file.relative_to(self._docs).as_posix()) for file in files)

    @cached_property
    def _readable(self) -> frozenset[str]:
        """The address of every page, and of every file in docs/: those that are known without making any file."""
        return self._written.union(page.alamat for page in self.pages.values())

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address on the site: generated pages and files, and what people wrote in docs/."""
        return self._readable.union(asset.alamat for asset in self._made)

    def addressing(self, thorough: bool = True) -> AddressSection:
        """Redirects and promises; unless `thorough`, files are not made for it, and their addresses not looked at."""
        return AddressSection(
            self.content.addressing,
            {page.alamat: page for page in self.pages.values()},
            self.addresses if thorough else self._readable,
            frozenset(self.ppid.withdrawn),
            self.today,
            pages_only=not thorough,
        )

    def check(self, thorough: bool = True) -> None:
        """Raises ContentError with every link that leads nowhere, and every address that is wrong or lost.

        Unless `thorough`, files are made only where an address needs them; those that vanished are left to the build.
        """
        linked = list(self.content.links)
        files = thorough or bool(linked) or not all(move.antarhalaman for move in self.content.addressing.moves)
        links = dead_links(self.content, linked, self.addresses) if linked else ()
        problems = [*links, *dead_parts(self.content, self._readable), *self.addressing(files).problems()]
        if problems:
            raise ContentError(problems)

    @property
    def records(self) -> Iterator[Record]:
        """Every page, and every step of an SOP, that the search finds."""
        parts = (self.ppid, self.warta, self.agenda, self.layanan, self.statistics, self.satu_data)
        return self._searching(self.pages.values()).records(chain(*(part.records() for part in parts)))

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Everything that is printed besides the SOPs, whose tables are measured first."""
        figures = chain(self.statistics.printables(long_date(self.today)), self.satu_data.printables())
        return tuple(chain(self.ppid.printables(), self.warta.printables(), self.layanan.printables(), figures))

    def banner(self, root: str) -> str:
        """What stands on top of a page from which the address `root` leads to the site's root; mostly nothing."""
        return self.ppid.announcements.banner(f"{root.rstrip('/')}/")
