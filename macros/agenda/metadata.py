"""An event for search engines: schema.org's Event as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from macros.agenda.content import Event
from macros.agenda.models import EventDocument
from macros.models.registers import Agency

Metadata = Mapping[str, Any]

SCHEMA = "https://schema.org"


def event_facts(event: Event, agencies: Mapping[str, Agency], site: str) -> Metadata:
    """The facts of one event; addresses only where the site's own (`site`, ending in a slash) is known.

    What was concluded instead of read is left out, but for the time, without which nothing is an event.
    """
    item = event.isi
    facts: dict[str, Any] = {
        "@context": SCHEMA,
        "@type": "Event",
        "name": item.judul,
        "description": item.ringkasan,
        "startDate": item.mulai.isoformat(),
        "eventStatus": f"{SCHEMA}/{_status(item)}",
        "inLanguage": "id",
    }
    if item.selesai:
        facts["endDate"] = item.selesai.isoformat()
    if item.pengunduran:
        facts["previousStartDate"] = item.pengunduran[-1].semula.isoformat()
    if item.tempat and "tempat" not in item.disimpulkan:
        address = {"address": item.tempat.alamat} if item.tempat.alamat else {}
        facts["location"] = {"@type": "Place", "name": item.tempat.nama, **address}
    organizers = list(_organizers(item, agencies))
    if organizers:
        facts["organizer"] = organizers
    if site:
        facts["url"] = f"{site}{event.alamat}"
    return facts


def _status(item: EventDocument) -> str:
    if item.status == "batal":
        return "EventCancelled"
    if item.status == "diundur":
        return "EventPostponed"
    return "EventRescheduled" if item.pengunduran else "EventScheduled"


def _organizers(item: EventDocument, agencies: Mapping[str, Agency]) -> list[dict[str, str]]:
    found = []
    if "perangkat_daerah" not in item.disimpulkan:
        names = (agencies[agency].nama for agency in item.perangkat_daerah)
        found += [{"@type": "GovernmentOrganization", "name": name} for name in names]
    if item.penyelenggara and "penyelenggara" not in item.disimpulkan:
        found.append({"@type": "Organization", "name": item.penyelenggara})
    return found
