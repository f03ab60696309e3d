"""Horizontal bars: each category's name on lines of its own, its bars below, each with its value in words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from macros.charts.legend import legend, patterns, swatch
from macros.charts.model import Chart
from macros.charts.scale import FONT, LINE, WIDTH, Drawing, Element, Scale, element, number, text_width, wrapped
from macros.views.common import decimal_text

THICK, THIN = 18, 14
"""Height of a bar that stands alone, and of one among several."""
GAP = 10
"""Between categories."""
SPACE = 5
"""Between a bar and its value."""
NO_DATA = "tidak ada data"


def bars(chart: Chart) -> Drawing:
    """The drawing of a chart of kind `batang`."""
    texts = [NO_DATA, *(decimal_text(value) for value in chart.angka)]
    room = max(text_width(text) for text in texts) + SPACE
    low, high = min((Decimal(0), *chart.angka)), max((Decimal(0), *chart.angka))
    scale = Scale(low, high if high > low else Decimal(1), 0, WIDTH - room)
    axis = scale.place(Decimal(0))
    parts, top = legend(chart, 0)
    elements = list(parts)
    height = THICK if len(chart.seri) == 1 else THIN
    for index, category in enumerate(chart.kategori):
        for line in wrapped(category, WIDTH):
            elements.append(element("text", "nama", line, x=0, y=top + FONT))
            top += LINE
        top += 2
        start = top
        for series in range(len(chart.seri)):
            elements += _bar(chart, series, index, scale, top, height)
            top += height + 2
        elements.append(element("line", "sumbu", x1=axis, x2=axis, y1=start - 1, y2=top - 1))
        top += GAP
    return Drawing(number(top - GAP), tuple(elements), patterns(chart))


def _bar(chart: Chart, series: int, index: int, scale: Scale, top: float, height: float) -> Iterator[Element]:
    value = chart.seri[series].angka[index]
    zero = scale.place(Decimal(0))
    baseline = top + height / 2 + FONT * 0.36
    if value is None:
        yield element("text", "kosong", NO_DATA, x=zero + SPACE, y=baseline)
        return
    end = scale.place(value)
    hollow = chart.seri[series].diragukan(index)
    yield swatch(chart, series, min(zero, end), top, max(abs(end - zero), 0.5), height, hollow=hollow)
    yield element("text", "nilai", decimal_text(value), x=max(zero, end) + SPACE, y=baseline)
