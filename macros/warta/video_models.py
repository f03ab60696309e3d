"""A video of the office, as its file states it (SOP 01); the transcript stands below."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.models.base import Day, DocumentName, Slug, Text
from macros.publishing.models import Correction, Publication
from macros.warta.models import Photo

YOUTUBE = r"^[A-Za-z0-9_-]{11}$"
"""An id of YouTube: what follows `watch?v=`."""

LENGTH = r"^([1-9]\d*|0):[0-5]\d(:[0-5]\d)?$"
"""Minutes and seconds, or hours before them."""


class VideoDocument(Publication):
    """`warta_data/video/<id>.md`."""

    judul: Text
    ringkasan: Text = Field(max_length=300, description="Satu atau dua kalimat tentang isi video.")
    tanggal: Day = Field(description="Tanggal video, TTTT-BB-HH.")
    durasi: Annotated[str, StringConstraints(pattern=LENGTH)] = Field(description="Lama video, misalnya 3:45.")
    penyedia: Literal["youtube", "berkas"] = Field(description="youtube, atau berkas sendiri di samping berkas ini.")
    youtube: Annotated[str, StringConstraints(pattern=YOUTUBE)] | None = Field(
        None, description="Id video di YouTube: sebelas huruf sesudah watch?v=."
    )
    berkas: DocumentName | None = Field(None, description="Video di samping berkas ini: .mp4 atau .webm.")
    takarir: DocumentName | None = Field(None, description="Takarir WebVTT (.vtt) di samping berkas ini.")
    sampul: Photo = Field(description="Gambar sampul di samping berkas ini.")
    perangkat_daerah: tuple[Slug, ...] = Field((), description="Id perangkat daerah yang diliput.")
    sop: Text | None = Field(None, description="Id SOP pembuatannya, misalnya polewali-mandar/01.")
    ralat: tuple[Correction, ...] = Field((), description="Ralat sesudah terbit, dari yang terlama.")

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days of its corrections."""
        return tuple(item.tanggal for item in self.ralat)

    @property
    def detik(self) -> int:
        """How long it is, in seconds."""
        seconds = 0
        for part in self.durasi.split(":"):
            seconds = seconds * 60 + int(part)
        return seconds
