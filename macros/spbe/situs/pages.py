"""The pages of monitoring: overview, method, one page for each period, the history of each agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property, partial
from typing import Any

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.models.registers import Agency
from macros.pages import Asset, Page
from macros.rendering import render
from macros.spbe.content import Spbe
from macros.spbe.situs.manners import CHECKS, LINKS, PRODUCT
from macros.spbe.situs.models import FollowUp
from macros.spbe.situs.opendata import ROOT, blank_form, form_address, index_file, period_files
from macros.spbe.situs.reading import Period
from macros.spbe.situs.scoring import AgencyScore, FollowUpState, PeriodResult, Ranked, score_period
from macros.views.common import Link

METHOD = f"{ROOT}metode/"
AGENCIES = f"{ROOT}perangkat-daerah/"

TOP = 10
"""So many places of the newest ranking stand on the overview."""

BANDS = (0, 20, 40, 60, 80)
"""Where the bands of the distribution begin; the last one holds 100, too."""

MOST_FORMS = 4
"""A chart tells so many series apart; with more forms, the newest are drawn."""


@dataclass(frozen=True)
class Chapter:
    """One period in the history of an agency."""

    hasil: PeriodResult
    nilai: AgencyScore | None
    tempat: Ranked | None
    tindak_lanjut: FollowUpState


@dataclass(frozen=True)
class SitePages:
    """Made from all periods on one day."""

    spbe: Spbe
    agencies: Mapping[str, Agency]
    """The register's agencies by id; older periods may be about former ones."""
    present: Mapping[str, Agency]
    """Those of them that there are today: whoever has no score yet is told among them."""
    today: date
    sop: tuple[Link, ...] = ()
    """The SOPs that govern monitoring."""
    agency_pages: bool = False
    """Whether each agency of the register has a page of its own."""

    @cached_property
    def results(self) -> tuple[PeriodResult, ...]:
        """Every period, scored, the oldest first."""
        everyone = {**self.agencies, **self.spbe.sample_agencies}
        return tuple(score_period(period, everyone) for period in self.spbe.periods)

    @cached_property
    def newest(self) -> PeriodResult | None:
        """The newest period that is over; else the newest."""
        done = [result for result in self.results if not result.sementara]
        return next(iter(reversed(done or self.results)), None)

    @cached_property
    def histories(self) -> Mapping[str, tuple[Chapter, ...]]:
        """Agency -> its periods, the oldest first; only agencies that were ever scored or advised."""
        found: dict[str, list[Chapter]] = {}
        for result in self.results:
            advised: dict[str, list[FollowUp]] = {}
            for row in result.periode.tindak_lanjut:
                advised.setdefault(row.perangkat_daerah, []).append(row)
            for id_ in dict.fromkeys((*result.nilai, *advised)):
                state = FollowUpState(tuple(advised.get(id_, ())), self.today)
                found.setdefault(id_, []).append(Chapter(result, result.nilai.get(id_), result.tempat.get(id_), state))
        return {id_: tuple(chapters) for id_, chapters in found.items()}

    @cached_property
    def chart(self) -> Figure | None:
        """The mean of every period with a ranking."""
        known = [result for result in self.results if result.rata_rata is not None]
        if not known:
            return None
        values = {result.periode.id: result.rata_rata for result in known}
        return self._over_time("rata-rata", "Rata-rata nilai situs menurut periode", values, f"{ROOT}grafik/")

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield self._page(
            ROOT,
            "Pemantauan situs",
            "Hasil monitoring dan evaluasi situs perangkat daerah: peringkat, riwayat dan tindak lanjut.",
            "spbe/situs.html",
            hasil=tuple(reversed(self.results)),
            terbaru=self.newest,
            teratas=self.newest.peringkat[:TOP] if self.newest else (),
            grafik=self.chart,
            tindak_lanjut={result.periode.id: self._follow_up(result.periode) for result in self.results},
        )
        yield self._page(
            METHOD,
            "Metode pemantauan situs",
            "Kriteria, bobot, hitungan, dan apa yang terlihat mesin.",
            "spbe/situs-metode.html",
            formulir=tuple((form, form_address(form)) for form in reversed(list(self.spbe.forms.values()))),
            pemeriksaan=CHECKS,
            pemeriksa=PRODUCT,
            tautan=LINKS,
        )
        for result in self.results:
            yield self._period(result)
        for id_, chapters in self.histories.items():
            yield self._agency(id_, chapters)

    def assets(self) -> Iterator[Asset]:
        """Blank forms, open data, data of charts."""
        for form in self.spbe.forms.values():
            yield blank_form(form, self.present.values())
        if self.results:
            yield index_file(self.results)
        for result in self.results:
            yield from period_files(result)
            if chart := self._distribution(result):
                yield chart.asset
        if self.chart:
            yield self.chart.asset
        for id_, chapters in self.histories.items():
            if history := self._history(id_, chapters):
                yield history.asset

    def _page(self, address: str, title: str, summary: str, template: str, **context: Any) -> Page:
        """A page whose HTML is made when it is written."""
        shared = {"sop": self.sop, "hari_ini": self.today, "register": self.agencies if self.agency_pages else {}}
        html = partial(render, template, address, **shared, **context)
        return Page(address, title, summary, html)

    def _period(self, result: PeriodResult) -> Page:
        period = result.periode
        missing = [agency for id_, agency in self.present.items() if id_ not in result.nilai]
        return self._page(
            period.alamat,
            f"Pemantauan situs {period.isi.nama}",
            f"Peringkat {len(result.peringkat)} situs perangkat daerah, {period.isi.nama}, dengan hitungannya.",
            "spbe/situs-periode.html",
            hasil=result,
            belum=() if period.contoh else tuple(missing),
            grafik=self._distribution(result),
            tindak_lanjut=self._follow_up(period),
            nama={**self.agencies, **self.spbe.sample_agencies},
            kriteria=result.kriteria,
        )

    def _agency(self, id_: str, chapters: tuple[Chapter, ...]) -> Page:
        agency = self.agencies.get(id_) or self.spbe.sample_agencies[id_]
        return self._page(
            f"{AGENCIES}{id_}/",
            f"Riwayat situs {agency.nama}",
            f"Nilai situs {agency.nama} pada setiap periode, dengan hitungan dan tindak lanjutnya.",
            "spbe/situs-pd.html",
            perangkat_daerah=agency,
            riwayat=tuple(reversed(chapters)),
            grafik=self._history(id_, chapters),
            contoh=id_ in self.spbe.sample_agencies,
        )

    def _follow_up(self, period: Period) -> FollowUpState:
        return FollowUpState(period.tindak_lanjut, self.today)

    def _history(self, id_: str, chapters: tuple[Chapter, ...]) -> Figure | None:
        """The sums of one agency over the periods in which it was judged completely."""
        values = {chapter.hasil.periode.id: chapter.tempat.nilai.jumlah for chapter in chapters if chapter.tempat}
        if not values:
            return None
        return self._over_time("riwayat", "Nilai situs menurut periode", values, f"{AGENCIES}{id_}/")

    def _over_time(self, id_: str, title: str, values: Mapping[str, Decimal | None], folder: str) -> Figure:
        """Columns along the periods; values of different forms are different series, for they do not compare."""
        periods = {period.id: period for period in self.spbe.periods}
        forms = list(dict.fromkeys(periods[name].formulir.id for name in values))[-MOST_FORMS:]
        shown = [name for name in values if periods[name].formulir.id in forms]
        series = tuple(
            Series(
                self.spbe.forms[form].nama,
                tuple(values[name] if periods[name].formulir.id == form else None for name in shown),
                "dari 100",
            )
            for form in forms
        )
        sample = " (contoh)" if any(periods[name].contoh for name in shown) else ""
        years = sorted({periods[name].isi.sampai.year for name in shown})
        chart = Chart(
            id=id_,
            judul=f"{title}{sample}",
            jenis="kolom",
            judul_kategori="Periode",
            kategori=tuple(periods[name].isi.nama for name in shown),
            seri=series,
            sumber=f"Pemantauan situs perangkat daerah{sample}",
            tahun=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
            bagian=True,
        )
        return figure(chart, folder)

    def _distribution(self, result: PeriodResult) -> Figure | None:
        """How many agencies of a ranking lie in each band of sums."""
        if not result.peringkat:
            return None
        period = result.periode
        counts = [0] * len(BANDS)
        for item in result.peringkat:
            counts[max(index for index, lowest in enumerate(BANDS) if item.nilai.jumlah >= lowest)] += 1
        ends = (*(f"sampai di bawah {limit}" for limit in BANDS[1:]), "sampai 100")
        sample = " (contoh)" if period.contoh else ""
        chart = Chart(
            id="sebaran",
            judul=f"Sebaran nilai situs, {period.isi.nama}{sample}",
            jenis="batang",
            judul_kategori="Nilai",
            kategori=tuple(f"{begin} {end}" for begin, end in zip(BANDS, ends, strict=True)),
            seri=(Series("Perangkat daerah", tuple(counts), "perangkat daerah"),),
            sumber=f"Pemantauan situs perangkat daerah, {period.isi.penilai}{sample}",
            tahun=str(period.isi.sampai.year),
            bagian=True,
        )
        return figure(chart, f"{period.alamat}grafik/")
