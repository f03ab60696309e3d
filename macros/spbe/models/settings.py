"""What holds for all pages about electronic government: which SOPs govern them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug
from macros.models.registers import Evidence
from macros.models.sop import SopId

Topic = Literal["pemantauan_situs", "kebijakan", "kegiatan", "indeks"]


class Governing(Model):
    """Topic -> the SOPs that govern it."""

    pemantauan_situs: tuple[SopId, ...] = ()
    kebijakan: tuple[SopId, ...] = ()
    kegiatan: tuple[SopId, ...] = ()
    indeks: tuple[SopId, ...] = ()


class SpbeSettings(Model):
    """`spbe_data/spbe.yml`."""

    sop: Governing = Field(Governing(), description="Id SOP yang mengatur setiap bagian.")


class Source(Evidence):
    """Where a figure or a fact was read."""

    dibaca: Day = Field(description="Kapan dibaca, TTTT-BB-HH.")


class SourceRegister(Model):
    """`spbe_data/sumber.yml`."""

    sumber: Mapping[Slug, Source] = {}
