"""Public holidays of one year, as the joint decree of three ministers lays them down."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from macros.models.base import Day, Model, Text, WebAddress, Year

HolidayKind = Literal["libur nasional", "cuti bersama"]

Confidence = Literal["dibaca dari naskah", "dua sumber sama", "satu sumber"]
"""How sure the portal is of the dates."""


class Decree(Model):
    """The decision that makes the days holidays, or one that changes it."""

    nama: Text = Field(description="Misalnya: Keputusan Bersama Menteri Agama, Menteri Ketenagakerjaan, ...")
    nomor: Text = Field(description="Nomor lengkap ketiga menteri.")
    tanggal: Day = Field(description="Tanggal ditetapkan, TTTT-BB-HH.")
    tentang: Text


class HolidaySource(Model):
    """Where the days were read."""

    nama: Text
    url: WebAddress
    keadaan: Text = Field(description="Misalnya: dibaca dari salinan tersimpan.")
    dibaca: Day


class Holiday(Model):
    """One day on which offices are closed."""

    tanggal: Day
    nama: Text
    jenis: HolidayKind


class HolidayDocument(Model):
    """The holidays of one year; the file is named after it."""

    tahun: Year
    keputusan: tuple[Decree, ...] = Field(min_length=1, description="Keputusan dan perubahannya, dari yang terlama.")
    keyakinan: Confidence = Field(description="dibaca dari naskah, dua sumber sama, atau satu sumber.")
    sumber: tuple[HolidaySource, ...] = Field(min_length=1, description="Tempat tanggal-tanggal ini dibaca.")
    catatan: Text | None = None
    hari: tuple[Holiday, ...] = Field(min_length=1, description="Setiap hari libur, urut tanggal.")

    def of(self, kind: HolidayKind) -> Iterator[Holiday]:
        """The days of one kind."""
        return (day for day in self.hari if day.jenis == kind)
