"""What a sheet would do to the entries, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from macros.ppid.exchange.columns import Column
from macros.ppid.exchange.grids import SheetProblem
from macros.ppid.models.information import Information, InformationDocument

FOLDER = "ppid_data/informasi"
"""Where the files of new entries go."""


@dataclass(frozen=True)
class Difference:
    """A cell that differs from the entry; `guessed` where the entry marks its column as concluded."""

    column: Column
    old: str
    new: str
    guessed: bool = False


@dataclass(frozen=True)
class Planned:
    """What a row would do."""

    row: int
    state: Literal["baru", "berubah", "sama"]
    id: str
    document: InformationDocument
    existing: Information | None = None
    differences: tuple[Difference, ...] = ()
    attachment: Path | None = None
    """The document that lies beside the sheet and is to go beside the entry."""

    @property
    def file(self) -> str:
        """The file to write, relative to the project's folder."""
        return self.existing.nama_berkas if self.existing else f"{FOLDER}/{self.id}.yml"


@dataclass(frozen=True)
class Plan:
    """What a sheet would do; with problems in it nothing may be written."""

    rows: tuple[Planned, ...]
    problems: tuple[SheetProblem, ...]
    notes: tuple[str, ...]

    def of(self, state: str) -> tuple[Planned, ...]:
        """The rows in one state."""
        return tuple(row for row in self.rows if row.state == state)
