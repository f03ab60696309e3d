"""Which way each arrow takes: as few crossings as possible, then bends, then length.

Every arrow chooses among its candidates. First each in turn picks what disturbs the
ones before it least; then all reconsider until nothing improves; last, arrows that
still disturb each other reconsider together. No randomness: same SOP, same drawing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, count, pairwise, product

from macros.diagrams.candidates import Candidates, Route, Segment
from macros.diagrams.grid import Grid

CROSSING = 100.0
"""A crossing costs more than any bends it could save (Purchase 1997)."""
FORBIDDEN = 10_000.0
"""An overlap or a false contact: to be avoided at any price."""
SWEEPS = 6
"""Reconsiderations of all arrows; real SOPs settle in two or three."""

UNIT = 1000
"""Whole coordinates are multiplied by this, so that lines in one channel can stand side by side."""
SYMBOL = 300
"""Half the size of a symbol: where lines begin and end."""
SIDE = 100
"""Distance from a channel's middle at which two lines that share it are compared."""

Channel = tuple[bool, int]
Offsets = dict[Channel, int]
Line = tuple[bool, int, int, int]
"""(level, at, low, high) in units."""


def lines_of(route: Route, offsets: Offsets) -> list[Line]:
    """The pieces of a route in units, each channel piece moved by its offset, ends on the symbols' outlines."""
    points = route.points
    xs = [x * UNIT for x, _ in points]
    ys = [y * UNIT for _, y in points]
    for index, segment in enumerate(route.segments):
        if segment.at % 2 == 0:
            offset = offsets.get((segment.level, segment.at), 0)
            if segment.level:
                ys[index] = ys[index + 1] = segment.at * UNIT + offset
            else:
                xs[index] = xs[index + 1] = segment.at * UNIT + offset
    _move_to_outline(xs, ys, 0, 1)
    _move_to_outline(xs, ys, -1, -2)
    result: list[Line] = []
    for index, segment in enumerate(route.segments):
        if segment.level:
            low, high = sorted((xs[index], xs[index + 1]))
            result.append((True, ys[index], low, high))
        else:
            low, high = sorted((ys[index], ys[index + 1]))
            result.append((False, xs[index], low, high))
    return result


def _move_to_outline(xs: list[int], ys: list[int], end: int, inner: int) -> None:
    if xs[end] == xs[inner]:
        ys[end] += SYMBOL if ys[inner] > ys[end] else -SYMBOL
    else:
        xs[end] += SYMBOL if xs[inner] > xs[end] else -SYMBOL


def conflicts(a: list[Line], b: list[Line], merge: bool) -> tuple[int, int]:
    """(crossings, overlaps or false contacts) between two routes.

    Where both end in the same side of the same symbol (`merge`), their last pieces may lie on each
    other and the one may join the other's last piece.
    """
    crossings = contacts = 0
    last_a, last_b = len(a) - 1, len(b) - 1
    for i, (a_level, a_at, a_low, a_high) in enumerate(a):
        for j, (b_level, b_at, b_low, b_high) in enumerate(b):
            if a_level == b_level:
                if a_at == b_at and a_low <= b_high and b_low <= a_high and not (merge and i == last_a and j == last_b):
                    contacts += 1
            elif a_low <= b_at <= a_high and b_low <= a_at <= b_high:
                if a_low < b_at < a_high and b_low < a_at < b_high:
                    crossings += 1
                elif not (merge and (i == last_a or j == last_b)):
                    contacts += 1
    return crossings, contacts


def may_merge(grid: Grid, a: Route, b: Route) -> bool:
    """Whether two routes end in the same side of the same symbol of the same step."""
    return (
        a.edge >= 0
        and b.edge >= 0
        and a.points[-1] == b.points[-1]
        and a.target_side == b.target_side
        and grid.edges[a.edge].target == grid.edges[b.edge].target
    )


def joins(grid: Grid) -> list[Route]:
    """The level lines that join the symbols of a step done by several actors; they are not arrows."""
    result = []
    for node in grid.nodes.values():
        for left, right in pairwise(node.points):
            segment = Segment(True, left[1], left[0], right[0])
            box = (left[0], left[1], right[0], right[1])
            result.append(Route(-1, (left, right), (segment,), 0.0, "right", "left", box))
    return result


@dataclass
class Chooser:
    """The choice of routes for one grid."""

    grid: Grid
    options: list[Candidates] = field(init=False)
    fixed: list[Route] = field(init=False)
    _pairs: dict[tuple[int, int, int, int], float] = field(default_factory=dict)
    _alone: dict[tuple[int, int], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.options = [Candidates(self.grid, number) for number in range(len(self.grid.edges))]
        self.fixed = joins(self.grid)

    def choose(self) -> list[Route]:
        """One route per arrow, in the order of the grid's arrows."""
        arrows = range(len(self.options))
        starts = (
            sorted(arrows, key=lambda number: (self.options[number][0].cost, number)),
            sorted(arrows, key=lambda number: (-self.options[number][0].cost, number)),
            list(arrows),
            list(reversed(arrows)),
        )
        best: dict[int, int] = {}
        least = float("inf")
        for start in starts:
            choice = self._settle(start)
            cost = self._total(choice)
            if cost < least:
                best, least = choice, cost
            if least <= sum(self.options[edge].bound(0) for edge in arrows):
                break  # every arrow has its cheapest route, and none disturbs another
        return [self.options[edge][best[edge]] for edge in arrows]

    def _settle(self, start: list[int]) -> dict[int, int]:
        """Choose in this order, then reconsider until nothing improves."""
        choice: dict[int, int] = {}
        for edge in start:
            choice[edge] = self._best(edge, choice)
        for _ in range(SWEEPS):
            if not self._sweep(choice) and not self._pair_sweep(choice):
                break
        return choice

    def _total(self, choice: dict[int, int]) -> float:
        alone = sum(self._own(edge, option) for edge, option in choice.items())
        pairs = combinations(sorted(choice), 2)
        return alone + sum(self._pair(a, choice[a], b, choice[b]) for a, b in pairs)

    def _best(self, edge: int, choice: dict[int, int]) -> int:
        best, best_cost = 0, float("inf")
        for option in count():
            if self.options[edge].bound(option) >= best_cost:
                break
            try:
                route = self.options[edge][option]
            except IndexError:
                break
            if route.cost >= best_cost:
                break  # options come sorted by their own cost
            cost = self._cost(edge, option, choice, best_cost)
            if cost < best_cost:
                best, best_cost = option, cost
        return best

    def _cost(self, edge: int, option: int, choice: dict[int, int], limit: float) -> float:
        """What an option costs beside all chosen others; stops counting beyond `limit`."""
        cost = self._own(edge, option)
        for other, other_option in choice.items():
            if cost >= limit:
                return cost
            if other != edge:
                cost += self._pair(edge, option, other, other_option)
        return cost

    def _own(self, edge: int, option: int) -> float:
        key = (edge, option)
        if key not in self._alone:
            route = self.options[edge][option]
            self._alone[key] = route.cost + sum(self._disturb(route, fixed) for fixed in self.fixed)
        return self._alone[key]

    def _pair(self, a: int, a_option: int, b: int, b_option: int) -> float:
        if a > b:
            a, a_option, b, b_option = b, b_option, a, a_option
        key = (a, a_option, b, b_option)
        if key not in self._pairs:
            first, second = self.options[a][a_option], self.options[b][b_option]
            same_exit = first.points[0] == second.points[0] and first.source_side == second.source_side
            self._pairs[key] = FORBIDDEN if same_exit else self._disturb(first, second)
        return self._pairs[key]

    def _disturb(self, a: Route, b: Route) -> float:
        """What two routes cost each other, lines in shared channels standing side by side in the better order."""
        if a.box[0] > b.box[2] or b.box[0] > a.box[2] or a.box[1] > b.box[3] or b.box[1] > a.box[3]:
            return 0.0
        merge = may_merge(self.grid, a, b)
        shared = [
            (s.level, s.at)
            for s in a.segments
            if s.at % 2 == 0
            for t in b.segments
            if t.level == s.level and t.at == s.at and s.low <= t.high and t.low <= s.high
        ]
        best = float("inf")
        for signs in product((SIDE, -SIDE), repeat=len(shared)):
            ours = dict(zip(shared, signs, strict=True))
            theirs = {channel: -offset for channel, offset in ours.items()}
            crossings, contacts = conflicts(lines_of(a, ours), lines_of(b, theirs), merge)
            best = min(best, CROSSING * crossings + FORBIDDEN * contacts)
            if best == 0:
                break
        return best

    def _sweep(self, choice: dict[int, int]) -> bool:
        changed = False
        for edge in range(len(self.options)):
            option = self._best(edge, choice)
            if option != choice[edge] and (
                self._cost(edge, option, choice, float("inf"))
                < self._cost(edge, choice[edge], choice, float("inf")) - 1e-9
            ):
                choice[edge] = option
                changed = True
        return changed

    def _pair_sweep(self, choice: dict[int, int]) -> bool:
        """Let each two arrows that still disturb each other reconsider together."""
        changed = False
        for a in range(len(self.options)):
            for b in range(a + 1, len(self.options)):
                if self._pair(a, choice[a], b, choice[b]) > 0:
                    changed |= self._improve_both(a, b, choice)
        return changed

    def _improve_both(self, a: int, b: int, choice: dict[int, int]) -> bool:
        others = {edge: option for edge, option in choice.items() if edge not in (a, b)}
        now = (
            self._cost(a, choice[a], others, float("inf"))
            + self._cost(b, choice[b], others, float("inf"))
            + self._pair(a, choice[a], b, choice[b])
        )
        best, best_cost = (choice[a], choice[b]), now - 1e-9
        costs_b = [self._cost(b, option, others, best_cost) for option in range(len(self.options[b]))]
        for option_a in range(len(self.options[a])):
            cost_a = self._cost(a, option_a, others, best_cost)
            for option_b, cost_b in enumerate(costs_b):
                cost = cost_a + cost_b
                if cost < best_cost:
                    cost += self._pair(a, option_a, b, option_b)
                    if cost < best_cost:
                        best, best_cost = (option_a, option_b), cost
        if best == (choice[a], choice[b]):
            return False
        choice[a], choice[b] = best
        return True
