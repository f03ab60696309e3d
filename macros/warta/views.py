"""What the templates of news may see."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from macros.dates import long_date
from macros.models.registers import Agency
from macros.publishing.trail import Trail
from macros.views.common import Link
from macros.warta.article import Article, PhotoFile
from macros.warta.metadata import Metadata
from macros.warta.models import Category, LinkedSource, Photo, Source
from macros.warta.sharing import ShareLink
from macros.warta.shelves import Shelves

POSTER = 1
"""The place of a poster's width among those of a photo."""


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo on a page: the folder of its files below the root, the file, its words."""

    folder: str
    berkas: PhotoFile
    foto: Photo

    @property
    def url(self) -> str:
        """The address of its largest JPEG."""
        return f"{self.folder}{quote(self.berkas.besar)}"

    @property
    def poster(self) -> str:
        """The address of the JPEG that stands where only one file can be named: no phone waits for the largest."""
        width = self.berkas.ukuran[: POSTER + 1][-1]
        return f"{self.folder}{quote(self.berkas.nama(width, 'jpg'))}"

    @property
    def lebar(self) -> int:
        """The width of that, in pixels."""
        return self.berkas.ukuran[-1]

    @property
    def tinggi(self) -> int:
        """The height of that, in pixels."""
        return self.berkas.tinggi_pada(self.lebar)

    def srcset(self, ending: str, root: str) -> str:
        """All widths in one format, for a page from which `root` leads to the site's root."""
        return self.berkas.srcset(ending, f"{root}{self.folder}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day for people and for machines."""

    teks: str
    iso: str

    @classmethod
    def of(cls, day: date) -> Day:
        """A day as both."""
        return cls(long_date(day), day.isoformat())


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of news in a list."""

    url: str
    judul: str
    tanggal: Day
    kategori: Category
    ringkasan: str | None
    sumber: LinkedSource | None
    """Where a brief links to; None for an article."""
    foto: PhotoView | None
    diralat: bool
    ditarik: bool


@dataclass(frozen=True)
class ArticleView:
    """A piece of news on its own page. What was withdrawn keeps its title, date and reason only."""

    kartu: Card
    artikel: Article
    isi: Markup
    terbit: Day
    ditarik: tuple[Day, str] | None
    perangkat_daerah: tuple[Agency, ...]
    foto: tuple[PhotoView, ...]
    sumber: tuple[Source, ...]
    terkait: tuple[Card, ...]
    lebih_baru: Link | None
    lebih_lama: Link | None
    bagikan: tuple[ShareLink, ...]
    alur: Trail | None
    """The steps that it took; None where none are recorded."""
    metadata: Metadata | None
    """Facts for search engines; None where it was withdrawn."""


def photo_views(article: Article) -> tuple[PhotoView, ...]:
    """The photos that its file lists, in that order."""
    return tuple(PhotoView(article.alamat, article.photos[photo.berkas], photo) for photo in article.isi.foto)


def card(article: Article, categories: Mapping[str, Category], today: date) -> Card:
    """An article as it stands in lists; of one that was withdrawn only what its page shows."""
    item = article.isi
    gone = item.ditarik(today)
    brief = article.kilas
    return Card(
        url=article.alamat,
        judul=article.judul,
        tanggal=Day.of(item.tanggal),
        kategori=categories[item.kategori],
        ringkasan=article.artikel.ringkasan if article.artikel and not gone else None,
        sumber=brief.sumber[0] if brief and not gone else None,
        foto=photo_views(article)[0] if item.foto and not gone else None,
        diralat=bool(item.ralat) and not gone,
        ditarik=gone,
    )


def article_view(
    shelves: Shelves,
    place: int,
    cards: Mapping[str, Card],
    agencies: Mapping[str, Agency],
    metadata: Metadata,
    shares: Iterable[ShareLink],
    steps: Trail | None = None,
) -> ArticleView:
    """The article at `place`, with what stands around it."""
    article = shelves.articles[place]
    item = article.isi
    assert item.terbit  # what is public has its day
    gone = item.penarikan if item.ditarik(shelves.today) else None
    return ArticleView(
        kartu=cards[article.alamat],
        artikel=article,
        isi=Markup("" if gone else article.body.html),  # noqa: S704 - cleaned by an allow list when it was made
        terbit=Day.of(item.terbit),
        ditarik=(Day.of(gone.tanggal), gone.alasan) if gone else None,
        perangkat_daerah=tuple(agencies[agency] for agency in item.perangkat_daerah),
        foto=() if gone else photo_views(article),
        sumber=() if gone else item.sumber,
        terkait=() if gone else tuple(cards[other.alamat] for other in shelves.related(place)),
        lebih_baru=_link(shelves.articles[place - 1]) if place else None,
        lebih_lama=_link(shelves.articles[place + 1]) if place + 1 < len(shelves.articles) else None,
        bagikan=() if gone else tuple(shares),
        alur=None if gone else steps,
        metadata=None if gone else metadata,
    )


def _link(article: Article) -> Link:
    return Link(article.judul, article.alamat)
