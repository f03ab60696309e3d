"""A chart small enough for a list: its shape without words, to be shown beside its newest value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.charts.legend import mark, swatch
from macros.charts.model import Chart
from macros.charts.scale import Drawing, Element, Scale, element, number

WIDTH, HEIGHT = 132, 48
PAD = 5
"""Room around the drawing, so that no mark is cut."""
DOT = 2.5
"""Half the size of a mark."""
FILLED = 0.7
"""Part of a category's room that its bar takes."""


def miniature(chart: Chart) -> Drawing:
    """The drawing; bars stand upright, since names are left out."""
    shown = _line(chart) if chart.jenis == "garis" else _bars(chart)
    return Drawing(str(HEIGHT), tuple(shown), lebar=WIDTH)


def _line(chart: Chart) -> Iterator[Element]:
    low, high = min(chart.angka), max(chart.angka)
    values = Scale(low, high if high > low else low + 1, HEIGHT - PAD, PAD)
    step = (WIDTH - 2 * PAD) / max(1, len(chart.kategori) - 1)
    for series, row in enumerate(chart.seri):
        run: list[str] = []
        for index, value in enumerate((*row.angka, None)):
            joined = value is not None and not row.diragukan(index)
            if value is not None:
                x, y = PAD + step * index, values.place(value)
                yield mark(series, x, y, DOT, hollow=row.diragukan(index))
                if joined:
                    run.append(f"{number(x)},{number(y)}")
            if not joined:
                if len(run) > 1:
                    yield element("polyline", f"jalur seri-{series + 1}", points=" ".join(run))
                run = []


def _bars(chart: Chart) -> Iterator[Element]:
    row = chart.seri[0]
    values = Scale(min(Decimal(0), *chart.angka), max(Decimal(0), *chart.angka, Decimal(1)), HEIGHT - PAD, PAD)
    step = (WIDTH - 2 * PAD) / len(chart.kategori)
    zero = values.place(Decimal(0))
    for index, value in enumerate(row.angka):
        if value is not None:
            end = values.place(value)
            x, width = PAD + step * (index + (1 - FILLED) / 2), step * FILLED
            top, height = min(zero, end), max(abs(zero - end), 0.5)
            yield swatch(chart, 0, x, top, width, height, hollow=row.diragukan(index))
