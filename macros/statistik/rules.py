"""What makes figures wrong beyond the shape of one value: each rule yields its problems."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.loading import Loaded, ValuePath, Violation
from macros.problems import Problem, quoted, suggestion
from macros.publishing.flow import Facts, flow_violations
from macros.publishing.routes import NO_ROUTES, Routes
from macros.publishing.states import without_day
from macros.statistik.models.common import Source, SourceRegister, Unit, UnitRegister
from macros.statistik.models.indicator import Datum, Indicator, IndicatorDocument, Metadata
from macros.statistik.models.profile import Profile, Statement
from macros.statistik.models.settings import StatisticsSettings

PERCENT = "persen"
"""The unit of every share."""


@dataclass(frozen=True)
class Known:
    """What figures may refer to; None where it could not be read."""

    sources: Mapping[str, Source] | None
    units: Mapping[str, Unit] | None = None
    districts: Collection[str] | None = None
    """Codes of the region's districts."""
    agencies: Collection[str] | None = None
    sops: Collection[str] | None = None
    region: str | None = None
    """The region that the portal's settings name."""
    groups: Collection[str] | None = None
    indicators: Collection[str] | None = None
    hidden: Collection[str] = ()
    """Indicators that are not public yet."""
    routes: Routes = NO_ROUTES
    """The steps to the public; none where they could not be read."""


def named(path: ValuePath, value: str | None, known: Collection[str] | None, where: str) -> Iterator[Violation]:
    """A name stands in its register."""
    if value and known is not None and value not in known:
        hint = suggestion(value, known)
        listed = f" Yang ada: {', '.join(known)}." if not hint and len(known) <= 30 else ""
        yield path, f"{quoted(value)} tidak ada di {where}.{hint}{listed}"


def indicator_named(path: ValuePath, value: str | None, known: Known) -> Iterator[Violation]:
    """An indicator that something public shows is there, and public itself."""
    if value in known.hidden:
        yield path, f"{quoted(value)} belum terbit. Terbitkan dahulu indikatornya."
    else:
        yield from named(path, value, known.indicators, "statistik_data/indikator")


def sources_known(path: ValuePath, sources: Iterable[str], known: Known) -> Iterator[Violation]:
    """Every source is in the register of sources."""
    for number, source in enumerate(sources):
        yield from named((*path, number), source, known.sources, "sumber.yml")


def repeated(paths: Iterable[tuple[ValuePath, object]], loaded: Loaded, what: str) -> Iterator[Violation]:
    """No value stands twice; the second is told with the first one's line."""
    first: dict[object, ValuePath] = {}
    for path, value in paths:
        if value in first:
            line = loaded.line(first[value])
            yield path, f"{what} {quoted(value)} sudah ada pada baris {line}. Hapus atau bedakan salah satunya."
        elif value is not None:
            first[value] = path


def problems(violations: Iterable[Violation], loaded: Loaded) -> Iterator[Problem]:
    """The same with their lines."""
    return (loaded.problem(path, message) for path, message in violations)


def check_sources(register: SourceRegister, loaded: Loaded) -> Iterator[Problem]:
    """A source can be found: it has an address, or it is said where it lies."""
    for name, source in register.sumber.items():
        if not source.url and not source.letak:
            yield loaded.problem(
                ("sumber", name), "sumber tanpa alamat. Tulis url, atau letak bila tidak punya alamat."
            )


def check_units(register: UnitRegister, loaded: Loaded) -> Iterator[Problem]:
    """No unit stands twice."""
    names = ((("satuan", index, "nama"), unit.nama) for index, unit in enumerate(register.satuan))
    return problems(repeated(names, loaded, "satuan"), loaded)


def check_settings(known: Known, settings: StatisticsSettings, loaded: Loaded) -> Iterator[Problem]:
    """The SOPs that govern the pages exist; groups differ."""
    ids = ((("kelompok", index, "id"), group.id) for index, group in enumerate(settings.kelompok))
    yield from problems(repeated(ids, loaded, "kelompok"), loaded)
    for part in ("selayang_pandang", "infografis"):
        sop = getattr(settings, part).sop
        yield from problems(named((part, "sop"), sop, known.sops, "daftar SOP"), loaded)


def check_chosen(known: Known, settings: StatisticsSettings, loaded: Loaded) -> Iterator[Problem]:
    """Indicators chosen for the home page and for the one-page infographic exist."""
    chosen: list[tuple[ValuePath, Collection[str]]] = [(("beranda",), settings.beranda)]
    if settings.lembar:
        chosen += [(("lembar", "angka"), settings.lembar.angka), (("lembar", "grafik"), settings.lembar.grafik)]
    for path, ids in chosen:
        for number, id_ in enumerate(ids):
            yield from problems(indicator_named((*path, number), id_, known), loaded)


def check_metadata(metadata: Metadata, path: ValuePath, known: Known) -> Iterator[Violation]:
    """Who produces the data is one body; agency and sources exist."""
    yield from named((*path, "produsen"), metadata.produsen, known.agencies, "register perangkat daerah")
    if metadata.produsen and metadata.produsen_lain:
        yield (*path, "produsen_lain"), "produsen dan produsen_lain tidak boleh bersama-sama; pilih satu."
    yield from sources_known((*path, "acuan"), metadata.acuan, known)


def check_indicator(item: Indicator, known: Known, loaded: Loaded) -> Iterator[Problem]:
    """All rules that one indicator must keep."""
    yield from problems(named(("kelompok",), item.kelompok, known.groups, "statistik.yml"), loaded)
    yield from problems(named(("satuan",), item.satuan, known.units, "satuan.yml"), loaded)
    yield from problems(check_metadata(item.metadata, ("metadata",), known), loaded)
    for rule in (_series, _measure, _values, _places, _other_figures, _undated):
        yield from problems(rule(item, known), loaded)
    yield from problems(_once(item, loaded), loaded)
    yield from problems(without_day(item), loaded)
    yield from problems(flow_violations(item, "indikator", known.routes, Facts()), loaded)


def _series(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """Where there are series, every figure says which is its own; its sources are known."""
    ids = [series.id for series in item.seri]
    for index, datum in enumerate(item.data):
        path: ValuePath = ("data", index)
        if datum.seri is not None:
            yield from named((*path, "seri"), datum.seri, ids, "seri indikator ini")
        elif ids:
            yield path, f"tanpa seri, padahal angka beda seri tidak boleh disambung. Pilihannya: {', '.join(ids)}."
        yield from sources_known((*path, "sumber"), datum.sumber, known)
        yield from sources_known((*path, "sumber_catatan"), datum.sumber_catatan, known)
    yield from sources_known(("sumber_catatan",), item.sumber_catatan, known)


def _measure(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """A share is given in percent; figures of districts are drawn as bars, all others along time."""
    if item.ukuran == "persentase" and item.satuan != PERCENT:
        yield ("satuan",), f'ukuran persentase memakai satuan "{PERCENT}", bukan {quoted(item.satuan)}.'
    by_district = [datum.wilayah is not None for datum in item.data]
    if any(by_district) and not all(by_district):
        yield ("data",), "sebagian angka menyebut wilayah dan sebagian tidak. Pisahkan menjadi dua indikator."
    elif all(by_district) != (item.grafik == "batang"):
        right = "batang" if all(by_district) else "garis atau kolom"
        yield ("grafik",), f"grafik {item.grafik} tidak cocok dengan datanya. Tulis {right}."


def _values(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """Every number is possible for its measure and its unit, and the parts of a count make up the count."""
    unit = known.units.get(item.satuan) if known.units is not None else None
    for index, datum in enumerate(item.data):
        path: ValuePath = ("data", index)
        figures = [((*path, "nilai"), datum.nilai), *(((*path, "rincian", n), v) for n, v in datum.rincian.items())]
        for place, value in figures:
            message = impossible(value, item, unit)
            if message:
                yield place, message
        total = sum(datum.rincian.values(), Decimal(0))
        if datum.rincian and item.ukuran == "jumlah" and total != datum.nilai:
            yield (*path, "rincian"), f"jumlah rincian {total:f} tidak sama dengan nilai {datum.nilai:f}."
    for index, undated in enumerate(item.tanpa_tahun):
        message = impossible(undated.nilai, item, unit)
        if message:
            yield ("tanpa_tahun", index, "nilai"), message


def impossible(value: Decimal, item: IndicatorDocument, unit: Unit | None) -> str | None:
    """Why a number cannot be what the indicator measures; None where it can."""
    if item.ukuran in ("jumlah", "persentase") and value < 0:
        return f"{quoted(value)} negatif, padahal {item.ukuran} tidak pernah kurang dari 0."
    if item.ukuran == "persentase" and value > 100:
        return f"{quoted(value)} lebih dari 100 persen, padahal bagian dari keseluruhan paling banyak 100."
    if unit is None:
        return None
    if unit.bulat == "ya" and value != value.to_integral_value():
        return (
            f"{quoted(value)} bukan bilangan bulat, padahal satuannya {unit.nama}. "
            "Titik adalah tanda desimal; ribuan ditulis tanpa titik: 338897."
        )
    if unit.paling_sedikit is not None and value < unit.paling_sedikit:
        return f"{quoted(value)} terlalu kecil; {unit.nama} paling sedikit {unit.paling_sedikit}."
    if unit.paling_banyak is not None and value > unit.paling_banyak:
        return f"{quoted(value)} terlalu besar; {unit.nama} paling banyak {unit.paling_banyak}."
    return None


def _places(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """Districts that are named are districts of the region."""
    for part, places in (
        ("data", [datum.wilayah for datum in item.data]),
        ("tanpa_tahun", [datum.wilayah for datum in item.tanpa_tahun]),
    ):
        for index, place in enumerate(places):
            yield from named((part, index, "wilayah"), place, known.districts, "wilayah.yml")


def _other_figures(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """A differing or doubtful figure says what it differs from: beside a main figure, or in its note."""
    main = {(datum.wilayah, datum.tahun) for datum in item.data if datum.keadaan == "utama"}
    for index, datum in enumerate(item.data):
        if datum.keadaan != "utama" and (datum.wilayah, datum.tahun) not in main and not datum.catatan:
            message = f"keadaan {datum.keadaan} tanpa angka utama tahun {datum.tahun}. Tulis alasannya pada catatan."
            yield ("data", index, "keadaan"), message


def _undated(item: IndicatorDocument, known: Known) -> Iterator[Violation]:
    """A figure without a year of its own has a source with one."""
    for index, undated in enumerate(item.tanpa_tahun):
        path: ValuePath = ("tanpa_tahun", index, "sumber")
        yield from sources_known(path, undated.sumber, known)
        found = [known.sources[name] for name in undated.sumber if name in known.sources] if known.sources else []
        if found and not any(source.tahun for source in found):
            yield path, "angka tanpa tahun perlu sumber yang bertahun, supaya pembaca tahu kapan disebut."


def _once(item: IndicatorDocument, loaded: Loaded) -> Iterator[Violation]:
    """Of one place, year and series there is one main figure; series differ."""
    ids = ((("seri", index, "id"), series.id) for index, series in enumerate(item.seri))
    yield from repeated(ids, loaded, "seri")
    main = ((("data", i), figure_name(datum)) for i, datum in enumerate(item.data) if datum.keadaan == "utama")
    yield from repeated(main, loaded, "angka utama untuk")


def figure_name(datum: Datum) -> str:
    """Place, year and series of a figure, as far as it has them."""
    return ", ".join(str(part) for part in (datum.wilayah, datum.tahun, datum.seri) if part is not None)


def check_profile(known: Known, profile: Profile, loaded: Loaded) -> Iterator[Problem]:
    """Every fact has its sources and every figure its year; what the profile points to exists; it was approved."""
    yield from problems(without_day(profile), loaded)
    yield from problems(flow_violations(profile, "profil", known.routes, Facts()), loaded)
    ids = ((("bagian", index, "id"), chapter.id) for index, chapter in enumerate(profile.bagian))
    yield from problems(repeated(ids, loaded, "bagian"), loaded)
    for index, chapter in enumerate(profile.bagian):
        path: ValuePath = ("bagian", index)
        for number, id_ in enumerate(chapter.indikator):
            yield from problems(indicator_named((*path, "indikator", number), id_, known), loaded)
        for number, fact in enumerate(chapter.fakta):
            place: ValuePath = (*path, "fakta", number)
            yield from problems(_statement(fact, place, known), loaded)
            yield from problems(indicator_named((*place, "indikator"), fact.indikator, known), loaded)
            for other, statement in enumerate(fact.berbeda):
                yield from problems(_statement(statement, (*place, "berbeda", other), known), loaded)
        for number, event in enumerate(chapter.peristiwa):
            place = (*path, "peristiwa", number)
            yield from problems(sources_known((*place, "sumber"), event.sumber, known), loaded)
            if event.tanggal and event.tanggal.year != event.tahun:
                yield loaded.problem((*place, "tanggal"), f"tanggal ini bukan tahun {event.tahun}.")


def _statement(said: Statement, path: ValuePath, known: Known) -> Iterator[Violation]:
    """One of text, number and code; a figure has its year, a number its unit."""
    yield from sources_known((*path, "sumber"), said.sumber, known)
    given = [key for key in ("teks", "nilai", "kode") if getattr(said, key) is not None]
    if len(given) != 1:
        instead = f", bukan {' dan '.join(given)}" if given else ""
        yield path, f"tulis tepat satu dari teks, nilai atau kode{instead}."
    if said.tahun is None and (said.nilai is not None or re.search(r"\d", said.teks or "")):
        yield path, "memuat angka tanpa tahun. Tulis tahun datanya, atau keluarkan angkanya."
    if said.nilai is not None and said.satuan is None:
        yield path, "nilai tanpa satuan. Tulis satuannya."
    if said.nilai is not None:
        yield from named((*path, "satuan"), said.satuan, known.units, "satuan.yml")
