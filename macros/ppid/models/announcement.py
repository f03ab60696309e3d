"""One announcement serta merta: what threatens life or public order is told at once (UU 14/2008 Pasal 10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from macros.models.base import Model, Moment, Slug, Text
from macros.ppid.models.information import Source

Hazard = Literal[
    "bencana alam",
    "bencana nonalam",
    "bencana sosial",
    "penyakit menular",
    "racun pada bahan makanan",
    "gangguan utilitas publik",
]

HAZARDS: tuple[str, ...] = get_args(Hazard)
"""The six kinds of hazard, whose wording and source stand in ppid_data/jenis-bahaya.yml."""

AnnouncementStatus = Literal["draf", "terbit", "dicabut"]

Phase = Literal["berlaku", "akan datang", "berakhir", "dicabut"]


class Parts(Model):
    """The eight parts that every announcement has; lines that begin with "- " are shown as a list."""

    bahaya: Text = Field(title="Bahaya dan besarnya", description="Potensi bahaya dan besaran dampaknya.")
    terdampak: Text = Field(title="Siapa yang terdampak", description="Pihak yang berpotensi terkena dampak.")
    evakuasi: Text = Field(title="Evakuasi", description="Prosedur dan tempat evakuasi.")
    cara_menghindari: Text = Field(title="Cara menghindari", description="Cara menghindari bahaya dan dampaknya.")
    cara_mendapat_bantuan: Text = Field(
        title="Cara mendapat bantuan", description="Cara mendapatkan bantuan dari pihak yang berwenang."
    )
    wajib_mengumumkan: Text = Field(
        title="Siapa yang wajib mengumumkan", description="Pihak yang wajib mengumumkan informasi ini."
    )
    cara_pengumuman: Text = Field(
        title="Bagaimana diumumkan", description="Tata cara pengumuman bila keadaan darurat terjadi."
    )
    upaya: Text = Field(title="Apa yang dilakukan pemerintah", description="Upaya menanggulangi bahaya dan dampaknya.")


PART_TITLES: Mapping[str, str] = {name: field.title or name for name, field in Parts.model_fields.items()}
"""Key of each part -> its heading, in the order of the regulation."""


class Validity(Model):
    """From and until when; both in WITA."""

    mulai: Moment = Field(description="TTTT-BB-HH JJ:MM, WITA.")
    sampai: Moment = Field(description="TTTT-BB-HH JJ:MM, WITA. Sesudahnya pengumuman berhenti tampil sendiri.")


class Update(Model):
    """What changed, and when."""

    waktu: Moment = Field(description="TTTT-BB-HH JJ:MM, WITA.")
    uraian: Text


class Revocation(Model):
    """Why an announcement no longer holds, and since when."""

    waktu: Moment = Field(description="TTTT-BB-HH JJ:MM, WITA.")
    alasan: Text


class AnnouncementDocument(Model):
    """One announcement as its file states it."""

    judul: Annotated[Text, StringConstraints(max_length=100)] = Field(
        description="Pendek: tampil di puncak setiap halaman. Paling banyak 100 karakter."
    )
    jenis_bahaya: Hazard
    perangkat_daerah: Slug = Field(
        description="Id perangkat daerah yang mengumumkan, dari register/perangkat_daerah.yml."
    )
    berlaku: Validity
    bagian: Parts = Field(description="Delapan bagian pengumuman; semuanya wajib.")
    status: AnnouncementStatus = Field(description="draf, terbit, atau dicabut.")
    perubahan: tuple[Update, ...] = Field((), description="Perubahan sesudah terbit, dari yang terlama.")
    pencabutan: Revocation | None = Field(None, description="Waktu dan alasan, bila status dicabut.")
    sumber: Source | None = Field(None, description="Asal keterangan, bila bukan dari perangkat daerahnya.")


class Announcement(AnnouncementDocument):
    """An announcement and where it comes from."""

    id: Slug
    """Name of its file without the ending; part of its address for ever."""
    nama_berkas: Text
    """Its own file, relative to the project's folder."""

    def keadaan(self, today: date) -> Phase:
        """What it amounts to on a day. A build knows no hours: on its first and last day it is in force."""
        if self.status == "dicabut":
            return "dicabut"
        if self.berlaku.mulai.date() > today:
            return "akan datang"
        return "berlaku" if self.berlaku.sampai.date() >= today else "berakhir"
