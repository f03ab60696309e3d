"""Redirects and recorded addresses, read once; what can be told without the site's pages is checked here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.addressing.models import Redirect, RedirectDocument
from macros.addressing.recorded import FOLDER, Record, read_records
from macros.addressing.security import SecurityDocument
from macros.loading import Loaded, ValuePath
from macros.problems import Problem, quoted
from macros.reading import Reader

REDIRECTS = "alamat_data/alih.yml"
SECURITY = "alamat_data/keamanan.yml"

PLAIN = re.compile(r"/(?:(?!\.{1,2}(?:/|$))[A-Za-z0-9._~-]+/)*(?:(?!\.{1,2}$)[A-Za-z0-9._~-]+)?")
"""An address that every web server takes as it is written; no part of it leads upwards."""

ENGINE = ("assets/", "pagefind/", "404.html")
"""What the site engine writes: nothing may lie there."""


@dataclass(frozen=True, slots=True)
class Move:
    """A redirect whose addresses are well-formed: from and to below the site's root."""

    dari: str
    ke: str
    """The page or file that it leads to."""
    bagian: str
    """The place on that page, after the `#`; mostly empty."""
    isi: Redirect
    baris: int
    """The line that it stands on."""

    @property
    def antarhalaman(self) -> bool:
        """Whether it leads from page to page, so that no file is needed to check it."""
        return self.dari.endswith("/") and (not self.ke or self.ke.endswith("/"))

    @property
    def tujuan(self) -> str:
        """Where it leads, with the place on the page."""
        return f"{self.ke}#{self.bagian}" if self.bagian else self.ke


@dataclass(frozen=True)
class Addressing:
    """Everything under `alamat_data/`, free of mistakes that can be seen without the site."""

    moves: tuple[Move, ...] = ()
    """In the file's order."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """Every recorded address."""
    security: SecurityDocument = field(default_factory=SecurityDocument)


def load_addressing(root: Path) -> Addressing:
    """Everything under `root/alamat_data`; raises ContentError with every mistake in it.

    A project without this folder has promised nothing yet.
    """
    reader = Reader(root)
    document = security = None
    if (root / REDIRECTS).exists():
        document = reader.register(root / REDIRECTS, RedirectDocument, check_redirects)
    if (root / SECURITY).exists():
        security = reader.register(root / SECURITY, SecurityDocument, lambda *_: iter(()))
    records = read_records(reader, root / FOLDER)
    reader.raise_problems()
    moves = _moves(document.alih, reader.files[REDIRECTS]) if document else ()
    return Addressing(tuple(moves), records, security or SecurityDocument())


def _moves(redirects: tuple[Redirect, ...], loaded: Loaded) -> Iterator[Move]:
    for index, item in enumerate(redirects):
        target, _, place = item.ke.partition("#")
        line = loaded.line(("alih", index, "dari"))
        yield Move(item.dari.removeprefix("/"), target.removeprefix("/"), place, item, line)


def check_redirects(document: RedirectDocument, loaded: Loaded) -> Iterator[Problem]:
    """Addresses are well-formed and within the portal; none is redirected twice, to itself, or over another one."""
    onward = {item.dari: item.ke.partition("#")[0] for item in document.alih}
    first: dict[str, int] = {}
    for index, item in enumerate(document.alih):
        path: ValuePath = ("alih", index)
        before = first.setdefault(item.dari, loaded.line((*path, "dari")))
        if before != loaded.line((*path, "dari")):
            message = f"{quoted(item.dari)} sudah dialihkan pada baris {before}. Hapus salah satu."
            yield loaded.problem((*path, "dari"), message)
        mistakes = [("dari", text) for text in _old(item.dari)] + [("ke", text) for text in _new(item.ke)]
        if not mistakes:
            mistakes = [("ke", text) for text in _chain(item, onward)]
        for key, message in mistakes:
            yield loaded.problem((*path, key), message)


def _old(address: str) -> Iterator[str]:
    """What is wrong with an old address."""
    if "#" in address or "?" in address:
        yield "yang sesudah # atau ? tidak sampai ke server, jadi tidak dapat dialihkan. Tulis alamatnya saja."
    elif not address.startswith("/") or address.startswith("//"):
        yield f"{quoted(address)} bukan alamat di portal ini. Tulis dari akar, misalnya /warta/2026/nama-lama/."
    elif not PLAIN.fullmatch(address):
        yield f"{quoted(address)} salah bentuk. Pakai huruf, angka, titik, -, _ dan ~, tanpa spasi."
    elif address.endswith("/index.html"):
        yield f"tulis tanpa index.html: {quoted(address.removesuffix('index.html'))}."
    elif not address.endswith("/") and "." not in address.rpartition("/")[2]:
        yield f"halaman diakhiri garis miring. Tulis {quoted(f'{address}/')}."
    elif address[1:].startswith(ENGINE):
        yield f"{quoted(address)} dipakai oleh situs sendiri dan tidak dapat dialihkan."


def _new(address: str) -> Iterator[str]:
    """What is wrong with a new address, as far as it can be told without the site."""
    target, mark, place = address.partition("#")
    if not address.startswith("/") or address.startswith("//"):
        yield (
            f"{quoted(address)} di luar portal. Alamat hanya dialihkan di dalam portal; tautan ke luar ditulis di "
            "sebuah halaman. Tulis dari akar, misalnya /warta/2026/nama-baru/."
        )
    elif not PLAIN.fullmatch(target) or (mark and not re.fullmatch(r"[A-Za-z0-9._~-]+", place)):
        yield f"{quoted(address)} salah bentuk. Tulis alamat dari akar, boleh dengan #bagian, misalnya /ppid/."


def _chain(item: Redirect, onward: Mapping[str, str]) -> Iterator[str]:
    """One redirect leads to the page itself: a second one would cost every reader another way, a loop never ends."""
    seen = [item.dari]
    target = item.ke.partition("#")[0]
    while target in onward and target not in seen:
        seen.append(target)
        target = onward[target]
    if target in seen:
        yield f"alih ini berputar: {' → '.join((*seen, target))}. Tulis alamat halaman yang ada."
    elif len(seen) > 1:
        yield f"{quoted(item.ke)} sendiri dialihkan. Langsung saja: tulis {quoted(target)}."
