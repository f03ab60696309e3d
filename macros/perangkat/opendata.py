"""The directory for machines: JSON, CSV, and schema.org's GovernmentOrganization on each agency's page."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.models.registers import Agency, AgencyEvidence
from macros.pages import Asset
from macros.portal import Portal

ROOT = "perangkat-daerah/"
JSON_FILE, CSV_FILE = f"{ROOT}perangkat-daerah.json", f"{ROOT}perangkat-daerah.csv"

GOVERNMENT = ".go.id"

Record = dict[str, Any]


def agency_address(id_: str) -> str:
    """Address of an agency's page."""
    return f"{ROOT}{id_}/"


def on_government_domain(agency: Agency) -> bool | None:
    """Whether its website lies under go.id; None where no website is known."""
    return agency.domain.endswith(GOVERNMENT) if agency.domain else None


def record(agency: Agency, portal: Portal, site: str) -> Record:
    """One agency with all that is known of it; unknown is null. `site` is the portal's own address, or empty."""
    contact, admin = agency.kontak, agency.admin
    return {
        "id": agency.id,
        "nama": agency.nama,
        "singkatan": agency.singkatan,
        "jenis": agency.jenis,
        "tipe": agency.tipe,
        "kode": agency.kode,
        "status_nama": agency.status_nama,
        "nama_sebelumnya": list(agency.nama_sebelumnya),
        "dilanjutkan_oleh": [item.id for item in portal.successors.get(agency.id, ())],
        "situs": agency.situs,
        "domain": agency.domain,
        "go_id": on_government_domain(agency),
        "alamat": contact.alamat if contact else None,
        "telepon": contact.telepon if contact else None,
        "surel": contact.surel if contact else None,
        "jam": list(contact.jam) if contact else [],
        "admin_jabatan": admin.jabatan if admin else None,
        "admin_surat": admin.surat if admin else None,
        "admin_tanggal": admin.tanggal.isoformat() if admin and admin.tanggal else None,
        "tahun": agency.tahun,
        "sumber": list(agency.sumber),
        "catatan": agency.catatan,
        "halaman": f"{site}{agency_address(agency.id)}",
    }


def files(portal: Portal, sources: Mapping[str, AgencyEvidence], site: str) -> Iterator[Asset]:
    """The whole directory."""
    records = [record(agency, portal, site) for agency in portal.agencies.values()]
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in records)
    told = json.dumps(
        {id_: source.model_dump(mode="json") for id_, source in sources.items()}, ensure_ascii=False, indent=1
    )
    yield Asset(JSON_FILE, f'{{"perangkat_daerah": [\n{lines}\n],\n"sumber": {told}}}\n'.encode())
    yield Asset(CSV_FILE, _csv(records))


def _csv(records: Iterable[Record]) -> bytes:
    """One line for each agency; several values in one cell are parted by semicolons."""
    out = io.StringIO()
    rows = [{key: _cell(value) for key, value in item.items()} for item in records]
    if rows:
        writer = csv.DictWriter(out, tuple(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def organization(agency: Agency, parent: str | None, site: str) -> Record:
    """schema.org's GovernmentOrganization: known facts alone; addresses of pages only where `site` is known."""
    facts: Record = {"@context": "https://schema.org", "@type": "GovernmentOrganization", "name": agency.nama}
    if site:
        facts |= {"@id": f"{site}{agency_address(agency.id)}", "mainEntityOfPage": f"{site}{agency_address(agency.id)}"}
    if agency.singkatan:
        facts["alternateName"] = agency.singkatan
    if agency.kode:
        facts["identifier"] = agency.kode
    if agency.situs:
        facts["url"] = agency.situs
    if parent and agency.jenis != "bumd":
        facts["parentOrganization"] = {"@type": "GovernmentOrganization", "name": parent}
    if contact := agency.kontak:
        if contact.alamat:
            facts["address"] = {"@type": "PostalAddress", "streetAddress": contact.alamat, "addressCountry": "ID"}
        if contact.telepon:
            facts["telephone"] = contact.telepon
        if contact.surel:
            facts["email"] = contact.surel
    return facts
