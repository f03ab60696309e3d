"""The drawing, cut up by table cell, so that lines meet whatever height the text gives a row.

A piece lies in one cell. Where it lies is said by words that the style sheet turns
into lengths: a track counted from the cell's edge, the middle, the symbol's outline,
or the edge itself. The words are CSS classes: no script, no inline style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.diagrams import measures
from macros.diagrams.candidates import Route
from macros.diagrams.grid import Grid, Node, Point
from macros.diagrams.routing import Chooser, joins
from macros.diagrams.tracks import Layout, lay_out
from macros.models.sop import SopDocument, StepKind


@dataclass(frozen=True)
class Piece:
    """A level or upright piece of a line in one cell; `kelas` places it, `panah` numbers its arrow."""

    kelas: str
    panah: int


@dataclass(frozen=True)
class Label:
    """The words on a line, broken into lines, at one side of the symbol."""

    baris: tuple[str, ...]
    sisi: str
    panah: int


@dataclass
class Cell:
    """What is drawn in one cell."""

    garis: list[Piece] = field(default_factory=list)
    mata: list[Piece] = field(default_factory=list)
    """Arrowheads."""
    label: list[Label] = field(default_factory=list)
    simbol: StepKind | None = None
    akhir: Label | None = None
    """The small capsule that ends the procedure, with its label."""


@dataclass(frozen=True)
class Crossing:
    """An upright line where it passes from one row to the next, the place at which a page may end."""

    kolom: int
    urutan: int
    """Order of the place within its column, from left to right."""
    kelas: str
    panah: int
    turun: bool
    """Whether the arrow runs down here; a loop back runs up."""


@dataclass(frozen=True)
class Drawing:
    """A flowchart ready for its table: cells by (row, column), and the classes of rows and columns."""

    layout: Layout
    sel: Mapping[tuple[int, int], Cell]
    kelas_baris: tuple[str, ...]
    kelas_kolom: tuple[str, ...]
    largest: int
    """The highest number in any class, so that the style sheet has them all."""
    lintas: tuple[tuple[Crossing, ...], ...]
    """Per row: the lines that leave it through its lower border."""


def draw(sop: SopDocument) -> Drawing:
    """The flowchart of one SOP."""
    grid = Grid.of(sop)
    return _Drawer(lay_out(grid, Chooser(grid).choose())).drawing()


class _Drawer:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.grid: Grid = layout.grid
        self.cells: dict[tuple[int, int], Cell] = {}
        self.numbers: list[int] = [0]
        self.crossings: list[list[Crossing]] = [[] for _ in self.grid.nodes]

    def cell(self, row: int, column: int) -> Cell:
        return self.cells.setdefault((row, column), Cell())

    def drawing(self) -> Drawing:
        for node in self.grid.nodes.values():
            for column in node.columns:
                self.cell(node.row, column).simbol = node.kind
            if node.ends is not None:
                label = Label(tuple(measures.label_lines(node.ends)), "bawah", -1)
                self.cell(node.row, node.columns[0]).akhir = label
        for number, route in enumerate(self.layout.routes):
            self.route(route, number, self.layout.tracks[number])
            self.arrowhead(route, number)
            self.label(route, number)
        for join in joins(self.grid):
            self.route(join, -1, {})
        rows = tuple(self.row_class(node) for node in self.grid.nodes.values())
        columns = tuple(self.column_class(column) for column in range(self.grid.columns))
        crossings = tuple(tuple(crossing) for crossing in self.crossings)
        return Drawing(self.layout, self.cells, rows, columns, max(self.numbers), crossings)

    def number(self, value: int) -> int:
        self.numbers.append(value)
        return value

    # lines

    def route(self, route: Route, number: int, tracks: Mapping[tuple[bool, int], int]) -> None:
        """Cut a route into the pieces of its cells."""
        last = len(route.segments) - 1
        for index, segment in enumerate(route.segments):
            a, b = route.points[index], route.points[index + 1]
            ends = {0: "symbol"} if index == 0 else {}
            if index == last:
                ends[1] = "symbol"
            if segment.level:
                forward = a[0] < b[0]
                places = [self.place_x(p[0], tracks, i in ends, (p is a) == forward) for i, p in enumerate((a, b))]
                start, end = sorted(places)
                self.level(segment.at, tracks, start, end, number)
            else:
                forward = a[1] < b[1]
                places = [self.place_y(p[1], tracks, i in ends, (p is a) == forward) for i, p in enumerate((a, b))]
                start, end = sorted(places)
                self.upright(segment.at, tracks, start, end, number, forward)

    def place_x(
        self, x: int, tracks: Mapping[tuple[bool, int], int], at_symbol: bool, starts: bool
    ) -> tuple[int, int, str]:
        """(column, order in it, word) of a place on a level line."""
        if x % 2:
            word = ("sr" if starts else "sl") if at_symbol else "c"
            return x // 2, 1000, word
        track = self.number(tracks[False, x] + 1)
        if x == self.grid.right:
            size = self.layout.sizes[False, x]
            return self.grid.columns - 1, 2000 + track, f"e{self.number(size + 1 - track)}"
        return x // 2, track, str(track)

    def place_y(
        self, y: int, tracks: Mapping[tuple[bool, int], int], at_symbol: bool, starts: bool
    ) -> tuple[int, int, str]:
        """(row, order in it, word) of a place on an upright line."""
        if y % 2:
            word = ("sb" if starts else "st") if at_symbol else "c"
            return y // 2, 1000, word
        track = self.number(tracks[True, y] + 1)
        return y // 2, track, str(track)

    def level(
        self,
        y: int,
        tracks: Mapping[tuple[bool, int], int],
        start: tuple[int, int, str],
        end: tuple[int, int, str],
        number: int,
    ) -> None:
        row, _, at = self.place_y(y, tracks, at_symbol=False, starts=True)
        for column in range(start[0], end[0] + 1):
            low = start[2] if column == start[0] else "0"
            high = end[2] if column == end[0] else "0"
            self.cell(row, column).garis.append(Piece(f"dh y{at} l{low} r{high}", number))

    def upright(
        self,
        x: int,
        tracks: Mapping[tuple[bool, int], int],
        start: tuple[int, int, str],
        end: tuple[int, int, str],
        number: int,
        down: bool,
    ) -> None:
        column, order, at = self.place_x(x, tracks, at_symbol=False, starts=True)
        for row in range(start[0], end[0] + 1):
            low = start[2] if row == start[0] else "0"
            high = end[2] if row == end[0] else "0"
            self.cell(row, column).garis.append(Piece(f"dv x{at} t{low} b{high}", number))
            if row < end[0]:
                self.crossings[row].append(Crossing(column, order, f"x{at}", number, down))

    # what stands on lines

    def arrowhead(self, route: Route, number: int) -> None:
        x, y = route.points[-1]
        self.cell(y // 2, x // 2).mata.append(Piece(f"m{route.target_side}", number))

    def label(self, route: Route, number: int) -> None:
        text = self.grid.edges[route.edge].label
        if text:
            x, y = route.points[0]
            lines = tuple(measures.label_lines(text))
            self.cell(y // 2, x // 2).label.append(Label(lines, route.source_side, number))

    # sizes

    def row_class(self, node: Node) -> str:
        band = self.number(self.layout.sizes.get((True, 2 * node.row), 0))
        above = below = measures.MARGIN_Y
        for text, side in self.labels_at(node):
            if side in ("left", "right", "top"):
                above = max(above, measures.label_height(text) + measures.LABEL_GAP)
            if side == "bottom":
                below = max(below, measures.label_height(text) + measures.LABEL_GAP + measures.ARROW)
        space = measures.TRACK * (band + 1) * bool(band) + measures.SYMBOL_HEIGHT + 2 * max(above, below)
        end = ""
        if node.ends is not None:
            lines = self.number(len(measures.label_lines(node.ends)))
            space += measures.end_stub(lines) + measures.END_HEIGHT
            end = f" fs{lines}"
        return f"fb{band} fh{self.number(measures.steps(space))}{end}"

    def column_class(self, column: int) -> str:
        gutter = self.number(self.layout.sizes.get((False, 2 * column), 0))
        is_last = column == self.grid.columns - 1
        right = self.number(self.layout.sizes.get((False, self.grid.right), 0)) if is_last else 0
        beside = measures.MARGIN_X
        for node in self.grid.nodes.values():
            if column in node.columns:
                for text, side in self.labels_at(node, column):
                    width = measures.label_width(text) + 2 * measures.LABEL_GAP
                    room = 0.0 if side in ("left", "right") else measures.SYMBOL_WIDTH / 2
                    beside = max(beside, width - room)
        tracks = sum(measures.TRACK * (count + 1) for count in (gutter, right) if count)
        width = self.number(measures.steps(tracks + measures.SYMBOL_WIDTH + 2 * beside))
        return f"fg{gutter} fe{right} fw{width}"

    def labels_at(self, node: Node, column: int | None = None) -> list[tuple[str, str]]:
        """Labels that stand beside a step's symbols, with their side."""
        points: set[Point] = {p for p in node.points if column is None or p[0] // 2 == column}
        found = [
            (label, route.source_side)
            for route in self.layout.routes
            if (label := self.grid.edges[route.edge].label) and route.points[0] in points
        ]
        if node.ends and (column is None or column == node.columns[0]):
            found.append((node.ends, "end"))
        return found
