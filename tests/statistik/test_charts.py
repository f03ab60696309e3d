"""From figures to charts: what is joined, what is kept apart, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.charts.model import ChartError
from macros.statistik.content import Statistics, load_statistics
from macros.statistik.series import chart_of, newest, parts_chart


def test_years_without_a_figure_are_a_gap(figures: Statistics) -> None:
    """Every year from the first to the last has its place, and each series its own row."""
    chart = chart_of(figures.indicators["penduduk"], figures)
    assert chart.kategori == ("2019", "2020", "2021", "2022", "2023", "2024")
    assert [(row.nama, row.nilai, row.ragu) for row in chart.seri] == [
        ("Sensus", (900, 1200, 1234, None, 1250, None), (True, False, False, False, False, False)),
        ("Registrasi", (None, None, None, None, None, 1300), (False,) * 6),
    ]
    assert chart.terpisah
    assert chart.sumber == "Koran Contoh; Contoh Dalam Angka"
    assert chart.tahun == "2019–2024"


def test_a_differing_figure_is_not_drawn(figures: Statistics) -> None:
    """1.240 for 2021 is another figure for the same thing."""
    chart = chart_of(figures.indicators["penduduk"], figures)
    assert 1240 not in [value for row in chart.seri for value in row.nilai]


def test_districts_are_drawn_by_size_for_the_fullest_year(figures: Statistics) -> None:
    """2010 has both districts, 2015 one: the chart is of 2010, the highest first."""
    chart = chart_of(figures.indicators["penduduk-kecamatan"], figures)
    assert (chart.kategori, chart.seri[0].nilai, chart.tahun) == (("Hilir", "Hulu"), (700, 400), "2010")


def test_the_newest_figure_is_one_to_use(figures: Statistics) -> None:
    """Neither a doubtful nor a differing one; none where all are doubtful."""
    datum = newest(figures.indicators["penduduk"])
    assert datum is not None
    assert (datum.tahun, datum.nilai) == (2024, 1300)
    assert newest(figures.indicators["miskin"]) is None
    assert newest(figures.indicators["penduduk-kecamatan"]) is None


def test_parts_are_drawn_for_the_newest_figure_that_has_any(figures: Statistics) -> None:
    """Women and men of 2020, named and dated."""
    chart = parts_chart(figures.indicators["penduduk"], figures)
    assert chart is not None
    assert (chart.kategori, chart.seri[0].nilai, chart.tahun) == (("Laki-laki", "Perempuan"), (590, 610), "2020")
    assert parts_chart(figures.indicators["ipm"], figures) is None


REFUSED = {
    "satu-angka": ("ipm", "  - { tahun: 2023, nilai: 68.5, sumber: [bps] }\n", "", "baru ada satu angka; grafik perlu paling sedikit 2."),
    "semua-ragu": ("miskin", "", "", "semua angkanya diragukan atau berbeda; lihat tabel."),
    "sedikit-kecamatan": ("penduduk-kecamatan", "  - { tahun: 2010, nilai: 700, sumber: [bps], wilayah: '99.01.02' }\n", "", "baru 1 dari 3 kecamatan yang ada angkanya; lihat tabel."),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_chart_that_cannot_be_drawn_is_refused(region: Path, case: str) -> None:
    """The reason names the chart; a page shows it in the chart's place."""
    id_, old, new, reason = REFUSED[case]
    data = region / "statistik_data"
    file = data / f"indikator/{id_}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    if case == "sedikit-kecamatan":
        text = (data / "wilayah.yml").read_text(encoding="utf-8")
        third = "  - kode: '99.01.03'\n    nama: Tengah\n    wilayah: [{ kode: '99.01.03.2001', nama: Ujung, jenis: desa }]\n"
        (data / "wilayah.yml").write_text(text.replace("jumlah_lain:", f"{third}jumlah_lain:"), encoding="utf-8")
    figures = load_statistics(region, None)
    with pytest.raises(ChartError) as refused:
        chart_of(figures.indicators[id_], figures)
    assert refused.value.alasan == reason
    assert str(refused.value) == f'grafik "{figures.indicators[id_].nama}": {reason}'
