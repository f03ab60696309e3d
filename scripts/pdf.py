"""Prints every SOP, and all SOPs of each office, as PDF.

Usage: python -m scripts.pdf FOLDER [--kertas F4]. Files are named as on the site:
FOLDER/sop/<office>/<number>.pdf and FOLDER/sop/<office>.pdf.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from macros.content import load_content
from macros.dates import build_day
from macros.models.registers import Office
from macros.models.sop import Sop
from macros.paper.pages import (
    Measured,
    Setting,
    TooWideError,
    broken,
    document,
    footer,
    front,
    in_order,
    on_paper,
    style,
    unbroken,
)
from macros.paper.pagination import RowTooTallError
from macros.paper.sizes import IDENTITY_PT, PAPERS, TYPES, Paper
from macros.problems import ContentError
from macros.site import Site
from macros.views.common import pdf_address
from macros.views.sop import sop_view

ROOT = Path(__file__).resolve().parent.parent

NO_BROWSER = """Peramban untuk mencetak PDF tidak dapat dijalankan.
Pasang Chromium atau Chrome (Debian: sudo apt-get install chromium), atau isi CHROMIUM=/letak/peramban.
"""

MEASURE = """
([pt, broken, identity]) => {
  const article = document.querySelector('article'), sheet = article.querySelector('.lembar');
  const table = sheet.querySelector('table'), rows = [...table.tBodies[0].rows];
  article.style.setProperty('--huruf', pt + 'pt');
  table.classList.toggle('patah', broken);
  const box = (e) => e.getBoundingClientRect();
  const sheetSize = (pt) => {
    article.style.setProperty('--identitas', pt + 'pt');
    return box(article.querySelector('.identitas-sop')).height;
  };
  const tops = [...rows.map(row => box(row).top), box(table).bottom];
  return {
    lebar: box(table).width,
    kolom: [...rows[0].cells].map(cell => box(cell).width),
    kepala: tops[0] - box(sheet).top,
    baris: rows.map((_, i) => tops[i + 1] - tops[i]),
    kaki: box(sheet).bottom - box(table).bottom,
    identitas: identity.map(sheetSize),
  };
}
"""
"""Sets the long table in one size of type, the identity sheet in several, and says what they measure."""

TALLEST = "() => Math.max(...[...document.querySelectorAll('.lembar')].map(e => e.getBoundingClientRect().height))"

MOST_PASSES = 4
"""Printings of an office's document until its table of contents is right; the second one is, as a rule."""


class DoesNotFitError(ValueError):
    """An SOP that no size of type brings onto the paper."""


class Press:
    """Sets and prints documents in one browser page."""

    def __init__(self, page: Page, site: Site, paper: Paper) -> None:
        self.page = page
        self.site = site
        self.paper = paper
        self.css = style(site.procedures.drawings.values(), paper)

    def show(self, html: str) -> None:
        """Open a document, laid out as it will be printed."""
        self.page.set_content(html)
        self.page.add_style_tag(content=self.css)

    def set(self, sop: Sop) -> Setting:
        """An SOP on pages, in the first size of type that fits; it stays open in the page."""
        drawing = self.site.procedures.drawings[sop.id]
        view = on_paper(sop_view(sop, self.site.content.portal, drawing, ()))
        reason = ""
        for type_ in TYPES:
            whole = unbroken(view, type_)
            self.show(document(sop.nama, [whole]))
            measured = Measured.of(self.page.evaluate(MEASURE, [type_.pt, type_.patah, IDENTITY_PT]))
            try:
                setting = broken(whole, drawing, measured, self.paper)
            except TooWideError:
                reason = "tabelnya lebih lebar dari kertas"
                continue
            except RowTooTallError as error:
                reason = f"langkah {sop.langkah[error.row].no} lebih tinggi dari satu halaman"
                continue
            self.show(document(f"SOP {sop.nama}", [setting]))
            if self.page.evaluate(TALLEST) <= self.paper.height + 1:
                return setting
            reason = "halamannya lebih tinggi dari kertas"
        raise DoesNotFitError(f"{sop.berkas}: SOP ini tidak muat di kertas {self.paper.nama}: {reason}.")

    def print(self, foot: str) -> bytes:
        """The open document as PDF."""
        return self.page.pdf(
            width=f"{self.paper.lebar}mm",
            height=f"{self.paper.tinggi}mm",
            margin={
                "top": f"{self.paper.atas}mm",
                "bottom": f"{self.paper.bawah}mm",
                "left": f"{self.paper.sisi}mm",
                "right": f"{self.paper.sisi}mm",
            },
            display_header_footer=True,
            header_template="<span></span>",
            footer_template=footer(foot),
            print_background=True,
            tagged=True,
            outline=True,
        )

    def sop(self, sop: Sop) -> tuple[Setting, bytes]:
        """One SOP, set and printed."""
        setting = self.set(sop)
        return setting, self.print(f"SOP nomor {sop.nomor}")

    def office(self, office: Office, settings: Mapping[str, Setting], counts: Mapping[str, int]) -> bytes:
        """All SOPs of an office; `counts` are the pages of each, from which the first guess of its contents is made."""
        sops = in_order(office, self.site.content.portal.sops_of(office.id))
        place = 3  # after the cover and one page of contents
        pages = {}
        for sop in sops:
            pages[sop.id] = place
            place += counts[sop.id]
        for _ in range(MOST_PASSES):
            cover = front(office, sops, pages, self.site.today)
            self.show(document(f"SOP {office.nama}", [settings[sop.id] for sop in sops], cover))
            printed = self.print(f"SOP {office.nama}")
            found = dict(zip((sop.id for sop in sops), chapters(printed)[2:], strict=True))
            if found == pages:
                return printed
            pages = found
        raise DoesNotFitError(f"{office.nama}: nomor halaman daftar isi tidak tetap.")


def chapters(pdf: bytes) -> list[int]:
    """The page, counted from 1, of every bookmark of the first level."""
    reader = PdfReader(BytesIO(pdf))
    first = [item for item in reader.outline if not isinstance(item, list)]
    return [(reader.get_destination_page_number(item) or 0) + 1 for item in first]


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


def print_all(page: Page, site: Site, paper: Paper, folder: Path, wanted: Sequence[str] = ()) -> None:
    """Write the PDF of every SOP, or of those wanted, and then of every office whose SOPs are all there."""
    press = Press(page, site, paper)
    sops = [sop for sop in site.content.portal.sops.values() if not wanted or sop.id in wanted]
    settings, counts = {}, {}
    for number, sop in enumerate(sops, start=1):
        settings[sop.id], printed = press.sop(sop)
        counts[sop.id] = len(PdfReader(BytesIO(printed)).pages)
        tell(f"SOP {number} dari {len(sops)}: {sop.id}, {counts[sop.id]} halaman")
        write(folder / pdf_address(sop.id), printed)
    for office in site.content.portal.offices.values():
        ids = [sop.id for sop in site.content.portal.sops_of(office.id)]
        if ids and all(name in settings for name in ids):
            tell(f"Semua SOP {office.singkatan}")
            write(folder / pdf_address(office.id), press.office(office, settings, counts))


def tell(text: str) -> None:
    """Say how far it is."""
    print(text, file=sys.stderr)


def write(file: Path, content: bytes) -> None:
    """Write a file and the folders it lies in."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.pdf", description="Mencetak SOP sebagai PDF.")
    parser.add_argument("folder", type=Path, help="folder hasil; isinya yang lama dihapus")
    parser.add_argument("--kertas", choices=tuple(PAPERS), default="A4", help="ukuran kertas (bawaan: A4)")
    parser.add_argument("--sop", nargs="*", default=(), metavar="ID", help="hanya SOP ini, misalnya mamuju/04")
    parser.add_argument("--akar", type=Path, default=ROOT, metavar="FOLDER", help="folder proyek (bawaan: proyek ini)")
    options: Any = parser.parse_args(arguments)
    start = time.monotonic()
    try:
        today = build_day(os.environ.get("TANGGAL"))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        site = Site(load_content(options.akar), today)
    except ContentError as error:
        print(f"{error}\n\n{len(error.problems)} kesalahan. PDF tidak dibuat; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    unknown = [name for name in options.sop if name not in site.content.portal.sops]
    if unknown:
        print(f"SOP tidak dikenal: {', '.join(unknown)}. Contoh yang benar: mamuju/04.", file=sys.stderr)
        return 2
    shutil.rmtree(options.folder / "sop", ignore_errors=True)
    try:
        with browser_page() as page:
            print_all(page, site, PAPERS[options.kertas], options.folder, options.sop)
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
