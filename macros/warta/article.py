"""One piece of news that was read: what its file says, its text as HTML, its photos, its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.warta.models import ArticleDocument, BriefDocument, Document


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A photo as it lies beside the article: its size as shown, in pixels."""

    letak: Path
    lebar: int
    tinggi: int

    @property
    def media_type(self) -> str:
        """Its media type, by its ending."""
        ending = self.letak.suffix.lower().lstrip(".")
        return f"image/{'jpeg' if ending == 'jpg' else ending}"


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
