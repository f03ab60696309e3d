"""What the portal hands to the site engine: pages and files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


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
    """A page to be printed as PDF, A4 upright; `alamat` is where the PDF lies, relative to the site's root."""

    alamat: str
    html: str
    kaki: str
    """What stands at the foot of every page, beside its number."""


def printed(papers: Path | None, addresses: Iterable[str]) -> frozenset[str]:
    """Those of `addresses` that lie as PDF in the folder of printed documents; only they are published and linked."""
    return frozenset(address for address in addresses if papers and (papers / address).is_file())
