"""What the portal promises, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Floor:
    """One promise: a figure that may be at most, or has to be at least, so high."""

    nama: str
    terukur: float
    batas: float
    satuan: str = ""
    paling_sedikit: bool = False
    """The figure has to reach it; else it may not exceed it."""
    catatan: str = ""
    """What it was measured of, where its name does not say."""

    @property
    def terpenuhi(self) -> bool:
        """Whether the promise is kept."""
        return self.terukur >= self.batas if self.paling_sedikit else self.terukur <= self.batas


def as_data(floors: Iterable[Floor]) -> list[dict[str, Any]]:
    """The promises for machines."""
    return [{**asdict(floor), "terpenuhi": floor.terpenuhi} for floor in floors]


def as_text(floors: Iterable[Floor]) -> str:
    """The promises as a table."""
    rows = [("janji", "terukur", "batas", "terpenuhi")]
    for floor in floors:
        sign = "≥" if floor.paling_sedikit else "≤"
        name = f"{floor.nama} ({floor.catatan})" if floor.catatan else floor.nama
        measured, limit = (f"{value:g} {floor.satuan}".strip() for value in (floor.terukur, floor.batas))
        rows.append((name, measured, f"{sign} {limit}", "ya" if floor.terpenuhi else "TIDAK"))
    return table(rows)


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Rows as text: the first column to the left, the others to the right."""
    lines = list(rows)
    widths = [max(len(row[column]) for row in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        ).rstrip()
        for row in lines
    )
