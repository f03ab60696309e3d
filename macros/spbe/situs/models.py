"""The form of monitoring, its periods, and the rows that people and the checker fill in.

SOP 07 speaks of a "form monev" and of "standar yang telah ditentukan" and names no criterion: a form says where its
criteria come from, and whether the office has laid them down.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text, WebAddress

Score = Annotated[Decimal, Field(ge=0, le=100)]
"""How far a criterion is met: 0 not at all, 100 wholly."""

MACHINE, PERSON = "mesin", "orang"


class Level(Model):
    """What a score means in words, so that two people judge alike."""

    nilai: Score
    arti: Text


class Threshold(Model):
    """A score for what is at most so many days old."""

    hari: Annotated[int, Field(ge=0)]
    nilai: Score


class Criterion(Model):
    """One criterion with its weight out of 100."""

    id: Slug = Field(description="Juga judul kolom di penilaian.csv; jangan diganti.")
    nama: Text
    bobot: Annotated[Decimal, Field(gt=0, le=100)]
    cara: Literal["mesin", "orang"] = Field(description="Siapa yang menilai lebih dahulu.")
    penjelasan: Text
    asal: Text = Field(description="Dari mana kriteria ini: SOP dan langkahnya, peraturan, atau usulan portal.")
    peraturan: Slug | None = Field(None, description="Id di register peraturan, bila berdasar peraturan.")
    ukuran: Text | None = Field(None, description="Nama ukuran portal; untuk cara mesin.")
    ambang: tuple[Threshold, ...] = Field((), description="Umur dan nilainya, dari yang termuda; untuk ukuran umpan.")
    tingkat: tuple[Level, ...] = Field((), description="Nilai yang boleh dan artinya; untuk cara orang.")


class FormDocument(Model):
    """`spbe_data/situs/formulir/<id>.yml`."""

    nama: Text
    status: Literal["usulan portal", "ditetapkan"]
    dasar: tuple[Text, ...] = Field(min_length=1, description="Dari mana kriterianya dan siapa yang menetapkan.")
    kriteria: tuple[Criterion, ...] = Field(min_length=1)


class Form(FormDocument):
    """A form with its id."""

    id: Slug


class PeriodDocument(Model):
    """`spbe_data/situs/periode/<id>/periode.yml`."""

    nama: Text = Field(description="Misalnya Semester I 2026.")
    mulai: Day
    sampai: Day
    formulir: Slug = Field(description="Id formulir: nama berkasnya tanpa .yml.")
    status: Literal["berlangsung", "selesai"] = Field(description="Selama berlangsung, peringkatnya sementara.")
    penilai: Text = Field(description="Yang menilai: bidang atau jabatan, bukan nama orang.")
    diumumkan: Day | None = Field(None, description="Hari hasilnya diumumkan.")
    catatan: Text | None = None


class Seen(Model):
    """What the checker saw of one agency's site: a row of `terlihat.csv`."""

    perangkat_daerah: Slug
    situs: WebAddress
    diperiksa: Day
    robots: Literal["boleh", "dilarang"] = "boleh"
    kode: int | None = None
    alasan: Text | None = Field(None, description="Mengapa halaman depan tidak terbuka; kosong bila terbuka.")
    alamat_akhir: Text | None = None
    https: Literal["ya", "tidak"] | None = None
    umpan: Text | None = Field(None, description="Alamat umpan (RSS atau Atom) yang disebut halaman depan.")
    umpan_terbaru: Day | None = None
    tautan_diperiksa: Annotated[int, Field(ge=0)] = 0
    tautan_rusak: Annotated[int, Field(ge=0)] = 0
    akses_lolos: Text | None = Field(None, description="Pemeriksaan aksesibilitas yang lolos, dipisah spasi.")
    akses_gagal: Text | None = None

    @property
    def terbuka(self) -> bool:
        """Whether the front page opened."""
        return self.kode is not None and self.alasan is None

    @property
    def lolos(self) -> tuple[str, ...]:
        """Names of the accessibility checks that were passed."""
        return tuple((self.akses_lolos or "").split())

    @property
    def gagal(self) -> tuple[str, ...]:
        """Names of the accessibility checks that were not passed."""
        return tuple((self.akses_gagal or "").split())


SEEN_COLUMNS: tuple[str, ...] = tuple(Seen.model_fields)


class JudgedRow(Model):
    """What stands beside the scores in a row of `penilaian.csv`."""

    perangkat_daerah: Slug
    tanggal: Day
    catatan: Text | None = None


JUDGED_COLUMNS: tuple[str, ...] = tuple(JudgedRow.model_fields)


class Judged(JudgedRow):
    """What a person judged of one agency's site; a criterion that nobody judged is not there."""

    nilai: Mapping[str, Score] = {}


class FollowUp(Model):
    """A recommendation and what became of it: a row of `tindak-lanjut.csv`."""

    perangkat_daerah: Slug
    kriteria: Slug | None = None
    rekomendasi: Text
    tenggat: Day | None = None
    keadaan: Literal["belum", "berjalan", "selesai"]
    selesai: Day | None = None
    catatan: Text | None = None


FOLLOW_UP_COLUMNS: tuple[str, ...] = tuple(FollowUp.model_fields)
