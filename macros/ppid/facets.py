"""Ways to narrow the list: each has a page per value without JavaScript, and a filter with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from macros.models.registers import Agency
from macros.ppid.models.information import CATEGORIES, Form, Information

LIST = "ppid/daftar/"
"""Address of the list."""


@dataclass(frozen=True)
class Value:
    """One value of a facet: its part of an address, its name, and how many entries of the list have it."""

    slug: str
    nama: str
    jumlah: int


@dataclass(frozen=True)
class Facet:
    """A property by which the list is narrowed."""

    kunci: str
    """Name of the filter, in the search index and in addresses after a question mark."""
    nama: str
    folder: str
    """Folder of its pages under the list's address."""
    nilai: tuple[Value, ...]
    of: Callable[[Information], str]
    """The slug of an entry's value."""

    def address(self, value: Value) -> str:
        """Address of the first page of the entries with that value."""
        return f"{LIST}{self.folder}/{value.slug}/"


def slug_of(text: str) -> str:
    """A choice of the models, which are words of small letters, as a part of an address."""
    return text.replace(" ", "-")


def _year(item: Information) -> str:
    return str(item.tahun or "tanpa-tahun")


def _form(item: Information) -> str:
    return slug_of(item.bentuk) if item.bentuk else "belum-diisi"


def facets(entries: Collection[Information], agencies: Mapping[str, Agency]) -> tuple[Facet, ...]:
    """The facets of a list, each with the values that occur in it, in an order that a reader expects."""
    years = sorted({_year(item) for item in entries} - {"tanpa-tahun"}, reverse=True)
    return (
        _facet(
            "kategori", "Kategori", entries, lambda item: slug_of(item.kategori), {slug_of(c): c for c in CATEGORIES}
        ),
        _facet(
            "perangkat_daerah",
            "Perangkat daerah",
            entries,
            lambda item: item.perangkat_daerah,
            {a.id: a.nama for a in sorted(agencies.values(), key=lambda agency: agency.nama)},
        ),
        _facet("tahun", "Tahun", entries, _year, {y: y for y in years} | {"tanpa-tahun": "tanpa tahun"}),
        _facet(
            "bentuk",
            "Bentuk",
            entries,
            _form,
            {slug_of(form): form for form in get_args(Form)} | {"belum-diisi": "belum diisi"},
        ),
    )


def _facet(
    key: str, name: str, entries: Iterable[Information], of: Callable[[Information], str], names: Mapping[str, str]
) -> Facet:
    counts: dict[str, int] = {}
    for item in entries:
        slug = of(item)
        counts[slug] = counts.get(slug, 0) + 1
    values = tuple(Value(slug, text, counts[slug]) for slug, text in names.items() if slug in counts)
    return Facet(key, name, slug_of(name.lower()), values, of)
