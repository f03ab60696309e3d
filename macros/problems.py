"""How a mistake in a content file is told to the person who made it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from functools import lru_cache


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one content file.

    `berkas` is relative to the project folder, `baris` counts from 1, `bagian` is
    the path to the value (`langkah[3].pelaksana`, list items counted from 1) and
    `pesan` says in Indonesian what is wrong and what would be right.
    """

    berkas: str
    baris: int
    bagian: str
    pesan: str

    def __str__(self) -> str:
        where = f"{self.bagian}: " if self.bagian else ""
        return " ".join(f"{self.berkas}:{self.baris}: {where}{self.pesan}".split())


class ContentError(Exception):
    """Raised where content cannot be used; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def location(path: Iterable[str | int]) -> str:
    """`("langkah", 2, "pelaksana")` as people count: `langkah[3].pelaksana`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text


def quoted(value: object, limit: int = 60) -> str:
    """A value as typed, in quotes, shortened to `limit` characters."""
    text = " ".join(str(value).split())
    return f'"{text}"' if len(text) <= limit else f'"{text[: limit - 1]}…"'


def suggestion(value: str, known: Iterable[str]) -> str:
    """` Maksud Anda "kasi"?` where a known value is close to the typed one, else nothing."""
    return _suggestion(value, tuple(known))


@lru_cache(maxsize=256)  # a renamed folder breaks the same reference in hundreds of files
def _suggestion(value: str, known: tuple[str, ...]) -> str:
    close = closest(value, known)
    return f' Maksud Anda "{close}"?' if close else ""


MANY = 300
"""Comparing a value with more names than this takes long; then only those that begin or end alike are compared."""


def closest(value: str, known: Collection[str]) -> str | None:
    """The known value that was probably meant."""
    if len(known) > MANY:
        known = [name for name in known if name[:4] == value[:4] or name[-4:] == value[-4:]][:MANY]
    close = get_close_matches(value, known, n=1, cutoff=0.6)
    return close[0] if close else None


def as_json(problems: Iterable[Problem]) -> str:
    """The problems for machines: a JSON list of objects with the fields of `Problem`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
