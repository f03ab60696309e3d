"""Prints documents on upright paper: reports and whatever else the site names as printable.

One way for all: HTML that stands for itself, one style sheet, tagged PDF, its name and `halaman x dari y` at the
foot of every page.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from macros.pages import Printable
from macros.paper.pages import footer
from macros.paper.sizes import Paper

ROOT = Path(__file__).resolve().parent.parent

STYLES = (ROOT / "docs/aset/grafik.css", ROOT / "macros/paper/dokumen.css")
"""Charts as on the page, then what paper has otherwise."""

SIDE, TOP, BOTTOM = "20mm", "18mm", "20mm"


def print_upright(page: Page, document: Printable, paper: Paper) -> bytes:
    """One document as PDF; papers are kept lying, so their sides change places."""
    page.set_content(document.html)
    for style in STYLES:
        page.add_style_tag(path=style)
    return page.pdf(
        width=f"{paper.tinggi}mm",
        height=f"{paper.lebar}mm",
        margin={"top": TOP, "bottom": BOTTOM, "left": SIDE, "right": SIDE},
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=footer(document.kaki),
        print_background=True,
        tagged=True,
        outline=True,
    )
