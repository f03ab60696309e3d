"""What Satu Data rests on beside the figures: lists of owed data, the award's criteria and scores, the settings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from macros.portal import Portal
from macros.reading import Reader
from macros.satu_data import rules
from macros.satu_data.models import (
    CriteriaDocument,
    OwedDataDocument,
    OwedDataList,
    SatuDataSettings,
    ScoresDocument,
)
from macros.statistik.content import DATA_FOLDER, Statistics
from macros.statistik.datasets import datasets
from macros.validation import validate

SETTINGS = "satu-data.yml"
OWED = "daftar-data"
AWARD = "data-award"
SAMPLES = "contoh"
"""Made-up lists and scores, in the same folders as the real ones; they stand in their place, and only on demand."""

YEAR = re.compile(r"(19|20)\d\d")
AWARD_FILE = re.compile(r"(?P<jenis>kriteria|nilai)-(?P<tahun>(19|20)\d\d)\.yml")


@dataclass(frozen=True)
class SatuData:
    """Everything of Satu Data, free of mistakes."""

    settings: SatuDataSettings = field(default_factory=SatuDataSettings)
    owed: Mapping[int, tuple[OwedDataList, ...]] = field(default_factory=dict)
    """Year of the data -> what each agency owes for it."""
    criteria: Mapping[int, CriteriaDocument] = field(default_factory=dict)
    scores: Mapping[int, ScoresDocument] = field(default_factory=dict)
    contoh: bool = False
    """Whether lists and scores are the made-up ones."""


def load_satu_data(root: Path, portal: Portal | None, statistics: Statistics | None, samples: bool = False) -> SatuData:
    """Everything of Satu Data under `root/statistik_data`; raises ContentError with every mistake in it.

    Without portal or statistics (their own files have mistakes) what refers to them is not checked. A project without
    the settings has none of it.
    """
    data = root / DATA_FOLDER
    if not (data / SETTINGS).is_file():
        return SatuData()
    reader = SatuDataReader(root)
    known = rules.Known(
        sops=portal.sops.keys() if portal else None,
        regulations=portal.regulations.keys() if portal else None,
        agencies=portal.agencies.keys() if portal else None,
        datasets=[item.id for item in datasets(statistics)] if statistics else None,
    )
    settings = reader.register(data / SETTINGS, SatuDataSettings, partial(rules.check_settings, known))
    place = data / SAMPLES if samples else data
    owed = reader.owed(place / OWED, known)
    criteria, scores = reader.award(place / AWARD, known)
    reader.problems += rules.check_addresses(known, reader.name(data / "indikator"))
    reader.raise_problems()
    assert settings
    return SatuData(settings, owed, criteria, scores, samples)


class SatuDataReader(Reader):
    """Reads lists of owed data and the award's files."""

    def owed(self, folder: Path, known: rules.Known) -> Mapping[int, tuple[OwedDataList, ...]]:
        """The lists by year, the newest first; an agency's file bears its id."""
        found: dict[int, tuple[OwedDataList, ...]] = {}
        for place in reversed(self.listing(folder)):
            if place.name.startswith("."):
                continue
            if not place.is_dir() or not YEAR.fullmatch(place.name):
                self.problem(place, "di sini hanya ada folder menurut tahun data, misalnya daftar-data/2025/.")
                continue
            lists = (self._list(file, int(place.name), known) for file in self.listing(place) if file.name[0] != ".")
            found[int(place.name)] = tuple(item for item in lists if item)
        return {year: lists for year, lists in found.items() if lists}

    def _list(self, file: Path, year: int, known: rules.Known) -> OwedDataList | None:
        document = validate(OwedDataDocument, self.load(file))
        loaded = self.files[self.name(file)]
        message = rules.wrong_name(file, known)
        if message:
            self.problem(file, message)
        if document is None:
            return None
        self.problems += rules.check_owed(known, document, loaded)
        return OwedDataList.model_construct(
            **document.__dict__, tahun=year, perangkat_daerah=file.stem, berkas=self.name(file)
        )

    def award(
        self, folder: Path, known: rules.Known
    ) -> tuple[Mapping[int, CriteriaDocument], Mapping[int, ScoresDocument]]:
        """Criteria and scores by year, the newest first."""
        named = [(file, AWARD_FILE.fullmatch(file.name)) for file in self.listing(folder) if file.name[0] != "."]
        for file, name in named:
            if not name:
                self.problem(file, "nama berkas tidak dikenal. Tulis kriteria-2026.yml atau nilai-2026.yml.")
        files = {(name["jenis"], int(name["tahun"])): file for file, name in named if name}
        years = sorted({year for _, year in files}, reverse=True)
        criteria: dict[int, CriteriaDocument] = {}
        for year in years:
            if ("kriteria", year) in files:
                before = len(self.problems)
                found = self.register(files["kriteria", year], CriteriaDocument, rules.check_criteria)
                if found and len(self.problems) == before:
                    criteria[year] = found
        laid_down = {year: criteria.get(year) for kind, year in files if kind == "kriteria"}
        check = partial(rules.check_scores, known, laid_down)
        scores = {
            year: scored
            for year in years
            if ("nilai", year) in files and (scored := self.register(files["nilai", year], ScoresDocument, check))
        }
        return criteria, scores
