"""Prints the Daftar Informasi Publik of every year as an attachment to a decree.

Usage: python -m scripts.pdf_dip FOLDER [--kertas F4]. Files are named as on the site: FOLDER/ppid/dip-<year>.pdf.
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
from macros.paper.pages import footer
from macros.paper.sizes import PAPERS, Paper
from macros.ppid.listing import Listing, printed_address
from macros.ppid.paper import style, year_list
from macros.problems import ContentError
from macros.site import Site
from scripts.pdf import NO_BROWSER, ROOT, browser_page, tell, write


def print_year(page: Page, listing: Listing, year: int, paper: Paper) -> bytes:
    """The list of one year as PDF."""
    page.set_content(year_list(listing, year))
    page.add_style_tag(content=style())
    return page.pdf(
        width=f"{paper.lebar}mm",
        height=f"{paper.tinggi}mm",
        margin={
            "top": f"{paper.atas}mm",
            "bottom": f"{paper.bawah}mm",
            "left": f"{paper.sisi}mm",
            "right": f"{paper.sisi}mm",
        },
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=footer(f"Daftar Informasi Publik {year}"),
        print_background=True,
        tagged=True,
        outline=True,
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.pdf_dip", description="Mencetak DIP setiap tahun.")
    parser.add_argument("folder", type=Path, help="folder hasil")
    parser.add_argument("--kertas", choices=tuple(PAPERS), default="A4", help="ukuran kertas (bawaan: A4)")
    parser.add_argument("--akar", type=Path, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    options: Any = parser.parse_args(arguments)
    try:
        today = build_day(os.environ.get("TANGGAL"))
        listing = Site(load_content(options.akar), today).ppid.listing
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except ContentError as error:
        print(f"{error}\n\n{len(error.problems)} kesalahan. PDF tidak dibuat; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    try:
        with browser_page() as page:
            for year in listing.dip.years:
                tell(f"Daftar Informasi Publik {year}: {len(listing.dip.of_year(year))} butir")
                write(options.folder / printed_address(year), print_year(page, listing, year, PAPERS[options.kertas]))
    except BrowserError as error:
        print(f"{NO_BROWSER}Kata peramban: {str(error).splitlines()[0]}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
