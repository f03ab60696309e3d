"""All news, read once and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from macros.portal import Portal
from macros.warta.article import Article, Link
from macros.warta.magazines import Magazine, read_magazines
from macros.warta.markdown import Memory
from macros.warta.models import Category, CategoryRegister
from macros.warta.reading import WartaReader
from macros.warta.rules import Known, check_categories
from macros.warta.videos import Video, read_videos

DATA_FOLDER = "warta_data"


@dataclass(frozen=True)
class Warta:
    """Everything under `warta_data/`, free of mistakes; drafts too."""

    categories: Mapping[str, Category]
    """By id, in the register's order."""
    articles: tuple[Article, ...]
    """By file name."""
    root: Path
    """The project's folder."""
    magazines: tuple[Magazine, ...] = ()
    """By number."""
    videos: tuple[Video, ...] = ()
    """By file name."""

    def as_of(self, moment: datetime) -> Warta:
        """The same without what appears later on that day."""
        return replace(
            self,
            articles=tuple(replace(item, isi=item.isi.menurut(moment)) for item in self.articles),
            magazines=tuple(replace(item, isi=item.isi.menurut(moment)) for item in self.magazines),
            videos=tuple(replace(item, isi=item.isi.menurut(moment)) for item in self.videos),
        )

    def with_drafts(self, today: date) -> Warta:
        """The same with all that is not public yet, as it will look."""
        return replace(
            self,
            articles=tuple(replace(item, isi=item.isi.dipratinjau(today)) for item in self.articles),
            magazines=tuple(replace(item, isi=item.isi.dipratinjau(today)) for item in self.magazines),
            videos=tuple(replace(item, isi=item.isi.dipratinjau(today)) for item in self.videos),
        )

    @property
    def links(self) -> Iterator[tuple[str, Link]]:
        """Every link into the site, with the file that it stands in."""
        for article in self.articles:
            yield from ((article.berkas, link) for link in article.body.links)
        for video in self.videos:
            yield from ((f"{DATA_FOLDER}/video/{video.id}.md", link) for link in video.transkrip.links)


def load_warta(root: Path, portal: Portal | None, memory: Memory | None = None) -> Warta:
    """Everything under `root/warta_data`; raises ContentError with every mistake in it.

    A project without this folder has no news. Without a portal (its own files have mistakes) ids of agencies
    are not checked. With a `memory` texts that were converted before are not converted again.
    """
    data = root / DATA_FOLDER
    if not data.is_dir():
        return Warta({}, (), root)
    reader = WartaReader(root, portal.shared if portal else None, memory)
    register = reader.register(reader.own_or_shared(data / "kategori.yml"), CategoryRegister, check_categories)
    categories = {category.id: category for category in register.kategori} if register else None
    known = Known(categories, portal.agencies.keys(), portal.routes) if portal else Known(categories, None)
    articles = tuple(reader.articles(data / "artikel", known))
    magazines = read_magazines(reader, data / "majalah", articles, known.routes)
    by_number = sorted(magazines, key=lambda item: item.isi.nomor)
    videos = tuple(read_videos(reader, data / "video", known, portal.sops if portal else None))
    reader.develop()
    reader.raise_problems()
    return Warta(categories or {}, articles, root, tuple(by_number), videos)
