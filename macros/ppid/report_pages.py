"""The annual service reports: the list with its due dates, a page for each, and the same to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from macros.charts.view import Figure
from macros.models.registers import Agency
from macros.pages import Asset, Page, Printable
from macros.paper.styles import DOCUMENT
from macros.ppid.figures import ServiceFigures
from macros.ppid.models.report import ReportDocument
from macros.ppid.service_charts import kind_charts
from macros.rendering import render

ADDRESS = "ppid/laporan/"
DUE_MONTH, DUE_DAY = 3, 31
"""A year's report is due on 31 March of the next (Perki 1/2021 Pasal 56)."""


def due(year: int) -> date:
    """The day by which the report of a year must be there."""
    return date(year + 1, DUE_MONTH, DUE_DAY)


def last_due(today: date) -> int:
    """The newest year whose report must be there already."""
    return today.year - 1 if due(today.year - 1) < today else today.year - 2


def pdf_address(year: int) -> str:
    """Where the printed report lies."""
    return f"{ADDRESS}{year}.pdf"


@dataclass(frozen=True)
class Line:
    """One year in the list of reports."""

    tahun: int
    batas: date
    url: str | None
    pdf_url: str | None
    terlambat: bool
    """Whether the day has passed without a report on this site."""


@dataclass(frozen=True)
class ReportPages:
    """Made from the words of the reports and the figures of their years."""

    reports: Mapping[int, ReportDocument]
    years: Mapping[int, ServiceFigures]
    agencies: Mapping[str, Agency]
    today: date
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""

    @cached_property
    def charts(self) -> Mapping[int, tuple[Figure, ...]]:
        """Year -> the charts of its report."""
        return {
            year: tuple(kind_charts(self._figures(year), self.agencies, str(year), f"{ADDRESS}{year}/"))
            for year in self.reports
        }

    def lines(self) -> tuple[Line, ...]:
        """Every year from the first that is known of to this one, newest first."""
        first = min((*self.reports, *self.years, last_due(self.today)))
        return tuple(
            Line(
                year,
                due(year),
                f"{ADDRESS}{year}/" if year in self.reports else None,
                self._printed(year),
                year not in self.reports and due(year) < self.today,
            )
            for year in range(self.today.year, first - 1, -1)
        )

    def pages(self) -> Iterator[Page]:
        """The list and every report."""
        html = render("ppid/laporan-daftar.html", ADDRESS, baris=self.lines(), hari_ini=self.today)
        yield Page(
            ADDRESS,
            "Laporan layanan informasi",
            "Laporan layanan informasi publik setiap tahun, batas waktunya, dan tahun yang belum dimuat.",
            html,
        )
        for year in self.reports:
            address = f"{ADDRESS}{year}/"
            yield Page(
                address,
                f"Laporan layanan informasi {year}",
                f"Laporan layanan informasi publik tahun {year}: kebijakan, pelaksanaan, angka, kendala, rekomendasi.",
                render("ppid/laporan.html", address, pdf_url=self._printed(year), **self._content(year)),
            )

    def assets(self) -> Iterator[Asset]:
        """CSV of every chart."""
        for charts in self.charts.values():
            for chart in charts:
                yield chart.asset

    def printables(self) -> Iterator[Printable]:
        """Every report, to be printed."""
        for year in self.reports:
            html = render("ppid/kertas-laporan.html", "", **self._content(year))
            title = f"Laporan layanan informasi publik tahun {year}"
            yield Printable(pdf_address(year), title, html, DOCUMENT, kaki=f"Laporan layanan informasi publik {year}")

    def _printed(self, year: int) -> str | None:
        return pdf_address(year) if pdf_address(year) in self.printed else None

    def _figures(self, year: int) -> ServiceFigures:
        """The year as it stood when the report was laid down: it does not change with the day of the build."""
        return replace(self.years[year], today=self.reports[year].disusun)

    def _content(self, year: int) -> dict[str, Any]:
        return {
            "tahun": year,
            "laporan": self.reports[year],
            "angka": self._figures(year),
            "grafik": self.charts[year],
        }
