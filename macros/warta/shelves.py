"""Public news in order, and by category, tag, agency and month: every list once, so that nothing is quadratic."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.warta.article import Article

Month = tuple[int, int]
"""Year and month."""

Index = Mapping[str, list[int]]
"""A key -> the places, in the order of `articles`, of those that bear it."""

RELATED = 4
"""So many articles are named as related, at most."""

NEAREST = 12
"""So many neighbours on each side are looked at for each key that an article bears: a long list costs no more."""

WEIGHTS = {"tag": 3, "agency": 2, "category": 1}
"""What two articles have in common counts by how much it narrows down."""


@dataclass(frozen=True)
class Shelves:
    """The articles that are public on a day, the newest first."""

    articles: tuple[Article, ...]
    today: date

    @classmethod
    def of(cls, articles: Iterable[Article], today: date) -> Shelves:
        """The shelves of one day: drafts and plans stay away."""
        public = [article for article in articles if article.isi.tampil(today)]
        public.sort(key=lambda article: article.alamat)
        public.sort(key=lambda article: (article.isi.tanggal, article.isi.terbit), reverse=True)
        return cls(tuple(public), today)

    def pick(self, places: Iterable[int]) -> list[Article]:
        """The articles at some places."""
        return [self.articles[place] for place in places]

    @cached_property
    def by_category(self) -> Index:
        """Category -> its articles."""
        return self._index(lambda article: (article.isi.kategori,))

    @cached_property
    def by_tag(self) -> Index:
        """Tag -> its articles."""
        return self._index(lambda article: article.isi.tag)

    @cached_property
    def by_agency(self) -> Index:
        """Agency -> the articles about it."""
        return self._index(lambda article: article.isi.perangkat_daerah)

    @cached_property
    def by_month(self) -> Mapping[Month, list[int]]:
        """Year and month -> the articles of that month, the newest month first."""
        grouped: dict[Month, list[int]] = defaultdict(list)
        for place, article in enumerate(self.articles):
            grouped[article.isi.tanggal.year, article.isi.tanggal.month].append(place)
        return grouped

    def _index(self, keys: Callable[[Article], Iterable[str]]) -> Index:
        grouped: dict[str, list[int]] = defaultdict(list)
        for place, article in enumerate(self.articles):
            for key in keys(article):
                grouped[key].append(place)
        return grouped

    def related(self, place: int) -> list[Article]:
        """The articles that have most in common with the one at `place`, of equals the nearest in time."""
        item = self.articles[place].isi
        keys = [(self.by_tag[tag], WEIGHTS["tag"]) for tag in item.tag]
        keys += [(self.by_agency[agency], WEIGHTS["agency"]) for agency in item.perangkat_daerah]
        keys.append((self.by_category[item.kategori], WEIGHTS["category"]))
        common: dict[int, int] = defaultdict(int)
        for places, weight in keys:
            at = bisect_left(places, place)
            for other in places[max(at - NEAREST, 0) : at + NEAREST + 1]:
                common[other] += weight
        del common[place]
        best = sorted(common, key=lambda other: (-common[other], abs(other - place), other))
        current = (other for other in best if not self.articles[other].isi.ditarik(self.today))
        return self.pick(other for other, _ in zip(current, range(RELATED), strict=False))
