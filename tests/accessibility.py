"""What axe finds on a page, and what sticks out of the screen, as lines to compare with nothing."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SERIOUS = ("serious", "critical")


def violations(page: Page, part: str | None = None, **options: object) -> list[str]:
    """Everything that axe finds in a part of the page, or in all of it: the rule, and where.

    What it does not find wrong it is told to leave out: naming all of that takes longer than looking.
    """
    return [line for _, line in _found(page, part, options)]


def serious(page: Page, **options: object) -> list[str]:
    """What axe calls serious or critical on the page."""
    return [line for impact, line in _found(page, None, options) if impact in SERIOUS]


def _found(page: Page, part: str | None, options: dict[str, object]) -> list[tuple[str, str]]:
    """Each finding's impact and line."""
    response = Axe().run(page, context=part, options={"resultTypes": ["violations"], **options}).response
    return [
        (item["impact"], f"{item['id']}: {[node['target'] for node in item['nodes']][:3]}")
        for item in response["violations"]
    ]


def beyond_the_screen(page: Page, but: str = ".gulir, .vh") -> list[str]:
    """The beginning of every element of the content that ends to the right of the screen, but for what may."""
    script = """but => [...document.querySelectorAll('article *')]
        .filter(e => !e.closest(but) && e.getBoundingClientRect().right > innerWidth + 1)
        .map(e => e.outerHTML.slice(0, 80))"""
    return [str(found) for found in page.evaluate(script, but)]
