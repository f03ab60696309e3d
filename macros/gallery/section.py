"""The page of components, and the files that only it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.gallery.catalogue import CATALOGUE
from macros.gallery.samples import FOLDER, figures, photo_assets, samples
from macros.gallery.tokens import CHART, LINE, OWN, SURFACE, TEXT, TokenGroup, lowest, pairs, read_tokens
from macros.models.settings import Colours
from macros.pages import Asset, FileAsset, Page
from macros.rendering import render
from macros.views.sop import SopView

TOKENS = "docs/aset/token.css"
COLOURS = (OWN, TEXT, SURFACE, LINE, CHART)
"""Groups of tokens that are colours; the others are sizes."""

TYPE = "Huruf"


@dataclass(frozen=True)
class GallerySection:
    """Made from the style sheet, the templates and examples; an SOP of the portal shows what only a real one can."""

    root: Path
    """The folder that holds docs/."""
    colours: Colours | None
    """The office's own."""
    sop: SopView | None

    @cached_property
    def tokens(self) -> tuple[TokenGroup, ...]:
        """The tokens as the style sheet has them."""
        return read_tokens(self.root / TOKENS, self.colours)

    def pages(self) -> Iterator[Page]:
        """The page, made when it is written."""
        summary = "Bagian-bagian yang membentuk setiap halaman portal, dengan keadaan dan contohnya."
        yield Page(FOLDER, "Komponen", summary, self._html, render("galeri/kepala.html", FOLDER))

    def _html(self) -> str:
        return render(
            "galeri/halaman.html",
            FOLDER,
            token=self.tokens,
            berwarna=COLOURS,
            kontras=lowest(pairs(self.tokens)),
            katalog=CATALOGUE,
            bagian=[(f"bagian-{number}", heading) for number, heading in enumerate(CATALOGUE, start=1)],
            contoh=samples(self.root),
            sop=self.sop,
        )

    def assets(self) -> Iterator[Asset | FileAsset]:
        """The drawn photo, what the charts link, and a rule for each size that the page draws."""
        yield from photo_assets(self.root)
        yield from (chart.asset for chart in figures())
        rules = [
            f".contoh-{token.nama} {{ {'font-size' if group.judul == TYPE else 'inline-size'}: var(--{token.nama}); }}"
            for group in self.tokens
            if group.judul not in COLOURS
            for token in group.token
        ]
        yield Asset("aset/galeri-token.css", "\n".join((*rules, "")).encode())
