"""A sheet as rows by heading, every text with the cell it stands in, every mistake with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from openpyxl.utils import get_column_letter

from macros.dates import MONTHS, long_date
from macros.loading import Loaded, ValuePath
from macros.problems import Problem, location, quoted, suggestion
from macros.rules import check_private_numbers
from macros.sheets.cells import Cell, Day, Unusable, normal_heading, number_text
from macros.sheets.grids import Grid
from macros.sop_exchange.shape import meant

HEAD_ROWS = 20
"""The headings stand within so many rows."""

WRITTEN_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A cell, or a sheet as a whole where `row` is 0, or the file where `sheet` is empty; rows and columns from 1."""

    sheet: str = ""
    row: int = 0
    column: int = 0

    def __str__(self) -> str:
        cell = f", sel {get_column_letter(self.column)}{self.row}" if self.row else ""
        return f"lembar {self.sheet}{cell}" if self.sheet else ""


@dataclass(frozen=True)
class CellProblem:
    """A mistake, and the cell it is in."""

    place: Place
    message: str

    def __str__(self) -> str:
        where = str(self.place)
        return f"{where}: {self.message}" if where else self.message

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sheet by sheet, row by row."""
        return (self.place.sheet, self.place.row, self.place.column, self.message)


@dataclass
class Collected:
    """The values read so far with their places, and every problem and note."""

    data: dict[str, Any] = field(default_factory=dict)
    places: list[Place] = field(default_factory=lambda: [Place(), Place()])
    lines: dict[ValuePath, int] = field(default_factory=dict)
    """Path -> index in `places`; a problem's line is such an index."""
    problems: list[CellProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    absent: set[str] = field(default_factory=set)
    """What the workbook has no sheet, column or row for: it says nothing of it."""

    def problem(self, place: Place, message: str) -> None:
        """Keep a mistake."""
        self.problems.append(CellProblem(place, message))

    def at(self, path: ValuePath, place: Place) -> None:
        """Remember where the value at a path stands, or would stand."""
        self.lines[path] = len(self.places)
        self.places.append(place)

    def place(self, path: ValuePath) -> Place:
        """Where the value at a path stands."""
        return self.places[self.as_loaded({}).line(path)]

    def as_loaded(self, data: dict[str, Any]) -> Loaded:
        """Values for the portal's own checks, which give the places back as lines."""
        return Loaded("", data, lines=self.lines)

    def keep(self, problems: Iterable[Problem]) -> None:
        """Keep what those checks found."""
        known = {location(path): index for path, index in self.lines.items()}
        for problem in problems:
            place = self.places[known.get(problem.bagian, problem.baris)]
            part = f"{problem.bagian}: " if not place.row and problem.bagian else ""
            self.problem(place, f"{part}{problem.pesan}")

    def text(self, cell: Cell, place: Place, kind: Literal["teks", "tanggal"] = "teks") -> str | None:
        """What a cell says; None where it is empty, or where it cannot be used, which is told."""
        if isinstance(cell, Unusable):
            self.problem(place, cell.message)
            return None
        if isinstance(cell, Day):
            if kind == "tanggal":
                return cell.day.isoformat()
            self.problem(
                place,
                f"berisi tanggal Excel ({long_date(cell.day)}), padahal ini teks. "
                "Ubah format selnya menjadi Teks, lalu ketik ulang isinya.",
            )
            return None
        text = cell if isinstance(cell, str) else number_text(cell)
        for found in check_private_numbers(text, ""):
            self.problem(place, found.pesan)
        return meant(_written_date(text) if kind == "tanggal" else text)


def _written_date(text: str) -> str:
    """`5 Januari 2026` as TTTT-BB-HH; anything else as it is, for the model to refuse."""
    found = WRITTEN_DATE.fullmatch(" ".join(text.split()))
    if found:
        month = [name.casefold() for name in MONTHS].index(found[2].casefold()) + 1
        try:
            return date(int(found[3]), month, int(found[1])).isoformat()
        except ValueError:
            pass
    return text


def plain(cell: Cell) -> str:
    """A cell as a text for comparing."""
    if isinstance(cell, (Day, Unusable)):
        return ""
    return cell if isinstance(cell, str) else number_text(cell)


def cell_at(grid: Grid, row: int, column: int) -> Cell:
    """The cell of a row and column that count from 1; an empty one where the sheet ends before."""
    cells = grid.rows[row - 1] if 0 < row <= len(grid.rows) else ()
    return cells[column - 1] if 0 < column <= len(cells) else ""


@dataclass(frozen=True)
class Table:
    """A sheet with one row of headings: key -> column, and the rows below."""

    grid: Grid
    columns: Mapping[str, int]
    first: int

    def rows(self) -> Iterator[int]:
        """The numbers of the rows in which a known column has something."""
        for row in range(self.first, len(self.grid.rows) + 1):
            if any(cell_at(self.grid, row, column) != "" for column in self.columns.values()):
                yield row

    def place(self, row: int, key: str) -> Place:
        """A cell of the table."""
        return Place(self.grid.name, row, self.columns.get(key, 1))

    def text(self, row: int, key: str, collected: Collected) -> str | None:
        """What a cell says."""
        column = self.columns.get(key)
        return collected.text(cell_at(self.grid, row, column), self.place(row, key)) if column else None


def table(grid: Grid, headings: Mapping[str, str], collected: Collected) -> Table | None:
    """The table of a sheet whose columns are headed so (heading -> key); what lacks, or is unknown, is told."""
    known = {normal_heading(heading): key for heading, key in headings.items()}
    found = [[known.get(normal_heading(plain(cell))) for cell in row] for row in grid.rows[:HEAD_ROWS]]
    best = max(range(len(found)), key=lambda index: len(set(found[index]) - {None}), default=0)
    columns: dict[str, int] = {}
    for number, key in enumerate(found[best] if found else (), 1):
        if key is not None and key not in columns:
            columns[key] = number
        elif text := plain(cell_at(grid, best + 1, number)):
            why = "ada dua kali" if key else f"tidak dikenal.{suggestion(text, headings)}"
            collected.problem(Place(grid.name, best + 1, number), f"kolom {quoted(text)} {why} Perbaiki atau hapus.")
    missing = [heading for heading, key in headings.items() if key not in columns]
    if missing:
        collected.problem(Place(grid.name), f"tidak ada kolom {', '.join(map(quoted, missing))}.")
        return None
    check_merged(grid, best + 2, collected)
    return Table(grid, columns, best + 2)


def check_merged(grid: Grid, first: int, collected: Collected) -> None:
    """Cells merged over several rows hide what each row says."""
    for area in grid.merged:
        if area.last_row >= first and area.last_row > area.first_row:
            place = Place(grid.name, max(area.first_row, first), area.first_column)
            collected.problem(place, f"sel gabungan {area.name}. Pisahkan selnya (Unmerge), lalu isi setiap baris.")
