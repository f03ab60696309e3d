"""What public information costs: `python -m bench.ppid`, and part of `make bench`.

10,000 made-up entries, every tenth with a document, are checked by the command that editors use: once with
nothing remembered of the documents, then as on any later day. Then their site is built, and its list is visited and
searched in a browser. Seconds are wall clock from the start of the process, bytes are as sent with gzip.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench.browsing import Traffic, first_view, launch, packed, served
from bench.measuring import measure
from bench.ppid_data import ROOT, project
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
        _say(f"Membuat {count} informasi publik contoh ...")
        folder = project(Path(name) / "proyek", count)
        _say("Memeriksanya ...")
        check = _check(folder)
        _say("Membangun situsnya ...")
        site = Path(name) / "site"
        seconds, megabytes = measure([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], folder)
        _say("Membuka dan mencari di daftarnya ...")
        return {
            "butir": count,
            **check,
            "bangun": {
                "detik": round(seconds, 1),
                "memori_mb": round(megabytes),
                "halaman": sum(1 for _ in site.rglob("index.html")),
            },
            "daftar": _list(site),
        }


def _say(text: str) -> None:
    print(text, file=sys.stderr)


def _check(folder: Path) -> dict[str, float]:
    """The check with new documents, and the fastest of three with known ones."""
    command = [sys.executable, "-m", "macros", "periksa"]
    first, _ = measure(command, folder)
    runs = [measure(command, folder) for _ in range(3)]
    assert (folder / ".cache").is_dir(), "what was found in documents is remembered"
    seconds, megabytes = min(runs)
    return {
        "detik_periksa_pertama": round(first, 1),
        "detik_periksa": round(seconds, 1),
        "memori_mb": round(megabytes),
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


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a reader."""
    build, pages = figures["bangun"], figures["daftar"]
    largest, focus, times = pages["terbesar"], pages["fokus_pertama"], pages["pencarian"]
    lines = [
        f"{figures['butir']} informasi publik diperiksa dalam {figures['detik_periksa']} detik "
        f"(batas {CHECK_SECONDS} detik; {figures['detik_periksa_pertama']} detik bila semua dokumennya baru); "
        f"memori {figures['memori_mb']} MB",
        f"  situsnya dibangun dalam {build['detik']} detik; memori puncak {build['memori_mb']} MB; "
        f"{build['halaman']} halaman",
        f"  halaman daftar terbesar dari {pages['halaman']}: {_kb(largest)} gzip (batas {PAGE_KB} KB), "
        f"{largest['alamat']}",
        *(
            f"  kunjungan pertama {address} dengan semua berkasnya: {_kb(view)}, {view['permintaan']} permintaan"
            for address, view in pages["kunjungan_pertama"].items()
        ),
        f"  saat kolom cari pertama kali dipakai: {_kb(focus)}, {focus['permintaan']} permintaan",
        f"  pencarian di peramban: tengah {times['ms_tengah']} ms, terlama {times['ms_terlama']} ms "
        f"(batas {SEARCH_MS} ms)",
        *(
            f"    {one['nama']}: tengah {one['ms_tengah']} ms, terlama {one['ms_terlama']} ms; {one['jawaban']}"
            for one in times["menurut_pencarian"]
        ),
    ]
    return "\n".join(lines)


def _kb(size: dict[str, int]) -> str:
    return f"{size['bita'] / 1000:.0f} KB"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--butir", type=int, default=ENTRIES, help="banyak butir")
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    options = parser.parse_args()
    result = run(options.butir)
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.format == "json" else as_text(result))
