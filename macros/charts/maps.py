"""A map of areas shaded by a value: shapes -> places on the drawing -> elements. A picture of where, not a survey."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from macros.charts.scale import FONT, LINE, WIDTH, Drawing, Element, element, nice_ticks, number
from macros.views.common import decimal_text

Ring = Sequence[tuple[float, float]]
"""A closed line as (longitude, latitude) in degrees, its last place the same as its first."""

CLASSES = 5
"""As many shades as can be told apart."""
BOX = 12
"""Width and height of the sample before a class's bounds."""
LEGEND_COLUMN = WIDTH / 2


@dataclass(frozen=True)
class Area:
    """An area: the short sign that stands in it, its shape, and its value where it is known."""

    tanda: str
    bentuk: tuple[Ring, ...]
    nilai: Decimal | None = None


@dataclass(frozen=True)
class Frame:
    """The way from degrees to places: north is up, and a degree of longitude as short as it is at this latitude."""

    west: float
    north: float
    squeeze: float
    size: float
    """Units for a degree of latitude."""

    @classmethod
    def of(cls, areas: Sequence[Area]) -> tuple[Frame, float]:
        """The frame that fits all areas into the width, and its height."""
        places = [place for area in areas for ring in area.bentuk for place in ring]
        west, east = min(x for x, _ in places), max(x for x, _ in places)
        south, north = min(y for _, y in places), max(y for _, y in places)
        squeeze = math.cos(math.radians((south + north) / 2))
        size = (WIDTH - 2) / ((east - west) * squeeze)
        return cls(west, north, squeeze, size), (north - south) * size + 2

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a place on earth lies."""
        return (x - self.west) * self.squeeze * self.size + 1, (self.north - y) * self.size + 1


def choropleth(areas: Sequence[Area]) -> Drawing:
    """The drawing of areas, each with its sign, shaded by value; what the shades mean stands below."""
    frame, height = Frame.of(areas)
    known = [area.nilai for area in areas if area.nilai is not None]
    bounds = _bounds(known)
    shapes = [_shape(area, frame, _class(area.nilai, bounds)) for area in areas]
    signs = [_sign(area, frame) for area in areas]
    legend, bottom = _legend(bounds, height + LINE / 2, blank=len(known) < len(areas))
    return Drawing(number(bottom), (*shapes, *signs, *legend))


def _bounds(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Round bounds of the classes; none where nothing is known."""
    if not values:
        return ()
    whole = all(value == value.to_integral_value() for value in values)
    return nice_ticks(min(values), max(values), whole=whole)[: CLASSES + 1]


def _class(value: Decimal | None, bounds: Sequence[Decimal]) -> int:
    """The class of a value, counted from 1; 0 where it is not known."""
    if value is None:
        return 0
    return max(1, sum(value >= bound for bound in bounds[:-1]))


def _shape(area: Area, frame: Frame, shade: int) -> Element:
    rings = (" L".join(" ".join(map(number, frame.place(*place))) for place in ring[:-1]) for ring in area.bentuk)
    return element("path", f"daerah kelas-{shade}", d=" ".join(f"M{ring} Z" for ring in rings))


def _sign(area: Area, frame: Frame) -> Element:
    """The area's sign in the middle of its largest part."""
    x, y = frame.place(*_middle(max(area.bentuk, key=lambda ring: abs(_moments(ring)[0]))))
    return element("text", "tanda-daerah", area.tanda, x=x, y=y + FONT * 0.36, text_anchor="middle")


def _moments(ring: Ring) -> tuple[float, float, float]:
    """Signed area of a ring and its moments, around its own first place so that small rings keep their digits."""
    x0, y0 = ring[0]
    area = along = up = 0.0
    for (ax, ay), (bx, by) in pairwise(ring):
        cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
        area += cross / 2
        along += (ax + bx - 2 * x0) * cross / 6
        up += (ay + by - 2 * y0) * cross / 6
    return area, along, up


def _middle(ring: Ring) -> tuple[float, float]:
    """The centre of gravity of a ring."""
    area, along, up = _moments(ring)
    return (ring[0][0] + along / area, ring[0][1] + up / area) if area else ring[0]


def _legend(bounds: Sequence[Decimal], top: float, *, blank: bool) -> tuple[list[Element], float]:
    """What each shade means, in two columns; and where it ends."""
    rows = [
        (shade, f"{decimal_text(low)}–{decimal_text(high)}") for shade, (low, high) in enumerate(pairwise(bounds), 1)
    ]
    if blank and bounds:
        rows.append((0, "tidak ada data"))
    if not rows:
        return [], top - LINE / 2
    parts: list[Element] = []
    half = math.ceil(len(rows) / 2)
    for index, (shade, text) in enumerate(rows):
        x = LEGEND_COLUMN * (index // half)
        y = top + (LINE + 4) * (index % half)
        parts.append(element("rect", f"daerah kelas-{shade}", x=x, y=y + 2, width=BOX, height=BOX))
        parts.append(element("text", "nama", text, x=x + BOX + 6, y=y + FONT))
    return parts, top + (LINE + 4) * half + 4
