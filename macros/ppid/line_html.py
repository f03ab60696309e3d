"""The lines of the list as HTML. An entry stands on five pages or more; its line is made once and filled in on each."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from macros.ppid.columns import Row
from macros.ppid.lists import Line
from macros.rendering import render_below

NUMBER = Markup("<no>")
ROOT = Markup("<akar>")
"""Where the number and the way to the site's root belong. What people typed cannot look like these: it is escaped."""


@dataclass(frozen=True)
class LineHtml:
    """Makes lines, and keeps what it has made by the entry's address."""

    made: dict[str, str] = field(default_factory=dict)

    def __call__(self, line: Line, root: str) -> Markup:
        """A line for a page from which `root` leads to the site's root."""
        html = self.made.get(line.baris.url)
        if html is None:
            html = self.made[line.baris.url] = self._make(line.baris)
        return Markup(html.replace(ROOT, root).replace(NUMBER, str(line.no)))  # noqa: S704 - made by a template

    @staticmethod
    def _make(row: Row) -> str:
        return render_below("ppid/baris-jadi.html", ROOT, no=NUMBER, baris=row)
