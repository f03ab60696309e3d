"""The agenda's part of the site: its pages, its calendar files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from macros.agenda.content import ROOT, Event
from macros.agenda.metadata import event_facts
from macros.agenda.models import EventDocument
from macros.agenda.views import EventCard, Part, card, event_view, mark, months, span_text
from macros.calendars import CalendarFile, Entry
from macros.dates import long_date
from macros.pages import Asset, Page
from macros.portal import Portal
from macros.rendering import render
from macros.search import Record

CALENDAR = "agenda.ics"

KIND = "agenda"
"""What the search calls an event."""

RECENT = 10
"""So many past events stand below the coming ones; the others on the pages of their years."""

KEPT_DAYS = 366
"""So long a past event stays in the calendar that people subscribe to; beyond that it would only grow."""


@dataclass(frozen=True)
class AgendaSection:
    """The pages and files made from the events that are public on a day."""

    events: tuple[Event, ...]
    portal: Portal
    today: date
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def public(self) -> tuple[Event, ...]:
        """The public events in order of time."""
        shown = (event for event in self.events if event.isi.tampil(self.today))
        return tuple(sorted(shown, key=lambda event: (event.isi.urutan, event.alamat)))

    @cached_property
    def waiting(self) -> tuple[Event, ...]:
        """Those that were put off and have no new time."""
        return tuple(event for event in self.public if event.isi.status == "diundur")

    @cached_property
    def coming(self) -> tuple[Event, ...]:
        """Those that are not over, the next one first; called off ones too, for whoever meant to go."""
        return tuple(event for event in self._timed if not event.isi.lewat(self.today))

    @cached_property
    def past(self) -> tuple[Event, ...]:
        """Those that are over, the last one first."""
        return tuple(event for event in reversed(self._timed) if event.isi.lewat(self.today))

    @property
    def _timed(self) -> list[Event]:
        return [event for event in self.public if event.isi.status != "diundur"]

    @property
    def next_cards(self) -> tuple[EventCard, ...]:
        """The coming events that take place, for the home page."""
        return tuple(card(event) for event in self.coming if event.isi.status != "batal")

    @cached_property
    def _years(self) -> Mapping[str, list[Event]]:
        """Year of an event's beginning or of its address, the newest first -> its events.

        The address of an event without its last part is a page, too, whichever year the event was put off to.
        """
        years: dict[str, list[Event]] = {}
        for event in self.public:
            for year in {str(event.isi.hari_mulai.year), event.tahun}:
                years.setdefault(year, []).append(event)
        return dict(sorted(years.items(), reverse=True))

    def pages(self) -> Iterator[Page]:
        """Every page of this part; the HTML of one event is made when it is written."""
        head = render("agenda/kepala.html", ROOT, kalender=CALENDAR)
        yield Page(ROOT, "Agenda", "Acara yang akan datang dan yang sudah lewat, dengan sumbernya.", self._list, head)
        for year, events in self._years.items():
            address = f"{ROOT}{year}/"
            head = render("agenda/kepala.html", address, kalender=CALENDAR)
            yield Page(
                address,
                f"Agenda {year}",
                f"Acara tahun {year} menurut bulan, dengan sumbernya.",
                partial(self._year, year, events),
                head,
            )
        for event in self.public:
            head = render("agenda/kepala.html", event.alamat, kalender=event.alamat_kalender)
            html = partial(self._event, event)
            changed = min(event.isi.diperbarui, self.today)
            yield Page(event.alamat, event.isi.judul, self._summary(event.isi), html, head, changed)

    def assets(self) -> Iterator[Asset]:
        """The calendar of all events, and that of each."""
        first = date.fromordinal(self.today.toordinal() - KEPT_DAYS)
        recent = (event for event in self.public if event.isi.hari_akhir >= first or event.isi.status == "diundur")
        yield Asset(CALENDAR, self._calendar(f"Agenda {self.portal.settings.wilayah}", recent))
        for event in self.public:
            yield Asset(event.alamat_kalender, self._calendar(event.isi.judul, (event,)))

    def records(self) -> Iterator[Record]:
        """One record for each public event."""
        for event in self.public:
            item = event.isi
            agencies = (self.portal.agencies[agency].nama for agency in item.perangkat_daerah)
            place = (item.tempat.nama, item.tempat.alamat) if item.tempat else ()
            texts = (item.ringkasan, *place, item.penyelenggara, *agencies, item.keterangan)
            about = (span_text(item.mulai, item.selesai), mark(item))
            yield Record(
                alamat=event.alamat,
                judul=item.judul,
                isi=tuple(text for text in texts if text),
                jenis=KIND,
                meta={"keterangan": " · ".join(text for text in about if text)},
            )

    def _list(self) -> str:
        parts = [
            Part("Menunggu waktu baru", tuple(months(self.waiting))),
            Part("Akan datang", tuple(months(self.coming))),
            Part("Sudah lewat", tuple(months(self.past[:RECENT]))),
        ]
        return render(
            "agenda/daftar.html",
            ROOT,
            judul="Agenda",
            bagian=[part for part in parts if part.bulan or part.judul == "Akan datang"],
            tahun=tuple(self._years),
            kalender=CALENDAR,
            tanggal=long_date(self.today),
        )

    def _year(self, year: str, events: list[Event]) -> str:
        here = [event for event in events if str(event.isi.hari_mulai.year) == year]
        elsewhere = [event for event in events if str(event.isi.hari_mulai.year) != year]
        parts = [Part("", tuple(months(here))), Part("Diundur ke tahun lain", tuple(months(elsewhere)))]
        return render(
            "agenda/daftar.html",
            f"{ROOT}{year}/",
            judul=f"Agenda {year}",
            bagian=[part for part in parts if part.bulan],
            tahun=tuple(self._years),
            kalender=None,
            tanggal=long_date(self.today),
        )

    def _event(self, event: Event) -> str:
        facts = event_facts(event, self.portal.agencies, self.address)
        view = event_view(event, self.portal.agencies, self.today, facts)
        return render("agenda/acara.html", event.alamat, acara=view)

    @staticmethod
    def _summary(item: EventDocument) -> str:
        state = mark(item)
        return f"{f'{state}: ' if state else ''}{span_text(item.mulai, item.selesai)}. {item.ringkasan}"

    def _calendar(self, title: str, events: Iterable[Event]) -> bytes:
        return CalendarFile(title, tuple(map(self._entry, events)), self.address).content()

    def _entry(self, event: Event) -> Entry:
        """An event in a calendar file; one without a time that holds is called off there until it has a new one."""
        item = event.isi
        state = mark(item)
        place = (item.tempat.nama, item.tempat.alamat) if item.tempat else ()
        return Entry(
            alamat=event.alamat,
            judul=f"{state}: {item.judul}" if state else item.judul,
            mulai=item.mulai,
            selesai=item.selesai,
            diperbarui=item.diperbarui,
            uraian="\n\n".join(self._calendar_texts(item)),
            tempat=", ".join(text for text in place if text),
            keadaan="CANCELLED" if item.status in ("batal", "diundur") else "CONFIRMED",
            urutan=item.perubahan,
        )

    def _calendar_texts(self, item: EventDocument) -> Iterator[str]:
        if item.pembatalan:
            yield f"Dibatalkan {long_date(item.pembatalan.tanggal)}: {item.pembatalan.alasan}"
        for change in item.pengunduran:
            yield f"Diundur {long_date(change.tanggal)}: {change.alasan}"
        yield item.ringkasan
        organizers = [*(self.portal.agencies[agency].nama for agency in item.perangkat_daerah), item.penyelenggara]
        names = [name for name in organizers if name]
        if names:
            yield f"Penyelenggara: {', '.join(names)}"
        yield f"Sumber: {'; '.join(source.penerbit for source in item.sumber)}"
        if item.disimpulkan:
            yield "Sebagian isinya disimpulkan, bukan dibaca; alasannya ada di halamannya."
