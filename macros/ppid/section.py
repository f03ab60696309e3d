"""The PPID's part of the site: its pages and files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.content import Ppid
from macros.ppid.dip import Dip
from macros.ppid.entry import Document, Entries
from macros.ppid.landing import landing
from macros.ppid.listing import Listing, printed_address
from macros.search import Record


@dataclass(frozen=True)
class PpidSection:
    """The pages and files made from public information on one day."""

    ppid: Ppid
    portal: Portal
    today: date
    papers: Path | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)

    @cached_property
    def listing(self) -> Listing:
        """The Daftar Informasi Publik."""
        dip = Dip(self.ppid.information, self.today)
        addresses = map(printed_address, dip.years)
        printed = [a for a in addresses if self.papers and (self.papers / a).is_file()]
        return Listing(dip, self.portal.agencies, printed)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        services = tuple(self._services())
        known = {page.alamat for page in services}
        lists = tuple(self.listing.pages())
        yield landing(self.listing.dip, known | {page.alamat for page in lists} | {"data/"})
        yield from lists
        yield from self._entries(known).pages()
        yield from services

    def _services(self) -> Iterator[Page]:
        """The pages beside the list: asking, objecting, reporting."""
        yield from ()

    def _entries(self, known: set[str]) -> Entries:
        return Entries(
            dip=self.listing.dip,
            rows=self.listing.rows,
            agencies=self.portal.agencies,
            sops=self.portal.sops,
            governing=self.ppid.settings.sop,
            documents=self.documents,
            known=known,
        )

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        for address in self.listing.printed:
            assert self.papers is not None
            yield Asset(address, (self.papers / address).read_bytes())

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        return self.listing.records()
