"""Rows of cells -> rows of texts by column: finds the headings, and tells of columns and cells that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.dates import MONTHS, long_date
from macros.ppid.exchange.columns import COLUMNS, HEADINGS, SPLIT_HEADINGS, Column
from macros.ppid.exchange.grid_csv import HEAD_ROWS
from macros.ppid.exchange.grids import SheetProblem, read_grids
from macros.problems import quoted, suggestion
from macros.sheets.cells import Cell, Day, Unusable, normal_heading, number_text
from macros.sheets.grids import Grid, SheetError

MIN_HEADINGS = 2
"""A row with so many known headings is the row of headings."""


@dataclass(frozen=True)
class Row:
    """One row: the texts of the columns that it has, by key; `broken` are those that could not be read."""

    number: int
    texts: Mapping[str, str]
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Sheet:
    """The rows of the list in a file, and every mistake with its columns and cells."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    problems: tuple[SheetProblem, ...]
    notes: tuple[str, ...]
    folder: Path
    """Where the file lies, and beside it the documents that its rows name."""


def read_sheet(file: Path) -> Sheet:
    """The list in a file: on the first of its sheets that has the headings; raises SheetError."""
    for grid in read_grids(file):
        head = _head_row(grid)
        if head is not None:
            return _sheet(grid, head, file.parent)
    required = ", ".join(f'"{column.heading}"' for column in COLUMNS if column.required)
    raise SheetError(
        f"{quoted(file.name)}: baris judul kolom tidak ditemukan pada {HEAD_ROWS} baris pertama. Judul yang wajib ada: "
        f"{required}. Templatnya /ppid/dip-templat.xlsx."
    )


def _head_row(grid: Grid) -> int | None:
    """Index of the row with the most known headings."""
    counts = [
        len({HEADINGS[name].key for cell in row if (name := normal_heading(str(cell))) in HEADINGS})
        for row in grid.rows[:HEAD_ROWS]
    ]
    best = max(counts, default=0)
    return counts.index(best) if best >= MIN_HEADINGS else None


def _sheet(grid: Grid, head: int, folder: Path) -> Sheet:
    places, problems = _columns(grid, head)
    unread = {index for index, cell in enumerate(grid.rows[head]) if _is_unread(_plain(cell))}
    start = head + 1
    if start < len(grid.rows) and _only_numbers(grid.rows[start]):
        start += 1
    for area in grid.merged:
        if area.last_row > start:
            message = f"sel gabungan {area.name}. Pisahkan selnya (Unmerge), lalu isi setiap baris."
            problems.append(SheetProblem(max(area.first_row, start + 1), "", message))
    rows = []
    for number, cells in enumerate(grid.rows[start:], start + 1):
        filled = [cell for index, cell in enumerate(cells) if cell != "" and index not in unread]
        if len(filled) == 1 and len(places) > 1:
            message = f"hanya satu sel terisi: {quoted(_plain(filled[0]))}. Hapus baris judul kelompok atau catatan."
            problems.append(SheetProblem(number, "", message))
        elif filled:
            row, found = _row(number, cells, places)
            problems += found
            if any(row.texts.values()) or row.broken:
                rows.append(row)
    columns = tuple(places.values())
    missing = [column.heading for column in COLUMNS if column.read and column not in columns]
    notes = [grid.note] if grid.note else []
    if missing:
        notes.append(f"kolom yang tidak ada, jadi isinya tidak diubah: {', '.join(missing)}")
    if not rows and not problems:
        problems.append(SheetProblem(0, "", "tidak ada baris isi di bawah judul kolom."))
    return Sheet(columns, tuple(rows), tuple(problems), tuple(notes), folder)


def _columns(grid: Grid, head: int) -> tuple[dict[int, Column], list[SheetProblem]]:
    """Index -> column to read; headings that are unknown, double or lacking are problems."""
    problems: list[SheetProblem] = []
    seen: dict[str, Column] = {}
    places: dict[int, Column] = {}
    for index, cell in enumerate(grid.rows[head]):
        heading = _plain(cell)
        name = normal_heading(heading)
        column = HEADINGS.get(name)
        if column is None:
            message = _unknown(name, heading, index, grid, head)
            if message:
                problems.append(SheetProblem(head + 1, heading or f"ke-{index + 1}", message))
        elif column.key in seen:
            message = f'kolom "{column.heading}" ada dua kali. Hapus salah satu.'
            problems.append(SheetProblem(head + 1, heading, message))
        else:
            seen[column.key] = column
            if column.read:
                places[index] = column
    for column in COLUMNS:
        if column.required and column.key not in seen:
            problems.append(SheetProblem(head + 1, column.heading, "kolom wajib ini tidak ada."))
    return places, problems


def _is_unread(heading: str) -> bool:
    column = HEADINGS.get(normal_heading(heading))
    return column is not None and not column.read


def _unknown(name: str, heading: str, index: int, grid: Grid, head: int) -> str | None:
    """Why a column without a known heading cannot stay; an empty one may."""
    if name in SPLIT_HEADINGS:
        first, second = SPLIT_HEADINGS[name]
        return f'memuat dua hal. Pisahkan menjadi kolom "{first}" dan kolom "{second}".'
    if name:
        close = suggestion(heading, [column.heading for column in COLUMNS])
        return f"kolom ini tidak dikenal.{close} Perbaiki judulnya, atau hapus kolomnya."
    if any(index < len(row) and row[index] != "" for row in grid.rows[head + 1 :]):
        return "kolom tanpa judul berisi data. Tulis judulnya, atau hapus isinya."
    return None


def _row(number: int, cells: tuple[Cell, ...], places: Mapping[int, Column]) -> tuple[Row, list[SheetProblem]]:
    texts: dict[str, str] = {}
    problems: list[SheetProblem] = []
    for index, column in places.items():
        cell = cells[index] if index < len(cells) else ""
        text = _text(cell, column)
        if isinstance(text, Unusable):
            problems.append(SheetProblem(number, column.heading, text.message))
        else:
            texts[column.key] = text
    broken = frozenset(column.key for column in places.values() if column.key not in texts)
    return Row(number, texts, broken), problems


def _text(cell: Cell, column: Column) -> str | Unusable:
    """A cell as the text that its column wants."""
    if isinstance(cell, Unusable):
        return cell
    if isinstance(cell, Day):
        if column.kind == "tanggal":
            return cell.day.isoformat()
        if column.kind == "tahun":
            return Unusable(f"berisi tanggal {cell.day.isoformat()}. Tulis tahunnya saja, empat angka.")
        return f"{MONTHS[cell.day.month - 1]} {cell.day.year}" if cell.to_month else long_date(cell.day)
    return cell if isinstance(cell, str) else number_text(cell)


def _plain(cell: Cell) -> str:
    if isinstance(cell, Day):
        return long_date(cell.day)
    return "" if isinstance(cell, Unusable) else str(cell).strip()


def _only_numbers(row: tuple[Cell, ...]) -> bool:
    """Whether a row numbers the columns, as the legal form does: 1, 2, 3 or (1), (2), (3)."""
    filled = [_plain(cell).strip("()") for cell in row if cell != ""]
    return len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]
