"""Prints SOPs: their tables are measured in the browser, broken into pages and then printed."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Page

from macros.models.registers import Office
from macros.models.sop import Sop
from macros.paper.pages import (
    Measured,
    Setting,
    TooWideError,
    broken,
    document,
    front,
    in_order,
    on_paper,
    style,
    unbroken,
)
from macros.paper.pagination import RowTooTallError
from macros.paper.sizes import IDENTITY_PT, TYPES, Paper
from macros.site import Site
from macros.views.sop import sop_view
from scripts.press import MOST_PASSES, DoesNotFitError, chapters, print_open

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


class SopPress:
    """Sets and prints SOPs in one browser page."""

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
        return print_open(self.page, self.paper, foot)

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
