"""The search's part of the site: everything that it finds, and the page /cari/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from macros.layanan.records import KIND as SERVICES
from macros.pages import Page
from macros.portal import Portal
from macros.rendering import render
from macros.satu_data.book import FOLDER as BOOKS
from macros.satu_data.records import KIND as DATASETS
from macros.search import Record
from macros.searching import records as of
from macros.searching.prose import page_records, prose_records
from macros.searching.synonyms import Group, Thesaurus, register_groups
from macros.statistik.records import KIND as FIGURES
from macros.views.common import Link
from macros.warta.magazine_pages import FOLDER as MAGAZINES
from macros.warta.records import KIND as NEWS
from macros.warta.video_pages import FOLDER as VIDEOS

ADDRESS = "cari/"

KINDS: Mapping[str, str] = {
    SERVICES: "Layanan",
    "SOP": "SOP",
    "langkah": "Langkah SOP",
    "informasi publik": "Informasi publik",
    NEWS: "Warta",
    FIGURES: "Angka dan wilayah",
    DATASETS: "Dataset",
    "perangkat daerah": "Perangkat daerah",
    "peraturan": "Peraturan",
    "pelaksana": "Pelaksana",
    "halaman": "Halaman lain",
}
"""The kinds of record in the order of the results -> how the page calls them."""


@dataclass(frozen=True)
class Shelf:
    """Lists to look through on the page of the search."""

    judul: str
    tautan: tuple[Link, ...]


@dataclass(frozen=True)
class SearchSection:
    """The search over all generated pages and what people write in docs/."""

    portal: Portal
    synonyms: tuple[Group, ...]
    pages: Mapping[str, Page]
    """Every other generated page, by address."""

    @cached_property
    def thesaurus(self) -> Thesaurus:
        """Words that mean the same, from people and from the registers."""
        return Thesaurus.of((*self.synonyms, *register_groups(self.portal)))

    def records(self, others: Iterable[Record]) -> Iterator[Record]:
        """Everything that is found, with all words that it is found by; `others` come from their own parts."""
        registered = (
            *of.sop_records(self.portal),
            *of.step_records(self.portal),
            *of.agency_records(self.portal, self.pages),
            *of.regulation_records(self.portal),
            *of.actor_records(self.portal),
        )
        given = tuple(others)
        found = {record.alamat for record in (*registered, *given)} | {ADDRESS}
        rest = chain(page_records(self.pages.values(), found), prose_records(self.portal.shared / "docs"))
        return map(self.thesaurus.widen, chain(registered, given, rest))

    def page(self) -> Page:
        """The page of the search."""
        shelves = [shelf for shelf in self._shelves() if shelf.tautan]
        html = render("cari.html", ADDRESS, jenis=KINDS, tanpa_saringan=NEWS, rak=shelves)
        summary = (
            "Cari layanan, SOP, langkah, informasi publik, warta, perangkat daerah, peraturan dan pelaksana sekaligus."
        )
        return Page(ADDRESS, "Cari", summary, html, render("cari-kepala.html", ADDRESS))

    def _shelves(self) -> Iterator[Shelf]:
        """Lists by which everything is reached without searching."""
        offices = (Link(office.singkatan, f"sop/#{office.id}") for office in self.portal.offices.values())
        yield Shelf("SOP", (*self._known("sop/"), *offices))
        by_category = self._below("ppid/daftar/kategori/")
        yield Shelf("Informasi publik", (*self._known("ppid/", "ppid/daftar/"), *by_category))
        yield Shelf("Informasi publik menurut tahun", self._below("ppid/daftar/tahun/"))
        yield Shelf("Warta", self._known("warta/", "warta/arsip/", "warta/kategori/", "warta/tag/", MAGAZINES, VIDEOS))
        yield Shelf(
            "Layanan", self._known("layanan/", "layanan/aduan/", "layanan/survei/", "layanan/survei/kuesioner/")
        )
        yield Shelf("Angka dan wilayah", self._known("selayang-pandang/", "selayang-pandang/kecamatan/", "infografis/"))
        yield Shelf(
            "Satu Data",
            self._known("satu-data/", "satu-data/kalender/", "satu-data/pemenuhan/", "data-award/", BOOKS),
        )
        yield Shelf("Cara kerja kantor", self._known("pelaksana/", "peraturan/", "temuan/"))
        agencies = (
            Link(agency.nama, address)
            for agency in sorted(self.portal.agencies.values(), key=lambda agency: agency.nama)
            if (address := of.agency_address(agency, self.pages))
        )
        yield Shelf("Perangkat daerah, A sampai Z", tuple(agencies))

    def _known(self, *addresses: str) -> tuple[Link, ...]:
        return tuple(Link(self.pages[address].judul, address) for address in addresses if address in self.pages)

    def _below(self, folder: str) -> tuple[Link, ...]:
        """The first pages of the lists in a folder; what their titles have in common is left out."""
        depth = folder.count("/") + 1
        return tuple(
            Link(page.judul.rpartition(": ")[2].capitalize(), address)
            for address, page in self.pages.items()
            if address.startswith(folder) and address.count("/") == depth
        )
