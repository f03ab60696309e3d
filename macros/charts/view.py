"""What a page shows of a chart: the drawing, its description, its table and its CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.charts.bars import NO_DATA, bars
from macros.charts.frame import columns, lines
from macros.charts.legend import DOUBTFUL
from macros.charts.model import Chart, ChartKind
from macros.charts.scale import Drawing
from macros.pages import Asset
from macros.views.common import decimal_text

KINDS: Mapping[ChartKind, tuple[str, Callable[[Chart], Drawing]]] = {
    "batang": ("Grafik batang", bars),
    "kolom": ("Grafik kolom", columns),
    "garis": ("Grafik garis", lines),
}
"""Kind of chart -> its name in words, how it is drawn."""


@dataclass(frozen=True)
class Figure:
    """A chart ready to be printed by `grafik.html`."""

    chart: Chart
    gambar: Drawing
    uraian: str
    """The chart in a sentence, for those who do not see it."""
    baris: tuple[tuple[str, tuple[str, ...]], ...]
    """Rows of the table: category, value of each series."""
    csv_url: str

    @property
    def asset(self) -> Asset:
        """The CSV to download."""
        return Asset(self.csv_url, chart_csv(self.chart).encode("utf-8-sig"))


def figure(chart: Chart, folder: str) -> Figure:
    """The chart drawn; its CSV lies in `folder` (an address that ends in a slash)."""
    _, draw = KINDS[chart.jenis]
    rows = tuple(
        (category, tuple(_cell(series.angka[index], series.diragukan(index)) for series in chart.seri))
        for index, category in enumerate(chart.kategori)
    )
    return Figure(chart, draw(chart), described(chart), rows, f"{folder}{chart.id}.csv")


def described(chart: Chart) -> str:
    """What kind of chart it is, how much it shows, its highest and lowest value, and how many are doubtful."""
    known = [
        (value, category, series.nama)
        for series in chart.seri
        for index, (category, value) in enumerate(zip(chart.kategori, series.angka, strict=True))
        if value is not None and not series.diragukan(index)
    ]
    doubtful = sum(map(sum, (series.ragu for series in chart.seri)))
    besides = f" {doubtful} nilai {DOUBTFUL} tidak dihitung." if doubtful else ""
    high, low = max(known, key=lambda item: item[0]), min(known, key=lambda item: item[0])

    def told(value: tuple[Decimal, str, str]) -> str:
        name = f"{value[1]}, {value[2]}" if len(chart.seri) > 1 else value[1]
        return f"{decimal_text(value[0])} {chart.satuan} ({name})"

    count = f"{KINDS[chart.jenis][0]}, {len(chart.kategori)} {chart.judul_kategori.lower()}"
    if chart.terpisah:
        return f"{count}; {'; '.join(_one_by_one(chart))}.{besides}"
    if high[0] == low[0]:
        one = "nilainya" if len(known) == 1 else "semua"
        return f"{count}; {one} {told(high)}.{besides}"
    return f"{count}; tertinggi {told(high)}, terendah {told(low)}.{besides}"


def _one_by_one(chart: Chart) -> Iterator[str]:
    """The first and the last value of each series."""
    for series in chart.seri:
        known = [
            f"{decimal_text(value)} {chart.satuan} ({category})"
            for index, (category, value) in enumerate(zip(chart.kategori, series.angka, strict=True))
            if value is not None and not series.diragukan(index)
        ]
        if known:
            yield f"{series.nama}: {known[0]}" + (f" sampai {known[-1]}" if len(known) > 1 else "")


def chart_csv(chart: Chart) -> str:
    """One line for each value, with its unit, year and source; an unknown value is blank."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((chart.judul_kategori.lower(), "seri", "nilai", "satuan", "tahun_data", "sumber"))
    for index, category in enumerate(chart.kategori):
        for series in chart.seri:
            value = series.angka[index]
            writer.writerow(
                (
                    category,
                    series.nama,
                    "" if value is None else f"{value:f}",
                    series.satuan,
                    chart.tahun,
                    chart.sumber,
                )
            )
    return out.getvalue()


def _cell(value: Decimal | None, doubtful: bool) -> str:
    if value is None:
        return NO_DATA
    return f"{decimal_text(value)} ({DOUBTFUL})" if doubtful else decimal_text(value)
