"""Annual reports: what they need, when they are due, and that their figures are the register's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.portal import Portal
from macros.ppid.figures import ServiceFigures
from macros.ppid.models.report import ReportDocument
from macros.ppid.report_pages import ReportPages, last_due
from macros.ppid.reporting import Reporting, load_reporting
from macros.reading import Reader
from tests.conftest import ROOT, TODAY
from tests.ppid.test_register import HEAD, REQUESTS, WEEKDAYS

EXAMPLE = (ROOT / "ppid_data/contoh-laporan.yml").read_text(encoding="utf-8")


def read(
    folder: Path, text: str, name: str = "2026.yml", register: str | None = "2026.csv"
) -> tuple[list[str], Reporting]:
    """What the checker says of one report, and what was read."""
    for part in ("laporan", "register"):
        (folder / "ppid_data" / part).mkdir(parents=True)
    (folder / "ppid_data/laporan" / name).write_text(text, encoding="utf-8")
    if register:
        (folder / "ppid_data/register" / register).write_text(HEAD, encoding="utf-8")
    reader = Reader(folder)
    reporting = load_reporting(reader, folder / "ppid_data", None)
    problems = [*reader.problems, *(problem for loaded in reader.files.values() for problem in loaded.problems)]
    return [str(problem).removeprefix("ppid_data/laporan/") for problem in problems], reporting


def test_the_example_to_copy_is_right(tmp_path: Path) -> None:
    """The annotated example is a whole report."""
    problems, reporting = read(tmp_path, EXAMPLE)
    assert problems == []
    assert reporting.reports[2026].disusun == date(2027, 3, 15)


def test_a_report_needs_the_register_of_its_year(tmp_path: Path) -> None:
    """Figures are never typed, so without a register there are none."""
    problems, _ = read(tmp_path, EXAMPLE, register=None)
    assert len(problems) == 1
    assert problems[0].startswith("2026.yml:1: register tahun 2026 belum ada")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kendala:\n", "kendalla:\n", 'kendalla: kunci ini tidak dikenal. Maksud Anda "kendala"?'),
        ("2027-03-15", "2025-03-15", "2026.yml:1: disusun 2025-03-15, sebelum tahun 2026 yang dilaporkan."),
        ("2027-03-15", "15 Maret 2027", "bukan tanggal yang sah"),
        ('"Contoh: dasar dan gambaran', '"NIK 7604010101900001', "memuat NIK"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """As in every other content file."""
    problems, _ = read(tmp_path, EXAMPLE.replace(old, new))
    assert any(message in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 3, 31), 2024), (date(2026, 4, 1), 2025), (date(2026, 12, 31), 2025), (date(2027, 1, 1), 2025)],
)
def test_a_report_is_due_on_31_march(today: date, year: int) -> None:
    """The last day is not late yet."""
    assert last_due(today) == year


def pages(
    portal: Portal,
    years: dict[int, ServiceFigures],
    reports: dict[int, ReportDocument],
    printed: frozenset[str] = frozenset(),
) -> ReportPages:
    """The pages of these reports."""
    return ReportPages(reports, years, portal.agencies, TODAY, printed)


def example() -> ReportDocument:
    """The example as a report."""
    paragraph = ("Contoh.",)
    return ReportDocument(disusun=date(2026, 3, 1), kebijakan=paragraph, pelaksanaan=paragraph, kendala=("Contoh kendala.",), rekomendasi=("Contoh rekomendasi.",))  # fmt: skip


def test_list_says_which_years_are_missing(portal: Portal) -> None:
    """From the first year known of to this one; what is not due yet is not missing."""
    figures = {year: ServiceFigures((), WEEKDAYS, TODAY) for year in (2023, 2024)}
    lines = pages(portal, figures, {2024: example()}).lines()
    assert [(line.tahun, line.batas, bool(line.url), line.terlambat) for line in lines] == [
        (2026, date(2027, 3, 31), False, False),
        (2025, date(2026, 3, 31), False, True),
        (2024, date(2025, 3, 31), True, False),
        (2023, date(2024, 3, 31), False, True),
    ]


def test_without_any_data_only_the_last_due_year_is_told_of(portal: Portal) -> None:
    """Nobody knows what was reported before there was a portal."""
    assert [line.tahun for line in pages(portal, {}, {}).lines()] == [2026, 2025]


def test_the_report_shows_what_the_register_holds(portal: Portal) -> None:
    """Six parts with figures; PDF is linked only where it was printed; paper holds the tables of its charts."""
    figures = {2026: ServiceFigures(REQUESTS, WEEKDAYS, TODAY)}
    made = pages(portal, figures, {2026: example()})
    page = {page.alamat: page.html for page in made.pages()}["ppid/laporan/2026/"]
    for text in ("Kebijakan pelayanan", "Pelaksanaan", "Pelayanan dalam angka", "Keberatan dan sengketa", "Contoh kendala.", "Contoh rekomendasi.", "2 dari 5 permohonan yang dapat dinilai dijawab tepat waktu (40%)", "Contoh alasan: 1 permohonan"):  # fmt: skip
        assert text in page
    assert ".pdf" not in page
    printed = pages(portal, figures, {2026: example()}, frozenset({"ppid/laporan/2026.pdf"}))
    assert 'href="../../../ppid/laporan/2026.pdf"' in {p.alamat: p.html for p in printed.pages()}["ppid/laporan/2026/"]
    (document,) = printed.printables()
    assert document.alamat == "ppid/laporan/2026.pdf"
    assert document.html.count("<svg") == 2
    assert document.html.count("<table") == 3
    assert "<details" not in document.html
