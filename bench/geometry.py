"""What a flowchart really looks like: geometry read from the page, not from the router's own model.

`COLLECT` runs in the browser and returns rectangles of what is drawn; `measure` counts the
defects among them. Nothing here knows how routes were chosen.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

COLLECT = """
(table) => {
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const cells = [...table.querySelectorAll('td.sel')];
  const place = (e) => { const td = e.closest('td'); return [td.parentElement.rowIndex, td.cellIndex]; };
  const all = (selector) => [...table.querySelectorAll(selector)];
  const texts = [];
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.vh, .kata, .isi-simbol, .akhir')) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    for (const r of range.getClientRects()) texts.push([r.left, r.top, r.right, r.bottom]);
  }
  return {
    lines: all('.dh, .dv').map(e => ({arrow: e.dataset.p, level: e.classList.contains('dh'), box: box(e), cell: box(e.closest('td'))})),
    heads: all('.mata').map(e => ({arrow: e.dataset.p, box: box(e), cell: place(e)})),
    symbols: all('svg.simbol').map(e => ({box: box(e), cell: place(e), bounds: box(e.closest('td'))})),
    ends: all('.akhir').map(e => ({box: box(e), cell: place(e), bounds: box(e.closest('td'))})),
    labels: all('.kata').map(e => ({arrow: e.dataset.p, box: box(e), cell: place(e), bounds: box(e.closest('td'))})),
    headers: all('thead th').map(box),
    texts: texts,
  };
}
"""

Box = tuple[float, float, float, float]
"""(left, top, right, bottom) in CSS pixels."""

TOUCH = 1.6
"""Lines nearer than this, in CSS pixels, look joined: a line is 1.5 px thick."""


@dataclass(frozen=True)
class Line:
    """A straight piece of an arrow, its cells' pieces put together."""

    level: bool
    at: float
    low: float
    high: float


@dataclass
class Counts:
    """Defects and costs of one drawing."""

    edges: int = 0
    symbol_hits: int = 0
    overlaps: int = 0
    false_contacts: int = 0
    label_collisions: int = 0
    crossings: int = 0
    bends: int = 0
    broken: int = 0
    """Arrows whose pieces do not form one line from symbol to arrowhead."""

    def defects(self) -> int:
        """All that must be zero."""
        return self.symbol_hits + self.overlaps + self.false_contacts + self.label_collisions + self.broken


def measure(collected: dict[str, Any]) -> Counts:
    """Count what a page shows."""
    arrows: dict[str, list[Line]] = defaultdict(list)
    for piece in collected["lines"]:
        left, top, right, bottom = piece["box"]
        if piece["level"]:
            arrows[piece["arrow"]].append(Line(True, (top + bottom) / 2, left, right))
        else:
            arrows[piece["arrow"]].append(Line(False, (left + right) / 2, top, bottom))
    joins = _joined(arrows.pop("-1", []))
    arrows.pop("akhir", None)
    routes = {name: _joined(lines) for name, lines in arrows.items()}
    heads = {head["arrow"]: head["box"] for head in collected["heads"] if head["arrow"] != "akhir"}
    symbols: list[Box] = [tuple(item["box"]) for item in collected["symbols"] + collected["ends"]]
    counts = Counts(edges=len(routes), bends=sum(len(lines) - 1 for lines in routes.values()))
    counts.broken = sum(not _whole(lines, symbols, heads.get(name)) for name, lines in routes.items())
    counts.symbol_hits = sum(
        _hits(line, box) for lines in (*routes.values(), joins) for line in lines for box in symbols
    )
    obstacles = [tuple(box) for box in collected["headers"] + collected["texts"]]
    counts.symbol_hits += sum(_hits(line, box) for lines in routes.values() for line in lines for box in obstacles)
    counts.symbol_hits += sum(
        _outside(item["box"], item["bounds"]) for item in collected["symbols"] + collected["ends"]
    )
    for (a, a_lines), (b, b_lines) in combinations(routes.items(), 2):
        _pair(a_lines, b_lines, _same_head(heads.get(a), heads.get(b)), counts)
    for lines in routes.values():
        _pair(lines, joins, False, counts)
    counts.label_collisions = _labels(collected, routes, joins, symbols)
    return counts


def _joined(pieces: list[Line]) -> list[Line]:
    """Pieces that continue each other, put together."""
    rows: dict[bool, list[Line]] = {True: [], False: []}
    for piece in sorted(pieces, key=lambda line: (line.level, line.at, line.low)):
        known = rows[piece.level]
        for index, line in enumerate(known):
            if abs(line.at - piece.at) < 1 and piece.low <= line.high + TOUCH and line.low <= piece.high + TOUCH:
                known[index] = Line(line.level, line.at, min(line.low, piece.low), max(line.high, piece.high))
                break
        else:
            known.append(piece)
    return rows[True] + rows[False]


def _ends(line: Line) -> list[tuple[float, float]]:
    if line.level:
        return [(line.low, line.at), (line.high, line.at)]
    return [(line.at, line.low), (line.at, line.high)]


def _near(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return abs(a[0] - b[0]) <= TOUCH and abs(a[1] - b[1]) <= TOUCH


def _on_outline(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    left, top, right, bottom = box
    inside = left - TOUCH <= x <= right + TOUCH and top - TOUCH <= y <= bottom + TOUCH
    on_side = min(abs(x - left), abs(x - right), abs(y - top), abs(y - bottom)) <= TOUCH
    return inside and on_side


def _whole(lines: list[Line], symbols: list[Box], head: Box | None) -> bool:
    """Whether the pieces are one chain whose two free ends stand on symbols, an arrowhead at one of them."""
    if head is None:
        return False
    points = [point for line in lines for point in _ends(line)]
    free = [
        point
        for index, point in enumerate(points)
        if not any(_near(point, other) for place, other in enumerate(points) if place // 2 != index // 2)
    ]
    if len(free) != 2 or not all(any(_on_outline(point, box) for box in symbols) for point in free):
        return False
    wide = (head[0] - TOUCH, head[1] - TOUCH, head[2] + TOUCH, head[3] + TOUCH)
    return any(wide[0] <= x <= wide[2] and wide[1] <= y <= wide[3] for x, y in free)


def _hits(line: Line, box: Box) -> bool:
    """Whether a line enters the inside of a box."""
    left, top, right, bottom = (box[0] + TOUCH, box[1] + TOUCH, box[2] - TOUCH, box[3] - TOUCH)
    if line.level:
        return top < line.at < bottom and line.low < right and line.high > left
    return left < line.at < right and line.low < bottom and line.high > top


def _outside(box: Box, bounds: Box) -> bool:
    """Whether something sticks out of its cell."""
    return box[0] < bounds[0] or box[1] < bounds[1] or box[2] > bounds[2] or box[3] > bounds[3]


def _same_head(a: Box | None, b: Box | None) -> bool:
    return bool(a and b and abs(a[0] - b[0]) < 1 and abs(a[1] - b[1]) < 1)


def _pair(a: list[Line], b: list[Line], merge: bool, counts: Counts) -> None:
    """Count what two arrows do to each other; arrows that end in one arrowhead may share their last stretch."""
    for first in a:
        for second in b:
            if first.level == second.level:
                shared = min(first.high, second.high) - max(first.low, second.low)
                if abs(first.at - second.at) > TOUCH or merge:
                    continue
                if shared > TOUCH:
                    counts.overlaps += 1
                elif shared > -TOUCH:
                    counts.false_contacts += 1
                continue
            flat, tall = (first, second) if first.level else (second, first)
            inside_x, inside_y = tall.at - flat.low, flat.at - tall.low
            rest_x, rest_y = flat.high - tall.at, tall.high - flat.at
            depth = min(inside_x, inside_y, rest_x, rest_y)
            if depth > TOUCH:
                counts.crossings += 1
            elif depth > -TOUCH and not merge:
                counts.false_contacts += 1


def _labels(collected: dict[str, Any], routes: dict[str, list[Line]], joins: list[Line], symbols: list[Box]) -> int:
    """Labels that touch a line, a symbol, another label or a text, or stick out of their cell."""
    count = 0
    labels = collected["labels"]
    others = [*symbols, *(tuple(box) for box in collected["texts"])]
    for index, label in enumerate(labels):
        box = tuple(label["box"])
        count += any(_hits(line, box) for lines in (*routes.values(), joins) for line in lines)
        count += any(_overlap(box, other) for other in others)
        count += any(_overlap(box, tuple(other["box"])) for other in labels[index + 1 :])
        count += _outside(box, label["bounds"])
    return count


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - TOUCH and b[0] < a[2] - TOUCH and a[1] < b[3] - TOUCH and b[1] < a[3] - TOUCH
