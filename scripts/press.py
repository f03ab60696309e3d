"""The printing press: a browser, and how it makes a PDF of any document."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from macros.pages import Printable
from macros.paper.pages import footer
from macros.paper.sizes import MM, Paper

NO_BROWSER = """Peramban untuk mencetak PDF tidak dapat dijalankan.
Pasang Chromium atau Chrome (Debian: sudo apt-get install chromium), atau isi CHROMIUM=/letak/peramban.
"""


SHARP = 2
"""Pixels of a picture for each CSS pixel."""

MOST_PASSES = 4
"""Printings of a document until its table of contents is right; the second one is, as a rule."""


class DoesNotFitError(ValueError):
    """A document that cannot be brought onto the paper as it should be."""


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of a headless browser that lays text out on screen exactly as on paper."""
    arguments = ["--font-render-hinting=none", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox does not run as root
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_page(java_script_enabled=True, viewport={"width": 1400, "height": 900})
        page.emulate_media(media="print")
        yield page
        browser.close()


def print_open(page: Page, paper: Paper, foot: str, upright: bool = False, bookmarks: bool = True) -> bytes:
    """The document that is open in the page as PDF, tagged; its own `@page` says the margins."""
    width, height = paper.sides(upright)
    # A style sheet made for the web page may name a paper, and the browser would scale what it laid out for that one.
    page.add_style_tag(content=f"@page {{ size: {width} {height}; }}")
    return page.pdf(
        width=width,
        height=height,
        display_header_footer=bool(foot),
        header_template="<span></span>",
        footer_template=footer(foot),
        print_background=True,
        tagged=True,
        outline=bookmarks,
    )


def print_document(page: Page, document: Printable, paper: Paper) -> bytes:
    """One document as PDF; one with a table of contents is printed until its page numbers are right."""
    printed = _print(page, document, document.html, paper)
    if document.bernomor is None:
        return printed
    for _ in range(MOST_PASSES):
        pages = chapters(printed)
        printed = _print(page, document, document.bernomor(pages), paper)
        if chapters(printed) == pages:
            return printed
    raise DoesNotFitError(f"{document.judul}: nomor halaman daftar isi tidak tetap.")


def _print(page: Page, document: Printable, html: str, paper: Paper) -> bytes:
    _lay_out(page, document, html)
    return print_open(page, paper, document.kaki, document.tegak, document.penanda)


def _lay_out(page: Page, document: Printable, html: str) -> None:
    """Open the document in the page, in its own style."""
    page.set_content(html)
    for style in document.gaya:
        page.add_style_tag(path=style)
    page.add_style_tag(content="body { margin: 0; }")


def print_picture(page: Page, document: Printable, paper: Paper) -> tuple[bytes, bytes]:
    """A document of one page as PDF and as PNG; raises DoesNotFitError where it takes more than one."""
    printed = print_document(page, document, paper)
    count = len(PdfReader(BytesIO(printed)).pages)
    if count != 1:
        raise DoesNotFitError(f"{document.judul}: {count} halaman, seharusnya satu. Kurangi isinya.")
    browser = page.context.browser
    assert browser  # a page that prints has one
    width, height = (round(side * MM) for side in paper.lengths(document.tegak))
    screen = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=SHARP)
    screen.emulate_media(media="print")
    _lay_out(screen, document, document.html)
    shot = screen.screenshot(type="png")
    screen.close()
    return printed, shot


def chapters(pdf: bytes) -> list[int]:
    """The page, counted from 1, of every bookmark of the first level."""
    reader = PdfReader(BytesIO(pdf))
    first = [item for item in reader.outline if not isinstance(item, list)]
    return [(reader.get_destination_page_number(item) or 0) + 1 for item in first]
