"""An edition on paper: cover, contents with page numbers, and its articles, each under its own running head."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from macros.dates import long_date
from macros.pages import Printable
from macros.rendering import render
from macros.warta.article import Article, PhotoFile
from macros.warta.magazines import Magazine
from macros.warta.models import Photo

STYLE = Path(__file__).parent / "majalah.css"

PAPER_WIDTH = 1600
"""Pixels of a photo over the whole width of A4: 190 to the inch."""

FRONT = 2
"""Bookmarks before the first article: cover and contents."""

LONGEST_HEAD = 80
"""Characters of a title in a running head; more would break the line."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo on paper; the document carries it, since it is printed from no address."""

    url: str
    foto: Photo


@dataclass(frozen=True, slots=True)
class Piece:
    """An article on paper."""

    nomor: int
    rubrik: str
    artikel: Article
    tanggal: str
    isi: Markup
    foto: tuple[Picture, ...]
    kepala: str
    """Its title for the running head, escaped for CSS."""
    halaman: int | None


def printables(magazines: Sequence[Magazine], name: str, today: date) -> Iterator[Printable]:
    """Every public edition of the magazine of this name as a document to print."""
    for item in magazines:
        title = f"Majalah {name}, {item.isi.edisi}: {item.isi.judul}"
        numbered = partial(document, item, name, today)
        yield Printable(item.alamat_cetak, title, numbered(()), (STYLE,), bernomor=numbered)


def document(item: Magazine, name: str, today: date, pages: Sequence[int]) -> str:
    """The whole edition; `pages` are those on which its bookmarks of the first level stand, empty at first."""
    parts = [(part.judul, article) for part in item.rubrik for article in part.artikel if article.isi.terlihat(today)]
    places: Sequence[int | None] = pages[FRONT:] or [None] * len(parts)
    pieces = [
        Piece(
            nomor=number,
            rubrik=part,
            artikel=article,
            tanggal=long_date(article.isi.tanggal),
            isi=Markup(_on_paper(article, number)),  # noqa: S704 - cleaned by an allow list when it was made
            foto=tuple(Picture(_data(article.photos[photo.berkas]), photo) for photo in article.isi.foto),
            kepala=css_text(_shortened(article.judul)),
            halaman=place,
        )
        for number, ((part, article), place) in enumerate(zip(parts, places, strict=True), start=1)
    ]
    cover = Picture(_data(item.sampul), item.isi.sampul)
    head = css_text(f"{name} · {item.isi.edisi}")
    return render("warta/kertas-majalah.html", "", edisi=item.isi, sampul=cover, naskah=pieces, kepala=head, nama=name)


def _shortened(title: str) -> str:
    return title if len(title) <= LONGEST_HEAD else f"{title[: LONGEST_HEAD - 1]}…"


def css_text(text: str) -> str:
    """A text inside quotes of a style sheet: all that could end it, or the sheet, written by its number."""
    return re.sub(r"[^\w .,:;()·…-]", lambda found: f"\\{ord(found[0]):06x}", text)


def _data(photo: PhotoFile) -> str:
    """The photo as an address that carries it."""
    width = max(width for width in photo.ukuran if width <= PAPER_WIDTH)
    return f"data:image/jpeg;base64,{b64encode(photo.jadi(width, 'jpg').read_bytes()).decode()}"


def _on_paper(article: Article, number: int) -> str:
    """The text with its photos inside, and its footnotes apart from those of the other articles."""
    carried = {quote(photo.besar): photo for photo in article.photos.values()}

    def source(found: re.Match[str]) -> str:
        return f'src="{_data(carried[found[1]])}"' if found[1] in carried else found[0]

    html = re.sub(r"<source [^>]*>", "", article.body.html)
    html = re.sub(r' (?:srcset|sizes|loading)="[^"]*"', "", html)
    html = re.sub(r'src="([^"]+)"', source, html)
    return re.sub(r'((?:id="|href="#)fn)', rf"\g<1>-{number}-", html)
