"""The statistics book as it is printed."""

from __future__ import annotations

from io import BytesIO

from playwright.sync_api import Browser
from pypdf import PdfReader

from macros.paper.sizes import PAPERS
from macros.site import Site
from macros.statistik.paper import FRONT
from scripts.press import chapters, print_document


def test_the_book_has_every_chapter_where_it_says_and_every_figure(browser: Browser, site: Site) -> None:
    """Cover, contents with the chapters' pages, every figure with the names of its sources, no blank page."""
    book = site.satu_data.book
    assert book
    page = browser.new_page()
    page.emulate_media(media="print")
    printed = print_document(page, book.printable(), PAPERS["A4"])
    page.close()
    found = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(printed)).pages]
    assert "Kabupaten Polewali Mandar 2026" in found[0]
    for title, place in zip(book.bab, chapters(printed)[FRONT:], strict=True):
        assert f"{title} {place}" in found[1]
        assert title in found[place - 1]
    whole = " ".join(found)
    for view in site.statistics.views.values():
        assert view.item.nama in whole
        for row in view.baris:
            assert row.nilai in whole
            assert all(source.nama in whole for source in row.sumber)
    assert not any(text.strip() in ("", str(number)) for number, text in enumerate(found, 1)), "no blank page"
