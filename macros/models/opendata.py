"""The shape of `/sop/sop.json`, from which its JSON Schema is generated."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from macros.durations import Unit
from macros.models.base import Model
from macros.models.sop import Mark, StepKind, Table


class OpenDates(Model):
    """Dates as ISO 8601; a blank one is null."""

    pembuatan: date | None
    revisi: date | None
    efektif: date | None


class OpenApproval(Model):
    """Who approved the SOP, without NIP."""

    nama: str
    jabatan: str
    pangkat: str | None
    tanda_tangan: Literal["ttd", "elektronik", "belum"]


class OpenActor(Model):
    """An actor column; `tertulis` is its printed header where it differs from the register."""

    id: str
    nama: str
    tertulis: str | None


class OpenDuration(Model):
    """A printed time as numbers; `min` or `maks` is null where only a bound is printed."""

    min: float | None
    maks: float | None
    satuan: Unit
    per: str | None = Field(description="Satu waktu ini untuk apa, misalnya elemen data.")
    untuk: str | None = Field(description="Keadaan yang dimaksud bila kolom waktu memuat beberapa waktu.")


class OpenTotal(Model):
    """Sum of the times in one unit; units are never converted."""

    min: float
    maks: float
    satuan: Unit
    langkah: int = Field(description="Banyak langkah yang dijumlahkan.")


class OpenExit(Model):
    """Where a step leads: a step's `no`, or `selesai`."""

    ke: str
    label: str | None


class OpenStep(Model):
    """One row of the procedure table."""

    no: str = Field(description="Unik dalam SOP; yang dirujuk `ke`.")
    no_tertulis: str = Field(description="Nomor yang tercetak; kosong bila tidak bernomor.")
    kegiatan: str
    pelaksana: list[str] = Field(description="Id pelaksana.")
    jenis: StepKind
    kelengkapan: str | None
    waktu: str | None = Field(description="Seperti tercetak.")
    waktu_baku: OpenDuration | None = Field(description="null bila bukan tepat satu jumlah waktu.")
    waktu_pilihan: list[OpenDuration] = Field(description="Terisi bila kolom waktu memuat beberapa waktu.")
    output: str | None
    keterangan: str | None
    syarat_terbit: Mark | None = Field(description="Isi portal tidak terbit sebelum langkah ini dijalani.")
    berikutnya: list[OpenExit]
    disimpulkan: list[str] = Field(description="Nama bagian yang disimpulkan, bukan dibaca.")
    alasan_disimpulkan: dict[str, str]


class OpenIrregularity(Model):
    """Something odd in the source document."""

    bagian: str
    uraian: str


class OpenFinding(Model):
    """A finding about the SOP; `kode` names its rule."""

    kode: str
    bagian: str
    uraian: str


class OpenSource(Model):
    """The document the SOP was transcribed from."""

    judul: str
    tahun: int
    bagian: str


class OpenSop(Model):
    """One SOP."""

    id: str
    instansi: str
    nomor: str
    nama: str
    bidang: str
    url: str = Field(description="Alamat halaman, relatif terhadap akar situs.")
    tanggal: OpenDates
    disahkan: OpenApproval
    dasar_hukum: list[str]
    dasar_hukum_peraturan: list[str | None] = Field(description="Id peraturan, sejajar dengan dasar_hukum.")
    kualifikasi_pelaksana: list[str]
    keterkaitan: list[str]
    keterkaitan_sop: list[str | None] = Field(description="Id SOP, sejajar dengan keterkaitan.")
    peralatan: list[str]
    peringatan: list[str]
    pencatatan: list[str]
    tabel: Table
    pelaksana: list[OpenActor]
    langkah: list[OpenStep]
    waktu_total: list[OpenTotal]
    waktu_tidak_terhitung: int = Field(description="Banyak langkah yang waktunya tidak dapat dijumlahkan.")
    disimpulkan: dict[str, str]
    kejanggalan: list[OpenIrregularity]
    temuan: list[OpenFinding]
    sumber: OpenSource


class OpenSops(Model):
    """All SOPs of the portal."""

    sop: list[OpenSop]
