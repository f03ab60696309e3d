"""What news costs: time, memory, pages and size of the portal with 1,000, 3,000 and 10,000 articles.

The articles are made up, say so, and exist only in a temporary copy of the project. The same articles are built side
by side with mkdocs-material and its blog plugin as they come (search included). Times are wall clock seconds from the
start of the process, memory is its highest peak in MB, sizes are of all files of the site. A browser
searches each site.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bench import cari
from bench.site import ROOT, measure

SIZES = (1000, 3000, 10000)
STOCK_UP_TO = 3000
"""The other build of 10,000 articles takes a quarter of an hour: only when asked for."""

FIRST_DAY = date(2016, 1, 1)
DAYS = 3900
"""The articles are spread over more than ten years."""

SAMPLE = (
    "contoh teks untuk mengukur lama membangun situs bukan berita dan bukan keterangan resmi siapa pun jadi tidak "
    "perlu dibaca kalimat ini hanya mengisi halaman supaya panjangnya seperti artikel biasa"
)
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
    """What one build cost."""

    artikel: int
    detik: float
    memori_mb: float
    halaman: int
    keluaran_mb: float
    pencarian: dict[str, list[cari.Search]] = field(default_factory=dict)
    """What the first and the following searches fetch."""

    @property
    def milliseconds(self) -> float:
        """Time for a page."""
        return self.detik / self.halaman * 1000


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
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "site", "tests", "bench", "__pycache__"))
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


def cost(project: Path, count: int) -> Cost:
    """Build a project and see what it took."""
    site = project / "site"
    seconds, megabytes = measure([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], project)
    files = [file for file in site.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    pages = sum(file.suffix == ".html" for file in files)
    searches = cari.run(site) if (site / "cari").is_dir() else {}
    return Cost(count, round(seconds, 2), round(megabytes), pages, round(size, 1), searches)


def run(sizes: Sequence[int], stock_up_to: int) -> list[dict[str, Cost]]:
    """The costs of every size: of the portal, and of the other build where it is wanted."""
    results = []
    for count in sizes:
        result = {}
        for name, make in (("portal", portal_project), ("polos", stock_project)):
            if name == "portal" or count <= stock_up_to:
                print(f"Membangun {count} artikel ({name}) ...", file=sys.stderr)
                with tempfile.TemporaryDirectory() as folder:
                    result[name] = cost(make(Path(folder, "proyek"), count), count)
        results.append(result)
    return results


def as_text(results: list[dict[str, Cost]]) -> str:
    """The costs for a reader."""
    lines = []
    for result in results:
        own = result["portal"]
        lines.append(
            f"{own.artikel} artikel: {own.detik} detik, {own.memori_mb:.0f} MB, {own.halaman} halaman "
            f"({own.milliseconds:.1f} milidetik per halaman), keluaran {own.keluaran_mb} MB"
        )
        lines += [f"  {line}" for line in cari.as_text(own.pencarian).splitlines()]
        if "polos" in result:
            other = result["polos"]
            lines.append(
                f"  mkdocs-material dengan plugin blog: {other.detik} detik, {other.memori_mb:.0f} MB, "
                f"{other.halaman} halaman, keluaran {other.keluaran_mb} MB; "
                f"portal memakai {own.detik / other.detik:.0%} waktunya"
            )
    first, last = results[0]["portal"], results[-1]["portal"]
    if last.artikel > first.artikel:
        growth = last.milliseconds / first.milliseconds - 1
        lines.append(f"biaya per halaman dari {first.artikel} ke {last.artikel} artikel: {growth:+.0%}")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jumlah", type=int, nargs="+", default=SIZES, help="banyaknya artikel")
    parser.add_argument(
        "--polos-sampai",
        type=int,
        default=STOCK_UP_TO,
        metavar="N",
        help="bandingkan dengan plugin blog sampai sekian artikel (bawaan: 3000; 0: tidak dibandingkan)",
    )
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    options = parser.parse_args()
    figures = run(options.jumlah, options.polos_sampai)
    if options.format == "json":
        print(json.dumps([{name: asdict(value) for name, value in item.items()} for item in figures], indent=2))
    else:
        print(as_text(figures))
