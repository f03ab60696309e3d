"""Frames of generated pages: the site engine makes one for each kind, and all pages of that kind are filled into it.

Head, menu and foot are the same on all pages of a section that lie equally deep, down to the relative addresses
in them. So the engine renders one page of each kind with slots in it; the thousands of others cost a few joins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import escape

from macros.pages import Page
from macros.trust.policy import FEATURES, Feature, at, page_policy

TITLE, SUMMARY, CONTENT, CANONICAL, HEAD, POLICY = (
    "\ue000judul",
    "\ue000ringkasan",
    "\ue000<h1>",
    "\ue000alamat",
    "\ue000kepala",
    "\ue000kebijakan",
)
SLOTS = (TITLE, SUMMARY, CONTENT, CANONICAL, HEAD, POLICY)
"""The slots, marked by a character of Unicode's private use area. That of the content looks like a heading:
Material puts one of its own above content that has none."""

Kind = tuple[str, int]


def kind(page: Page) -> Kind:
    """The section that a page belongs to and how deep it lies."""
    return page.alamat.partition("/")[0], page.alamat.count("/")


@dataclass(frozen=True)
class Shell:
    """What stands between the slots, and which slots, in turn."""

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> Shell:
        """The shell in a page that was rendered with slots."""
        texts: list[str] = []
        slots: list[str] = []
        while True:
            found = [(html.index(slot), slot) for slot in SLOTS if slot in html]
            if not found:
                return cls((*texts, html), tuple(slots))
            at, slot = min(found)
            texts.append(html[:at])
            slots.append(slot)
            html = html[at + len(slot) :]

    def fill(self, page: Page, site_address: str, features: tuple[Feature, ...] = FEATURES) -> str:
        """The whole page; `site_address` is where the site stands, or empty where nobody knows.

        Of the `features` of the site, the page's policy allows those at its address.
        """
        values = {
            TITLE: str(escape(page.judul)),
            SUMMARY: str(escape(page.ringkasan)),
            CONTENT: page.html,
            HEAD: page.kepala,
            POLICY: page_policy(at(page.alamat, features)),
            CANONICAL: str(escape(f"{site_address.rstrip('/')}/{page.alamat}")),
        }
        parts = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            parts += (values[slot], text)
        return "".join(parts)


@dataclass(frozen=True)
class Shells:
    """The shells of all generated pages: which the engine has to make, and those that it has made."""

    pages: Mapping[str, Page]
    made: dict[Kind, Shell] = field(default_factory=dict)

    @cached_property
    def models(self) -> Mapping[str, Page]:
        """The first page of each kind, by the name its source would have in docs/."""
        first: dict[Kind, str] = {}
        for name, page in self.pages.items():
            first.setdefault(kind(page), name)
        return {name: self.pages[name] for name in first.values()}

    def keep(self, page: Page, html: str) -> Shell:
        """The shell in what the engine made of a page; kept for the others of its kind."""
        shell = self.made[kind(page)] = Shell.of(html)
        return shell

    def of(self, page: Page) -> Shell:
        """The shell for a page; KeyError if the engine has not made it."""
        return self.made[kind(page)]
