"""Shapes of districts: what is refused, and that the real ones are where the districts are."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from macros.content import Content
from macros.problems import ContentError
from macros.statistik.content import load_statistics

RING = [[119.0, -3.4], [119.1, -3.4], [119.1, -3.3], [119.0, -3.4]]


def feature(code: str, ring: Any = RING) -> dict[str, Any]:
    """The shape of one district."""
    geometry = {"type": "MultiPolygon", "coordinates": [[ring]]}
    return {"type": "Feature", "properties": {"kode": code}, "geometry": geometry}


def write(region: Path, *features: dict[str, Any]) -> None:
    """A file of shapes beside the territory, which names it."""
    data = region / "statistik_data"
    shapes = {"type": "FeatureCollection", "lisensi": "CC0", "features": features}
    (data / "batas.geojson").write_text(json.dumps(shapes, indent=1), encoding="utf-8")
    with (data / "wilayah.yml").open("a", encoding="utf-8") as file:
        file.write("batas: { berkas: batas.geojson, tahun: 2024, sumber: [bps], lisensi: CC0 }\n")


def test_shapes_are_known_by_code(region: Path) -> None:
    """Longitude first, as GeoJSON has it."""
    write(region, feature("99.01.01"), feature("99.01.02"))
    shapes = load_statistics(region, None).shapes
    assert shapes["99.01.02"][0][0] == (119.0, -3.4)


@pytest.mark.parametrize(
    ("features", "told"),
    [
        ((feature("99.01.01"),), "features: kecamatan 99.01.02 tidak punya bentuk."),
        ((feature("99.01.01"), feature("99.01.02"), feature("99.01.03")), '"99.01.03" tidak ada di wilayah.yml.'),
        ((feature("99.01.01"), feature("99.01.02"), feature("99.01.02")), 'kode "99.01.02" sudah ada pada baris'),
        ((feature("99.01.01"), feature("99.01.02", [*RING[:3], [119.05, -3.35]])), "garisnya tidak tertutup"),
        ((feature("99.01.01"), feature("99.01.02", [[up, along] for along, up in RING])), "ada titik di luar bumi. Urutannya [bujur, lintang]"),
        ((feature("99.01.01"), feature("99.01.02", [*RING[:1], ["119,1", -3.4], *RING[2:]])), '"119,1" bukan bilangan.'),
    ],
    ids=["hilang", "asing", "kembar", "terbuka", "tertukar", "teks"],
)  # fmt: skip
def test_wrong_shapes_are_told_in_one_line(region: Path, features: tuple[dict[str, Any], ...], told: str) -> None:
    """File, line and what would be right."""
    write(region, *features)
    with pytest.raises(ContentError) as refused:
        load_statistics(region, None)
    lines = [str(problem) for problem in refused.value.problems]
    assert [told in line for line in lines] == [True], lines
    assert lines[0].startswith("statistik_data/batas.geojson:")


def test_the_real_shapes_cover_the_region(content: Content) -> None:
    """Each district has its shape, inside the outermost points that the profile gives, and together they make its area.

    Outermost points: 3°04′22″ to 3°32′00″ S, 118°54′03″ to 119°29′35″ E; area 2,074 km². Half a kilometre and one
    percent are what simplified shapes may differ.
    """
    shapes = content.statistics.shapes
    assert set(shapes) == set(content.statistics.districts)
    places = [place for rings in shapes.values() for ring in rings for place in ring]
    along, up = [x for x, _ in places], [y for _, y in places]
    found = (min(along), max(along), min(up), max(up))
    assert found == pytest.approx((118.9008, 119.4930, -3.5334, -3.0728), abs=0.01)
    degree = 111.2
    area = sum(
        abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(ring))) / 2
        for rings in shapes.values()
        for ring in rings
    )
    assert area * degree**2 * 0.9983 == pytest.approx(2074.191, rel=0.01)
