"""From saving an article to seeing it: `make serve` of the project with 1,000 made-up articles, edited a few times."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.floors import Floor
from bench.measuring import say
from bench.warta import portal_project

ARTICLES = 1000
EDITS = 5
LONGEST = 2.0
"""Seconds from saving to seeing that are promised."""
PATIENCE = 120
"""Seconds after which something must be wrong."""
PAUSE = 1.5
"""Seconds between edits: the watcher looks twice a second."""


@dataclass(frozen=True)
class Seen:
    """One edit: seconds until its page showed it."""

    detik: float


def run(count: int = ARTICLES) -> list[Seen]:
    """Edit the newest article a few times, and wait for its page."""
    with tempfile.TemporaryDirectory() as folder:
        project = portal_project(Path(folder) / "proyek", count)
        article = max((project / "warta_data/artikel").glob("*/contoh-*.md"))
        with serving(project) as address:
            page = f"{address}warta/{article.parent.name}/{article.stem}/"
            return [_edited(article, page, number) for number in range(1, EDITS + 1)]


def _edited(article: Path, page: str, number: int) -> Seen:
    time.sleep(PAUSE)
    say(f"  suntingan {number} dari {EDITS} ...")
    mark = f"suntingan-{number}-selesai"
    text = article.read_text(encoding="utf-8")
    start = time.perf_counter()
    article.write_text(f"{text.rstrip()}\n\n{mark}\n", encoding="utf-8")
    wait_for(page, mark)
    return Seen(round(time.perf_counter() - start, 2))


def wait_for(page: str, mark: str) -> None:
    """Return when a page shows a text; exits when it never does."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        if mark in _read(page):
            return
        time.sleep(0.02)
    sys.exit(f"{page} tidak menampilkan {mark} dalam {PATIENCE} detik.")


def _read(page: str) -> str:
    try:
        with urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (URLError, OSError):
        return ""


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """The address at which a project is served with live reload."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(address, "</html>")
        yield address
    finally:
        process.terminate()
        process.wait()


def floors(found: Sequence[Seen]) -> Iterator[Floor]:
    """What is promised of it."""
    middle = statistics.median(seen.detik for seen in found)
    yield Floor("dari menyimpan sampai melihat artikel", middle, LONGEST, "detik", catatan=f"{ARTICLES} artikel")


def as_text(found: Sequence[Seen]) -> str:
    """The times for a reader."""
    return f"artikel terlihat sesudah {', '.join(f'{seen.detik:g}' for seen in found)} detik"
