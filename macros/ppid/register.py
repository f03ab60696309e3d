"""Reads the register of requests and keeps its rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.ppid.models.register import COLUMNS, OPEN, REQUIRED_COLUMNS, WITHDRAWN, Request
from macros.ppid.table import load_table
from macros.problems import quoted, suggestion
from macros.reading import Reader
from macros.validation import validate

YEAR_FILE = re.compile(r"(?P<tahun>(19|20)\d\d)\.csv")

Violation = tuple[str, str]
"""(column, what is wrong and what would be right)."""


def load_register(reader: Reader, folder: Path, agencies: Collection[str] | None) -> Mapping[int, tuple[Request, ...]]:
    """Year -> its requests in file order, newest year last. A file with headings alone is a year without requests."""
    register: dict[int, tuple[Request, ...]] = {}
    for file in reader.listing(folder):
        name = YEAR_FILE.fullmatch(file.name)
        if file.name.startswith("."):
            continue
        if name is None:
            reader.problem(file, "nama berkas salah bentuk. Tulis tahun dengan akhiran .csv, misalnya 2026.csv.")
            continue
        register[int(name["tahun"])] = tuple(_requests(reader, file, int(name["tahun"]), agencies))
    return register


def _requests(reader: Reader, file: Path, year: int, agencies: Collection[str] | None) -> Iterator[Request]:
    table = load_table(reader, file, COLUMNS, REQUIRED_COLUMNS)
    reader.problems += table.problems
    lines: dict[str, int] = {}
    for row in table.rows:
        loaded = row.loaded(table.berkas)
        request = validate(Request, loaded)
        if request:
            first = lines.setdefault(request.nomor, row.baris)
            if first != row.baris:
                loaded.problems.append(
                    loaded.problem(("nomor",), f"{quoted(request.nomor)} sudah dipakai pada baris {first}.")
                )
            loaded.problems += (
                loaded.problem((column,), message) for column, message in violations(request, year, agencies)
            )
            yield request
        reader.problems += loaded.problems


def violations(request: Request, year: int, agencies: Collection[str] | None) -> Iterator[Violation]:
    """All rules that one row must keep."""
    yield from _place(request, year, agencies)
    yield from _order(request)
    yield from _outcome(request)


def _place(request: Request, year: int, agencies: Collection[str] | None) -> Iterator[Violation]:
    """A row stands in the file of the year it was received in, and its agency is registered."""
    if request.diterima.year != year:
        yield "diterima", f"{request.diterima} bukan tahun {year}. Pindahkan baris ini ke {request.diterima.year}.csv."
    if agencies is not None and request.perangkat_daerah not in agencies:
        hint = suggestion(request.perangkat_daerah, agencies)
        yield "perangkat_daerah", f"{quoted(request.perangkat_daerah)} tidak ada di register perangkat daerah.{hint}"


def _order(request: Request) -> Iterator[Violation]:
    """Received, answered, objected, answered, disputed: each not before the one it follows."""
    steps = (
        ("dijawab", request.dijawab, "diterima", request.diterima),
        ("keberatan", request.keberatan, "diterima", request.diterima),
        ("keberatan_dijawab", request.keberatan_dijawab, "keberatan", request.keberatan),
        ("sengketa", request.sengketa, "keberatan", request.keberatan),
    )
    for column, day, earlier, since in steps:
        if day and not since:
            yield column, f"diisi, tetapi {earlier} kosong. Isi tanggal {earlier}."
        elif day and since and day < since:
            yield column, f"{day} mendahului {earlier} ({since})."


def _outcome(request: Request) -> Iterator[Violation]:
    """An open request has no answer, a closed one has; a refusal has its reason; outcomes belong to their step."""
    if request.hasil == OPEN and request.dijawab:
        yield "hasil", f'"{OPEN}", padahal dijawab {request.dijawab}. Tulis hasilnya, misalnya diberikan.'
    if request.hasil not in (OPEN, WITHDRAWN) and not request.dijawab:
        yield "dijawab", f'kosong, padahal hasilnya "{request.hasil}". Isi tanggal pemberitahuan tertulis.'
    if request.hasil == "ditolak" and not request.alasan_penolakan:
        yield (
            "alasan_penolakan",
            "kosong, padahal ditolak. Tulis alasannya, misalnya pasal dan undang-undang.",
        )
    if request.alasan_penolakan and request.hasil not in ("ditolak", "diberikan sebagian"):
        yield "alasan_penolakan", f'diisi, padahal hasilnya "{request.hasil}". Kosongkan, atau betulkan hasilnya.'
    if request.putusan_keberatan and not request.keberatan:
        yield "putusan_keberatan", "diisi, tetapi keberatan kosong. Isi tanggal keberatan."
    if request.putusan_sengketa and not request.sengketa:
        yield "putusan_sengketa", "diisi, tetapi sengketa kosong. Isi tanggal sengketa."
