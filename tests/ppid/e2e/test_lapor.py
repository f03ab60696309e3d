"""Register, reports, monitoring and self-assessment as visitors meet them: empty as they are, and filled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from macros.content import load_content
from macros.paper.sizes import PAPERS
from macros.site import Site
from scripts.press import print_document
from tests.accessibility import beyond_the_screen, serious
from tests.conftest import ROOT, TODAY
from tests.serving import build_site, served

REGISTER, REPORTS, MONITORING, EMONEV = "ppid/register/", "ppid/laporan/", "ppid/monitoring/", "ppid/e-monev/"
EMPTY = (REGISTER, REPORTS, MONITORING, f"{MONITORING}diskominfo-sp/", EMONEV)
NARROW_NAMES = """
() => [...document.querySelectorAll('.tabel tbody th')].flatMap(cell => {
  const range = document.createRange(), walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) for (const word of walker.currentNode.data.matchAll(/[\\p{L}\\d]+/gu)) {
    range.setStart(walker.currentNode, word.index);
    range.setEnd(walker.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) found.push(word[0]);
  }
  return found;
})
"""
"""Words in the first column of tables that stand on two lines."""
FILLED = (*EMPTY, f"{REPORTS}2026/")
PHONE, DESKTOP = {"width": 320, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the examples in their places, official scores and one checked link."""
    project = tmp_path_factory.mktemp("lapor") / "proyek"
    skip = shutil.ignore_patterns(".*", "site", "tests", "__pycache__")
    shutil.copytree(ROOT, project, ignore=skip)
    data = project / "ppid_data"
    for example, place in (("contoh-register.csv", "register/2026.csv"), ("contoh-laporan.yml", "laporan/2026.yml")):
        (data / place).parent.mkdir(exist_ok=True)
        shutil.copy(data / example, data / place)
    source = "sumber: {nama: Contoh, url: 'https://contoh.id', dibaca: 2026-01-01}"
    (data / "e-monev/hasil.yml").write_text(
        f"resmi:\n  - {{tahun: 2024, nilai: 61.5, predikat: Contoh, {source}}}\n  - {{tahun: 2025, nilai: 75, predikat: Contoh, {source}}}\n",
        encoding="utf-8",
    )
    (data / "tautan.yml").write_text(
        "hasil:\n  - {url: 'http://ppid.polmankab.go.id/profil', tanggal: 2026-11-01, keadaan: rusak, kode: 404, alasan: Contoh}\n",
        encoding="utf-8",
    )
    return project


@pytest.fixture(scope="module")
def filled_server(filled: Path) -> Iterator[str]:
    """Address of the filled site."""
    site = build_site(filled, TODAY.isoformat())
    with served(site) as address:
        yield address


def faults(browser: Browser, address: str, viewport: dict[str, int], scheme: str) -> list[str]:
    """What axe finds, what sticks out at the right, and what the console complains of."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.goto(address)
    for summary in page.locator("figure details").all():
        summary.evaluate("e => { e.open = true }")
    found += serious(page)
    found += beyond_the_screen(page, but=".gulir, svg, .vh")
    found += page.evaluate("[...document.querySelectorAll('article [style]')].map(e => e.outerHTML.slice(0, 80))")
    context.close()
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["hp", "desktop"])
@pytest.mark.parametrize("address", EMPTY)
def test_empty_pages_are_accessible(
    browser: Browser, server: str, address: str, viewport: dict[str, int], scheme: str
) -> None:
    """As the site is published today."""
    assert faults(browser, server + address, viewport, scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["hp", "desktop"])
@pytest.mark.parametrize("address", FILLED)
def test_filled_pages_are_accessible(
    browser: Browser, filled_server: str, address: str, viewport: dict[str, int], scheme: str
) -> None:
    """With a register, a report, scores and checked links; tables of charts open."""
    assert faults(browser, filled_server + address, viewport, scheme) == []


def test_names_of_agencies_keep_their_words_whole_on_a_phone(browser: Browser, server: str) -> None:
    """The table scrolls in its region instead."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(server + MONITORING)
    broken = page.evaluate(NARROW_NAMES)
    scrolls = page.locator(".gulir").first.evaluate("e => e.scrollWidth > e.clientWidth")
    context.close()
    assert broken == []
    assert scrolls


@pytest.mark.parametrize("address", EMPTY)
def test_the_way_back_leads_to_public_information(browser: Browser, server: str, address: str) -> None:
    """As on all pages of the PPID."""
    page = browser.new_page()
    page.goto(server + address)
    way = page.locator(".remah a").evaluate_all("all => all.map(e => [e.textContent, e.href])")
    assert way[:2] == [["Beranda", server], ["Informasi publik", f"{server}ppid/"]]
    page.close()


def test_a_chart_is_a_picture_with_words_and_keeps_its_text_inside(browser: Browser, filled_server: str) -> None:
    """Assistive technology hears title and figures; no word leaves the drawing, at the size that it is read in."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=True)
    page = context.new_page()
    page.goto(filled_server + REGISTER)
    picture = page.get_by_role("img", name="Permohonan menurut hasil")
    expect(picture).to_be_visible()
    assert picture.locator("desc").text_content() == "Grafik batang, 3 hasil; semua 1 permohonan (Diberikan)."
    outside = page.evaluate(
        """[...document.querySelectorAll('.gambar-grafik text')].filter(text => {
            const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal;
            return box.x < -1 || box.y < -1 || box.x + box.width > view.width + 1 || box.y + box.height > view.height + 1;
        }).map(text => text.textContent)"""
    )
    sizes = page.evaluate(
        "[...document.querySelectorAll('.gambar-grafik')].map(e => e.getBoundingClientRect().width / 340 * 13)"
    )
    context.close()
    assert outside == []
    assert min(sizes) > 10.5


@pytest.mark.parametrize("javascript", [True, False], ids=["skrip", "tanpa-skrip"])
def test_charts_follow_the_dark_scheme(browser: Browser, filled_server: str, javascript: bool) -> None:
    """Bars are light on a dark page, with and without JavaScript."""
    context = browser.new_context(color_scheme="dark", java_script_enabled=javascript)
    page = context.new_page()
    page.goto(filled_server + REGISTER)
    fill = page.locator("rect.seri-1").first.evaluate("e => getComputedStyle(e).fill")
    context.close()
    assert min(map(int, re.findall(r"\d+", fill)[:3])) > 120


def test_what_is_linked_can_be_downloaded(browser: Browser, filled_server: str) -> None:
    """CSV of every chart, and CSV and JSON of the register."""
    context = browser.new_context()
    page = context.new_page()
    links: set[str] = set()
    for address in FILLED:
        page.goto(filled_server + address)
        links |= set(page.evaluate("[...document.querySelectorAll('a[download]')].map(a => a.href)"))
    broken = [link for link in links if not page.request.get(link).ok]
    context.close()
    assert {link.removeprefix(filled_server) for link in links} >= {f"{REGISTER}register.csv", f"{REGISTER}register.json", f"{EMONEV}grafik/resmi.csv", f"{REPORTS}2026/hasil.csv"}  # fmt: skip
    assert broken == []


def test_the_report_is_printed_upright_tagged_and_numbered(filled: Path, browser: Browser) -> None:
    """A4, marked for screen readers, in Indonesian, `halaman x dari y` on every page, charts with their tables."""
    (document,) = Site(load_content(filled), TODAY).ppid.reporting.printables()
    context = browser.new_context()
    pdf = PdfReader(BytesIO(print_document(context.new_page(), document, PAPERS["A4"])))
    context.close()
    assert document.alamat == "ppid/laporan/2026.pdf"
    assert pdf.metadata is not None
    assert pdf.metadata.title == document.judul
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [596, 842]
    root = pdf.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "id")
    texts = [" ".join(page.extract_text().split()) for page in pdf.pages]
    for number, text in enumerate(texts, start=1):
        assert f"halaman {number} dari {len(texts)}" in text
    for heading in (
        "Kebijakan pelayanan",
        "Pelayanan dalam angka",
        "Keberatan dan sengketa",
        "Kendala",
        "Rekomendasi",
        "Permohonan menurut hasil",
    ):
        assert any(heading in text for text in texts), heading
