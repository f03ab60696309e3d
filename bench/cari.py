"""What a search fetches: bytes of the first search of a visit and of the ones after it, as sent with gzip.

The first fetches Pagefind itself, its stemmer and the list of all pages; the next ones only the parts of the index
that their words lie in, and the texts of the results shown. Counted in a browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Request, sync_playwright

from bench.browsing import launch, served

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
    result: dict[str, list[Search]] = {"pertama": [], "berikutnya": []}
    with served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for words in queries:
            page = browser.new_context().new_page()
            page.goto(f"{address}cari/")
            result["pertama"].append(_search(page, words))
            page.context.close()
        page = browser.new_context().new_page()
        page.goto(f"{address}cari/")
        _search(page, "sop")
        result["berikutnya"] = [_search(page, words) for words in queries]
        browser.close()
    return result


def _search(page: Page, words: str) -> Search:
    """One search, with what it fetched of the index."""
    sizes: list[int] = []

    def count(request: Request) -> None:
        if "/pagefind/" in request.url:
            sizes.append(request.sizes()["responseBodySize"])

    page.on("requestfinished", count)
    page.fill("#cari-teks", words)
    page.press("#cari-teks", "Enter")
    page.get_by_text(f"“{words}”").wait_for()
    page.wait_for_timeout(QUIET)
    page.remove_listener("requestfinished", count)
    return Search(words, sum(sizes), len(sizes))


def as_text(result: Mapping[str, Sequence[Search]]) -> str:
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
