"""An edition of the magazine Warta KominfoSP, as its file states it (SOP 02)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from macros.dates import MONTHS
from macros.models.base import DocumentName, Model, Text, Year
from macros.publishing.models import Correction, Publication
from macros.warta.models import Photo

REFERENCE = r"^(19|20)\d\d/[a-z0-9]+(-[a-z0-9]+)*$"

Reference = Annotated[str, StringConstraints(pattern=REFERENCE)]
"""An article by its file: year and short name."""


class Part(Model):
    """A part of an edition, with its articles in their order."""

    judul: Text = Field(description="Nama rubrik.")
    artikel: tuple[Reference, ...] = Field(
        min_length=1, description="Artikel menurut berkasnya, misalnya 2026/nama-singkat."
    )


class Duty(Model):
    """Who did what for an edition."""

    tugas: Text = Field(description="Misalnya Redaktur.")
    nama: Text


class MagazineDocument(Publication):
    """`warta_data/majalah/<nomor>.yml`."""

    nomor: int = Field(ge=1, description="Nomor edisi; sama dengan nama berkasnya dan tidak diganti lagi.")
    bulan: int = Field(ge=1, le=12, description="Bulan edisi, 1 sampai 12.")
    tahun: Year
    judul: Text = Field(description="Judul edisi, misalnya temanya.")
    pengantar: Text | None = Field(None, description="Beberapa kalimat tentang edisi ini.")
    sampul: Photo = Field(description="Foto sampul di samping berkas ini.")
    isi: tuple[Part, ...] = Field(min_length=1, description="Rubrik dan artikelnya, menurut urutan cetak.")
    redaksi: tuple[Duty, ...] = ()
    berkas: DocumentName | None = Field(None, description="PDF hasil tata letak sendiri, di samping berkas ini.")
    ralat: tuple[Correction, ...] = Field((), description="Ralat sesudah terbit, dari yang terlama.")

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days of its corrections."""
        return tuple(item.tanggal for item in self.ralat)

    @property
    def edisi(self) -> str:
        """`Edisi 3, November 2026`."""
        return f"Edisi {self.nomor}, {MONTHS[self.bulan - 1]} {self.tahun}"
