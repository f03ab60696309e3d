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


HOLLOW = " ragu"
"""Class of the box or mark of a doubtful value."""
DOUBTFUL = "diragukan"
"""How a doubtful value is called."""


def swatch(
    chart: Chart, series: int, x: float, y: float, width: float, height: float, *, hollow: bool = False
) -> Element:
    """A box of a series, counted from 0: a bar, a column, or the sample in the legend; hollow where it is doubtful."""
    kelas = f"seri seri-{series + 1}{HOLLOW if hollow else ''}"
    box = element("rect", kelas, x=x, y=y, width=width, height=height)
    if series == 0 or hollow:
        return box
    filled = (*box.atribut, ("fill", f"url(#{pattern_id(chart, series + 1)})"))
    return Element(box.tag, box.kelas, filled)


def mark(series: int, x: float, y: float, size: float = 4, *, hollow: bool = False) -> Element:
    """The mark of a series on a line: circle, square, triangle, diamond; hollow where the value is doubtful."""
    kelas = f"tanda seri-{series + 1}{HOLLOW if hollow else ''}"
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
    """The names of the series, each after its sample, and where the drawing goes on.

    Nothing for one series, unless it has doubtful values: what a hollow mark means is told as well.
    """
    parts: list[Element] = []
    for index, series in enumerate(chart.seri if len(chart.seri) > 1 else ()):
        parts += _sample(chart, index, top)
        for line in wrapped(series.nama, WIDTH - INDENT):
            parts.append(element("text", "nama", line, x=INDENT, y=top + FONT))
            top += LINE
    if chart.ada_ragu:
        parts += _sample(chart, 0, top, hollow=True)
        parts.append(element("text", "nama", DOUBTFUL.capitalize(), x=INDENT, y=top + FONT))
        top += LINE
    return tuple(parts), top + LINE / 2 if parts else top


def _sample(chart: Chart, series: int, top: float, *, hollow: bool = False) -> tuple[Element, ...]:
    """How a series looks in the drawing; without its line where it is hollow, since doubtful values are not joined."""
    middle = top + LINE / 2
    if chart.jenis != "garis":
        return (swatch(chart, series, 0, middle - BOX / 2, BOX, BOX, hollow=hollow),)
    point = mark(series, BOX / 2, middle, hollow=hollow)
    line = element("line", f"jalur seri-{series + 1}", x1=0, x2=BOX, y1=middle, y2=middle)
    return (point,) if hollow else (line, point)
