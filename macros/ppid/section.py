"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, FileAsset, Page
from macros.portal import Portal
from macros.ppid.announcement_pages import AnnouncementPages
from macros.ppid.content import Ppid
from macros.ppid.exclusion_pages import ExclusionPages


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None

    @cached_property
    def exclusions(self) -> ExclusionPages:
        """The part made from excluded information."""
        return ExclusionPages(self.ppid.exclusions, self.portal, self.today)

    @cached_property
    def announcements(self) -> AnnouncementPages:
        """The part made from announcements, and the banner."""
        return AnnouncementPages(self.ppid.announcements, self.portal, self.today)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from self.exclusions.pages()
        yield from self.announcements.pages()

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part."""
        yield from self.exclusions.assets()
        yield from self._documents()

    def _documents(self) -> Iterator[FileAsset]:
        """The documents that are open to the public today: none of a draft, none that was withdrawn."""
        for id_, document in self.ppid.documents.items():
            if self.ppid.information[id_].dokumen_tampil(self.today):
                yield FileAsset(document.alamat(id_), document.letak)
