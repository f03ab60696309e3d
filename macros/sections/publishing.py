"""The page that shows how content reaches the public, and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.models.publishing import Kind
from macros.pages import Asset, Page
from macros.ppid.models.information import Information
from macros.publishing.models import Reviewed
from macros.publishing.routes import Routes
from macros.rendering import render
from macros.statistik.content import Statistics
from macros.views.publishing import NAMES, STATES, RouteView, route_views, times_csv
from macros.warta.section import WartaSection

ADDRESS = "penerbitan/"
FIGURES = f"{ADDRESS}waktu.csv"


def public_content(
    warta: WartaSection, entries: Iterable[Information], statistics: Statistics
) -> Mapping[Kind, Sequence[Reviewed]]:
    """Kind -> all that is public of it."""
    return {
        "artikel": [item.artikel for item in warta.shelves.articles if item.artikel],
        "majalah": [item.isi for item in warta.magazines.public],
        "video": [item.isi for item in warta.videos.public],
        "informasi publik": tuple(entries),
        "indikator": tuple(statistics.indicators.values()),
        "profil": (statistics.profile,) if statistics.profile else (),
    }


@dataclass(frozen=True)
class Publishing:
    """What the SOPs ask for before anything is public, and how long it took so far."""

    routes: Routes
    taken: Mapping[Kind, Sequence[Reviewed]]
    """Kind -> its public content."""

    @cached_property
    def views(self) -> tuple[RouteView, ...]:
        """Every way to the public."""
        return route_views(self.routes, self.taken)

    def pages(self) -> Iterator[Page]:
        """The one page."""
        summary = "Langkah SOP yang dijalani setiap isi portal sebelum terbit, siapa yang mengerjakan, dan lamanya."
        free = [(NAMES[kind], reason) for kind, reason in self.routes.free.items()]
        html = render("penerbitan/halaman.html", ADDRESS, jalan=self.views, bebas=free, keadaan=STATES, data=FIGURES)
        yield Page(ADDRESS, "Alur penerbitan", summary, html)

    def assets(self) -> Iterator[Asset]:
        """The figures."""
        yield Asset(FIGURES, times_csv(self.views).encode("utf-8-sig"))
