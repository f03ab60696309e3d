"""Words that promote online gambling, the usual mark of a government's website that was broken into."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from macros.loading import Loaded, load_yaml
from macros.models.base import Model, Slug, Text, WebAddress
from macros.problems import ContentError, Problem, quoted, suggestion
from macros.validation import validate

FILE = "keamanan_data/kata-judi.yml"

PROJECT = Path(__file__).resolve().parents[2]
"""Where the register lies that comes with the portal."""

DISGUISE = str.maketrans("01lL|34578@$", "oiiiieastbas")
"""Signs that are written for letters, so that a search does not find the word; an l is taken for the i like it."""

SPECIAL = "\u00a0\u00ad\u00b7\u2013\u2014\u2022\u2026\u200b\u200c\u200d\u2060\ufeff"
GAPS = string.punctuation + string.whitespace + SPECIAL
GAP = f"[{re.escape(GAPS)}]{{0,2}}"
"""What may stand between two letters of a word: blanks, dots, signs without any width."""

LETTERS = {ord(sign): None for sign in GAPS} | DISGUISE
"""Leaves out what may stand between letters: for a quick first look."""


class WordSource(Model):
    """Where a word was seen."""

    id: Slug
    judul: Text
    tautan: WebAddress


class Word(Model):
    """A word or a phrase."""

    kata: Text = Field(description="Bentuk yang biasa, misalnya slot gacor.")
    sumber: Slug = Field(description="Id sumber di berkas ini: dari mana diketahui bahwa kata ini dipakai.")


class WordRegister(Model):
    """`keamanan_data/kata-judi.yml`."""

    sumber: tuple[WordSource, ...]
    kata: tuple[Word, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Words:
    """Finds the words of a register in texts."""

    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    """Every text with one of the words has one of these in it, once its gaps are left out: a quick first look."""

    @classmethod
    def of(cls, register: WordRegister) -> Words:
        """The finder of all words of a register."""
        plain = {re.sub(r"[\W_]", "", entry.kata).lower().translate(DISGUISE) for entry in register.kata}
        longest_first = sorted(plain, key=lambda word: (-len(word), word))
        any_of = "|".join(GAP.join(map(re.escape, word)) for word in longest_first)
        stems = tuple(sorted(word for word in plain if not any(other in word for other in plain - {word})))
        return cls(re.compile(any_of, re.IGNORECASE), stems)

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """(place in the text, the word as it is written there) of each."""
        letters = text.translate(LETTERS).lower()
        if any(stem in letters for stem in self.stems):
            plain = text.translate(DISGUISE)  # as long as the text, so places are the same
            for match in self.pattern.finditer(plain):
                start, end = match.span()
                # numbers may follow, as in the names of such sites; letters make it another word
                if not text[start - 1 : start].isalpha() and not text[end : end + 1].isalpha():
                    yield start, text[start:end]


def check_words(register: WordRegister, loaded: Loaded) -> Iterator[Problem]:
    """Every word names a source that there is, and stands there once."""
    sources = {source.id for source in register.sumber}
    seen: set[str] = set()
    for index, entry in enumerate(register.kata):
        if entry.sumber not in sources:
            hint = suggestion(entry.sumber, sources)
            yield loaded.problem(("kata", index, "sumber"), f"tidak ada sumber {quoted(entry.sumber)}.{hint}")
        key = re.sub(r"[\W_]", "", entry.kata).lower()
        if not key or key in seen:
            yield loaded.problem(("kata", index, "kata"), f"{quoted(entry.kata)} kosong atau sudah ada di atas.")
        seen.add(key)


def load_words(root: Path) -> Words:
    """The words of the office's own register, where it has one; else of the project's.

    Raises ContentError with every mistake in it.
    """
    file = next(file for file in (root / FILE, PROJECT / FILE) if file.is_file())
    loaded = load_yaml(file, FILE)
    register = validate(WordRegister, loaded)
    problems = [*loaded.problems, *(check_words(register, loaded) if register else ())]
    if problems or register is None:
        raise ContentError(problems)
    return Words.of(register)
