"""Each component in the browser: phone and desktop, light and dark, forced colours, keyboard, large type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from macros.gallery.catalogue import COMPONENTS

ADDRESS = "tentang/komponen/"

RULES = {"target-size": {"enabled": True}}
"""That a target is 24 CSS pixels large or has room around it (WCAG 2.2): axe leaves it out by itself."""

FORCED_RULES = {**RULES, "color-contrast": {"enabled": False}}
"""Where the device chooses the colours, axe still reads those of the page."""

WIDE = """
() => [...document.querySelectorAll('[data-komponen] *')]
  .filter(e => !e.closest('.gulir, svg, .vh') && e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => [e.closest('[data-komponen]').id, e.outerHTML.slice(0, 80)])
"""
"""What sticks out at the right, by component."""

FOCUS = """
() => {
  const e = document.activeElement, style = getComputedStyle(e);
  const shown = e.matches('.cari__jenis input') ? getComputedStyle(e.nextElementSibling) : style;
  const box = e.getBoundingClientRect(), again = 'reached' in e.dataset; // a date has several stops inside it
  e.dataset.reached = '';
  return {
    again,
    component: e.closest('[data-komponen]')?.id ?? null,
    html: e.outerHTML.slice(0, 80),
    ring: shown.outlineStyle !== 'none' && parseFloat(shown.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}
"""
"""What the keyboard is at: whether a ring shows it, and whether it is on the screen."""

FOCUSABLE = """
() => [...document.querySelectorAll('[data-komponen]')].map(section => [section.id,
  [...section.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true})).length])
"""
"""How much in each component a keyboard should reach; of radio buttons that belong together it reaches one."""


@pytest.fixture(params=[(320, 740), (1280, 900)], ids=["hp", "desktop"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Width and height of a screen."""
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=["light", "dark", "light-forced", "dark-forced"])
def page(request: pytest.FixtureRequest, size: tuple[int, int], browser: Browser, server: str) -> Iterator[Page]:
    """The page of components, its form checked while empty, so that errors are shown, too."""
    scheme, _, forced = request.param.partition("-")
    options: dict[str, Any] = {"color_scheme": scheme, "forced_colors": "active" if forced else "none"}
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", locale="id-ID", **options
    )
    page = context.new_page()
    page.goto(server + ADDRESS)
    page.get_by_role("button", name="Periksa isian").click()
    yield page
    context.close()


def by_component(page: Page, violations: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Component -> rules of axe that it breaks seriously, each with the first element that does."""
    found: dict[str, list[str]] = {}
    for violation in violations:
        if violation["impact"] not in ("serious", "critical"):
            continue
        for node in violation["nodes"]:
            target = node["target"][0]
            owner = page.evaluate("s => document.querySelector(s)?.closest('[data-komponen]')?.id ?? 'halaman'", target)
            found.setdefault(owner, []).append(f"{violation['id']}: {node['html'][:120]}")
    return found


def step(page: Page) -> dict[str, Any] | None:
    """The next place that a keyboard comes to; None behind the last component."""
    while True:
        page.keyboard.press("Tab")
        place: dict[str, Any] = page.evaluate(FOCUS)
        if not place["again"]:
            return place if place["component"] else None


def test_every_component_is_accessible_fits_and_shows_the_focus(page: Page) -> None:
    """Axe finds nothing serious and every target is large enough; nothing is wider than the screen.

    A keyboard reaches all there is, and a ring always shows where it is.
    """
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    options = {"resultTypes": ["violations"], "rules": FORCED_RULES if forced else RULES}
    assert by_component(page, Axe().run(page, options=options).response["violations"]) == {}
    assert page.evaluate(WIDE) == []

    expected = dict(page.evaluate(FOCUSABLE))
    assert set(expected) == {f"komponen-{component.id}" for component in COMPONENTS}
    page.evaluate("document.querySelector('[data-komponen]').previousElementSibling.setAttribute('tabindex', '-1')")
    page.evaluate("document.querySelector('[data-komponen]').previousElementSibling.focus()")
    reached = dict.fromkeys(expected, 0)
    unseen = []
    while place := step(page):
        reached[place["component"]] += 1
        if not (place["ring"] and place["seen"]):
            unseen.append(place)
    assert unseen == []
    radios = 1  # two choices of which a keyboard reaches one
    assert {**reached, "komponen-isian": reached["komponen-isian"] + radios} == expected


def test_twice_as_large_type_stays_within_the_screen(browser: Browser, server: str) -> None:
    """Text of 200 percent (WCAG 2.1, 1.4.4): nothing is cut off at the right, on a desktop and on a tablet."""
    for width in (1280, 768):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(server + ADDRESS)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        assert page.evaluate(WIDE) == []
        page.close()
