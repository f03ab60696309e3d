"""Which rows of a table stand on which page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Heights:
    """What a table measures, in one unit."""

    kepala: float
    """What begins every page: the caption and the header rows."""
    baris: tuple[float, ...]
    kaki: float
    """What follows the table on its last page."""
    sambungan: tuple[float, ...]
    """Per break, which is after each row but the last: the strip of pentagons, once below and once above."""


class RowTooTallError(ValueError):
    """A row that fits on no page; `row` counts from 0."""

    def __init__(self, row: int) -> None:
        self.row = row
        super().__init__(f"row {row} is taller than a page")


def paginate(heights: Heights, room: float, pairs: Sequence[int]) -> tuple[range, ...]:
    """The rows of each page; no row is ever split.

    Of all ways: the fewest pages, of these the fewest pairs of pentagons (`pairs` per break), of these the
    one whose earlier pages are fuller. Raises RowTooTallError for a row that fits on no page.
    """
    count = len(heights.baris)
    best: dict[int, tuple[tuple[int, int], tuple[int, ...]]] = {count: ((0, 0), (count,))}
    for start in reversed(range(count)):
        for end in reversed(range(start + 1, count + 1)):
            if end not in best or _height(heights, start, end) > room:
                continue
            (pages, pentagons), ends = best[end]
            cost = (pages + 1, pentagons + (pairs[end - 1] if end < count else 0))
            if start not in best or cost < best[start][0]:
                best[start] = (cost, (start, *ends))
    if 0 not in best:
        raise RowTooTallError(_culprit(heights, room))
    return tuple(range(start, end) for start, end in pairwise(best[0][1]))


def _height(heights: Heights, start: int, end: int) -> float:
    """Height of a page with the rows from `start` to before `end`."""
    last = end == len(heights.baris)
    above = heights.sambungan[start - 1] if start else 0.0
    below = heights.kaki if last else heights.sambungan[end - 1]
    return heights.kepala + above + sum(heights.baris[start:end]) + below


def _culprit(heights: Heights, room: float) -> int:
    """The first row that fits on no page even alone; the tallest one where each would fit alone."""
    rows = range(len(heights.baris))
    alone = (row for row in rows if _height(heights, row, row + 1) > room)
    return next(alone, max(rows, key=lambda row: heights.baris[row]))
