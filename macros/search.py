"""The index behind the site's search, made by Pagefind (https://pagefind.app) while the site is built.

Pagefind reads HTML. A record becomes a page that holds only what is to be searched, so the index knows
neither menus nor repeated words, and it can be made beside the engine's own work instead of after it.

In the browser Pagefind runs WebAssembly: a Content-Security-Policy has to allow `script-src 'self' 'wasm-unsafe-eval'`
and `connect-src 'self'`, and nothing beyond this site. The portal uses no worker, so `worker-src` stays closed.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from subprocess import PIPE
from threading import Thread
from typing import Any

from pagefind_bin import get_executable  # type: ignore[import-untyped]

from macros.rendering import render
from macros.search_parts import UnknownIndexError, settle

BUNDLE = "pagefind"
"""Folder of the index in the site."""

UNUSED = re.compile(r"pagefind-(worker|.*ui|component|highlight|modular)|wasm\.unknown")
"""Pagefind's ready-made search boxes, its worker, and the search without a stemmer: the portal uses none of them."""

_MARKUP = re.compile(r"<script\b.*?</script>|<[^>]*>", re.DOTALL)
"""Tags, and blocks of data for programs with all that is in them."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Record:
    """One page, or one place on a page, as the search knows it.

    `alamat` is relative to the site's root; after a `#` it names the place (`sop/mamuju/01/#langkah-3`).
    """

    alamat: str
    judul: str
    isi: tuple[str, ...]
    """Paragraphs of text to search in."""
    jenis: str
    """What kind of page it is, such as `informasi publik`; the filter of a search of one kind.

    Records with a long text bear no filter: they are what no kind's filter lets through. A list of thousands is long.
    """
    saring: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Filter -> its values."""
    urut: Mapping[str, str] = field(default_factory=dict)
    """Sort key -> value. Pagefind leaves out of a sorted result what lacks the key; numbers sort as numbers."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What a result shows beside its title; it is searched, too, and counts for less."""
    kata: tuple[str, ...] = ()
    """Other words that it is to be found by, such as an abbreviation that its text spells out."""
    tersirat: str = ""
    """A long text that it is found by, too. Its words are searched, each once, but no excerpt is made of it."""
    bahasa: str = "id"

    @property
    def kata_tersirat(self) -> str:
        """The words of the long text that the shown ones lack, in small letters and in order of the alphabet.

        A word has one place, nearly the same on every page. With whole texts, the part of the index around a common
        word had 160 KB at 10,000 articles; with these it has 26 KB.
        """
        shown = _words(" ".join((self.judul, *self.isi)))
        return " ".join(sorted(_words(self.tersirat) - shown))


def text_of(html: str) -> str:
    """The words of a piece of HTML that people read, without tags; words of neighbouring elements stay apart."""
    return " ".join(unescape(_MARKUP.sub(" ", html)).split())


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


class SearchError(Exception):
    """The index was not made; the text says why."""


class Indexing:
    """An index in the making, by a Pagefind that is told of its pages through a pipe and answers with its files.

    Nothing is written before all is there. Raises SearchError where there is no Pagefind.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self.count = len(records)
        try:
            command = [str(get_executable()), "--service"]
            self.process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE)  # noqa: S603 - fixed words
        except OSError as error:
            raise SearchError(f"Pagefind tidak dapat dijalankan: {error.strerror}. Jalankan: make setup") from None
        # a build that breaks off leaves no process behind
        weakref.finalize(self, _stop, self.process)
        self.mistakes: list[str] = []
        self.files: dict[str, bytes] = {}
        self.reader = Thread(target=self._read, daemon=True)
        self.reader.start()
        self._tell(records)

    def _tell(self, records: Sequence[Record]) -> None:
        """Send all records; Pagefind's death is told by `finish`, which knows its last words."""
        pages = (
            {"type": "AddFile", "index_id": 0, "url": f"/{record.alamat}", "file_contents": _page(record)}
            for record in records
        )
        assert self.process.stdin
        with suppress(BrokenPipeError):
            for number, payload in enumerate(({"type": "NewIndex"}, *pages, {"type": "GetFiles", "index_id": 0})):
                request = json.dumps({"message_id": number, "payload": payload}).encode()
                self.process.stdin.write(base64.b64encode(request) + b",")
            self.process.stdin.flush()

    def _read(self) -> None:
        """Take the answers as they come, so that the pipe never fills; after the last one, send Pagefind home."""
        assert self.process.stdin
        for answer in _answers(self.process):
            if answer["type"] == "Error":
                self.mistakes.append(answer["message"])
            self.files |= {file["path"]: base64.b64decode(file["content"]) for file in answer.get("files", ())}
            if self.mistakes or self.files:
                with suppress(BrokenPipeError):
                    self.process.stdin.close()

    def finish(self, site: Path) -> None:
        """Wait for the index and write it into the site's folder; raises SearchError with Pagefind's own words."""
        self.reader.join()
        assert self.process.stderr
        errors = self.process.stderr.read().decode(errors="replace")
        self.process.wait()
        if self.mistakes or not self.files:
            words = "\n".join([*self.mistakes, errors.strip()]).strip()
            raise SearchError(f"Indeks pencarian ({self.count} halaman) tidak jadi. Kata Pagefind:\n{words}")
        made = {name: content for name, content in self.files.items() if not UNUSED.match(name)}
        try:
            settle(made)
        except UnknownIndexError as error:
            raise SearchError(f"Indeks pencarian tidak seperti buatan Pagefind 1.5: {error}") from None
        target = site / BUNDLE
        shutil.rmtree(target, ignore_errors=True)
        for folder in {(target / name).parent for name in made}:
            folder.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (target / name).write_bytes(content)


def _answers(process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """What Pagefind answers; an answer ends with a comma, and the last one has megabytes."""
    assert process.stdout
    pieces: list[bytes] = []
    while received := os.read(process.stdout.fileno(), 1 << 20):
        *ends, rest = received.split(b",")
        for end in ends:
            yield json.loads(base64.b64decode(b"".join([*pieces, end])))["payload"]
            pieces = []
        pieces.append(rest)


def start_index(records: Iterable[Record]) -> Indexing | None:
    """Begin to index all records; the work goes on in a process of its own until `finish`.

    A site with nothing to search gets no index: Pagefind would call that a mistake.
    """
    given = tuple(records)
    return Indexing(given) if given else None


def _page(record: Record) -> str:
    return render("indeks.html", record.alamat, butir=record)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait()
