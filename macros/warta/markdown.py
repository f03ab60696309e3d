"""The text of an article: Markdown in, safe HTML out.

Nothing in it is ever evaluated: braces and percent signs stay the text that they are. One parser serves all
articles. What it makes is cleaned once more by an allow list, whatever has gone before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from macros.problems import quoted
from macros.warta.article import Body, PhotoFile
from macros.warta.links import SCHEMES, FindPhoto, LinkReader, Places
from macros.warta.raw_html import TAGS, Blocks, Inline, Typed

CLEANER = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "div", "ul", "ol", "li"),
        *("a", "picture", "source", "img", "em", "strong", "code", *TAGS),
        *("table", "thead", "tbody", "tr", "th", "td"),
    },
    clean_content_tags={"script", "style", "iframe", "object", "template"},
    attributes={
        "a": {"href", "rel", "class", "title"},
        "img": {"src", "srcset", "sizes", "alt", "title", "width", "height", "loading"},
        "source": {"type", "srcset", "sizes"},
        "ol": {"start"},
        "table": {"class"},
        "th": {"class"},
        "td": {"class"},
        "li": {"id"},
        "sup": {"id"},
        "div": {"class", "role", "tabindex", "aria-label"},
    },
    url_schemes=set(SCHEMES),
    link_rel=None,
)

LONGEST = 100_000
"""Characters of a text; a long article has 15,000."""

SIGNS = re.compile(r"[`\\\[<&*_\x02]|  \n")
"""What every inline pattern begins with: code, escape, link, image, address, entity, emphasis, line break; and the mark
of what has been put aside already."""

BEFORE_INLINE = 25
"""The priority of inline patterns is 20."""

DEEPEST = 6
"""HTML has no heading below h6."""


@dataclass(frozen=True)
class Converted:
    """What became of a text, the photos in it by name, their lines, and (line, message) of every mistake in it."""

    body: Body
    photos: Mapping[str, PhotoFile]
    mistakes: tuple[tuple[int, str], ...]
    lines: Mapping[str, int]


Memory = dict[tuple[str, int, str], Converted]
"""Text, its first line and its address -> what became of it."""


class Converter:
    """Markdown -> HTML for one article after another.

    With a `memory` a text that was converted before is not converted again: while serving, one of many is edited.
    """

    def __init__(self, memory: Memory | None = None) -> None:
        self.memory = memory
        self._make_parser()

    def _make_parser(self) -> None:
        self.typed = Typed()
        footnotes = FootnoteExtension(BACKLINK_TITLE="Kembali ke catatan {} dalam teks")
        tables = TableExtension(use_align_attribute=True)
        self.parser = Markdown(extensions=[tables, footnotes, SaneListExtension()], output_format="html")
        self.parser.preprocessors.register(Blocks(self.parser, self.typed), "html_block", 20)
        self.parser.inlinePatterns.register(Inline(self.parser, self.typed), "html", 90)
        self.parser.treeprocessors.deregister("prettify")
        self.parser.treeprocessors.register(_Plain(self.parser), "plain", BEFORE_INLINE)
        self.finish = _Finish(self.parser)
        # after everything else, when escaped characters are back in addresses
        self.parser.treeprocessors.register(self.finish, "portal", -10)

    def convert(self, text: str, first_line: int, address: str, find_photo: FindPhoto) -> Converted:
        """The text as HTML for the page at `address`; `text` begins on `first_line` of its file."""
        if self.memory is None or "![" in text:  # whether a photo is there may change without the text
            return self._convert(text, first_line, address, find_photo)
        key = (text, first_line, address)
        if key not in self.memory:
            self.memory[key] = self._convert(text, first_line, address, find_photo)
        return self.memory[key]

    def _convert(self, text: str, first_line: int, address: str, find_photo: FindPhoto) -> Converted:
        if not text.strip():
            return Converted(Body(), {}, (), {})
        if len(text) > LONGEST:
            message = f"isi {len(text):,} huruf; paling banyak {LONGEST:,}. Bagi menjadi beberapa artikel."
            return Converted(Body(), {}, ((first_line, message.replace(",", ".")),), {})
        places = Places(text, first_line)
        reader = LinkReader(address, find_photo, places)
        self.typed.refused.clear()
        self.finish.reader = reader
        try:
            html = CLEANER.clean(self.parser.reset().convert(text))
        except RecursionError:
            self._make_parser()  # this one was left in the middle of its work
            message = "daftar atau kutipan bersusun terlalu dalam. Sederhanakan."
            return Converted(Body(), {}, ((first_line, message),), {})
        mistakes = list(reader.mistakes)
        for raw in self.typed.refused:
            message = (
                f"HTML {quoted(raw)} tidak diizinkan. Tulis dengan Markdown; "
                f"yang boleh, tanpa atribut: {', '.join(TAGS)}."
            )
            mistakes.append((places.line(raw.strip().split("\n")[0]), message))
        return Converted(Body(html, tuple(reader.links)), reader.photos, tuple(mistakes), reader.lines)


class _Plain(Treeprocessor):
    """Passes texts without any sign that Markdown knows by its inline patterns, which are 15 searches of each text.

    What is plain is most of an article: a third of the time for its text is saved.
    """

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not SIGNS.search(element.text):
                element.text = AtomicString(element.text)


class _Finish(Treeprocessor):
    """Fits an article's elements into a page: links, images, headings below the page's own, tables that scroll."""

    reader: LinkReader

    def run(self, root: Element) -> None:
        headings: list[Element] = []
        tables: list[tuple[Element, Element]] = []
        images: list[tuple[Element, Element]] = []
        for parent in root.iter():
            for element in parent:
                tag = element.tag
                if tag == "a":
                    self.reader.link(element)
                elif tag == "img":
                    images.append((parent, element))
                elif tag == "table":
                    tables.append((parent, element))
                elif tag == "pre":
                    element[0].text = f"{(element[0].text or '').rstrip()}\n"
                elif tag in ("th", "td"):
                    _class_for_alignment(element)
                elif len(tag) == 2 and tag[0] == "h" and tag != "hr":
                    headings.append(element)
        _below_title(headings)
        for parent, image in images:
            picture = self.reader.image(image)
            if picture is not None:
                _around(parent, image, picture)
        for parent, table in tables:
            _scrolling(parent, table)


def _class_for_alignment(cell: Element) -> None:
    """A class in place of an attribute that HTML no longer knows."""
    side = cell.attrib.pop("align", None)
    if side in ("right", "center"):
        cell.set("class", {"right": "rata-kanan", "center": "rata-tengah"}[side])


def _below_title(headings: list[Element]) -> None:
    """The page's title is its one h1: the highest heading of the text becomes h2, the others follow."""
    highest = min((int(element.tag[1]) for element in headings), default=2)
    for element in headings:
        element.tag = f"h{min(int(element.tag[1]) - highest + 2, DEEPEST)}"


def _scrolling(parent: Element, table: Element) -> None:
    """A wide table scrolls inside a region of its own that a keyboard reaches."""
    region = Element("div", {"class": "gulir", "role": "region", "tabindex": "0", "aria-label": "Tabel"})
    table.set("class", "warta-tabel")  # with a class of its own the theme leaves its cells alone
    _around(parent, table, region)


def _around(parent: Element, inner: Element, outer: Element) -> None:
    """Put an element into another one that takes its place."""
    outer.tail, inner.tail = inner.tail, None
    parent[list(parent).index(inner)] = outer
    outer.append(inner)
