"""What is new, changed or withdrawn since a day, and the feeds of what is new."""

from __future__ import annotations

import json
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from macros.__main__ import main
from macros.portal import Portal
from macros.ppid.exchange.changes import changes_json, months
from macros.ppid.exchange.feeds import LIMIT, feeds
from macros.ppid.exchange.selection import PublishedFile, Selection
from macros.ppid.models.opendata import OpenChanges, OpenMonths
from macros.schema import schema_text
from macros.site import Site
from tests.conftest import ROOT, TODAY
from tests.ppid.exchange_examples import WITHDRAWN, entry, selection

ADDRESS = "https://contoh.go.id/ppid-polman/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def chosen(portal: Portal) -> Selection:
    """Three entries with a history, and a change that is still to come."""
    changes = [{"tanggal": "2026-03-02", "uraian": "Angka 2025."}, {"tanggal": "2026-12-01", "uraian": "Nanti."}]
    return selection(
        portal,
        entry("b-berubah", terbit="2026-01-05", perubahan=changes),
        entry("a-baru", terbit="2026-03-02", perangkat_daerah="dinas-sosial"),
        entry("c-ditarik", terbit="2026-01-05", **WITHDRAWN),
        entry("draf", status="draf"),
    )


def changes(text: bytes) -> list[tuple[str, str, str, str | None]]:
    """(day, kind, id, text) of a file of changes, held against its schema."""
    data = json.loads(text)
    assert [
        error.message for error in Draft202012Validator(json.loads(schema_text(OpenChanges))).iter_errors(data)
    ] == []
    return [(item["tanggal"], item["jenis"], item["id"], item["uraian"]) for item in data["perubahan"]]


def test_changes_newest_first(chosen: Selection) -> None:
    """Each entry's history up to today; within a day by id."""
    assert changes(changes_json(chosen)) == [
        ("2026-06-01", "ditarik", "c-ditarik", "Contoh alasan."),
        ("2026-03-02", "baru", "a-baru", None),
        ("2026-03-02", "berubah", "b-berubah", "Angka 2025."),
        ("2026-01-05", "baru", "b-berubah", None),
        ("2026-01-05", "baru", "c-ditarik", None),
    ]


def test_changes_since_a_day_include_that_day(chosen: Selection) -> None:
    """`sejak` is the first day that is told of, `sampai` the last."""
    text = changes_json(chosen, date(2026, 3, 2))
    assert [day for day, *_ in changes(text)] == ["2026-06-01", "2026-03-02", "2026-03-02"]
    assert (json.loads(text)["sejak"], json.loads(text)["sampai"]) == ("2026-03-02", "2026-11-21")


def test_a_file_for_each_month_and_an_index(chosen: Selection) -> None:
    """The months together say what the whole file says; the index names them."""
    files = dict(months(chosen))
    index = json.loads(files.pop("ppid/perubahan/index.json"))
    assert list(Draft202012Validator(json.loads(schema_text(OpenMonths))).iter_errors(index)) == []
    assert [(item["bulan"], item["jumlah"], item["url"]) for item in index["bulan"]] == [
        ("2026-06", 1, "ppid/perubahan/2026-06.json"),
        ("2026-03", 2, "ppid/perubahan/2026-03.json"),
        ("2026-01", 2, "ppid/perubahan/2026-01.json"),
    ]
    assert list(files) == [item["url"] for item in index["bulan"]]
    assert [change for text in files.values() for change in changes(text)] == changes(changes_json(chosen))
    march = json.loads(files["ppid/perubahan/2026-03.json"])
    assert (march["sejak"], march["sampai"]) == ("2026-03-01", "2026-03-31")


def test_command_prints_the_changes(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m macros perubahan --sejak` gives what the site's file gives, from a day on."""
    day = TODAY.isoformat()
    assert main(["--akar", str(ROOT), "perubahan", "--sejak", day, "--tanggal", day]) == 0
    assert len(changes(capsys.readouterr().out.encode())) == len(
        changes(changes_json(site.ppid.exchange.selection, TODAY))
    )
    assert main(["--akar", str(ROOT), "perubahan", "--sejak", "2026-11-22", "--tanggal", day]) == 0
    assert changes(capsys.readouterr().out.encode()) == []


def feed_files(chosen: Selection) -> dict[str, bytes]:
    """Every file of every feed."""
    return {asset.alamat: asset.isi for feed in feeds(chosen) for asset in feed.files()}


def text(node: ElementTree.Element, path: str) -> str:
    """The text of an element that must be there."""
    found = node.findtext(path)
    assert found, path
    return found


def with_address(portal: Portal, *items: Any, **more: Any) -> dict[str, bytes]:
    """The feeds of some entries on a site whose address is known."""
    return feed_files(selection(portal, *items, address=ADDRESS, **more))


def test_rss(portal: Portal) -> None:
    """RSS 2.0: the channel's and the items' elements, whole links, RFC 822 dates, the newest first."""
    document = PublishedFile("ppid/informasi/a/a.pdf", 12, "0" * 64, "application/pdf")
    files = with_address(
        portal,
        entry("a", judul="A & <B>", terbit="2026-03-02", perangkat_daerah="dinas-sosial"),
        entry("b", terbit="2026-01-05"),
        entry("c", **WITHDRAWN),
        documents={"a": document},
    )
    root = ElementTree.fromstring(files["ppid/umpan/rss.xml"])
    channel = root.find("channel")
    assert channel is not None
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert text(channel, "link") == f"{ADDRESS}ppid/daftar/"
    assert text(channel, "title")
    assert text(channel, "description")
    own = channel.find(f"{ATOM}link")
    assert own is not None
    assert own.get("href") == f"{ADDRESS}ppid/umpan/rss.xml"
    first, second = channel.findall("item")
    assert text(first, "title") == "A & <B>"
    assert text(first, "link") == text(first, "guid") == f"{ADDRESS}ppid/informasi/a/"
    assert text(first, "pubDate") == "Mon, 02 Mar 2026 00:00:00 +0800"
    assert parsedate_to_datetime(text(second, "pubDate")).date() == date(2026, 1, 5)
    enclosure = first.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {
        "url": f"{ADDRESS}ppid/informasi/a/a.pdf",
        "length": "12",
        "type": "application/pdf",
    }


def test_atom(portal: Portal) -> None:
    """RFC 4287: id, title, updated, author and links of the feed and of every entry; a later change moves `updated`."""
    change = [{"tanggal": "2026-04-01", "uraian": "Diganti."}]
    files = with_address(portal, entry("a", perubahan=change))
    root = ElementTree.fromstring(files["ppid/umpan/atom.xml"])
    (item,) = root.findall(f"{ATOM}entry")
    for node in (root, item):
        for name in ("id", "title", "updated", "author"):
            assert len(node.findall(f"{ATOM}{name}")) == 1, name
    links = {node.get("rel"): node.get("href") for node in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{ADDRESS}ppid/umpan/atom.xml", "alternate": f"{ADDRESS}ppid/daftar/"}
    assert text(item, f"{ATOM}id") == f"{ADDRESS}ppid/informasi/a/"
    assert text(item, f"{ATOM}published") == "2026-01-05T00:00:00+08:00"
    assert text(item, f"{ATOM}updated") == text(root, f"{ATOM}updated") == "2026-04-01T00:00:00+08:00"
    assert text(item, f"{ATOM}author/{ATOM}name") == "Dinas Kesehatan"


def test_json_feed(portal: Portal) -> None:
    """JSON Feed 1.1."""
    files = with_address(portal, entry("a", judul='Kutip " 🏛️'))
    feed = json.loads(files["ppid/umpan/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{ADDRESS}ppid/umpan/feed.json"
    assert feed["items"] == [
        {
            "id": f"{ADDRESS}ppid/informasi/a/",
            "url": f"{ADDRESS}ppid/informasi/a/",
            "title": 'Kutip " 🏛️',
            "content_text": "Contoh isi.",
            "date_published": "2026-01-05T00:00:00+08:00",
            "date_modified": "2026-01-05T00:00:00+08:00",
            "authors": [{"name": "Dinas Kesehatan"}],
            "tags": ["berkala"],
        }
    ]


def test_each_agency_has_its_feeds(portal: Portal) -> None:
    """Only its own entries, under its id; an agency without entries has none."""
    files = with_address(portal, entry("a", perangkat_daerah="dinas-sosial"), entry("b"))
    assert sorted(files) == sorted(
        f"ppid/umpan/{folder}{name}"
        for folder in ("", "dinas-sosial/", "dinas-kesehatan/")
        for name in ("atom.xml", "rss.xml", "feed.json")
    )
    feed = json.loads(files["ppid/umpan/dinas-sosial/feed.json"])
    assert feed["title"] == "Daftar Informasi Publik: Dinas Sosial"
    assert [item["url"] for item in feed["items"]] == [f"{ADDRESS}ppid/informasi/a/"]


def test_a_feed_holds_the_fifty_newest(portal: Portal) -> None:
    """Of more, the older ones fall out."""
    items = [entry(f"b-{number:02}", terbit=f"2026-01-{number % 28 + 1:02}") for number in range(60)]
    root = ElementTree.fromstring(with_address(portal, *items)["ppid/umpan/atom.xml"])
    days = [text(node, f"{ATOM}published") for node in root.findall(f"{ATOM}entry")]
    assert len(days) == LIMIT
    assert days == sorted(days, reverse=True)


def test_without_an_address_links_are_relative(portal: Portal) -> None:
    """Links lead from the feed to the page wherever the site stands, and ids stay whole."""
    files = feed_files(selection(portal, entry("a")))
    rss = ElementTree.fromstring(files["ppid/umpan/dinas-kesehatan/rss.xml"])
    assert text(rss, "channel/item/link") == "../../../ppid/informasi/a/"
    guid = rss.find("channel/item/guid")
    assert guid is not None
    assert (guid.get("isPermaLink"), str(guid.text).startswith("urn:uuid:")) == ("false", True)
    assert json.loads(files["ppid/umpan/feed.json"])["items"][0]["url"] == "../../ppid/informasi/a/"
    root = ElementTree.fromstring(files["ppid/umpan/dinas-kesehatan/atom.xml"])
    (item,) = root.findall(f"{ATOM}entry")
    link = item.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "../../../ppid/informasi/a/"
    assert text(item, f"{ATOM}id").startswith("urn:uuid:")
    again = ElementTree.fromstring(files["ppid/umpan/atom.xml"])
    assert text(again, f"{ATOM}entry/{ATOM}id") == text(item, f"{ATOM}id")


def test_the_address_reaches_the_feeds(site: Site) -> None:
    """The engine's address comes through the site."""
    known = Site(site.content, TODAY, None, ADDRESS)
    names = [download.nama for download in known.ppid.exchange.downloads]
    assert names == ["Excel", "CSV", "JSON", "DCAT 3", "Perubahan", "RSS", "Atom", "JSON Feed"]


def test_an_empty_list_has_right_files(portal: Portal) -> None:
    """A portal that has published nothing yet gives empty lists, not broken ones."""
    chosen = selection(portal, address=ADDRESS)
    assert changes(changes_json(chosen)) == []
    files = feed_files(chosen)
    root = ElementTree.fromstring(files["ppid/umpan/atom.xml"])
    assert text(root, f"{ATOM}updated") == "2026-11-21T00:00:00+08:00"
    assert json.loads(files["ppid/umpan/feed.json"])["items"] == []
