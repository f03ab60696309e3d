"""A service for search engines: schema.org's GovernmentService as JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros.export import sop_address
from macros.layanan.derived import Derived, iso_duration
from macros.layanan.offices import area, contact
from macros.models.registers import Office


def government_service(
    item: Derived, office: Office, askers: Sequence[str], results: Sequence[str], site: str
) -> dict[str, Any]:
    """The facts of one service; addresses only where the site's own (`site`, ending in a slash) is known.

    Who asks is left out where it was concluded.
    """
    reach = contact(office)
    provider: dict[str, Any] = {"@type": "GovernmentOrganization", "name": office.nama}
    provider |= {key: value for key, value in (("address", reach.alamat), ("email", reach.email)) if value}
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": item.nama,
        "alternateName": item.sop.nama if item.sop.nama != item.nama else None,
        "description": item.service.ringkasan,
        "identifier": item.service.id,
        "serviceType": office.division(item.sop.bidang).nama,
        "provider": provider,
        "areaServed": {"@type": "AdministrativeArea", "name": area(office)} if area(office) else None,
        "serviceOutput": [{"@type": "Thing", "name": result} for result in results] or None,
        "availableChannel": _channel(item),
        "subjectOf": {"@type": "CreativeWork", "name": f"SOP {item.sop.nama}", "identifier": item.sop.nomor},
    }
    if "peminta" not in item.service.disimpulkan:
        facts["audience"] = [{"@type": "Audience", "audienceType": name} for name in askers]
    if site:
        facts["url"] = f"{site}layanan/{item.service.id}/"
        facts["subjectOf"]["url"] = f"{site}{sop_address(item.sop.id)}"
    return {key: value for key, value in facts.items() if value is not None}


def _channel(item: Derived) -> dict[str, Any] | None:
    """How long it takes, where ISO 8601 can say it."""
    time = None if item.service.waktu else iso_duration(item.sop)
    return {"@type": "ServiceChannel", "processingTime": time} if time else None
