"""The list as a DCAT 3 catalogue in JSON-LD, for open-data portals that harvest it.

Each entry is a dcat:Dataset; where there is a document it has a dcat:Distribution. The context stands in the file,
so that reading it needs no other server. Where the site's address is known every identifier is a whole one. Where it is
not, identifiers are relative to the file's own address, as JSON-LD resolves them: it has no @base, and `../` leads to
the root.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.export import sop_address
from macros.ppid.exchange.dip_json import dumped
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information

ADDRESS = "ppid/dcat.jsonld"

CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

LICENCES = {
    "cc0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "cc by 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc by-sa 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "cc by-nc 4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
}
"""Licences that have an address of their own, by name."""

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
WITHDRAWN = "http://purl.org/adms/status/Withdrawn"
INDONESIAN = "http://id.loc.gov/vocabulary/iso639-1/id"
DATASET = "#informasi"
"""What is told of is the information, not the page about it."""
TITLE = "Daftar Informasi Publik"


def dcat_jsonld(selection: Selection) -> bytes:
    """`/ppid/dcat.jsonld`: the catalogue, one dataset a line."""
    head = {
        "@context": CONTEXT,
        "@id": _address(ADDRESS, selection),
        "@type": "dcat:Catalog",
        "dct:title": _indonesian(TITLE),
        "dct:description": _indonesian("Informasi publik yang dikuasai perangkat daerah, menurut UU 14/2008."),
        "dct:modified": _day(max((selection.updated(item) for item in selection.entries), default=selection.today)),
        "foaf:homepage": {"@id": _address("ppid/", selection)},
    }
    values = "".join(f"{dumped(key)}: {dumped(value)},\n" for key, value in head.items())
    lines = ",\n".join(dumped(_dataset(item, selection)) for item in selection.entries)
    return f'{{{values}"dcat:dataset": [\n{lines}\n]}}\n'.encode()


def _dataset(item: Information, selection: Selection) -> dict[str, Any]:
    assert item.terbit is not None
    page = _address(page_address(item.id), selection)
    node: dict[str, Any] = {
        "@id": f"{page}{DATASET}",
        "@type": "dcat:Dataset",
        "dct:identifier": item.id,
        "dct:title": _indonesian(item.judul),
        "dct:description": _indonesian(item.ringkasan),
        "dct:publisher": _publisher(item, selection),
        "dct:issued": _day(item.terbit),
        "dct:modified": _day(selection.updated(item)),
        "dct:language": {"@id": INDONESIAN},
        "dcat:keyword": [_indonesian(item.kategori)],
        "dcat:landingPage": {"@id": page},
    }
    if item.tahun:
        year = {"@type": "xsd:gYear", "@value": str(item.tahun)}
        node["dct:temporal"] = {"@type": "dct:PeriodOfTime", "dcat:startDate": year, "dcat:endDate": year}
    if item.lisensi:
        node["dct:license"] = _licence(item.lisensi)
    replacement = selection.replacement_of(item)
    if replacement:
        node["dct:isReplacedBy"] = {"@id": f"{_address(page_address(replacement), selection)}{DATASET}"}
    if selection.withdrawal_of(item):
        node["adms:status"] = {"@id": WITHDRAWN}
        return node
    if item.tautan and item.tautan.jenis == "menyebut dokumen":
        node["dct:isReferencedBy"] = {"@id": item.tautan.url}
    distribution = _distribution(item, selection)
    if distribution:
        node["dcat:distribution"] = [distribution]
    return node


def _distribution(item: Information, selection: Selection) -> dict[str, Any] | None:
    """The document of an entry: on the site, elsewhere, or an SOP of this portal."""
    node: dict[str, Any] = {"@type": "dcat:Distribution", "dct:title": _indonesian(item.judul)}
    if item.lisensi:
        node["dct:license"] = _licence(item.lisensi)
    document = selection.document_of(item)
    if document:
        address = {"@id": _address(document.address, selection)}
        return node | {
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{document.media_type}"},
            "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(document.size)},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": document.sha256},
            },
        }
    if item.tautan and item.tautan.jenis == "dokumen":
        return node | {"dcat:accessURL": {"@id": item.tautan.url}}
    if item.dokumen_sop:
        return node | {"dcat:accessURL": {"@id": _address(sop_address(item.dokumen_sop), selection)}}
    return None


def _publisher(item: Information, selection: Selection) -> dict[str, Any]:
    """The agency that holds the information."""
    agency = selection.agencies.get(item.perangkat_daerah)
    node: dict[str, Any] = {
        "@id": f"{_address(ADDRESS, selection)}#{item.perangkat_daerah}",
        "@type": "foaf:Organization",
        "foaf:name": selection.agency_name(item),
        "dct:identifier": item.perangkat_daerah,
    }
    if agency and agency.situs:
        node["foaf:homepage"] = {"@id": agency.situs}
    return node


def _root(selection: Selection) -> str:
    """What stands before an address below the site's root."""
    return selection.address or "../"


def _address(address: str, selection: Selection) -> str:
    return f"{_root(selection)}{address}"


def _licence(name: str) -> dict[str, str]:
    known = LICENCES.get(" ".join(name.split()).casefold())
    return {"@id": known} if known else {"@type": "dct:LicenseDocument", "rdfs:label": name}


def _indonesian(text: str) -> dict[str, str]:
    return {"@language": "id", "@value": text}


def _day(day: date) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day.isoformat()}
