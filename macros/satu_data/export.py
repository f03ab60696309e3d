"""Datasets as open data: JSON of each, the catalogue in DCAT, facts for search engines, fulfilment as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros import dcat
from macros.export import inert
from macros.models.registers import Agency
from macros.satu_data.catalogue import CATALOGUE, Entry
from macros.satu_data.fulfilment import Fulfilment
from macros.satu_data.opendata import OpenDataset, OpenPlace
from macros.statistik.content import Statistics
from macros.statistik.export import open_figure, open_metadata, open_source, open_undated
from macros.statistik.models.indicator import Period
from macros.statistik.models.territory import Territory

DCAT = f"{CATALOGUE}katalog.jsonld"
FULFILMENT_CSV = f"{CATALOGUE}pemenuhan/pemenuhan.csv"
SCHEMA = f"{CATALOGUE}dataset.schema.json"
DATASET = "#dataset"
"""What is told of is the dataset, not the page about it."""

PUBLISHER = "penerbit"
"""Name of the publisher within the catalogue."""

FREQUENCY = "http://publications.europa.eu/resource/authority/frequency/"
FREQUENCIES: Mapping[Period, str] = {
    "bulanan": "MONTHLY",
    "triwulanan": "QUARTERLY",
    "semesteran": "ANNUAL_2",
    "tahunan": "ANNUAL",
    "dua tahunan": "BIENNIAL",
    "lima tahunan": "QUINQUENNIAL",
    "sepuluh tahunan": "DECENNIAL",
}
"""Names in the list of frequencies that DCAT profiles use."""


def dataset_json(entry: Entry, statistics: Statistics) -> bytes:
    """All of one dataset."""
    item, meta = entry.indikator, entry.metadata
    used = dict.fromkeys((*entry.dataset.sumber, *meta.acuan))
    territory = statistics.territory if item is None else None
    whole = OpenDataset(
        id=entry.id,
        nama=entry.dataset.nama,
        topik=entry.topik,
        satuan=entry.dataset.satuan,
        ukuran=item.ukuran if item else None,
        tahun=list(entry.dataset.tahun),
        url=entry.url,
        metadata=open_metadata(meta, entry.agencies),
        kegiatan=meta.kegiatan,
        variabel=list(meta.variabel),
        data=[*map(open_figure, item.data), *map(open_undated, item.tanpa_tahun)] if item else [],
        wilayah=list(_places(territory)) if territory else [],
        sumber=[open_source(id_, statistics) for id_ in used],
    )
    return (whole.model_dump_json(indent=1) + "\n").encode()


def _places(territory: Territory) -> Iterator[OpenPlace]:
    for district in territory.kecamatan:
        for village in district.wilayah:
            yield OpenPlace(
                kode=village.kode,
                nama=village.nama,
                jenis=village.jenis,
                kode_kecamatan=district.kode,
                kecamatan=district.nama,
            )


@dataclass(frozen=True)
class Publisher:
    """Who publishes the catalogue, and where the site stands (with a slash at its end; empty where nobody knows)."""

    nama: str
    situs: str

    def address(self, address: str) -> str:
        """An address in the catalogue: whole, or relative to the catalogue's own, as JSON-LD resolves it."""
        return f"{self.situs or '../'}{address}"


def catalogue_jsonld(entries: Iterable[Entry], publisher: Publisher, title: str) -> bytes:
    """`/satu-data/katalog.jsonld`."""
    head = {
        "@id": publisher.address(DCAT),
        "dct:title": dcat.indonesian(title),
        "dct:description": dcat.indonesian("Dataset dengan metadata, angka, tahun dan sumbernya."),
        "dct:publisher": dcat.organization(PUBLISHER, publisher.nama, publisher.address(DCAT)),
        "dct:language": dcat.INDONESIAN,
        "foaf:homepage": {"@id": publisher.address(CATALOGUE)},
    }
    return dcat.catalogue(head, (_node(entry, publisher) for entry in entries))


def _node(entry: Entry, publisher: Publisher) -> dcat.Node:
    page = publisher.address(entry.url)
    node: dcat.Node = {
        "@id": f"{page}{DATASET}",
        "@type": "dcat:Dataset",
        "dct:identifier": entry.id,
        "dct:title": dcat.indonesian(entry.dataset.nama),
        "dct:description": dcat.indonesian(summary(entry)),
        "dct:publisher": {"@id": f"{publisher.address(DCAT)}#{PUBLISHER}"},
        "dct:language": dcat.INDONESIAN,
        "dcat:keyword": [dcat.indonesian(entry.topik)],
        "dcat:landingPage": {"@id": page},
        "dct:temporal": dcat.years(entry.dataset.tahun[0], entry.dataset.tahun[-1]),
    }
    if entry.produsen:
        agency = entry.agencies.get(entry.metadata.produsen or "")
        identifier = agency.id if agency else f"produsen-{entry.id}"
        site = agency.situs if agency else None
        node["dct:creator"] = dcat.organization(identifier, entry.produsen, publisher.address(DCAT), site)
    if entry.metadata.periode:
        node["dct:accrualPeriodicity"] = {"@id": f"{FREQUENCY}{FREQUENCIES[entry.metadata.periode]}"}
    node["dcat:distribution"] = [
        _distribution(entry, publisher.address(address), media_type)
        for address, media_type in ((entry.dataset.csv, "text/csv"), (entry.json_url, "application/json"))
    ]
    return node


def _distribution(entry: Entry, address: str, media_type: str) -> dcat.Node:
    return {
        "@type": "dcat:Distribution",
        "dct:title": dcat.indonesian(entry.dataset.nama),
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{dcat.MEDIA_TYPES}{media_type}"},
    }


def summary(entry: Entry) -> str:
    """What a dataset is, in a sentence: its definition, or what it holds."""
    if entry.metadata.definisi:
        return entry.metadata.definisi
    years = entry.dataset.tahun
    told = str(years[0]) if len(years) == 1 else f"{years[0]} sampai {years[-1]}"
    unit = f" dalam {entry.dataset.satuan}" if entry.dataset.satuan else ""
    return f"{entry.dataset.nama}{unit}, data {told}, setiap angka dengan sumbernya."


def schema_org(entry: Entry, place: str, publisher: Publisher) -> dict[str, Any]:
    """schema.org's Dataset; addresses only where the site's own is known."""
    years = entry.dataset.tahun
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": entry.dataset.nama,
        "description": summary(entry),
        "identifier": entry.id,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "keywords": [entry.topik],
        "spatialCoverage": {"@type": "Place", "name": place},
        "temporalCoverage": str(years[0]) if years[0] == years[-1] else f"{years[0]}/{years[-1]}",
        "publisher": {"@type": "GovernmentOrganization", "name": publisher.nama},
    }
    if entry.produsen:
        facts["creator"] = {"@type": "Organization", "name": entry.produsen}
    if entry.dataset.satuan:
        measured = {"@type": "PropertyValue", "name": entry.dataset.nama, "unitText": entry.dataset.satuan}
        facts["variableMeasured"] = [measured]
    if publisher.situs:
        facts["url"] = f"{publisher.situs}{entry.url}"
        facts["includedInDataCatalog"] = {"@type": "DataCatalog", "url": f"{publisher.situs}{CATALOGUE}"}
        facts["distribution"] = [
            {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": f"{publisher.situs}{address}"}
            for address, media_type in ((entry.dataset.csv, "text/csv"), (entry.json_url, "application/json"))
        ]
    return facts


FULFILMENT_COLUMNS = (
    "tahun",
    "perangkat_daerah",
    "nama_perangkat_daerah",
    "data",
    "periode",
    "prioritas",
    "dataset",
    "keadaan",
    "metadata_kosong",
    "sumber",
)


def fulfilment_csv(years: Iterable[Fulfilment]) -> bytes:
    """One line for each set of data that is owed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FULFILMENT_COLUMNS)
    for found in years:
        for agency in found.perangkat_daerah:
            office: Agency = agency.perangkat_daerah
            sources = "; ".join(f"{source.penerbit} ({source.tahun})" for source in agency.sumber)
            for item in agency.butir:
                owed = item.data
                missing = "; ".join(item.kosong)
                row = (office.id, office.nama, owed.nama, owed.periode, owed.prioritas, owed.dataset or "")
                writer.writerow([item.tahun, *map(inert, (*row, item.keadaan, missing, sources))])
    return out.getvalue().encode("utf-8-sig")
