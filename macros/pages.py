"""What the portal hands to the site engine: pages and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path


def nearby(number: int, count: int) -> tuple[int | None, ...]:
    """Pages of a list to go to from page `number` of `count`: the first, the last, those around; None stands for a gap.

    Never more than seven.
    """
    wanted = sorted({1, count, *range(max(number - 1, 1), min(number + 1, count) + 1)})
    choices: list[int | None] = []
    for page in wanted:
        previous = choices[-1] if choices else None
        if previous is not None and page - previous > 1:
            choices.append(None)
        choices.append(page)
    return tuple(choices)


def prose_address(name: str) -> str:
    """The address of a file in docs/: a Markdown file becomes a page in a folder of its own, others stay."""
    if not name.endswith(".md"):
        return name
    return name.removesuffix(".md").removesuffix("index").rstrip("/") + "/" if name != "index.md" else ""


@dataclass(frozen=True)
class Page:
    """A page of its own: `alamat` ends in a slash and is relative to the site's root."""

    alamat: str
    judul: str
    ringkasan: str
    isi: str | Callable[[], str]
    """Its HTML, or what makes it when it is written, so that thousands of pages do not wait in memory."""
    kepala: str = ""
    """HTML that it adds to the document's head."""
    diperbarui: date | None = None
    """The day its content changed last, where the content says so."""

    @property
    def html(self) -> str:
        """Its HTML."""
        return self.isi if isinstance(self.isi, str) else self.isi()


@dataclass(frozen=True)
class Asset:
    """A file to download; `alamat` is relative to the site's root."""

    alamat: str
    isi: bytes


@dataclass(frozen=True)
class FileAsset:
    """A file to download that is copied from where it lies, so that large ones never fill the memory."""

    alamat: str
    letak: Path


@dataclass(frozen=True)
class Printable:
    """A document to be printed as PDF; `alamat` is where the PDF lies, relative to the site's root."""

    alamat: str
    judul: str
    """Its name, as in the document's own `title`."""
    html: str
    """The whole document."""
    gaya: tuple[Path, ...]
    """Its style sheets in their order. They say the margins (`@page { margin: ... }`), never the size of the paper."""
    tegak: bool = True
    """Whether the paper stands upright."""
    kaki: str = ""
    """What stands at the foot of every page, beside its number; without it the foot stays blank, numbers and all."""
    penanda: bool = True
    """Whether its headings become bookmarks."""
    gambar: str | None = None
    """Where its only page lies as a picture (PNG) for sharing, too; its style then says the margins inside the body."""
    bernomor: Callable[[Sequence[int]], str] | None = None
    """Makes the document anew, given the page of each of its bookmarks of the first level: for a table of contents."""
