"""Electronic government's part of the site: its pages and files, and which SOP governs each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain

from macros.pages import Asset, Page
from macros.portal import Portal
from macros.spbe.content import Spbe
from macros.spbe.pages import SpbePages
from macros.spbe.situs.pages import SitePages
from macros.views.common import Link
from macros.views.parts import governing_links


@dataclass(frozen=True)
class SpbeSection:
    """The pages and files made from `spbe_data/` on one day."""

    spbe: Spbe
    portal: Portal
    today: date
    entries: Mapping[str, Link] = field(default_factory=dict)
    """Published entry of the DIP -> the link to it."""

    @cached_property
    def sites(self) -> SitePages:
        """The part about the agencies' websites."""
        governing = governing_links(self.portal, self.spbe.settings.sop.pemantauan_situs)
        present = self.portal.present_agencies
        return SitePages(self.spbe, self.portal.agencies, present, self.today, governing, agency_pages=True)

    @cached_property
    def policies(self) -> SpbePages:
        """The part about policies, regulations and the maturity index."""
        return SpbePages(self.spbe, self.portal, self.today, self.entries)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        return chain(self.sites.pages(), self.policies.pages())

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        return chain(self.sites.assets(), self.policies.assets())

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of each page -> ids of the SOPs that govern it."""
        monitoring = self.spbe.settings.sop.pemantauan_situs
        return {
            **{page.alamat: monitoring for page in self.sites.pages()},
            **{page.alamat: self.policies.governing(page.alamat) for page in self.policies.pages()},
        }
