"""Calendar files of events, read back by another program's reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Event

from macros.calendars import CalendarFile, Entry, identity
from macros.dates import WITA
from macros.portal import Portal
from macros.site import Site
from tests.agenda.conftest import Write, section
from tests.calendars import read_calendar

ENTRY = Entry("agenda/2026/contoh/", "Contoh", date(2026, 12, 5), None, date(2026, 11, 20))
MAKASSAR = ZoneInfo("Asia/Makassar")

PUT_OFF = "pengunduran: [{tanggal: 2026-11-21, semula: 2026-12-05 09:00, alasan: Contoh alasan}]\n"
CALLED_OFF = "pembatalan: {tanggal: 2026-11-21, alasan: Contoh alasan}\n"


def only(write: Write, portal: Portal, more: str = "", **changes: str) -> Event:
    """The one event in the calendar of all."""
    (content, _) = (asset.isi for asset in section(write(more=more, **changes), portal).assets())
    (event,) = read_calendar(content)
    return event


def test_an_event_is_in_the_calendar_of_all_and_in_its_own(write: Write, portal: Portal) -> None:
    """Time, place, description with its source, and its page."""
    part = section(write(), portal, "https://contoh.example/portal/")
    made = {asset.alamat: asset.isi for asset in part.assets()}
    assert set(made) == {"agenda.ics", "agenda/2026/contoh/contoh.ics"}
    for content in made.values():
        (event,) = read_calendar(content)
        assert event["SUMMARY"] == "Contoh acara"
        assert event["DTSTART"].dt == datetime(2026, 12, 5, 9, tzinfo=MAKASSAR)
        assert event["DTEND"].dt == datetime(2026, 12, 5, 12, tzinfo=MAKASSAR)
        assert event["LOCATION"] == "Contoh gedung"
        assert event["DESCRIPTION"] == "Contoh ringkasan.\n\nSumber: Contoh sumber"
        assert event["URL"] == "https://contoh.example/portal/agenda/2026/contoh/"
        assert event["STATUS"] == "CONFIRMED"
        assert event["DTSTAMP"].dt == datetime(2026, 11, 19, 16, tzinfo=UTC), "midnight in WITA"


def test_no_address_is_made_up(write: Write, portal: Portal) -> None:
    """Where nobody knows where the site stands, an event names no page."""
    assert "URL" not in only(write, portal)


@pytest.mark.parametrize(
    ("start", "end", "first", "after"),
    [
        ("2026-12-05", "", date(2026, 12, 5), date(2026, 12, 6)),
        ("2026-12-05", "2026-12-07", date(2026, 12, 5), date(2026, 12, 8)),
        ("2026-12-31", "2027-01-01", date(2026, 12, 31), date(2027, 1, 2)),
    ],
)
def test_whole_days_end_on_the_day_after(
    write: Write, portal: Portal, start: str, end: str, first: date, after: date
) -> None:
    """DTEND of whole days is the first day that is free again; no time zone is needed."""
    event = only(write, portal, mulai=start, selesai=end)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (first, after)
    content = next(section(write(mulai=start, selesai=end), portal).assets()).isi
    assert b"VTIMEZONE" not in content


def test_an_event_without_an_end_has_none(write: Write, portal: Portal) -> None:
    """Nothing is guessed."""
    assert "DTEND" not in only(write, portal, selesai="")


@pytest.mark.parametrize(
    ("more", "changes", "title", "status", "sequence"),
    [
        (PUT_OFF, {"status": "diundur"}, "Diundur: Contoh acara", "CANCELLED", 1),
        (PUT_OFF, {"mulai": "2027-01-09", "selesai": ""}, "Dijadwalkan ulang: Contoh acara", "CONFIRMED", 2),
        (CALLED_OFF, {"status": "batal"}, "Batal: Contoh acara", "CANCELLED", 1),
        (PUT_OFF + CALLED_OFF, {"status": "batal", "mulai": "2027-01-09", "selesai": ""}, "Batal: Contoh acara", "CANCELLED", 3),
    ],
    ids=["diundur", "dijadwalkan-ulang", "batal", "diundur-lalu-batal"],
)  # fmt: skip
def test_a_subscriber_learns_of_every_change(
    write: Write, portal: Portal, more: str, changes: dict[str, str], title: str, status: str, sequence: int
) -> None:
    """The same event, known by the same UID, with a higher SEQUENCE, a later stamp and the reason."""
    before = only(write, portal)
    after = only(write, portal, more, **changes)
    assert (after["SUMMARY"], after["STATUS"], after["SEQUENCE"]) == (title, status, sequence)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt == before["DTSTAMP"].dt + timedelta(days=1)
    assert "Contoh alasan" in after["DESCRIPTION"]


def test_what_an_event_is_known_by_never_changes() -> None:
    """A subscriber's calendar would show it twice."""
    assert identity("agenda/2026/contoh/") == "276feed0-7e05-5970-aa3f-860cb8becf3b"


def test_the_calendar_of_all_keeps_a_year(write: Write, portal: Portal) -> None:
    """What is over for longer is left to its own file; what waits for a new time stays."""
    write("2025/lama.yml", mulai="2025-11-19", selesai="")
    write("2025/setahun.yml", mulai="2025-11-20", selesai="")
    postponed = "pengunduran: [{tanggal: 2026-11-21, semula: 2025-01-01, alasan: Contoh}]\n"
    project = write("2025/tunggu.yml", postponed, mulai="2025-01-01", selesai="", status="diundur")
    made = {asset.alamat: asset.isi for asset in section(project, portal).assets()}
    assert [str(event["DTSTART"].dt) for event in read_calendar(made["agenda.ics"])] == ["2025-01-01", "2025-11-20"]
    assert "agenda/2025/lama/lama.ics" in made


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(TEXTS, TEXTS)
def test_any_text_comes_back_as_it_was(title: str, text: str) -> None:
    """Long lines, line breaks, commas, backslashes, characters of several octets; only control characters are left out."""
    entry = Entry("x/", f"C{title}", date(2026, 12, 5), None, date(2026, 11, 20), f"U{text}")
    (event,) = read_calendar(CalendarFile("Contoh", (entry,)).content())

    def kept(written: str) -> str:
        lines = written.replace("\r\n", "\n").replace("\r", "\n")
        return "".join(sign for sign in lines if sign in "\n\t" or not (sign < " " or sign == "\x7f"))

    assert event["SUMMARY"] == kept(f"C{title}")
    assert event["DESCRIPTION"] == kept(f"U{text}")


@pytest.mark.parametrize("year", [1970, 1999, 2026, 2037])
@pytest.mark.parametrize("month", [1, 7])
def test_the_time_zone_is_that_of_the_world(year: int, month: int) -> None:
    """What the file says of Asia/Makassar is what the IANA database says."""
    moment = datetime(year, month, 1, 9, tzinfo=WITA)
    entry = Entry("x/", "Contoh", moment, None, date(2026, 11, 20))
    content = CalendarFile("Contoh", (entry,)).content()
    (event,) = read_calendar(content)
    assert event["DTSTART"].dt == moment
    assert moment.astimezone(MAKASSAR).utcoffset() == moment.utcoffset()
    assert b"TZOFFSETTO:+0800" in content


def test_every_real_calendar_file_is_read(site: Site) -> None:
    """All events of the real content, each in a file of its own."""
    files = {asset.alamat: asset.isi for asset in site.agenda.assets()}
    events = [event for content in files.values() for event in read_calendar(content)]
    assert len(files) == len(site.agenda.public) + 1
    assert {str(event["UID"]) for event in events} == {identity(event.alamat) for event in site.agenda.public}
