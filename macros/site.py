"""The generated part of the site: every page and file that the data makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.content import Content
from macros.dates import long_date
from macros.gallery.section import GallerySection
from macros.layanan.section import LayananSection
from macros.models.settings import Settings
from macros.pages import Asset, FileAsset, Page, Printable
from macros.perangkat.section import DirectorySection
from macros.ppid.section import PpidSection
from macros.problems import ContentError, Problem, closest, quoted
from macros.satu_data.export import Publisher
from macros.satu_data.section import SatuDataSection
from macros.search import Record
from macros.searching.section import SearchSection
from macros.sections.home import Region, home
from macros.sections.procedures import Procedures
from macros.settings import COLOURS, style
from macros.shells import Shells
from macros.spbe.section import SpbeSection
from macros.statistik.section import StatisticsSection
from macros.views.catalogue import figures as catalogue_figures
from macros.views.common import Link
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
    def spbe(self) -> SpbeSection:
        """The part made from policies, indices and the monitoring of agencies' websites."""
        entries = {
            item.id: Link(item.judul, f"ppid/informasi/{item.id}/") for item in self.ppid.listing.dip.published.values()
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
    def gallery(self) -> GallerySection:
        """The page of components."""
        return GallerySection(self.content.portal.shared, self.settings.warna, self.procedures.example)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every generated page, by the name its source would have in docs/."""
        parts = (
            self.ppid, self.warta, self.layanan, self.statistics, self.satu_data, self.spbe, self.directory,
        )  # fmt: skip
        sections = list(chain.from_iterable(part.pages() for part in parts))
        places = Places.of(self.content.portal, self.governing, sections)
        pages = [self._home(), *self.procedures.pages(places), *map(places.told_on, sections), *self.gallery.pages()]
        pages.append(self._searching(pages).page())
        return {f"{page.alamat}index.md": page for page in pages}

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a page -> ids of the SOPs that govern it, where a part's own data say it."""
        parts = (self.layanan, self.statistics, self.satu_data, self.spbe, self.directory)
        return dict(chain.from_iterable(part.governing.items() for part in parts))

    def _searching(self, pages: Iterable[Page]) -> SearchSection:
        """The search over these pages."""
        return SearchSection(self.content.portal, self.content.synonyms, {page.alamat: page for page in pages})

    def _home(self) -> Page:
        figures = catalogue_figures(self.content.portal, self.procedures.findings, self.today)
        region = Region(self.statistics.nama, self.statistics.headlines())
        return home(tuple(self.warta.cards.values()), self.ppid.listing.dip, self.content.portal, figures, region)

    @cached_property
    def shells(self) -> Shells:
        """The frames that the site engine makes for these pages."""
        return Shells(self.pages)

    @cached_property
    def assets(self) -> tuple[Asset | FileAsset, ...]:
        """Every generated file."""
        parts = (
            self.procedures, self.ppid, self.warta, self.layanan, self.statistics, self.satu_data, self.gallery,
            self.spbe, self.directory,
        )  # fmt: skip
        return tuple(chain(*(part.assets() for part in parts), self._own(), self._papers()))

    def _own(self) -> Iterator[Asset]:
        """The office's own colours."""
        if self.settings.warna:
            yield Asset(COLOURS, style(self.settings.warna).encode())

    def _papers(self) -> Iterator[FileAsset]:
        """The printed documents."""
        if self.papers is not None:
            for address in sorted(self.printed):
                yield FileAsset(address, self.papers / address)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address on the site: generated pages and files, and what people wrote in docs/."""
        docs = self.content.portal.shared / "docs"
        written = (file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file())
        return frozenset(
            chain(
                (page.alamat for page in self.pages.values()),
                (asset.alamat for asset in self.assets),
                (prose_address(name) for name in written),
            )
        )

    def check_links(self) -> None:
        """Raises ContentError with every address that people wrote and that leads to no page or file of the site."""
        written = [(berkas, link.baris, "isi", "tautan", link.alamat) for berkas, link in self.content.links]
        places = self.content.portal.part_lines.items()
        written += [(berkas, line, "alamat", "halaman", address) for address, (berkas, line) in places]
        problems = []
        for berkas, line, part, what, address in written:
            if address not in self.addresses:
                near = closest(address, self.addresses)
                hint = f" Maksud Anda {quoted(f'/{near}')}?" if near else ""
                problems.append(
                    Problem(berkas, line, part, f"{what} {quoted(f'/{address}')} tidak ada di portal.{hint}")
                )
        if problems:
            raise ContentError(problems)

    @property
    def records(self) -> Iterator[Record]:
        """Every page, and every step of an SOP, that the search finds."""
        parts = (self.ppid, self.warta, self.layanan, self.statistics, self.satu_data)
        return self._searching(self.pages.values()).records(chain(*(part.records() for part in parts)))

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Everything that is printed besides the SOPs, whose tables are measured first."""
        figures = chain(self.statistics.printables(long_date(self.today)), self.satu_data.printables())
        return tuple(chain(self.ppid.printables(), self.warta.printables(), self.layanan.printables(), figures))

    def banner(self, root: str) -> str:
        """What stands on top of a page from which the address `root` leads to the site's root; mostly nothing."""
        return self.ppid.announcements.banner(f"{root.rstrip('/')}/")


def prose_address(name: str) -> str:
    """The address of a file in docs/: a Markdown file becomes a page in a folder of its own, others stay."""
    if not name.endswith(".md"):
        return name
    return name.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if name != "index.md" else ""
