"""What search engines are told of the site, read by the rules of the protocol."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import etree

from macros.content import Content
from macros.pages import Asset
from macros.site import Site
from macros.sitemap import NAMESPACE, NEWS_NAMESPACE, Headline, Place, news_sitemap, robots, sitemap_files
from tests.conftest import ROOT, TODAY

HOME = "https://contoh.example/portal/"
RULES = etree.XMLSchema(etree.parse(ROOT / "tests/data/sitemap.xsd"))
NAMES = {"s": NAMESPACE, "n": NEWS_NAMESPACE}


def read(asset: Asset) -> etree._Element:
    """A sitemap or an index that keeps the protocol's rules."""
    root = etree.fromstring(asset.isi)
    RULES.assertValid(root)
    return root


def locations(root: etree._Element) -> list[str]:
    """Every address that it names."""
    return [str(node.text) for node in root.iterfind("{*}*/{*}loc")]


def files(assets: Iterable[object]) -> dict[str, Asset]:
    """Address -> file, of those for search engines."""
    found = {asset.alamat: asset for asset in assets if isinstance(asset, Asset)}
    return {name: asset for name, asset in found.items() if name.startswith(("sitemap", "robots"))}


@pytest.fixture(scope="module")
def known(content: Content) -> Site:
    """The real site at an address."""
    return Site(content, TODAY, address=HOME)


def test_the_sitemap_names_every_page_once_and_nothing_else(known: Site) -> None:
    """Generated pages and what people write, by whole address; no file, no old address."""
    made = files(known.assets)
    named = locations(read(made["sitemap.xml"]))
    assert len(set(named)) == len(named)
    assert set(named) == {f"{HOME}{address}" for address in known.addresses if not address or address.endswith("/")}


def test_the_day_of_a_change_is_the_contents_own(known: Site) -> None:
    """Where the content has no day, none is made up; none lies in the future."""
    changed = {
        node.findtext("{*}loc").removeprefix(HOME): node.findtext("{*}lastmod")
        for node in read(files(known.assets)["sitemap.xml"])
    }
    for article in known.warta.shelves.articles:
        assert changed[article.alamat] == article.isi.diperbarui(TODAY).isoformat()
    for id_, entry in known.ppid.listing.dip.published.items():
        days = [entry.terbit, *(change.tanggal for change in entry.perubahan)]
        assert changed[f"ppid/informasi/{id_}/"] == max(day for day in days if day and day <= TODAY).isoformat()
    assert all(changed[event.alamat] for event in known.agenda.public)
    assert {changed[address] for address in ("", "warta/", "sop/", "tentang/", "sop/mamuju/01/")} == {None}
    assert max(day for day in changed.values() if day) <= TODAY.isoformat()


def test_without_the_sites_address_there_is_no_sitemap(site: Site) -> None:
    """A sitemap names whole addresses; robots.txt then names no sitemap, and forbids nothing."""
    made = files(site.assets)
    assert made == {"robots.txt": Asset("robots.txt", b"User-agent: *\nAllow: /\n")}


def test_robots_name_the_sitemap(known: Site) -> None:
    """By its whole address."""
    assert f"\nSitemap: {HOME}sitemap.xml\n".encode() in files(known.assets)["robots.txt"].isi


def places(count: int) -> list[Place]:
    """So many pages, each changed a day after the one before."""
    return [Place(f"contoh/{number:05}/", date(2020, 1, 1) + timedelta(days=number)) for number in range(count)]


def test_more_addresses_than_one_sitemap_may_hold_are_named_by_an_index() -> None:
    """Every address stands in one part; the index dates each part by its latest page."""
    made = {asset.alamat: asset for asset in sitemap_files(places(25), HOME, most=10)}
    assert list(made) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = read(made["sitemap.xml"])
    assert etree.QName(index).localname == "sitemapindex"
    assert locations(index) == [f"{HOME}sitemap-{number}.xml" for number in (1, 2, 3)]
    assert [node.text for node in index.iterfind("{*}sitemap/{*}lastmod")] == ["2020-01-10", "2020-01-20", "2020-01-25"]
    parts = [locations(read(made[f"sitemap-{number}.xml"])) for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [10, 10, 5]
    assert sum(parts, []) == [f"{HOME}{place.alamat}" for place in places(25)]  # noqa: RUF017 - three short lists


def test_a_sitemap_is_never_larger_than_it_may_be() -> None:
    """Measured in octets, all of the file."""
    made = list(sitemap_files(places(40), HOME, size=1000))
    assert len(made) > 4
    assert all(len(asset.isi) <= 1000 for asset in made[:-1])
    assert len(locations(read(made[-1]))) == len(made) - 1


def test_one_sitemap_is_enough_up_to_the_bound() -> None:
    """Fifty thousand addresses stand in one file, one more makes an index."""
    assert [asset.alamat for asset in sitemap_files(places(50_000), HOME)] == ["sitemap.xml"]
    assert len(list(sitemap_files(places(50_001), HOME))) == 3


def test_addresses_are_written_as_the_protocol_wants() -> None:
    """Escaped for addresses, then for XML."""
    (made,) = sitemap_files([Place("contoh/a&b 'é'/")], "https://contoh.example/?a=1&b=2/")
    assert b"<loc>https://contoh.example/?a=1&amp;b=2/contoh/a%26b%20%27%C3%A9%27/</loc>" in made.isi


def test_the_news_sitemap_names_articles_of_two_days() -> None:
    """The newest first, with what Google asks of each; titles are escaped."""
    headlines = [Headline(f"warta/2026/{day}/", f"Contoh <{day}>", date(2026, 11, day)) for day in (17, 18, 19, 21, 22)]
    (made,) = news_sitemap(headlines, "Warta KominfoSP", date(2026, 11, 20), HOME)
    root = read(made)
    assert locations(root) == [f"{HOME}warta/2026/{day}/" for day in (19, 18)]
    assert root.xpath("s:url/n:news/n:title/text()", namespaces=NAMES) == ["Contoh <19>", "Contoh <18>"]
    assert root.xpath("s:url/n:news/n:publication_date/text()", namespaces=NAMES) == ["2026-11-19", "2026-11-18"]
    publication = root.xpath("s:url[1]/n:news/n:publication/*/text()", namespaces=NAMES)
    assert publication == ["Warta KominfoSP", "id"]


def test_without_fresh_articles_there_is_no_news_sitemap(known: Site) -> None:
    """The real portal has briefs, which are others' news; robots.txt names what there is."""
    assert known.warta.cards
    assert known.warta.headlines == []
    assert "sitemap-warta.xml" not in files(known.assets)
    assert list(news_sitemap([Headline("warta/", "Contoh", TODAY)], "Contoh", TODAY, "")) == []
    both = robots(("sitemap.xml", "sitemap-warta.xml"), HOME).isi.decode()
    assert both.count("Sitemap: ") == 2


def test_the_engine_writes_the_portals_sitemap_and_not_its_own(built: Path) -> None:
    """Built without an address: no empty sitemap, which no search engine takes."""
    assert not list(built.glob("sitemap*"))
    assert (built / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nAllow: /\n"
