"""Calendar files as a calendar program reads them, whoever wrote them: Python here, JavaScript in the browser."""

from __future__ import annotations

import re

from icalendar import Calendar, Event

LINE = 75
"""Octets of a line at most, RFC 5545, section 3.1."""


def read_calendar(raw: bytes) -> list[Event]:
    """The events of a calendar file, none of it misread; asserts what RFC 5545 asks of every file and event."""
    lines = raw.split(b"\r\n")
    assert lines.pop() == b"", "the last line is ended, too"
    assert raw.count(b"\n") == raw.count(b"\r") == len(lines), "lines end in CR LF and in nothing else"
    assert max(map(len, lines)) <= LINE
    for line in lines:
        line.decode()  # no character is cut apart
    assert all(re.match(rb" |[A-Z-]+[;:]", line) for line in lines), "a property, or what goes on from the line above"
    calendar = Calendar.from_ical(raw)
    assert str(calendar["VERSION"]) == "2.0"
    assert calendar["PRODID"]
    assert calendar.subcomponents, "section 3.6: at least one component"
    known = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    for event in events:
        assert event.errors == []
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            assert not isinstance(event[name], list), f"{name} stands once"
        assert event["DTSTAMP"].to_ical().endswith(b"Z"), "in UTC"
        for name in ("DTSTART", "DTEND"):
            if name in event:
                assert event[name].params.get("TZID", "") in {"", *known}, "a time zone that the file brings along"
    identities = [str(event["UID"]) for event in events]
    assert len(set(identities)) == len(identities)
    return events
