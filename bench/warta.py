"""What news costs: time, memory, pages and size of the portal with 1,000, 3,000 and 10,000 articles.

The articles are made up, say so, and exist only in a temporary copy of the project. The same articles are built in
turn with mkdocs-material and its blog plugin as they come (search included). What an article costs is the time of the
site with all of them less that of the site without any, by their number. A browser searches the largest sites.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import cari
from bench.browsing import first_view, launch, served
from bench.floors import Floor
from bench.measuring import Run, alternately, copy_of_project, mkdocs, say, size_of

SIZES = (1000, 3000, 10000)
STOCK_UP_TO = 3000
"""The other build of 10,000 articles takes a quarter of an hour: only when asked for."""

STOCK_SHARE = {1000: 1 / 3, 3000: 1 / 5}
"""Articles -> how much of the other build's time the portal may take at most."""

LARGEST_SECONDS = 100
LARGEST_MB = 1000
GROWTH = 20
FIRST_SEARCH_KB = 200
NEXT_SEARCH_KB = 50
VIEW_KB = 150
"""What the largest site may take: seconds, megabytes, percent more for an article than in the smallest, and kilobytes
of a visit's first search, of each further one, and of the first view of the home page and the list."""

SHORTEST = 0.01
"""Milliseconds that an article costs at least: with a handful of them, what is measured is chance."""

FIRST_DAY = date(2016, 1, 1)
DAYS = 3900
"""The articles are spread over more than ten years."""

SAMPLE = (
    "contoh teks untuk mengukur lama membangun situs bukan berita dan bukan keterangan resmi siapa pun jadi tidak "
    "perlu dibaca kalimat ini hanya mengisi halaman supaya panjangnya seperti artikel biasa"
)
NONE, PORTAL, STOCK = "portal tanpa artikel contoh", "portal", "plugin blog"
"""What is built in turn."""

VIEWS = {"beranda": "", "daftar warta": "warta/"}

WORDS = SAMPLE.split()
TAGS = [f"contoh-{word}" for word in dict.fromkeys(WORDS)]
CATEGORIES = ("pemerintahan", "budaya", "keuangan", "statistik", "perencanaan")
AGENCIES = ("diskominfo-sp", "dinas-kesehatan", "dinas-sosial", "inspektorat")

STOCK_CONFIG = """
site_name: Contoh
strict: true
theme:
  name: material
  language: id
  font: false
plugins:
  - search
  - blog:
      blog_dir: .
      post_url_date_format: yyyy
      pagination_per_page: 20
markdown_extensions: [tables, footnotes, sane_lists]
"""


@dataclass(frozen=True)
class Text:
    """One made-up article, for either build."""

    number: int
    day: date
    title: str
    summary: str
    category: str
    tags: tuple[str, ...]
    agency: str
    body: str


@dataclass(frozen=True)
class Cost:
    """What one build cost, and what its site weighs."""

    bangun: Run
    halaman: int
    keluaran_mb: float
    pencarian: Mapping[str, Sequence[cari.Search]] = field(default_factory=dict)
    """What the first and the following searches fetch."""
    kunjungan: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Page -> what its first visit fetches."""


@dataclass(frozen=True)
class News:
    """What so many articles cost."""

    artikel: int
    portal: Cost
    polos: Cost | None
    """The other build of the same articles, where it was wanted."""
    milidetik_per_artikel: float
    milidetik_prosesor_per_artikel: float
    """Beyond the site without them, wall clock and processor."""


def texts(count: int) -> Iterator[Text]:
    """So many articles; the same at every run."""
    chance = random.Random(count)  # noqa: S311 - for measuring

    def sentence() -> str:
        return f"{' '.join(chance.choices(WORDS, k=chance.randint(8, 18))).capitalize()}."

    def paragraph() -> str:
        return " ".join(sentence() for _ in range(chance.randint(3, 6)))

    for number in range(count):
        parts = [paragraph() for _ in range(chance.randint(4, 7))]
        parts.insert(2, f"## Contoh bagian {number}")
        parts.insert(
            4, "- butir **contoh** satu\n- butir *contoh* dua, [tautan](https://contoh.example/)\n- butir tiga"
        )
        if number % 5 == 0:
            parts.append("| kolom | nilai |\n|---|--:|\n| contoh | 1 |\n| contoh | 2 |")
        day = FIRST_DAY + timedelta(days=number * DAYS // count)
        tags = tuple(sorted(set(chance.sample(TAGS, 3))))
        title = f"Contoh artikel {number}: {sentence()[:60].rstrip('. ')}"
        yield Text(number, day, title, f"Contoh. {sentence()}", chance.choice(CATEGORIES), tags,
                   chance.choice(AGENCIES), "\n\n".join(parts))  # fmt: skip


def portal_project(folder: Path, count: int) -> Path:
    """A copy of the project with so many more articles."""
    copy_of_project(folder)
    for text in texts(count):
        file = folder / f"warta_data/artikel/{text.day.year}/contoh-{text.number:06}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f'---\njudul: "{text.title}"\nringkasan: "{text.summary}"\ntanggal: {text.day}\npenulis: Contoh Penulis\n'
            f"fotografer: Contoh Fotografer\nkategori: {text.category}\nperangkat_daerah:\n  - {text.agency}\n"
            f"tag: [{', '.join(text.tags)}]\nsumber:\n  - penerbit: Contoh\nstatus: terbit\nterbit: {text.day}\n---\n\n"
            f"{text.body}\n",
            encoding="utf-8",
        )
    return folder


def stock_project(folder: Path, count: int) -> Path:
    """The same articles for the blog plugin."""
    posts = folder / "docs/posts"
    posts.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(STOCK_CONFIG, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Contoh\n", encoding="utf-8")
    for text in texts(count):
        lead, _, rest = text.body.partition("\n\n")
        (posts / f"contoh-{text.number:06}.md").write_text(
            f"---\ndate: {text.day}\ncategories:\n  - {text.category}\nslug: contoh-{text.number:06}\n"
            f"tags: [{', '.join(text.tags)}]\n---\n\n# {text.title}\n\n{text.summary}\n\n<!-- more -->\n\n"
            f"{lead}\n\n{rest}\n",
            encoding="utf-8",
        )
    return folder


def run(sizes: Sequence[int] = SIZES, stock_up_to: int = STOCK_UP_TO) -> list[News]:
    """The costs of every size: of the portal, and of the other build where it is wanted."""
    return [_news(count, count <= stock_up_to) for count in sizes]


def _news(count: int, with_stock: bool) -> News:
    """What so many articles cost, beyond a site that has none and is built in turn with theirs."""
    say(f"Membangun {count} artikel ...")
    with tempfile.TemporaryDirectory() as name:
        projects = {
            NONE: portal_project(Path(name, NONE), 0),
            PORTAL: portal_project(Path(name, PORTAL), count),
        }
        if with_stock:
            projects[STOCK] = stock_project(Path(name, STOCK), count)
        runs = alternately({key: mkdocs(project, project / "site") for key, project in projects.items()})
        say(f"Mencari di antara {count} artikel ...")
        site = projects[PORTAL] / "site"
        portal = _cost(runs[PORTAL], site, cari.run(site), _views(site))
        stock = _cost(runs[STOCK], projects[STOCK] / "site") if with_stock else None
        none = runs[NONE]
    return News(
        count,
        portal,
        stock,
        milidetik_per_artikel=round((portal.bangun.detik - none.detik) / count * 1000, 2),
        milidetik_prosesor_per_artikel=round((portal.bangun.detik_prosesor - none.detik_prosesor) / count * 1000, 2),
    )


def _cost(
    build: Run,
    site: Path,
    searches: Mapping[str, Sequence[cari.Search]] | None = None,
    views: Mapping[str, Mapping[str, int]] | None = None,
) -> Cost:
    return Cost(build, sum(1 for _ in site.rglob("*.html")), size_of(site), searches or {}, views or {})


def _views(site: Path) -> dict[str, dict[str, int]]:
    """What the first visit to the home page and to the list of articles fetches."""
    with served(site) as root, sync_playwright() as playwright:
        browser = launch(playwright)
        views = {name: first_view(browser, root + address) for name, address in VIEWS.items()}
        browser.close()
    return views


def floors(results: Sequence[News]) -> Iterator[Floor]:
    """What is promised of the sizes that were measured."""
    for news in results:
        if news.polos and news.artikel in STOCK_SHARE:
            share = round(news.portal.bangun.detik / news.polos.bangun.detik, 3)
            limit = round(STOCK_SHARE[news.artikel], 3)
            yield Floor(f"waktu {news.artikel} artikel dibanding plugin blog", share, limit, "kali")
    first, last = results[0], results[-1]
    if last.artikel != SIZES[-1]:
        return
    yield Floor(f"waktu {last.artikel} artikel", last.portal.bangun.detik, LARGEST_SECONDS, "detik")
    yield Floor(f"memori {last.artikel} artikel, semua proses", last.portal.bangun.memori_mb, LARGEST_MB, "MB")
    yield Floor("kenaikan biaya per artikel", growth(results), GROWTH, "%", catatan=f"dari {first.artikel}")
    for name, limit in (("pertama", FIRST_SEARCH_KB), ("berikutnya", NEXT_SEARCH_KB)):
        most = max(search.bita for search in last.portal.pencarian[name]) / 1000
        yield Floor(f"pencarian {name} di antara {last.artikel} artikel", round(most, 1), limit, "KB")
    for name, view in last.portal.kunjungan.items():
        yield Floor(f"kunjungan pertama {name}, {last.artikel} artikel", view["bita"] / 1000, VIEW_KB, "KB")


def growth(results: Sequence[News]) -> float:
    """How many percent more an article costs in the largest site than in the smallest."""
    first, last = results[0], results[-1]
    return round((last.milidetik_per_artikel / max(first.milidetik_per_artikel, SHORTEST) - 1) * 100, 1)


def as_text(results: Sequence[News]) -> str:
    """The costs for a reader."""
    lines = []
    for news in results:
        lines.append(
            f"{news.artikel} artikel: {_told(news.portal)}; per artikel {news.milidetik_per_artikel} milidetik, "
            f"prosesor {news.milidetik_prosesor_per_artikel} milidetik"
        )
        lines += [f"  {line}" for line in cari.as_text(news.portal.pencarian).splitlines()]
        if news.polos:
            share = news.portal.bangun.detik / news.polos.bangun.detik
            lines.append(
                f"  mkdocs-material dengan plugin blog: {_told(news.polos)}; portal memakai {share:.0%} waktunya"
            )
    if len(results) > 1:
        lines.append(f"biaya per artikel, dari {results[0].artikel} ke {results[-1].artikel}: {growth(results):+.0f}%")
    return "\n".join(lines)


def _told(cost: Cost) -> str:
    return f"{cost.bangun.as_text()}, {cost.halaman} halaman, keluaran {cost.keluaran_mb} MB"
