"""Where a BPMN process stands on its canvas: boxes of pool, lanes, nodes and labels, and corners of flows.

The router of the flowcharts decides columns, rows and the way of each arrow; here its grid
gets lengths. All lengths are whole pixels of the canvas, from the left and the top.

A lane holds its channel of side-by-side lines at the left, then the nodes on the middle of the
rest; the last lane has a second channel at the right. A row has its channel above. Lines run in
channels and on middles only, so the four quarters around a node are free for labels.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from macros.bpmn.process import FlowNode, NodeType, Process
from macros.diagrams.grid import Point
from macros.diagrams.routing import Chooser
from macros.diagrams.tracks import Layout, lay_out

ORIGIN = 40
"""Left and top of the pool."""
HEADER = 30
"""Height of the title of the pool, and of the titles of the lanes below it."""
LANE_WIDTH = 260
"""Width of a lane without channels."""
TRACK = 16
"""Distance between two lines that run side by side, and from the first to the border."""
MARGIN = 20
"""Least space above and below a node or its label: an arrowhead and a bit of line."""
GAP = 4
"""Space between a label and what it must not touch."""

TASK_WIDTH = 180
TASK_HEIGHT = 64
"""Height of a task whose text is short."""
TASK_CHARACTERS = 25
"""Characters on a line of a task: 12 px sans-serif, generously."""
TASK_LINE = 16
TASK_PADDING = 24
EVENT_SIZE = 36
GATEWAY_SIZE = 50

CHARACTER = 7
"""Generous mean width of a character of a label: 11 px sans-serif."""
LABEL_LINE = 14
LABEL_PADDING = 8


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The bottom edge."""
        return self.y + self.height

    def moved(self, x: int, y: int) -> Box:
        """The same rectangle further right and down."""
        return Box(self.x + x, self.y + y, self.width, self.height)


@dataclass(frozen=True)
class Diagram:
    """A process with its places; mappings are keyed by the ids of lanes, nodes and flows."""

    process: Process
    pool: Box
    lanes: Mapping[str, Box]
    nodes: Mapping[str, Box]
    labels: Mapping[str, Box]
    """Of events, of gateways that choose, and of flows with a name. A task's text stands inside it."""
    waypoints: Mapping[str, tuple[Point, ...]]


def lay_out_process(process: Process) -> Diagram:
    """The diagram of a process; every node is of its own row, so nothing overlaps."""
    grid = process.grid()
    return _Placer(process, lay_out(grid, Chooser(grid).choose())).diagram()


def _label_box(text: str, width: int) -> Box:
    """The room a label needs within a width, at no place yet."""
    lines = _lines(text, (width - LABEL_PADDING) // CHARACTER)
    return Box(0, 0, max(len(line) for line in lines) * CHARACTER + LABEL_PADDING, len(lines) * LABEL_LINE)


def _lines(text: str, characters: int) -> list[str]:
    return [line for part in text.split("\n") for line in textwrap.wrap(part, characters) or [""]]


def _size(node: FlowNode) -> tuple[int, int]:
    """Width and height of a node; both are even, so that its middle is a whole pixel."""
    if node.type == "task":
        return TASK_WIDTH, max(TASK_HEIGHT, len(_lines(node.name, TASK_CHARACTERS)) * TASK_LINE + TASK_PADDING)
    return SIZES[node.type], SIZES[node.type]


SIZES: Mapping[NodeType, int] = {
    "startEvent": EVENT_SIZE,
    "endEvent": EVENT_SIZE,
    "exclusiveGateway": GATEWAY_SIZE,
}
"""Nodes as wide as they are high, whose text stands beside them."""


class _Placer:
    """Lengths for the rows and columns of one layout."""

    def __init__(self, process: Process, layout: Layout) -> None:
        self.process = process
        self.layout = layout
        self.routes = {flow.id: route for flow, route in zip(process.flows, layout.routes, strict=True)}
        self.tracks = {flow.id: tracks for flow, tracks in zip(process.flows, layout.tracks, strict=True)}
        self.around = {node.id: self.labels_around(node) for node in process.nodes}
        self.lefts, self.middles = self.columns()
        self.tops, self.levels, self.bottom = self.rows()

    def diagram(self) -> Diagram:
        """Everything in its place."""
        edges = [*self.lefts[1:], self.lefts[-1] + self.lane_width(len(self.lefts) - 1)]
        pool = Box(ORIGIN, ORIGIN, edges[-1] - ORIGIN, self.bottom - ORIGIN)
        lanes = {
            lane.id: Box(left, ORIGIN + HEADER, right - left, pool.height - HEADER)
            for lane, left, right in zip(self.process.lanes, self.lefts, edges, strict=True)
        }
        nodes: dict[str, Box] = {}
        labels: dict[str, Box] = {}
        for row, node in enumerate(self.process.nodes):
            x, y = self.middles[node.column], self.levels[row]
            width, height = _size(node)
            nodes[node.id] = Box(x - width // 2, y - height // 2, width, height)
            labels |= {id_: box.moved(x, y) for id_, box in self.around[node.id].items()}
        waypoints = {
            flow.id: self.corners(flow.id, nodes[flow.source], nodes[flow.target]) for flow in self.process.flows
        }
        return Diagram(self.process, pool, lanes, nodes, labels, waypoints)

    # columns and rows

    def channel(self, level: bool, at: int) -> int:
        """Width of a channel between columns, or height of one between rows."""
        count = self.layout.sizes.get((level, at), 0)
        return TRACK * (count + 1) if count else 0

    def lane_width(self, column: int) -> int:
        """Width of a lane with its channels."""
        is_last = column + 1 == len(self.process.lanes)
        right = self.channel(False, self.layout.grid.right) if is_last else 0
        return self.channel(False, 2 * column) + LANE_WIDTH + right

    def columns(self) -> tuple[list[int], list[int]]:
        """Left edges of the lanes, and the middles that their nodes stand on."""
        lefts, middles = [], []
        x = ORIGIN
        for column in range(len(self.process.lanes)):
            lefts.append(x)
            middles.append(x + self.channel(False, 2 * column) + LANE_WIDTH // 2)
            x += self.lane_width(column)
        return lefts, middles

    def rows(self) -> tuple[list[int], list[int], int]:
        """Top edges of the rows, the levels that their nodes stand on, and the bottom of the last."""
        tops, levels = [], []
        y = ORIGIN + 2 * HEADER
        for row, node in enumerate(self.process.nodes):
            half = _size(node)[1] // 2
            boxes = self.around[node.id].values()
            above = max([half, *(-box.y for box in boxes)])
            below = max([half, *(box.bottom for box in boxes)])
            tops.append(y)
            levels.append(y + self.channel(True, 2 * row) + MARGIN + above)
            y = levels[-1] + below + MARGIN
        return tops, levels, y

    # flows

    def corners(self, flow_id: str, source: Box, target: Box) -> tuple[Point, ...]:
        """The corners of a flow, from the outline of its source to that of its target."""
        route = self.routes[flow_id]
        inner = [(self.x(flow_id, x), self.y(flow_id, y)) for x, y in route.points[1:-1]]
        return _port(source, route.source_side), *inner, _port(target, route.target_side)

    def x(self, flow_id: str, x: int) -> int:
        """A grid's x in pixels: the middle of a column, or the flow's track in a channel."""
        if x % 2:
            return self.middles[x // 2]
        start = self.lefts[x // 2] if x < self.layout.grid.right else self.middles[-1] + LANE_WIDTH // 2
        return start + TRACK * (self.tracks[flow_id][False, x] + 1)

    def y(self, flow_id: str, y: int) -> int:
        """A grid's y in pixels: the level of a row, or the flow's track in a channel."""
        if y % 2:
            return self.levels[y // 2]
        return self.tops[y // 2] + TRACK * (self.tracks[flow_id][True, y] + 1)

    # labels

    def labels_around(self, node: FlowNode) -> dict[str, Box]:
        """Labels of a node and of the flows that leave it, seen from its middle, by id."""
        labels: dict[str, Box] = {}
        named = [flow for flow in self.process.outgoing[node.id] if flow.name]
        for flow in sorted(named, key=lambda flow: self.routes[flow.id].source_side == "top"):
            side = self.routes[flow.id].source_side
            labels[flow.id] = _beside_line(flow.name, side, min((box.y for box in labels.values()), default=0))
        if node.type != "task" and node.name:
            labels[node.id] = _below_left(node.name) if named else _beside_event(node.name, self.sides(node))
        return labels

    def sides(self, node: FlowNode) -> set[str]:
        """Sides at which flows leave or enter a node."""
        leaving = {self.routes[flow.id].source_side for flow in self.process.outgoing[node.id]}
        return leaving | {self.routes[flow.id].target_side for flow in self.process.incoming[node.id]}


def _port(box: Box, side: str) -> Point:
    """The middle of a side."""
    x, y = box.x + box.width // 2, box.y + box.height // 2
    ports = {"left": (box.x, y), "right": (box.right, y), "top": (x, box.y), "bottom": (x, box.bottom)}
    return ports[side]


def _beside_line(text: str, side: str, top: int) -> Box:
    """A label at a gateway's exit: above a level line, right of an upright one; `top` is that of other labels."""
    room = (LANE_WIDTH - GATEWAY_SIZE) // 2 - 2 * GAP
    box = _label_box(text, room)
    beyond = GATEWAY_SIZE // 2 + GAP
    places = {
        "left": (-beyond - box.width, -GAP - box.height),
        "right": (beyond, -GAP - box.height),
        "bottom": (2 * GAP, beyond),
        "top": (2 * GAP, min(-beyond, top) - box.height),
    }
    return box.moved(*places[side])


def _below_left(text: str) -> Box:
    """The name of a gateway, in the quarter where no flow has its label."""
    beyond = GATEWAY_SIZE // 2 + GAP
    box = _label_box(text, LANE_WIDTH // 2 - beyond - GAP)
    return box.moved(-beyond - box.width, GAP)


def _beside_event(text: str, taken: set[str]) -> Box:
    """The name of an event, at the right or, where a flow is there, at the left."""
    beyond = EVENT_SIZE // 2 + GAP
    box = _label_box(text, LANE_WIDTH // 2 - beyond - GAP)
    return box.moved(-beyond - box.width if "right" in taken else beyond, -box.height // 2)
