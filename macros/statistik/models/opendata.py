"""The shape of `/infografis/indikator.json`, from which its JSON Schema is generated."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Model
from macros.statistik.models.indicator import Measure, Period, State


class OpenMetadata(Model):
    """Metadata of an indicator, as MS-Ind of Peraturan BPS 5/2020 names them; null where nothing is laid down."""

    kode: str | None
    konsep: str | None
    definisi: str | None
    interpretasi: str | None
    metode: str | None
    klasifikasi_penyajian: str | None
    komposit: bool | None
    pembangun: list[str]
    level_estimasi: str | None
    akses_umum: bool | None
    referensi_waktu: str | None
    periode: Period | None
    produsen: str | None = Field(description="Nama produsen data.")
    produsen_id: str | None = Field(description="Id perangkat daerah, bila produsennya perangkat daerah.")
    acuan: list[str] = Field(description="Id sumber metadata.")


class OpenSeries(Model):
    """A series; figures of different series must not be joined."""

    id: str
    nama: str
    catatan: str | None


class OpenFigure(Model):
    """One figure with its year and its sources."""

    tahun: int | None = Field(description="Tahun data; null bila sumber tidak menyebutnya.")
    wilayah: str | None = Field(description="Kode kecamatan; null berarti seluruh wilayah.")
    nilai: int | float
    seri: str | None
    keadaan: State
    keterangan: str | None
    rincian: dict[str, int | float]
    catatan: str | None
    sumber: list[str] = Field(description="Id sumber.")


class OpenIndicator(Model):
    """One indicator."""

    id: str
    nama: str
    kelompok: str
    satuan: str
    ukuran: Measure
    url: str = Field(description="Alamat halaman, relatif terhadap akar situs.")
    metadata: OpenMetadata
    catatan: str | None
    seri: list[OpenSeries]
    seri_disimpulkan: str | None = Field(description="Alasan, bila pembedaan serinya disimpulkan.")
    data: list[OpenFigure]


class OpenSource(Model):
    """Where figures were read."""

    id: str
    penerbit: str
    url: str | None
    tahun: int | None
    diakses: str
    catatan: str | None


class OpenIndicators(Model):
    """All indicators of a region; without data yet, no region and no indicators."""

    wilayah: str | None
    kode_wilayah: str | None
    indikator: list[OpenIndicator]
    sumber: list[OpenSource]
