"""Looks at one agency's site the way a visitor comes: robots.txt first, then the front page, its feed, its links."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from macros.dates import WITA
from macros.fetching import Answer
from macros.ppid.linkcheck import UNCERTAIN
from macros.spbe.situs.checker.markup import Markup, read_markup, text_of
from macros.spbe.situs.checker.recordings import Source
from macros.spbe.situs.manners import LINKS, PRODUCT
from macros.spbe.situs.models import Seen

FORBID = ("User-agent: *", "Disallow: /")
"""Rules that let nobody in."""

TOLERANCE = timedelta(days=1)
"""A feed's clock may be so far ahead; what lies further in the future is no date of publishing."""


@dataclass(frozen=True)
class Robots:
    """What a site's robots.txt lets this checker do (RFC 9309)."""

    aturan: RobotFileParser

    @classmethod
    def of(cls, answer: Answer) -> Robots:
        """No file (4xx) allows everything, a server in trouble (5xx) forbids everything."""
        rules = RobotFileParser()
        if answer.terbuka:
            rules.parse(answer.isi.decode("utf-8", "replace").splitlines())
        else:
            rules.parse(FORBID if answer.kode is not None and answer.kode >= 500 else ())
        return cls(rules)

    def allows(self, url: str) -> bool:
        """Whether an address may be asked for."""
        return self.aturan.can_fetch(PRODUCT, url)

    @property
    def jeda(self) -> float:
        """Seconds that the site asks to be left in peace between two questions."""
        return float(self.aturan.crawl_delay(PRODUCT) or 0)


def agent_of(portal: str) -> str:
    """What the checker of a portal calls itself; the name goes over the wire in ASCII."""
    return f"{PRODUCT}/1.0 ({portal.encode('ascii', 'ignore').decode().strip()})"


def robots_address(site: str) -> str:
    """Where the rules for an address lie."""
    parts = urlsplit(site)
    return urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))


def look(agency: str, site: str, source: Source) -> Seen | None:
    """What can be seen of a site; None where there is no answer to look at.

    The day is that of the front page's answer, so that saved answers give the same row whenever they are looked at.
    """
    rules = source.get(robots_address(site))
    if rules is None:
        return None
    day = rules.waktu.date()
    if rules.jawaban.kode is None:
        return _row(agency, site, day, alasan=rules.jawaban.alasan)
    robots = Robots.of(rules.jawaban)
    if not robots.allows(site):
        return _row(agency, site, day, robots="dilarang")
    source.slow_down(site, robots.jeda)
    front = source.get(site)
    if front is None:
        return None
    day, answer = front.waktu.date(), front.jawaban
    if not answer.terbuka:
        return _row(agency, site, day, kode=answer.kode, alasan=answer.alasan)
    markup = read_markup(text_of(answer.isi, answer.kepala.get("content-type", "")))
    base = urljoin(answer.alamat_akhir, markup.dasar or "")
    feed, newest = _feed(markup, base, robots, source, day)
    tried, broken = _links(markup, base, answer.alamat_akhir, site, robots, source)
    passed = markup.passed() if _is_html(answer) else {}
    return _row(
        agency,
        site,
        day,
        kode=answer.kode,
        alamat_akhir=answer.alamat_akhir,
        https="ya" if _secure(answer, source) else "tidak",
        umpan=feed,
        umpan_terbaru=newest,
        tautan_diperiksa=tried,
        tautan_rusak=broken,
        akses_lolos=" ".join(name for name, good in passed.items() if good) or None,
        akses_gagal=" ".join(name for name, good in passed.items() if not good) or None,
    )


def _row(agency: str, site: str, day: date, **values: Any) -> Seen:
    return Seen.model_validate({"perangkat_daerah": agency, "situs": site, "diperiksa": day, **values})


def _is_html(answer: Answer) -> bool:
    kind = answer.kepala.get("content-type", "text/html").lower()
    return "html" in kind and bool(answer.isi.strip())


def _secure(answer: Answer, source: Source) -> bool:
    """Whether the page came over https, or also comes so where it was asked for without."""
    parts = urlsplit(answer.alamat_akhir)
    if parts.scheme == "https":
        return True
    other = source.get(urlunsplit(("https", parts.netloc, parts.path, parts.query, "")))
    return other is not None and other.jawaban.terbuka and other.jawaban.alamat_akhir.startswith("https://")


def _feed(markup: Markup, base: str, robots: Robots, source: Source, day: date) -> tuple[str | None, date | None]:
    """The first feed that the page names, and the day of its newest entry; one on another server is not asked for."""
    named = next((urljoin(base, address) for address in markup.umpan), None)
    if named is None or urlsplit(named).scheme not in ("http", "https"):
        return None, None
    here = urlsplit(named).netloc == urlsplit(base).netloc
    found = source.get(named) if here and robots.allows(named) else None
    if found is None or not found.jawaban.terbuka:
        return named, None
    return named, newest_entry(found.jawaban.isi, day)


def newest_entry(feed: bytes, day: date) -> date | None:
    """The day in WITA of a feed's newest entry up to `day`; None where no entry has a date."""
    import feedparser  # loading it takes longer than most builds have for all their imports

    entries = feedparser.parse(io.BytesIO(feed)).entries
    moments = (entry.get("published_parsed") or entry.get("updated_parsed") for entry in entries)
    days = [datetime.fromtimestamp(timegm(moment), WITA).date() for moment in moments if moment]
    return max((found for found in days if found <= day + TOLERANCE), default=None)


def _links(markup: Markup, base: str, front: str, site: str, robots: Robots, source: Source) -> tuple[int, int]:
    """How many links into the site itself were tried, and how many of them are broken."""
    tried = broken = 0
    allowed = (address for address in _own_links(markup, base, front, site) if robots.allows(address))
    for address in islice(allowed, LINKS):
        found = source.get(address, "HEAD")
        if found and not found.jawaban.terbuka and found.jawaban.kode is not None:
            found = source.get(address, "GET")
        if found is None:
            continue
        tried += 1
        broken += not found.jawaban.terbuka and found.jawaban.kode not in UNCERTAIN
    return tried, broken


def _own_links(markup: Markup, base: str, front: str, site: str) -> Iterator[str]:
    """The links of a page that stay on its server, and below the site's own folder where it has one."""
    server = urlsplit(base).netloc
    folder = urlsplit(site).path.rstrip("/")
    known = {front, site, front.rstrip("/"), site.rstrip("/")}
    for written in markup.tautan:
        try:
            address = urldefrag(urljoin(base, written.strip())).url
            parts = urlsplit(address)
        except ValueError:
            continue
        inside = parts.scheme in ("http", "https") and parts.netloc == server
        if inside and parts.path.startswith(folder) and address.rstrip("/") not in known:
            known.add(address.rstrip("/"))
            yield address
