"""The home page: the commonest errands first, then what is new."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.site import Site

ERRANDS = {
    "Baca warta": "warta/",
    "Cari dokumen": "ppid/daftar/",
    "Minta informasi": "ppid/cara-meminta/",
    "Sampaikan aduan": "layanan/aduan/",
    "Lihat prosedur": "sop/",
}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("javascript", [True, False], ids=["skrip", "tanpa-skrip"])
def test_the_errands_stand_on_the_first_screen_of_a_phone(browser: Browser, server: str, javascript: bool) -> None:
    """All five whole without scrolling, each a target for a thumb, where the menu is a button; each leads on."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=javascript)
    page = context.new_page()
    page.goto(server)
    for name, address in ERRANDS.items():
        link = page.locator(".urusan").get_by_role("link", name=name)
        box = link.bounding_box()
        assert box
        assert box["height"] >= 44
        if javascript:
            assert box["y"] + box["height"] <= 740
        assert (link.get_attribute("href") or "").removeprefix("./") == address
    context.close()


def test_what_is_new_stands_below(page: Page, server: str, site: Site) -> None:
    """The three newest news and five documents of the list, each by its title."""
    page.goto(server)
    titles = page.locator("[aria-labelledby=warta-terbaru] h3").all_text_contents()
    assert titles == [card.judul for card in list(site.warta.cards.values())[:3]]
    listed = {item.judul for item in site.ppid.listing.dip.listed}
    documents = page.locator("[aria-labelledby=dokumen-terbaru] li > a").all_text_contents()
    assert len(documents) == 5
    assert set(documents) <= listed


def test_figures_are_counted_from_the_content(page: Page, server: str, site: Site) -> None:
    """As many as there are."""
    page.goto(server)
    figures = dict(
        zip(
            page.locator(".angka dt").all_text_contents(),
            page.locator(".angka dd").all_text_contents(),
            strict=True,
        )
    )
    assert figures["SOP"] == str(len(site.content.portal.sops)) == "49"
    assert figures["informasi publik"] == str(len(site.ppid.listing.dip.listed))
    assert figures["warta"] == str(len(site.warta.cards))
    expect(page.get_by_role("heading", level=1)).to_have_text("Apa yang Anda perlukan?")
