"""A spreadsheet file as rows of plain cells, whatever made it; what cannot be used is told, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from macros.problems import quoted

MAX_BYTES = 10_000_000
"""A larger file is a mistake: ten thousand entries take about 4 MB as CSV and 1 MB as XLSX."""

MAX_ROWS = 20_000
MAX_COLUMNS = 60

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls begins, and an .xlsx with a password."""


class SheetError(Exception):
    """The file as a whole cannot be used; the message says why and what to do, in Indonesian."""


@dataclass(frozen=True, order=True)
class SheetProblem:
    """A mistake in a cell; row 0 is the file, a problem without column the row."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = [f"baris {self.row}"] if self.row else []
        where += [f'kolom "{self.column}"'] if self.column else []
        return f"{', '.join(where)}: {self.message}" if where else self.message


@dataclass(frozen=True)
class Day:
    """A cell that holds a date; `to_month` where it shows no day, as `Maret 2024`."""

    day: date
    to_month: bool = False


@dataclass(frozen=True)
class Unusable:
    """A cell that cannot be read; the message says why and what to do."""

    message: str


Cell: TypeAlias = str | int | float | Day | Unusable
"""An empty cell is ""."""


@dataclass(frozen=True)
class Merged:
    """Cells that were merged into one; rows count from 1."""

    name: str
    first_row: int
    last_row: int


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, the first row of the file first; `note` says how it was read, where that matters."""

    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()
    note: str = ""


def read_grids(file: Path) -> list[Grid]:
    """The sheets of a file; raises SheetError."""
    from macros.ppid.exchange.grid_csv import csv_grids
    from macros.ppid.exchange.grid_xlsx import xlsx_grids

    data = _bytes(file)
    ending = file.suffix.lower()
    if data.startswith(OLE):
        reason = "terkunci kata sandi" if ending in (".xlsx", ".xlsm") else "buku kerja Excel lama (.xls)"
        raise SheetError(f"{quoted(file.name)} {reason}. Buka di Excel, lalu simpan sebagai .xlsx tanpa kata sandi.")
    if data.startswith(b"PK"):
        return xlsx_grids(data, file.name)
    if ending in (".xlsx", ".xlsm"):
        raise SheetError(f"{quoted(file.name)} bukan buku kerja Excel, atau rusak. Simpan ulang sebagai .xlsx.")
    if ending not in (".csv", ".tsv", ".txt"):
        raise SheetError(f"akhiran {quoted(file.suffix)} tidak dibaca. Simpan sebagai .xlsx atau .csv.")
    return csv_grids(data, file.name)


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise SheetError(f"berkas {quoted(file)} tidak ada, atau bukan berkas biasa.")
        size = file.stat().st_size
        if size > MAX_BYTES:
            message = f"{quoted(file.name)} {size:,} bita; batasnya {MAX_BYTES:,} bita. Pecah menjadi beberapa berkas."
            raise SheetError(message.replace(",", "."))
        data = file.read_bytes()
    except OSError as error:
        raise SheetError(f"berkas {quoted(file)} tidak dapat dibaca (galat sistem {error.errno}).") from None
    if not data.strip():
        raise SheetError(f"{quoted(file.name)} kosong.")
    return data
