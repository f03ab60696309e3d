"""What an event's file states."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Literal

from pydantic import Field

from macros.dates import WITA
from macros.models.base import Day, Model, Slug, Text, When
from macros.warta.models import Source

State = Literal["draf", "terbit", "diundur", "batal"]

Column = Literal["judul", "mulai", "selesai", "tempat", "penyelenggara", "perangkat_daerah", "keterangan"]
"""What may have been concluded instead of read."""


class Place(Model):
    """Where an event is."""

    nama: Text = Field(description="Nama tempat, misalnya gedung atau lapangan.")
    alamat: Text | None = Field(None, description="Jalan, kelurahan, kecamatan.")


class Cancellation(Model):
    """Since when it is called off, and why."""

    tanggal: Day = Field(description="Tanggal dibatalkan, TTTT-BB-HH.")
    alasan: Text


class Postponement(Model):
    """A time that no longer holds."""

    tanggal: Day = Field(description="Tanggal pengunduran diputuskan, TTTT-BB-HH.")
    semula: When = Field(description="Waktu mulai yang tidak jadi.")
    alasan: Text


class EventDocument(Model):
    """`warta_data/agenda/<tahun>/<nama-singkat>.yml`."""

    judul: Text
    ringkasan: Text = Field(max_length=300, description="Satu atau dua kalimat: apa dan untuk siapa.")
    mulai: When = Field(description="Hari atau waktu mulai: TTTT-BB-HH, atau TTTT-BB-HH JJ:MM menurut WITA.")
    selesai: When | None = Field(None, description="Hari terakhir, atau waktu berakhir; bentuknya sama dengan mulai.")
    tempat: Place | None = None
    penyelenggara: Text | None = None
    perangkat_daerah: tuple[Slug, ...] = Field((), description="Id perangkat daerah yang menyelenggarakan.")
    keterangan: Text | None = Field(None, description="Keterangan selengkapnya; baris kosong memisahkan alinea.")
    sumber: tuple[Source, ...] = Field(min_length=1, description="Siapa yang menyatakan acara ini dan waktunya.")
    disimpulkan: Mapping[Column, Text] = Field(
        default_factory=dict, description="Bagian yang disimpulkan, bukan dibaca: alasannya."
    )
    status: State = Field(description="draf, terbit, diundur (waktu baru belum ada), atau batal.")
    terbit: Day | None = Field(None, description="Tanggal dimuat di portal, TTTT-BB-HH.")
    pengunduran: tuple[Postponement, ...] = Field((), description="Setiap pengunduran, dari yang terlama.")
    pembatalan: Cancellation | None = Field(None, description="Tanggal dan alasan, bila status batal.")

    def tampil(self, today: date) -> bool:
        """Whether it is public: not a draft, and its day of publishing has come."""
        return self.status != "draf" and self.terbit is not None and self.terbit <= today

    def lewat(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.hari_akhir < today

    @property
    def hari_mulai(self) -> date:
        """The day it begins."""
        return day_of(self.mulai)

    @property
    def hari_akhir(self) -> date:
        """Its last day."""
        return day_of(self.selesai or self.mulai)

    @property
    def urutan(self) -> datetime:
        """When it begins; a whole day begins before everything else on it."""
        return self.mulai if isinstance(self.mulai, datetime) else datetime.combine(self.mulai, time(), WITA)

    @property
    def diperbarui(self) -> date:
        """The last day that it was published, postponed or called off."""
        days = [self.terbit, *(item.tanggal for item in self.pengunduran), self.pembatalan and self.pembatalan.tanggal]
        return max(day for day in days if day)

    @property
    def perubahan(self) -> int:
        """How often its time was changed: put off, set anew, called off."""
        changes = 2 * len(self.pengunduran) - (self.status == "diundur")
        return changes + (self.status == "batal")


def day_of(moment: date | datetime) -> date:
    """The day of a moment, in WITA; a day is its own."""
    return moment.astimezone(WITA).date() if isinstance(moment, datetime) else moment
