"""What makes a piece of news wrong beyond the shape of one value: each rule yields its problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.loading import Loaded, Violation
from macros.problems import Problem, quoted, suggestion
from macros.publishing.flow import Facts, flow_violations
from macros.publishing.routes import NO_ROUTES, Routes
from macros.publishing.states import publication_violations
from macros.warta.models import ArticleDocument, BriefDocument, CategoryRegister, Document

LONGEST = 300
"""Characters of a summary or of a brief's one sentence: more is an article."""


@dataclass(frozen=True)
class Known:
    """The ids that news may refer to; None where they could not be read."""

    categories: Collection[str] | None
    agencies: Collection[str] | None
    routes: Routes = NO_ROUTES
    """The steps to the public; none where they could not be read."""


def check_categories(register: CategoryRegister, loaded: Loaded) -> Iterator[Problem]:
    """Ids and names of categories are unique."""
    for key in ("id", "nama"):
        seen: set[str] = set()
        for index, category in enumerate(register.kategori):
            value = getattr(category, key)
            if value in seen:
                yield loaded.problem(("kategori", index, key), f"{quoted(value)} sudah dipakai. Ganti salah satu.")
            seen.add(value)


def check_story(item: Document, year: str, body: str, known: Known) -> Iterator[Violation]:
    """All rules that one piece of news must keep; `year` is the folder of its file, `body` the text below."""
    yield from _known_ids(item, known)
    yield from _no_repetition(item)
    yield from _length(item, body)
    yield from publication_violations(item)
    yield from flow_violations(item, item.jenis, known.routes, _facts(item, body))
    yield from _days(item, year)


def _facts(item: Document, body: str) -> Facts:
    """Who made it, and whether it shows a photo, on top or in its text."""
    return Facts((item.penulis,) if item.penulis else (), bool(item.foto) or "![" in body)


def _known_ids(item: Document, known: Known) -> Iterator[Violation]:
    """Category and agencies are in their registers."""
    if known.categories is not None and item.kategori not in known.categories:
        hint = suggestion(item.kategori, known.categories)
        yield ("kategori",), f"{quoted(item.kategori)} tidak ada di warta_data/kategori.yml.{hint}"
    for index, agency in enumerate(item.perangkat_daerah):
        if known.agencies is not None and agency not in known.agencies:
            hint = suggestion(agency, known.agencies)
            yield ("perangkat_daerah", index), f"{quoted(agency)} tidak ada di register perangkat daerah.{hint}"


def _no_repetition(item: Document) -> Iterator[Violation]:
    """Tags, agencies and photos are named once."""
    lists = {
        "tag": item.tag,
        "perangkat_daerah": item.perangkat_daerah,
        "foto": tuple(photo.berkas for photo in item.foto),
    }
    for key, values in lists.items():
        for index, value in enumerate(values):
            if value in values[:index]:
                yield (key, index), f"{quoted(value)} ditulis dua kali; hapus salah satu."


def _length(item: Document, body: str) -> Iterator[Violation]:
    """An article has a text; a brief has none, and its fact is one sentence."""
    key, text = ("fakta", item.fakta) if isinstance(item, BriefDocument) else ("ringkasan", item.ringkasan)
    if len(text) > LONGEST:
        yield (key,), f"{len(text)} huruf; paling banyak {LONGEST}. Persingkat."
    if "\n" in text:
        yield (key,), "harus satu baris, tanpa baris baru di dalamnya."
    if isinstance(item, ArticleDocument) and not body.strip():
        yield (), 'artikel tanpa isi. Tulis isinya di bawah "---" kedua.'
    if isinstance(item, BriefDocument) and body.strip():
        yield (
            ("jenis",),
            "kilas hanya satu kalimat fakta, tanpa isi di bawahnya. Hapus isinya, atau tulis jenis: artikel.",
        )


def _days(item: Document, year: str) -> Iterator[Violation]:
    """The news lies in its year's folder and is not younger than its publishing; what followed stands in order.

    The year may be that of publishing: a date that is corrected later must not move the page.
    """
    if int(year) not in {day.year for day in (item.tanggal, item.terbit) if day}:
        yield ("tanggal",), f"tahunnya {item.tanggal.year}, tetapi berkasnya di folder {year}. Samakan."
    if item.terbit and item.terbit < item.tanggal:
        yield ("terbit",), "mendahului tanggal beritanya. Periksa keduanya."
    days = [item.terbit, *(change.tanggal for change in item.ralat), item.penarikan and item.penarikan.tanggal]
    dated = [day for day in days if day]
    if dated != sorted(dated):
        yield ("ralat",), "tanggal tidak urut: terbit, ralat dari yang terlama, lalu penarikan."
