"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, Document, Page
from macros.portal import Portal
from macros.ppid.content import Ppid
from macros.ppid.figures import Weekdays
from macros.ppid.reporting_pages import ReportingPages


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None

    @cached_property
    def reporting(self) -> ReportingPages:
        """The part made from register, reports, links and scores."""
        listed = [
            item
            for item in self.ppid.information.values()
            if item.status == "terbit" and item.terbit and item.terbit <= self.today
        ]
        return ReportingPages(self.ppid.reporting, listed, self.portal.agencies, Weekdays(), self.today, self.papers)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from self.reporting.pages()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        yield from self.reporting.assets()

    def documents(self) -> Iterator[Document]:
        """Everything of this part that is printed."""
        yield from self.reporting.documents()
