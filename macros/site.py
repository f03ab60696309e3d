"""The generated part of the site: every page and file that the data makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.content import Content
from macros.pages import Asset, FileAsset, Page, Printable
from macros.perangkat.section import DirectorySection
from macros.ppid.section import PpidSection
from macros.problems import ContentError, Problem, closest, quoted
from macros.search import Record
from macros.searching.section import SearchSection
from macros.sections.home import home
from macros.sections.procedures import Procedures
from macros.shells import Shells
from macros.spbe.section import SpbeSection
from macros.views.catalogue import figures as catalogue_figures
from macros.views.common import Link
from macros.warta.section import WartaSection


@dataclass(frozen=True)
class Site:
    """The pages, files and page parts made from all content on one day."""

    content: Content
    today: date
    papers: Path | None = None
    """Folder of the printed documents, laid out as on the site; `printed` is what lies there."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def printed(self) -> frozenset[str]:
        """Addresses of the PDFs in the folder of papers: all of them are published, and only they are linked."""
        if self.papers is None:
            return frozenset()
        files = (file for file in self.papers.rglob("*.pdf") if file.is_file())
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
            address=self.address,
        )

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every generated page, by the name its source would have in docs/."""
        parts = (self.procedures, self.ppid, self.warta, self.spbe, self.directory)
        pages = [self._home(), *chain.from_iterable(part.pages() for part in parts)]
        pages.append(self._searching(pages).page())
        return {f"{page.alamat}index.md": page for page in pages}

    def _searching(self, pages: Iterable[Page]) -> SearchSection:
        """The search over these pages."""
        return SearchSection(self.content.portal, self.content.synonyms, {page.alamat: page for page in pages})

    def _home(self) -> Page:
        figures = catalogue_figures(self.content.portal, self.procedures.findings, self.today)
        return home(tuple(self.warta.cards.values()), self.ppid.listing.dip, self.content.portal, figures)

    @cached_property
    def shells(self) -> Shells:
        """The frames that the site engine makes for these pages."""
        return Shells(self.pages)

    @cached_property
    def assets(self) -> tuple[Asset | FileAsset, ...]:
        """Every generated file."""
        parts = (self.procedures, self.ppid, self.warta, self.spbe, self.directory)
        return tuple(chain(*(part.assets() for part in parts), self._papers()))

    def _papers(self) -> Iterator[FileAsset]:
        """The printed documents."""
        if self.papers is not None:
            for address in sorted(self.printed):
                yield FileAsset(address, self.papers / address)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address on the site: generated pages and files, and what people wrote in docs/."""
        docs = self.content.portal.root / "docs"
        written = (file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file())
        return frozenset(
            chain(
                (page.alamat for page in self.pages.values()),
                (asset.alamat for asset in self.assets),
                (prose_address(name) for name in written),
            )
        )

    def check_links(self) -> None:
        """Raises ContentError with every link in the news that leads to no page or file of the site."""
        linked = list(self.content.warta.links)
        if not linked:
            return
        problems = []
        for berkas, link in linked:
            if link.alamat not in self.addresses:
                near = closest(link.alamat, self.addresses)
                hint = f" Maksud Anda {quoted(f'/{near}')}?" if near else ""
                message = f"tautan {quoted(f'/{link.alamat}')} tidak ada di portal.{hint}"
                problems.append(Problem(berkas, link.baris, "isi", message))
        if problems:
            raise ContentError(problems)

    @property
    def records(self) -> Iterator[Record]:
        """Every page, and every step of an SOP, that the search finds."""
        return self._searching(self.pages.values()).records(chain(self.ppid.records(), self.warta.records()))

    @property
    def printables(self) -> tuple[Printable, ...]:
        """Everything that is printed besides the SOPs, whose tables are measured first."""
        return tuple(chain(self.ppid.printables(), self.warta.printables()))

    def banner(self, root: str) -> str:
        """What stands on top of a page from which the address `root` leads to the site's root; mostly nothing."""
        return self.ppid.announcements.banner(f"{root.rstrip('/')}/")


def prose_address(name: str) -> str:
    """The address of a file in docs/: a Markdown file becomes a page in a folder of its own, others stay."""
    if not name.endswith(".md"):
        return name
    return name.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if name != "index.md" else ""
