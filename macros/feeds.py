"""What is new, as feeds: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 from one list of items.

Feeds want whole addresses. Where nobody knows where the site will stand, links are relative to the feed (RFC 4287,
section 2; most readers resolve them in the other formats, too), and what an item is known by for ever is a UUID made
from its address, so that a reader never meets it twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from macros.dates import WITA
from macros.pages import Asset

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
ElementTree.register_namespace("atom", ATOM)
ElementTree.register_namespace("dc", DUBLIN_CORE)

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no XML may hold."""

RSS_NAME, ATOM_NAME, JSON_NAME = "rss.xml", "atom.xml", "feed.json"


@dataclass(frozen=True)
class Enclosure:
    """A file that comes with an item: its address below the site's root, its size in bytes."""

    alamat: str
    ukuran: int
    media_type: str


@dataclass(frozen=True)
class Item:
    """One piece of news: its page's address below the site's root, and what a reader shows."""

    alamat: str
    judul: str
    ringkasan: str
    terbit: date
    diperbarui: date
    penulis: str
    kategori: tuple[str, ...] = ()
    lampiran: Enclosure | None = None


@dataclass(frozen=True)
class Feed:
    """One list of news, the newest first."""

    folder: str
    """Where its files lie below the site's root, ending in a slash."""
    halaman: str
    """The page that shows the same to people."""
    judul: str
    uraian: str
    penerbit: str
    items: tuple[Item, ...]
    diperbarui: date
    """The day it changed last; where it has no items, that of the build."""
    situs: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    def files(self) -> Iterator[Asset]:
        """The feed in every format."""
        yield Asset(f"{self.folder}{RSS_NAME}", _rss(self))
        yield Asset(f"{self.folder}{ATOM_NAME}", _atom(self))
        yield Asset(f"{self.folder}{JSON_NAME}", _json(self))

    def link(self, address: str) -> str:
        """An address below the site's root for this feed's readers: whole, or relative to the feed."""
        return f"{self.situs or '../' * self.folder.count('/')}{address}"

    def identity(self, address: str) -> str:
        """What a page or feed is known by for ever."""
        return f"{self.situs}{address}" if self.situs else uuid5(NAMESPACE_URL, f"/{address}").urn


def _moment(day: date) -> datetime:
    """The beginning of a day in the regency."""
    return datetime.combine(day, time(), WITA)


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode").encode() + b"\n"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, tag, attributes)
    node.text = text and CONTROL.sub("", text)
    return node


def _rss(feed: Feed) -> bytes:
    root = ElementTree.Element("rss", version="2.0")
    channel = _add(root, "channel")
    _add(channel, "title", feed.judul)
    _add(channel, "link", feed.link(feed.halaman))
    _add(channel, "description", feed.uraian)
    _add(channel, "language", "id")
    _add(channel, "lastBuildDate", format_datetime(_moment(feed.diperbarui)))
    own = feed.link(f"{feed.folder}{RSS_NAME}")
    _add(channel, f"{{{ATOM}}}link", href=own, rel="self", type="application/rss+xml")
    for item in feed.items:
        node = _add(channel, "item")
        _add(node, "title", item.judul)
        _add(node, "link", feed.link(item.alamat))
        _add(node, "description", item.ringkasan)
        _add(node, f"{{{DUBLIN_CORE}}}creator", item.penulis)
        for category in item.kategori:
            _add(node, "category", category)
        _add(node, "guid", feed.identity(item.alamat), isPermaLink="true" if feed.situs else "false")
        _add(node, "pubDate", format_datetime(_moment(item.terbit)))
        if item.lampiran:
            size = str(item.lampiran.ukuran)
            _add(node, "enclosure", url=feed.link(item.lampiran.alamat), length=size, type=item.lampiran.media_type)
    return _xml(root)


def _atom(feed: Feed) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "id"})
    address = f"{feed.folder}{ATOM_NAME}"
    _add(root, "id", feed.identity(address))
    _add(root, "title", feed.judul)
    _add(root, "subtitle", feed.uraian)
    _add(root, "updated", _moment(feed.diperbarui).isoformat())
    _add(root, "link", href=feed.link(address), rel="self", type="application/atom+xml")
    _add(root, "link", href=feed.link(feed.halaman), rel="alternate", type="text/html")
    _add(_add(root, "author"), "name", feed.penerbit)
    for item in feed.items:
        node = _add(root, "entry")
        _add(node, "id", feed.identity(item.alamat))
        _add(node, "title", item.judul)
        _add(node, "summary", item.ringkasan)
        _add(node, "published", _moment(item.terbit).isoformat())
        _add(node, "updated", _moment(item.diperbarui).isoformat())
        _add(node, "link", href=feed.link(item.alamat), rel="alternate", type="text/html")
        _add(_add(node, "author"), "name", item.penulis)
        for category in item.kategori:
            _add(node, "category", term=category)
        if item.lampiran:
            file = item.lampiran
            url = feed.link(file.alamat)
            _add(node, "link", href=url, rel="enclosure", type=file.media_type, length=str(file.ukuran))
    return _xml(root)


def _json(feed: Feed) -> bytes:
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.judul,
        "description": feed.uraian,
        "language": "id",
        "home_page_url": feed.link(feed.halaman),
        "feed_url": feed.link(f"{feed.folder}{JSON_NAME}"),
        "authors": [{"name": feed.penerbit}],
        "items": [_json_item(item, feed) for item in feed.items],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _json_item(item: Item, feed: Feed) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": feed.identity(item.alamat),
        "url": feed.link(item.alamat),
        "title": item.judul,
        "content_text": item.ringkasan,
        "date_published": _moment(item.terbit).isoformat(),
        "date_modified": _moment(item.diperbarui).isoformat(),
        "authors": [{"name": item.penulis}],
        "tags": list(item.kategori),
    }
    if item.lampiran:
        attachment = {"mime_type": item.lampiran.media_type, "size_in_bytes": item.lampiran.ukuran}
        node["attachments"] = [{"url": feed.link(item.lampiran.alamat), **attachment}]
    return node
