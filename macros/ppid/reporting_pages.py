"""Everything the site shows of what the PPID answers for, put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from macros.models.registers import Agency
from macros.pages import Asset, FileAsset, Page, Printable
from macros.ppid.content import Ppid
from macros.ppid.findings import all_findings
from macros.ppid.measures import DIP, Evidence
from macros.ppid.monitoring import monitor
from macros.ppid.monitoring_pages import AssessmentPages, MonitoringPages
from macros.ppid.register_pages import RegisterPages
from macros.ppid.report_pages import ReportPages, last_due
from macros.ppid.reporting import Reporting
from macros.ppid.workdays import Calendar

OWN_COLUMNS = frozenset({"kolom-kosong", "kategori-belum-ditetapkan", "berkala-terlambat"})
"""Rules of findings that monitoring counts in columns of their own."""


@dataclass(frozen=True)
class ReportingPages:
    """Register, reports, monitoring and self-assessment on one day."""

    ppid: Ppid
    agencies: Mapping[str, Agency]
    calendar: Calendar
    today: date
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""
    halaman: Collection[str] = ()
    """Addresses of the PPID's other pages."""

    @property
    def reporting(self) -> Reporting:
        """What was read."""
        return self.ppid.reporting

    @cached_property
    def register(self) -> RegisterPages:
        """The register's part."""
        return RegisterPages(self.reporting.register, self.agencies, self.calendar, self.today)

    @cached_property
    def reports(self) -> ReportPages:
        """The reports' part."""
        return ReportPages(self.reporting.reports, self.register.years, self.agencies, self.today, self.printed)

    @cached_property
    def monitoring(self) -> MonitoringPages:
        """The monitoring's part."""
        listed = [i for i in self.ppid.information.values() if i.terlihat(self.today)]
        findings = {
            entry: [f"{item.bagian}: {item.uraian}" for item in items if item.rule.kode not in OWN_COLUMNS]
            for entry, items in all_findings(self.ppid, self.today).items()
        }
        found = monitor(listed, self.agencies, self.reporting.links, findings, self.today)
        return MonitoringPages(found, self.reporting.links, self.today, DIP in self.halaman)

    @cached_property
    def assessment(self) -> AssessmentPages:
        """The self-assessment's part."""
        year = last_due(self.today)
        evidence = Evidence(
            self.monitoring.monitoring,
            self.halaman,
            len(self.ppid.exclusions.published),
            self.register.newest,
            (year, year in self.reporting.reports),
        )
        return AssessmentPages(self.reporting.assessment, evidence, self.today)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        parts = (self.register, self.reports, self.monitoring, self.assessment)
        return chain.from_iterable(part.pages() for part in parts)

    def assets(self) -> Iterator[Asset | FileAsset]:
        """Every file of this part."""
        parts = (self.register, self.reports, self.monitoring, self.assessment)
        return chain.from_iterable(part.assets() for part in parts)

    def printables(self) -> Iterator[Printable]:
        """Everything of this part that is printed."""
        return self.reports.printables()
