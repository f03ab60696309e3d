"""Words that mean the same: groups that people wrote down, and short names that the registers know.

They are applied when the index is made. Pagefind finds records that hold every word asked for; a record that
spells a word out is given the abbreviation as well, and the other way round, so that nothing more is fetched for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from macros.loading import Loaded
from macros.models.base import Model, Text
from macros.portal import Portal
from macros.problems import Problem, quoted
from macros.reading import Reader
from macros.search import Record

FILE = "pencarian_data/sinonim.yml"

Group = tuple[str, ...]
"""Terms of one meaning."""


class SynonymRegister(Model):
    """`pencarian_data/sinonim.yml`."""

    kelompok: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = Field(
        description="Kelompok kata yang sama artinya, misalnya [KTP, kartu tanda penduduk]."
    )


def plain(text: str) -> str:
    """A text as terms are compared: small letters, words only, one blank between them."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def check_synonyms(register: SynonymRegister, loaded: Loaded) -> Iterator[Problem]:
    """A group has two terms or more, a term has a word in it, and stands in one group only."""
    lines: dict[str, int] = {}
    for number, group in enumerate(register.kelompok):
        if len(group) == 1:
            example = "misalnya [KTP, kartu tanda penduduk]"
            message = f"{quoted(group[0])} sendirian. Tulis juga kata yang sama artinya, {example}."
            yield loaded.problem(("kelompok", number), message)
        for place, term in enumerate(group):
            path = ("kelompok", number, place)
            key = plain(term)
            if not key:
                yield loaded.problem(path, f"{quoted(term)} tidak memuat huruf atau angka.")
            elif key in lines:
                message = f"{quoted(term)} sudah ada di baris {lines[key]}. Gabungkan kedua kelompok."
                yield loaded.problem(path, message)
            else:
                lines[key] = loaded.line(path)


def load_synonyms(root: Path, shared: Path | None = None) -> tuple[Group, ...]:
    """The groups in `pencarian_data/sinonim.yml` of the office at `root`, else of all offices.

    A project without this file has none. Raises ContentError with every mistake in it.
    """
    file = next((folder / FILE for folder in (root, shared or root) if (folder / FILE).exists()), None)
    if file is None:
        return ()
    reader = Reader(root)
    register = reader.register(file, SynonymRegister, check_synonyms)
    reader.raise_problems()
    return register.kelompok if register else ()


def register_groups(portal: Portal) -> Iterator[Group]:
    """The names of agencies, offices and their divisions, each with its short name."""
    for agency in portal.agencies.values():
        if agency.singkatan:
            yield agency.nama, agency.singkatan
    for office in portal.offices.values():
        yield office.nama, office.singkatan
        for division in office.bidang:
            yield division.nama, division.singkatan


@dataclass(frozen=True)
class Thesaurus:
    """Every term, to be found quickly in long texts."""

    groups: tuple[Group, ...]
    by_first_word: Mapping[str, tuple[tuple[str, int], ...]]
    """The first word of a term -> (the term with a blank on either side, its group's place)."""

    @classmethod
    def of(cls, groups: Iterable[Group]) -> Thesaurus:
        """Groups whose terms differ in more than their letters' case or signs."""
        kept = tuple(group for group in groups if len({plain(term) for term in group}) > 1)
        terms: dict[str, list[tuple[str, int]]] = {}
        for place, group in enumerate(kept):
            for term in group:
                key = plain(term)
                terms.setdefault(key.split(" ", 1)[0], []).append((f" {key} ", place))
        return cls(kept, {word: tuple(found) for word, found in terms.items()})

    def others(self, text: str) -> tuple[str, ...]:
        """The terms that mean the same as some term of the text and do not stand in it."""
        words = plain(text)
        padded = f" {words} "
        places = {
            place
            for word in self.by_first_word.keys() & set(words.split())
            for term, place in self.by_first_word[word]
            if term in padded
        }
        terms = (term for place in sorted(places) for term in self.groups[place])
        return tuple(dict.fromkeys(term for term in terms if f" {plain(term)} " not in padded))

    def widen(self, record: Record) -> Record:
        """The record with all other words that it is to be found by."""
        found = self.others(" ".join((record.judul, *record.isi, *record.meta.values(), record.tersirat)))
        return replace(record, kata=(*record.kata, *found)) if found else record
