"""The list as a DCAT 3 catalogue in JSON-LD, for open-data portals that harvest it.

Each entry is a dcat:Dataset; where there is a document it has a dcat:Distribution. Where the site's address is known
every identifier is a whole one. Where it is not, identifiers are relative to the file's own address, as JSON-LD
resolves them: it has no @base, and `../` leads to the root.
"""

from __future__ import annotations

from typing import Any

from macros import dcat
from macros.export import sop_address
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information

ADDRESS = "ppid/dcat.jsonld"

WITHDRAWN = "http://purl.org/adms/status/Withdrawn"
DATASET = "#informasi"
"""What is told of is the information, not the page about it."""
TITLE = "Daftar Informasi Publik"


def dcat_jsonld(selection: Selection) -> bytes:
    """`/ppid/dcat.jsonld`: the catalogue, one dataset a line."""
    head = {
        "@id": _address(ADDRESS, selection),
        "dct:title": dcat.indonesian(TITLE),
        "dct:description": dcat.indonesian("Informasi publik yang dikuasai perangkat daerah, menurut UU 14/2008."),
        "dct:modified": dcat.day(max((selection.updated(item) for item in selection.entries), default=selection.today)),
        "foaf:homepage": {"@id": _address("ppid/", selection)},
    }
    return dcat.catalogue(head, (_dataset(item, selection) for item in selection.entries))


def _dataset(item: Information, selection: Selection) -> dict[str, Any]:
    assert item.terbit is not None
    page = _address(page_address(item.id), selection)
    node: dict[str, Any] = {
        "@id": f"{page}{DATASET}",
        "@type": "dcat:Dataset",
        "dct:identifier": item.id,
        "dct:title": dcat.indonesian(item.judul),
        "dct:description": dcat.indonesian(item.ringkasan),
        "dct:publisher": _publisher(item, selection),
        "dct:issued": dcat.day(item.terbit),
        "dct:modified": dcat.day(selection.updated(item)),
        "dct:language": dcat.INDONESIAN,
        "dcat:keyword": [dcat.indonesian(item.kategori)],
        "dcat:landingPage": {"@id": page},
    }
    if item.tahun:
        node["dct:temporal"] = dcat.years(item.tahun, item.tahun)
    if item.lisensi:
        node["dct:license"] = dcat.licence(item.lisensi)
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
    node: dict[str, Any] = {"@type": "dcat:Distribution", "dct:title": dcat.indonesian(item.judul)}
    if item.lisensi:
        node["dct:license"] = dcat.licence(item.lisensi)
    document = selection.document_of(item)
    if document:
        address = {"@id": _address(document.address, selection)}
        return node | {
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": {"@id": f"{dcat.MEDIA_TYPES}{document.media_type}"},
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
    name, site = selection.agency_name(item), agency.situs if agency else None
    return dcat.organization(item.perangkat_daerah, name, _address(ADDRESS, selection), site)


def _root(selection: Selection) -> str:
    """What stands before an address below the site's root."""
    return selection.address or "../"


def _address(address: str, selection: Selection) -> str:
    return f"{_root(selection)}{address}"
