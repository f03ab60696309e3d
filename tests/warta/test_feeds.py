"""Feeds of the news: three formats with the same items, for all and for each category."""

from __future__ import annotations

import json
from datetime import date
from xml.etree import ElementTree

from macros.feeds import Enclosure, Feed, Item
from macros.pages import Asset
from macros.portal import Portal
from tests.warta.conftest import ARTICLE, BRIEF, Write, section

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://contoh.example/portal/"

ITEM = Item(
    alamat="warta/2026/a/",
    judul="A & <b>",
    ringkasan="Contoh\x0b ringkasan",
    terbit=date(2026, 11, 20),
    diperbarui=date(2026, 11, 21),
    penulis="Contoh Penulis",
    kategori=("Budaya", "contoh"),
    lampiran=Enclosure("warta/2026/a/a.jpg", 12, "image/jpeg"),
)


def files(site: str = SITE) -> dict[str, bytes]:
    """The three files of a feed with one item."""
    day = date(2026, 11, 21)
    feed = Feed("warta/", "warta/", "Warta", "Contoh uraian", "Contoh Dinas", (ITEM,), day, site)
    return {asset.alamat: asset.isi for asset in feed.files()}


def test_rss() -> None:
    """RSS 2.0 with everything that its specification asks for, whole links and dates of RFC 822."""
    channel = ElementTree.fromstring(files()["warta/rss.xml"]).find("channel")
    assert channel is not None
    assert [(node.tag, node.text) for node in channel][:5] == [
        ("title", "Warta"),
        ("link", f"{SITE}warta/"),
        ("description", "Contoh uraian"),
        ("language", "id"),
        ("lastBuildDate", "Sat, 21 Nov 2026 00:00:00 +0800"),
    ]
    (item,) = channel.findall("item")
    assert [(node.tag.rpartition("}")[2], node.text, node.attrib) for node in item] == [
        ("title", "A & <b>", {}),
        ("link", f"{SITE}warta/2026/a/", {}),
        ("description", "Contoh ringkasan", {}),
        ("creator", "Contoh Penulis", {}),
        ("category", "Budaya", {}),
        ("category", "contoh", {}),
        ("guid", f"{SITE}warta/2026/a/", {"isPermaLink": "true"}),
        ("pubDate", "Fri, 20 Nov 2026 00:00:00 +0800", {}),
        ("enclosure", None, {"url": f"{SITE}warta/2026/a/a.jpg", "length": "12", "type": "image/jpeg"}),
    ]


def test_atom() -> None:
    """RFC 4287: id, title, updated, author and links of the feed and of every entry."""
    root = ElementTree.fromstring(files()["warta/atom.xml"])
    (entry,) = root.findall(f"{ATOM}entry")
    for node, expected in (
        (root, {"id": f"{SITE}warta/atom.xml", "title": "Warta", "updated": "2026-11-21T00:00:00+08:00"}),
        (entry, {"id": f"{SITE}warta/2026/a/", "title": "A & <b>", "updated": "2026-11-21T00:00:00+08:00"}),
        (entry, {"published": "2026-11-20T00:00:00+08:00", "summary": "Contoh ringkasan"}),
    ):
        assert {name: node.findtext(f"{ATOM}{name}") for name in expected} == expected
    links = {node.get("rel"): node.get("href") for node in entry.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{SITE}warta/2026/a/", "enclosure": f"{SITE}warta/2026/a/a.jpg"}


def test_json_feed() -> None:
    """JSON Feed 1.1."""
    feed = json.loads(files()["warta/feed.json"])
    (item,) = feed.pop("items")
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Warta",
        "description": "Contoh uraian",
        "language": "id",
        "home_page_url": f"{SITE}warta/",
        "feed_url": f"{SITE}warta/feed.json",
        "authors": [{"name": "Contoh Dinas"}],
    }
    assert item["url"] == item["id"] == f"{SITE}warta/2026/a/"
    assert item["tags"] == ["Budaya", "contoh"]
    assert item["attachments"] == [{"url": f"{SITE}warta/2026/a/a.jpg", "mime_type": "image/jpeg", "size_in_bytes": 12}]


def test_without_the_sites_address_links_lead_from_the_feed_to_the_page() -> None:
    """And an item is known by an id that is the same in every format."""
    made = files("")
    item = json.loads(made["warta/feed.json"])["items"][0]
    assert item["url"] == "../warta/2026/a/"
    rss = ElementTree.fromstring(made["warta/rss.xml"])
    assert rss.findtext("channel/item/guid") == item["id"]
    assert item["id"].startswith("urn:uuid:")


def test_all_and_each_category(write: Write, portal: Portal) -> None:
    """What was published last comes first, however old the event; what was withdrawn says so; a brief names its source."""
    write("2026/lama.md", tanggal="2026-11-01", terbit="2026-11-01", judul="Contoh lama")
    gone = ARTICLE.replace("status: terbit", "status: ditarik\npenarikan: {tanggal: 2026-11-21, alasan: Contoh alasan}")
    write("2026/tarik.md", gone)
    part = section(write("2025/kilas.md", BRIEF), portal, SITE)
    made = {asset.alamat: asset.isi for asset in part.assets() if isinstance(asset, Asset)}
    folders = ("warta/", "warta/kategori/budaya/", "warta/kategori/keuangan/")
    assert set(made) == {f"{folder}{name}" for folder in folders for name in ("rss.xml", "atom.xml", "feed.json")}
    items = json.loads(made["warta/feed.json"])["items"]
    assert [item["title"] for item in items] == [
        "Contoh fakta dalam satu kalimat.",
        "Ditarik: Contoh judul",
        "Contoh lama",
    ]
    assert items[0]["content_text"] == "Kilas, 31 Desember 2025. Sumber: Contoh Penerbit, https://contoh.example/berita"
    assert items[1]["content_text"] == "Warta ini ditarik pada 21 November 2026. Alasan: Contoh alasan"
    budaya = json.loads(made["warta/kategori/budaya/feed.json"])
    assert [item["title"] for item in budaya["items"]] == ["Ditarik: Contoh judul", "Contoh lama"]
    assert json.loads(made["warta/kategori/keuangan/feed.json"])["home_page_url"] == f"{SITE}warta/kategori/keuangan/"
