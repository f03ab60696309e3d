"""What all files of figures share: numbers, places, sources, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.models.base import Model, Slug, Text, WebAddress, Year

NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)


def _number(value: object) -> object:
    """Digits with a point before decimals and nothing else: `1.234` typed for a thousand is caught by its unit."""
    if value is None:
        return value  # told of as an empty value
    if isinstance(value, str) and NUMBER.fullmatch(value):
        return Decimal(value)
    raise PydanticCustomError("number_form", "15.26")


Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema({"type": "number"})]
"""A number exactly as typed."""

PLACE_CODE = r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"
ISLAND_CODE = r"^\d{2}\.\d{2}\.\d{5}$"

PlaceCode = Annotated[str, StringConstraints(pattern=PLACE_CODE)]
"""Code of a province, regency, district or village as the Ministry of Home Affairs writes it: `76.04.01`."""

IslandCode = Annotated[str, StringConstraints(pattern=ISLAND_CODE)]
"""Code of an island in the same list."""

Sources = Annotated[tuple[Slug, ...], Field(min_length=1, description="Id sumber di sumber.yml; paling sedikit satu.")]


class Source(Model):
    """Where figures and facts were read."""

    penerbit: Text
    singkat: Text | None = Field(None, description="Nama pendek di tabel dan grafik; tanpa itu penerbitnya.")
    judul: Text | None = None
    url: WebAddress | None = None
    letak: Text | None = Field(None, description="Letaknya bila tidak punya alamat sendiri.")
    tahun: Year | None = Field(None, description="Tahun sumber ini; kosong bila tidak disebut.")
    diakses: Text = Field(description="Kapan dan dalam bentuk apa dibaca.")
    catatan: Text | None = None

    @property
    def nama(self) -> str:
        """Its short name where there is one."""
        return self.singkat or self.penerbit


class SourceRegister(Model):
    """`statistik_data/sumber.yml`."""

    sumber: Mapping[Slug, Source]


class Unit(Model):
    """A unit of measurement."""

    nama: Text = Field(description="Seperti ditulis pada `satuan`.")
    lambang: Text | None = Field(None, description="Cara menulisnya di halaman, misalnya km².")
    bulat: Literal["ya", "tidak"] = Field("tidak", description="ya: hanya bilangan bulat, misalnya jiwa.")
    paling_sedikit: Number | None = None
    paling_banyak: Number | None = None

    @property
    def tertulis(self) -> str:
        """The unit as pages print it."""
        return self.lambang or self.nama


class UnitRegister(Model):
    """`statistik_data/satuan.yml`."""

    satuan: tuple[Unit, ...]
