"""A spreadsheet file as rows of plain cells, whatever made it; what cannot be used is told, never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.problems import quoted
from macros.sheets.cells import Cell

MAX_BYTES = 10_000_000
"""A larger file is a mistake: ten thousand entries take about 4 MB as CSV and 1 MB as XLSX."""

MAX_ROWS = 20_000
MAX_COLUMNS = 60

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an old .xls begins, and an .xlsx with a password."""


class SheetError(Exception):
    """The file as a whole cannot be used; the message says why and what to do, in Indonesian."""


@dataclass(frozen=True)
class Merged:
    """Cells that were merged into one; rows and columns count from 1."""

    name: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet, the first row of the file first; `note` says how it was read, where that matters."""

    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()
    note: str = ""
    name: str = ""


def locked_or_old(data: bytes, file: Path) -> None:
    """Raises SheetError where a file is a workbook that only its program opens: locked, or of the time before .xlsx."""
    if data.startswith(OLE):
        reason = "terkunci kata sandi" if file.suffix.lower() in (".xlsx", ".xlsm") else "buku kerja Excel lama (.xls)"
        raise SheetError(f"{quoted(file.name)} {reason}. Buka di Excel, lalu simpan sebagai .xlsx tanpa kata sandi.")


def read_bytes(file: Path) -> bytes:
    """The content of a file that has some; raises SheetError."""
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
