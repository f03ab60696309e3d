"""A file of the list as sheets of plain cells, and how a mistake in a cell is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.ppid.exchange.grid_csv import csv_grids
from macros.problems import quoted
from macros.sheets.grid_xlsx import xlsx_grids
from macros.sheets.grids import Grid, SheetError, locked_or_old, read_bytes


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


def read_grids(file: Path) -> list[Grid]:
    """The sheets of a file; raises SheetError."""
    data = read_bytes(file)
    ending = file.suffix.lower()
    locked_or_old(data, file)
    if data.startswith(b"PK"):
        return xlsx_grids(data, file.name)
    if ending in (".xlsx", ".xlsm"):
        raise SheetError(f"{quoted(file.name)} bukan buku kerja Excel, atau rusak. Simpan ulang sebagai .xlsx.")
    if ending not in (".csv", ".tsv", ".txt"):
        raise SheetError(f"akhiran {quoted(file.suffix)} tidak dibaca. Simpan sebagai .xlsx atau .csv.")
    return csv_grids(data, file.name)
