"""What a search fetches: bytes of the first search of a visit and of the ones after it, as sent with gzip.

The first fetches Pagefind itself, its stemmer and the list of all pages; the next ones only the parts of the index
that their words lie in, and the texts of the results shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.browsing import Traffic, launch, served

QUERIES = ("surat keluar", "informasi", "layanan", "anggaran pendapatan", "polman", "contoh")
"""Two words, words in many pages, an abbreviation; every article of the benchmark holds the last."""

QUIET = 500
"""Milliseconds without a request after which a search is over."""


@dataclass(frozen=True)
class Search:
    """One search: bytes and requests."""

    kata: str
    bita: int
    permintaan: int


def run(site: Path, queries: Sequence[str] = QUERIES) -> dict[str, list[Search]]:
    """Each of the queries as the first of a visit, and as one after the others."""
    first = []
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for words in queries:
            page = browser.new_page()
            first.append(_search(page, _opened(page, address), words))
            page.close()
        page = browser.new_page()
        traffic = _opened(page, address)
        _search(page, traffic, "sop")
        following = [_search(page, traffic, words) for words in queries]
        browser.close()
    return {"pertama": first, "berikutnya": following}


def _opened(page: Page, address: str) -> Traffic:
    """The page of the search, with nothing asked yet."""
    page.goto(f"{address}cari/", wait_until="networkidle")
    return Traffic(page)


def _search(page: Page, traffic: Traffic, words: str) -> Search:
    page.fill("#cari-teks", words)
    page.press("#cari-teks", "Enter")
    page.get_by_text(f"“{words}”").wait_for()
    page.wait_for_timeout(QUIET)
    return Search(words, **traffic.take())


def as_text(result: dict[str, list[Search]]) -> str:
    """The figures for a reader: the largest of each, and which words it was."""
    lines = []
    for name, searches in result.items():
        most = max(searches, key=lambda one: one.bita)
        typical = sorted(one.bita for one in searches)[len(searches) // 2]
        lines.append(
            f"pencarian {name}: tengah {typical / 1000:.0f} KB, terbesar {most.bita / 1000:.0f} KB "
            f"({most.kata}, {most.permintaan} permintaan)"
        )
    return "\n".join(lines)
