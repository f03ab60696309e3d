"""What the search knows of the news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.dates import long_date
from macros.models.registers import Agency
from macros.search import Record, text_of
from macros.warta.article import Article
from macros.warta.models import Category
from macros.warta.shelves import Shelves

KIND = "warta"

LONGEST = 1500
"""Characters of an article's text that are searched. News begins with what matters; whole articles would make the
index of common words several times as large, and every search fetches a part of it."""


def news_records(
    shelves: Shelves, categories: Mapping[str, Category], agencies: Mapping[str, Agency]
) -> Iterator[Record]:
    """One record for each public piece of news; of one that was withdrawn its title only."""
    for article in shelves.articles:
        item = article.isi
        gone = item.ditarik(shelves.today)
        kind = "kilas" if article.kilas else categories[item.kategori].nama
        state = " · ditarik" if gone else ""
        yield Record(
            alamat=article.alamat,
            judul=article.judul,
            isi=() if gone else tuple(_texts(article, categories, agencies)),
            jenis=KIND,
            meta={"keterangan": f"{long_date(item.tanggal)} · {kind}{state}"},
        )


def _texts(article: Article, categories: Mapping[str, Category], agencies: Mapping[str, Agency]) -> Iterator[str]:
    item = article.isi
    if article.artikel:
        yield article.artikel.ringkasan
    text = text_of(article.body.html)
    if text:
        yield text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
    names = (agencies[agency].nama for agency in item.perangkat_daerah)
    yield " · ".join(dict.fromkeys((categories[item.kategori].nama, *item.tag, *names)))
