"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.pages import Asset, FileAsset, Page
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

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part."""
        yield from self._documents()

    def _documents(self) -> Iterator[FileAsset]:
        """The documents that are open to the public today: none of a draft, none that was withdrawn."""
        for id_, document in self.ppid.documents.items():
            if self.ppid.information[id_].dokumen_tampil(self.today):
                yield FileAsset(document.alamat(id_), document.letak)
