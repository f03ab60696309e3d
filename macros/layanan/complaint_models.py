"""Complaints and aspirations: how to bring them forward, what became of them in figures, and what was answered.

Who complained is never kept (UU 27/2022).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from macros.layanan.models import Source, StepPart
from macros.layanan.period_models import Governing, PeriodDocument
from macros.models.base import Day, Model, Slug, Text, WebAddress
from macros.models.sop import SopId, StepNumber
from macros.publishing.models import Withdrawal

Kind = Literal["aduan", "aspirasi", "permintaan informasi"]

STATES = ("selesai", "diproses", "tidak_ditindaklanjuti")
"""What became of a report, in the order of the figures; the last one as SOP Mamuju 11b step 3 calls it."""

STATE_NAMES = {"selesai": "Selesai", "diproses": "Diproses", "tidak_ditindaklanjuti": "Tidak ditindaklanjuti"}

Unit = Literal["hari", "hari kerja"]

MOST = 10_000_000
MOST_DAYS = 10_000
"""More than these is a slip of the keyboard."""

Count = Annotated[int, Field(ge=0, le=MOST)]
"""How many reports."""


class StepPlace(Model):
    """A step of an SOP."""

    sop: SopId
    langkah: StepNumber


class Channel(Model):
    """A way to bring a complaint or an aspiration forward."""

    nama: Text
    url: WebAddress | None = None
    untuk: Annotated[tuple[Literal["aduan", "aspirasi"], ...], Field(min_length=1)]
    langkah: tuple[StepPlace, ...] = Field((), description="Langkah SOP yang menyebutnya.")
    sumber: tuple[Slug, ...] = Field((), description="Id pada `sumber`.")
    keadaan: Literal["dikonfirmasi", "belum diverifikasi"]


class StepReference(StepPlace):
    """A part of a step of an SOP."""

    bagian: StepPart


class SourcedText(Model):
    """A sentence in our own words, and where the fact was read."""

    teks: Text
    sumber: Annotated[tuple[Slug, ...], Field(min_length=1)]


class TimeLimit(Model):
    """Within how many days something is done."""

    nama: Text
    paling_lama: Annotated[int, Field(ge=1, le=365)]
    satuan: Unit
    sop: SopId | None = Field(None, description="SOP yang menyebut waktu ini.")
    langkah: StepNumber | None = Field(None, description="Langkahnya.")
    sumber: tuple[Slug, ...] = Field((), description="Id pada `sumber`.")


class Guide(Model):
    """`layanan_data/aduan/panduan.yml`."""

    sop: Annotated[tuple[Governing, ...], Field(min_length=1)] = Field(description="SOP yang mengatur aduan.")
    sumber: Mapping[Slug, Source] = {}
    kanal: Annotated[tuple[Channel, ...], Field(min_length=1)]
    siapkan: tuple[StepReference, ...] = Field((), description="Yang disiapkan pelapor, menurut SOP.")
    terima: tuple[StepReference, ...] = Field((), description="Yang diterima pelapor, menurut SOP.")
    bukan: SourcedText | None = Field(None, description="Apa yang tidak diurus lewat saluran itu.")
    jangka_waktu: tuple[TimeLimit, ...] = ()
    catatan_jangka_waktu: Text | None = Field(None, description="Apa yang belum pasti tentang jangka waktunya.")
    publikasi: tuple[StepReference, ...] = Field((), description="Kalimat SOP tentang memuat jawaban pemerintah.")


class RecapDocument(PeriodDocument):
    """`layanan_data/aduan/rekap/<nama>.yml`; the figures are in `<nama>.csv`."""

    diambil: Day = Field(description="Hari angkanya diambil; status aduan dapat berubah sesudahnya.")


class RecapRow(Model):
    """The reports of one category and kind: how many, what became of them, how long it took."""

    kategori: Text = Field(description="Kategori laporan, tanpa nama orang.")
    jenis: Kind
    selesai: Count
    diproses: Count
    tidak_ditindaklanjuti: Count
    median_hari: Annotated[Decimal, Field(ge=0, le=MOST_DAYS)] | None = Field(
        None, description="Median hari sampai selesai; kosong bila belum ada yang selesai."
    )

    @property
    def jumlah(self) -> int:
        """All reports."""
        return self.selesai + self.diproses + self.tidak_ditindaklanjuti


RECAP_COLUMNS = tuple(RecapRow.model_fields)


class AnswerDocument(Model):
    """What stands on top of an answer's file; the answer itself stands below."""

    judul: Text = Field(description="Pokok aduan atau aspirasi, tanpa data pelapor.")
    jenis: Kind
    tanggal: Day = Field(description="Tanggal jawabannya.")
    instansi: Slug = Field(description="Id instansi yang menerbitkan jawaban ini.")
    perangkat_daerah: tuple[Slug, ...] = Field((), description="Id perangkat daerah yang menjawab.")
    sumber: Text = Field(description="Dari mana jawabannya, misalnya tanggapan di SP4N-LAPOR!.")
    status: Literal["draf", "terbit", "ditarik"]
    terbit: Day | None = Field(None, description="Tanggal dimuat di portal.")
    penarikan: Withdrawal | None = Field(None, description="Tanggal dan alasan, bila status ditarik.")
