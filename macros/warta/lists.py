"""Lists of news, cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.pages import nearby

PAGE_SIZE = 20

ROOT = "warta/"


@dataclass(frozen=True)
class Choice:
    """A way to a list, and how many articles are in it."""

    url: str
    teks: str
    jumlah: int


@dataclass(frozen=True)
class Group:
    """Lists under one heading, such as the months of a year."""

    judul: str
    pilihan: Sequence[Choice]


@dataclass(frozen=True)
class NewsList:
    """A list of news before it is cut: where it lies, what it is called, the places of its articles."""

    folder: str
    judul: str
    pengantar: str
    places: Sequence[int]
    remah: tuple[tuple[str, str], ...] = ()
    """(address, text) of the lists above it."""
    umpan: str | None = None
    """The folder of its feeds, where it has its own."""


@dataclass(frozen=True)
class Sheet:
    """One page of a list."""

    daftar: NewsList
    nomor: int
    jumlah: int
    """Pages of the list."""
    places: Sequence[int]

    @property
    def alamat(self) -> str:
        """Its address."""
        return self.alamat_ke(self.nomor)

    def alamat_ke(self, number: int) -> str:
        """The address of another page of the same list."""
        return self.daftar.folder if number == 1 else f"{self.daftar.folder}hal/{number}/"

    @property
    def judul(self) -> str:
        """What its browser tab is called: pages of one list are told apart."""
        return self.daftar.judul if self.nomor == 1 else f"{self.daftar.judul}, halaman {self.nomor}"

    @property
    def pilihan(self) -> tuple[int | None, ...]:
        """Page numbers to go to."""
        return nearby(self.nomor, self.jumlah)


def sheets(news: NewsList) -> Iterator[Sheet]:
    """The pages of a list; one even where it is empty."""
    count = max(-(-len(news.places) // PAGE_SIZE), 1)
    for number in range(1, count + 1):
        yield Sheet(news, number, count, news.places[(number - 1) * PAGE_SIZE : number * PAGE_SIZE])
