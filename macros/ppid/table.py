"""CSV files as offices make them: comma, semicolon or tab, with or without BOM, any line ends.

Lines that begin with # are comments. Every reason a row cannot be used is told with its line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.loading import Loaded, read_text
from macros.ppid.anonymity import is_personal_column, personal_texts
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader

SEPARATORS = ",;\t"

FORMULA_SIGNS = ("=", "+", "@")
"""A cell that begins so is run as a formula by spreadsheets."""


@dataclass
class Row:
    """The cells of one row by their column, blank ones left out, and the line it begins on."""

    baris: int
    sel: dict[str, str]

    def loaded(self, berkas: str) -> Loaded:
        """The row as the validation takes it: every problem is told with the row's line and the column."""
        return Loaded(berkas, dict(self.sel), lines={(): self.baris})


@dataclass
class Table:
    """The rows of a file; empty where `problems` says why it could not be read."""

    berkas: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, pesan: str, bagian: str = "") -> None:
        """Keep a problem with a line."""
        self.problems.append(Problem(self.berkas, line, bagian, pesan))


def load_table(reader: Reader, file: Path, known: Collection[str], required: Collection[str]) -> Table:
    """An anonymous table: columns are checked against `known`, cells for personal data and formulas."""
    table = Table(reader.name(file))
    text = read_text(file, table.berkas)
    if isinstance(text, Problem):
        table.problems.append(text)
        return table
    try:
        lines = list(_lines(text))
    except csv.Error:
        table.problem(1, "bukan CSV yang sah: ada tanda kutip yang tidak ditutup. Simpan ulang sebagai CSV UTF-8.")
        return table
    if not lines:
        table.problem(1, f"berkas kosong. Baris pertama memuat judul kolom: {', '.join(known)}.")
        return table
    (line, headings), *rest = lines
    columns = [heading.strip().lower().replace(" ", "_") for heading in headings]
    _check_columns(table, line, headings, columns, known, required)
    if not table.problems:
        for number, cells in rest:
            _add_row(table, number, columns, cells)
    return table


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """(line it begins on, cells) of every row that is neither blank nor a comment."""
    first = next((line for line in text.splitlines() if line.strip() and not line.lstrip('"').startswith("#")), "")
    separator = max(SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    for cells in rows:
        begins, before = before + 1, rows.line_num
        if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
            yield begins, cells


def _check_columns(
    table: Table, line: int, headings: list[str], columns: list[str], known: Collection[str], required: Collection[str]
) -> None:
    """Headings are known, stand there once, and none promises data about a person."""
    while columns and not columns[-1]:  # separators that a spreadsheet leaves at the end
        columns.pop()
    for index, column in enumerate(columns):
        if column in columns[:index]:
            table.problem(line, f"kolom {quoted(headings[index])} ditulis dua kali; hapus salah satu.")
        elif column in known:
            continue
        elif is_personal_column(column):
            table.problem(
                line,
                f"kolom {quoted(headings[index])} memuat data pribadi. Register ini anonim: hapus kolomnya "
                "dan simpan datanya hanya di buku register kantor (UU 27/2022).",
            )
        else:
            hint = suggestion(column, known)
            table.problem(line, f"kolom {quoted(headings[index])} tidak dikenal.{hint} Kolomnya: {', '.join(known)}.")
    missing = [column for column in required if column not in columns]
    if missing:
        table.problem(line, f"kolom {', '.join(missing)} tidak ada pada baris judul.")


def _add_row(table: Table, line: int, columns: list[str], cells: list[str]) -> None:
    values = [cell.strip() for cell in cells]
    if any(values[len(columns) :]):
        table.problem(
            line,
            f"baris ini memuat {len(values)} sel, judul kolomnya {len(columns)}. "
            "Apit teks yang memuat tanda pemisah dengan tanda kutip.",
        )
        return
    row = Row(line, {column: value for column, value in zip(columns, values, strict=False) if value})
    for column, value in row.sel.items():
        for found in personal_texts(value):
            table.problem(
                line, f"{quoted(value)} tampaknya memuat {found}. Tulis pokoknya saja, tanpa data orang.", column
            )
        if value.startswith(FORMULA_SIGNS):
            table.problem(line, f"{quoted(value)} dibaca sebagai rumus oleh lembar kerja; awali dengan kata.", column)
    table.rows.append(row)
