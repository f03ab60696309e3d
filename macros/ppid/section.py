"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.content import Ppid


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from ()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        yield from ()
