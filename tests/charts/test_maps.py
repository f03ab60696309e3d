"""Maps, small drawings for lists, and charts as files of their own."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from macros.charts.file import COLOURS, svg_file
from macros.charts.maps import Area, Ring, choropleth
from macros.charts.miniature import HEIGHT, WIDTH, miniature
from macros.charts.model import Series
from macros.charts.scale import WIDTH as MAP_WIDTH
from macros.charts.scale import Drawing
from macros.charts.view import figure
from tests.charts.test_charts import chart, doubtful

SVG = "{http://www.w3.org/2000/svg}"


def square(west: float, south: float, size: float = 0.1) -> Ring:
    """A square on the map."""
    east, north = west + size, south + size
    return ((west, south), (east, south), (east, north), (west, north), (west, south))


def numbers(drawing: Drawing, kelas: str) -> list[list[float]]:
    """The places of every path of a class, one after the other."""
    paths = [dict(e.atribut)["d"] for e in drawing.elemen if e.kelas == kelas and e.tag == "path"]
    return [
        [float(part) for part in path.replace("M", " ").replace("L", " ").replace("Z", " ").split()] for path in paths
    ]


def test_north_is_up_and_a_square_stays_one() -> None:
    """Near the equator a square on earth is a square on the map; the northern one lies above, the eastern one right."""
    areas = [Area("1", (square(119.0, -3.4),)), Area("2", (square(119.1, -3.3),))]
    drawing = choropleth(areas)
    lower, upper = numbers(drawing, "daerah kelas-0")
    assert min(upper[0::2]) == pytest.approx(max(lower[0::2]), abs=0.1)
    assert max(upper[1::2]) == pytest.approx(min(lower[1::2]), abs=0.1)
    assert max(lower[0::2]) - min(lower[0::2]) == pytest.approx(max(lower[1::2]) - min(lower[1::2]), rel=0.01)
    assert max(upper[0::2]) <= MAP_WIDTH


def test_shades_follow_the_values_and_are_told() -> None:
    """A higher value is never lighter; an unknown one is blank; the legend gives round bounds."""
    values = (5000, 19000, 31000, 54000, None)
    areas = [
        Area(str(place), (square(119 + place / 10, -3.4),), None if value is None else Decimal(value))
        for place, value in enumerate(values)
    ]
    drawing = choropleth(areas)
    shades = [e.kelas for e in drawing.elemen if e.tag == "path"]
    assert shades == ["daerah kelas-1", "daerah kelas-1", "daerah kelas-2", "daerah kelas-3", "daerah kelas-0"]
    assert [e.teks for e in drawing.elemen if e.kelas == "nama"] == [
        "0–20.000", "20.000–40.000", "40.000–60.000", "tidak ada data",
    ]  # fmt: skip
    assert [e.teks for e in drawing.elemen if e.kelas == "tanda-daerah"] == list("01234")


def test_the_sign_stands_in_the_largest_part() -> None:
    """Islands do not draw it out to sea."""
    drawing = choropleth([Area("7", (square(119.9, -3.4, 0.01), square(119.0, -3.4, 0.2)))])
    sign = dict(next(e for e in drawing.elemen if e.kelas == "tanda-daerah").atribut)
    assert float(sign["x"]) < MAP_WIDTH / 3


@pytest.mark.parametrize("kind", ["batang", "kolom", "garis"])
def test_a_miniature_keeps_shape_and_marks_without_words(kind: str) -> None:
    """Small enough for a card: no text, all inside, doubtful values hollow as in the chart."""
    drawing = miniature(doubtful(10, -3, 20, jenis=kind).chart)
    assert (drawing.lebar, drawing.tinggi) == (WIDTH, str(HEIGHT))
    assert not [e for e in drawing.elemen if e.tag == "text"]
    assert sum(e.kelas.endswith(" ragu") for e in drawing.elemen) == 1
    for item in drawing.elemen:
        at = dict(item.atribut)
        if item.tag == "rect":
            assert 0 <= float(at["y"]) <= float(at["y"]) + float(at["height"]) <= HEIGHT


@pytest.mark.parametrize("kind", ["batang", "kolom", "garis"])
def test_a_chart_as_a_file_says_all_by_itself(kind: str) -> None:
    """Title, unit, source and year are in the picture; colours are attributes, so no style sheet is needed."""
    rows = tuple(Series(name, (1, 2, 3), "orang", (False, True, False)) for name in ("A <b>", "B", "C"))
    figur = figure(chart(jenis=kind, seri=rows), "x/")
    root = ET.fromstring(svg_file(figur))
    words = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for part in ("Contoh permohonan", "orang, 2024–2026. Sumber: Register contoh.", "A <b>"):
        assert part in words
    assert root.findtext(f"{SVG}desc") == figur.uraian
    painted = [e for e in root.iter() if e.tag in (f"{SVG}rect", f"{SVG}circle", f"{SVG}polygon", f"{SVG}polyline")]
    assert {e.get("stroke") for e in painted} >= set(COLOURS[:3])
    assert not [e for e in root.iter() if e.get("class") or e.get("style")]
    assert svg_file(figur) == svg_file(figur)
