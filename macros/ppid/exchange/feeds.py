"""What is new on the list, as feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, for all and for each agency.

RSS and JSON Feed want whole addresses, so they are made only where the site's address is known. Atom takes relative
ones (RFC 4287, section 2: they are resolved against the feed's own address) and is always made. An item's id is its
page's address; without the site's address it is a UUID made from it, so that a reader never meets an item twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from macros.dates import WITA
from macros.ppid.exchange.columns import cell_text
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information

FOLDER = "ppid/umpan/"
LIST_PAGE = "ppid/daftar/"
LIMIT = 50
"""Entries in a feed at most."""

ATOM = "http://www.w3.org/2005/Atom"
ElementTree.register_namespace("atom", ATOM)


@dataclass(frozen=True)
class Feed:
    """One list of news: its folder below the site's root, its title, its entries from the newest."""

    folder: str
    title: str
    items: tuple[Information, ...]
    selection: Selection

    @property
    def description(self) -> str:
        """What a reader of the feed gets."""
        return f"Informasi yang baru dimuat, paling banyak {LIMIT} butir."

    @property
    def updated(self) -> date:
        """The last day something happened to an entry in it."""
        return max((self.selection.updated(item) for item in self.items), default=self.selection.today)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(address, content) of the feed in every format that it can have."""
        yield f"{self.folder}atom.xml", _atom(self)
        if self.selection.address:
            yield f"{self.folder}rss.xml", _rss(self)
            yield f"{self.folder}feed.json", _json_feed(self)

    def address(self, item: Information) -> str:
        """Address of an entry's page for this feed's readers."""
        return self.link(page_address(item.id))

    def link(self, address: str) -> str:
        """An address below the site's root for this feed's readers: whole, or relative to the feed."""
        return f"{self.selection.address or '../' * self.folder.count('/')}{address}"

    def identity(self, address: str) -> str:
        """What a page or feed is known by for ever."""
        whole = self.selection.link(address)
        return whole if self.selection.address else uuid5(NAMESPACE_URL, whole).urn


def feeds(selection: Selection) -> Iterator[Feed]:
    """The feed of all, and of each agency that has published something."""
    listed = [item for item in selection.entries if not selection.withdrawal_of(item)]
    newest = sorted(sorted(listed, key=lambda item: item.id), key=_published, reverse=True)
    yield Feed(FOLDER, "Daftar Informasi Publik", tuple(newest[:LIMIT]), selection)
    by_agency: dict[str, list[Information]] = {}
    for item in newest:
        by_agency.setdefault(item.perangkat_daerah, []).append(item)
    for agency_id, items in sorted(by_agency.items()):
        title = f"Daftar Informasi Publik: {selection.agency_name(items[0])}"
        yield Feed(f"{FOLDER}{agency_id}/", title, tuple(items[:LIMIT]), selection)


def _published(item: Information) -> date:
    assert item.terbit is not None
    return item.terbit


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), WITA)


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, tag, attributes)
    node.text = text if text is None else cell_text(text)  # control characters are none of XML's
    return node


def _rss(feed: Feed) -> bytes:
    root = ElementTree.Element("rss", version="2.0")
    channel = _add(root, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.link(LIST_PAGE))
    _add(channel, "description", feed.description)
    _add(channel, "language", "id")
    _add(channel, "lastBuildDate", format_datetime(_moment(feed.updated)))
    own = feed.link(f"{feed.folder}rss.xml")
    _add(channel, f"{{{ATOM}}}link", href=own, rel="self", type="application/rss+xml")
    for item in feed.items:
        node = _add(channel, "item")
        _add(node, "title", item.judul)
        _add(node, "link", feed.address(item))
        _add(node, "description", item.ringkasan)
        _add(node, "category", item.kategori)
        _add(node, "guid", feed.identity(page_address(item.id)), isPermaLink="true")
        _add(node, "pubDate", format_datetime(_moment(_published(item))))
        document = feed.selection.document_of(item)
        if document:
            url = feed.link(document.address)
            _add(node, "enclosure", url=url, length=str(document.size), type=document.media_type)
    return _xml(root)


def _atom(feed: Feed) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    address = f"{feed.folder}atom.xml"
    _add(root, "id", feed.identity(address))
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.description)
    _add(root, "updated", _moment(feed.updated).isoformat())
    _add(root, "link", href=feed.link(address), rel="self", type="application/atom+xml")
    _add(root, "link", href=feed.link(LIST_PAGE), rel="alternate", type="text/html")
    _add(_add(root, "author"), "name", feed.title)
    for item in feed.items:
        node = _add(root, "entry")
        _add(node, "id", feed.identity(page_address(item.id)))
        _add(node, "title", item.judul)
        _add(node, "summary", item.ringkasan)
        _add(node, "published", _moment(_published(item)).isoformat())
        _add(node, "updated", _moment(feed.selection.updated(item)).isoformat())
        _add(node, "link", href=feed.address(item), rel="alternate", type="text/html")
        _add(_add(node, "author"), "name", feed.selection.agency_name(item))
        _add(node, "category", term=item.kategori)
        document = feed.selection.document_of(item)
        if document:
            url = feed.link(document.address)
            _add(node, "link", href=url, rel="enclosure", type=document.media_type, length=str(document.size))
    return _xml(root)


def _json_feed(feed: Feed) -> bytes:
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "language": "id",
        "home_page_url": feed.link(LIST_PAGE),
        "feed_url": feed.link(f"{feed.folder}feed.json"),
        "items": [_json_item(item, feed) for item in feed.items],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _json_item(item: Information, feed: Feed) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": feed.identity(page_address(item.id)),
        "url": feed.address(item),
        "title": item.judul,
        "content_text": item.ringkasan,
        "date_published": _moment(_published(item)).isoformat(),
        "date_modified": _moment(feed.selection.updated(item)).isoformat(),
        "authors": [{"name": feed.selection.agency_name(item)}],
        "tags": [item.kategori],
    }
    document = feed.selection.document_of(item)
    if document:
        attachment = {"mime_type": document.media_type, "size_in_bytes": document.size}
        node["attachments"] = [{"url": feed.link(document.address), **attachment}]
    return node
