"""Web pages printed by the reader's own browser."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from bench.alur import page_of
from macros.models.sop import SopDocument
from macros.portal import Portal
from macros.site import Site
from tests.e2e.conftest import BROKEN_WORDS


def test_a_printed_web_page_keeps_rows_whole_and_repeats_headers(page: Page, long_site: Site) -> None:
    """The browser's own print of a long table: A4 lying, headers on each page, no row over two pages."""
    sop = long_site.content.portal.sops["polewali-mandar/99"]
    fields = {name: value for name, value in sop.__dict__.items() if name in SopDocument.model_fields}
    page.set_content(page_of(SopDocument.model_construct(**fields), long_site.procedures.drawings[sop.id]))
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [text for item in reader.pages if "bagian ke-" in (text := item.extract_text())]
    assert len(texts) >= 2
    assert float(reader.pages[0].mediabox.width) == pytest.approx(297 / 25.4 * 72, abs=1)
    assert float(reader.pages[0].mediabox.height) == pytest.approx(210 / 25.4 * 72, abs=1)
    for text in texts:
        assert "Mutu Baku" in text
        begun = len(re.findall("Mengerjakan", text))
        assert begun == len(re.findall("Awal", text)) == len(re.findall("akhir", text))


PORTRAIT, LANDSCAPE = (595, 842), (842, 595)
"""A4 in points."""


@pytest.mark.parametrize(
    ("address", "paper"),
    [
        ("tentang/", PORTRAIT),
        ("ppid/cara-meminta/", PORTRAIT),
        ("ppid/informasi/rpjpd-2025-2045/", PORTRAIT),
        ("pelaksana/kepala-dinas/", PORTRAIT),
        ("warta/2025/kemiskinan-turun-1-64-poin/", PORTRAIT),
        ("sop/mamuju/04/", LANDSCAPE),
        ("ppid/daftar/", LANDSCAPE),
        ("ppid/monitoring/", LANDSCAPE),
    ],
)
def test_only_pages_with_wide_tables_lie_on_their_side(
    page: Page, server: str, address: str, paper: tuple[int, int]
) -> None:
    """Prose and lists are printed upright."""
    page.goto(server + address)
    first = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(float(first.width)), round(float(first.height))) == paper


def test_a_printed_web_page_is_dark_on_white_and_breaks_no_words(browser: Browser, server: str, portal: Portal) -> None:
    """Also from a dark screen; short words of the mutu baku stay on one line in every SOP."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 1031, "height": 700})
    page = context.new_page()
    page.goto(server + "sop/mamuju/04/")
    page.emulate_media(media="print", color_scheme="dark")
    look = page.evaluate(
        """() => ['.md-typeset', '.prosedur thead th', '.prosedur tbody td', '.bagan .simbol', '.kotak a'].map(s => {
          const style = getComputedStyle(document.querySelector(s));
          return [style.color, style.backgroundColor, style.fill];
        })"""
    )
    assert [color for color, _, _ in look] == ["rgb(0, 0, 0)"] * 5
    assert look[1][1] == "rgb(233, 233, 233)"
    assert look[3][2] == "rgb(255, 255, 255)"
    words = {}
    for sop in portal.sops.values():
        page.goto(f"{server}sop/{sop.id}/")
        words[sop.id] = page.evaluate(BROKEN_WORDS)
    context.close()
    assert {name: found for name, found in words.items() if found} == {}
