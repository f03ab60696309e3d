"""What the pages of the profile and of the districts show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from macros.charts.maps import Area, choropleth
from macros.charts.view import Figure, figure
from macros.dates import long_date
from macros.statistik.citations import Citation, Reference, cited, references, source_text
from macros.statistik.content import Statistics
from macros.statistik.datasets import DISTRICTS
from macros.statistik.models.profile import Chapter, Event, Fact, Statement
from macros.statistik.models.territory import District, OtherCount, Territory
from macros.statistik.series import by_district, district_figures, fullest_year
from macros.statistik.views import IndicatorView
from macros.views.common import decimal_text


@dataclass(frozen=True)
class FactView:
    """A fact, or what another source says of the same."""

    nama: str
    isi: str
    url: str | None
    """Where it leads, if it is itself an address on the web."""
    tahun: int | None
    sumber: tuple[Citation, ...]
    catatan: str | None
    berbeda: tuple[FactView, ...] = ()


@dataclass(frozen=True)
class EventView:
    """Something that happened."""

    kapan: str
    teks: str
    peraturan: str | None
    sumber: tuple[Citation, ...]
    catatan: str | None


@dataclass(frozen=True)
class ChapterView:
    """A chapter: facts with a name, sentences, events, and the indicators that are drawn in it."""

    id: str
    judul: str
    fakta: tuple[FactView, ...]
    kalimat: tuple[FactView, ...]
    peristiwa: tuple[EventView, ...]
    indikator: tuple[IndicatorView, ...]


@dataclass(frozen=True)
class Counts:
    """How many districts and villages there are, by one source."""

    kecamatan: int
    desa: int
    kelurahan: int
    tahun: int
    sumber: tuple[Citation, ...]
    catatan: str | None = None

    @property
    def jumlah(self) -> int:
        """Villages of both kinds."""
        return self.desa + self.kelurahan


@dataclass(frozen=True)
class Column:
    """The figures of all districts for one indicator, of its fullest year."""

    indikator: IndicatorView
    tahun: int
    nilai: Mapping[str, str]
    """District code -> its figure; a district without one is missing."""


@dataclass(frozen=True)
class DistrictView:
    """A district in the table."""

    nomor: int
    kecamatan: District
    ibu_kota: tuple[Citation, ...]
    """Sources of its seat, where it is known."""
    url: str | None
    """Where the site tells of its office."""

    @property
    def anchor(self) -> str:
        """Its id on the page of districts."""
        return f"kecamatan-{self.kecamatan.kode.replace('.', '-')}"


@dataclass(frozen=True)
class ProfileView:
    """The profile of the region."""

    statistics: Statistics
    wilayah: Territory
    indikator: Mapping[str, IndicatorView]
    kantor: Mapping[str, str]
    """Id of an agency -> where the site tells of it."""

    @cached_property
    def bagian(self) -> tuple[ChapterView, ...]:
        """The chapters of the profile."""
        profile = self.statistics.profile
        return tuple(map(self._chapter, profile.bagian)) if profile else ()

    def _chapter(self, chapter: Chapter) -> ChapterView:
        return ChapterView(
            chapter.id,
            chapter.judul,
            tuple(self._fact(fact) for fact in chapter.fakta if fact.nama),
            tuple(self._fact(fact) for fact in chapter.fakta if not fact.nama),
            tuple(map(self._event, chapter.peristiwa)),
            tuple(self.indikator[id_] for id_ in chapter.indikator),
        )

    def _fact(self, fact: Fact) -> FactView:
        return replace(
            self._statement(fact, fact.nama or ""),
            berbeda=tuple(self._statement(other, "") for other in fact.berbeda),
        )

    def _statement(self, said: Statement, name: str) -> FactView:
        if said.nilai is not None:
            text = f"{decimal_text(said.nilai)} {self.statistics.unit(said.satuan or '')}"
        else:
            text = said.teks or said.kode or ""
        url = said.kode if said.kode and said.kode.startswith(("http://", "https://")) else None
        return FactView(name, text, url, said.tahun, self._cited(said.sumber), said.catatan)

    def _event(self, event: Event) -> EventView:
        when = long_date(event.tanggal) if event.tanggal else str(event.tahun)
        return EventView(when, event.teks, event.peraturan, self._cited(event.sumber), event.catatan)

    def _cited(self, ids: tuple[str, ...]) -> tuple[Citation, ...]:
        return cited(self.statistics.sources, ids)

    @cached_property
    def jumlah(self) -> Counts:
        """The districts and villages, counted from their list."""
        districts = self.wilayah.kecamatan
        return Counts(
            len(districts),
            sum(len(district.desa) for district in districts),
            sum(len(district.kelurahan) for district in districts),
            self.wilayah.tahun,
            self._cited(self.wilayah.sumber),
        )

    @property
    def jumlah_lain(self) -> tuple[Counts, ...]:
        """What other sources and years count."""

        def counts(other: OtherCount) -> Counts:
            sources = self._cited(other.sumber)
            return Counts(other.kecamatan, other.desa, other.kelurahan, other.tahun, sources, other.catatan)

        return tuple(map(counts, self.wilayah.jumlah_lain))

    @property
    def sumber_pulau(self) -> tuple[Citation, ...]:
        """Where the islands were read."""
        return self._cited(self.wilayah.pulau.sumber) if self.wilayah.pulau else ()

    @property
    def sumber_kode_bps(self) -> tuple[Citation, ...]:
        """Where the codes of BPS were read."""
        return self._cited(self.wilayah.sumber_kode_bps)

    @cached_property
    def kecamatan(self) -> tuple[DistrictView, ...]:
        """The districts, in the order of their codes as listed."""
        return tuple(
            DistrictView(
                number,
                district,
                self._cited(district.ibu_kota.sumber) if district.ibu_kota else (),
                self.kantor.get(district.perangkat_daerah or ""),
            )
            for number, district in enumerate(self.wilayah.kecamatan, 1)
        )

    @cached_property
    def kolom(self) -> tuple[Column, ...]:
        """Figures of districts, one column for each indicator that has any."""
        found = []
        for view in self.indikator.values():
            year = fullest_year(view.item) if by_district(view.item) else None
            if year is not None:
                values = {code: decimal_text(datum.nilai) for code, datum in district_figures(view.item).items()}
                found.append(Column(view, year, values))
        return tuple(found)

    @property
    def figur_kecamatan(self) -> tuple[Figure, ...]:
        """The charts of indicators that have figures of districts."""
        return tuple(column.indikator.figur for column in self.kolom if column.indikator.figur)

    @cached_property
    def peta(self) -> Figure | None:
        """The map, shaded by the first indicator that can be drawn for districts; None without shapes or figures."""
        column = next((column for column in self.kolom if column.indikator.figur), None)
        if not self.statistics.shapes or column is None or column.indikator.figur is None:
            return None
        figures = district_figures(column.indikator.item)
        areas = [
            Area(
                str(view.nomor),
                self.statistics.shapes[view.kecamatan.kode],
                figures[view.kecamatan.kode].nilai if view.kecamatan.kode in figures else None,
            )
            for view in self.kecamatan
        ]
        drawn = column.indikator.figur
        names = {view.kecamatan.nama: view.nomor for view in self.kecamatan}
        chart = replace(drawn.chart, id="peta-kecamatan", judul=f"Peta {drawn.chart.judul.lower()}")
        rows = sorted(((f"{names[name]}. {name}", cells) for name, cells in drawn.baris), key=_number)
        told = f"Peta {len(areas)} kecamatan; {drawn.uraian.partition('; ')[2]} Nomor di peta adalah nomor di tabel."
        return replace(
            figure(chart, DISTRICTS),
            gambar=choropleth(areas),
            uraian=told,
            baris=tuple(rows),
            csv_url=drawn.csv_url,
        )

    @property
    def peta_sampul(self) -> Figure | None:
        """The map for a cover: outlines alone."""
        if self.peta is None:
            return None
        areas = [Area("", self.statistics.shapes[view.kecamatan.kode]) for view in self.kecamatan]
        told = f"Bentuk {len(areas)} kecamatan."
        chart = replace(self.peta.chart, id="peta-sampul")
        return replace(self.peta, chart=chart, gambar=choropleth(areas), uraian=told)

    @property
    def sumber_batas(self) -> str:
        """Where the shapes of the map are from."""
        return source_text(self._cited(self.wilayah.batas.sumber)) if self.wilayah.batas else ""

    @cached_property
    def sumber(self) -> tuple[Reference, ...]:
        """Every source of the profile, without those of the list of districts."""
        profile = self.statistics.profile
        ids: list[str] = [*self.wilayah.sumber, *(self.wilayah.pulau.sumber if self.wilayah.pulau else ())]
        ids += (source for other in self.wilayah.jumlah_lain for source in other.sumber)
        for chapter in profile.bagian if profile else ():
            for fact in chapter.fakta:
                ids += (*fact.sumber, *(source for other in fact.berbeda for source in other.sumber))
            ids += (source for event in chapter.peristiwa for source in event.sumber)
            ids += (source for id_ in chapter.indikator for source in self.indikator[id_].item.sumber)
        return references(self.statistics.sources, ids)

    @cached_property
    def sumber_wilayah(self) -> tuple[Reference, ...]:
        """Every source of the list of districts and of their figures."""
        ids = [*self.wilayah.sumber, *self.wilayah.sumber_kode_bps]
        ids += self.wilayah.batas.sumber if self.wilayah.batas else ()
        ids += (
            source for view in self.kecamatan if view.kecamatan.ibu_kota for source in view.kecamatan.ibu_kota.sumber
        )
        ids += (source for column in self.kolom for source in column.indikator.item.sumber)
        return references(self.statistics.sources, ids)


def _number(row: tuple[str, tuple[str, ...]]) -> int:
    return int(row[0].partition(".")[0])
