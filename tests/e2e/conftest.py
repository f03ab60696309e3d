"""What tests of paper share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from macros.content import load_content
from macros.site import Site
from tests.conftest import TODAY
from tests.long_sop import write_long_sop

BROKEN_WORDS = """
() => [...document.querySelectorAll('.prosedur :is(th, td)')].flatMap(cell => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('.vh')) continue;
    for (const word of walker.currentNode.data.matchAll(/[\\p{L}\\d]+/gu)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(r => r.top)).size > 1) found.push(word[0]);
    }
  }
  return found;
})
"""
"""Words of the table that stand on two lines."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that lays out for print."""
    context = browser.new_context()
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.fixture
def long_site(project: Path) -> Site:
    """A site with an SOP of 40 steps."""
    write_long_sop(project)
    return Site(load_content(project), TODAY)
