"""One service: the SOP that it follows, and only what that SOP does not say.

What to bring, the steps, the times and the result are worked out from the SOP (`macros.layanan.derived`). A person
may choose other parts of the SOP or use own words instead, always with a reason that the page shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text, WebAddress, Year
from macros.models.sop import SopId, StepNumber

StepPart = Literal["kegiatan", "kelengkapan", "output", "keterangan"]

ServiceField = Literal["peminta", "pelaksana"]
"""Fields of a service that can be concluded instead of read."""


class Source(Model):
    """Where a fact was read."""

    nama: Text
    url: WebAddress | None = None
    tahun: Year | None = Field(None, description="Tahun terbitnya, bila diketahui.")
    dibaca: Day
    catatan: Text | None = Field(None, description="Apa yang dibaca di sana, atau keadaannya.")


class Group(Model):
    """A kind of people or bodies that services are for."""

    id: Slug = Field(description="Bagian dari alamat kelompoknya di daftar layanan.")
    nama: Text


class GroupRegister(Model):
    """`layanan_data/golongan.yml`."""

    golongan: tuple[Group, ...]


class Own(Model):
    """An editor's own words in place of what the SOP says."""

    teks: Text
    alasan: Text = Field(description="Mengapa tidak memakai kata SOP; tampil di halaman.")


class Asker(Model):
    """Who may ask for the service."""

    golongan: Slug = Field(description="Id golongan di layanan_data/golongan.yml.")
    dasar: Text = Field(description="Di mana SOP menyebutnya, misalnya kalimat langkahnya.")


class Pick(Model):
    """A part of the SOP, or own words: exactly one of `langkah`, `peralatan` and `teks`."""

    langkah: StepNumber | None = Field(None, description="Nomor langkah SOP.")
    bagian: StepPart | None = Field(
        None, description="Bagian langkah itu; tanpa ini kelengkapan (bawa) atau output (hasil)."
    )
    peralatan: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Nomor butir pada kotak Peralatan/Kelengkapan SOP."
    )
    teks: Text | None = Field(None, description="Kata penyunting sendiri.")
    alasan: Text | None = Field(None, description="Mengapa kata sendiri; wajib bila `teks` ditulis.")


class Selection(Model):
    """What an editor chose instead of what is worked out."""

    alasan: Text = Field(description="Mengapa yang dihitung dari SOP tidak dipakai; tampil di halaman.")
    butir: Annotated[tuple[Pick, ...], Field(min_length=1)]


class FormReference(Model):
    """A form that the SOP names."""

    langkah: StepNumber | None = Field(None, description="Langkah yang kelengkapannya menyebut formulir itu.")
    peralatan: Annotated[int, Field(ge=1)] | None = Field(None, description="Butir kotak Peralatan/Kelengkapan.")
    lembar: Literal["ya", "tidak"] = Field(
        description="ya: portal membuat lembar kosong; tidak: formulirnya hanya ada di kantor."
    )
    kepada: Text | None = Field(None, description="Kepada siapa lembar itu; tanpa ini kepala dinas pemilik SOP.")


class Stated(Model):
    """A fact that is not in the SOP, with its source."""

    teks: Text
    sumber: Source


class ServiceDocument(Model):
    """One service as its file states it: `layanan_data/layanan/<nama>.yml`."""

    sop: SopId = Field(description="Id SOP yang mengatur layanan ini, misalnya mamuju/08.")
    nama: Own | None = Field(None, description="Nama layanan, bila nama SOP sulit dikenali peminta.")
    ringkasan: Text = Field(description="Satu kalimat: siapa mendapat apa.")
    peminta: Annotated[tuple[Asker, ...], Field(min_length=1)]
    pelaksana: tuple[Slug, ...] = Field(
        description="Kolom pelaksana SOP yang dikerjakan peminta; [] bila SOP tidak punya kolom itu."
    )
    bawa: Selection | None = Field(None, description="Yang perlu disiapkan, bila bukan kelengkapan langkah pertama.")
    hasil: Selection | None = Field(None, description="Hasil layanan, bila bukan output langkah terakhir.")
    waktu: Own | None = Field(None, description="Lama layanan, bila bukan jumlah waktu SOP.")
    formulir: FormReference | None = None
    biaya: Stated | None = Field(None, description="Biaya, hanya bila ada sumbernya.")
    kata: tuple[Text, ...] = Field((), description="Kata lain yang dipakai orang untuk mencarinya.")
    disimpulkan: Mapping[ServiceField, Text] = Field(
        default={}, description="Bagian yang disimpulkan, bukan dibaca di SOP, dengan alasannya."
    )


class Service(ServiceDocument):
    """A service and where it comes from."""

    id: Slug
    """Name of its file without the ending; part of its address for ever."""
    berkas: Text
    """Its own file, relative to the project's folder."""

    @property
    def instansi(self) -> str:
        """Id of the office that serves: the owner of the SOP."""
        return self.sop.split("/")[0]
