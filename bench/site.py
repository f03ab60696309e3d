"""What the site costs: build time, memory and size beside plain pages, and what a first visit fetches.

The portal and the same number of plain Markdown pages with as much text (mkdocs-material with the
same settings, no portal code) are built in turn in the same run; the middle of five runs counts. Times are wall clock
seconds from the start of the process, memory is its highest peak in MB, bytes are as sent with gzip.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from bench import cari, ppid
from bench.browsing import first_view, launch, served
from bench.measuring import measure

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
VIEWS = {"beranda": "", "katalog": "sop/", "sop terbesar": None}
"""Pages whose first visit is measured; None: the SOP page with the most bytes."""

PLAIN_CONFIG = """
site_name: Halaman polos
docs_dir: docs
strict: true
plugins: []
not_in_nav: /*.md
"""
"""The portal's own theme settings and as many pages in the menu are added, so that only its logic differs."""

PLAIN_PARAGRAPH = (
    "Teks contoh untuk pengukuran, bukan berita dan bukan keterangan resmi. "
    "Halaman ini berisi beberapa paragraf biasa, sebuah daftar dan sebuah tabel kecil.\n"
)


def mean_text(site: Path) -> int:
    """Characters of text that a page of a built site shows on average."""
    lengths = []
    for file in site.rglob("index.html"):
        article = file.read_text(encoding="utf-8").split("<article")[1].split("</article>")[0]
        lengths.append(len(" ".join(re.sub(r"<[^>]+>", " ", article).split())))
    return round(statistics.mean(lengths))


def plain_project(folder: Path, pages: int, characters: int) -> Path:
    """A project of plain Markdown pages, each with so many characters of text."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = re.search(r"^theme:\n(?:[ ].*\n|\n)+", settings, re.MULTILINE)
    entries = re.findall(r"^  - .*\.md$", settings, re.MULTILINE)
    assert theme, "mkdocs.yml has a theme"
    assert entries, "mkdocs.yml has a menu"
    menu = ["nav:", "  - index.md", *(f"  - halaman-{number}.md" for number in range(1, len(entries)))]
    own = theme[0].replace("  custom_dir: overrides\n", "")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG + own + "\n".join(menu) + "\n", encoding="utf-8")
    paragraphs = [PLAIN_PARAGRAPH * 3] * round(characters / (3 * len(PLAIN_PARAGRAPH)))
    body = "\n".join([*paragraphs, "- butir satu\n- butir dua\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"])
    for number in range(pages):
        name = "index.md" if number == 0 else f"halaman-{number}.md"
        (docs / name).write_text(f"---\ntitle: Halaman {number}\n---\n\n# Halaman {number}\n\n{body}", "utf-8")
    return folder


def first_views(site: Path) -> dict[str, dict[str, int]]:
    """Bytes and requests of a first visit to each of the measured pages."""
    largest = max(site.glob("sop/*/*/index.html"), key=lambda file: file.stat().st_size)
    own = f"{largest.parent.relative_to(site).as_posix()}/"
    with served(site) as root, sync_playwright() as playwright:
        browser = launch(playwright)
        views = {
            name: first_view(browser, f"{root}{own if address is None else address}") for name, address in VIEWS.items()
        }
        browser.close()
    return views


def run() -> dict[str, Any]:
    """All figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "--clean", "-d"]
        print("Mengukur situs ...", file=sys.stderr)
        measure([*mkdocs, str(site)], ROOT)
        pages = sum(1 for _ in site.rglob("index.html"))
        characters = mean_text(site)
        plain = plain_project(folder / "polos", pages, characters)
        times: dict[str, list[tuple[float, float]]] = {"portal": [], "polos": []}
        for number in range(RUNS):
            print(f"Membangun putaran {number + 1} dari {RUNS} ...", file=sys.stderr)
            times["portal"].append(measure([*mkdocs, str(site)], ROOT))
            times["polos"].append(measure([*mkdocs, str(plain / "site")], plain))
        check = [measure([sys.executable, "-m", "macros", "periksa"], ROOT)[0] for _ in range(RUNS)]
        middle = {key: statistics.median(value[0] for value in runs) for key, runs in times.items()}
        return {
            "halaman": pages,
            "huruf_per_halaman": characters,
            "detik": round(middle["portal"], 2),
            "detik_halaman_polos": round(middle["polos"], 2),
            "rasio": round(middle["portal"] / middle["polos"], 2),
            "memori_mb": round(max(value[1] for value in times["portal"])),
            "keluaran_mb": round(sum(f.stat().st_size for f in site.rglob("*") if f.is_file()) / 1e6, 1),
            "detik_periksa": round(statistics.median(check), 2),
            "kunjungan_pertama": first_views(site),
            "pencarian": cari.as_text(cari.run(site)).splitlines(),
            "informasi_publik": ppid.run(),
        }


def as_text(figures: dict[str, Any]) -> str:
    """The figures for a reader."""
    lines = [
        f"{figures['halaman']} halaman (rata-rata {figures['huruf_per_halaman']} huruf) "
        f"dibangun dalam {figures['detik']} detik; "
        f"halaman polos sebanyak itu {figures['detik_halaman_polos']} detik; rasio {figures['rasio']}",
        f"memori puncak {figures['memori_mb']} MB; keluaran {figures['keluaran_mb']} MB; "
        f"pemeriksa {figures['detik_periksa']} detik",
    ]
    lines += [
        f"kunjungan pertama {name}: {view['bita'] / 1000:.0f} KB, {view['permintaan']} permintaan"
        for name, view in figures["kunjungan_pertama"].items()
    ]
    lines += figures["pencarian"]
    lines.append(ppid.as_text(figures["informasi_publik"]))
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    options = parser.parse_args()
    result = run()
    print(json.dumps(result, indent=2, ensure_ascii=False) if options.format == "json" else as_text(result))
