"""What the templates of the agenda may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from macros.agenda.content import Event
from macros.agenda.metadata import Metadata
from macros.agenda.models import Column, EventDocument, day_of
from macros.dates import MONTHS, long_date, weekday_date
from macros.models.registers import Agency

COLUMN_NAMES: Mapping[Column, str] = {
    "judul": "Judul",
    "mulai": "Waktu mulai",
    "selesai": "Waktu selesai",
    "tempat": "Tempat",
    "penyelenggara": "Penyelenggara",
    "perangkat_daerah": "Perangkat daerah",
    "keterangan": "Keterangan",
}


def moment_text(moment: date | datetime) -> str:
    """`Senin, 29 Desember 2025`, and for a moment `Senin, 29 Desember 2025 pukul 09.00 WITA`."""
    day = weekday_date(day_of(moment))
    return f"{day} pukul {moment:%H.%M} WITA" if isinstance(moment, datetime) else day


def span_text(start: date | datetime, end: date | datetime | None) -> str:
    """When something is, from its beginning to its end."""
    if end is None or end == start:
        return moment_text(start)
    if isinstance(start, datetime) and isinstance(end, datetime) and day_of(start) == day_of(end):
        return f"{weekday_date(day_of(start))} pukul {start:%H.%M} sampai {end:%H.%M} WITA"
    return f"{moment_text(start)} sampai {moment_text(end)}"


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list."""

    url: str
    judul: str
    ringkasan: str
    waktu: str
    iso: str
    hari: str
    """The day of the month that it begins on, large beside its title; with the last day where it has several."""
    bulan: str
    tempat: str | None
    tanda: str | None
    """What stands beside its title where it is not as it was planned."""
    gugur: bool
    """Whether its time does not hold."""


def card(event: Event) -> EventCard:
    """An event as it stands in lists."""
    item = event.isi
    first, last = item.hari_mulai, item.hari_akhir
    same_month = (first.year, first.month) == (last.year, last.month)
    return EventCard(
        url=event.alamat,
        judul=item.judul,
        ringkasan=item.ringkasan,
        waktu=span_text(item.mulai, item.selesai),
        iso=item.mulai.isoformat(),
        hari=str(first.day) if first == last or not same_month else f"{first.day}–{last.day}",
        bulan=MONTHS[first.month - 1][:3],
        tempat=item.tempat.nama if item.tempat else None,
        tanda=mark(item),
        gugur=item.status in ("batal", "diundur"),
    )


def mark(item: EventDocument) -> str | None:
    """What became of its time."""
    if item.status == "batal":
        return "Batal"
    if item.status == "diundur":
        return "Diundur"
    return "Dijadwalkan ulang" if item.pengunduran else None


@dataclass(frozen=True, slots=True)
class Month:
    """The events that begin in one month."""

    nama: str
    acara: tuple[EventCard, ...]


def months(events: Iterable[Event]) -> Iterator[Month]:
    """Events that stand in order, month by month."""
    for (year, month), group in groupby(events, lambda event: (event.isi.hari_mulai.year, event.isi.hari_mulai.month)):
        yield Month(f"{MONTHS[month - 1]} {year}", tuple(card(event) for event in group))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page with lists."""

    judul: str
    bulan: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event on its own page."""

    kartu: EventCard
    isi: EventDocument
    kalender: str
    """The address of its calendar file."""
    keterangan: tuple[str, ...]
    """Its paragraphs."""
    pengunduran: tuple[tuple[str, str, str], ...]
    """Day, time that no longer holds, and reason of each."""
    batal: tuple[str, str] | None
    lewat: bool
    perangkat_daerah: tuple[Agency, ...]
    disimpulkan: tuple[tuple[str, str], ...]
    """Part and reason of everything concluded."""
    dimuat: str
    metadata: Metadata


def event_view(event: Event, agencies: Mapping[str, Agency], today: date, metadata: Metadata) -> EventView:
    """The view of one event."""
    item = event.isi
    gone = item.pembatalan
    return EventView(
        kartu=card(event),
        isi=item,
        kalender=event.alamat_kalender,
        keterangan=tuple(part.strip() for part in (item.keterangan or "").split("\n\n") if part.strip()),
        pengunduran=tuple(
            (long_date(change.tanggal), moment_text(change.semula), change.alasan) for change in item.pengunduran
        ),
        batal=(long_date(gone.tanggal), gone.alasan) if gone else None,
        lewat=item.lewat(today),
        perangkat_daerah=tuple(agencies[agency] for agency in item.perangkat_daerah),
        disimpulkan=tuple((COLUMN_NAMES[key], reason) for key, reason in item.disimpulkan.items()),
        dimuat=long_date(item.terbit),
        metadata=metadata,
    )
