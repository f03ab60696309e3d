"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.content import Ppid
from macros.ppid.exchange.files import Exchange
from macros.ppid.exchange.selection import Selection
from macros.ppid.models.opendata import OpenInformationList
from macros.rendering import render
from macros.views.opendata import data_keys


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def exchange(self) -> Exchange:
        """The list as open data, spreadsheets and feeds; `exchange.downloads` are the links to them."""
        return Exchange(Selection(self.ppid.information, self.portal.agencies, self.today, self.address))

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from ()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        yield from self.exchange.assets

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of `dip.json`, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenInformationList))
