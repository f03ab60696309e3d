"""Shapes of districts for the map: a GeoJSON file (RFC 7946), coordinates as [longitude, latitude]."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Model, Text
from macros.statistik.models.common import Number, PlaceCode

Place = tuple[Number, Number]
Ring = Annotated[tuple[Place, ...], Field(min_length=4)]


class Geometry(Model):
    """The parts of an area; each is an outline with the holes in it."""

    type: Literal["MultiPolygon"]
    coordinates: Annotated[tuple[Annotated[tuple[Ring, ...], Field(min_length=1)], ...], Field(min_length=1)]


class Properties(Model):
    """Whose shape it is."""

    kode: PlaceCode


class Feature(Model):
    """The shape of one district."""

    type: Literal["Feature"]
    properties: Properties
    geometry: Geometry


class Shapes(Model):
    """The shapes of all districts."""

    type: Literal["FeatureCollection"]
    lisensi: Text
    """The licence under which the shapes may be used, in full."""
    features: tuple[Feature, ...]
