"""The list of a year as an attachment to the decree that lays it down: what the browser prints."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from macros.dates import long_date
from macros.ppid.columns import CATEGORY_TITLES, COLUMNS, row
from macros.ppid.listing import Listing
from macros.ppid.lists import Line
from macros.rendering import render


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


def style() -> str:
    """How it looks on paper."""
    return render("ppid/kertas-dip.css", "")
