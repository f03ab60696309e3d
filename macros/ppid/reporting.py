"""What the PPID answers for: its register, its reports, its links and its scores, read and checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.loading import Loaded
from macros.ppid.emonev import Assessment, load_assessment
from macros.ppid.measures import MEASURES
from macros.ppid.models.links import LinkReport, LinkResult
from macros.ppid.models.register import Request
from macros.ppid.models.report import ReportDocument
from macros.ppid.register import load_register
from macros.problems import Problem
from macros.reading import Reader

REPORT_FILE = re.compile(r"(?P<tahun>(19|20)\d\d)\.yml")
LINKS_FILE = "tautan.yml"


@dataclass(frozen=True)
class Reporting:
    """Mappings by year are in ascending order, those by address in the order of the check."""

    register: Mapping[int, tuple[Request, ...]] = field(default_factory=dict)
    reports: Mapping[int, ReportDocument] = field(default_factory=dict)
    links: Mapping[str, LinkResult] = field(default_factory=dict)
    """Address -> what the last check found; an address that was never checked is not there."""
    assessment: Assessment = field(default_factory=Assessment)


def load_reporting(reader: Reader, data: Path, agencies: Collection[str] | None) -> Reporting:
    """Everything of this part under `data` (`ppid_data/`); problems stay with the reader."""
    register = load_register(reader, data / "register", agencies)
    reports = dict(_reports(reader, data / "laporan", register))
    links = reader.register(data / LINKS_FILE, LinkReport, check_links) if (data / LINKS_FILE).exists() else None
    return Reporting(
        register,
        reports,
        {result.url: result for result in links.hasil} if links else {},
        load_assessment(reader, data / "e-monev", MEASURES),
    )


def _reports(reader: Reader, folder: Path, register: Collection[int]) -> Iterator[tuple[int, ReportDocument]]:
    """(year, report); a report's figures come from the register, so that year's register must be there."""
    for file in reader.listing(folder):
        if file.name.startswith("."):
            continue
        name = REPORT_FILE.fullmatch(file.name)
        if name is None:
            reader.problem(file, "nama berkas salah bentuk. Tulis tahun dengan akhiran .yml, misalnya 2026.yml.")
            continue
        year = int(name["tahun"])
        report = reader.register(file, ReportDocument, lambda *_: iter(()))
        if year not in register:
            reader.problem(
                file,
                f"register tahun {year} belum ada, padahal angka laporan dihitung darinya. "
                f"Buat ppid_data/register/{year}.csv (judul kolom saja bila tidak ada permohonan).",
            )
        if report and report.disusun.year < year:
            reader.problem(file, f"disusun {report.disusun}, sebelum tahun {year} yang dilaporkan.")
        if report:
            yield year, report


def check_links(report: LinkReport, loaded: Loaded) -> Iterator[Problem]:
    """Every address stands there once."""
    seen: set[str] = set()
    for index, result in enumerate(report.hasil):
        if result.url in seen:
            yield loaded.problem(("hasil", index, "url"), "alamat ini sudah ada di atasnya; hapus salah satu.")
        seen.add(result.url)
