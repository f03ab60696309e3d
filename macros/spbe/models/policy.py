"""A policy of the regency's own (SOP 10), and what was done to make policies known and kept (SOP 11 and 12)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text, WebAddress, Year

State = Literal["rancangan", "berlaku", "dicabut"]


class StateChange(Model):
    """When a policy came to a state."""

    tanggal: Day
    status: State
    uraian: Text | None = None


class PolicyDocument(Model):
    """`spbe_data/kebijakan/<id>.yml`."""

    judul: Text
    jenis: Text = Field(description="Misalnya Peraturan Bupati, Keputusan Bupati.")
    nomor: Text | None = Field(None, description="Wajib kecuali rancangan.")
    tahun: Year | None = Field(None, description="Wajib kecuali rancangan.")
    status: State
    riwayat: tuple[StateChange, ...] = Field((), description="Dari yang terlama; yang terakhir sama dengan status.")
    dasar: tuple[Slug, ...] = Field((), description="Id peraturan di register yang menjadi dasarnya.")
    peraturan: Slug | None = Field(
        None, description="Id kebijakan ini sendiri di register peraturan, bila ada di sana."
    )
    menggantikan: tuple[Slug, ...] = Field((), description="Id kebijakan lama yang digantikan.")
    dicabut_oleh: Text | None = Field(None, description="Yang mencabut, bila status dicabut.")
    informasi: Slug | None = Field(None, description="Id butir DIP tempat naskahnya diumumkan (SOP 10 langkah 7).")
    tautan: WebAddress | None = Field(None, description="Alamat naskah, bila tidak ada di DIP.")
    sumber: tuple[Slug, ...] = Field((), description="Id di spbe_data/sumber.yml.")
    catatan: Text | None = None

    @property
    def nama(self) -> str:
        """As it is cited; a draft by its title alone."""
        if not self.nomor:
            return f"Rancangan {self.jenis} tentang {self.judul}"
        return f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun} tentang {self.judul}"


class Policy(PolicyDocument):
    """A policy with its id."""

    id: Slug
    contoh: bool = False
    """Whether it is a sample."""

    @property
    def alamat(self) -> str:
        """Address of its page."""
        return f"spbe/kebijakan/{self.id}/"


class Activity(Model):
    """A meeting or lesson about electronic government."""

    tanggal: Day
    nama: Text
    jenis: Literal["sosialisasi", "rapat koordinasi", "monitoring"]
    tempat: Text | None = None
    uraian: Text | None = None
    informasi: Slug | None = Field(None, description="Id butir DIP dengan bahan atau hasilnya.")
    sumber: tuple[Slug, ...] = Field(min_length=1, description="Id di spbe_data/sumber.yml.")


class ActivityRegister(Model):
    """`spbe_data/kegiatan.yml`."""

    kegiatan: tuple[Activity, ...] = ()
