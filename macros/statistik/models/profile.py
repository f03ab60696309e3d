"""The profile of the region: facts by chapter, each with its sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text, Year
from macros.publishing.models import Standing
from macros.statistik.models.common import Number, Sources


class Statement(Model):
    """What a source says: in words, as a number with its unit, or as a code; exactly one of the three.

    Words that hold digits, and numbers, need their year. Codes and addresses are names, not figures.
    """

    teks: Text | None = None
    nilai: Number | None = None
    satuan: Text | None = None
    kode: Text | None = None
    tahun: Year | None = None
    sumber: Sources
    catatan: Text | None = None


class Fact(Statement):
    """A fact; `berbeda` is what other sources say of the same."""

    nama: Text | None = Field(None, description="Hal yang diterangkan; tanpa nama, faktanya sebuah kalimat.")
    indikator: Slug | None = Field(None, description="Id indikator yang memuat angkanya menurut tahun.")
    berbeda: tuple[Statement, ...] = ()


class Event(Model):
    """Something that happened, on a day or in a year."""

    teks: Text
    peraturan: Text | None = None
    tahun: Year
    tanggal: Day | None = None
    sumber: Sources
    catatan: Text | None = None


class Chapter(Model):
    """A chapter of the profile."""

    id: Slug
    judul: Text
    fakta: tuple[Fact, ...] = ()
    peristiwa: tuple[Event, ...] = ()
    indikator: tuple[Slug, ...] = Field((), description="Id indikator yang digambar di bagian ini.")


class Profile(Standing):
    """`statistik_data/profil.yml`."""

    bagian: Annotated[tuple[Chapter, ...], Field(min_length=1)]
