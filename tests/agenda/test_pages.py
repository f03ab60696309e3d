"""The pages of the agenda: what is coming, what is over, what was moved or called off, and what never shows."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.portal import Portal
from macros.ppid.dip import Dip
from macros.sections.home import home
from macros.site import Site
from tests.agenda.conftest import Write, pages, section
from tests.agenda.test_calendar import CALLED_OFF, PUT_OFF
from tests.calendars import read_calendar
from tests.conftest import TODAY


def text(html: str) -> str:
    """What a person reads."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def parts(html: str) -> dict[str, list[str]]:
    """Heading of a part of a list -> the titles in it, in order."""
    found = re.findall(r"<section>\s*<h2[^>]*>(.*?)</h2>(.*?)</section>", html, re.DOTALL)
    return {heading: re.findall(r'class="acara-judul"><a href="[^"]*">(.*?)</a>', rest) for heading, rest in found}


def test_an_event_has_its_page_and_stands_in_its_lists(write: Write, portal: Portal) -> None:
    """The address comes from the file, and each part of it is a page."""
    made = pages(section(write(more="perangkat_daerah: [inspektorat]\npenyelenggara: Contoh panitia\n"), portal))
    assert set(made) == {"agenda/", "agenda/2026/", "agenda/2026/contoh/"}
    page = text(made["agenda/2026/contoh/"])
    for words in (
        "Contoh acara Contoh ringkasan.",
        "Waktu Sabtu, 5 Desember 2026 pukul 09.00 sampai 12.00 WITA",
        "Tempat Contoh gedung",
        "Penyelenggara Inspektorat Contoh panitia",
        "Simpan ke kalender (.ics)",
        "Dimuat 20 November 2026.",
    ):
        assert words in page, words
    assert '<a href="https://contoh.example/acara" rel="noopener">Contoh sumber</a>' in made["agenda/2026/contoh/"]
    assert parts(made["agenda/"]) == {"Akan datang": ["Contoh acara"]}
    assert "Desember 2026" in made["agenda/2026/"]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2026-12-05", "", "Sabtu, 5 Desember 2026"),
        ("2026-12-05", "2026-12-05", "Sabtu, 5 Desember 2026"),
        ("2026-12-05", "2027-01-02", "Sabtu, 5 Desember 2026 sampai Sabtu, 2 Januari 2027"),
        ("2026-12-05 09:00", "", "Sabtu, 5 Desember 2026 pukul 09.00 WITA"),
        ("2026-12-05 21:00", "2026-12-06 01:30", "Sabtu, 5 Desember 2026 pukul 21.00 WITA sampai Minggu, 6 Desember 2026 pukul 01.30 WITA"),
    ],
)  # fmt: skip
def test_times_are_said_in_full(write: Write, portal: Portal, start: str, end: str, words: str) -> None:
    """With the day of the week, and the time zone where there is a time."""
    (card,) = section(write(mulai=start, selesai=end), portal).next_cards
    assert card.waktu == words


def test_coming_events_begin_with_the_next_and_past_ones_with_the_last(write: Write, portal: Portal) -> None:
    """An event of today, or that goes on today, is not over; one month has one heading."""
    for name, start, end in (
        ("kemarin", "2026-11-20", ""),
        ("berjalan", "2026-11-19", "2026-11-21"),
        ("hari-ini", "2026-11-21 08:00", "2026-11-21 09:00"),
        ("lusa", "2026-11-23", ""),
        ("lama", "2026-03-01", ""),
        ("nanti", "2027-02-01", ""),
    ):
        project = write(f"{start[:4]}/{name}.yml", judul=name, mulai=start, selesai=end)
    made = pages(section(project, portal))
    assert parts(made["agenda/"]) == {
        "Akan datang": ["berjalan", "hari-ini", "lusa", "nanti"],
        "Sudah lewat": ["kemarin", "lama"],
    }
    assert re.findall(r'agenda-bulan">(.*?)<', made["agenda/"]) == [
        "November 2026",
        "Februari 2027",
        "November 2026",
        "Maret 2026",
    ]
    assert "sudah lewat" in made["agenda/2026/kemarin/"]
    assert "sudah lewat" not in made["agenda/2026/hari-ini/"]


def test_the_list_names_the_last_ten_and_the_years_name_all(write: Write, portal: Portal) -> None:
    """The page stays short however old the portal grows."""
    for day in range(1, 13):
        project = write(f"2025/contoh-{day:02}.yml", judul=f"Contoh {day}", mulai=f"2025-03-{day:02}", selesai="")
    made = pages(section(project, portal))
    assert parts(made["agenda/"])["Sudah lewat"] == [f"Contoh {day}" for day in range(12, 2, -1)]
    assert "Belum ada acara yang akan datang." in made["agenda/"]
    assert made["agenda/2025/"].count('class="acara-judul"') == 12
    assert '<a href="../agenda/2025/">2025</a>' in made["agenda/"]


def test_a_called_off_event_says_so_everywhere(write: Write, portal: Portal) -> None:
    """Its page and its lists stay, with the reason; the home page does not invite to it."""
    part = section(write(more=CALLED_OFF, status="batal"), portal)
    made = pages(part)
    assert "Acara ini dibatalkan pada 21 November 2026. Alasan: Contoh alasan" in text(made["agenda/2026/contoh/"])
    assert "<s><time" in made["agenda/2026/contoh/"]
    assert "Contoh acara Batal" in text(made["agenda/"])
    assert part.next_cards == ()
    assert next(page.ringkasan for page in part.pages() if page.alamat == "agenda/2026/contoh/").startswith("Batal: ")


def test_a_postponed_event_waits_for_its_new_time(write: Write, portal: Portal) -> None:
    """Until there is one it is not among the coming ones; afterwards its page tells what it was."""
    made = pages(section(write(more=PUT_OFF, status="diundur"), portal))
    assert parts(made["agenda/"]) == {"Menunggu waktu baru": ["Contoh acara"], "Akan datang": []}
    assert "Diundur pada 21 November 2026; waktu barunya belum ada." in text(made["agenda/2026/contoh/"])
    made = pages(section(write(more=PUT_OFF, mulai="2027-01-09 09:00", selesai=""), portal))
    assert parts(made["agenda/"]) == {"Akan datang": ["Contoh acara"]}
    assert "Semula Sabtu, 5 Desember 2026 pukul 09.00 WITA. Alasan: Contoh alasan" in text(made["agenda/2026/contoh/"])
    assert set(made) == {"agenda/", "agenda/2026/", "agenda/2027/", "agenda/2026/contoh/"}
    assert "Diundur ke tahun lain" in made["agenda/2026/"]


def test_drafts_and_plans_are_nowhere(write: Write, portal: Portal) -> None:
    """Neither on a page nor in a calendar nor in the search."""
    write("2026/rahasia-draf.yml", judul="Rahasia", status="draf")
    part = section(write("2026/rahasia-rencana.yml", judul="Rahasia", terbit="2026-11-22"), portal)
    assert len(part.events) == 2
    assert pages(part).keys() == {"agenda/"}
    assert "Belum ada acara yang akan datang." in pages(part)["agenda/"]
    assert [asset.alamat for asset in part.assets()] == ["agenda.ics"]
    assert list(part.records()) == []


def test_what_was_concluded_is_marked_with_its_reason(write: Write, portal: Portal) -> None:
    """At its place, and below in words; the facts for machines leave it out."""
    part = section(write(more="disimpulkan: {tempat: Contoh alasan simpulan}\n"), portal)
    page = pages(part)["agenda/2026/contoh/"]
    assert re.search(r'<dt>Tempat\s*<a class="simpulan" href="#disimpulkan"', page)
    assert "† Tempat: Contoh alasan simpulan" in text(page)
    assert "location" not in facts(page)


def facts(page: str) -> dict[str, object]:
    """What a page says to search engines."""
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    content = json.loads(written)
    assert isinstance(content, dict)
    return content


def test_facts_for_search_engines(write: Write, portal: Portal) -> None:
    """schema.org's Event; what was typed cannot end the script."""
    project = write(more="perangkat_daerah: [inspektorat]\n", judul="'</script><b>Contoh'")
    assert facts(pages(section(project, portal, "https://contoh.example/"))["agenda/2026/contoh/"]) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "</script><b>Contoh",
        "description": "Contoh ringkasan.",
        "startDate": "2026-12-05T09:00:00+08:00",
        "endDate": "2026-12-05T12:00:00+08:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": "id",
        "location": {"@type": "Place", "name": "Contoh gedung"},
        "organizer": [{"@type": "GovernmentOrganization", "name": "Inspektorat"}],
        "url": "https://contoh.example/agenda/2026/contoh/",
    }


@pytest.mark.parametrize(
    ("more", "changes", "expected"),
    [
        (CALLED_OFF, {"status": "batal"}, {"eventStatus": "https://schema.org/EventCancelled"}),
        (PUT_OFF, {"status": "diundur"}, {"eventStatus": "https://schema.org/EventPostponed", "previousStartDate": "2026-12-05T09:00:00+08:00"}),
        (PUT_OFF, {"mulai": "2027-01-09", "selesai": ""}, {"eventStatus": "https://schema.org/EventRescheduled", "startDate": "2027-01-09", "previousStartDate": "2026-12-05T09:00:00+08:00"}),
    ],
    ids=["batal", "diundur", "dijadwalkan-ulang"],
)  # fmt: skip
def test_search_engines_learn_of_changes(
    write: Write, portal: Portal, more: str, changes: dict[str, str], expected: dict[str, str]
) -> None:
    """The state in schema.org's words, and the time that no longer holds."""
    found = facts(pages(section(write(more=more, **changes), portal))["agenda/2026/contoh/"])
    assert expected.items() <= found.items()


def test_the_search_finds_events_by_place_and_organizer(write: Write, portal: Portal) -> None:
    """Each with its time, and what became of it."""
    project = write(more=CALLED_OFF + "perangkat_daerah: [inspektorat]\n", status="batal")
    (record,) = section(project, portal).records()
    assert (record.alamat, record.judul, record.jenis) == ("agenda/2026/contoh/", "Contoh acara", "agenda")
    assert record.isi == ("Contoh ringkasan.", "Contoh gedung", "Inspektorat")
    assert record.meta["keterangan"] == "Sabtu, 5 Desember 2026 pukul 09.00 sampai 12.00 WITA · Batal"


def test_the_home_page_shows_the_next_three_or_nothing(write: Write, portal: Portal, site: Site) -> None:
    """No empty heading where nothing is coming."""
    figures = site.pages["index.md"]
    assert 'id="agenda-terdekat"' in figures.html
    for day in range(1, 6):
        project = write(f"2026/contoh-{day}.yml", judul=f"Contoh {day}", mulai=f"2026-12-0{day}", selesai="")
    for cards, titles in ((section(project, portal).next_cards, ["Contoh 1", "Contoh 2", "Contoh 3"]), ((), [])):
        html = home((), cards, Dip({}, TODAY), portal, site.figures).html
        assert re.findall(r'class="acara-judul"><a href="[^"]*">(.*?)</a>', html) == titles
        assert ("agenda" in html.lower()) == bool(titles)


def test_a_portal_without_events_has_its_page(tmp_path: Path, portal: Portal) -> None:
    """Empty, and saying so; its calendar can be subscribed to already."""
    part = section(tmp_path, portal)
    assert pages(part).keys() == {"agenda/"}
    assert "Belum ada acara yang akan datang." in pages(part)["agenda/"]
    assert 'href="../agenda.ics"' in pages(part)["agenda/"]
    assert [read_calendar(asset.isi) for asset in part.assets()] == [[]]


def test_every_real_event_names_its_source(site: Site) -> None:
    """Nothing is on the agenda because somebody thought so."""
    for event in site.agenda.public:
        assert all(source.url for source in event.isi.sumber), event.alamat
