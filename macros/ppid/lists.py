"""The pages of a list: which lines stand on which page, in groups whose numbers run on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.pages import nearby
from macros.ppid.columns import CATEGORY_TITLES, Row
from macros.ppid.models.information import CategoryName

PAGE_SIZE = 50
"""Lines on a page; at this size a page of long entries stays far below 150 KB packed."""


@dataclass(frozen=True)
class Line:
    """A row under its number in the category."""

    no: int
    baris: Row


@dataclass(frozen=True)
class Group:
    """The lines of one category on one page."""

    judul: str
    jumlah: int
    """Entries of the category in the whole list."""
    usulan: int
    """How many of these the PPID has not put there."""
    lanjutan: bool
    """Whether it began on an earlier page."""
    butir: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    """One page of a list."""

    dasar: str
    """Address of the list's first page."""
    nomor: int
    jumlah: int
    """Pages of the list."""
    kelompok: tuple[Group, ...]

    @property
    def alamat(self) -> str:
        """Address of this page."""
        return self.alamat_ke(self.nomor)

    def alamat_ke(self, number: int) -> str:
        """Address of another page of the same list."""
        return self.dasar if number == 1 else f"{self.dasar}hal/{number}/"

    @property
    def pilihan(self) -> tuple[int | None, ...]:
        """Page numbers to go to."""
        return nearby(self.nomor, self.jumlah)


def sheets(base: str, rows: Sequence[Row]) -> Iterator[Sheet]:
    """The pages of a list in its order; a list without entries is one page."""
    groups = {category: list(items) for category, items in groupby(rows, key=lambda row: row.kategori)}
    lines = [(category, Line(no, row)) for category, items in groups.items() for no, row in enumerate(items, start=1)]
    guessed = {category: sum(row.kategori_tebakan for row in items) for category, items in groups.items()}
    count = max(1, -(-len(lines) // PAGE_SIZE))
    for number in range(count):
        part = lines[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
        on_page = {
            category: tuple(line for _, line in items) for category, items in groupby(part, key=lambda pair: pair[0])
        }
        yield Sheet(base, number + 1, count, tuple(_groups(on_page, groups, guessed)))


def _groups(
    on_page: Mapping[CategoryName, tuple[Line, ...]],
    all_rows: Mapping[CategoryName, Sequence[Row]],
    guessed: Mapping[CategoryName, int],
) -> Iterator[Group]:
    for category, lines in on_page.items():
        yield Group(
            judul=CATEGORY_TITLES[category],
            jumlah=len(all_rows[category]),
            usulan=guessed[category],
            lanjutan=lines[0].no > 1,
            butir=lines,
        )
