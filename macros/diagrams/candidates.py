"""The ways an arrow may take: every sensible polyline of up to four bends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from macros.diagrams.grid import Edge, Grid, Point

MOST = 26
"""Candidates kept per arrow, the cheapest ones; more bring nothing on real SOPs."""

BEND = 10.0
LENGTH = 0.1
FROM_ABOVE = 0.6
"""Coming in from the side instead of from above: the eye expects to read downwards."""
UPWARD_EXIT = 3.0
"""Leaving upwards or coming in from below: readable, but surprising."""
TALL_EXIT_LABEL = 1.0
"""A label beside an upward or downward line needs height; beside a level line it does not."""


@dataclass(frozen=True)
class Segment:
    """A level or upright piece of a route: `at` is the fixed coordinate, `low` < `high` the span."""

    level: bool
    at: int
    low: int
    high: int


@dataclass(frozen=True)
class Route:
    """One way of an arrow: its corners from symbol to symbol, its pieces, and what it costs by itself."""

    edge: int
    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    cost: float
    source_side: str
    target_side: str
    box: tuple[int, int, int, int]

    @property
    def bends(self) -> int:
        """How often it turns."""
        return len(self.points) - 2


class Candidates:
    """The possible routes of one arrow, cheapest first, each made only when it is asked for.

    Most arrows are content with the first; checking dozens for every arrow would be most of the work.
    """

    def __init__(self, grid: Grid, number: int) -> None:
        self._grid = grid
        self._number = number
        self._edge = grid.edges[number]
        self._pairs = [
            (s, t) for s in grid.nodes[self._edge.source].points for t in grid.nodes[self._edge.target].points
        ]
        self._waiting = self._priced(points for s, t in self._pairs for points in _simple(s, t))
        nearest = min(abs(sx - tx) + abs(sy - ty) for (sx, sy), (tx, ty) in self._pairs)
        self._others_from = 2 * BEND + LENGTH * nearest
        """No route of two bends or more is cheaper; until then those need not be thought of."""
        self._ready: list[Route] = []

    def _priced(self, polylines: Iterable[tuple[Point, ...]]) -> list[tuple[float, tuple[Point, ...]]]:
        """Distinct polylines with their costs, dearest first."""
        costs = {points: _cost(self._edge, points) for points in dict.fromkeys(polylines)}
        return sorted(((cost, points) for points, cost in costs.items() if cost < inf), reverse=True)

    def bound(self, option: int) -> float:
        """What the route with that rank costs at least; infinite past the last one."""
        if option < len(self._ready):
            return self._ready[option].cost
        return min(self._waiting[-1][0] if self._waiting else inf, self._others_from)

    def __getitem__(self, option: int) -> Route:
        """The route with that rank; raises IndexError past the last one or past `MOST`."""
        while len(self._ready) <= option:
            if len(self._ready) == MOST:
                raise IndexError(option)
            if not self._waiting or self._waiting[-1][0] > self._others_from:
                self._think_of_others()
            if not self._waiting:
                raise IndexError(option)
            cost, points = self._waiting.pop()
            route = _route(self._grid, self._number, points, cost)
            if route:
                self._ready.append(route)
        return self._ready[option]

    def _think_of_others(self) -> None:
        if self._others_from < inf:
            others = self._priced(points for s, t in self._pairs for points in _winding(self._grid, s, t))
            self._waiting = sorted([*self._waiting, *others], reverse=True)
            self._others_from = inf

    def __len__(self) -> int:
        """How many there are; makes them all."""
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[Route]:
        """All of them, one at a time."""
        option = 0
        while True:
            try:
                yield self[option]
            except IndexError:
                return
            option += 1


def _cost(edge: Edge, points: tuple[Point, ...]) -> float:
    """What a polyline costs by itself; infinite where it has a piece without length or two pieces in one line."""
    cost = BEND * (len(points) - 2)
    length = 0
    was_level: bool | None = None
    ax, ay = points[0]
    for bx, by in points[1:]:
        level = ay == by
        if level == (ax == bx) or level == was_level:
            return inf
        length += abs(ax - bx) + abs(ay - by)
        ax, ay, was_level = bx, by, level
    source_side, target_side = _side(points[0], points[1]), _side(points[-1], points[-2])
    cost += LENGTH * length + UPWARD_EXIT * ((source_side == "top") + (target_side == "bottom"))
    if target_side in ("left", "right"):
        cost += FROM_ABOVE
    if edge.label and source_side in ("top", "bottom"):
        cost += TALL_EXIT_LABEL
    return cost


def _simple(s: Point, t: Point) -> Iterator[tuple[Point, ...]]:
    """Polylines with no bend or one."""
    (sx, sy), (tx, ty) = s, t
    if sx == tx and sy != ty:
        yield s, t
    if sx != tx:
        yield s, (tx, sy), t
        if sy != ty:
            yield s, (sx, ty), t


def _winding(grid: Grid, s: Point, t: Point) -> Iterator[tuple[Point, ...]]:
    """Polylines with two to four bends, through the channels beside the two symbols and at the edges."""
    (sx, sy), (tx, ty) = s, t
    gutters = sorted({sx - 1, sx + 1, tx - 1, tx + 1, 0, grid.right})
    bands = sorted({y for y in (sy - 1, sy + 1, ty - 1, ty + 1) if 0 <= y < 2 * grid.rows})
    if sx != tx:
        for y in bands:
            yield s, (sx, y), (tx, y), t
    for x in gutters:
        if sy != ty:
            yield s, (x, sy), (x, ty), t
        for y in bands:
            yield s, (x, sy), (x, y), (tx, y), t
            yield s, (sx, y), (x, y), (x, ty), t
            for second in bands:
                if second != y:
                    yield s, (sx, y), (x, y), (x, second), (tx, second), t


def _route(grid: Grid, number: int, points: tuple[Point, ...], cost: float) -> Route | None:
    """The route along these corners, or None where it cannot be walked."""
    edge = grid.edges[number]
    if cost == inf:
        return None
    segments = []
    for (ax, ay), (bx, by) in pairwise(points):
        level = ay == by
        low, high = sorted((ax, bx) if level else (ay, by))
        segments.append(Segment(level, ay if level else ax, low, high))
    if _meets_symbol(grid, points, segments):
        return None
    source_side, target_side = _side(points[0], points[1]), _side(points[-1], points[-2])
    if source_side == "bottom" and grid.nodes[edge.source].ends is not None:
        return None  # the small end capsule stands there
    if target_side == "bottom" and grid.nodes[edge.target].ends is not None:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    return Route(number, points, tuple(segments), cost, source_side, target_side, box)


def _side(symbol: Point, other: Point) -> str:
    if symbol[0] == other[0]:
        return "top" if other[1] < symbol[1] else "bottom"
    return "left" if other[0] < symbol[0] else "right"


def _meets_symbol(grid: Grid, points: tuple[Point, ...], segments: list[Segment]) -> bool:
    """Whether a piece passes over a symbol's middle other than the route's own two ends."""
    last = len(segments) - 1
    for index, segment in enumerate(segments):
        if segment.at % 2 == 0:
            continue
        for place in range(segment.low | 1, segment.high + 1, 2):
            point = (place, segment.at) if segment.level else (segment.at, place)
            if point in grid.symbols and not (
                (index == 0 and point == points[0]) or (index == last and point == points[-1])
            ):
                return True
    return False
