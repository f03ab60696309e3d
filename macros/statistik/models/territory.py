"""The region: its districts, villages and islands."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import DocumentName, Model, Slug, Text, Year
from macros.statistik.models.common import IslandCode, Number, PlaceCode, Sources
from macros.statistik.models.indicator import Metadata


class Village(Model):
    """A desa or kelurahan."""

    kode: PlaceCode
    nama: Text
    jenis: Literal["desa", "kelurahan"]


class Capital(Model):
    """The seat of a district."""

    nama: Text
    tahun: Year
    sumber: Sources


class District(Model):
    """A kecamatan with its villages."""

    kode: PlaceCode
    kode_bps: Text | None = None
    nama: Text
    nama_lain: Text | None = Field(None, description="Nama yang dipakai sumber lain, misalnya BPS.")
    ibu_kota: Capital | None = None
    perangkat_daerah: Slug | None = Field(None, description="Id kantor kecamatan di register perangkat daerah.")
    wilayah: Annotated[tuple[Village, ...], Field(min_length=1)]

    @property
    def desa(self) -> tuple[Village, ...]:
        """The villages that are desa."""
        return tuple(village for village in self.wilayah if village.jenis == "desa")

    @property
    def kelurahan(self) -> tuple[Village, ...]:
        """The villages that are kelurahan."""
        return tuple(village for village in self.wilayah if village.jenis == "kelurahan")


class OtherCount(Model):
    """How many districts and villages another source or year has."""

    kecamatan: Annotated[int, Field(ge=0)]
    desa: Annotated[int, Field(ge=0)]
    kelurahan: Annotated[int, Field(ge=0)]
    tahun: Year
    sumber: Sources
    catatan: Text | None = None


class Island(Model):
    """An island; what the source leaves blank stays unknown."""

    kode: IslandCode
    nama: Text
    berpenduduk: Literal["ya", "tidak"] | None = None
    luas_km2: Number | None = None


class Islands(Model):
    """The islands of the region, from one source."""

    tahun: Year
    sumber: Sources
    catatan: Text | None = None
    daftar: Annotated[tuple[Island, ...], Field(min_length=1)]


class Borders(Model):
    """Where the shapes of the districts are from; without them there is no map."""

    berkas: DocumentName = Field(description="Berkas GeoJSON di samping wilayah.yml.")
    tahun: Year
    sumber: Sources
    lisensi: Text
    catatan: Text | None = None


class Territory(Model):
    """`statistik_data/wilayah.yml`."""

    kode: PlaceCode
    nama: Text = Field(description="Nama resmi, misalnya Kabupaten Contoh.")
    singkat: Text = Field(description="Nama pendek untuk judul.")
    tahun: Year = Field(description="Tahun daftar kode di bawah ini.")
    sumber: Sources
    sumber_kode_bps: tuple[Slug, ...] = ()
    metadata: Metadata = Metadata()
    catatan: tuple[Text, ...] = ()
    kecamatan: Annotated[tuple[District, ...], Field(min_length=1)]
    jumlah_lain: tuple[OtherCount, ...] = ()
    pulau: Islands | None = None
    batas: Borders | None = None
