"""Values in words beside the marks of a line chart, where there is room for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from macros.charts.scale import FONT, WIDTH, Element, element, text_width
from macros.views.common import decimal_text

MOST = 8
"""Points that are all told in words; of more only the last."""
AWAY = 8
"""From the middle of a mark to its words."""
MARK = 5
"""From the middle of a mark to its edge."""
RISE = FONT * 0.8
"""Height of a digit above its line."""
STEP = 3
"""Between the places at which a line is taken to stand in the way."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of what takes room."""


@dataclass(frozen=True)
class Point:
    """A value of a series, counted from 0, and its place."""

    series: int
    x: float
    y: float
    nilai: Decimal


def labels(points: Sequence[Point], lines: Sequence[Sequence[Point]], series: int, bottom: float) -> Iterator[Element]:
    """The values of the points: all of a few, of many only the last of a single series.

    None meets another value, another mark, or the axis at the bottom. Where there is a choice none meets a line.
    """
    if len(points) > MOST:
        points = points[-1:] if series == 1 else []
    marks = {point: (point.x - MARK, point.y - MARK, point.x + MARK, point.y + MARK) for point in points}
    on_lines = [place for line in lines for one, other in pairwise(line) for place in _along(one, other)]
    taken: list[Box] = []
    for point in reversed(points):  # the newest first: it matters most
        text = decimal_text(point.nilai)
        full = [*taken, *(box for other, box in marks.items() if other != point)]
        free = [box for box in _places(point, text_width(text), bottom) if not any(_meet(box, one) for one in full)]
        clear = [box for box in free if not any(_meet(box, (x, y, x, y)) for x, y in on_lines)]
        for box in (*clear, *free)[:1]:
            taken.append(box)
            yield element("text", "nilai", text, x=(box[0] + box[2]) / 2, y=box[1] + RISE, text_anchor="middle")


def _places(point: Point, width: float, bottom: float) -> Iterator[Box]:
    """Where the words of a point may stand, the best place first: above, below, right, left, aslant above."""
    x = min(point.x - width / 2, WIDTH - width)
    above, beside, below = point.y - AWAY - RISE, point.y - RISE / 2, point.y + AWAY
    right, left = point.x + AWAY, point.x - AWAY - width
    straight = ((x, above), (x, below), (right, beside), (left, beside))
    for start, top in (*straight, (point.x + MARK / 2, above), (point.x - MARK / 2 - width, above)):
        box = (start, top, start + width, top + RISE + 2)
        if box[3] <= bottom and box[0] >= 0 and box[2] <= WIDTH:
            yield box


def _along(one: Point, other: Point) -> Iterator[tuple[float, float]]:
    """Places on the line between two points."""
    count = max(1, int(max(abs(other.x - one.x), abs(other.y - one.y)) / STEP))
    for part in range(count + 1):
        yield one.x + (other.x - one.x) * part / count, one.y + (other.y - one.y) * part / count


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
