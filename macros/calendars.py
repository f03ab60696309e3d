"""Calendar files that people open or subscribe to: iCalendar, RFC 5545, the same bytes for the same entries.

Moments are WITA. The file brings that time zone along under its name in the IANA database, `Asia/Makassar`: eight
hours ahead of UTC all year, in every year that a portal tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from macros.dates import WITA

MEDIA_TYPE = "text/calendar"

ZONE = "Asia/Makassar"

TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:WITA",
    "END:STANDARD",
    "END:VTIMEZONE",
)

LINE = 75
"""Octets of a line at most, its end not counted; longer ones are folded (section 3.1)."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no text may hold (section 3.3.11: TSAFE-CHAR)."""

State = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar: whole days, or from a moment on."""

    alamat: str
    """Its page below the site's root. What it is known by for ever is made from it."""
    judul: str
    mulai: date | datetime
    selesai: date | datetime | None
    """The last day, or the moment of its end; of the same kind as `mulai`."""
    diperbarui: date
    """The day its facts changed last."""
    uraian: str = ""
    tempat: str = ""
    keadaan: State = "CONFIRMED"
    urutan: int = 0
    """How many times it was moved or called off: of two copies a calendar believes the one with more."""


@dataclass(frozen=True)
class CalendarFile:
    """Entries as one file; `situs` is the site's own address, ending in a slash, or empty where it is not known."""

    judul: str
    entries: tuple[Entry, ...]
    situs: str = ""

    def content(self) -> bytes:
        """The file, in UTF-8, each line ended by CR LF."""
        return b"".join(folded(line) for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield "BEGIN:VCALENDAR"
        yield "VERSION:2.0"
        yield "PRODID:-//Portal KominfoSP//Kalender//ID"
        yield "CALSCALE:GREGORIAN"
        # RFC 7986 and what came before it: the name under which a subscriber sees the calendar, how often to ask anew
        for name in ("NAME", "X-WR-CALNAME"):
            yield f"{name}:{escaped(self.judul)}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
        yield "X-PUBLISHED-TTL:P1D"
        # a calendar has at least one part (section 3.6): where nothing is coming, it is the time zone
        if not self.entries or any(isinstance(entry.mulai, datetime) for entry in self.entries):
            yield from TIME_ZONE
        for entry in self.entries:
            yield from self._event(entry)
        yield "END:VCALENDAR"

    def _event(self, entry: Entry) -> Iterator[str]:
        changed = datetime.combine(entry.diperbarui, time(), WITA).astimezone(UTC)
        stamp = f"{changed:%Y%m%dT%H%M%SZ}"
        yield "BEGIN:VEVENT"
        yield f"UID:{identity(entry.alamat)}"
        yield f"DTSTAMP:{stamp}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"SEQUENCE:{entry.urutan}"
        yield f"DTSTART{_value(entry.mulai)}"
        if isinstance(entry.selesai, datetime):
            yield f"DTEND{_value(entry.selesai)}"
        elif not isinstance(entry.mulai, datetime):  # the end of whole days is the day after (section 3.6.1)
            yield f"DTEND{_value((entry.selesai or entry.mulai) + DAY)}"
        yield f"SUMMARY:{escaped(entry.judul)}"
        for name, text in (("DESCRIPTION", entry.uraian), ("LOCATION", entry.tempat)):
            if text:
                yield f"{name}:{escaped(text)}"
        if self.situs:
            yield f"URL:{self.situs}{entry.alamat}"
        yield f"STATUS:{entry.keadaan}"
        yield "TRANSP:TRANSPARENT"  # whoever subscribes is not busy because of it
        yield "END:VEVENT"


def identity(address: str) -> str:
    """What an entry is known by for ever, wherever the site stands (RFC 7986, section 5.3: a UUID)."""
    return str(uuid5(NAMESPACE_URL, f"/{address}"))


def _value(moment: date | datetime) -> str:
    """A day or a moment, with the parameter that says which."""
    if isinstance(moment, datetime):
        return f";TZID={ZONE}:{moment.astimezone(WITA):%Y%m%dT%H%M%S}"
    return f";VALUE=DATE:{moment:%Y%m%d}"


def escaped(text: str) -> str:
    """A text as a value (section 3.3.11)."""
    text = re.sub(r"[\\;,]", r"\\\g<0>", text.replace("\r\n", "\n").replace("\r", "\n"))
    return CONTROL.sub("", text.replace("\n", r"\n"))


def folded(line: str) -> bytes:
    """A line as it stands in the file: no character is cut apart, what goes on begins with a blank."""
    return b"\r\n ".join(_pieces(line)) + b"\r\n"


def _pieces(line: str) -> Iterable[bytes]:
    piece, room = b"", LINE
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            yield piece
            piece, room = b"", LINE - 1  # for the blank
        piece += octets
    yield piece
