"""Prints every document of the site as PDF: SOPs, all SOPs of each office, and whatever the site names as printable.

Usage: python -m scripts.pdf FOLDER [--kertas F4]. Files are named as on the site, for instance
FOLDER/sop/<office>/<number>.pdf, FOLDER/sop/<office>.pdf and FOLDER/ppid/dip-<year>.pdf.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page
from pypdf import PdfReader

from macros.content import load_content
from macros.dates import build_moment
from macros.paper.sizes import PAPERS, Paper
from macros.problems import ContentError
from macros.site import Site
from macros.views.common import pdf_address
from scripts.press import NO_BROWSER, DoesNotFitError, browser_page, print_document, print_picture
from scripts.sop_press import SopPress

ROOT = Path(__file__).resolve().parent.parent

FOLDERS = ("sop", "ppid", "warta", "layanan", "selayang-pandang", "infografis", "publikasi")
"""Where everything lies that is printed; emptied first, so that nothing withdrawn outlives the next printing."""


def print_sops(page: Page, site: Site, paper: Paper, folder: Path, wanted: Sequence[str] = ()) -> None:
    """Write the PDF of every SOP, or of those wanted, and then of every office whose SOPs are all there."""
    press = SopPress(page, site, paper)
    sops = [sop for sop in site.content.portal.sops.values() if not wanted or sop.id in wanted]
    settings, counts = {}, {}
    for number, sop in enumerate(sops, start=1):
        settings[sop.id], printed = press.sop(sop)
        counts[sop.id] = page_count(printed)
        tell(f"SOP {number} dari {len(sops)}: {sop.id}, {counts[sop.id]} halaman")
        write(folder / pdf_address(sop.id), printed)
    for office in site.content.portal.offices.values():
        ids = [sop.id for sop in site.content.portal.sops_of(office.id)]
        if ids and all(name in settings for name in ids):
            tell(f"Semua SOP {office.singkatan}")
            write(folder / pdf_address(office.id), press.office(office, settings, counts))


def print_documents(page: Page, site: Site, paper: Paper, folder: Path) -> None:
    """Write the PDF of everything that the site names as printable."""
    documents = site.printables
    for number, document in enumerate(documents, start=1):
        if document.gambar:
            printed, picture = print_picture(page, document, paper)
            write(folder / document.gambar, picture)
        else:
            printed = print_document(page, document, paper)
        tell(f"Dokumen {number} dari {len(documents)}: {document.judul}, {page_count(printed)} halaman")
        write(folder / document.alamat, printed)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(PdfReader(BytesIO(pdf)).pages)


def tell(text: str) -> None:
    """Say how far it is."""
    print(text, file=sys.stderr)


def write(file: Path, content: bytes) -> None:
    """Write a file and the folders it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.pdf", description="Mencetak SOP dan semua dokumen PPID sebagai PDF."
    )
    parser.add_argument("folder", type=Path, help=f"folder hasil; isi lama {' dan '.join(FOLDERS)} di dalamnya dihapus")
    parser.add_argument("--kertas", choices=tuple(PAPERS), default="A4", help="ukuran kertas (bawaan: A4)")
    parser.add_argument("--sop", nargs="*", default=(), metavar="ID", help="hanya SOP ini, misalnya mamuju/04")
    parser.add_argument("--akar", type=Path, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    options: Any = parser.parse_args(arguments)
    start = time.monotonic()
    try:
        moment = build_moment(os.environ.get("TANGGAL"))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        site = Site(load_content(options.akar).as_of(moment), moment.date())
    except ContentError as error:
        print(f"{error}\n\n{len(error.problems)} kesalahan. PDF tidak dibuat; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    unknown = [name for name in options.sop if name not in site.content.portal.sops]
    if unknown:
        print(f"SOP tidak dikenal: {', '.join(unknown)}. Contoh yang benar: mamuju/04.", file=sys.stderr)
        return 2
    for name in FOLDERS:
        shutil.rmtree(options.folder / name, ignore_errors=True)
    try:
        with browser_page() as page:
            print_sops(page, site, PAPERS[options.kertas], options.folder, options.sop)
            if not options.sop:
                print_documents(page, site, PAPERS[options.kertas], options.folder)
    except DoesNotFitError as error:
        print(error, file=sys.stderr)
        return 1
    except BrowserError as error:
        print(f"{NO_BROWSER}Kata peramban: {str(error).splitlines()[0]}", file=sys.stderr)
        return 1
    tell(f"selesai dalam {time.monotonic() - start:.0f} detik")
    return 0


if __name__ == "__main__":
    sys.exit(main())
