"""News, videos and editions of the magazine for search engines: schema.org's words as JSON-LD.

A data block is never run, so that no Content-Security-Policy stands in its way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote

from macros.dates import iso_duration
from macros.search import text_of
from macros.warta.article import Article, PhotoFile
from macros.warta.magazines import Magazine
from macros.warta.models import Category
from macros.warta.videos import Video

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
        "publisher": _publisher(publisher, site),
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
        if item.foto:
            facts["image"] = [_picture(page, article.photos[photo.berkas]) for photo in item.foto]
    return facts


def _publisher(name: str, site: str) -> dict[str, str]:
    known = {"url": site} if site else {}
    return {"@type": "GovernmentOrganization", "name": name, **known}


def _picture(page: str, photo: PhotoFile) -> str:
    """The whole address of a photo on a page."""
    return f"{page}{quote(photo.besar)}"


def video_object(video: Video, publisher: str, site: str) -> Metadata:
    """The facts of one video, its transcript among them; where it is played, and its own file where there is one."""
    item = video.isi
    assert item.terbit  # what is public has its day
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": item.judul,
        "description": item.ringkasan,
        "uploadDate": item.terbit.isoformat(),
        "dateCreated": item.tanggal.isoformat(),
        "duration": iso_duration(item.detik),
        "transcript": text_of(video.transkrip.html),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "publisher": _publisher(publisher, site),
    }
    if item.youtube:
        facts["embedUrl"] = f"https://www.youtube-nocookie.com/embed/{item.youtube}"
    if site:
        page = f"{site}{video.alamat}"
        facts |= {"url": page, "thumbnailUrl": _picture(page, video.sampul)}
        if video.berkas:
            facts["contentUrl"] = f"{page}{quote(video.berkas.name)}"
    return facts


def publication_issue(
    magazine: Magazine,
    articles: Iterable[tuple[str, str]],
    documents: Iterable[str],
    names: tuple[str, str],
    site: str,
) -> Metadata:
    """The facts of one edition; `articles` are address and title of those that it shows, `documents` its PDFs.

    `names` are those of the magazine and of its publisher.
    """
    item = magazine.isi
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": item.judul,
        "issueNumber": item.nomor,
        "datePublished": f"{item.tahun}-{item.bulan:02}",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "Periodical", "name": names[0]},
        "publisher": _publisher(names[1], site),
        "hasPart": [
            {"@type": "Article", "headline": title, **({"url": f"{site}{address}"} if site else {})}
            for address, title in articles
        ],
    }
    if item.pengantar:
        facts["description"] = item.pengantar
    if site:
        page = f"{site}{magazine.alamat}"
        facts |= {"url": page, "image": _picture(page, magazine.sampul)}
        files = [
            {"@type": "MediaObject", "contentUrl": f"{site}{address}", "encodingFormat": "application/pdf"}
            for address in documents
        ]
        if files:
            facts["encoding"] = files
    return facts
