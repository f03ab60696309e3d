"""How the Komisi Informasi scores offices, and the scores it gave: `ppid_data/e-monev/`.

Weights, names and bands are the Komisi Informasi's; which measures of the portal stand behind each is the
portal's own choice and is told as such.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from macros.models.base import Day, Model, Text, WebAddress, Year

Score = Annotated[Decimal, Field(ge=0, le=100)]


class ScoreSource(Model):
    """Where weights, bands or a score were read."""

    nama: Text
    url: WebAddress
    dibaca: Day


class Indicator(Model):
    """One thing the portal can measure about itself."""

    nama: Text = Field(description="Kalimat singkat yang dibaca pengunjung.")
    ukuran: Text = Field(description="Nama ukuran portal, misalnya kolom-lengkap.")


class Criterion(Model):
    """One of the criteria, with its weight out of 100."""

    nama: Text
    bobot: Score
    indikator: Annotated[tuple[Indicator, ...], Field(min_length=1)]


class Band(Model):
    """A name for all scores from `batas` up to the next band."""

    batas: Score
    nama: Text


class Criteria(Model):
    """`ppid_data/e-monev/kriteria-<tahun>.yml`."""

    sumber: Annotated[tuple[ScoreSource, ...], Field(min_length=1)]
    catatan: tuple[Text, ...] = ()
    unsur: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    predikat: Annotated[tuple[Band, ...], Field(min_length=1)] = Field(description="Dari batas tertinggi.")

    def band(self, score: Decimal) -> str:
        """The name of the band that a score falls into."""
        return next(band.nama for band in self.predikat if score >= band.batas)


class OfficialResult(Model):
    """A score that the Komisi Informasi gave."""

    tahun: Year
    nilai: Score
    predikat: Text = Field(description="Predikat seperti diumumkan.")
    sumber: ScoreSource


class OwnResult(Model):
    """A self-assessment of the portal, kept so that years can be compared."""

    tanggal: Day
    nilai: Score


class Results(Model):
    """`ppid_data/e-monev/hasil.yml`."""

    resmi: tuple[OfficialResult, ...] = ()
    mandiri: tuple[OwnResult, ...] = ()
