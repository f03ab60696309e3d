"""The magazine's pages: all editions, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from macros.models.settings import Settings
from macros.pages import FileAsset
from macros.publishing.routes import Route
from macros.publishing.trail import Trail, trail
from macros.rendering import render
from macros.warta.lists import ROOT
from macros.warta.magazine_models import MagazineDocument
from macros.warta.magazines import Magazine
from macros.warta.metadata import Metadata, publication_issue
from macros.warta.pictures import photo_files
from macros.warta.views import Card, Day, PhotoView

FOLDER = f"{ROOT}majalah/"


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of an edition and its articles as they stand in lists."""

    judul: str
    artikel: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MagazineView:
    """An edition on a page."""

    url: str
    isi: MagazineDocument
    sampul: PhotoView
    terbit: Day
    rubrik: tuple[PartView, ...]
    unduhan: tuple[tuple[str, str], ...]
    """(address, words) of its PDFs."""
    metadata: Metadata
    """Facts for search engines."""
    alur: Trail | None
    """The steps that it took; None where none are recorded."""


@dataclass(frozen=True)
class MagazinePages:
    """The editions that are public on a day, the newest first."""

    magazines: tuple[Magazine, ...]
    settings: Settings
    """Whose magazine it is."""
    today: date
    cards: Mapping[str, Card]
    """Address of a public article -> how it stands in lists; an edition does not name the others."""
    printed: frozenset[str]
    """Addresses of the PDFs that there are."""
    publisher: str
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""
    route: Route | None = None
    """The steps that an edition goes through."""

    @cached_property
    def public(self) -> tuple[Magazine, ...]:
        """The public editions, the highest number first."""
        return tuple(item for item in reversed(self.magazines) if item.isi.terlihat(self.today))

    @cached_property
    def gone(self) -> tuple[Magazine, ...]:
        """The editions that were public and are withdrawn."""
        shown = (item for item in self.magazines if item.isi.tampil(self.today))
        return tuple(item for item in shown if item.isi.ditarik(self.today))

    @cached_property
    def views(self) -> tuple[MagazineView, ...]:
        """The public editions as templates see them."""
        return tuple(self._view(item) for item in self.public)

    def list_html(self) -> str:
        """The page of all editions."""
        return render("warta/majalah-daftar.html", FOLDER, edisi=self.views, pengaturan=self.settings)

    def html(self, view: MagazineView) -> str:
        """The page of one edition."""
        return render("warta/majalah.html", view.url, edisi=view)

    def assets(self) -> Iterator[FileAsset]:
        """Covers, and the PDFs that lie beside the editions' files."""
        for item in self.public:
            yield from photo_files(item.alamat, item.sampul)
            if item.pdf:
                yield FileAsset(f"{item.alamat}{item.pdf.name}", item.pdf)

    def _view(self, item: Magazine) -> MagazineView:
        parts = tuple(
            PartView(part.judul, tuple(self.cards[one.alamat] for one in part.artikel if one.alamat in self.cards))
            for part in item.rubrik
        )
        files = [(f"{item.alamat}{quote(item.pdf.name)}", "Unduh majalah (PDF)")] if item.pdf else []
        if item.alamat_cetak in self.printed:
            files.append((item.alamat_cetak, "Unduh naskahnya (PDF)" if item.pdf else "Unduh majalah (PDF)"))
        assert item.isi.terbit  # what is public has its day
        shown = ((card.url, card.judul) for part in parts for card in part.artikel if not card.ditarik)
        documents = (address for address, _ in files)
        return MagazineView(
            url=item.alamat,
            isi=item.isi,
            sampul=PhotoView(item.alamat, item.sampul, item.isi.sampul),
            terbit=Day.of(item.isi.terbit),
            rubrik=parts,
            unduhan=tuple(files),
            metadata=publication_issue(item, shown, documents, (self.settings.warta, self.publisher), self.address),
            alur=trail(item.isi, self.route),
        )
