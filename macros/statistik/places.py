"""What makes a list of districts and villages wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.loading import Loaded, ValuePath, Violation
from macros.problems import Problem, quoted
from macros.statistik.models.shapes import Place, Shapes
from macros.statistik.models.territory import District, Territory
from macros.statistik.rules import Known, check_metadata, named, problems, repeated, sources_known

KINDS = {"1": "kelurahan", "2": "desa"}
"""First digit of a village's own number -> what it is (Kepmendagri on codes of regions)."""

CODE_LENGTHS = {5: "kabupaten atau kota", 8: "kecamatan", 13: "desa atau kelurahan"}
"""Length of a code -> what bears it."""


def check_territory(known: Known, territory: Territory, loaded: Loaded) -> Iterator[Problem]:
    """All rules that the list of districts must keep."""
    yield from problems(_region(territory, known), loaded)
    yield from problems(_sources(territory, known), loaded)
    yield from problems(_codes(territory), loaded)
    yield from problems(_no_doubles(territory, loaded), loaded)
    yield from problems(check_metadata(territory.metadata, ("metadata",), known), loaded)


def _region(territory: Territory, known: Known) -> Iterator[Violation]:
    """The figures are those of the region whose portal it is."""
    if known.region is not None and territory.nama != known.region:
        yield (
            ("nama",),
            f"{quoted(territory.nama)} bukan wilayah di portal.yml, {quoted(known.region)}. Samakan keduanya.",
        )


def _sources(territory: Territory, known: Known) -> Iterator[Violation]:
    """Every list and every other count has its sources; offices of districts exist."""
    yield from sources_known(("sumber",), territory.sumber, known)
    yield from sources_known(("sumber_kode_bps",), territory.sumber_kode_bps, known)
    for index, other in enumerate(territory.jumlah_lain):
        yield from sources_known(("jumlah_lain", index, "sumber"), other.sumber, known)
    if territory.pulau:
        yield from sources_known(("pulau", "sumber"), territory.pulau.sumber, known)
    if territory.batas:
        yield from sources_known(("batas", "sumber"), territory.batas.sumber, known)
    for index, district in enumerate(territory.kecamatan):
        path: ValuePath = ("kecamatan", index)
        if district.ibu_kota:
            yield from sources_known((*path, "ibu_kota", "sumber"), district.ibu_kota.sumber, known)
        where = "register perangkat daerah"
        yield from named((*path, "perangkat_daerah"), district.perangkat_daerah, known.agencies, where)


def _codes(territory: Territory) -> Iterator[Violation]:
    """A place's code begins with that of the place it belongs to, and says whether a village is a desa."""
    yield from _code(("kode",), territory.kode, 5, "")
    for index, district in enumerate(territory.kecamatan):
        path: ValuePath = ("kecamatan", index)
        yield from _code((*path, "kode"), district.kode, 8, territory.kode)
        for number, village in enumerate(district.wilayah):
            place: ValuePath = (*path, "wilayah", number)
            yield from _code((*place, "kode"), village.kode, 13, district.kode)
            kind = KINDS.get(village.kode[9:10])
            if kind and kind != village.jenis:
                yield (*place, "jenis"), f"kode {village.kode} adalah kode {kind}, tetapi jenisnya {village.jenis}."
    for index, island in enumerate(territory.pulau.daftar if territory.pulau else ()):
        if not island.kode.startswith(f"{territory.kode}."):
            yield ("pulau", "daftar", index, "kode"), f"kode {island.kode} tidak diawali {territory.kode}."


def _code(path: ValuePath, code: str, length: int, above: str) -> Iterator[Violation]:
    if len(code) != length:
        yield path, f"{quoted(code)} bukan kode {CODE_LENGTHS[length]}."
    elif above and not code.startswith(f"{above}."):
        yield path, f"kode {code} tidak diawali {above}, kode wilayah di atasnya."


def _no_doubles(territory: Territory, loaded: Loaded) -> Iterator[Violation]:
    """No district or island stands twice, by code or by name; no village twice in its district."""
    districts = territory.kecamatan
    for key in ("kode", "nama", "kode_bps"):
        values = ((("kecamatan", index, key), getattr(item, key)) for index, item in enumerate(districts))
        yield from repeated(values, loaded, f"{key.replace('_', ' ')} kecamatan")
    for index, district in enumerate(districts):
        yield from _villages(("kecamatan", index, "wilayah"), district, loaded)
    islands = territory.pulau.daftar if territory.pulau else ()
    codes = ((("pulau", "daftar", index, "kode"), island.kode) for index, island in enumerate(islands))
    yield from repeated(codes, loaded, "kode pulau")


def _villages(path: ValuePath, district: District, loaded: Loaded) -> Iterator[Violation]:
    for key in ("kode", "nama"):
        values = (((*path, number, key), getattr(item, key)) for number, item in enumerate(district.wilayah))
        yield from repeated(values, loaded, f"{key} desa atau kelurahan")


def check_shapes(known: Known, shapes: Shapes, loaded: Loaded) -> Iterator[Problem]:
    """Every district has one shape, nothing else has, and every outline is closed and lies on earth."""
    codes = [(("features", i, "properties", "kode"), item.properties.kode) for i, item in enumerate(shapes.features)]
    yield from problems(repeated(codes, loaded, "kode"), loaded)
    for path, code in codes:
        yield from problems(named(path, code, known.districts, "wilayah.yml"), loaded)
    drawn = {code for _, code in codes}
    for district in known.districts or ():
        if district not in drawn:
            yield loaded.problem(("features",), f"kecamatan {district} tidak punya bentuk.")
    for index, feature in enumerate(shapes.features):
        for part, rings in enumerate(feature.geometry.coordinates):
            for number, ring in enumerate(rings):
                place: ValuePath = ("features", index, "geometry", "coordinates", part, number)
                yield from problems(_ring(place, ring), loaded)


def _ring(path: ValuePath, ring: Sequence[Place]) -> Iterator[Violation]:
    if ring[0] != ring[-1]:
        yield path, "garisnya tidak tertutup; titik terakhir harus sama dengan titik pertama."
    if any(abs(along) > 180 or abs(up) > 90 for along, up in ring):
        yield path, "ada titik di luar bumi. Urutannya [bujur, lintang], misalnya [119.33, -3.41]."
