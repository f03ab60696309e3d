"""The pages of fulfilment and award with the samples switched on, since without them they have nothing to show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.accessibility import serious
from tests.conftest import run_module
from tests.serving import served

PAGES = ("satu-data/pemenuhan/", "data-award/")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a site built with CONTOH=1."""
    folder = tmp_path_factory.mktemp("contoh") / "site"
    result = run_module("mkdocs", "build", SITE_DIR=str(folder), CONTOH="1")
    assert result.returncode == 0, result.stdout + result.stderr
    with served(Path(folder)) as address:
        yield address


def test_tables_and_charts_are_accessible_and_fit(browser: Browser, samples: str) -> None:
    """Axe finds nothing serious in either scheme, on the narrowest phone and on a desk; the page never scrolls sideways."""
    for width, scheme in ((320, "dark"), (1280, "light")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        for address in PAGES:
            page.goto(samples + address)
            assert page.locator("svg.gambar-grafik").count() == (1 if "pemenuhan" in address else 2)
            assert serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
