"""Figures on paper: the booklet of the profile, and the infographic of one page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from macros.models.sop import Sop
from macros.pages import Printable
from macros.paper.styles import WEB
from macros.rendering import render
from macros.statistik.citations import references
from macros.statistik.datasets import CHARTS, PROFILE
from macros.statistik.models.settings import SheetSettings
from macros.statistik.profile_view import ProfileView
from macros.statistik.views import IndicatorView

BOOKLET = f"{PROFILE}selayang-pandang.pdf"
POSTER = f"{CHARTS}infografis.pdf"
POSTER_PICTURE = f"{CHARTS}infografis.png"

HERE = Path(__file__).parent
BOOKLET_STYLE = (WEB / "grafik.css", HERE / "buku.css")
POSTER_STYLE = (WEB / "grafik.css", HERE / "lembar.css")

FRONT = 2
"""Bookmarks before the first chapter: cover and contents."""


def booklet(profile: ProfileView, views: Sequence[IndicatorView], sop: Sop | None, made: str) -> Printable:
    """The profile as a booklet with cover, contents and page numbers."""
    title = f"Selayang Pandang {profile.wilayah.singkat}"
    numbered = partial(_booklet, profile, views, sop, made)
    return Printable(BOOKLET, title, numbered(()), BOOKLET_STYLE, bernomor=numbered)


def _booklet(
    profile: ProfileView, views: Sequence[IndicatorView], sop: Sop | None, made: str, pages: Sequence[int]
) -> str:
    chapters = [*(chapter.judul for chapter in profile.bagian), "Kecamatan, desa dan kelurahan"]
    chapters += ["Kinerja dalam angka"] if views else []
    chapters += ["Sumber"]
    places: Sequence[int | None] = pages[FRONT:] or [None] * len(chapters)
    used = {one.id for one in (*profile.sumber, *profile.sumber_wilayah)}
    used |= {id_ for view in views for id_ in view.item.sumber}
    return render(
        "statistik/kertas-selayang-pandang.html",
        "",
        profil=profile,
        indikator=views,
        grafik=[view.figur for view in views if view.figur and not view.ada_wilayah],
        lain=[view for view in views if view.lain],
        sop=sop,
        dibuat=made,
        daftar_isi=list(zip(chapters, places, strict=True)),
        sumber=references(profile.statistics.sources, used),
    )


def poster(settings: SheetSettings, profile: ProfileView, made: str) -> Printable:
    """The infographic of one page, as PDF and as a picture for sharing."""
    views = profile.indikator
    html = render(
        "statistik/kertas-infografis.html",
        "",
        judul=settings.judul,
        wilayah=profile.wilayah,
        angka=[head for id_ in settings.angka if (head := views[id_].terkini)],
        grafik=[figure for id_ in settings.grafik if (figure := views[id_].figur)],
        peta=profile.peta if settings.peta == "ya" else None,
        sumber_batas=profile.sumber_batas,
        dibuat=made,
    )
    return Printable(POSTER, settings.judul, html, POSTER_STYLE, penanda=False, gambar=POSTER_PICTURE)
