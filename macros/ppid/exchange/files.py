"""All files that the public-information list makes, and the links to them for its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.pages import Asset
from macros.ppid.content import Ppid
from macros.ppid.exchange import changes, dcat, feeds
from macros.ppid.exchange.dip_csv import dip_csv
from macros.ppid.exchange.dip_json import dip_json
from macros.ppid.exchange.dip_xlsx import dip_xlsx, template_xlsx
from macros.ppid.exchange.selection import PublishedFile, Selection
from macros.ppid.models.opendata import OpenChanges, OpenInformationList
from macros.schema import schema_text


@dataclass(frozen=True)
class Download:
    """A file as a page offers it: `alamat` is relative to the site's root, `besar` in bytes."""

    nama: str
    alamat: str
    besar: int


LABELS = {
    "ppid/dip.xlsx": "Excel",
    "ppid/dip.csv": "CSV",
    "ppid/dip.json": "JSON",
    "ppid/dcat.jsonld": "DCAT 3",
    "ppid/perubahan.json": "Perubahan",
    f"{feeds.FOLDER}rss.xml": "RSS",
    f"{feeds.FOLDER}atom.xml": "Atom",
    f"{feeds.FOLDER}feed.json": "JSON Feed",
}
"""Files that the list's page links -> what it calls them, in this order."""


def published_files(ppid: Ppid, today: date) -> dict[str, PublishedFile]:
    """Entry's id -> the document that readers can fetch on a day."""
    return {
        id_: PublishedFile(document.alamat(id_), document.ukuran, document.sha256, document.media)
        for id_, document in ppid.documents.items()
        if ppid.information[id_].terlihat(today)
    }


@dataclass(frozen=True)
class Exchange:
    """The files made from what may leave."""

    selection: Selection

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """Every file."""
        return tuple(Asset(address, content) for address, content in self._files())

    @property
    def downloads(self) -> tuple[Download, ...]:
        """What the page of the list links, those that there are."""
        sizes = {asset.alamat: len(asset.isi) for asset in self.assets}
        return tuple(Download(name, address, sizes[address]) for address, name in LABELS.items() if address in sizes)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "ppid/dip.json", dip_json(self.selection)
        yield "ppid/dip.schema.json", schema_text(OpenInformationList).encode()
        yield "ppid/dip.csv", dip_csv(self.selection)
        yield "ppid/dip.xlsx", dip_xlsx(self.selection)
        yield "ppid/dip-templat.xlsx", template_xlsx(self.selection)
        yield dcat.ADDRESS, dcat.dcat_jsonld(self.selection)
        yield changes.CHANGES_FILE, changes.changes_json(self.selection)
        yield "ppid/perubahan.schema.json", schema_text(OpenChanges).encode()
        yield from changes.months(self.selection)
        for feed in feeds.feeds(self.selection):
            for asset in feed.files():
                yield asset.alamat, asset.isi
