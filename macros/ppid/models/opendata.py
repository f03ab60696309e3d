"""The shape of `/ppid/dip.json` and `/ppid/perubahan.json`, from which their JSON Schemas are generated."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from macros.models.base import Model
from macros.ppid.models.information import CategoryName, Form


class OpenMaking(Model):
    """Waktu dan tempat pembuatan; yang tidak diketahui null."""

    waktu: str | None
    tempat: str | None


class OpenDocument(Model):
    """Dokumen yang tersimpan di portal."""

    url: str = Field(description="Alamat dokumen.")
    besar: int = Field(description="Besar dokumen dalam bita.")
    sha256: str = Field(description="Sidik SHA-256, heksadesimal.")
    jenis_media: str = Field(description="Jenis media menurut IANA, misalnya application/pdf.")


class OpenLink(Model):
    """Alamat dokumen di luar portal."""

    url: str
    jenis: Literal["dokumen", "menyebut dokumen"] = Field(
        description="dokumen: naskahnya; menyebut dokumen: halaman yang menyebutnya."
    )


class OpenNote(Model):
    """Satu perubahan sesudah terbit."""

    tanggal: date
    uraian: str


class OpenWithdrawal(Model):
    """Sejak kapan dan mengapa butir ditarik."""

    tanggal: date
    alasan: str


class OpenOrigin(Model):
    """Asal keterangan yang tidak datang dari perangkat daerahnya."""

    nama: str
    keadaan: str | None
    dibaca: date | None


class OpenInformation(Model):
    """Satu butir Daftar Informasi Publik."""

    id: str = Field(description="Tetap selamanya.")
    judul: str
    ringkasan: str = Field(description="Ringkasan isi informasi.")
    kategori: CategoryName
    perangkat_daerah: str = Field(description="Id perangkat daerah yang menguasai informasi.")
    perangkat_daerah_nama: str
    penanggung_jawab: str | None = Field(description="Penanggung jawab pembuatan atau penerbitan.")
    dibuat: OpenMaking | None
    bentuk: Form | None
    retensi: str | None = Field(description="Jangka waktu penyimpanan atau retensi arsip.")
    media: list[str] = Field(description="Jenis media yang memuat informasi.")
    tahun: int | None
    status: Literal["terbit", "ditarik"] = Field(description="Draf tidak pernah dimuat.")
    terbit: date = Field(description="Hari dimuat di portal.")
    diperbarui: date = Field(description="Hari perubahan terakhir; sama dengan terbit bila tidak ada.")
    perubahan: list[OpenNote] = Field(description="Perubahan sesudah terbit, dari yang terlama.")
    penarikan: OpenWithdrawal | None = Field(description="Terisi bila ditarik.")
    diganti_oleh: str | None = Field(description="Id butir penggantinya.")
    lisensi: str | None
    dokumen: OpenDocument | None = Field(description="null bila dokumennya tidak tersimpan di portal, atau ditarik.")
    tautan: OpenLink | None
    dokumen_sop: str | None = Field(description="Id SOP di sop.json, bila informasinya adalah SOP itu.")
    sop: str | None = Field(description="Id SOP yang mengatur penerbitannya.")
    sumber: OpenOrigin | None
    catatan: str | None
    disimpulkan: dict[str, str] = Field(description="Kolom yang ditebak dan belum ditetapkan PPID, dengan alasannya.")
    url: str = Field(description="Alamat halamannya.")


class OpenInformationList(Model):
    """Daftar Informasi Publik. Alamat relatif terhadap akar situs bila alamat situs tidak diketahui."""

    informasi: list[OpenInformation]


class OpenChange(Model):
    """Satu perubahan pada daftar."""

    tanggal: date
    jenis: Literal["baru", "berubah", "ditarik"]
    id: str
    judul: str
    perangkat_daerah: str = Field(description="Id perangkat daerah.")
    perangkat_daerah_nama: str
    uraian: str | None = Field(description="Apa yang berubah, atau alasan penarikan; null untuk butir baru.")
    url: str = Field(description="Alamat halaman butirnya.")


class OpenChanges(Model):
    """Perubahan daftar, dari yang terbaru. Alamat relatif terhadap akar situs bila alamat situs tidak diketahui."""

    sejak: date | None = Field(description="Hari pertama yang termuat; null berarti sejak awal.")
    sampai: date = Field(description="Hari terakhir yang termuat: hari situs dibangun, atau akhir bulannya.")
    perubahan: list[OpenChange]


class OpenMonth(Model):
    """Satu bulan yang ada perubahannya."""

    bulan: str = Field(description="TTTT-BB.")
    jumlah: int = Field(description="Banyak perubahan.")
    url: str = Field(description="Alamat berkas bulan itu.")


class OpenMonths(Model):
    """Bulan-bulan yang ada perubahannya, dari yang terbaru."""

    bulan: list[OpenMonth]
