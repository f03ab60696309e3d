"""The part of the site made from figures: the profile, the districts, the charts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.charts.file import svg_file
from macros.models.sop import Sop
from macros.pages import Asset, FileAsset, Page, Printable
from macros.portal import Portal
from macros.rendering import render
from macros.schema import schema_text
from macros.search import Record
from macros.statistik.content import DATA_FOLDER, Statistics
from macros.statistik.datasets import CHARTS, DISTRICTS, PROFILE, indicator_file
from macros.statistik.export import figures_csv, indicators_json, places_csv
from macros.statistik.models.opendata import OpenIndicators
from macros.statistik.models.settings import PageSettings
from macros.statistik.models.territory import Territory
from macros.statistik.paper import BOOKLET, POSTER, POSTER_PICTURE, booklet, poster
from macros.statistik.profile_view import ProfileView
from macros.statistik.records import figure_records
from macros.statistik.views import Headline, IndicatorView
from macros.views.opendata import data_keys

FIGURES = f"{CHARTS}indikator"
"""Address of all figures, without the ending."""
PLACES = f"{DISTRICTS}wilayah.csv"
SHAPES = f"{DISTRICTS}batas.geojson"


@dataclass(frozen=True)
class StatisticsSection:
    """The pages and files made from figures."""

    statistics: Statistics
    portal: Portal
    agency_pages: Collection[str] = ()
    """Addresses of pages of agencies, which districts link to."""
    printed: frozenset[str] = frozenset()
    """Addresses of the printed documents that there are."""

    @cached_property
    def views(self) -> Mapping[str, IndicatorView]:
        """Every indicator as pages show it, by id."""
        items = self.statistics.indicators.items()
        return {id_: IndicatorView(item, self.statistics, self.portal) for id_, item in items}

    @cached_property
    def profile(self) -> ProfileView | None:
        """The profile; None without data."""
        territory = self.statistics.territory
        return ProfileView(self.statistics, territory, self.views, self._offices(territory)) if territory else None

    def _offices(self, territory: Territory) -> Mapping[str, str]:
        """Offices of districts -> where the site tells of them."""
        ids = (district.perangkat_daerah for district in territory.kecamatan if district.perangkat_daerah)
        addresses = {id_: f"ppid/daftar/perangkat-daerah/{id_}/" for id_ in ids}
        return {id_: address for id_, address in addresses.items() if address in self.agency_pages}

    def headlines(self) -> tuple[Headline, ...]:
        """The newest figures that the home page shows."""
        chosen = self.statistics.settings.beranda if self.statistics.settings else ()
        return tuple(head for id_ in chosen if (head := self.views[id_].terkini))

    @property
    def nama(self) -> str:
        """Short name of the region; empty without data."""
        return self.statistics.territory.singkat if self.statistics.territory else ""

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        if self.profile is None:
            yield _page(PROFILE, "Selayang Pandang", "Profil wilayah dalam angka.", "statistik/kosong.html")
            yield _page(CHARTS, "Infografis", "Angka dan grafik wilayah.", "statistik/kosong.html")
            return
        yield self._profile(self.profile)
        yield self._districts(self.profile)
        yield self._charts()
        for view in self.views.values():
            yield self._indicator(view)

    def _profile(self, profile: ProfileView) -> Page:
        title = f"Selayang Pandang {profile.wilayah.singkat}"
        summary = f"Profil {profile.wilayah.nama}: identitas, sejarah, wilayah, penduduk, ekonomi dan budaya."
        sop = self._sop("selayang_pandang")
        link = BOOKLET if BOOKLET in self.printed else None
        contents = [(chapter.id, chapter.judul) for chapter in profile.bagian]
        contents += [("wilayah", "Kecamatan, desa dan kelurahan"), ("sumber", "Sumber")]
        return _page(
            PROFILE,
            title,
            summary,
            "statistik/selayang-pandang.html",
            profil=profile,
            sop=sop,
            pdf_url=link,
            isi=contents,
        )

    def _districts(self, profile: ProfileView) -> Page:
        counts = profile.jumlah
        title = f"Kecamatan di {profile.wilayah.singkat}"
        summary = f"{counts.kecamatan} kecamatan, {counts.desa} desa dan {counts.kelurahan} kelurahan beserta kodenya."
        files = {"csv_url": PLACES, "geojson_url": SHAPES if self.statistics.shapes else None}
        sop = self._sop("selayang_pandang")
        return _page(DISTRICTS, title, summary, "statistik/kecamatan.html", profil=profile, sop=sop, **files)

    def _charts(self) -> Page:
        groups = [
            (group, [view for view in self.views.values() if view.item.kelompok == group.id])
            for group in self.statistics.groups.values()
        ]
        return _page(
            CHARTS,
            f"Infografis {self.nama}",
            f"{len(self.views)} indikator {self.nama} dengan grafik, tabel, sumber dan tahunnya.",
            "statistik/infografis.html",
            kelompok=[(group, views) for group, views in groups if views],
            isi=[(group.id, f"{group.nama} ({len(views)})") for group, views in groups if views],
            nama=self.nama,
            jumlah=len(self.views),
            lain=[view for view in self.views.values() if view.lain],
            sop=self._sop("infografis"),
            gambar_url=POSTER_PICTURE if POSTER_PICTURE in self.printed else None,
            pdf_url=POSTER if POSTER in self.printed else None,
            berkas=FIGURES,
        )

    def _indicator(self, view: IndicatorView) -> Page:
        title = f"{view.item.nama}, {self.nama}"
        head = view.terkini
        newest = f" Terkini {head.nilai} {head.satuan} ({head.tahun})." if head else ""
        summary = f"{view.item.nama} di {self.nama}: angka menurut tahun, sumber dan metadatanya.{newest}"
        sop = self._sop("infografis")
        return _page(view.url, title, summary, "statistik/indikator.html", lihat=view, nama=self.nama, sop=sop)

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a page -> ids of the SOPs that govern it, as the settings say."""
        charts = (CHARTS, *(view.url for view in self.views.values()))
        parts = {PROFILE: "selayang_pandang", DISTRICTS: "selayang_pandang", **dict.fromkeys(charts, "infografis")}
        found = {address: self._sop(part) for address, part in parts.items()}
        return {address: (sop.id,) for address, sop in found.items() if sop}

    def _sop(self, part: str) -> Sop | None:
        """The SOP that governs a part."""
        settings: PageSettings | None = getattr(self.statistics.settings, part, None)
        return self.portal.sops[settings.sop] if settings and settings.sop else None

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part; those of all indicators and places are there without any, too."""
        territory = self.statistics.territory
        for id_, view in self.views.items():
            yield Asset(indicator_file(id_, "csv"), figures_csv((view.item,), self.statistics))
            if view.figur:
                yield Asset(indicator_file(id_, "svg"), svg_file(view.figur))
        yield Asset(f"{FIGURES}.csv", figures_csv(self.statistics.indicators.values(), self.statistics))
        yield Asset(f"{FIGURES}.json", indicators_json(self.statistics, self.portal.agencies))
        yield Asset(f"{FIGURES}.schema.json", schema_text(OpenIndicators).encode())
        yield Asset(PLACES, places_csv(self.statistics))
        if territory and territory.batas:
            yield Asset(SHAPES, (self.portal.root / DATA_FOLDER / territory.batas.berkas).read_bytes())

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        if self.profile:
            yield from figure_records(self.views.values(), self.profile)

    def printables(self, made: str) -> Iterator[Printable]:
        """Everything of this part that is printed; `made` is the day in words."""
        if self.profile:
            yield booklet(self.profile, tuple(self.views.values()), self._sop("selayang_pandang"), made)
            if self.statistics.settings and self.statistics.settings.lembar:
                yield poster(self.statistics.settings.lembar, self.profile, made)

    @staticmethod
    def data_keys(address: str) -> str:
        """The keys of `indikator.json`, for a prose page at `address`."""
        return render("kolom-data.html", address, skema=data_keys(OpenIndicators))


def _page(address: str, title: str, summary: str, template: str, **context: Any) -> Page:
    """A page whose HTML is made when it is written."""

    def html() -> str:
        return render(template, address, judul=title, **context)

    made: Callable[[], str] = html
    return Page(address, title, summary, made, render("statistik/kepala.html", address))
