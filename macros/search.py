"""The index behind the site's search, made by Pagefind (https://pagefind.app) while the site is built.

Pagefind reads HTML. A record becomes a page that holds only what is to be searched, so the index knows
neither menus nor repeated words, and it can be made beside the engine's own work instead of after it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import weakref
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.rendering import render

BUNDLE = "pagefind"
"""Folder of the index in the site."""

UNUSED = ("pagefind-*ui*", "pagefind-component*", "pagefind-highlight*", "pagefind-modular*")
"""Pagefind's ready-made search boxes; the portal has its own."""


@dataclass(frozen=True)
class Record:
    """One page as the search knows it; `alamat` is the page's address, relative to the site's root."""

    alamat: str
    judul: str
    isi: tuple[str, ...]
    """Paragraphs of text to search in."""
    jenis: str
    """What kind of page it is, such as `informasi publik`; the filter that every search of one kind sets."""
    saring: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Filter -> its values."""
    urut: Mapping[str, str] = field(default_factory=dict)
    """Sort key -> value. Pagefind leaves out of a sorted result what lacks the key; numbers sort as numbers."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What a result shows beside its title."""
    bahasa: str = "id"


class SearchError(Exception):
    """The index was not made; the text says why."""


@dataclass(frozen=True)
class Indexing:
    """An index in the making."""

    process: subprocess.Popen[str]
    folder: TemporaryDirectory[str]
    count: int

    def finish(self, site: Path) -> None:
        """Wait for the index and move it into the site's folder; raises SearchError with Pagefind's own words.

        A site with nothing to search gets no index: Pagefind would call that a mistake.
        """
        _, errors = self.process.communicate()
        if not self.count:
            return
        made = Path(self.folder.name) / BUNDLE
        if self.process.returncode or not (made / "pagefind.js").is_file():
            raise SearchError(f"Indeks pencarian ({self.count} halaman) tidak jadi. Kata Pagefind:\n{errors.strip()}")
        for pattern in UNUSED:
            for file in made.glob(pattern):
                file.unlink()
        target = site / BUNDLE
        shutil.rmtree(target, ignore_errors=True)
        shutil.move(made, target)
        self.folder.cleanup()


def start_index(records: Iterable[Record]) -> Indexing:
    """Begin to index all records; the work goes on in a process of its own until `finish`."""
    folder = TemporaryDirectory(prefix="indeks-")
    pages = Path(folder.name) / "halaman"
    count = 0
    for record in records:
        count += 1
        file = pages / record.alamat / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(render("indeks.html", record.alamat, butir=record), encoding="utf-8")
    pages.mkdir(exist_ok=True)
    command = ["--site", str(pages), "--output-path", str(Path(folder.name) / BUNDLE), "--quiet"]
    process = subprocess.Popen(  # noqa: S603 - fixed words
        [sys.executable, "-m", "pagefind", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    indexing = Indexing(process, folder, count)
    # a build that breaks off leaves neither process nor folder behind; the folder would clean itself up too early
    weakref.finalize(indexing, _stop, process)
    return indexing


def _stop(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
