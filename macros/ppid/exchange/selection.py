"""Which entries leave the portal, and what of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from macros.models.registers import Agency
from macros.ppid.models.information import CATEGORIES, Change, Information, Reference
from macros.publishing.models import Withdrawal

PAGES = "ppid/informasi/"
"""Where the entries' own pages lie, below the site's root."""


def page_address(information_id: str) -> str:
    """Address of an entry's page below the site's root. Never changes."""
    return f"{PAGES}{information_id}/"


@dataclass(frozen=True)
class PublishedFile:
    """The document of an entry that lies on the site."""

    address: str
    """Below the site's root."""
    size: int
    """Bytes."""
    sha256: str
    media_type: str


@dataclass(frozen=True)
class Selection:
    """The entries that the public may see on one day; drafts and entries of a later day are not among them.

    `address` is the site's own, ending in a slash, or empty where it is not known: then links stay relative.
    """

    information: Mapping[str, Information]
    agencies: Mapping[str, Agency]
    today: date
    address: str = ""
    documents: Mapping[str, PublishedFile] = field(default_factory=dict)
    """Entry's id -> its document, only for entries that have one on the site."""

    @cached_property
    def entries(self) -> tuple[Information, ...]:
        """Published and withdrawn entries by category, as the law's list is grouped, then by id."""
        public = (item for item in self.information.values() if item.tampil(self.today))
        return tuple(sorted(public, key=lambda item: (CATEGORIES.index(item.kategori), item.id)))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Ids of what leaves."""
        return frozenset(item.id for item in self.entries)

    def agency_name(self, item: Information) -> str:
        """Full name of the agency that holds an entry; its id where the register is not read."""
        agency = self.agencies.get(item.perangkat_daerah)
        return agency.nama if agency else item.perangkat_daerah

    def changes_of(self, item: Information) -> tuple[Change, ...]:
        """What has changed by today."""
        return tuple(change for change in item.perubahan if change.tanggal <= self.today)

    def withdrawal_of(self, item: Information) -> Withdrawal | None:
        """Since when and why an entry is withdrawn; nothing until that day has come."""
        return item.penarikan if item.ditarik(self.today) else None

    def link_of(self, item: Information) -> Reference | None:
        """Where the document is on the web; a withdrawn one is not linked any more."""
        return None if self.withdrawal_of(item) else item.tautan

    def document_of(self, item: Information) -> PublishedFile | None:
        """The document on the site; a withdrawn entry has none any more."""
        return None if self.withdrawal_of(item) else self.documents.get(item.id)

    def replacement_of(self, item: Information) -> str | None:
        """Id of what replaces an entry, unless that is still a draft."""
        return item.diganti_oleh if item.diganti_oleh in self.ids else None

    def updated(self, item: Information) -> date:
        """The last day, up to today, on which something happened to an entry."""
        assert item.terbit is not None
        days = [item.terbit, *(change.tanggal for change in self.changes_of(item))]
        withdrawal = self.withdrawal_of(item)
        return max((*days, withdrawal.tanggal) if withdrawal else days)

    def link(self, address: str) -> str:
        """An address below the site's root as others reach it: whole where the site's own is known."""
        return f"{self.address}{address}"
