"""What a search fetches: bytes of the first search of a visit and of the ones after it, as sent with gzip.

The first fetches Pagefind itself, its stemmer and the list of all pages; the next ones only the parts of the index
that their words lie in, and the texts of the results shown. A server that counts serves the built site to a browser.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.site import GzipHandler

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


class _Counting(GzipHandler):
    """Remembers what it sent of the index."""

    def __init__(self, *arguments: Any, sent: list[int], **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)

    def send_header(self, keyword: str, value: str) -> None:
        """Count what is sent."""
        if keyword == "Content-Length" and "/pagefind/" in self.path:
            self.sent.append(int(value))
        super().send_header(keyword, value)


@contextmanager
def _serving(site: Path, sent: list[int]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Counting, directory=str(site), sent=sent))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def run(site: Path, queries: Sequence[str] = QUERIES) -> dict[str, list[Search]]:
    """Each of the queries as the first of a visit, and as one after the others."""
    from playwright.sync_api import sync_playwright

    sent: list[int] = []
    result: dict[str, list[Search]] = {"pertama": [], "berikutnya": []}
    with _serving(site, sent) as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=arguments)

        def search(page: Any, words: str) -> Search:
            sent.clear()
            page.fill("#cari-teks", words)
            page.press("#cari-teks", "Enter")
            page.get_by_text(f"“{words}”").wait_for()
            page.wait_for_timeout(QUIET)
            return Search(words, sum(sent), len(sent))

        for words in queries:
            page = browser.new_context().new_page()
            page.goto(f"{address}cari/")
            result["pertama"].append(search(page, words))
            page.context.close()
        page = browser.new_context().new_page()
        page.goto(f"{address}cari/")
        search(page, "sop")
        result["berikutnya"] = [search(page, words) for words in queries]
        browser.close()
    return result


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
