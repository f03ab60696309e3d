"""Reads the lists that a law enumerates, beside the entries that refer to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.loading import Loaded
from macros.ppid.models.legal_list import LegalList
from macros.problems import Problem
from macros.reading import Reader


def read_legal_list(reader: Reader, file: Path, marks: Sequence[str]) -> LegalList | None:
    """The list in `file`, whose items must carry `marks` in that order; None where it is missing or wrong.

    Without its list a page names the mark alone (`huruf a`): entries can be checked without it.
    """

    def check(legal_list: LegalList, loaded: Loaded) -> Iterator[Problem]:
        """Every mark that entries may use is explained once, and no other."""
        if [item.id for item in legal_list.butir] != list(marks):
            yield loaded.problem(("butir",), f"id butir harus berurutan: {', '.join(marks)}.")

    file = reader.own_or_shared(file)
    return reader.register(file, LegalList, check) if file.exists() else None
