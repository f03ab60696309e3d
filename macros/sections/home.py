"""The home page: five errands on one screen of a phone, then what is new, then the portal in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.dates import long_date
from macros.pages import Page
from macros.portal import Portal
from macros.ppid.dip import Dip
from macros.rendering import render
from macros.statistik.views import Headline
from macros.views.catalogue import Figures
from macros.warta.views import Card

NEWEST_NEWS = 3
NEWEST_DOCUMENTS = 5
"""How many of the newest stand on the page: enough to show that the portal lives, few enough for a slow link."""


@dataclass(frozen=True)
class Newest:
    """An entry of the public-information list, as the home page names it."""

    url: str
    judul: str
    perangkat_daerah: str
    tanggal: str


@dataclass(frozen=True)
class Region:
    """The newest figures of the region; nothing where no figures are loaded."""

    nama: str
    angka: tuple[Headline, ...]


def newest_documents(dip: Dip, portal: Portal) -> tuple[Newest, ...]:
    """The entries published last; of those of one day, in the list's order."""
    dated = sorted((item for item in dip.listed if item.terbit), key=lambda item: item.terbit or date.min, reverse=True)
    return tuple(
        Newest(
            f"ppid/informasi/{item.id}/",
            item.judul,
            portal.agencies[item.perangkat_daerah].singkat,
            long_date(item.terbit),
        )
        for item in dated[:NEWEST_DOCUMENTS]
    )


def home(news: tuple[Card, ...], dip: Dip, portal: Portal, figures: Figures, region: Region) -> Page:
    """The page at the site's root; `news` are the public articles, the newest first.

    What was withdrawn stays in the lists, but is no news.
    """
    shown = [card for card in news if not card.ditarik]
    html = render(
        "beranda.html",
        "",
        warta=shown[:NEWEST_NEWS],
        dokumen=newest_documents(dip, portal),
        angka=figures,
        daerah=region,
        butir=len(dip.listed),
        berita=len(news),
    )
    who = portal.settings.sebutan
    summary = f"Warta, informasi publik, dan prosedur kerja {who}: cari, baca, minta, dan unduh."
    return Page("", "Beranda", summary, html)
