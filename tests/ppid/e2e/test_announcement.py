"""Announcements and exclusions in the browser: the banner comes and goes by the clock, on every kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.site import Site
from tests.accessibility import beyond_the_screen, violations
from tests.conftest import ROOT
from tests.ppid.test_announcement import RIGHT
from tests.ppid.test_exclusion import RETEST
from tests.ppid.test_exclusion import RIGHT as EXCLUSION
from tests.serving import build_site, copy_of_project, served

COMING = (
    RIGHT.replace("Contoh peringatan", "Contoh gangguan air")
    .replace("2026-11-20", "2026-11-22")
    .replace("2026-11-22 18:00", "2026-11-23 06:00")
)
"""Begins on 22 November 2026 at 14.00, the day after the build."""

TITLE = "Contoh peringatan"
KINDS = ["", "sop/", "sop/mamuju/04/", "data/", "404.html", "ppid/serta-merta/", "ppid/dikecualikan/"]
PAGES = [
    "",
    "ppid/serta-merta/",
    "ppid/serta-merta/contoh/",
    "ppid/dikecualikan/",
    "ppid/dikecualikan/contoh/",
    "ppid/dikecualikan/contoh-tiga/",
]


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the whole site with two announcements and three exclusions, built on 21 November 2026."""
    project = tmp_path_factory.mktemp("diumumkan") / "proyek"
    copy_of_project(ROOT, project)
    for name, text in {
        "serta-merta/contoh": RIGHT,
        "serta-merta/contoh-air": COMING,
        "dikecualikan/contoh": EXCLUSION.replace("2026-12-31", "2026-10-31"),
        "dikecualikan/contoh-dua": EXCLUSION.replace("rancangan", "lain") + RETEST,
        "dikecualikan/contoh-tiga": EXCLUSION.replace("rancangan", "tiga").replace("sampai: 2026-12-31", "selama: x"),
    }.items():
        file = project / f"ppid_data/{name}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    site = build_site(project, "2026-11-21")
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page on a phone, whose owner lives in another time zone."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, timezone_id="Asia/Jakarta")
    yield context.new_page()
    context.close()


def banner_of(page: Page) -> Any:
    """The banner, found by its landmark."""
    return page.get_by_role("region", name="Pengumuman serta merta")


@pytest.mark.parametrize("address", KINDS)
def test_banner_is_on_every_kind_of_page_and_leads_to_the_announcement(
    page: Page, announced: str, address: str
) -> None:
    """Prose, generated and error pages alike, from any depth."""
    page.clock.install(time="2026-11-21T12:00:00+08:00")
    page.goto(announced + address)
    link = banner_of(page).get_by_role("link")
    assert link.all_inner_texts() == [TITLE]
    assert page.request.get(link.evaluate("link => link.href")).ok
    link.click()
    expect(page.locator("article h1")).to_have_text(TITLE)


@pytest.mark.parametrize(
    ("now", "titles"),
    [
        ("2026-11-20T13:59:00+08:00", []),
        ("2026-11-20T14:00:00+08:00", [TITLE]),
        ("2026-11-22T13:59:59+08:00", [TITLE]),
        ("2026-11-22T14:00:00+08:00", ["Contoh gangguan air", TITLE]),
        ("2026-11-22T18:00:00+08:00", ["Contoh gangguan air"]),
        ("2026-11-23T06:00:00+08:00", []),
        ("2027-01-01T00:00:00+08:00", []),
    ],
)
def test_banner_follows_the_clock(page: Page, announced: str, now: str, titles: list[str]) -> None:
    """A site built once shows each announcement from its first to its last minute, in the regency's time."""
    page.clock.set_fixed_time(now)
    page.goto(announced + "sop/")
    assert page.locator(".pengumuman li:visible a").all_inner_texts() == titles
    expect(page.locator(".pengumuman")).to_be_visible(visible=bool(titles))


def test_a_page_left_open_changes_by_itself(page: Page, announced: str) -> None:
    """Nobody has to reload: it appears, and goes, while the page is open; its own page says so."""
    page.clock.install(time="2026-11-22T13:00:00+08:00")
    page.goto(announced + "ppid/serta-merta/contoh/")
    shown = page.locator(".pengumuman li:visible a")
    state = page.locator("[data-keadaan]")
    assert (shown.all_inner_texts(), state.inner_text()) == ([TITLE], "berlaku")
    page.clock.fast_forward("01:00:01")
    assert (shown.all_inner_texts(), state.inner_text()) == (["Contoh gangguan air", TITLE], "berlaku")
    page.clock.fast_forward("04:00:00")
    assert (shown.all_inner_texts(), state.inner_text()) == (["Contoh gangguan air"], "berakhir")
    page.clock.fast_forward("12:00:00")
    expect(page.locator(".pengumuman")).to_be_hidden()


def test_without_javascript_the_text_says_until_when(browser: Browser, announced: str) -> None:
    """What is in force on the day of the build is there; what is coming waits for the next build."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(announced + "data/")
    shown = banner_of(page).locator("li:visible").all_inner_texts()
    assert shown == [f"{TITLE} berlaku sampai 22 November 2026 pukul 18.00 WITA"]
    context.close()


def test_it_is_not_read_out_on_every_page(page: Page, announced: str) -> None:
    """A landmark with a name, no live region."""
    page.clock.set_fixed_time("2026-11-21T12:00:00+08:00")
    page.goto(announced)
    live = "[aria-live], [role=alert], [role=status], [role=log]"
    assert page.locator(f".pengumuman:is({live}), .pengumuman :is({live}), :is({live}) .pengumuman").count() == 0


def test_paper_has_no_banner(page: Page, announced: str) -> None:
    """A printed page outlives the announcement."""
    page.clock.set_fixed_time("2026-11-21T12:00:00+08:00")
    page.goto(announced)
    expect(page.locator(".pengumuman")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".pengumuman")).to_be_hidden()


def test_short_on_a_phone(page: Page, announced: str) -> None:
    """At 320 pixels it takes no more than a fifth of the screen, and nothing scrolls sideways."""
    page.clock.set_fixed_time("2026-11-21T12:00:00+08:00")
    page.goto(announced + "ppid/dikecualikan/")
    box = page.locator(".pengumuman").bounding_box()
    assert box is not None
    assert box["height"] <= 128
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nothing_is_added_where_nothing_is_announced(built: Path, site: Site) -> None:
    """Element, style and script for it are on the real site exactly while it announces something."""
    text = (built / "sop/index.html").read_text(encoding="utf-8")
    assert ("pengumuman" in text) == bool(site.banner("."))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("javascript", [True, False], ids=["skrip", "tanpa-skrip"])
@pytest.mark.parametrize("address", PAGES)
def test_accessible(browser: Browser, announced: str, address: str, scheme: str, javascript: bool) -> None:
    """Axe finds nothing at all to complain of in banner and pages, in both schemes, however they come about."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    if not javascript:
        page.route("**/*.js", lambda route: route.abort())  # axe itself needs a script
    page.clock.set_fixed_time("2026-11-21T12:00:00+08:00")
    page.goto(announced + address)
    if not javascript:
        page.evaluate("document.documentElement.classList.replace('js', 'no-js')")
    expect(page.locator(".pengumuman")).to_be_visible()
    found = violations(page)
    context.close()
    assert found == []


def test_an_exclusion_that_ran_out_is_shown_as_such(page: Page, announced: str) -> None:
    """On the list and on its own page, with the days; the other one is not."""
    page.goto(announced + "ppid/dikecualikan/")
    expect(page.locator("#lewat li")).to_have_text("Contoh rancangan: berakhir 31 Oktober 2026, 21 hari yang lalu")
    page.locator("#lewat a").click()
    expect(page.locator("article")).to_contain_text("Wajib dibuka kembali.")
    expect(page.locator(".lencana")).to_have_text("wajib dibuka kembali")


@pytest.mark.parametrize("address", PAGES)
def test_pages_fit_a_small_phone(page: Page, announced: str, address: str) -> None:
    """Nothing but a table in its own region is wider than 320 pixels."""
    page.goto(announced + address)
    wide = beyond_the_screen(page, but=".gulir")
    assert wide == []
