"""Complaints and surveys with figures, which the real content has none of yet: the samples, in a browser and on paper."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from macros.paper.sizes import PAPERS
from macros.site import Site
from scripts.press import print_document
from tests.accessibility import beyond_the_screen, violations
from tests.conftest import ROOT, TODAY
from tests.serving import served

PAGES = (
    "layanan/aduan/",
    "layanan/aduan/jawaban/2026/lampu-jalan-dekat-pasar/",
    "layanan/survei/",
    "layanan/survei/2026-semester-1/",
)
PHONE, DESKTOP = {"width": 320, "height": 740}, {"width": 1280, "height": 900}

Media = Literal["screen", "print"]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the site built with the samples, as CONTOH=1 does."""
    folder = tmp_path_factory.mktemp("contoh") / "site"
    environment = {
        **os.environ,
        "CONTOH": "1",
        "TANGGAL": TODAY.isoformat(),
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_DIR": str(folder),
    }
    command = [sys.executable, "-m", "mkdocs", "build"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["hp", "desktop"])
@pytest.mark.parametrize("address", PAGES)
def test_pages_with_figures_are_accessible(
    browser: Browser, sampled: str, address: str, viewport: dict[str, int], scheme: str
) -> None:
    """Axe finds nothing, nothing sticks out, and the page says that its figures are made up."""
    context = browser.new_context(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(sampled + address)
    bad = violations(page)
    outside = beyond_the_screen(page, but=".gulir, svg, .vh")
    banner = page.get_by_text("CONTOH, bukan data nyata.").is_visible()
    context.close()
    assert (bad, outside, banner) == ([], [], True)


def test_sheets_fit_their_paper(browser: Browser, site: Site) -> None:
    """A form on one page, the questionnaire on one sheet; A4 and F4, and no question is lost."""
    page = browser.new_page()
    page.emulate_media(media="print")
    form = site.content.layanan.surveys.kuesioner
    assert form
    for item in (item for item in site.printables if item.alamat.startswith("layanan/")):
        for paper in PAPERS.values():
            sheets = PdfReader(BytesIO(print_document(page, item, paper))).pages
            text = " ".join("".join(sheet.extract_text() for sheet in sheets).split())
            if item.alamat.endswith("kuesioner.pdf"):
                assert len(sheets) <= 2
                assert all(element.pertanyaan in text for element in form.unsur)
            else:
                assert len(sheets) == 1
                assert "bukan formulir resmi" in text
    page.close()


@pytest.mark.parametrize("address", ["layanan/survei/kuesioner/", "layanan/mamuju-sound-system/formulir/"])
def test_printing_the_page_gives_the_sheet_alone(browser: Browser, server: str, address: str) -> None:
    """What leads around the site stays on the screen; upright paper, as the sheet is."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + address)
    page.emulate_media(media="print")
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = "".join(sheet.extract_text() for sheet in printed)
    context.close()
    assert printed[0].mediabox.width < printed[0].mediabox.height
    assert "Layanan ›" not in text
    assert "Cara kerja kantor" not in text
    assert len(printed) <= 2


@pytest.mark.parametrize("media", ["screen", "print"])
def test_the_choices_of_a_question_stand_beside_each_other(browser: Browser, server: str, media: Media) -> None:
    """On the questionnaire, as on paper: its boxes are no list of ways through the site."""
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media=media)
    page.goto(f"{server}layanan/survei/kuesioner/")
    boxes = [page.get_by_text(choice, exact=True).bounding_box() for choice in ("laki-laki", "perempuan")]
    context.close()
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]
