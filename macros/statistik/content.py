"""All figures, read once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from macros.charts.maps import Ring
from macros.portal import Portal
from macros.publishing.models import HIDDEN
from macros.publishing.routes import NO_ROUTES
from macros.reading import Reader
from macros.statistik import rules
from macros.statistik.models.common import Source, SourceRegister, Unit, UnitRegister
from macros.statistik.models.indicator import Indicator, IndicatorDocument
from macros.statistik.models.profile import Profile
from macros.statistik.models.settings import Group, StatisticsSettings
from macros.statistik.models.shapes import Feature, Shapes
from macros.statistik.models.territory import District, Territory
from macros.statistik.places import check_shapes, check_territory
from macros.validation import validate

DATA_FOLDER = "statistik_data"
INDICATORS = "indikator"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Statistics:
    """Everything under `statistik_data/`, free of mistakes. Without that folder there is no territory."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    settings: StatisticsSettings | None = None
    territory: Territory | None = None
    profile: Profile | None = None
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    """By id, in the order of the pages: by group, place in the group, name."""
    shapes: Mapping[str, tuple[Ring, ...]] = field(default_factory=dict)
    """Outlines of districts, by code; none where nobody has them under an open licence."""

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """Groups of indicators, by id."""
        return {group.id: group for group in self.settings.kelompok} if self.settings else {}

    @cached_property
    def districts(self) -> Mapping[str, District]:
        """Districts, by code."""
        return {district.kode: district for district in self.territory.kecamatan} if self.territory else {}

    def unit(self, name: str) -> str:
        """A unit as pages print it."""
        return self.units[name].tertulis


def load_statistics(root: Path, portal: Portal | None) -> Statistics:
    """Everything under `root/statistik_data`; raises ContentError with every mistake in it.

    A project without this folder has no figures. Without a portal (its own files have mistakes) ids of agencies
    and SOPs are not checked.
    """
    data = root / DATA_FOLDER
    if not data.is_dir():
        return Statistics()
    reader = StatisticsReader(root, portal.shared if portal else None)
    sources = reader.register(data / "sumber.yml", SourceRegister, rules.check_sources)
    units = reader.register(reader.own_or_shared(data / "satuan.yml"), UnitRegister, rules.check_units)
    known = rules.Known(
        sources=sources.sumber if sources else None,
        units={unit.nama: unit for unit in units.satuan} if units else None,
        agencies=portal.agencies.keys() if portal else None,
        sops=portal.sops.keys() if portal else None,
        region=portal.settings.wilayah if portal else None,
        routes=portal.routes if portal else NO_ROUTES,
    )
    territory = reader.register(data / "wilayah.yml", Territory, partial(check_territory, known))
    settings = reader.register(data / "statistik.yml", StatisticsSettings, partial(rules.check_settings, known))
    groups = [group.id for group in settings.kelompok] if settings else None
    known = replace(known, districts=[d.kode for d in territory.kecamatan] if territory else None, groups=groups)
    shapes = reader.shapes(data, territory, known)
    found = list(reader.indicators(data / INDICATORS, known))
    known = replace(known, indicators=reader.ids, hidden=[item.id for item in found if item.status in HIDDEN])
    profile = reader.register(data / "profil.yml", Profile, partial(rules.check_profile, known))
    if settings:
        reader.problems += rules.check_chosen(known, settings, reader.files[f"{DATA_FOLDER}/statistik.yml"])
    reader.raise_problems()
    assert groups is not None
    found.sort(key=lambda item: (groups.index(item.kelompok), item.urut, item.nama))
    return Statistics(
        sources=known.sources or {},
        units=known.units or {},
        settings=settings,
        territory=territory,
        profile=None if profile and profile.status in HIDDEN else profile,
        indicators={item.id: item for item in found if item.status not in HIDDEN},
        shapes=shapes,
    )


class StatisticsReader(Reader):
    """Reads indicators: one file each, whose name is the indicator's id."""

    def __init__(self, root: Path, shared: Path | None) -> None:
        super().__init__(root, shared)
        self.ids: list[str] = []
        """Ids of all files of indicators; one whose file has mistakes is known all the same."""

    def shapes(self, data: Path, territory: Territory | None, known: rules.Known) -> Mapping[str, tuple[Ring, ...]]:
        """The outlines of the districts, where the territory names a file of them."""
        if territory is None or territory.batas is None:
            return {}
        found = self.register(data / territory.batas.berkas, Shapes, partial(check_shapes, known))
        return {feature.properties.kode: tuple(_rings(feature)) for feature in found.features} if found else {}

    def indicators(self, folder: Path, known: rules.Known) -> Iterator[Indicator]:
        """Every right indicator in the folder."""
        for file in self.listing(folder):
            if file.name.startswith("."):
                continue
            if file.suffix != ".yml" or not SLUG.fullmatch(file.stem):
                self.problem(
                    file,
                    "di sini hanya ada berkas indikator: huruf kecil, angka dan tanda hubung, lalu .yml, "
                    "misalnya penduduk-miskin.yml.",
                )
                continue
            self.ids.append(file.stem)
            document = validate(IndicatorDocument, self.load(file))
            if document:
                name = self.name(file)
                item = Indicator.model_construct(**document.__dict__, id=file.stem, berkas=name)
                self.problems += rules.check_indicator(item, known, self.files[name])
                yield item


def _rings(feature: Feature) -> Iterator[Ring]:
    """The outlines of a feature, as the map takes them."""
    for part in feature.geometry.coordinates:
        for ring in part:
            yield tuple((float(along), float(up)) for along, up in ring)
