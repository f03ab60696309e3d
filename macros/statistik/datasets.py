"""Everything that is published as data, under one notion: a dataset with its metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.statistik.content import Statistics
from macros.statistik.models.indicator import Indicator, Metadata

PROFILE = "selayang-pandang/"
DISTRICTS = f"{PROFILE}kecamatan/"
CHARTS = "infografis/"


@dataclass(frozen=True)
class Dataset:
    """A dataset: what it is, who answers for it, which years it covers, where it lies.

    `satuan` and `ukuran` are None for a list that measures nothing. Addresses are relative to the site's root.
    """

    id: str
    nama: str
    kelompok: str | None
    satuan: str | None
    ukuran: str | None
    metadata: Metadata
    tahun: tuple[int, ...]
    """Years of its data, oldest first, each once."""
    sumber: tuple[str, ...]
    """Ids of its sources."""
    alamat: str
    csv: str


def indicator_address(id_: str) -> str:
    """Address of an indicator's page."""
    return f"{CHARTS}{id_}/"


def indicator_file(id_: str, ending: str) -> str:
    """Address of a file of an indicator: `csv` or `svg`."""
    return f"{CHARTS}{id_}/{id_}.{ending}"


def datasets(statistics: Statistics) -> Iterator[Dataset]:
    """Every dataset: each indicator, and the list of districts and villages."""
    for item in statistics.indicators.values():
        yield _of_indicator(item, statistics)
    territory = statistics.territory
    if territory:
        yield Dataset(
            id="wilayah",
            nama=f"Kecamatan, desa dan kelurahan {territory.nama}",
            kelompok=None,
            satuan=None,
            ukuran=None,
            metadata=territory.metadata,
            tahun=(territory.tahun,),
            sumber=territory.sumber,
            alamat=DISTRICTS,
            csv=f"{DISTRICTS}wilayah.csv",
        )


def _of_indicator(item: Indicator, statistics: Statistics) -> Dataset:
    return Dataset(
        id=item.id,
        nama=item.nama,
        kelompok=statistics.groups[item.kelompok].nama,
        satuan=statistics.unit(item.satuan),
        ukuran=item.ukuran,
        metadata=item.metadata,
        tahun=item.tahun,
        sumber=item.sumber,
        alamat=indicator_address(item.id),
        csv=indicator_file(item.id, "csv"),
    )
