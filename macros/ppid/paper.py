"""The list of a year as an attachment to the decree that lays it down: what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from macros.dates import long_date
from macros.pages import Printable
from macros.ppid.columns import CATEGORY_TITLES, COLUMNS, row
from macros.ppid.listing import Listing, printed_address
from macros.ppid.lists import Line
from macros.rendering import render

STYLE = Path(__file__).parent / "kertas-dip.css"


@dataclass(frozen=True)
class Part:
    """One category of the list, under its letter."""

    judul: str
    butir: tuple[Line, ...]


def year_list(listing: Listing, year: int) -> str:
    """The list of a year as one HTML document; what a decree would say of itself is left blank."""
    entries = listing.dip.of_year(year)
    parts = []
    for letter, (category, members) in zip("ABC", groupby(entries, key=lambda item: item.kategori), strict=False):
        rows = (row(item, listing.agencies) for item in members)
        lines = tuple(Line(no, line) for no, line in enumerate(rows, start=1))
        parts.append(Part(f"{letter}. {CATEGORY_TITLES[category]}", lines))
    return render(
        "ppid/kertas-dip.html",
        "",
        tahun=year,
        keadaan="" if year < listing.dip.today.year else long_date(listing.dip.today),
        bagian=parts,
        jumlah=len(entries),
        belum_ditetapkan=sum(not item.kategori_ditetapkan for item in entries),
        ada_tebakan=any(item.disimpulkan for item in entries),
        kolom=COLUMNS,
    )


def year_lists(listing: Listing) -> Iterator[Printable]:
    """The list of every year, to be printed on lying paper: it has more columns than fit upright."""
    for year in listing.dip.years:
        title = f"Daftar Informasi Publik {year}"
        yield Printable(printed_address(year), title, year_list(listing, year), (STYLE,), tegak=False, kaki=title)
