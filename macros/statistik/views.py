"""What the pages of indicators show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from macros.charts.miniature import miniature
from macros.charts.model import Chart, ChartError
from macros.charts.scale import Drawing
from macros.charts.view import Figure, figure
from macros.models.registers import Agency
from macros.portal import Portal
from macros.publishing.trail import Trail, trail
from macros.statistik.citations import Citation, Reference, cited, references, source_text
from macros.statistik.content import Statistics
from macros.statistik.datasets import indicator_address, indicator_file
from macros.statistik.models.indicator import Datum, Indicator, Metadata, SeriesInfo, UndatedDatum
from macros.statistik.series import by_district, chart_of, district_figures, fullest_year, newest, parts_chart
from macros.views.common import decimal_text

UNDATED = "tidak disebut"
"""What stands for the year of a figure whose source names none."""


@dataclass(frozen=True)
class Headline:
    """A figure by itself, with all that it needs to be trusted."""

    nama: str
    url: str
    nilai: str
    satuan: str
    tahun: int
    keterangan: str
    """Its series and kind, as far as it has them."""
    sumber: tuple[Citation, ...]


@dataclass(frozen=True)
class Row:
    """One figure in the table of an indicator."""

    tahun: str
    wilayah: str
    nilai: str
    seri: str
    keadaan: str
    keterangan: tuple[str, ...]
    sumber: tuple[Citation, ...]


@dataclass(frozen=True)
class MetadataRow:
    """One field of the metadata; `isi` is None where nobody has laid it down."""

    nama: str
    isi: str | None


@dataclass(frozen=True)
class IndicatorView:
    """An indicator as pages and paper show it."""

    item: Indicator
    statistics: Statistics
    portal: Portal

    @property
    def url(self) -> str:
        """Address of its page."""
        return indicator_address(self.item.id)

    @property
    def csv_url(self) -> str:
        """Address of all its figures."""
        return indicator_file(self.item.id, "csv")

    @property
    def svg_url(self) -> str | None:
        """Address of its chart as a picture, where there is one."""
        return indicator_file(self.item.id, "svg") if self.figur else None

    @property
    def alur(self) -> Trail | None:
        """The steps that it took; None where none are recorded."""
        return trail(self.item, self.portal.routes.governed.get("indikator"))

    @property
    def satuan(self) -> str:
        """Its unit as printed."""
        return self.statistics.unit(self.item.satuan)

    @property
    def kelompok(self) -> str:
        """Name of its group."""
        return self.statistics.groups[self.item.kelompok].nama

    @cached_property
    def _drawn(self) -> Chart | ChartError:
        try:
            return chart_of(self.item, self.statistics)
        except ChartError as error:
            return error

    @cached_property
    def figur(self) -> Figure | None:
        """Its chart; None where it is refused."""
        return self._figure(self._drawn) if isinstance(self._drawn, Chart) else None

    @property
    def alasan(self) -> str:
        """Why there is no chart."""
        return self._drawn.alasan if isinstance(self._drawn, ChartError) else ""

    @cached_property
    def figur_rincian(self) -> Figure | None:
        """The parts of its newest detailed figure."""
        chart = parts_chart(self.item, self.statistics)
        return self._figure(chart) if chart else None

    @cached_property
    def miniatur(self) -> Drawing | None:
        """Its chart for a list."""
        return miniature(self._drawn) if isinstance(self._drawn, Chart) else None

    def _figure(self, chart: Chart) -> Figure:
        """A chart drawn; what can be downloaded beside it are all figures of the indicator, drawn or not."""
        return replace(figure(chart, self.url), csv_url=self.csv_url)

    @cached_property
    def terkini(self) -> Headline | None:
        """Its newest figure; None for figures of districts, and where all are doubtful."""
        datum = newest(self.item)
        return self.headline(datum) if datum else None

    def headline(self, datum: Datum) -> Headline:
        """One of its figures by itself."""
        return Headline(
            nama=self.item.nama,
            url=self.url,
            nilai=decimal_text(datum.nilai),
            satuan=self.satuan,
            tahun=datum.tahun,
            keterangan=", ".join(filter(None, (self._series(datum.seri), datum.keterangan))),
            sumber=cited(self.statistics.sources, datum.sumber),
        )

    @property
    def cakupan(self) -> str:
        """How many districts have a figure, and of which year; nothing for figures of the whole region."""
        if not by_district(self.item):
            return ""
        count = len(district_figures(self.item))
        return f"{count} dari {len(self.statistics.districts)} kecamatan, {fullest_year(self.item)}"

    @property
    def sumber_cakupan(self) -> tuple[Citation, ...]:
        """Sources of the figures that the coverage counts, each once."""
        ids = dict.fromkeys(id_ for datum in district_figures(self.item).values() for id_ in datum.sumber)
        return cited(self.statistics.sources, ids)

    @cached_property
    def baris(self) -> tuple[Row, ...]:
        """Every figure, oldest first; what has no year of its own comes last."""
        order = sorted(self.item.data, key=lambda datum: (datum.tahun, datum.wilayah or ""))
        return (*map(self._row, order), *map(self._undated, self.item.tanpa_tahun))

    @property
    def lain(self) -> tuple[Row, ...]:
        """Its figures that differ, are in doubt, or have no year."""
        return tuple(row for row in self.baris if row.keadaan)

    def _row(self, datum: Datum) -> Row:
        parts = ", ".join(f"{name} {decimal_text(value)}" for name, value in datum.rincian.items())
        return Row(
            tahun=str(datum.tahun),
            wilayah=self._district(datum.wilayah),
            nilai=decimal_text(datum.nilai),
            seri=self._series(datum.seri) or "",
            keadaan="" if datum.keadaan == "utama" else datum.keadaan,
            keterangan=tuple(filter(None, (datum.keterangan, parts, self._note(datum)))),
            sumber=cited(self.statistics.sources, datum.sumber),
        )

    def _note(self, datum: Datum) -> str | None:
        """The note on a figure, with the sources that it speaks of."""
        sources = source_text(cited(self.statistics.sources, datum.sumber_catatan))
        return f"{datum.catatan} ({sources})" if datum.catatan and sources else datum.catatan

    @property
    def sumber_catatan(self) -> tuple[Citation, ...]:
        """Sources that the note on the indicator speaks of."""
        return cited(self.statistics.sources, self.item.sumber_catatan)

    def _undated(self, datum: UndatedDatum) -> Row:
        years = {self.statistics.sources[id_].tahun for id_ in datum.sumber} - {None}
        told = f"tahun data tidak disebut; sumbernya dari {', '.join(sorted(map(str, years)))}"
        return Row(
            tahun=UNDATED,
            wilayah=self._district(datum.wilayah),
            nilai=decimal_text(datum.nilai),
            seri="",
            keadaan="tanpa tahun",
            keterangan=(told, datum.catatan),
            sumber=cited(self.statistics.sources, datum.sumber),
        )

    def _district(self, code: str | None) -> str:
        return self.statistics.districts[code].nama if code else ""

    def _series(self, id_: str | None) -> str | None:
        return next((info.nama for info in self.item.seri if info.id == id_), None)

    @property
    def sumber_utama(self) -> str:
        """The sources of what is drawn, in one line."""
        return self.figur.chart.sumber if self.figur else source_text(cited(self.statistics.sources, self.item.sumber))

    @property
    def ada_seri(self) -> bool:
        """Whether its figures are of several series."""
        return bool(self.item.seri)

    @property
    def ada_wilayah(self) -> bool:
        """Whether its figures are those of districts."""
        return by_district(self.item)

    @property
    def seri_bercatatan(self) -> tuple[SeriesInfo, ...]:
        """Its series that have a note."""
        return tuple(info for info in self.item.seri if info.catatan)

    @property
    def metadata(self) -> tuple[MetadataRow, ...]:
        """Its metadata, field by field."""
        return tuple(metadata_rows(self.item, self.satuan, self.portal.agencies))

    @property
    def acuan(self) -> tuple[Citation, ...]:
        """Where its metadata were read."""
        return cited(self.statistics.sources, self.item.metadata.acuan)

    @cached_property
    def sumber(self) -> tuple[Reference, ...]:
        """Every source of its figures and its metadata."""
        return references(self.statistics.sources, (*self.item.sumber, *self.item.metadata.acuan))


def metadata_rows(item: Indicator, unit: str, agencies: Mapping[str, Agency]) -> Iterator[MetadataRow]:
    """The fields of MS-Ind in its order, then those of MS-Var that an indicator has, too."""
    meta = item.metadata
    yield MetadataRow("Kode indikator", meta.kode)
    yield MetadataRow("Nama indikator", item.nama)
    yield MetadataRow("Konsep", meta.konsep)
    yield MetadataRow("Definisi", meta.definisi)
    yield MetadataRow("Interpretasi", meta.interpretasi)
    yield MetadataRow("Metode atau rumus penghitungan", meta.metode)
    yield MetadataRow("Ukuran", item.ukuran.capitalize())
    yield MetadataRow("Satuan", unit)
    yield MetadataRow("Klasifikasi penyajian", meta.klasifikasi_penyajian)
    yield MetadataRow("Indikator komposit", meta.komposit)
    yield MetadataRow("Indikator atau variabel pembangun", "; ".join(meta.pembangun) or None)
    yield MetadataRow("Level estimasi", meta.level_estimasi)
    yield MetadataRow("Dapat diakses umum", meta.akses_umum)
    yield MetadataRow("Referensi waktu", meta.referensi_waktu)
    yield MetadataRow("Periode", meta.periode)
    yield MetadataRow("Produsen data", producer(meta, agencies))


def producer(meta: Metadata, agencies: Mapping[str, Agency]) -> str | None:
    """Who produces the data; None where it is not laid down."""
    return agencies[meta.produsen].nama if meta.produsen else meta.produsen_lain
