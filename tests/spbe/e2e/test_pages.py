"""Monitoring and SPBE with their samples shown, and the directory, as visitors meet them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.accessibility import serious
from tests.conftest import run_module
from tests.serving import served

SITES = "pemantauan-situs/"
ADDRESSES = (
    SITES,
    f"{SITES}metode/",
    f"{SITES}periode/contoh-2025-2/",
    f"{SITES}perangkat-daerah/contoh-badan-pelangi/",
    "spbe/",
    "spbe/indeks/",
    "spbe/peraturan/",
    "spbe/kegiatan/",
    "spbe/kebijakan/",
    "spbe/kebijakan/contoh-tata-kelola/",
    "perangkat-daerah/",
    "perangkat-daerah/sekretariat-daerah/",
    "perangkat-daerah/dinas-perhubungan/",
)
PHONE, DESKTOP = {"width": 320, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site with its samples in place of the real periods and policies."""
    folder = tmp_path_factory.mktemp("spbe") / "site"
    result = run_module("mkdocs", "build", SITE_DIR=str(folder), CONTOH="1")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(folder) as address:
        yield address


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["hp-gelap", "desktop-terang"]
)
def test_pages_are_in_order(browser: Browser, samples: str, viewport: dict[str, int], scheme: str) -> None:
    """Axe finds nothing serious with every fold open, nothing sticks out at the right, the console is silent."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    page.on("console", lambda message: found.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    for address in ADDRESSES:
        page.goto(samples + address)
        page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{address}: wider than the screen")
        found += [f"{address}: {line}" for line in serious(page)]
    context.close()
    assert found == []


def test_without_a_script_everything_is_there(browser: Browser, samples: str) -> None:
    """The list is whole, the filter is not shown, charts have their tables."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{samples}perangkat-daerah/")
    expect(page.locator("form.saring")).to_be_hidden()
    assert page.locator("[data-saring]:visible").count() == 48
    page.goto(f"{samples}{SITES}periode/contoh-2025-2/")
    expect(page.locator("article h1")).to_be_visible()
    chart = page.locator("figure.grafik")
    assert chart.locator("table tbody tr").count() == 5
    context.close()


def test_a_visitor_filters_finds_and_follows(browser: Browser, samples: str) -> None:
    """By short name to the agency, by keyboard; from a ranking to the arithmetic of its place."""
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{samples}perangkat-daerah/")
    page.locator("#saring-teks").fill("bkad")
    expect(page.locator("[data-saring]:visible")).to_have_count(1)
    expect(page.locator("#saring-hasil")).to_have_text("1 dari 48 cocok")
    page.locator("[data-saring]:visible a").press("Enter")
    expect(page.locator("h1")).to_have_text("Badan Keuangan dan Aset Daerah")
    page.goto(f"{samples}{SITES}")
    page.get_by_role("link", name="Contoh Semester II 2025").click()
    page.get_by_role("link", name="Contoh Badan Kabut").click()
    expect(page).to_have_url(f"{samples}{SITES}perangkat-daerah/contoh-badan-kabut/#contoh-2025-2")
    expect(page.locator("#contoh-2025-2 .jumlah")).to_contain_text("= 46,08")
    context.close()
