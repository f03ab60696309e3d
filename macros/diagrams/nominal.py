"""The drawing in fixed sizes, for files that stand alone: every place as a number of pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.diagrams import measures
from macros.diagrams.candidates import Route
from macros.diagrams.cells import Drawing
from macros.diagrams.routing import joins

EM = 14.0
"""Pixels per em."""

Place = tuple[float, float]


@dataclass(frozen=True)
class Nominal:
    """Pixels of a drawing whose rows and columns have just the size the drawing needs. (0, 0) is its top left."""

    drawing: Drawing

    @cached_property
    def lefts(self) -> list[float]:
        """Left edge of each column, and the right edge of the last."""
        edges = [0.0]
        for classes in self.drawing.kelas_kolom:
            edges.append(edges[-1] + _number(classes, "fw") * measures.STEP * EM)
        return edges

    @cached_property
    def tops(self) -> list[float]:
        """Top edge of each row, and the bottom edge of the last."""
        edges = [0.0]
        for classes in self.drawing.kelas_baris:
            edges.append(edges[-1] + _number(classes, "fh") * measures.STEP * EM)
        return edges

    def middle_x(self, column: int) -> float:
        """Middle of the symbols of a column."""
        classes = self.drawing.kelas_kolom[column]
        left, right = _channel(_number(classes, "fg")), _channel(_number(classes, "fe"))
        return (self.lefts[column] + self.lefts[column + 1] + left - right) / 2

    def middle_y(self, row: int) -> float:
        """Middle of the symbols of a row."""
        classes = self.drawing.kelas_baris[row]
        lines = _number(classes, "fs")
        below = (measures.end_stub(lines) + measures.END_HEIGHT) * EM if lines else 0.0
        return (self.tops[row] + self.tops[row + 1] + _channel(_number(classes, "fb")) - below) / 2

    def line(self, number: int) -> list[Place]:
        """The corners of an arrow, from outline to outline."""
        return self._line(self.drawing.layout.routes[number], self.drawing.layout.tracks[number])

    def join_lines(self) -> list[list[Place]]:
        """The lines that join the symbols of a step done by several actors."""
        return [self._line(join, {}) for join in joins(self.drawing.layout.grid)]

    def _line(self, route: Route, tracks: dict[tuple[bool, int], int]) -> list[Place]:
        places = [[self._x(x, tracks), self._y(y, tracks)] for x, y in route.points]
        for end, inner in ((0, 1), (-1, -2)):
            level = route.points[end][1] == route.points[inner][1]
            half = (measures.SYMBOL_WIDTH if level else measures.SYMBOL_HEIGHT) / 2 * EM
            axis = 0 if level else 1
            places[end][axis] += half if places[inner][axis] > places[end][axis] else -half
        return [(x, y) for x, y in places]

    def _x(self, x: int, tracks: dict[tuple[bool, int], int]) -> float:
        if x % 2:
            return self.middle_x(x // 2)
        offset = (tracks.get((False, x), 0) + 1) * measures.TRACK * EM
        if x == self.drawing.layout.grid.right:
            size = self.drawing.layout.sizes.get((False, x), 0)
            return self.lefts[-1] - _channel(size) + offset
        return self.lefts[x // 2] + offset

    def _y(self, y: int, tracks: dict[tuple[bool, int], int]) -> float:
        if y % 2:
            return self.middle_y(y // 2)
        return self.tops[y // 2] + (tracks.get((True, y), 0) + 1) * measures.TRACK * EM


def _channel(tracks: int) -> float:
    return measures.TRACK * (tracks + 1) * EM if tracks else 0.0


def _number(classes: str, prefix: str) -> int:
    """The number of a class such as `fw12`; 0 where there is none."""
    return next((int(name.removeprefix(prefix)) for name in classes.split() if name.startswith(prefix)), 0)
