"""Columns and lines: categories along the bottom, values up the side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from macros.charts.labels import Point, labels
from macros.charts.legend import legend, mark, patterns, swatch
from macros.charts.model import Chart
from macros.charts.scale import (
    FONT,
    LINE,
    WIDTH,
    Drawing,
    Element,
    Scale,
    element,
    nice_ticks,
    number,
    text_width,
    wrapped,
)
from macros.views.common import decimal_text

HEIGHT = 170
"""From the lowest to the highest marked value."""
FILLED = 0.72
"""Part of a category's room that its columns take."""
ROOM = Decimal("0.15")
"""Part of a line chart's range that stays free below its lowest value, for the words; never below zero for its sake."""
MOST_LINES = 3
"""Lines of a category's name; a longer one is told by the table alone."""


def columns(chart: Chart) -> Drawing:
    """The drawing of a chart of kind `kolom`; the values always start at zero."""
    return _framed(chart, (Decimal(0), *chart.angka))


def lines(chart: Chart) -> Drawing:
    """The drawing of a chart of kind `garis`; its axis need not start at zero and says where it does."""
    low, high = min(chart.angka), max(chart.angka)
    below = low - (high - low) * ROOM
    return _framed(chart, (*chart.angka, max(below, Decimal(0)) if low >= 0 else below))


def _framed(chart: Chart, shown: Sequence[Decimal]) -> Drawing:
    ticks = nice_ticks(min(shown), max(shown), whole=all(value == int(value) for value in chart.angka))
    parts, top = legend(chart, 0)
    top += LINE  # room for the value above the highest column
    side = max(text_width(decimal_text(tick)) for tick in ticks) + 6
    values = Scale(ticks[0], ticks[-1], top + HEIGHT, top)
    step = (WIDTH - side) / len(chart.kategori)
    elements = [*parts, *_axis(ticks, values, side)]
    elements += _lines(chart, values, side, step) if chart.jenis == "garis" else _columns(chart, values, side, step)
    names, bottom = _names(chart, side, step, top + HEIGHT)
    return Drawing(number(bottom), (*elements, *names), patterns(chart))


def _axis(ticks: Sequence[Decimal], values: Scale, side: float) -> Iterator[Element]:
    """A line across at every marked value; the one at zero is the axis, or the lowest where zero is not shown."""
    axis = Decimal(0) if Decimal(0) in ticks else ticks[0]
    for tick in ticks:
        y = values.place(tick)
        yield element("line", "sumbu" if tick == axis else "kisi", x1=side, x2=WIDTH, y1=y, y2=y)
        yield element("text", "skala", decimal_text(tick), x=side - 6, y=y + FONT * 0.36, text_anchor="end")


def _columns(chart: Chart, values: Scale, side: float, step: float) -> Iterator[Element]:
    width = step * FILLED / len(chart.seri)
    zero = values.place(Decimal(0))
    told = all(text_width(decimal_text(value)) <= step / len(chart.seri) for value in chart.angka)
    for index in range(len(chart.kategori)):
        left = side + step * index + step * (1 - FILLED) / 2
        for series, row in enumerate(chart.seri):
            value = row.angka[index]
            if value is None:
                continue
            x, end = left + width * series, values.place(value)
            hollow = row.diragukan(index)
            yield swatch(chart, series, x, min(zero, end), width, max(abs(zero - end), 0.5), hollow=hollow)
            if told:
                y = end - 4 if value >= 0 else end + FONT
                yield element("text", "nilai", decimal_text(value), x=x + width / 2, y=y, text_anchor="middle")


def _lines(chart: Chart, values: Scale, side: float, step: float) -> Iterator[Element]:
    points: list[Point] = []
    drawn: list[list[Point]] = []
    for series, row in enumerate(chart.seri):
        places: list[Point | None] = [
            None if value is None else Point(series, side + step * (index + 0.5), values.place(value), value)
            for index, value in enumerate(row.angka)
        ]
        joined = [None if row.diragukan(index) else place for index, place in enumerate(places)]
        for run in _runs(joined):
            drawn.append(run)
            line = " ".join(f"{number(point.x)},{number(point.y)}" for point in run)
            if len(run) > 1:
                yield element("polyline", f"jalur seri-{series + 1}", points=line)
        for index, place in enumerate(places):
            if place:
                yield mark(series, place.x, place.y, hollow=row.diragukan(index))
                points.append(place)
    yield from labels(points, drawn, len(chart.seri), values.start)


def _runs(places: Sequence[Point | None]) -> Iterator[list[Point]]:
    """The places without the gaps: a line is not drawn over what is not known."""
    run: list[Point] = []
    for place in (*places, None):
        if place:
            run.append(place)
        elif run:
            yield run
            run = []


def _names(chart: Chart, side: float, step: float, bottom: float) -> tuple[list[Element], float]:
    """Names below the axis, wrapped; where they would meet only every second, third, ... up to the last."""
    widest = max(text_width(word) for name in chart.kategori for word in name.split() or [""]) + 4
    pushed = max(0.0, (widest - step) / 2)  # the last name keeps inside the drawing and comes closer to the one before
    every = max(1, math.ceil((widest + pushed) / step))
    elements, most = [], 1
    for index, name in enumerate(chart.kategori):
        if (len(chart.kategori) - 1 - index) % every:
            continue
        rows = wrapped(name, step * every)[:MOST_LINES]
        most = max(most, len(rows))
        middle = side + step * (index + 0.5)
        half = max(text_width(row) for row in rows) / 2
        x = min(max(middle, half), WIDTH - half)
        for number_, row in enumerate(rows):
            y = bottom + FONT + 4 + LINE * number_
            elements.append(element("text", "nama", row, x=x, y=y, text_anchor="middle"))
    return elements, bottom + LINE * most + 8
