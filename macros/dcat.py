"""The words of DCAT 3 in JSON-LD that all catalogues of the portal share.

The context stands in the file, so that reading it needs no other server.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from macros.json_lines import lines_json

Node = dict[str, Any]

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
INDONESIAN = {"@id": "http://id.loc.gov/vocabulary/iso639-1/id"}


def catalogue(head: Mapping[str, Any], datasets: Iterable[Node]) -> bytes:
    """A catalogue, one dataset a line."""
    return lines_json({"@context": CONTEXT, "@type": "dcat:Catalog", **head}, "dcat:dataset", datasets)


def indonesian(text: str) -> Node:
    """A text with its language."""
    return {"@language": "id", "@value": text}


def day(value: date) -> Node:
    """A day."""
    return {"@type": "xsd:date", "@value": value.isoformat()}


def years(first: int, last: int) -> Node:
    """The years that data tell of."""
    start, end = ({"@type": "xsd:gYear", "@value": str(year)} for year in (first, last))
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end}


def licence(name: str) -> Node:
    """A licence by its address where it has one, else by its name."""
    known = LICENCES.get(" ".join(name.split()).casefold())
    return {"@id": known} if known else {"@type": "dct:LicenseDocument", "rdfs:label": name}


def organization(identifier: str, name: str, address: str, homepage: str | None = None) -> Node:
    """Who publishes; `address` is that of the catalogue, in which it has its place."""
    node: Node = {
        "@id": f"{address}#{identifier}",
        "@type": "foaf:Organization",
        "foaf:name": name,
        "dct:identifier": identifier,
    }
    if homepage:
        node["foaf:homepage"] = {"@id": homepage}
    return node
