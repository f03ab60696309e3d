"""The words of an annual service report: `ppid_data/laporan/<tahun>.yml`; its figures come from the register."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.models.base import Day, Model, Text

Paragraphs = Annotated[tuple[Text, ...], Field(min_length=1)]


class ReportDocument(Model):
    """The six parts of Perki 1/2021 Pasal 56; services and disputes are counted from the register as well."""

    disusun: Day = Field(description="Tanggal laporan ditetapkan, TTTT-BB-HH.")
    kebijakan: Paragraphs = Field(description="Gambaran umum kebijakan pelayanan informasi; satu butir satu paragraf.")
    pelaksanaan: Paragraphs = Field(description="Gambaran pelaksanaan pelayanan: sarana, petugas, anggaran.")
    pelayanan: tuple[Text, ...] = Field((), description="Penjelasan atas angka pelayanan, bila perlu.")
    sengketa: tuple[Text, ...] = Field((), description="Penjelasan atas keberatan dan sengketa, bila ada.")
    kendala: Paragraphs = Field(description="Kendala; satu butir satu kendala.")
    rekomendasi: Paragraphs = Field(description="Rekomendasi dan rencana tindak lanjut; satu butir satu rekomendasi.")
