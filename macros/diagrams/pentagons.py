"""Where a drawing is cut by the end of a page: a lettered pentagon on each line, and its twin on the next page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, product
from string import ascii_uppercase

from macros.diagrams.cells import Crossing, Drawing
from macros.diagrams.measures import (
    PENTAGON_GAP,
    PENTAGON_HEIGHT,
    PENTAGON_NARROW,
    PENTAGON_WIDTH,
    TRACK,
    pentagon_lead,
)

Place = tuple[int, int, str]
"""(column, order in it, class) of an upright line."""


@dataclass(frozen=True)
class Pentagon:
    """One of a pair of pentagons, at the place where a line crosses the break.

    Arrows that lie on each other, on the way to the same symbol, are one line there and share a pentagon.
    """

    huruf: str
    kolom: int
    kelas: str
    panah: tuple[int, ...]
    turun: bool
    sempit: bool
    """Whether other lines of its channel leave it less width."""
    tingkat: int
    """How many pentagons' heights it stands away from the row, beside those of neighbouring lines."""


@dataclass(frozen=True)
class Strip:
    """All pentagons of one break; the same strip stands below the row before and above the row after."""

    segilima: tuple[Pentagon, ...]

    def di(self, kolom: int) -> tuple[Pentagon, ...]:
        """The pentagons in one actor's column."""
        return tuple(item for item in self.segilima if item.kolom == kolom)

    @property
    def tingkat(self) -> int:
        """How many levels of pentagons it has."""
        return max((item.tingkat + 1 for item in self.segilima), default=0)

    @property
    def tinggi(self) -> float:
        """Its height in em of the table's text; nothing where no line crosses."""
        if not self.segilima:
            return 0.0
        return pentagon_lead(self.tingkat - 1) + PENTAGON_HEIGHT + PENTAGON_GAP


def letters() -> Iterator[str]:
    """A, B, ... Z, AA, AB, ..."""
    for length in count(1):
        for word in product(ascii_uppercase, repeat=length):
            yield "".join(word)


def strip(crossings: Sequence[Crossing], names: Iterator[str]) -> Strip:
    """The pentagons for the lines that cross one break, lettered from left to right."""
    arrows: dict[Place, list[Crossing]] = defaultdict(list)
    for crossing in crossings:
        arrows[crossing.kolom, crossing.urutan, crossing.kelas].append(crossing)
    placed: list[tuple[int, Pentagon]] = []
    for place, lines in sorted(arrows.items()):
        column, order, kelas = place
        near = [abs(order - other[1]) * TRACK for other in arrows if other[0] == column and other != place]
        level = _free_level([item.tingkat for where, item in placed if item.kolom == column and _touch(where, order)])
        pentagon = Pentagon(
            huruf=next(names),
            kolom=column,
            kelas=kelas,
            panah=tuple(line.panah for line in lines),
            turun=lines[0].turun,
            sempit=any(distance <= PENTAGON_WIDTH + PENTAGON_GAP for distance in near),
            tingkat=level,
        )
        placed.append((order, pentagon))
    return Strip(tuple(pentagon for _, pentagon in placed))


def strips(drawing: Drawing, breaks: Sequence[int]) -> dict[int, Strip]:
    """Row before the break -> its strip, for every break; no letter is used twice."""
    names = letters()
    return {row: strip(drawing.lintas[row], names) for row in breaks}


def _touch(one: int, other: int) -> bool:
    return abs(one - other) * TRACK <= PENTAGON_NARROW


def _free_level(taken: Sequence[int]) -> int:
    return next(level for level in count() if level not in taken)
