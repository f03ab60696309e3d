"""How clean flowcharts are drawn, beside other drawing programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class QualityRow:
    """Counts of one drawing program over the 15 test flows."""

    nama: str
    panah: int
    menembus: int
    menimpa: int
    silang: int
    belok: int
    bersih: int


PEERS = (
    QualityRow("SOPFlow", 243, 5, 13, 11, 191, 8),
    QualityRow("libavoid-js (Wybrow dkk. 2009)", 214, 0, 21, 1, 187, 5),
    QualityRow("perute saluran sederhana (100 baris)", 214, 0, 0, 5, 205, 15),
)
"""Measured in November 2026 on the same flows."""


def quality(file: Path) -> tuple[QualityRow, ...]:
    """The peers, then this portal with the figures that `make bench-alur-halaman` wrote."""
    figures = json.loads(file.read_text(encoding="utf-8"))
    touching = figures["overlaps"] + figures["false_contacts"] + figures["label_collisions"]
    own = QualityRow(
        "portal ini",
        figures["edges"],
        figures["symbol_hits"],
        touching,
        figures["crossings"],
        figures["bends"],
        figures["bersih"],
    )
    return (*PEERS, own)
