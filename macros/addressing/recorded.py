"""The lists of all promised addresses that were ever published: `alamat_data/terbit/*.txt`.

A line holds the day on which an address was first recorded, and the address. A list for each part of the site keeps
files short; a new page is one new line in one of them. `python -m macros alamat` writes them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.loading import read_text
from macros.problems import Problem, quoted
from macros.reading import Reader

FOLDER = "alamat_data/terbit"

HEAD = '# Ditulis oleh "make alamat". Baris tidak dihapus: alamat yang pindah dialihkan di alamat_data/alih.yml.'

LINE = re.compile(r"(\d{4}-\d\d-\d\d) /(\S*)")


@dataclass(frozen=True, slots=True)
class Record:
    """Since when an address is known to be public, and the line that says so."""

    sejak: date
    berkas: str
    baris: int


def read_records(reader: Reader, folder: Path) -> dict[str, Record]:
    """Address -> its record. Of two lines for one address, as merging may leave them, the older day counts."""
    records: dict[str, Record] = {}
    for file in reader.listing(folder):
        name = reader.name(file)
        if file.suffix != ".txt":
            reader.problem(file, 'folder ini hanya untuk daftar (.txt) yang ditulis "make alamat".')
            continue
        text = read_text(file, name)
        if isinstance(text, Problem):
            reader.problems.append(text)
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            found = _parsed(line)
            if found is None:
                message = f"baris {quoted(line)} salah bentuk. Tulis tanggal dan alamat: 2026-11-21 /warta/."
                reader.problems.append(Problem(name, number, "", message))
                continue
            since, address = found
            if address not in records or since < records[address].sejak:
                records[address] = Record(since, name, number)
    return records


def _parsed(line: str) -> tuple[date, str] | None:
    found = LINE.fullmatch(line.rstrip())
    if not found:
        return None
    try:
        return date.fromisoformat(found[1]), found[2]
    except ValueError:
        return None


def list_name(address: str) -> str:
    """The list that an address stands in: that of its folder, no deeper than two parts of it.

    `warta/2026/contoh/` and what lies in it stand in `warta-2026.txt`, `warta/arsip/` and `warta/rss.xml` in
    `warta.txt`, `warta/` and all else at the root in `akar.txt`.
    """
    *folders, _ = address.removesuffix("/").split("/")
    return f"{'-'.join(folders[:2]) or 'akar'}.txt"


def lists(records: Mapping[str, date]) -> Iterator[tuple[str, str]]:
    """(name, text) of every list for these addresses."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for address in sorted(records):
        grouped[list_name(address)].append(f"{records[address]} /{address}")
    for name, lines in grouped.items():
        yield name, "\n".join((HEAD, *lines, ""))


def write_lists(folder: Path, records: Mapping[str, date]) -> None:
    """Write every list that is not current."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in lists(records):
        file = folder / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
