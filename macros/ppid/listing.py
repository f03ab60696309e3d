"""The pages of the Daftar Informasi Publik and of its parts, and what the search knows of each entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from macros.dates import long_date
from macros.models.registers import Agency
from macros.pages import Page
from macros.ppid.columns import COLUMNS, Cell, Row, entry_address, row
from macros.ppid.dip import Dip
from macros.ppid.facets import LIST, Facet, Value, facets
from macros.ppid.line_html import LineHtml
from macros.ppid.lists import Sheet, sheets
from macros.ppid.models.information import Information
from macros.rendering import render
from macros.search import Record
from macros.views.common import Link

KIND = "informasi publik"
"""What the search calls an entry."""

ORDERS: tuple[tuple[str, str], ...] = (
    ("", "menurut kategori"),
    ("judul", "judul A–Z"),
    ("-judul", "judul Z–A"),
    ("-tahun", "tahun terbaru"),
    ("tahun", "tahun terlama"),
    ("-diperbarui", "terakhir diperbarui"),
    ("diperbarui", "paling lama tidak diperbarui"),
    ("perangkat_daerah", "perangkat daerah A–Z"),
)
"""How results may be sorted: a key that the script knows, with a minus for downwards, and its name."""

PATTERN = Row(
    url="",
    judul="",
    kategori="setiap saat",
    kategori_tebakan=True,
    tahun=Cell("tahun", "", "-", tebakan=True),
    sel=tuple(Cell(key, name, "-", tebakan=True) for key, name in COLUMNS.items()),
    ditarik="-",
)
"""A line with every part that a line can have; the script fills copies of it with what it finds."""


@dataclass(frozen=True)
class Choice:
    """A field of the search form; `semua`: whether it may be left open."""

    kunci: str
    nama: str
    nilai: tuple[Value, ...]
    semua: bool = True


@dataclass(frozen=True)
class ListView:
    """What all pages of the list say of it as a whole."""

    jumlah: int
    ditarik: int
    belum_ditetapkan: int
    segi: tuple[Facet, ...]
    cetakan: tuple[Link, ...]
    unduhan: tuple[Link, ...]


@dataclass(frozen=True)
class Listing:
    """The list on one day, ready for pages."""

    dip: Dip
    agencies: Mapping[str, Agency]
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""
    downloads: Callable[[], tuple[Link, ...]] = tuple
    """Gives the whole list as files for programs; asked when a page is written, for the files have to be made."""

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The ways to narrow it."""
        return facets(self.dip.listed, self.agencies)

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """Id -> line, for every entry with a page."""
        return {item.id: row(item, self.agencies, self._withdrawn(item)) for item in self.dip.published.values()}

    def _withdrawn(self, item: Information) -> str:
        return long_date(item.penarikan.tanggal) if item.penarikan and item.ditarik(self.dip.today) else ""

    @cached_property
    def view(self) -> ListView:
        """What all its pages say of it."""
        return ListView(
            jumlah=len(self.dip.listed),
            ditarik=len(self.dip.withdrawn),
            belum_ditetapkan=self.dip.undecided,
            segi=tuple(facet for facet in self.facets if facet.nilai),
            cetakan=tuple(
                Link(f"DIP {year} (PDF)", address)
                for year in self.dip.years
                if (address := printed_address(year)) in self.printed
            ),
            unduhan=self.downloads(),
        )

    @cached_property
    def line_html(self) -> LineHtml:
        """The lines of all its pages, as HTML."""
        return LineHtml()

    @cached_property
    def _own(self) -> Mapping[str, Facet]:
        """The facets of all entries with a page, withdrawn ones too, by key."""
        return {facet.kunci: facet for facet in facets(tuple(self.dip.published.values()), self.agencies)}

    def value(self, item: Information, key: str) -> str:
        """What an entry has in a field of the search form."""
        if key == "penetapan":
            return "ditetapkan" if item.kategori_ditetapkan else "belum-ditetapkan"
        if key == "status":
            return "ditarik" if item.ditarik(self.dip.today) else "terbit"
        return self._own[key].of(item)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The fields of the search form."""
        states = (("terbit", len(self.dip.listed)), ("ditarik", len(self.dip.withdrawn)))
        decisions = (
            ("ditetapkan", "ditetapkan", len(self.dip.listed) - self.dip.undecided),
            ("belum-ditetapkan", "belum ditetapkan", self.dip.undecided),
        )
        return (
            *(Choice(facet.kunci, facet.nama, facet.nilai) for facet in self._own.values()),
            Choice("penetapan", "Penetapan", tuple(Value(*decision) for decision in decisions)),
            Choice("status", "Status", tuple(Value(name, name, count) for name, count in states), semua=False),
        )

    def pages(self) -> Iterator[Page]:
        """The list, its further pages, and the pages of each of its parts."""
        first, *others = sheets(LIST, [self.rows[item.id] for item in self.dip.listed])
        yield self._first(first)
        for sheet in others:
            yield self._part(sheet, f"Daftar Informasi Publik, halaman {sheet.nomor}", len(self.dip.listed), "")
        for facet in self.facets:
            members: dict[str, list[Row]] = {value.slug: [] for value in facet.nilai}
            for item in self.dip.listed:
                members[facet.of(item)].append(self.rows[item.id])
            for value in facet.nilai:
                title = f"Informasi publik: {facet.nama.lower()} {value.nama}"
                query = f"?{facet.kunci}={value.slug}"
                yield from self._parts(facet.address(value), title, members[value.slug], query)
        if self.dip.withdrawn:
            rows = [self.rows[item.id] for item in self.dip.withdrawn]
            yield from self._parts(f"{LIST}ditarik/", "Informasi publik yang ditarik", rows, "?status=ditarik")

    def _first(self, sheet: Sheet) -> Page:
        def html() -> str:
            return self._html("daftar", sheet, saringan=self.choices, urutan=ORDERS, contoh=PATTERN)

        return Page(sheet.alamat, "Daftar Informasi Publik", "Semua informasi publik menurut kategori.", html)

    def _parts(self, base: str, title: str, rows: Sequence[Row], query: str) -> Iterator[Page]:
        for sheet in sheets(base, rows):
            suffix = f", halaman {sheet.nomor}" if sheet.nomor > 1 else ""
            yield self._part(sheet, f"{title}{suffix}", len(rows), query)

    def _part(self, sheet: Sheet, title: str, count: int, query: str) -> Page:
        html = partial(self._html, "daftar-segi", sheet, judul=title, jumlah=count, saringan=query)
        return Page(sheet.alamat, title, f"{title}: {count} butir Daftar Informasi Publik.", html)

    def _html(self, template: str, sheet: Sheet, **context: Any) -> str:
        """A page of the list, made when it is written."""
        common = {"daftar": self.view, "lembar": sheet, "kolom": COLUMNS, "garis": self.line_html}
        return render(f"ppid/{template}.html", sheet.alamat, **common, **context)

    def records(self) -> Iterator[Record]:
        """Every entry with a page, as the search knows it."""
        for item in self.dip.published.values():
            yield self._record(item)

    def _record(self, item: Information) -> Record:
        agency = self.agencies[item.perangkat_daerah]
        line = self.rows[item.id]
        words = (item.ringkasan, item.penanggung_jawab, agency.nama, agency.singkatan, item.catatan)
        return Record(
            alamat=entry_address(item.id),
            judul=item.judul,
            isi=tuple(dict.fromkeys(word for word in words if word)),
            jenis=KIND,
            saring={
                "perangkat_daerah": (item.perangkat_daerah,),
                "status": ("ditarik" if line.ditarik else "terbit",),
            },
            meta={"keterangan": f"{item.kategori} · {agency.nama}"},
        )


def printed_address(year: int) -> str:
    """Where the list of a year can be downloaded for printing."""
    return f"ppid/dip-{year}.pdf"
