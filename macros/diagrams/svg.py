"""The flowchart alone as an SVG file, for slides and other documents."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from macros.diagrams import measures
from macros.diagrams.cells import Drawing
from macros.diagrams.measures import label_lines
from macros.diagrams.nominal import EM, Nominal, Place

PAPER, INK, FILL, GRID = "#ffffff", "#0b4f6c", "#e8f0f4", "#9aa7b0"
HEADER = 4.2 * EM
"""Height of the row with the actors' names."""
NUMBERS = 3 * EM
"""Width of the column with the steps' numbers."""
MARGIN = EM
HEADER_FONT = 0.72


def svg_file(title: str, actors: list[str], numbers: list[str], drawing: Drawing) -> bytes:
    """A complete SVG file: actors above, step numbers at the left, then the flowchart. Same input, same bytes."""
    nominal = Nominal(drawing)
    width, height = nominal.lefts[-1] + NUMBERS, nominal.tops[-1] + HEADER
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{_n(-MARGIN)} {_n(-MARGIN)} {_n(width + 2 * MARGIN)} {_n(height + 2 * MARGIN)}",
            "width": _n(width + 2 * MARGIN),
            "height": _n(height + 2 * MARGIN),
            "font-family": "sans-serif",
            "font-size": _n(EM),
            "role": "img",
        },
    )
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "rect", x=_n(-MARGIN), y=_n(-MARGIN), width="100%", height="100%", fill=PAPER)
    _table(root, nominal, actors, numbers)
    body = ET.SubElement(root, "g", transform=f"translate({_n(NUMBERS)} {_n(HEADER)})")
    lines = ET.SubElement(body, "g", {"fill": "none", "stroke": INK, "stroke-width": "1.5"})
    routes = drawing.layout.routes
    for places in (*(nominal.line(number) for number in range(len(routes))), *nominal.join_lines()):
        ET.SubElement(lines, "polyline", points=" ".join(f"{_n(x)},{_n(y)}" for x, y in places))
    _symbols(body, nominal)
    heads = ET.SubElement(body, "g", fill=INK)
    for number, route in enumerate(routes):
        _arrowhead(heads, nominal.line(number)[-1], route.target_side)
        label = drawing.layout.grid.edges[route.edge].label
        if label:
            _label(body, nominal.line(number)[0], route.source_side, label)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(parent: ET.Element, place: Place, words: str, anchor: str = "middle", size: float = 1.0) -> None:
    attributes = {
        "x": _n(place[0]),
        "y": _n(place[1]),
        "text-anchor": anchor,
        "font-size": _n(size * EM),
        "fill": "#111",
    }
    ET.SubElement(parent, "text", attributes).text = words


def _table(root: ET.Element, nominal: Nominal, actors: list[str], numbers: list[str]) -> None:
    grid = ET.SubElement(root, "g", {"stroke": GRID, "stroke-width": "1"})
    right, bottom = nominal.lefts[-1] + NUMBERS, nominal.tops[-1] + HEADER
    for x in (0.0, *(NUMBERS + left for left in nominal.lefts)):
        ET.SubElement(grid, "line", x1=_n(x), x2=_n(x), y1="0", y2=_n(bottom))
    for y in (0.0, *(HEADER + top for top in nominal.tops)):
        ET.SubElement(grid, "line", x1="0", x2=_n(right), y1=_n(y), y2=_n(y))
    for column, actor in enumerate(actors):
        middle = NUMBERS + (nominal.lefts[column] + nominal.lefts[column + 1]) / 2
        lines = _wrapped(actor, (nominal.lefts[column + 1] - nominal.lefts[column]) / EM)
        for index, line in enumerate(lines):
            y = HEADER / 2 + (index - (len(lines) - 1) / 2 + 0.35) * HEADER_FONT * EM * 1.1
            _text(root, (middle, y), line, size=HEADER_FONT)
    for row, number in enumerate(numbers):
        _text(root, (NUMBERS / 2, HEADER + nominal.middle_y(row) + 0.35 * EM), number)


def _wrapped(text: str, width: float) -> list[str]:
    """A name in lines that fit a column (em); four at most, the last one cut with an ellipsis."""
    fits = max(int(width / (measures.CHARACTER * HEADER_FONT)) - 1, 3)
    lines: list[str] = [""]
    for word in text.split():
        pieces = [word[start : start + fits] for start in range(0, len(word), fits)]
        for piece in pieces:
            joined = f"{lines[-1]} {piece}".strip()
            if len(joined) <= fits:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines if len(lines) <= 4 else [*lines[:3], f"{lines[3][: fits - 1]}…"]


def _symbols(body: ET.Element, nominal: Nominal) -> None:
    shapes = ET.SubElement(body, "g", {"fill": FILL, "stroke": INK, "stroke-width": "1.5"})
    half_x, half_y = measures.SYMBOL_WIDTH / 2 * EM, measures.SYMBOL_HEIGHT / 2 * EM
    for node in nominal.drawing.layout.grid.nodes.values():
        y = nominal.middle_y(node.row)
        for column in node.columns:
            x = nominal.middle_x(column)
            if node.kind == "keputusan":
                corners = ((x, y - half_y), (x + half_x, y), (x, y + half_y), (x - half_x, y))
                ET.SubElement(shapes, "polygon", points=" ".join(f"{_n(a)},{_n(b)}" for a, b in corners))
            else:
                radius = half_y if node.kind in ("mulai", "selesai") else 0.0
                _box(shapes, x, y, half_x, half_y, radius)
        if node.ends is not None:
            _end(body, shapes, nominal.middle_x(node.columns[0]), y + half_y, node.ends)


def _box(parent: ET.Element, x: float, y: float, half_x: float, half_y: float, radius: float) -> None:
    ET.SubElement(
        parent,
        "rect",
        x=_n(x - half_x),
        y=_n(y - half_y),
        width=_n(2 * half_x),
        height=_n(2 * half_y),
        rx=_n(radius),
    )


def _end(body: ET.Element, shapes: ET.Element, x: float, top: float, label: str) -> None:
    """The small capsule that ends the procedure under a decision."""
    stub, half = measures.end_stub(len(label_lines(label))) * EM, measures.END_HEIGHT / 2 * EM
    ET.SubElement(
        body,
        "line",
        {"x1": _n(x), "x2": _n(x), "y1": _n(top), "y2": _n(top + stub), "stroke": INK, "stroke-width": "1.5"},
    )
    _box(shapes, x, top + stub + half, measures.END_WIDTH / 2 * EM, half, half)
    _arrowhead(ET.SubElement(body, "g", fill=INK), (x, top + stub), "top")
    _text(body, (x, top + stub + half + 0.28 * EM), "Selesai", size=0.8)
    _label(body, (x, top), "bottom", label)


def _arrowhead(parent: ET.Element, tip: Place, side: str) -> None:
    x, y = tip
    size, half = measures.ARROW * EM, measures.ARROW / 2 * EM
    back = {
        "top": ((x - half, y - size), (x + half, y - size)),
        "bottom": ((x - half, y + size), (x + half, y + size)),
        "left": ((x - size, y - half), (x - size, y + half)),
        "right": ((x + size, y - half), (x + size, y + half)),
    }[side]
    ET.SubElement(parent, "polygon", points=" ".join(f"{_n(a)},{_n(b)}" for a, b in (tip, *back)))


def _label(parent: ET.Element, start: Place, side: str, label: str) -> None:
    """The words of an exit beside the beginning of its line."""
    lines = label_lines(label)
    gap, step = measures.LABEL_GAP * EM, measures.LABEL_LINE * EM
    x, y = start
    if side in ("left", "right"):
        x += gap if side == "right" else -gap
        first = y - gap / 2 - (len(lines) - 1) * step - 0.2 * EM
    else:
        x += gap
        first = y + gap / 2 + 0.75 * EM if side == "bottom" else y - gap / 2 - (len(lines) - 1) * step - 0.2 * EM
    for index, line in enumerate(lines):
        anchor = "end" if side == "left" else "start"
        _text(parent, (x, first + index * step), line, anchor, measures.LABEL_FONT)
