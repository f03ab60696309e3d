"""One piece of news that was read: what its file says, its text as HTML, its photos, its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from macros.warta.models import ArticleDocument, BriefDocument, Document

WIDTHS = (480, 960, 1600)
"""Pixels that a photo is offered in: phones, tablets, large screens. Never more than it has."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo as it lies beside the text that shows it, and where what is published of it lies."""

    letak: Path
    lebar: int
    tinggi: int
    """Its size as shown, in pixels."""
    sidik: str = ""
    """Names what is made of it: the same for the same content, made the same way."""
    simpanan: Path = Path()
    """The folder of what is made of photos."""

    @property
    def ukuran(self) -> tuple[int, ...]:
        """The widths that it is published in; at least one."""
        smaller = tuple(width for width in WIDTHS if width <= self.lebar)
        return smaller if self.lebar in smaller or self.lebar > WIDTHS[-1] else (*smaller, self.lebar)

    def tinggi_pada(self, width: int) -> int:
        """Its height when it is so wide."""
        return max(round(self.tinggi * width / self.lebar), 1)

    def jadi(self, width: int, ending: str) -> Path:
        """Where it lies in one width and format."""
        return self.simpanan / f"{self.sidik}-{width}.{ending}"

    def nama(self, width: int, ending: str) -> str:
        """What it is called on the site in one width and format: no two photos in a folder share a name."""
        return f"{self.letak.name}.{width}.{ending}"

    @property
    def besar(self) -> str:
        """What the largest JPEG is called on the site."""
        return self.nama(self.ukuran[-1], "jpg")

    def srcset(self, ending: str, folder: str = "") -> str:
        """All widths in one format, as HTML lists them; `folder` stands before each name."""
        return ", ".join(f"{folder}{quote(self.nama(width, ending))} {width}w" for width in self.ukuran)


@dataclass(frozen=True, slots=True)
class Link:
    """A link from an article to somewhere on this site: an address below the root, and the line it stands on."""

    alamat: str
    baris: int


@dataclass(frozen=True, slots=True)
class Body:
    """The text below: safe HTML, and its links into the site."""

    html: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A piece of news, free of mistakes."""

    isi: Document
    tahun: str
    """The folder that its file lies in; part of its address."""
    slug: str
    berkas: str
    """Its own file, relative to the project's folder."""
    body: Body
    photos: Mapping[str, PhotoFile]
    """The photos that it shows, by name."""

    @property
    def alamat(self) -> str:
        """Its page, for ever."""
        return f"warta/{self.tahun}/{self.slug}/"

    @property
    def artikel(self) -> ArticleDocument | None:
        """What its file says, where it is an article."""
        return self.isi if isinstance(self.isi, ArticleDocument) else None

    @property
    def kilas(self) -> BriefDocument | None:
        """What its file says, where it is a brief."""
        return self.isi if isinstance(self.isi, BriefDocument) else None

    @property
    def judul(self) -> str:
        """What it is called: a brief is its one sentence."""
        return self.isi.judul if isinstance(self.isi, ArticleDocument) else self.isi.fakta

    @property
    def foto_utama(self) -> PhotoFile | None:
        """The photo that leads it."""
        return self.photos[self.isi.foto[0].berkas] if self.isi.foto else None
