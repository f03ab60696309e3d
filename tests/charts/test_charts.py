"""Charts: what is refused, what is drawn, and that nobody needs to see them to read them."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from macros.charts.model import Chart, ChartError, Series
from macros.charts.scale import WIDTH, nice_ticks
from macros.charts.view import Figure, chart_csv, figure
from macros.rendering import render

SVG = {"": "http://www.w3.org/2000/svg"}


def chart(*values: Any, **changes: Any) -> Chart:
    """A right chart with these values, or with something changed."""
    values = values or (12, 30, 7)
    settings: dict[str, Any] = {
        "id": "contoh",
        "judul": "Contoh permohonan",
        "jenis": "batang",
        "judul_kategori": "Tahun",
        "kategori": tuple(str(2024 + index) for index in range(len(values))),
        "seri": (Series("Permohonan", values, "permohonan"),),
        "sumber": "Register contoh",
        "tahun": "2024–2026",
    }
    return Chart(**{**settings, **changes})


def picture(figur: Figure) -> ET.Element:
    """The SVG inside the printed figure, as XML."""
    html = shown(figur)
    start, end = html.index("<svg"), html.index("</svg>") + len("</svg>")
    return ET.fromstring(html[start:end])


def shown(figur: Figure) -> str:
    """The figure as a page prints it."""
    return render("grafik.html", "contoh/", figur=figur)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kategori": (), "seri": (Series("A", (), "orang"),)}, "tidak ada data"),
        ({"seri": ()}, "tidak ada data"),
        ({"seri": (Series("A", (None, None, None), "orang"),)}, "semua nilai kosong"),
        ({"seri": (Series("A", (1, float("nan"), 3), "orang"),)}, 'nilai "2025" pada seri "A" bukan bilangan'),
        ({"seri": (Series("A", (1, Decimal("Infinity"), 3), "orang"),)}, "bukan bilangan"),
        ({"seri": (Series("A", (1, -2, 3), "orang"),), "bagian": True}, "negatif, padahal bagian dari keseluruhan"),
        ({"seri": (Series("A", (1, 101, 3), "persen"),), "bagian": True}, "lebih dari 100 persen"),
        ({"seri": (Series("A", (1, 2), "orang"),)}, 'seri "A" memuat 2 nilai untuk 3 kategori'),
        (
            {"seri": (Series("A", (1, 2, 3), "orang"), Series("B", (1, 2, 3), "persen"))},
            "satuan bercampur (orang, persen)",
        ),
        ({"seri": (Series("A", (1, 2, 3), " "),)}, "satuan kosong"),
        ({"seri": tuple(Series(name, (1, 2, 3), "orang") for name in "ABCDE")}, "5 seri terlalu banyak"),
        ({"kategori": ("2024", "2024", "2025")}, 'kategori "2024" muncul dua kali'),
        ({"seri": (Series("A", (1, 2, 3), "orang", (True, True, True)),)}, "semua nilai diragukan"),
        ({"seri": (Series("A", (1, 2, 3), "orang", (True, True)),)}, 'seri "A" menandai 2 dari 3 nilainya'),
        (
            {"seri": (Series("A", (None, 2, None), "orang"),), "jenis": "garis"},
            "hanya ada satu nilai; tulis angkanya, bukan garis",
        ),
        ({"sumber": " "}, "sumber kosong"),
        ({"tahun": ""}, "tahun kosong"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(changes: dict[str, Any], message: str) -> None:
    """No chart is made of what would mislead; the message names the chart."""
    with pytest.raises(ChartError) as refused:
        chart(**changes)
    assert str(refused.value).startswith('grafik "Contoh permohonan": ')
    assert message in str(refused.value)


def test_a_bar_is_as_long_as_its_value() -> None:
    """Twice the value, twice the bar; all start at the same line."""
    bars = [e for e in figure(chart(10, 20, 0), "x/").gambar.elemen if e.tag == "rect"]
    boxes = [{name: float(value) for name, value in bar.atribut} for bar in bars]
    assert boxes[1]["width"] == pytest.approx(2 * boxes[0]["width"], abs=0.02)
    assert {box["x"] for box in boxes} == {0}
    assert boxes[2]["width"] == 0.5


@pytest.mark.parametrize("kind", ["batang", "kolom", "garis"])
def test_negative_values_lie_on_the_other_side_of_zero(kind: str) -> None:
    """Growth below zero is drawn to the left of, or below, the axis and stays inside the drawing."""
    drawing = figure(chart(Decimal("-0.8"), Decimal("5.2"), jenis=kind), "x/").gambar
    axis = dict(next(e for e in drawing.elemen if e.kelas == "sumbu").atribut)
    places = [dict(e.atribut) for e in drawing.elemen if e.kelas in ("seri seri-1", "tanda seri-1")]
    if kind == "batang":
        assert float(places[0]["x"]) + float(places[0]["width"]) == pytest.approx(float(axis["x1"]), abs=0.02)
        assert places[1]["x"] == axis["x1"]
    elif kind == "kolom":
        assert places[0]["y"] == axis["y1"]
        assert float(places[1]["y"]) + float(places[1]["height"]) == pytest.approx(float(axis["y1"]), abs=0.02)
    else:
        assert float(places[0]["cy"]) > float(axis["y1"]) > float(places[1]["cy"])


def test_a_line_is_not_drawn_over_what_is_not_known() -> None:
    """A gap parts the line; the point that stands alone is still marked, and the table says what is missing."""
    figur = figure(chart(60, None, 62, 64, jenis="garis", kategori=("2022", "2023", "2024", "2025")), "x/")
    assert [e.kelas for e in figur.gambar.elemen].count("jalur seri-1") == 1
    assert [e.kelas for e in figur.gambar.elemen].count("tanda seri-1") == 3
    assert figur.baris[1] == ("2023", ("tidak ada data",))


def doubtful(*values: Any, jenis: str) -> Figure:
    """A chart whose second value is doubtful."""
    marked = tuple(index == 1 for index in range(len(values)))
    return figure(chart(jenis=jenis, seri=(Series("Penduduk", values, "jiwa", marked),)), "x/")


@pytest.mark.parametrize("kind", ["batang", "kolom", "garis"])
def test_a_doubtful_value_is_hollow_and_named(kind: str) -> None:
    """In the drawing, in the legend, in the table and in words; highest and lowest are of the others."""
    figur = doubtful(30, 90, 20, jenis=kind)
    hollow = [e for e in figur.gambar.elemen if e.kelas.endswith(" ragu")]
    assert len(hollow) == 2, "the value, and the sample in the legend"
    assert "Diragukan" in [e.teks for e in figur.gambar.elemen]
    assert figur.baris[1] == ("2025", ("90 (diragukan)",))
    assert "tertinggi 30 jiwa (2024), terendah 20 jiwa (2026). 1 nilai diragukan tidak dihitung." in figur.uraian


def test_a_line_does_not_pass_through_a_doubtful_value() -> None:
    """Its neighbours are not joined over it, either."""
    figur = doubtful(30, 90, 20, jenis="garis")
    assert not [e for e in figur.gambar.elemen if e.tag == "polyline"]
    assert [e.kelas for e in figur.gambar.elemen].count("tanda seri-1") == 2


def test_values_of_different_series_are_not_held_against_each_other() -> None:
    """What was measured in another way is told by itself; no line joins it."""
    rows = (Series("Lama", (62, None, None), "tahun"), Series("Baru", (None, 71, 72), "tahun"))
    figur = figure(chart(jenis="garis", seri=rows, terpisah=True), "x/")
    assert figur.uraian == "Grafik garis, 3 tahun; Lama: 62 tahun (2024); Baru: 71 tahun (2025) sampai 72 tahun (2026)."
    lines = [e for e in figur.gambar.elemen if e.tag == "polyline"]
    assert [(e.kelas, dict(e.atribut)["points"].count(",")) for e in lines] == [("jalur seri-2", 2)]


@pytest.mark.parametrize(
    "values", [(16, 15, 14), (14, 15, 16), (5, 5, 5), (1, 9, 1, 9, 1), (1000000, 2, 999999), (-3, 4, -5)]
)
def test_values_beside_their_marks_never_meet(values: tuple[int, ...]) -> None:
    """Words of a line chart keep apart from each other and inside the drawing; the newest value is always told."""
    drawing = figure(chart(*values, jenis="garis"), "x/").gambar
    boxes = []
    for item in (e for e in drawing.elemen if e.kelas == "nilai"):
        at = {name: float(value) for name, value in item.atribut if name in "xy"}
        half = len(item.teks) * 13 * 0.57 / 2
        boxes.append((at["x"] - half, at["y"] - 10, at["x"] + half, at["y"], item.teks))
    assert boxes[0][4] == f"{values[-1]:,}".replace(",", ".")
    assert all(box[0] >= 0 and box[2] <= WIDTH + 0.01 for box in boxes)
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize(
    "values",
    [(15, 16, 17, 16, 14), (14, 16, 17, 16, 15), (9, 6, 3, 0)],
    ids=["turun di ujung", "naik di awal", "sampai nol"],
)
def test_a_value_at_the_foot_of_a_steep_line_stands_beside_it(values: tuple[int, ...]) -> None:
    """Above it runs the line; below it the axis leaves room, or it stands aslant."""
    drawing = figure(chart(*values, jenis="garis"), "x/").gambar
    path = next(dict(e.atribut)["points"] for e in drawing.elemen if e.tag == "polyline")
    corners = [tuple(map(float, pair.split(","))) for pair in str(path).split()]
    on_line = [
        (a[0] + (b[0] - a[0]) * part / 50, a[1] + (b[1] - a[1]) * part / 50)
        for a, b in pairwise(corners)
        for part in range(51)
    ]
    for item in (e for e in drawing.elemen if e.kelas == "nilai"):
        at = {name: float(value) for name, value in item.atribut if name in "xy"}
        half = len(item.teks) * 13 * 0.57 / 2
        assert not [(x, y) for x, y in on_line if abs(x - at["x"]) < half and at["y"] - 10 < y < at["y"]], item.teks


def test_series_differ_without_colour() -> None:
    """Each series after the first has a pattern of its own, and the legend names all of them."""
    rows = tuple(Series(name, (1, 2, 3), "orang") for name in ("Diberikan", "Ditolak", "Diproses"))
    figur = figure(chart(seri=rows), "x/")
    fills = {dict(e.atribut).get("fill") for e in figur.gambar.elemen if e.tag == "rect"}
    assert fills == {None, "url(#pola-contoh-2)", "url(#pola-contoh-3)"}
    assert {p.get("id") for p in picture(figur).iter("pattern")} == {"pola-contoh-2", "pola-contoh-3"}
    assert [e.teks for e in figur.gambar.elemen if e.tag == "text"][:3] == ["Diberikan", "Ditolak", "Diproses"]


def test_long_names_wrap_inside_the_drawing() -> None:
    """A name of many words takes more lines; no line is wider than the drawing."""
    name = "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana"
    figur = figure(chart(3, 4, kategori=(name, "RSUD")), "x/")
    texts = [e.teks for e in figur.gambar.elemen if e.kelas == "nama"]
    assert len(texts) >= 4
    assert " ".join(texts[:-1]) == name
    assert max(map(len, texts)) * 7 < WIDTH


def test_many_years_leave_out_names_that_would_meet() -> None:
    """The last year is always named."""
    years = tuple(str(year) for year in range(2000, 2027))
    figur = figure(chart(*range(27), jenis="garis", kategori=years), "x/")
    names = [e.teks for e in figur.gambar.elemen if e.kelas == "nama"]
    assert names[-1] == "2026"
    assert 5 <= len(names) <= 14


@pytest.mark.parametrize(
    ("low", "high", "whole", "ticks"),
    [
        (0, 30, True, ["0", "10", "20", "30"]),
        (0, 1, True, ["0", "1"]),
        (0, 0, True, ["0", "1"]),
        (5, 5, True, ["4", "5", "6"]),
        (Decimal("63.1"), Decimal("67.9"), False, ["62", "64", "66", "68"]),
    ],
)
def test_axis_marks_round_values(low: Any, high: Any, whole: bool, ticks: list[str]) -> None:
    """Steps of 1, 2 or 5; people and requests are not marked in halves."""
    assert [f"{tick:f}" for tick in nice_ticks(Decimal(low), Decimal(high), whole=whole)] == ticks


def test_the_picture_says_what_it_shows() -> None:
    """Role, title and description name the chart; numbers are written as Indonesians do."""
    figur = figure(chart(1200, Decimal("7.5"), 30), "ppid/register/grafik/")
    svg = picture(figur)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "judul-contoh uraian-contoh"
    assert svg.findtext("title") == "Contoh permohonan"
    assert (
        svg.findtext("desc")
        == "Grafik batang, 3 tahun; tertinggi 1.200 permohonan (2024), terendah 7,5 permohonan (2025)."
    )
    assert "1.200" in [e.text for e in svg.iter("text")]


def test_table_csv_source_and_year_stand_beside_the_picture() -> None:
    """What is drawn can be read, taken along and traced."""
    figur = figure(chart(), "ppid/register/grafik/")
    html = shown(figur)
    assert 'href="../ppid/register/grafik/contoh.csv"' in html
    assert "Sumber: Register contoh. Tahun data: 2024–2026." in html
    assert html.count("<tr>") == 4
    rows = list(csv.DictReader(io.StringIO(chart_csv(figur.chart))))
    assert rows[1] == {"tahun": "2025", "seri": "Permohonan", "nilai": "30", "satuan": "permohonan", "tahun_data": "2024–2026", "sumber": "Register contoh"}  # fmt: skip
    assert figur.asset.alamat == "ppid/register/grafik/contoh.csv"


@pytest.mark.parametrize("kind", ["batang", "kolom", "garis"])
def test_nothing_in_it_is_a_style_or_a_script(kind: str) -> None:
    """Words of the data stay words, and no element carries a style."""
    hostile = '<script>x</script>" onload="y'
    html = shown(figure(chart(1, 2, jenis=kind, judul=hostile, kategori=(hostile, "b")), "x/"))
    assert " style=" not in html
    assert "<script" not in html
    assert ' onload="' not in html


def test_same_data_same_bytes() -> None:
    """A chart is drawn the same way every time."""
    assert shown(figure(chart(1, 2.5, 3), "x/")) == shown(figure(chart(1, 2.5, 3), "x/"))
