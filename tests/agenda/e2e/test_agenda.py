"""The agenda as visitors meet it: events of every state and length, on a phone and a desk, light and dark, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.accessibility import beyond_the_screen, serious
from tests.calendars import read_calendar
from tests.conftest import ROOT, TODAY
from tests.serving import build_site, copy_of_project, served

LONG = "Contoh judul yang panjang sekali dan masih bersambung " * 4 + "katapanjangsekalitanpaspasi" * 3
STATES = {
    "biasa": "status: terbit",
    "batal": "status: batal\npembatalan: {tanggal: 2026-11-21, alasan: Contoh alasan}",
    "diundur": "status: diundur\npengunduran: [{tanggal: 2026-11-21, semula: 2026-12-05 09:00, alasan: Contoh alasan}]",
    "lama": "status: terbit\npengunduran: [{tanggal: 2026-11-21, semula: 2026-12-01 09:00, alasan: Contoh alasan}]\n"
    "disimpulkan: {tempat: Contoh alasan}",
}
PAGES = ("agenda/", "agenda/2026/", *(f"agenda/2026/contoh-{state}/" for state in STATES))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole site with an event of every state, from the example that editors copy."""
    project = copy_of_project(ROOT, tmp_path_factory.mktemp("agenda") / "proyek")
    example = (project / "warta_data/contoh-agenda.yml").read_text(encoding="utf-8")
    for state, text in STATES.items():
        event = example.replace("status: draf", f"terbit: 2026-11-20\n{text}").replace("Contoh judul acara", LONG)
        (project / f"warta_data/agenda/2026/contoh-{state}.yml").write_text(event, encoding="utf-8")
    with served(build_site(project, TODAY.isoformat())) as root:
        yield root


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "dark")])
def test_accessible_and_as_wide_as_the_screen(browser: Browser, address: str, width: int, scheme: str) -> None:
    """Axe finds nothing serious, and nothing sticks out, on any page of the agenda, nor on the home page with events."""
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    faults = []
    for name in ("", *PAGES):
        page.goto(address + name)
        wide = beyond_the_screen(page, but=".vh")
        faults += [(name, item) for item in (*wide, *serious(page))]
    context.close()
    assert faults == []


def test_from_the_home_page_into_a_calendar(browser: Browser, address: str, tmp_path: Path) -> None:
    """Without JavaScript: the next event on the home page, its page, and a file that a calendar reads."""
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(address)
    events = page.locator("[aria-labelledby=agenda-terdekat] li")
    expect(events).to_have_count(3)
    expect(page.locator("[aria-labelledby=agenda-terdekat]")).not_to_contain_text("Batal")
    events.first.get_by_role("link").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Simpan ke kalender (.ics)").click()
    assert download.value.suggested_filename == "contoh-biasa.ics"
    download.value.save_as(tmp_path / "acara.ics")
    (event,) = read_calendar((tmp_path / "acara.ics").read_bytes())
    assert str(event["SUMMARY"]) == page.locator("h1").inner_text()
    page.goto(f"{address}agenda/2026/contoh-batal/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Acara ini dibatalkan pada 21 November 2026.")).to_be_visible()
    expect(page.locator(".tombol")).to_have_count(0)
    context.close()
