"""The statistics book: every indicator and the districts on paper, each table with its sources, and the metadata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.models.sop import Sop
from macros.pages import Printable
from macros.rendering import render
from macros.satu_data.catalogue import Entry
from macros.statistik.citations import references
from macros.statistik.models.settings import Group
from macros.statistik.paper import BOOKLET_STYLE, FRONT
from macros.statistik.profile_view import ProfileView
from macros.statistik.views import IndicatorView

STYLE = (*BOOKLET_STYLE, Path(__file__).parent / "buku-statistik.css")

FOLDER = "publikasi/buku-statistik/"
FIXED = ("Kecamatan, desa dan kelurahan", "Metadata", "Sumber")
"""Chapters after those of the groups."""


def book_address(year: int) -> str:
    """Where the book of a year lies."""
    return f"{FOLDER}statistik-{year}.pdf"


@dataclass(frozen=True)
class Book:
    """The book of one year, made from what the portal has on a day."""

    profile: ProfileView
    entries: Mapping[str, Entry]
    sops: Sequence[Sop]
    tahun: int
    dibuat: str
    """The day in words."""

    @property
    def judul(self) -> str:
        """Its title."""
        return f"Statistik {self.profile.wilayah.singkat} {self.tahun}"

    @property
    def kelompok(self) -> list[tuple[Group, list[IndicatorView]]]:
        """The groups that have indicators, each with them."""
        views = self.profile.indikator.values()
        groups = self.profile.statistics.groups.values()
        found = [(group, [view for view in views if view.item.kelompok == group.id]) for group in groups]
        return [(group, own) for group, own in found if own]

    @property
    def bab(self) -> list[str]:
        """Its chapters."""
        return [*(group.nama for group, _ in self.kelompok), *FIXED]

    def printable(self) -> Printable:
        """The book with cover, contents and page numbers."""
        address = book_address(self.tahun)
        return Printable(address, self.judul, self._html(()), STYLE, bernomor=self._html)

    def _html(self, pages: Sequence[int]) -> str:
        places: Sequence[int | None] = pages[FRONT:] or [None] * len(self.bab)
        items = self.profile.statistics.indicators.values()
        used = {one.id for one in self.profile.sumber_wilayah}
        used |= {id_ for item in items for id_ in (*item.sumber, *item.metadata.acuan)}
        return render(
            "satu-data/kertas-buku.html",
            "",
            buku=self,
            profil=self.profile,
            daftar_isi=list(zip(self.bab, places, strict=True)),
            sumber=references(self.profile.statistics.sources, used),
        )
