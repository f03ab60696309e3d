"""The booklet and the one-page infographic as they are printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from macros.pages import Printable
from macros.paper.sizes import PAPERS
from macros.site import Site
from macros.statistik.paper import BOOKLET, FRONT, POSTER
from scripts.press import DoesNotFitError, chapters, print_document, print_picture


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that lays out for print."""
    page = browser.new_page()
    page.emulate_media(media="print")
    yield page
    page.close()


def document(site: Site, address: str) -> Printable:
    """One of the site's printed documents."""
    return next(one for one in site.printables if one.alamat == address)


def texts(pdf: bytes) -> list[str]:
    """The text of every page, blanks made one."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def test_the_booklet_has_cover_contents_and_every_chapter_where_it_says(page: Page, site: Site) -> None:
    """Page numbers in the contents are those of the chapters; all headlines and all sources are in it."""
    printed = print_document(page, document(site, BOOKLET), PAPERS["A4"])
    found = texts(printed)
    pages = chapters(printed)
    profile = site.statistics.profile
    assert profile is not None
    titles = [
        *(chapter.judul for chapter in profile.bagian),
        "Kecamatan, desa dan kelurahan",
        "Kinerja dalam angka",
        "Sumber",
    ]
    assert profile.wilayah.nama in found[0]
    assert found[0].startswith("Selayang Pandang"), "no number on the cover"
    for title, place in zip(titles, pages[FRONT:], strict=True):
        assert f"{title} {place}" in found[1]
        assert title in found[place - 1]
        assert found[place - 1].startswith(f"{place} "), "the margin comes first"
    whole = " ".join(found)
    for view in site.statistics.views.values():
        if view.terkini:
            assert view.terkini.nilai in whole
            assert view.terkini.sumber[0].nama in whole
        for row in view.lain:
            assert row.nilai in whole
    assert not any(text.strip() in ("", str(number)) for number, text in enumerate(found, 1)), "no blank page"


@pytest.mark.parametrize("paper", PAPERS)
def test_the_infographic_is_one_page_and_a_sharp_picture(page: Page, site: Site, paper: str) -> None:
    """On either paper, with every figure that the data choose, each with its year."""
    sheet = PAPERS[paper]
    poster = document(site, POSTER)
    printed, picture = print_picture(page, poster, sheet)
    (text,) = texts(printed)
    settings = site.content.statistics.settings
    assert settings is not None
    assert settings.lembar is not None
    for id_ in settings.lembar.angka:
        head = site.statistics.views[id_].terkini
        assert head is not None
        assert f"{head.nilai} " in text
        assert str(head.tahun) in text
        assert head.sumber[0].nama in text
    with Image.open(BytesIO(picture)) as image:
        width, height = image.size
        assert width >= 1500
        assert height / width == pytest.approx(sheet.lebar / sheet.tinggi, rel=0.01)
        assert image.getpixel((0, height - 3)) != (255, 255, 255), "the foot reaches the edge"


def test_an_infographic_that_needs_two_pages_is_refused(page: Page, site: Site) -> None:
    """A picture would lose what does not fit; the message says what to do."""
    poster = document(site, POSTER)
    long = replace(poster, html=poster.html.replace("</header>", "</header>" + "<p>baris</p>" * 80))
    with pytest.raises(DoesNotFitError, match=r"\d halaman, seharusnya satu\. Kurangi isinya\."):
        print_picture(page, long, PAPERS["A4"])
