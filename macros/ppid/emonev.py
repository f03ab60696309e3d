"""Reads the criteria and scores of E-Monev and keeps their rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from macros.loading import Loaded
from macros.models.base import Model
from macros.ppid.models.emonev import Criteria, Results
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader

CRITERIA_FILE = re.compile(r"kriteria-(?P<tahun>(19|20)\d\d)\.yml")
RESULTS_FILE = "hasil.yml"


class Assessment(Model):
    """Everything under `ppid_data/e-monev/`."""

    kriteria: Mapping[int, Criteria] = {}
    """Year -> the criteria of that year; the newest one is used."""
    hasil: Results = Results()


def load_assessment(reader: Reader, folder: Path, measures: Collection[str]) -> Assessment:
    """Criteria and results; `measures` are the names that indicators may use."""
    criteria: dict[int, Criteria] = {}
    results: Results | None = None
    for file in reader.listing(folder):
        name = CRITERIA_FILE.fullmatch(file.name)
        if name:
            found = reader.register(file, Criteria, lambda model, loaded: check_criteria(model, loaded, measures))
            if found:
                criteria[int(name["tahun"])] = found
        elif file.name == RESULTS_FILE:
            results = reader.register(file, Results, check_results)
        elif not file.name.startswith("."):
            reader.problem(file, f"nama berkas tidak dikenal. Tulis kriteria-2025.yml atau {RESULTS_FILE}.")
    return Assessment(kriteria=criteria, hasil=results or Results())


def check_criteria(criteria: Criteria, loaded: Loaded, measures: Collection[str]) -> Iterator[Problem]:
    """Weights make 100, bands go down to 0, names are used once, measures exist."""
    total = sum(item.bobot for item in criteria.unsur)
    if total != 100:
        yield loaded.problem(("unsur",), f"jumlah bobot {total}, seharusnya tepat 100.")
    limits = [band.batas for band in criteria.predikat]
    if limits != sorted(set(limits), reverse=True) or limits[-1] != 0:
        yield loaded.problem(("predikat",), "batas predikat harus menurun tanpa kembar, dan yang terakhir 0.")
    names = [item.nama for item in criteria.unsur]
    for index, item in enumerate(criteria.unsur):
        if item.nama in names[:index]:
            yield loaded.problem(("unsur", index, "nama"), f"{quoted(item.nama)} sudah menjadi unsur lain.")
        for number, indicator in enumerate(item.indikator):
            if indicator.ukuran not in measures:
                yield loaded.problem(
                    ("unsur", index, "indikator", number, "ukuran"),
                    f"{quoted(indicator.ukuran)} bukan ukuran portal.{suggestion(indicator.ukuran, measures)} "
                    f"Ukurannya: {', '.join(measures)}.",
                )


def check_results(results: Results, loaded: Loaded) -> Iterator[Problem]:
    """One official score a year; own scores from the oldest, one a day."""
    years = [item.tahun for item in results.resmi]
    for index, year in enumerate(years):
        if year in years[:index]:
            yield loaded.problem(("resmi", index, "tahun"), f"nilai tahun {year} sudah ada.")
    days = [item.tanggal for item in results.mandiri]
    if days != sorted(set(days)):
        yield loaded.problem(("mandiri",), "tanggal tidak urut dari yang terlama, atau ada yang kembar.")
