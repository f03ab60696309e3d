"""What search engines are told of the site: sitemaps (https://www.sitemaps.org/protocol.html) and robots.txt.

A sitemap names whole addresses, so there is none where nobody knows where the site stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from urllib.parse import quote
from xml.sax.saxutils import escape

from macros.feeds import CONTROL
from macros.pages import Asset

ADDRESS = "sitemap.xml"
NEWS_ADDRESS = "sitemap-warta.xml"
ROBOTS = "robots.txt"

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What one sitemap may hold; more goes into several, named by an index."""

NEWS_DAYS = 2
NEWS_MOST = 1000
"""Google's news sitemap names articles of the last two days, at most a thousand."""

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Place:
    """A page in a sitemap: its address below the site's root, and the day it changed last, where that is known."""

    alamat: str
    diperbarui: date | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """An article for the news sitemap."""

    alamat: str
    judul: str
    terbit: date


def sitemap_files(
    places: Iterable[Place], site: str, most: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> Iterator[Asset]:
    """One sitemap, or an index of several where it would hold more than `most` addresses or `size` bytes.

    `site` is the site's own address, ending in a slash; without it there is nothing.
    """
    if not site:
        return
    parts = list(_parts(places, site, most, size))
    if len(parts) == 1:
        yield Asset(ADDRESS, _document("urlset", (line for _, line in parts[0])))
        return
    named = []
    for number, part in enumerate(parts, 1):
        address = f"sitemap-{number}.xml"
        yield Asset(address, _document("urlset", (line for _, line in part)))
        latest = max((place.diperbarui for place, _ in part if place.diperbarui), default=None)
        named.append(_entry("sitemap", Place(address, latest), site))
    yield Asset(ADDRESS, _document("sitemapindex", named))


def _parts(places: Iterable[Place], site: str, most: int, size: int) -> Iterator[list[tuple[Place, str]]]:
    """The places with their lines, cut into as many lists as there have to be sitemaps; one at least."""
    empty = len(_document("urlset", ()))
    part: list[tuple[Place, str]] = []
    octets = empty
    for place in places:
        line = _entry("url", place, site)
        if part and (len(part) == most or octets + len(line.encode()) > size):
            yield part
            part, octets = [], empty
        part.append((place, line))
        octets += len(line.encode())
    yield part


def _entry(tag: str, place: Place, site: str) -> str:
    changed = f"<lastmod>{place.diperbarui}</lastmod>" if place.diperbarui else ""
    return f"<{tag}><loc>{_location(place.alamat, site)}</loc>{changed}</{tag}>\n"


def _location(address: str, site: str) -> str:
    return escape(f"{site}{quote(address)}")


def _document(root: str, lines: Iterable[str], namespaces: str = "") -> bytes:
    opened = f'<{root} xmlns="{NAMESPACE}"{namespaces}>\n'
    return "".join(chain((DECLARATION, opened), lines, (f"</{root}>\n",))).encode()


def news_sitemap(headlines: Sequence[Headline], publication: str, today: date, site: str) -> Iterator[Asset]:
    """The articles of the last days for Google News, the newest first; nothing where there are none."""
    fresh = [item for item in headlines if 0 <= (today - item.terbit).days <= NEWS_DAYS]
    fresh.sort(key=lambda item: item.terbit, reverse=True)
    if site and fresh:
        lines = (_news(item, publication, site) for item in fresh[:NEWS_MOST])
        yield Asset(NEWS_ADDRESS, _document("urlset", lines, f' xmlns:news="{NEWS_NAMESPACE}"'))


def _news(item: Headline, publication: str, site: str) -> str:
    name, title = (escape(CONTROL.sub("", text)) for text in (publication, item.judul))
    return (
        f"<url><loc>{_location(item.alamat, site)}</loc><news:news>"
        f"<news:publication><news:name>{name}</news:name><news:language>id</news:language></news:publication>"
        f"<news:publication_date>{item.terbit}</news:publication_date><news:title>{title}</news:title>"
        "</news:news></url>\n"
    )


def robots(sitemaps: Iterable[str], site: str) -> Asset:
    """Everything may be read; where the site's address is known, the sitemaps that there are."""
    lines = ["User-agent: *", "Allow: /"]
    if site:
        lines += [f"Sitemap: {site}{address}" for address in sitemaps]
    return Asset(ROBOTS, ("\n".join(lines) + "\n").encode())
