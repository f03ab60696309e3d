"""The statistics book: every figure is in it with its year and its sources, and its contents are its chapters."""

from __future__ import annotations

import re

from macros.pages import Printable
from macros.search import text_of
from macros.site import Site
from tests.satu_data.conftest import Read


def printed(site: Site) -> Printable:
    """The book of the real figures."""
    return next(item for item in site.printables if item.alamat == "publikasi/buku-statistik/statistik-2026.pdf")


def test_every_figure_is_in_the_book(site: Site) -> None:
    """Each indicator has its table, and each row of it a source."""
    html = printed(site).html
    for view in site.statistics.views.values():
        assert f"<h3>{view.item.nama}</h3>" in html
    tables = re.findall(r'<table class="tabel tabel-angka\b.*?</table>', html, re.DOTALL)
    rows = [row for table in tables for row in re.findall(r"<tr[ >].*?</tr>", table.split("<tbody")[1], re.DOTALL)]
    assert len(rows) == sum(len(view.baris) for view in site.statistics.views.values())
    for row in rows:
        cells = re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        assert re.search(r"\d{4}|tidak disebut", text_of(cells[0]))
        assert text_of(cells[-1]), row


def test_contents_name_every_chapter_with_its_page(site: Site) -> None:
    """Each chapter begins with a heading of the first level, after cover and contents; its page stands in the contents."""
    book = printed(site)
    headings = re.findall(r"<h1>(.*?)</h1>", book.html)
    chapters = site.satu_data.book.bab if site.satu_data.book else []
    assert headings[2:] == chapters
    assert book.bernomor
    numbered = book.bernomor([1, 2, *range(30, 30 + len(chapters))])
    contents = numbered.split('<section class="isi">')[1].split("</section>")[0]
    assert [text_of(page) for page in re.findall(r"<span>(.*?)</span>", contents)] == [
        str(30 + index) for index in range(len(chapters))
    ]


def test_book_names_its_sop_and_its_day(site: Site) -> None:
    """The cover says of which day the figures are and which SOP governs the book."""
    cover = printed(site).html.split('<section class="isi">')[0]
    assert "21 November 2026" in cover
    assert "25/SOP-DiskominfoSP/10/2019" in cover.replace("Diskominfo-SP", "DiskominfoSP")


def test_page_lists_publications(read: Read) -> None:
    """What was published elsewhere stands with its year; a PDF that was not printed is not linked."""
    html = next(page for page in read().pages() if page.alamat == "publikasi/buku-statistik/").html
    assert '<th scope="row">2020</th><td><a href="https://contoh.example/2020"' in html
    assert ".pdf" not in html
    assert "Koordinasi" in html
