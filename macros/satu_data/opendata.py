"""The shape of `/satu-data/<id>/<id>.json`, from which its JSON Schema is generated."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Model
from macros.statistik.models.activity import Activity, Variable
from macros.statistik.models.indicator import Measure
from macros.statistik.models.opendata import OpenFigure, OpenMetadata, OpenSource


class OpenPlace(Model):
    """A village with its district, in the list of districts."""

    kode: str
    nama: str
    jenis: str
    kode_kecamatan: str
    kecamatan: str


class OpenDataset(Model):
    """One dataset with its metadata (MS-Ind, MS-Keg, MS-Var), its data and its sources."""

    id: str
    nama: str
    topik: str
    satuan: str | None
    ukuran: Measure | None
    tahun: list[int] = Field(description="Tahun data yang ada.")
    url: str = Field(description="Alamat halaman, relatif terhadap akar situs.")
    metadata: OpenMetadata
    kegiatan: Activity | None = Field(description="Metadata kegiatan statistik (MS-Keg); null bila belum ditetapkan.")
    variabel: list[Variable] = Field(description="Metadata variabel (MS-Var).")
    data: list[OpenFigure]
    wilayah: list[OpenPlace] = Field(description="Desa dan kelurahan, untuk daftar wilayah saja.")
    sumber: list[OpenSource]
