"""Figures as open data: CSV for spreadsheets, JSON with its schema for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from macros.export import inert
from macros.models.registers import Agency
from macros.statistik.content import Statistics
from macros.statistik.datasets import indicator_address
from macros.statistik.models import opendata as od
from macros.statistik.models.indicator import Datum, Indicator, Metadata, UndatedDatum
from macros.statistik.models.territory import Territory
from macros.statistik.views import producer

FIGURE_COLUMNS = (
    "indikator",
    "nama",
    "tahun",
    "kode_wilayah",
    "wilayah",
    "nilai",
    "satuan",
    "seri",
    "keadaan",
    "keterangan",
    "rincian",
    "catatan",
    "sumber",
)


def figures_csv(items: Iterable[Indicator], statistics: Statistics) -> bytes:
    """One line for each figure, those that differ and those in doubt as well, each with its unit, year and sources."""
    return _csv(FIGURE_COLUMNS, (row for item in items for row in _figure_rows(item, statistics)))


def _figure_rows(item: Indicator, statistics: Statistics) -> Iterator[Sequence[str]]:
    series = {info.id: info.nama for info in item.seri}
    for datum in item.data:
        yield (
            item.id,
            item.nama,
            str(datum.tahun),
            *_place(datum.wilayah, statistics),
            f"{datum.nilai:f}",
            statistics.unit(item.satuan),
            series.get(datum.seri or "", ""),
            datum.keadaan,
            datum.keterangan or "",
            "; ".join(f"{name} {value:f}" for name, value in datum.rincian.items()),
            datum.catatan or "",
            _names(datum.sumber, statistics),
        )
    for undated in item.tanpa_tahun:
        place, figure, unit = _place(undated.wilayah, statistics), f"{undated.nilai:f}", statistics.unit(item.satuan)
        told = "tahun data tidak disebut sumber"
        sources = _names(undated.sumber, statistics)
        yield (item.id, item.nama, "", *place, figure, unit, "", "berbeda", told, "", undated.catatan, sources)


def _place(code: str | None, statistics: Statistics) -> tuple[str, str]:
    """Code and name of a district, or of the whole region."""
    if code:
        return code, statistics.districts[code].nama
    territory = statistics.territory
    return (territory.kode, territory.nama) if territory else ("", "")


def _names(ids: Iterable[str], statistics: Statistics) -> str:
    return "; ".join(statistics.sources[id_].nama for id_ in ids)


PLACE_COLUMNS = ("kode", "nama", "jenis", "kode_kecamatan", "kecamatan", "kode_bps_kecamatan", "tahun", "sumber")


def places_csv(statistics: Statistics) -> bytes:
    """One line for each village, with its district; the heading alone where there are none."""
    return _csv(PLACE_COLUMNS, _places(statistics.territory, statistics) if statistics.territory else ())


def _places(territory: Territory, statistics: Statistics) -> Iterator[Sequence[str]]:
    sources = _names(territory.sumber, statistics)
    for district in territory.kecamatan:
        for village in district.wilayah:
            own = (village.kode, village.nama, village.jenis)
            yield (*own, district.kode, district.nama, district.kode_bps or "", str(territory.tahun), sources)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    number = columns.index("nilai") if "nilai" in columns else -1
    for row in rows:
        writer.writerow([cell if place == number else inert(cell) for place, cell in enumerate(row)])
    return out.getvalue().encode("utf-8-sig")


def indicators_json(statistics: Statistics, agencies: Mapping[str, Agency]) -> bytes:
    """Every indicator with its metadata, figures and sources."""
    territory = statistics.territory
    items = statistics.indicators.values()
    used = dict.fromkeys(id_ for item in items for id_ in (*item.sumber, *item.metadata.acuan))
    whole = od.OpenIndicators(
        wilayah=territory.nama if territory else None,
        kode_wilayah=territory.kode if territory else None,
        indikator=[_indicator(item, statistics, agencies) for item in items],
        sumber=[open_source(id_, statistics) for id_ in used],
    )
    return (whole.model_dump_json(indent=1) + "\n").encode()


def _indicator(item: Indicator, statistics: Statistics, agencies: Mapping[str, Agency]) -> od.OpenIndicator:
    return od.OpenIndicator(
        id=item.id,
        nama=item.nama,
        kelompok=statistics.groups[item.kelompok].nama,
        satuan=statistics.unit(item.satuan),
        ukuran=item.ukuran,
        url=indicator_address(item.id),
        metadata=open_metadata(item.metadata, agencies),
        catatan=item.catatan,
        seri=[od.OpenSeries(id=info.id, nama=info.nama, catatan=info.catatan) for info in item.seri],
        seri_disimpulkan=item.seri_disimpulkan,
        data=[*map(open_figure, item.data), *map(open_undated, item.tanpa_tahun)],
    )


def open_metadata(meta: Metadata, agencies: Mapping[str, Agency]) -> od.OpenMetadata:
    """Metadata as open data."""
    return od.OpenMetadata(
        kode=meta.kode,
        konsep=meta.konsep,
        definisi=meta.definisi,
        interpretasi=meta.interpretasi,
        metode=meta.metode,
        klasifikasi_penyajian=meta.klasifikasi_penyajian,
        komposit=_truth(meta.komposit),
        pembangun=list(meta.pembangun),
        level_estimasi=meta.level_estimasi,
        akses_umum=_truth(meta.akses_umum),
        referensi_waktu=meta.referensi_waktu,
        periode=meta.periode,
        produsen=producer(meta, agencies),
        produsen_id=meta.produsen,
        acuan=list(meta.acuan),
    )


def _truth(said: Literal["ya", "tidak"] | None) -> bool | None:
    return None if said is None else said == "ya"


def _plain(value: Decimal) -> int | float:
    """A number as JSON has it: `338897`, `15.26`."""
    return int(value) if value == value.to_integral_value() else float(value)


def open_figure(datum: Datum) -> od.OpenFigure:
    """A figure as open data."""
    return od.OpenFigure(
        tahun=datum.tahun,
        wilayah=datum.wilayah,
        nilai=_plain(datum.nilai),
        seri=datum.seri,
        keadaan=datum.keadaan,
        keterangan=datum.keterangan,
        rincian={name: _plain(value) for name, value in datum.rincian.items()},
        catatan=datum.catatan,
        sumber=list(datum.sumber),
    )


def open_undated(datum: UndatedDatum) -> od.OpenFigure:
    """A figure without a year of its own as open data."""
    return od.OpenFigure(
        tahun=None,
        wilayah=datum.wilayah,
        nilai=_plain(datum.nilai),
        seri=None,
        keadaan="berbeda",
        keterangan=None,
        rincian={},
        catatan=datum.catatan,
        sumber=list(datum.sumber),
    )


def open_source(id_: str, statistics: Statistics) -> od.OpenSource:
    """A source as open data."""
    source = statistics.sources[id_]
    return od.OpenSource(
        id=id_,
        penerbit=source.penerbit,
        url=source.url,
        tahun=source.tahun,
        diakses=source.diakses,
        catatan=source.catatan,
    )
