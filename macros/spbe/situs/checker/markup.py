"""What the HTML of one page says: its links and feeds, and what of its accessibility can be seen there.

No browser draws the page, so contrast, focus, size and what scripts add stay unseen. Each check names the success
criteria of WCAG 2.2 (W3C) that it touches; passing it is not meeting them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from macros.spbe.situs.manners import CHECKS

FEEDS = frozenset({"application/rss+xml", "application/atom+xml"})
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
"""Kinds of input that need no label."""
NAMING = ("aria-label", "aria-labelledby", "title")
"""Attributes that give an element a name."""
SMALLEST_ZOOM = 2
"""A page may be enlarged twofold (WCAG 2.2, 1.4.4)."""


@dataclass
class _Named:
    """A link or button that is still open, and whether something in it gives it a name."""

    tag: str
    bernama: bool


@dataclass
class Markup:
    """What was found in a page."""

    bahasa: str = ""
    judul: str = ""
    dasar: str | None = None
    """Address that relative links stand on, where the page says it."""
    umpan: list[str] = field(default_factory=list)
    tautan: list[str] = field(default_factory=list)
    gambar: int = 0
    gambar_tanpa_alt: int = 0
    isian: list[tuple[str | None, bool]] = field(default_factory=list)
    """(id, whether it has a name by itself) of every field."""
    label: set[str] = field(default_factory=set)
    tingkat: list[int] = field(default_factory=list)
    bernama: list[bool] = field(default_factory=list)
    """Of every link and button, whether it has a name."""
    utama: bool = False
    viewport: str | None = None

    def passed(self) -> Mapping[str, bool]:
        """Check -> whether it is passed; those that do not apply to the page are left out."""
        found = {"bahasa": bool(self.bahasa), "judul": bool(self.judul.strip())}
        if self.gambar:
            found["teks-alternatif"] = self.gambar_tanpa_alt == 0
        if self.isian:
            found["label-isian"] = all(named or id_ in self.label for id_, named in self.isian)
        steps = zip(self.tingkat, self.tingkat[1:], strict=False)
        found["judul-bertingkat"] = 1 in self.tingkat and all(after - before <= 1 for before, after in steps)
        if self.bernama:
            found["nama-tautan"] = all(self.bernama)
        found["isi-utama"] = self.utama
        if self.viewport is not None:
            found["perbesaran"] = _may_zoom(self.viewport)
        return {name: found[name] for name in CHECKS if name in found}


def _may_zoom(viewport: str) -> bool:
    """Whether a viewport lets readers enlarge the page."""
    values = dict(re.findall(r"([\w-]+)\s*=\s*([\w.]+)", viewport.lower()))
    largest = values.get("maximum-scale")
    try:
        too_small = largest is not None and float(largest) < SMALLEST_ZOOM
    except ValueError:
        too_small = False
    return values.get("user-scalable") not in ("no", "0") and not too_small


class _Parser(HTMLParser):
    """Fills in a `Markup`; broken HTML is read as far as it goes."""

    def __init__(self) -> None:
        super().__init__()
        self.found = Markup()
        self._open: list[_Named] = []
        self._labels = 0
        self._in_title = False
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        names = dict(attrs)
        named = any(values.get(name, "").strip() for name in NAMING)
        if tag in ("script", "style", "template"):
            self._skip += 1
        elif tag == "html":
            self.found.bahasa = values.get("lang", "").strip()
        elif tag == "title":
            self._in_title = not self.found.judul
        elif tag == "base":
            self.found.dasar = self.found.dasar or values.get("href")
        elif tag == "link" and "alternate" in values.get("rel", "").lower().split():
            if values.get("type", "").lower() in FEEDS and values.get("href"):
                self.found.umpan.append(values["href"])
        elif tag == "meta" and values.get("name", "").lower() == "viewport":
            self.found.viewport = values.get("content", "")
        elif tag == "img":
            self.found.gambar += 1
            self.found.gambar_tanpa_alt += "alt" not in names and not named
            self._name(bool(values.get("alt", "").strip()) or named)
        elif re.fullmatch("h[1-6]", tag):
            self.found.tingkat.append(int(tag[1]))
        elif tag == "label":
            self._labels += 1
            if values.get("for"):
                self.found.label.add(values["for"])
        elif tag in ("select", "textarea") or (tag == "input" and values.get("type", "text").lower() not in UNLABELLED):
            self.found.isian.append((values.get("id"), named or self._labels > 0))
        if tag == "main" or values.get("role") == "main":
            self.found.utama = True
        if tag == "button" or (tag == "a" and "href" in names):
            if tag == "a":
                self.found.tautan.append(values["href"])
            self._close(tag)
            self._open.append(_Named(tag, named))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "template"):
            self._skip = max(self._skip - 1, 0)
        elif tag == "title":
            self._in_title = False
        elif tag == "label":
            self._labels = max(self._labels - 1, 0)
        elif tag in ("a", "button"):
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.found.judul += data
        elif not self._skip:
            self._name(bool(data.strip()))

    def _name(self, named: bool) -> None:
        for item in self._open:
            item.bernama = item.bernama or named

    def _close(self, tag: str) -> None:
        """The innermost open link or button of that kind is done, and all that was left open in it."""
        if any(item.tag == tag for item in self._open):
            while self._open:
                item = self._open.pop()
                self.found.bernama.append(item.bernama)
                if item.tag == tag:
                    return

    def finish(self) -> Markup:
        """What was found, with what was never closed."""
        self.close()
        self.found.bernama += [item.bernama for item in self._open]
        return self.found


CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def text_of(body: bytes, content_type: str) -> str:
    """The text of a page in the encoding that its header or its head names, else UTF-8; nothing is refused."""
    named = re.search(r"charset=[\"']?([\w-]+)", content_type, re.IGNORECASE)
    within = CHARSET.search(body[:2048])
    name = named[1] if named else within[1].decode() if within else "utf-8"
    try:
        return body.decode(name, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def read_markup(text: str) -> Markup:
    """What the HTML of a page says."""
    parser = _Parser()
    parser.feed(text)
    return parser.finish()
