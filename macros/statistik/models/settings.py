"""What holds for all pages made from figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Model, Slug, Text
from macros.models.sop import SopId


class PageSettings(Model):
    """One part of the site: which SOP governs it."""

    sop: SopId | None = Field(None, description="Id SOP yang mengatur bagian ini.")


class SheetSettings(Model):
    """The one-page infographic."""

    judul: Text
    angka: tuple[Slug, ...] = Field((), description="Id indikator yang angka terkininya ditulis besar.")
    grafik: tuple[Slug, ...] = Field((), description="Id indikator yang digambar.")
    peta: Literal["ya", "tidak"] = Field("tidak", description="Apakah peta kecamatan ikut.")


class Group(Model):
    """A group of indicators."""

    id: Slug
    nama: Text
    uraian: Text | None = None


class StatisticsSettings(Model):
    """`statistik_data/statistik.yml`."""

    selayang_pandang: PageSettings = PageSettings()
    infografis: PageSettings = PageSettings()
    kelompok: Annotated[tuple[Group, ...], Field(min_length=1)]
    beranda: tuple[Slug, ...] = Field((), description="Id indikator di beranda.")
    lembar: SheetSettings | None = Field(None, description="Infografis satu halaman.")
