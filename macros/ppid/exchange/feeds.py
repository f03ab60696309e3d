"""What is new on the list, as feeds: for all and for each agency."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros.feeds import Enclosure, Feed, Item
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information

FOLDER = "ppid/umpan/"
LIST_PAGE = "ppid/daftar/"
LIMIT = 50
"""Entries in a feed at most."""


def feeds(selection: Selection) -> Iterator[Feed]:
    """The feed of all, and of each agency that has published something."""
    listed = [item for item in selection.entries if not selection.withdrawal_of(item)]
    newest = sorted(sorted(listed, key=lambda item: item.id), key=_published, reverse=True)
    yield _feed(FOLDER, "Daftar Informasi Publik", newest, selection)
    by_agency: dict[str, list[Information]] = {}
    for item in newest:
        by_agency.setdefault(item.perangkat_daerah, []).append(item)
    for agency_id, items in sorted(by_agency.items()):
        title = f"Daftar Informasi Publik: {selection.agency_name(items[0])}"
        yield _feed(f"{FOLDER}{agency_id}/", title, items, selection)


def _published(item: Information) -> date:
    assert item.terbit is not None
    return item.terbit


def _feed(folder: str, title: str, newest: Sequence[Information], selection: Selection) -> Feed:
    """The feed of some entries, the newest first."""
    items = tuple(_item(item, selection) for item in newest[:LIMIT])
    return Feed(
        folder=folder,
        halaman=LIST_PAGE,
        judul=title,
        uraian=f"Informasi yang baru dimuat, paling banyak {LIMIT} butir.",
        penerbit=title,
        items=items,
        diperbarui=max((item.diperbarui for item in items), default=selection.today),
        situs=selection.address,
    )


def _item(item: Information, selection: Selection) -> Item:
    """One entry; its document, where it has one, comes with it."""
    document = selection.document_of(item)
    return Item(
        alamat=page_address(item.id),
        judul=item.judul,
        ringkasan=item.ringkasan,
        terbit=_published(item),
        diperbarui=selection.updated(item),
        penulis=selection.agency_name(item),
        kategori=(item.kategori,),
        lampiran=Enclosure(document.address, document.size, document.media_type) if document else None,
    )
