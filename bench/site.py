"""What the site costs: build time, memory and size beside plain pages, and what a first visit fetches.

The portal and the same number of plain Markdown pages with as much text (mkdocs-material with the
same settings, no portal code) are built in turn in the same run; the middle of five runs counts. Bytes are as sent
with gzip.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import cari
from bench.browsing import first_view, launch, served
from bench.floors import Floor
from bench.measuring import ROOT, Command, Run, alternately, measure, mkdocs, say, size_of

RUNS = 5
RATIO = 1.5
SECONDS = 30
VIEW_KB = 150
"""What the site may take at most: times of the plain pages, seconds from clean, kilobytes of a first view."""

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


@dataclass(frozen=True)
class Figures:
    """What the site costs."""

    halaman: int
    huruf_per_halaman: int
    bangun: Run
    bangun_halaman_polos: Run
    rasio: float
    """The portal's time by that of the plain pages."""
    keluaran_mb: float
    periksa: Run
    kunjungan_pertama: Mapping[str, Mapping[str, int]]
    """Page -> what a first visit fetches."""
    pencarian: Mapping[str, Sequence[cari.Search]]


def mean_text(site: Path) -> int:
    """Characters of text that a page of a built site shows on average."""
    lengths = []
    for file in site.rglob("index.html"):
        _, found, rest = file.read_text(encoding="utf-8").partition("<article")
        if not found:
            continue  # leads on from an old address
        article = rest.split("</article>")[0]
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


def run() -> Figures:
    """All figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site = folder / "site"
        own = mkdocs(ROOT, site)
        say("Mengukur situs ...")
        measure(own)
        pages = sum(1 for _ in site.rglob("index.html"))
        characters = mean_text(site)
        plain = plain_project(folder / "polos", pages, characters)
        runs = alternately({"portal": own, "polos": mkdocs(plain, plain / "site")}, RUNS)
        check = alternately({"pemeriksa": Command([sys.executable, "-m", "macros", "periksa"], ROOT)})["pemeriksa"]
        return Figures(
            halaman=pages,
            huruf_per_halaman=characters,
            bangun=runs["portal"],
            bangun_halaman_polos=runs["polos"],
            rasio=round(runs["portal"].detik / runs["polos"].detik, 2),
            keluaran_mb=size_of(site),
            periksa=check,
            kunjungan_pertama=first_views(site),
            pencarian=cari.run(site),
        )


def floors(figures: Figures) -> Iterator[Floor]:
    """What is promised of the site as it is."""
    yield Floor("waktu situs dibanding halaman polos", figures.rasio, RATIO, "kali")
    yield Floor("waktu situs", figures.bangun.detik, SECONDS, "detik")
    for name, view in figures.kunjungan_pertama.items():
        yield Floor(f"kunjungan pertama {name}", view["bita"] / 1000, VIEW_KB, "KB")


def as_text(figures: Figures) -> str:
    """The figures for a reader."""
    lines = [
        f"{figures.halaman} halaman (rata-rata {figures.huruf_per_halaman} huruf): "
        f"{figures.bangun.as_text()}, keluaran {figures.keluaran_mb} MB",
        f"halaman polos sebanyak itu: {figures.bangun_halaman_polos.as_text()}; rasio {figures.rasio}",
        f"pemeriksa: {figures.periksa.as_text()}",
    ]
    lines += [
        f"kunjungan pertama {name}: {view['bita'] / 1000:.0f} KB, {view['permintaan']} permintaan"
        for name, view in figures.kunjungan_pertama.items()
    ]
    return "\n".join([*lines, cari.as_text(figures.pencarian)])
