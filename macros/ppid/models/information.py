"""One entry of the Daftar Informasi Publik (DIP).

The seven columns of Perki 1/2010 Lampiran II are `ringkasan`, `perangkat_daerah` (who holds it),
`penanggung_jawab`, `dibuat`, `bentuk` and `retensi`, beside the running number that the list gives;
practice adds `judul` and `media`. A column that nobody has filled in is left out of the file, not guessed;
what was guessed all the same is named in `disimpulkan`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from macros.models.base import Day, DocumentName, Model, Slug, Text, WebAddress, Year
from macros.models.sop import SopId
from macros.publishing.models import Publication

CategoryName = Literal["berkala", "serta merta", "setiap saat"]

CATEGORIES: tuple[CategoryName, ...] = ("berkala", "serta merta", "setiap saat")
"""UU 14/2008 Pasal 9, 10 and 11, in that order."""


RENEWAL_MONTHS = 6
"""Periodic information is renewed at least every six months."""


def _not_excluded(value: object) -> object:
    """Excluded information is kept in a list of its own (UU 14/2008 Pasal 17)."""
    if isinstance(value, str) and value.strip().lower() == "dikecualikan":
        raise PydanticCustomError("excluded_information", "dikecualikan")
    return value


Category = Annotated[CategoryName, BeforeValidator(_not_excluded)]

Form = Literal["softcopy", "hardcopy", "softcopy dan hardcopy"]

TitleKey = tuple[str, str, int | None]

InformationField = Literal[
    "ringkasan", "kategori", "perangkat_daerah", "penanggung_jawab", "dibuat", "bentuk", "retensi", "media", "tahun"
]
"""Columns that can be concluded instead of laid down by the PPID."""


class Making(Model):
    """When and where information was made; column 5."""

    waktu: Text | None = Field(None, description="Waktu pembuatan, misalnya Maret 2024.")
    tempat: Text | None = Field(None, description="Tempat pembuatan, misalnya Polewali.")


class Reference(Model):
    """An address on the web."""

    url: WebAddress = Field(description="Alamat, diawali https:// atau http://.")
    jenis: Literal["dokumen", "menyebut dokumen"] = Field(
        "dokumen", description="dokumen: naskahnya; menyebut dokumen: halaman yang menyebutnya."
    )


class Source(Model):
    """Where the facts about an entry were collected, when it does not come from its agency."""

    nama: Text
    keadaan: Text | None = Field(None, description="Misalnya: dibaca dari salinan tersimpan.")
    dibaca: Day | None = None


class Change(Model):
    """What changed, and when."""

    tanggal: Day
    uraian: Text


class InformationDocument(Publication):
    """One entry as its file states it."""

    judul: Text = Field(description="Judul atau jenis informasi.")
    ringkasan: Text = Field(description="Ringkasan isi informasi (kolom 2).")
    kategori: Category = Field(description="berkala, serta merta, atau setiap saat.")
    perangkat_daerah: Slug = Field(
        description="Id perangkat daerah yang menguasai informasi (kolom 3), dari register/perangkat_daerah.yml."
    )
    penanggung_jawab: Text | None = Field(None, description="Penanggung jawab pembuatan atau penerbitan (kolom 4).")
    dibuat: Making | None = Field(None, description="Waktu dan tempat pembuatan (kolom 5).")
    bentuk: Form | None = Field(None, description="Bentuk informasi yang tersedia (kolom 6).")
    retensi: Text | None = Field(None, description="Jangka waktu penyimpanan atau retensi arsip (kolom 7).")
    media: tuple[Text, ...] = Field((), description="Jenis media yang memuat informasi, misalnya situs web.")
    tahun: Year | None = Field(None, description="Tahun informasi.")
    perubahan: tuple[Change, ...] = Field((), description="Perubahan sesudah terbit, dari yang terlama.")
    diganti_oleh: Slug | None = Field(None, description="Id butir yang menggantikannya.")
    lisensi: Text | None = Field(None, description="Lisensi pemakaian, misalnya CC BY 4.0.")
    berkas: DocumentName | None = Field(None, description="Nama dokumen yang diletakkan di samping berkas ini.")
    tautan: Reference | None = Field(None, description="Alamat dokumen bila tidak disimpan di portal.")
    dokumen_sop: SopId | None = Field(None, description="Id SOP di portal ini, bila informasinya adalah SOP itu.")
    sop: SopId | None = Field(None, description="Id SOP yang mengatur penerbitannya, bila bukan yang umum.")
    sumber: Source | None = Field(None, description="Asal keterangan, bila bukan dari perangkat daerahnya.")
    catatan: Text | None = None
    disimpulkan: Mapping[InformationField, Text] = Field(
        default={}, description="Kolom yang merupakan tebakan, belum ditetapkan PPID, dengan alasannya."
    )


class Information(InformationDocument):
    """An entry and where it comes from."""

    id: Slug
    """Name of its file without the ending; part of its address for ever."""
    nama_berkas: Text
    """Its own file, relative to the project's folder."""

    @property
    def diperbarui(self) -> date | None:
        """The day of the last change, or of publishing."""
        days = [change.tanggal for change in self.perubahan]
        days += [day for day in (self.terbit, self.penarikan and self.penarikan.tanggal) if day]
        return max(days, default=None)

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days of its changes, where its state says that one of them corrected it."""
        return tuple(change.tanggal for change in self.perubahan) if self.status == "ralat" else ()

    @property
    def kunci_judul(self) -> TitleKey:
        """By what two entries are the same: title, agency and year."""
        return " ".join(self.judul.casefold().split()), self.perangkat_daerah, self.tahun

    @property
    def kategori_ditetapkan(self) -> bool:
        """Whether the PPID has laid the category down."""
        return "kategori" not in self.disimpulkan

    @property
    def kolom_kosong(self) -> tuple[str, ...]:
        """Legal columns that nobody has filled in, by their keys."""
        columns = {
            "penanggung_jawab": self.penanggung_jawab,
            "dibuat": self.dibuat and self.dibuat.waktu and self.dibuat.tempat,
            "bentuk": self.bentuk,
            "retensi": self.retensi,
        }
        return tuple(name for name, value in columns.items() if not value)
