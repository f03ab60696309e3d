"""Shows what was just saved without building the whole site anew: only the page that is looked at is made.

The site engine builds the site once. After that, content that changes is read again, and each page and file is written
when somebody asks for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote

from markupsafe import escape

from macros.pages import Asset, FileAsset
from macros.problems import ContentError, Problem
from macros.shells import kind as shell_kind
from macros.site import Site

Stamp = tuple[int, int]
"""When a file was written, in nanoseconds, and its bytes."""

Snapshot = Mapping[Path, Stamp]

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A web server as WSGI sees it."""


FRAME = ("docs", "macros", "overrides", "portal.yml", "mkdocs.yml")
"""What every page is made from, beside its content: where it changes, the whole site is built."""


def snapshot(places: Iterable[Path]) -> Snapshot:
    """The files at some places and below them, with their stamps; what begins with a dot or with "__" is none."""
    found: dict[Path, Stamp] = {}
    for place in places:
        for file in _files(place):
            try:
                state = file.stat()
            except FileNotFoundError:
                continue  # an editor that saves replaces the file
            found[file] = (state.st_mtime_ns, state.st_size)
    return found


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        for entry in place.iterdir():
            if not entry.name.startswith((".", "__")):
                yield from _files(entry)
    else:
        yield place


@dataclass
class Preview:
    """A site that was built, and what changed since."""

    site: Site
    folder: Path
    """Where the built site lies."""
    site_address: str
    make: Callable[[Site, frozenset[str]], Site]
    """Gives the site made from content read anew; the names are those of the data folders that changed."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the content as it is now."""
    _seen: Snapshot = field(default_factory=dict)
    _fresh: set[str] | None = None
    """Addresses written since content was read anew; None while the site is as it was built."""
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self._seen = snapshot(self.places)
        self._shells = self.site.shells

    @property
    def places(self) -> tuple[Path, ...]:
        """Where content and frame lie: the office's own, and what offices share."""
        portal = self.site.content.portal
        roots = dict.fromkeys((portal.root, portal.shared))
        data = (folder for root in roots for folder in sorted(root.glob("*_data")))
        return (*data, *(root / name for root in roots for name in FRAME))

    def changed(self) -> frozenset[str]:
        """The names of the places at which a file changed since this was asked last."""
        places = self.places
        now = snapshot(places)
        paths = {path for path, _ in now.items() ^ self._seen.items()}
        self._seen = now
        return frozenset(place.name for path in paths for place in places if path.is_relative_to(place))

    def renew(self) -> bool:
        """Read changed content anew; False where none changed, or where only a whole build can show it."""
        with self._lock:
            names = self.changed()
            if not names or not names.isdisjoint(FRAME):
                return False
            try:
                site = self.make(self.site, names)
            except ContentError as error:
                self.problems = error.problems
                return True
            if any(shell_kind(page) not in self._shells.made for page in site.pages.values()):
                return False
            for name in self.site.pages.keys() - site.pages.keys():
                self._target(f"{self.site.pages[name].alamat}index.html").unlink(missing_ok=True)
            self.site, self.problems, self._fresh = site, (), set()
            return True

    def freshen(self, path: str) -> None:
        """Write what lies at a path of the site, unless it is there as it should be."""
        with self._lock:
            address = unquote(path).lstrip("/")
            if self._fresh is None or address in self._fresh:
                return
            self._fresh.add(address)
            page = self.site.pages.get(f"{address.removesuffix('index.html')}index.md")
            if page:
                text = self._shells.of(page).fill(page, self.site_address, self.site.features)
                self._write(f"{page.alamat}index.html", text.encode())
            elif not address.endswith((".css", ".js")):
                for asset in self.site.assets:
                    if asset.alamat == address:
                        self._place(asset)

    def _place(self, asset: Asset | FileAsset) -> None:
        if isinstance(asset, Asset):
            self._write(asset.alamat, asset.isi)
        else:
            shutil.copyfile(asset.letak, self._target(asset.alamat))

    def _write(self, address: str, content: bytes) -> None:
        self._target(address).write_bytes(content)

    def _target(self, address: str) -> Path:
        target = self.folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def before(self, server: Application) -> Application:
        """A server that makes fresh what it is asked for; `server` then gives it as it gives all else."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")  # as WSGI hands it over
            if path.startswith("/livereload/"):
                return server(environ, start_response)
            if self.problems and path.endswith(("/", ".html")):
                start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
                return [self.told()]
            self.freshen(path)
            return server(environ, start_response)

        return answer

    def told(self) -> bytes:
        """A page that names every mistake, until they are mended."""
        lines = "".join(f"<li>{escape(str(problem))}</li>" for problem in self.problems)
        return (
            '<!doctype html><html lang="id"><meta charset="utf-8"><meta http-equiv="refresh" content="2">'
            '<meta name="viewport" content="width=device-width"><title>Isi perlu diperbaiki</title>'
            f"<h1>{len(self.problems)} hal perlu diperbaiki</h1><ul>{lines}</ul>"
            "<p>Halaman ini kembali sendiri setelah semuanya benar dan disimpan.</p>"
        ).encode()
