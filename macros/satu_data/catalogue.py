"""The datasets as the catalogue tells of them: what they are, who answers for them, what is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.models.registers import Agency
from macros.satu_data.models import RequiredField
from macros.statistik.content import Statistics
from macros.statistik.datasets import Dataset, datasets
from macros.statistik.models.activity import Activity, Variable
from macros.statistik.models.indicator import Indicator, Metadata
from macros.statistik.views import MetadataRow, producer

CATALOGUE = "satu-data/"
FIGURELESS = ("ukuran", "satuan")
"""Fields that do not apply to a list that measures nothing."""

FIELD_NAMES: Mapping[RequiredField, str] = {
    "konsep": "konsep",
    "definisi": "definisi",
    "klasifikasi_penyajian": "klasifikasi",
    "ukuran": "ukuran",
    "satuan": "satuan",
    "metode": "metode",
    "interpretasi": "interpretasi",
    "periode": "periode",
}
"""How pages call the fields that can be demanded."""


@dataclass(frozen=True)
class Entry:
    """One dataset of the catalogue."""

    dataset: Dataset
    indikator: Indicator | None
    """The indicator that it is; None for the list of districts."""
    agencies: Mapping[str, Agency]

    @property
    def id(self) -> str:
        """Its id."""
        return self.dataset.id

    @property
    def url(self) -> str:
        """Address of its page."""
        return f"{CATALOGUE}{self.id}/"

    @property
    def json_url(self) -> str:
        """Address of all of it as JSON."""
        return f"{self.url}{self.id}.json"

    @property
    def metadata(self) -> Metadata:
        """Its metadata."""
        return self.dataset.metadata

    @property
    def produsen(self) -> str | None:
        """Who produces it; None where nobody has laid that down."""
        return producer(self.metadata, self.agencies)

    @property
    def topik(self) -> str:
        """Its group."""
        return self.dataset.kelompok or LISTS

    @cached_property
    def tahun_utama(self) -> frozenset[int]:
        """Years for which it has a figure to use, neither differing nor doubtful."""
        if self.indikator is None:
            return frozenset(self.dataset.tahun)
        return frozenset(datum.tahun for datum in self.indikator.data if datum.keadaan == "utama")

    @property
    def tahun_terakhir(self) -> int | None:
        """The newest of them."""
        return max(self.tahun_utama, default=None)

    def filled(self, name: RequiredField) -> bool:
        """Whether a field that can be demanded is filled in, or does not apply."""
        if name in FIGURELESS:
            return self.indikator is None or bool(getattr(self.dataset, name))
        return bool(getattr(self.metadata, name))

    def missing(self, demanded: Sequence[RequiredField]) -> tuple[str, ...]:
        """Names of the demanded fields that are empty."""
        return tuple(FIELD_NAMES[name] for name in demanded if not self.filled(name))

    @property
    def kegiatan(self) -> tuple[MetadataRow, ...]:
        """The fields of MS-Keg."""
        return tuple(_activity(self.metadata.kegiatan or Activity()))

    @property
    def variabel(self) -> tuple[tuple[str, tuple[MetadataRow, ...]], ...]:
        """Every variable that is described, with the fields of MS-Var."""
        return tuple((item.nama, tuple(_variable(item))) for item in self.metadata.variabel)


LISTS = "Daftar rujukan"
"""The group of datasets that measure nothing."""


def _activity(item: Activity) -> Iterator[MetadataRow]:
    yield MetadataRow("Judul kegiatan", item.judul)
    yield MetadataRow("Kode kegiatan", item.kode)
    yield MetadataRow("Blok I. Penyelenggara", item.penyelenggara)
    yield MetadataRow("Blok II. Penanggung jawab", item.penanggung_jawab)
    yield MetadataRow("Blok III. Perencanaan dan persiapan", item.perencanaan)
    yield MetadataRow("Blok IV. Desain kegiatan", item.desain)
    yield MetadataRow("Blok V. Desain sampel", item.desain_sampel)
    yield MetadataRow("Blok VI. Penjaminan kualitas", item.penjaminan_kualitas)
    yield MetadataRow("Blok VII. Pengolahan dan analisis", item.pengolahan)
    yield MetadataRow("Blok VIII. Diseminasi hasil", item.diseminasi)


def _variable(item: Variable) -> Iterator[MetadataRow]:
    yield MetadataRow("Alias", item.alias)
    yield MetadataRow("Konsep", item.konsep)
    yield MetadataRow("Definisi", item.definisi)
    yield MetadataRow("Referensi pemilihan", item.referensi_pemilihan)
    yield MetadataRow("Referensi waktu", item.referensi_waktu)
    yield MetadataRow("Tipe data", item.tipe_data)
    yield MetadataRow("Klasifikasi isian", item.klasifikasi_isian)
    yield MetadataRow("Aturan validasi", item.aturan_validasi)
    yield MetadataRow("Kalimat pertanyaan", item.kalimat_pertanyaan)
    yield MetadataRow("Dapat diakses umum", item.akses_umum)


def catalogue(statistics: Statistics, agencies: Mapping[str, Agency]) -> dict[str, Entry]:
    """Every dataset by id, in the catalogue's order."""
    return {item.id: Entry(item, statistics.indicators.get(item.id), agencies) for item in datasets(statistics)}
