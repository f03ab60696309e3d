"""Where in its channel each line runs, so that lines side by side cross as little as possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from macros.diagrams.candidates import Route
from macros.diagrams.grid import Grid
from macros.diagrams.routing import UNIT, Channel, Line, Offsets, conflicts, joins, lines_of, may_merge

ROUNDS = 4
"""Passes over all channels; real SOPs settle in two."""


@dataclass(frozen=True)
class Layout:
    """A drawn flow: routes, the track of each channel piece (0 is nearest the top or left), and channel sizes."""

    grid: Grid
    routes: tuple[Route, ...]
    tracks: tuple[dict[Channel, int], ...]
    """Per route: channel -> track."""
    sizes: dict[Channel, int]
    """Channel -> how many tracks it needs."""
    crossings: int
    contacts: int

    @property
    def bends(self) -> int:
        """Bends of all arrows."""
        return sum(route.bends for route in self.routes)


def lay_out(grid: Grid, routes: Sequence[Route]) -> Layout:
    """Give every channel piece its track."""
    table = _Table(grid, list(routes))
    table.settle()
    crossings, contacts = table.total()
    return Layout(grid, tuple(routes), tuple(table.tracks()), table.sizes(), crossings, contacts)


class _Table:
    """The order of routes in each channel, improved by moving one route at a time."""

    def __init__(self, grid: Grid, routes: list[Route]) -> None:
        self.grid = grid
        self.routes = routes
        self.fixed = [lines_of(join, {}) for join in joins(grid)]
        self.spans: dict[Channel, dict[int, tuple[int, int]]] = {}
        for number, route in enumerate(routes):
            for segment in route.segments:
                if segment.at % 2 == 0:
                    channel = (segment.level, segment.at)
                    self.spans.setdefault(channel, {})[number] = (segment.low, segment.high)
        self.orders: dict[Channel, list[int]] = {channel: sorted(spans) for channel, spans in self.spans.items()}
        self.near = [
            [other for other in range(len(routes)) if other != number and _boxes_meet(route, routes[other])]
            for number, route in enumerate(routes)
        ]
        self.merge = {(a, b): may_merge(grid, routes[a], routes[b]) for a, b in combinations(range(len(routes)), 2)}
        self.lines = self._all_lines()

    def _offsets(self) -> list[Offsets]:
        result: list[Offsets] = [{} for _ in self.routes]
        for channel, order in self.orders.items():
            tracks = self._tracks_in(channel, order)
            count = max(tracks.values()) + 1
            for number, track in tracks.items():
                result[number][channel] = UNIT * (2 * track + 1 - count) // (4 * count)
        return result

    def _all_lines(self) -> list[list[Line]]:
        return [lines_of(route, offset) for route, offset in zip(self.routes, self._offsets(), strict=True)]

    def _tracks_in(self, channel: Channel, order: list[int]) -> dict[int, int]:
        """The lowest track for each route that keeps the order wherever two spans touch."""
        spans = self.spans[channel]
        tracks: dict[int, int] = {}
        for number in order:
            low, high = spans[number]
            tracks[number] = max(
                (tracks[o] + 1 for o in tracks if spans[o][0] <= high and low <= spans[o][1]), default=0
            )
        return tracks

    def total(self) -> tuple[int, int]:
        """(crossings, overlaps or false contacts) of the whole drawing."""
        crossings = contacts = 0
        for a, neighbours in enumerate(self.near):
            for b in neighbours:
                if a < b:
                    more = conflicts(self.lines[a], self.lines[b], self.merge[a, b])
                    crossings, contacts = crossings + more[0], contacts + more[1]
            for fixed in self.fixed:
                more = conflicts(self.lines[a], fixed, merge=False)
                crossings, contacts = crossings + more[0], contacts + more[1]
        return crossings, contacts

    def settle(self) -> None:
        """Move routes within their channels as long as that helps."""
        best = self._badness()
        for _ in range(ROUNDS):
            before = best
            for channel, order in self.orders.items():
                if best[0] == 0 and best[1] == 0:
                    return
                if len(order) > 1:
                    best = self._improve(channel, best)
            if best == before:
                return

    def _badness(self) -> tuple[int, int]:
        crossings, contacts = self.total()
        return contacts, crossings

    def _improve(self, channel: Channel, best: tuple[int, int]) -> tuple[int, int]:
        for number in list(self.orders[channel]):
            order = self.orders[channel]
            for place in range(len(order)):
                trial = [other for other in order if other != number]
                trial.insert(place, number)
                if trial == order:
                    continue
                self.orders[channel] = trial
                self.lines = self._all_lines()
                badness = self._badness()
                if badness < best:
                    best, order = badness, trial
                else:
                    self.orders[channel] = order
            self.orders[channel] = order
        self.lines = self._all_lines()
        return best

    def tracks(self) -> list[dict[Channel, int]]:
        """Per route: channel -> track."""
        result: list[dict[Channel, int]] = [{} for _ in self.routes]
        for channel, order in self.orders.items():
            for number, track in self._tracks_in(channel, order).items():
                result[number][channel] = track
        return result

    def sizes(self) -> dict[Channel, int]:
        """Channel -> number of tracks."""
        return {channel: max(self._tracks_in(channel, order).values()) + 1 for channel, order in self.orders.items()}


def _boxes_meet(a: Route, b: Route) -> bool:
    return not (a.box[0] > b.box[2] or b.box[0] > a.box[2] or a.box[1] > b.box[3] or b.box[1] > a.box[3])
