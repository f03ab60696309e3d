"""What is new in the news, as feeds: of all, and of each category."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from urllib.parse import quote

from macros.dates import long_date
from macros.feeds import Enclosure, Feed, Item
from macros.warta.article import Article, PhotoFile
from macros.warta.lists import ROOT
from macros.warta.models import Category
from macros.warta.shelves import Shelves

LIMIT = 50
"""Items in a feed at most."""


def feeds(name: str, shelves: Shelves, categories: Mapping[str, Category], publisher: str, site: str) -> Iterator[Feed]:
    """Every feed of the news that bears this name; that of a category is there before its first article."""

    def feed(folder: str, title: str, articles: Iterable[Article]) -> Feed:
        newest = sorted(articles, key=_published, reverse=True)[:LIMIT]
        items = tuple(_item(article, categories, publisher, shelves.today) for article in newest)
        updated = max((item.diperbarui for item in items), default=shelves.today)
        about = f"{title}: paling banyak {LIMIT} butir terbaru."
        return Feed(folder, folder, title, about, publisher, items, updated, site)

    yield feed(ROOT, name, shelves.articles)
    for category in categories.values():
        places = shelves.by_category.get(category.id, ())
        yield feed(f"{ROOT}kategori/{category.id}/", f"{name}: {category.nama}", shelves.pick(places))


def _published(article: Article) -> tuple[date, date]:
    """A reader of feeds wants what is new here, however old the event is."""
    assert article.isi.terbit  # what is public has its day
    return article.isi.terbit, article.isi.tanggal


def _item(article: Article, categories: Mapping[str, Category], publisher: str, today: date) -> Item:
    """One article; what was withdrawn says so to those who have received it already."""
    item = article.isi
    photo = None
    if item.penarikan and item.ditarik(today):
        title = f"Ditarik: {article.judul}"
        summary = f"Warta ini ditarik pada {long_date(item.penarikan.tanggal)}. Alasan: {item.penarikan.alasan}"
    else:
        title = article.judul
        photo = article.foto_utama
        if article.artikel:
            summary = article.artikel.ringkasan
        else:
            assert article.kilas
            source = article.kilas.sumber[0]
            summary = f"Kilas, {long_date(item.tanggal)}. Sumber: {source.penerbit}, {source.url}"
    return Item(
        alamat=article.alamat,
        judul=title,
        ringkasan=summary,
        terbit=_published(article)[0],
        diperbarui=item.diperbarui(today),
        penulis=item.penulis or publisher,
        kategori=(categories[item.kategori].nama, *item.tag),
        lampiran=_enclosure(article, photo) if photo else None,
    )


def _enclosure(article: Article, photo: PhotoFile) -> Enclosure:
    """The photo that leads an article."""
    file = photo.jadi(photo.ukuran[-1], "jpg")
    return Enclosure(f"{article.alamat}{quote(photo.besar)}", file.stat().st_size, "image/jpeg")
