"""What every file that is published says about its way to the public."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.dates import WITA
from macros.models.base import Day, Model, Moment, Slug, Text
from macros.models.sop import StepNumber

State = Literal["draf", "ditinjau", "terjadwal", "terbit", "ralat", "ditarik"]
"""draf: being made; ditinjau: made, waits for whoever approves; terjadwal: approved, its time has not come;
terbit: public; ralat: public, and corrected since; ditarik: no longer public, but its page says so and why."""

HIDDEN: tuple[State, ...] = ("draf", "ditinjau")
"""States in which nothing of it is on the site."""

CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"


def _clock(value: object) -> object:
    """Only JJ:MM is a time of day."""
    if isinstance(value, str) and re.fullmatch(CLOCK, value):
        return time.fromisoformat(value)
    raise PydanticCustomError("clock_form", "JJ:MM")


Clock = Annotated[
    time,
    BeforeValidator(_clock),
    PlainSerializer(lambda clock: f"{clock:%H:%M}", when_used="json"),
    WithJsonSchema({"type": "string", "pattern": CLOCK}),
]
"""A time of day, written JJ:MM; always WITA."""


class StepTaken(Model):
    """A step of the SOP that this content has gone through."""

    langkah: StepNumber = Field(description="Nomor langkah pada SOP yang mengatur jenis isi ini.")
    peran: Slug = Field(description="Id pelaksana langkah itu menurut SOP, misalnya kasi-pip.")
    oleh: Text = Field(description="Nama petugas yang mengerjakannya.")
    mulai: Moment = Field(description="Kapan dimulai, TTTT-BB-HH JJ:MM menurut WITA.")
    selesai: Moment = Field(description="Kapan selesai, TTTT-BB-HH JJ:MM menurut WITA.")
    putusan: Text | None = Field(None, description="Label jalan keluar yang dipilih, bila langkahnya keputusan.")


class Withdrawal(Model):
    """Since when, and why, content is no longer public."""

    tanggal: Day
    alasan: Text


class Correction(Model):
    """What was wrong after publishing and is right now."""

    tanggal: Day
    uraian: Text = Field(description="Apa yang keliru dan apa yang benar.")


class Reviewed(Model):
    """Content that took the steps of an SOP."""

    status: State
    terbit: Day | None = Field(None, description="Tanggal dimuat di portal, TTTT-BB-HH.")
    alur: tuple[StepTaken, ...] = Field((), description="Langkah SOP yang sudah dijalani, dari yang pertama.")

    def mendahului(self, moment: datetime) -> bool:
        """Whether it is public before a moment; without a time of day, the days count."""
        return self.terbit is not None and self.terbit < moment.date()


class Standing(Reviewed):
    """Content that stays and is renewed, such as an indicator: it is neither planned nor withdrawn."""

    status: Literal["draf", "ditinjau", "terbit"] = Field("terbit", description="draf, ditinjau, atau terbit.")


class Publication(Reviewed):
    """Content with all states."""

    status: State = Field(description="draf, ditinjau, terjadwal, terbit, ralat, atau ditarik.")
    pukul: Clock | None = Field(None, description="Jam dimuat pada tanggal itu, JJ:MM menurut WITA.")
    penarikan: Withdrawal | None = Field(None, description="Tanggal dan alasan, bila status ditarik.")

    def mendahului(self, moment: datetime) -> bool:
        """The same to the minute, where it has a time of day."""
        if self.pukul is None or self.saat_terbit is None:
            return super().mendahului(moment)
        return self.saat_terbit < moment

    def menurut(self, moment: datetime) -> Self:
        """The same as of a moment: what appears later on its day is still under review."""
        if self.saat_terbit is None or self.terbit != moment.date() or self.saat_terbit <= moment:
            return self
        return self.model_copy(update={"status": "ditinjau"})

    def dipratinjau(self, today: date) -> Self:
        """As it will look once it is public, with its state before its title; what is public stays as it is."""
        if self.tampil(today):
            return self
        title = "judul" if "judul" in type(self).model_fields else "fakta"
        marked = f"[{self.keadaan(today)}] {getattr(self, title)}"
        return self.model_copy(update={"status": "terbit", "terbit": today, "pukul": None, title: marked})

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days on which it was corrected."""
        return ()

    @property
    def saat_terbit(self) -> datetime | None:
        """The moment from which it is public; a day without a time begins at midnight."""
        return datetime.combine(self.terbit, self.pukul or time(), WITA) if self.terbit else None

    def tampil(self, today: date) -> bool:
        """Whether it is public: neither being made nor reviewed, and its day has come; a later day is a plan.

        What was withdrawn stays public with its reason, so that its address answers for ever.
        """
        return self.status not in HIDDEN and self.terbit is not None and self.terbit <= today

    def terlihat(self, today: date) -> bool:
        """Whether its content can be seen: public, and not withdrawn."""
        return self.tampil(today) and not self.ditarik(today)

    def ditarik(self, today: date) -> bool:
        """Whether it has been withdrawn; a later day is a plan."""
        return self.penarikan is not None and self.penarikan.tanggal <= today

    def diubah(self, today: date) -> date | None:
        """The last day on or before `today` that it was published, corrected or withdrawn."""
        days = (self.terbit, *self.hari_ralat, self.penarikan and self.penarikan.tanggal)
        return max((day for day in days if day and day <= today), default=None)

    def keadaan(self, today: date) -> State:
        """Its state on a day, whatever its file says: what was planned happens without anybody touching the file."""
        if self.status in HIDDEN:
            return self.status
        if not self.tampil(today):
            return "terjadwal"
        if self.ditarik(today):
            return "ditarik"
        return "ralat" if any(day <= today for day in self.hari_ralat) else "terbit"
