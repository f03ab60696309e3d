"""Compares a site, in a folder or on a server, with the manifest of the build that it should be."""

from __future__ import annotations

import hashlib
import re
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote, urlsplit

from macros.fetching import Answer, Asker
from macros.trust.manifest import checksum, files_in

AGENT = "PemeriksaSitus-PortalKominfoSP/1.0"
AT_A_TIME = 4
"""Questions at a time to one's own server."""
LIMIT = 300_000_000
"""Bytes that are read of one file; a video has at most a third of it."""
MOST_SITEMAPS = 100

FOR_HOSTS = frozenset({"_headers", "_redirects"})
"""Files that a host reads and does not serve."""

SITEMAP = "sitemap.xml"
PLACE = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")

Kind = Literal["berubah", "ditambah", "hilang", "tidak terjawab", "pindah"]


@dataclass(frozen=True, order=True)
class Difference:
    """A file that is not what the manifest says."""

    nama: str
    jenis: Kind
    keterangan: str = ""
    isi: bytes = field(default=b"", compare=False)
    """What was found in its place, to look into."""


Tell = Callable[[int], None]
"""Called with the number of files that were looked at so far."""


def compare_folder(manifest: Mapping[str, str], folder: Path, tell: Tell) -> Iterator[Difference]:
    """Every difference of the site in a folder; what was added is known, too."""
    found = set(files_in(folder))
    for number, (name, wanted) in enumerate(manifest.items(), 1):
        tell(number)
        file = folder / name
        if name not in found:
            yield Difference(name, "hilang")
        elif checksum(str(file)) != wanted:
            yield Difference(name, "berubah", isi=_start(file))
    for name in sorted(found - manifest.keys()):
        yield Difference(name, "ditambah", isi=_start(folder / name))


def _start(file: Path) -> bytes:
    """As much of a file as is worth looking into."""
    with file.open("rb") as content:
        return content.read(1_000_000)


class Web:
    """A served site; `base` is its address, ending in a slash. Asks a few questions at a time, each thread its own."""

    def __init__(self, base: str, timeout: float) -> None:
        self.base = base
        self.timeout = timeout
        self._own = threading.local()

    def ask(self, name: str) -> Answer:
        """What the server gives for a file, as a visitor asks for it; asked once more where it said nothing."""
        if not hasattr(self._own, "asker"):
            self._own.asker = Asker(AGENT, self.timeout, pause=0)
        url = self.base + quote(name.removesuffix("index.html") if _is_index(name) else name)
        answer: Answer = self._own.asker.ask(url, limit=LIMIT)
        if answer.kode in (None, 429, 503):
            answer = self._own.asker.ask(url, limit=LIMIT)
        return answer

    def compare(self, manifest: Mapping[str, str], tell: Tell) -> Iterator[Difference]:
        """Every difference of the served site; of what was added, only what its sitemap names."""
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            looked = pool.map(lambda name: self._difference(name, self.ask(name), manifest), manifest)
            for number, difference in enumerate(looked, 1):
                tell(number)
                if difference:
                    yield difference
            named = sorted(self._named() - manifest.keys())
            for name, answer in zip(named, pool.map(self.ask, named), strict=True):
                yield Difference(name, "ditambah", "disebut di peta situs", identity(answer) or b"")

    def _difference(self, name: str, answer: Answer, manifest: Mapping[str, str]) -> Difference | None:
        if answer.kode is None:
            return Difference(name, "tidak terjawab", answer.alasan or "")
        if not answer.terbuka:
            if name in FOR_HOSTS and answer.kode == 404:
                return None
            gone = answer.kode in (404, 410)
            return Difference(name, "hilang" if gone else "tidak terjawab", answer.alasan or f"jawaban {answer.kode}")
        content = identity(answer)
        if content is None:
            return Difference(name, "tidak terjawab", f"dimampatkan dengan {answer.kepala['content-encoding']}")
        found = hashlib.sha256(content).hexdigest()
        if found == manifest[name]:
            return None
        target = self._name(answer.alamat_akhir)
        if target is None:
            return Difference(name, "berubah", f"dialihkan ke {answer.alamat_akhir}", content)
        if target != name and found == manifest.get(target):
            return Difference(name, "pindah", f"dialihkan server ke /{target}")
        return Difference(name, "berubah", isi=content)

    def _name(self, address: str) -> str | None:
        """The file of the site at an address; None outside of it."""
        if _place(address)[:2] != _place(self.base)[:2] or not _place(address)[2].startswith(_place(self.base)[2]):
            return None
        name = _place(address)[2].removeprefix(_place(self.base)[2])
        return f"{name}index.html" if name == "" or name.endswith("/") else name

    def _named(self) -> set[str]:
        """The files that the server's sitemap names, whichever sitemap that is now."""
        found: set[str] = set()
        todo, read = [SITEMAP], 0
        while todo and read < MOST_SITEMAPS:
            answer = self.ask(todo.pop())
            read += 1
            text = (identity(answer) or b"").decode("utf-8", "replace") if answer.terbuka else ""
            names = {self._name(unescape(address)) for address in PLACE.findall(text)} - {None}
            if "<sitemapindex" in text:
                todo += sorted(name for name in names if name)
            else:
                found |= {name for name in names if name}
        return found


def _is_index(name: str) -> bool:
    return name == "index.html" or name.endswith("/index.html")


def _place(address: str) -> tuple[str, str, str]:
    """Scheme, server and path of an address. Plain http that leads to https of the same server is no other place."""
    parts = urlsplit(address)
    port = "" if parts.port in (None, 80, 443) else f":{parts.port}"
    return "web", f"{(parts.hostname or '').lower()}{port}", unquote(parts.path)


def identity(answer: Answer) -> bytes | None:
    """The bytes of an answer without the compression that a server put on unasked; None where it is not known here."""
    coding = answer.kepala.get("content-encoding", "").strip().lower()
    if coding in ("gzip", "deflate"):
        try:
            return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(answer.isi, LIMIT)
        except zlib.error:
            return answer.isi
    return answer.isi if coding in ("", "identity") else None
