"""Everything under `spbe_data/`, read once and checked as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from macros import rules as register_rules
from macros.loading import Loaded
from macros.models.base import Model
from macros.models.registers import Agency, AgencyRegister
from macros.portal import Portal
from macros.ppid.content import Ppid, PpidReader
from macros.problems import Problem
from macros.spbe import rules
from macros.spbe.models.index import IndexDocument
from macros.spbe.models.policy import ActivityRegister, Policy, PolicyDocument
from macros.spbe.models.settings import Source, SourceRegister, SpbeSettings
from macros.spbe.situs.models import Form
from macros.spbe.situs.reading import PERIOD_FILE, Period, read_forms, read_periods, same_name

DATA_FOLDER = "spbe_data"
SAMPLES = "contoh"
"""Made-up periods and policies, in the same folders as the real ones; they stand in their place, and only on demand."""


@dataclass(frozen=True)
class Spbe:
    """Free of mistakes. Mappings are keyed by id."""

    settings: SpbeSettings = field(default_factory=SpbeSettings)
    sources: Mapping[str, Source] = field(default_factory=dict)
    index: IndexDocument = field(default_factory=IndexDocument)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    """By file name."""
    activities: ActivityRegister = field(default_factory=ActivityRegister)
    forms: Mapping[str, Form] = field(default_factory=dict)
    """By file name; the last is the newest."""
    periods: tuple[Period, ...] = ()
    """The oldest first."""
    sample_agencies: Mapping[str, Agency] = field(default_factory=dict)
    """Made-up agencies that the samples are about, so that no score stands beside a real name."""


def load_spbe(root: Path, portal: Portal | None, ppid: Ppid | None, samples: bool = False) -> Spbe:
    """Everything under `root/spbe_data`; raises ContentError with every mistake in it.

    A project without this folder has nothing to show. What could not be read (None) is not referred to in vain:
    its ids are not checked. With `samples` made-up periods and policies stand in place of the real ones.
    """
    data = root / DATA_FOLDER
    if not data.is_dir():
        return Spbe()
    reader = _SpbeReader(root, portal.shared if portal else None)
    sources = reader.optional(data / "sumber.yml", SourceRegister, lambda *_: iter(()))
    known = rules.Known(
        sops=portal.sops.keys() if portal else None,
        regulations=portal.regulations.keys() if portal else None,
        information=ppid.information.keys() if ppid else None,
        sources=sources.sumber.keys() if sources else None,
    )
    settings = reader.optional(
        data / "spbe.yml", SpbeSettings, lambda found, loaded: rules.check_settings(found, loaded, known)
    )
    index = reader.optional(
        data / "indeks.yml", IndexDocument, lambda found, loaded: rules.check_index(found, loaded, known)
    )
    activities = reader.optional(
        data / "kegiatan.yml", ActivityRegister, lambda found, loaded: rules.check_activities(found, loaded, known)
    )
    forms = read_forms(reader, data / "situs/formulir", known.regulations)
    place = data / SAMPLES if samples else data
    made_up = reader.agencies(place / "perangkat_daerah.yml") if samples else {}
    agencies = made_up if samples else portal.agencies if portal else None
    periods = sorted(read_periods(reader, place / "situs/periode", forms, agencies, samples=samples), key=_age)
    policies = dict(reader.policies(place / "kebijakan", known, samples=samples))
    names: dict[str, str] = {}
    for period in periods:
        same_name(reader, place / "situs/periode" / period.id / PERIOD_FILE, period.isi.nama, names)
    reader.problems += rules.check_replacements(policies, reader.policy_files)
    reader.raise_problems()
    return Spbe(
        settings or SpbeSettings(),
        sources.sumber if sources else {},
        index or IndexDocument(),
        policies,
        activities or ActivityRegister(),
        {id_: form for id_, form in forms.items() if form},
        tuple(periods),
        made_up,
    )


def _age(period: Period) -> tuple[object, ...]:
    return period.isi.mulai, period.isi.sampai, period.id


Found = TypeVar("Found", bound=Model)


class _SpbeReader(PpidReader):
    """Reads policies, and remembers which file each came from."""

    def __init__(self, root: Path, shared: Path | None) -> None:
        super().__init__(root, shared)
        self.policy_files: dict[str, Loaded] = {}

    def optional(
        self, file: Path, model: type[Found], check: Callable[[Found, Loaded], Iterator[Problem]]
    ) -> Found | None:
        """One file as a model that keeps its rules; a file that is not there says nothing, and so nothing wrong."""
        return self.register(file, model, check) if file.exists() else model.model_validate({})

    def agencies(self, file: Path) -> Mapping[str, Agency]:
        """The made-up agencies of the samples."""
        found = self.register(file, AgencyRegister, register_rules.check_agencies) if file.exists() else None
        return {agency.id: agency for agency in found.perangkat_daerah} if found else {}

    def policies(self, folder: Path, known: rules.Known, *, samples: bool = False) -> Iterator[tuple[str, Policy]]:
        """Id -> policy, by file name."""
        for id_, name, document in self.entries(folder, PolicyDocument):
            loaded = self.policy_files[id_] = self.files[name]
            self.problems += rules.check_policy(document, loaded, known)
            yield id_, Policy.model_construct(**document.__dict__, id=id_, contoh=samples)
