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
            isi=(article.artikel.ringkasan,) if article.artikel and not gone else (),
            jenis=KIND,
            meta={"keterangan": f"{long_date(item.tanggal)} · {kind}{state}"},
            tersirat="" if gone else _further(article, categories, agencies),
        )


def _further(article: Article, categories: Mapping[str, Category], agencies: Mapping[str, Agency]) -> str:
    """The text, and the names of its category, its tags and its agencies."""
    item = article.isi
    names = (agencies[agency].nama for agency in item.perangkat_daerah)
    return " · ".join((text_of(article.body.html), categories[item.kategori].nama, *item.tag, *names))
