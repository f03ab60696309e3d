"""What is new, changed or withdrawn, by day: for whoever keeps a copy of the list and asks now and then."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Literal

from macros.json_lines import lines_json
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information

CHANGES_FILE = "ppid/perubahan.json"
MONTHS_FOLDER = "ppid/perubahan/"

KINDS = ("baru", "berubah", "ditarik")
"""In the order in which they can happen to an entry on one day."""


@dataclass(frozen=True)
class Event:
    """Something that happened to an entry."""

    day: date
    kind: Literal["baru", "berubah", "ditarik"]
    item: Information
    text: str | None = None


def events(selection: Selection, since: date | None = None) -> list[Event]:
    """All that happened from a day until today, newest first; entries of one day by id."""
    found = [event for item in selection.entries for event in _of(item, selection)]
    found = [event for event in found if (since is None or event.day >= since) and event.day <= selection.today]
    # stable: within a day by id, and within an entry the last first
    found.sort(key=lambda event: KINDS.index(event.kind), reverse=True)
    found.sort(key=lambda event: event.item.id)
    found.sort(key=lambda event: event.day, reverse=True)
    return found


def _of(item: Information, selection: Selection) -> Iterator[Event]:
    assert item.terbit is not None
    yield Event(item.terbit, "baru", item)
    for change in selection.changes_of(item):
        yield Event(change.tanggal, "berubah", item, change.uraian)
    withdrawal = selection.withdrawal_of(item)
    if withdrawal:
        yield Event(withdrawal.tanggal, "ditarik", item, withdrawal.alasan)


def changes_json(selection: Selection, since: date | None = None) -> bytes:
    """`/ppid/perubahan.json`, or the part of it from a day on."""
    head = {"sejak": since and since.isoformat(), "sampai": selection.today.isoformat()}
    return lines_json(head, "perubahan", (_record(event, selection) for event in events(selection, since)))


def months(selection: Selection) -> Iterator[tuple[str, bytes]]:
    """(address, content) of one file per month that has changes, and of their index."""
    index = []
    for month, found in groupby(events(selection), lambda event: (event.day.year, event.day.month)):
        name = f"{month[0]}-{month[1]:02}"
        address = f"{MONTHS_FOLDER}{name}.json"
        records = [_record(event, selection) for event in found]
        last = min(date(*month, monthrange(*month)[1]), selection.today)
        head = {"sejak": date(*month, 1).isoformat(), "sampai": last.isoformat()}
        yield address, lines_json(head, "perubahan", records)
        index.append({"bulan": name, "jumlah": len(records), "url": selection.link(address)})
    yield f"{MONTHS_FOLDER}index.json", lines_json({}, "bulan", index)


def _record(event: Event, selection: Selection) -> dict[str, Any]:
    return {
        "tanggal": event.day.isoformat(),
        "jenis": event.kind,
        "id": event.item.id,
        "judul": event.item.judul,
        "perangkat_daerah": event.item.perangkat_daerah,
        "perangkat_daerah_nama": selection.agency_name(event.item),
        "uraian": event.text,
        "url": selection.link(page_address(event.item.id)),
    }
