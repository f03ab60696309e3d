"""Prints the blank forms of the PPID, and its reports, as PDF.

Usage: python -m scripts.pdf_ppid FOLDER [--kertas F4]. Files are named as on the site:
FOLDER/ppid/formulir-permohonan.pdf, FOLDER/ppid/formulir-keberatan.pdf, FOLDER/ppid/laporan/<year>.pdf.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from macros.content import load_content
from macros.dates import build_day
from macros.paper.sizes import PAPERS, Paper
from macros.ppid.forms import FORMS, Form
from macros.ppid.models.service import ServiceDocument
from macros.problems import ContentError
from macros.rendering import render
from macros.site import Site
from scripts.pdf import NO_BROWSER, ROOT, browser_page, tell, write
from scripts.press import print_upright

STYLE = ROOT / "docs/aset/ppid/lembar.css"
"""The same style sheet as the page's own print."""


def blank(page: Page, form: Form, service: ServiceDocument, paper: Paper) -> bytes:
    """One blank form as PDF, upright: the papers are kept lying."""
    page.set_content(render("ppid/kertas-formulir.html", form.pdf, formulir=form, layanan=service))
    page.add_style_tag(path=STYLE)
    page.add_style_tag(content=f"@page {{ size: {paper.tinggi}mm {paper.lebar}mm; }} body {{ margin: 0; }}")
    return page.pdf(
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        outline=True,
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.pdf_ppid", description="Mencetak formulir kosong dan laporan PPID."
    )
    parser.add_argument("folder", type=Path, help="folder hasil")
    parser.add_argument("--kertas", choices=tuple(PAPERS), default="A4", help="ukuran kertas (bawaan: A4)")
    parser.add_argument("--akar", type=Path, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    options: Any = parser.parse_args(arguments)
    try:
        content = load_content(options.akar)
        site = Site(content, build_day(os.environ.get("TANGGAL")))
    except ContentError as error:
        print(f"{error}\n\n{len(error.problems)} kesalahan. PDF tidak dibuat; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        with browser_page() as page:
            for form in FORMS:
                service = content.ppid.asking.layanan
                write(options.folder / form.pdf, blank(page, form, service, PAPERS[options.kertas]))
                tell(f"Formulir {form.id}")
            for document in site.printables:
                write(options.folder / document.alamat, print_upright(page, document, PAPERS[options.kertas]))
                tell(document.kaki)
    except BrowserError as error:
        print(f"{NO_BROWSER}Kata peramban: {str(error).splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
