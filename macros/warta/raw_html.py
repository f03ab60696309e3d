"""HTML that a person typed into an article: a handful of tags without attributes; everything else is told."""

from __future__ import annotations

import re
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor
from markdown.preprocessors import HtmlBlockPreprocessor

TAGS = ("br", "del", "ins", "kbd", "mark", "q", "s", "small", "sub", "sup")
"""What Markdown has no sign for. None carries an address, a style or a script."""

HARMLESS = re.compile(
    rf"</?(?:{'|'.join(TAGS)})\s*/?>|<!--(?:(?!-->).)*-->|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);", re.DOTALL
)
"""One tag without attributes, a comment (which is left out), or one character by its name."""


Kept: TypeAlias = tuple[Element | str | None, int | None, int | None]
"""What an inline pattern gives: the node, and where the matched text began and ended."""


class Typed:
    """The raw HTML of the article under way that is not taken."""

    def __init__(self) -> None:
        self.refused: list[str] = []

    def look(self, raw: str) -> None:
        """Remember a piece of HTML, unless it is harmless, or only ends what has been told already."""
        told = raw.startswith("</") and any(piece.startswith(f"<{raw[2:-1]}") for piece in self.refused)
        if not told and not HARMLESS.fullmatch(raw.strip()):
            self.refused.append(raw)


class Blocks(HtmlBlockPreprocessor):
    """Takes blocks of HTML out of the text before Markdown reads it, as ever; and looks at them."""

    def __init__(self, md: Markdown, typed: Typed) -> None:
        super().__init__(md)
        self.typed = typed

    def run(self, lines: list[str]) -> list[str]:
        """The lines without their blocks of HTML."""
        if not any("<" in line or "&" in line for line in lines):
            return lines
        before = len(self.md.htmlStash.rawHtmlBlocks)
        lines = super().run(lines)
        for raw in self.md.htmlStash.rawHtmlBlocks[before:]:
            if isinstance(raw, str):
                self.typed.look(raw)
        return lines


class Inline(HtmlInlineProcessor):
    """HTML within a line, as ever; and looks at it."""

    def __init__(self, md: Markdown, typed: Typed) -> None:
        super().__init__(HTML_RE, md)
        self.typed = typed

    def handleMatch(self, m: re.Match[str], data: str) -> Kept:  # type: ignore[override] # noqa: N802 - the library's
        """The HTML kept aside for the end."""
        self.typed.look(self.backslash_unescape(self.unescape(m.group(1))))
        return super().handleMatch(m, data)
