"""An indicator: what is measured, its metadata, and its figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Model, Slug, Text, Year
from macros.publishing.models import Standing
from macros.statistik.models.activity import Activity, Variable
from macros.statistik.models.common import Number, PlaceCode, Sources

Measure = Literal["jumlah", "persentase", "indeks", "rata-rata", "laju", "nilai"]
"""What kind of number it is ("ukuran" in MS-Ind). jumlah: never negative; persentase: part of a whole, 0 to 100;
laju: growth, may be negative; nilai: money or another amount that may be negative."""

State = Literal["utama", "berbeda", "diragukan"]
"""utama: the figure to use; berbeda: another figure for the same thing, kept beside it; diragukan: at odds with
other sources, shown only with its mark and never used alone."""

ChartKind = Literal["garis", "kolom", "batang"]

Period = Literal["bulanan", "triwulanan", "semesteran", "tahunan", "dua tahunan", "lima tahunan", "sepuluh tahunan"]


class Metadata(Model):
    """Metadata of an indicator: the fields of MS-Ind, and of MS-Var what an indicator has, too.

    Peraturan BPS 5/2020 (metadata) and 4/2020 (data standard: concept, definition, classification, measure, unit)
    under Perpres 39/2019. Name, measure and unit stand with the indicator itself. What nobody has laid down stays
    empty and is shown as such.
    """

    kode: Text | None = Field(None, description="Kode indikator menurut register yang menetapkannya.")
    konsep: Text | None = None
    definisi: Text | None = None
    interpretasi: Text | None = None
    metode: Text | None = Field(None, description="Metode atau rumus penghitungan.")
    klasifikasi_penyajian: Text | None = None
    komposit: Literal["ya", "tidak"] | None = Field(None, description="Apakah indikator komposit.")
    pembangun: tuple[Text, ...] = Field((), description="Nama indikator atau variabel pembangunnya.")
    level_estimasi: Text | None = None
    akses_umum: Literal["ya", "tidak"] | None = Field(None, description="Apakah dapat diakses umum.")
    referensi_waktu: Text | None = Field(None, description="Waktu yang digambarkan angkanya, misalnya keadaan Maret.")
    periode: Period | None = Field(None, description="Seberapa sering angkanya diterbitkan.")
    produsen: Slug | None = Field(None, description="Id perangkat daerah yang menjadi produsen datanya.")
    produsen_lain: Text | None = Field(None, description="Produsen data di luar perangkat daerah, misalnya BPS.")
    acuan: tuple[Slug, ...] = Field((), description="Id sumber tempat metadata ini dibaca.")
    kegiatan: Activity | None = Field(None, description="Kegiatan statistik yang menghasilkannya (MS-Keg).")
    variabel: tuple[Variable, ...] = Field((), description="Variabel yang dikumpulkan (MS-Var).")


class SeriesInfo(Model):
    """A series: figures on one basis. Figures of different series are never joined."""

    id: Slug
    nama: Text
    catatan: Text | None = None


class Datum(Model):
    """One figure."""

    tahun: Year
    nilai: Number
    sumber: Sources
    wilayah: PlaceCode | None = Field(None, description="Kode kecamatan; kosong berarti seluruh wilayah.")
    seri: Slug | None = None
    keadaan: State = "utama"
    keterangan: Text | None = Field(None, description="Jenis angkanya, misalnya angka sementara.")
    rincian: Mapping[Text, Number] = Field({}, description="Bagian-bagiannya, misalnya laki-laki dan perempuan.")
    catatan: Text | None = None
    sumber_catatan: tuple[Slug, ...] = Field((), description="Id sumber yang disebut catatan.")


class UndatedDatum(Model):
    """A figure whose source does not say of which year it is: shown beside the others, never drawn.

    At least one of its sources has a year, which is told instead.
    """

    nilai: Number
    sumber: Sources
    wilayah: PlaceCode | None = None
    catatan: Text


class IndicatorDocument(Standing):
    """`statistik_data/indikator/<id>.yml`."""

    nama: Text
    kelompok: Slug
    urut: Annotated[int, Field(ge=1)] = Field(50, description="Letak dalam kelompoknya; yang sama menurut nama.")
    satuan: Text = Field(description="Nama satuan di satuan.yml.")
    ukuran: Measure
    grafik: ChartKind = "garis"
    metadata: Metadata = Metadata()
    catatan: Text | None = None
    sumber_catatan: tuple[Slug, ...] = Field((), description="Id sumber yang disebut catatan.")
    seri: tuple[SeriesInfo, ...] = ()
    seri_disimpulkan: Text | None = Field(
        None, description="Alasan, bila pembedaan serinya disimpulkan dan tidak disebut sumber."
    )
    data: Annotated[tuple[Datum, ...], Field(min_length=1)]
    tanpa_tahun: tuple[UndatedDatum, ...] = ()

    @property
    def tahun(self) -> tuple[int, ...]:
        """Years of its figures, oldest first, each once."""
        return tuple(sorted({datum.tahun for datum in self.data}))

    @property
    def sumber(self) -> tuple[str, ...]:
        """Ids of the sources of its figures and notes, each once."""
        used = [source for datum in self.data for source in (*datum.sumber, *datum.sumber_catatan)]
        used += (source for datum in self.tanpa_tahun for source in datum.sumber)
        return tuple(dict.fromkeys((*used, *self.sumber_catatan)))


class Indicator(IndicatorDocument):
    """An indicator with its place in the portal."""

    id: Slug
    berkas: str
