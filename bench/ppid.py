"""What public information costs.

10,000 made-up entries, every tenth with a document, are checked by the command that editors use: once with
nothing remembered of the documents, then as on any later day. Then their site is built, and its list is visited and
searched in a browser. Bytes are as sent with gzip.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.browsing import Traffic, first_view, launch, packed, served
from bench.floors import Floor
from bench.measuring import ROOT, Command, Run, alternately, measure, mkdocs, say
from bench.ppid_data import project
from bench.ppid_search import measured
from macros.portal import load_portal
from macros.ppid.facets import LIST
from macros.ppid.finder import TEXTS

ENTRIES = 10_000

CHECK_SECONDS = 15
PAGE_KB = 150
SEARCH_MS = 200
"""What the portal promises for 10,000 entries."""


def run(count: int = ENTRIES) -> dict[str, Any]:
    """The figures."""
    with tempfile.TemporaryDirectory() as name:
        say(f"Membuat {count} informasi publik contoh ...")
        folder = project(Path(name) / "proyek", count)
        check = Command([sys.executable, "-m", "macros", "periksa"], folder)
        say("Memeriksanya ...")
        first = measure(check)
        assert (folder / ".cache").is_dir(), "what was found in documents is remembered"
        known = alternately({"pemeriksa": check})["pemeriksa"]
        say("Membangun situsnya ...")
        site = Path(name) / "site"
        build = measure(mkdocs(folder, site))
        say("Membuka dan mencari di daftarnya ...")
        return {
            "butir": count,
            "periksa_pertama": first,
            "periksa": known,
            "bangun": build,
            "halaman": sum(1 for _ in site.rglob("index.html")),
            "daftar": _list(site),
        }


def _list(site: Path) -> dict[str, Any]:
    """What the list's pages weigh, what they fetch, and how fast it is searched."""
    sizes = {file: len(packed(file.read_bytes())) for file in (site / LIST).rglob("index.html")}
    largest = max(sizes, key=lambda file: sizes[file])
    address = f"{largest.parent.relative_to(site).as_posix()}/"
    with served(site) as root, sync_playwright() as playwright:
        browser = launch(playwright)
        views = {page: first_view(browser, f"{root}{page}") for page in dict.fromkeys((LIST, address))}
        page = browser.new_page()
        page.goto(f"{root}{LIST}", wait_until="networkidle")
        traffic = Traffic(page)
        with page.expect_request_finished(lambda request: TEXTS in request.url):
            page.locator("#cari-q").focus()
        focus = traffic.take()
        page.locator("form.cari-dip details").evaluate("(details) => (details.open = true)")
        times = measured(page, next(iter(load_portal(ROOT).agencies)))
        browser.close()
    return {
        "halaman": len(sizes),
        "terbesar": {"alamat": address, "bita": sizes[largest]},
        "kunjungan_pertama": views,
        "fokus_pertama": focus,
        "pencarian": times,
    }


def floors(figures: dict[str, Any]) -> Iterator[Floor]:
    """What is promised for 10,000 entries."""
    if figures["butir"] != ENTRIES:
        return
    check: Run = figures["periksa"]
    pages = figures["daftar"]
    yield Floor(f"pemeriksa, {ENTRIES} informasi publik", check.detik, CHECK_SECONDS, "detik")
    yield Floor(f"halaman daftar terbesar, {ENTRIES} informasi publik", pages["terbesar"]["bita"] / 1000, PAGE_KB, "KB")
    slowest = pages["pencarian"]["ms_terlama"]
    yield Floor(f"cari dan saring {ENTRIES} informasi publik, terlama", slowest, SEARCH_MS, "milidetik")


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a reader."""
    pages = figures["daftar"]
    largest, focus, times = pages["terbesar"], pages["fokus_pertama"], pages["pencarian"]
    lines = [
        f"{figures['butir']} informasi publik diperiksa: {figures['periksa'].as_text()}; "
        f"bila semua dokumennya baru {figures['periksa_pertama'].detik} detik",
        f"  situsnya dibangun: {figures['bangun'].as_text()}, {figures['halaman']} halaman",
        f"  halaman daftar terbesar dari {pages['halaman']}: {_kb(largest)} gzip, {largest['alamat']}",
        *(
            f"  kunjungan pertama {address} dengan semua berkasnya: {_kb(view)}, {view['permintaan']} permintaan"
            for address, view in pages["kunjungan_pertama"].items()
        ),
        f"  saat kolom cari pertama kali dipakai: {_kb(focus)}, {focus['permintaan']} permintaan",
        f"  pencarian di peramban: tengah {times['ms_tengah']} ms, terlama {times['ms_terlama']} ms",
        *(
            f"    {one['nama']}: tengah {one['ms_tengah']} ms, terlama {one['ms_terlama']} ms; {one['jawaban']}"
            for one in times["menurut_pencarian"]
        ),
    ]
    return "\n".join(lines)


def _kb(size: dict[str, int]) -> str:
    return f"{size['bita'] / 1000:.0f} KB"
