"""The maturity index of electronic government as data: frameworks come and go, values stay with their year and source.

SPBE was measured until 2025; Pemerintah Digital (Pemdi) follows in 2026. Their values are never joined to one line.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from macros.models.base import Model, Slug, Text, Year

Sources = Annotated[tuple[Slug, ...], Field(min_length=1, description="Id di spbe_data/sumber.yml.")]


def as_written(value: Decimal) -> str:
    """A number with all its decimals: `4,00` stays so, as indices are announced."""
    return f"{value:f}".replace(".", ",")


class Basis(Model):
    """A regulation that a framework stands on."""

    nama: Text
    peraturan: Slug | None = Field(None, description="Id di register peraturan, bila ada di sana.")
    uraian: Text | None = None


class Framework(Model):
    """A way of measuring, with its scale and the years it is used for."""

    id: Slug
    nama: Text
    singkatan: Text
    mulai: Year | None = None
    sampai: Year | None = None
    minimum: Decimal
    maksimum: Decimal
    dasar: tuple[Basis, ...] = ()
    keterangan: tuple[Text, ...] = ()
    sumber: Sources

    def covers(self, year: int) -> bool:
        """Whether a year is measured by it."""
        return (self.mulai is None or year >= self.mulai) and (self.sampai is None or year <= self.sampai)

    @property
    def masa(self) -> str:
        """The years it is used for, in words."""
        if self.mulai and self.sampai:
            return f"{self.mulai}–{self.sampai}"
        if self.sampai:
            return f"sampai {self.sampai}"
        return f"mulai {self.mulai}" if self.mulai else "tanpa batas tahun"


class Target(Model):
    """What was aimed at for a year, and who told of it."""

    nilai: Decimal
    sumber: Sources
    disimpulkan: Text | None = Field(None, description="Alasan, bila ada yang disimpulkan dan bukan dibaca.")

    @property
    def tertulis(self) -> str:
        """With the decimals that it was told with."""
        return as_written(self.nilai)


class IndexValue(Model):
    """The index of one year."""

    kerangka: Slug
    tahun: Year
    nilai: Decimal
    predikat: Text | None = Field(None, description="Seperti diumumkan; tidak dihitung portal.")
    target: Target | None = None
    sumber: Sources
    disimpulkan: Text | None = Field(None, description="Alasan, bila ada yang disimpulkan dan bukan dibaca.")
    catatan: Text | None = None

    @property
    def tertulis(self) -> str:
        """The value with the decimals that it was announced with: `4,00`."""
        return as_written(self.nilai)


class IndexDocument(Model):
    """`spbe_data/indeks.yml`."""

    kerangka: tuple[Framework, ...] = ()
    nilai: tuple[IndexValue, ...] = ()
