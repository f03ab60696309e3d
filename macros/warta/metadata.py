"""An article for search engines: schema.org's NewsArticle as JSON-LD."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from macros.warta.article import Article
from macros.warta.models import Category

Metadata = Mapping[str, Any]

HEADLINE = 110
"""Characters of a headline that search engines show."""


def news_article(article: Article, category: Category, publisher: str, site: str, today: date) -> Metadata:
    """The facts of one article; addresses only where the site's own (`site`, ending in a slash) is known."""
    item = article.isi
    assert item.terbit  # what is public has its day
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.judul if len(article.judul) <= HEADLINE else f"{article.judul[: HEADLINE - 1]}…",
        "datePublished": item.terbit.isoformat(),
        "dateModified": item.diperbarui(today).isoformat(),
        "inLanguage": "id",
        "articleSection": category.nama,
        "isAccessibleForFree": True,
        "publisher": {"@type": "GovernmentOrganization", "name": publisher},
        "author": {"@type": "Organization", "name": publisher},
    }
    if item.penulis:
        facts["author"] = {"@type": "Person", "name": item.penulis}
    if article.artikel:
        facts["description"] = article.artikel.ringkasan
    if article.kilas:
        facts["isBasedOn"] = [source.url for source in article.kilas.sumber]
    if item.tag:
        facts["keywords"] = list(item.tag)
    if item.ralat:
        facts["correction"] = [
            {"@type": "CorrectionComment", "text": change.uraian, "datePublished": change.tanggal.isoformat()}
            for change in item.ralat
        ]
    if site:
        page = f"{site}{article.alamat}"
        facts |= {"url": page, "mainEntityOfPage": page}
        facts["publisher"]["url"] = site
        if item.foto:
            facts["image"] = [f"{page}{quote(article.photos[photo.berkas].besar)}" for photo in item.foto]
    return facts
