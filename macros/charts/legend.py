"""How series are told apart: by pattern, mark and dash as well as by colour, and named above the drawing."""

from __future__ import annotations

from macros.charts.model import Chart
from macros.charts.scale import FONT, LINE, WIDTH, Element, element, number, wrapped

BOX = 12
"""Width and height of the sample before a name."""
INDENT = BOX + 8


def patterns(chart: Chart) -> tuple[int, ...]:
    """The series, counted from 1, whose pattern the drawing must hold; the first is plain, lines need none."""
    return () if chart.jenis == "garis" else tuple(range(2, len(chart.seri) + 1))


def pattern_id(chart: Chart, series: int) -> str:
    """Id of the pattern of a series, counted from 1."""
    return f"pola-{chart.id}-{series}"


def swatch(chart: Chart, series: int, x: float, y: float, width: float, height: float) -> Element:
    """A filled box of a series, counted from 0: a bar, a column, or the sample in the legend."""
    box = element("rect", f"seri seri-{series + 1}", x=x, y=y, width=width, height=height)
    if series == 0:
        return box
    filled = (*box.atribut, ("fill", f"url(#{pattern_id(chart, series + 1)})"))
    return Element(box.tag, box.kelas, filled)


def mark(series: int, x: float, y: float, size: float = 4) -> Element:
    """The mark of a series on a line: circle, square, triangle, diamond."""
    kelas = f"tanda seri-{series + 1}"
    corners = (
        ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        ((0, -1.2), (1.2, 1), (-1.2, 1)),
        ((0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)),
    )
    if series == 0:
        return element("circle", kelas, cx=x, cy=y, r=size)
    points = " ".join(f"{number(x + dx * size)},{number(y + dy * size)}" for dx, dy in corners[series - 1])
    return element("polygon", kelas, points=points)


def legend(chart: Chart, top: float) -> tuple[tuple[Element, ...], float]:
    """The names of the series, each after its sample, and where the drawing goes on; nothing for one series."""
    if len(chart.seri) == 1:
        return (), top
    parts: list[Element] = []
    for index, series in enumerate(chart.seri):
        middle = top + LINE / 2
        if chart.jenis == "garis":
            parts.append(element("line", f"jalur seri-{index + 1}", x1=0, x2=BOX, y1=middle, y2=middle))
            parts.append(mark(index, BOX / 2, middle))
        else:
            parts.append(swatch(chart, index, 0, middle - BOX / 2, BOX, BOX))
        for line in wrapped(series.nama, WIDTH - INDENT):
            parts.append(element("text", "nama", line, x=INDENT, y=top + FONT))
            top += LINE
    return tuple(parts), top + LINE / 2
