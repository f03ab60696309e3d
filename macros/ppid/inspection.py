"""What is inside a document: can it be read, by whom, and does it hold private numbers.

Reading a document is slow and runs foreign bytes through a library, so it happens in a process of its own:
`python -m macros.ppid.inspection` takes one JSON line per document and answers with one.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from macros.models.base import Model
from macros.ppid.private import NumberKind, private_numbers
from macros.ppid.texts import UnreadableError, open_document

VERSION = 1
"""Raised when the same document would be judged otherwise, so that no old answer is used."""

MAX_PAGES = 200
MAX_CHARACTERS = 20_000_000
MAX_SECONDS = 10.0
"""So much of one document is read; what was left out is said."""

MAX_NUMBERS = 50
"""So many places with private numbers are kept."""

TEXT_CHARACTERS = 10
"""A page with fewer characters is a picture: a stamp of the scanner is not its text."""


class PrivateNumber(Model):
    """A private number was found there; never the number itself."""

    jenis: NumberKind
    di: str


class Inspection(Model):
    """What was found inside one document."""

    rusak: bool = False
    terkunci: bool = False
    halaman: int | None = None
    """Number of pages, of a PDF."""
    dibaca: int = 0
    """Number of parts (pages of a PDF) that were read."""
    tanpa_teks: int = 0
    """How many of the pages read are pictures."""
    belum_diperiksa: str | None = None
    """What was not looked at, and why."""
    nomor: tuple[PrivateNumber, ...] = ()

    def memuat(self, kind: str) -> list[str]:
        """Where private numbers of one kind are; a document without parts has them at an empty place."""
        return [number.di for number in self.nomor if number.jenis == kind]


def inspect(file: Path, ending: str, seconds: float = MAX_SECONDS) -> Inspection:
    """Look into a document; whatever its reader raises means that it is damaged."""
    try:
        return _inspect(file, ending, seconds)
    except Exception:
        # the libraries raise nearly everything on damaged files; which it was helps no editor
        return Inspection(rusak=True)


def _inspect(file: Path, ending: str, seconds: float) -> Inspection:
    opened = open_document(file, ending)
    numbers: dict[tuple[NumberKind, str], PrivateNumber] = {}
    read = failed = pictures = characters = 0
    left: str | None = None
    end = time.monotonic() + seconds
    for where, text in opened.bagian:
        read += 1
        if text is None:
            failed += 1
            continue
        characters += len(text)
        pictures += len("".join(text.split())) < TEXT_CHARACTERS
        for kind in private_numbers(text):
            numbers.setdefault((kind, where), PrivateNumber(jenis=kind, di=where))
        last = where or f"bagian {read}"
        if opened.jumlah and read == MAX_PAGES < opened.jumlah:
            left = f"hanya {MAX_PAGES} dari {opened.jumlah} halaman yang diperiksa."
        elif characters > MAX_CHARACTERS or len(numbers) >= MAX_NUMBERS:
            left = f"pemeriksaan berhenti di {last}: teksnya terlalu banyak."
        elif time.monotonic() > end and read != opened.jumlah:
            left = f"pemeriksaan berhenti di {last} sesudah {seconds:.0f} detik."
        if left:
            break
    if failed and failed == read:
        raise UnreadableError
    if failed:
        left = f"{failed} dari {read} halaman tidak dapat diperiksa. {left or ''}".strip()
    return Inspection(
        terkunci=opened.terkunci,
        halaman=opened.jumlah,
        dibaca=read,
        tanpa_teks=pictures if opened.jumlah else 0,
        belum_diperiksa=left,
        nomor=tuple(numbers.values()),
    )


def main() -> None:
    """Answer the lines of standard input until it ends."""
    for line in sys.stdin:
        name, ending = json.loads(line)
        print(inspect(Path(name), ending).model_dump_json(), flush=True)


if __name__ == "__main__":
    main()
