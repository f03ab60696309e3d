"""The flowchart as a grid: where symbols stand and which of them are joined.

One row per step, one column per actor. Lines run on a grid twice as fine, in whole
numbers: even numbers are channels (borders of rows and columns, where many lines run
side by side), odd numbers are the middles of rows and columns, where one line fits.

    x: 0 | 1 | 2 | 3 | 4        column c has its middle at 2c+1, channels at 2c and 2c+2
    y: 0 | 1 | 2 | 3 ...        row r has its middle at 2r+1, the channel above it at 2r
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.flow import Flow
from macros.models.sop import END, SopDocument, StepKind

Point = tuple[int, int]


@dataclass(frozen=True)
class Node:
    """A step: its row, the columns of its symbols from left to right, and their shape."""

    no: str
    row: int
    columns: tuple[int, ...]
    kind: StepKind
    ends: str | None = None
    """Label of an exit that ends the procedure here; drawn as a small capsule under the symbol."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The middles of its symbols."""
        return tuple((2 * column + 1, 2 * self.row + 1) for column in self.columns)


@dataclass(frozen=True)
class Edge:
    """An arrow from one step to another."""

    source: str
    target: str
    label: str | None
    decision: bool


@dataclass(frozen=True)
class Grid:
    """All steps and arrows of one SOP."""

    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    rows: int
    columns: int

    @classmethod
    def of(cls, sop: SopDocument) -> Grid:
        """The grid of an SOP."""
        flow = Flow.of(sop)
        place = {actor.id: index for index, actor in enumerate(sop.pelaksana)}
        nodes: dict[str, Node] = {}
        edges: list[Edge] = []
        for row, step in enumerate(sop.langkah):
            exits = flow.exits[step.no]
            ends = next((exit_.label or "" for exit_ in exits if exit_.ke == END), None)
            decision = step.jenis == "keputusan"
            columns = tuple(sorted(place[actor] for actor in step.pelaksana))
            nodes[step.no] = Node(step.no, row, columns, flow.kind(step), ends if decision else None)
            edges += [Edge(step.no, exit_.ke, exit_.label, decision) for exit_ in exits if exit_.ke != END]
        return cls(nodes, tuple(edges), len(sop.langkah), len(sop.pelaksana))

    @cached_property
    def symbols(self) -> Mapping[Point, str]:
        """Middle of each symbol -> number of its step."""
        return {point: node.no for node in self.nodes.values() for point in node.points}

    @property
    def right(self) -> int:
        """The channel at the right edge."""
        return 2 * self.columns
