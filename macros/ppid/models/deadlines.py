"""The periods within which a request, an objection and a dispute must be dealt with, as data."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text

SharedLeave = Literal["bukan hari kerja", "hari kerja"]
"""Whether cuti bersama counts as a working day: an assumption until the regulation is confirmed."""

WorkingDays = Annotated[int, Field(ge=1, le=366)]


class Period(Model):
    """One period in working days. It begins with an event, at the end of an earlier period, or with either."""

    id: Slug
    nama: Text = Field(description="Siapa berbuat apa, misalnya: PPID menjawab permohonan.")
    hari_kerja: WorkingDays
    mulai: Text | None = Field(None, description="Kejadian yang memulai hitungan; pilihan di kalkulator.")
    sesudah: Slug | None = Field(None, description="Id jangka waktu sebelumnya, yang harus tertulis lebih dahulu.")
    dasar: Text | None = Field(None, description="Peraturan dan pasalnya; dikosongkan bila belum pasti.")
    catatan: Text | None = None


class DeadlineDocument(Model):
    """All periods, and what the portal assumes when it counts them."""

    cuti_bersama: SharedLeave = "bukan hari kerja"
    asumsi: tuple[Text, ...] = Field((), description="Anggapan yang ditampilkan di halaman.")
    contoh_mulai: Day | None = Field(None, description="Hari permulaan contoh hitungan di halaman.")
    keadaan_dasar: Text | None = Field(None, description="Sejauh mana dasar hukum di bawah sudah diperiksa.")
    jangka_waktu: tuple[Period, ...] = ()
