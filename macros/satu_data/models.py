"""What the files of Satu Data hold."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text, WebAddress, Year
from macros.models.sop import SopId
from macros.statistik.models.common import Source
from macros.statistik.models.indicator import Period

RequiredField = Literal[
    "konsep", "definisi", "klasifikasi_penyajian", "ukuran", "satuan", "metode", "interpretasi", "periode"
]
"""Fields of a dataset that can be demanded before it counts as fulfilled."""

MeasureName = Literal["data", "metadata", "kesinambungan"]
"""What the portal can count by itself, see `measures.py`."""

GivenSources = Annotated[tuple[Source, ...], Field(min_length=1, description="Dari mana ini; paling sedikit satu.")]

Share = Annotated[Decimal, Field(ge=0, le=100)]


class Part(Model):
    """One part of the site and the SOPs that govern it."""

    sop: tuple[SopId, ...] = Field((), description="Id SOP yang mengatur bagian ini.")


class Ground(Model):
    """A rule that the pages rest on."""

    teks: Text = Field(description="Apa yang diatur, dengan kata sendiri.")
    pasal: Text | None = None
    peraturan: Slug | None = Field(None, description="Id peraturan di register peraturan.")
    nama: Text = Field(description="Nama peraturannya, seperti ditulis di halaman.")
    url: WebAddress
    diakses: Text


class Publication(Model):
    """A statistics book that was published, wherever it lies."""

    judul: Text
    tahun: Year
    penerbit: Text
    url: WebAddress
    diakses: Text


class SatuDataSettings(Model):
    """`statistik_data/satu-data.yml`."""

    katalog: Part = Part()
    kalender: Part = Part()
    pemenuhan: Part = Part()
    data_award: Part = Part()
    buku_statistik: Part = Part()
    dasar: tuple[Ground, ...] = Field((), description="Aturan yang menjadi dasar halaman-halaman ini.")
    metadata_wajib: tuple[RequiredField, ...] = Field((), description="Yang harus terisi sebelum data terpenuhi.")
    publikasi: tuple[Publication, ...] = Field((), description="Buku statistik yang sudah terbit di tempat lain.")


class OwedData(Model):
    """One set of data that an agency has to provide."""

    nama: Text
    periode: Period
    dataset: Slug | None = Field(None, description="Id dataset di portal; kosong selama belum ada.")
    prioritas: Literal["ya", "tidak"] = Field("tidak", description="Apakah termasuk daftar data prioritas.")
    catatan: Text | None = None


class OwedDataDocument(Model):
    """`statistik_data/daftar-data/<tahun>/<perangkat daerah>.yml`: what one agency owes for one year of data."""

    sumber: GivenSources
    data: Annotated[tuple[OwedData, ...], Field(min_length=1)]


class OwedDataList(OwedDataDocument):
    """The same with its year and its agency, which its place tells."""

    tahun: Year
    perangkat_daerah: Slug
    berkas: str


class Criterion(Model):
    """One criterion of the award."""

    id: Slug
    nama: Text
    bobot: Annotated[Decimal, Field(gt=0, le=100)]
    uraian: Text = Field(description="Bagaimana nilai 0 sampai 100 itu diperoleh.")
    ukuran: MeasureName | None = Field(None, description="Ukuran portal, bila portal dapat menghitungnya sendiri.")


class CriteriaDocument(Model):
    """`statistik_data/data-award/kriteria-<tahun>.yml`: the formula. Weights add up to exactly 100."""

    usulan: Text | None = Field(None, description="Alasan, selama kriteria ini usulan portal dan belum ditetapkan.")
    sumber: tuple[Source, ...] = Field((), description="Di mana kriteria ini ditetapkan.")
    kriteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class AgencyScores(Model):
    """What the jury gave one agency: for each criterion a number from 0 to 100."""

    perangkat_daerah: Slug
    nilai: Mapping[Slug, Share]
    catatan: Text | None = None


class ScoresDocument(Model):
    """`statistik_data/data-award/nilai-<tahun>.yml`: the scores of one year."""

    kriteria: Year = Field(description="Tahun berkas kriteria yang dipakai.")
    ditetapkan: Day | None = None
    sumber: GivenSources
    nilai: Annotated[tuple[AgencyScores, ...], Field(min_length=1)]
