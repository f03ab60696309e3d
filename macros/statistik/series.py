"""Indicators -> charts. What must not be joined becomes series of its own; what cannot be drawn is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from macros.charts.model import Chart, ChartError, Series
from macros.statistik.citations import cited, source_text, years_text
from macros.statistik.content import Statistics
from macros.statistik.models.indicator import Datum, Indicator

FEWEST = 2
"""Figures that make a chart; a single one is told as a number."""


def main_figures(item: Indicator) -> tuple[Datum, ...]:
    """The figures to use: neither differing nor doubtful ones."""
    return tuple(datum for datum in item.data if datum.keadaan == "utama")


def newest(item: Indicator) -> Datum | None:
    """The newest figure to use of the whole region; None where there is none."""
    whole = (datum for datum in main_figures(item) if datum.wilayah is None)
    return max(whole, key=lambda datum: datum.tahun, default=None)


def by_district(item: Indicator) -> bool:
    """Whether the figures are those of districts."""
    return item.grafik == "batang"


def fullest_year(item: Indicator) -> int | None:
    """The year for which most districts have a figure; of several the newest. None where there is no such figure."""
    counts = Counter(datum.tahun for datum in main_figures(item))
    return max(counts, key=lambda year: (counts[year], year), default=None)


def district_figures(item: Indicator) -> dict[str, Datum]:
    """District code -> its figure of the fullest year."""
    year = fullest_year(item)
    return {datum.wilayah: datum for datum in main_figures(item) if datum.wilayah and datum.tahun == year}


def chart_of(item: Indicator, statistics: Statistics) -> Chart:
    """The chart of an indicator; raises ChartError where its figures make none."""
    return _bars(item, statistics) if by_district(item) else _in_time(item, statistics)


def _bars(item: Indicator, statistics: Statistics) -> Chart:
    """The districts from the highest to the lowest figure of the fullest year."""
    figures = district_figures(item)
    districts = statistics.districts
    if 2 * len(figures) < len(districts):
        raise ChartError(
            item.nama,
            f"baru {len(figures)} dari {len(districts)} kecamatan yang ada angkanya; lihat tabel.",
        )
    order = sorted(districts, key=lambda code: (code not in figures, -figures[code].nilai if code in figures else 0))
    values = tuple(figures[code].nilai if code in figures else None for code in order)
    return _chart(
        item,
        statistics,
        "Kecamatan",
        tuple(districts[code].nama for code in order),
        (Series(item.nama, values, statistics.unit(item.satuan)),),
        tuple(figures.values()),
    )


def _in_time(item: Indicator, statistics: Statistics) -> Chart:
    """One category for every year from the first to the last, so that a gap in the data is a gap in the drawing."""
    shown = tuple(datum for datum in item.data if datum.keadaan != "berbeda")
    if not any(datum.keadaan == "utama" for datum in shown):
        raise ChartError(item.nama, "semua angkanya diragukan atau berbeda; lihat tabel.")
    years = tuple(range(min(datum.tahun for datum in shown), max(datum.tahun for datum in shown) + 1))
    names: list[tuple[str | None, str]] = [(info.id, info.nama) for info in item.seri] or [(None, item.nama)]
    rows = []
    for id_, name in names:
        own = {datum.tahun: datum for datum in shown if datum.seri == id_ and datum.keadaan == "diragukan"}
        own |= {datum.tahun: datum for datum in shown if datum.seri == id_ and datum.keadaan == "utama"}
        if own:
            values: tuple[Decimal | None, ...] = tuple(own[year].nilai if year in own else None for year in years)
            doubtful = tuple(year in own and own[year].keadaan == "diragukan" for year in years)
            rows.append(Series(name, values, statistics.unit(item.satuan), doubtful))
    if sum(value is not None for row in rows for value in row.nilai) < FEWEST:
        raise ChartError(item.nama, f"baru ada satu angka; grafik perlu paling sedikit {FEWEST}.")
    return _chart(item, statistics, "Tahun", tuple(map(str, years)), tuple(rows), shown)


def _chart(
    item: Indicator,
    statistics: Statistics,
    heading: str,
    categories: tuple[str, ...],
    series: tuple[Series, ...],
    shown: Sequence[Datum],
) -> Chart:
    citations = [one for datum in shown for one in cited(statistics.sources, datum.sumber)]
    return Chart(
        id=item.id,
        judul=item.nama,
        jenis=item.grafik,
        judul_kategori=heading,
        kategori=categories,
        seri=series,
        sumber=source_text(citations),
        tahun=years_text(datum.tahun for datum in shown),
        bagian=item.ukuran in ("jumlah", "persentase"),
        terpisah=len(series) > 1,
    )


def parts_chart(item: Indicator, statistics: Statistics) -> Chart | None:
    """The parts of the newest figure that has any, such as women and men; None where none has."""
    detailed = [datum for datum in main_figures(item) if len(datum.rincian) >= FEWEST and datum.wilayah is None]
    datum = max(detailed, key=lambda one: one.tahun, default=None)
    if datum is None:
        return None
    unit = statistics.unit(item.satuan)
    return Chart(
        id=f"{item.id}-rincian",
        judul=f"{item.nama} menurut rinciannya",
        jenis="batang",
        judul_kategori="Rincian",
        kategori=tuple(name[:1].upper() + name[1:] for name in datum.rincian),
        seri=(Series(item.nama, tuple(datum.rincian.values()), unit),),
        sumber=source_text(cited(statistics.sources, datum.sumber)),
        tahun=str(datum.tahun),
        bagian=item.ukuran in ("jumlah", "persentase"),
    )
