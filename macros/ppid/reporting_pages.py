"""Everything the site shows of what the PPID answers for, put together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.models.registers import Agency
from macros.pages import Asset, Document, Page
from macros.ppid.figures import WorkingDays
from macros.ppid.measures import Evidence
from macros.ppid.models.information import Information
from macros.ppid.monitoring import monitor
from macros.ppid.monitoring_pages import AssessmentPages, MonitoringPages
from macros.ppid.register_pages import RegisterPages
from macros.ppid.report_pages import ReportPages, last_due
from macros.ppid.reporting import Reporting


@dataclass(frozen=True)
class ReportingPages:
    """Register, reports, monitoring and self-assessment on one day."""

    reporting: Reporting
    listed: Sequence[Information]
    """The entries that make up the list on that day."""
    agencies: Mapping[str, Agency]
    calendar: WorkingDays
    today: date
    papers: Path | None = None
    halaman: Collection[str] = ()
    """Addresses of the PPID's other pages."""
    pengecualian: int = 0
    """Entries in the list of excluded information."""
    temuan: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Entry id -> what else was found about it."""

    @cached_property
    def register(self) -> RegisterPages:
        """The register's part."""
        return RegisterPages(self.reporting.register, self.agencies, self.calendar, self.today)

    @cached_property
    def reports(self) -> ReportPages:
        """The reports' part."""
        return ReportPages(self.reporting.reports, self.register.years, self.agencies, self.today, self.papers)

    @cached_property
    def monitoring(self) -> MonitoringPages:
        """The monitoring's part."""
        found = monitor(self.listed, self.agencies, self.reporting.links, self.temuan, self.today)
        return MonitoringPages(found, self.reporting.links, self.today)

    @cached_property
    def assessment(self) -> AssessmentPages:
        """The self-assessment's part."""
        year = last_due(self.today)
        evidence = Evidence(
            self.monitoring.monitoring,
            self.halaman,
            self.pengecualian,
            self.register.newest,
            (year, year in self.reporting.reports),
        )
        return AssessmentPages(self.reporting.assessment, evidence, self.today)

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        parts = (self.register, self.reports, self.monitoring, self.assessment)
        return chain.from_iterable(part.pages() for part in parts)

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        parts = (self.register, self.reports, self.monitoring, self.assessment)
        return chain.from_iterable(part.assets() for part in parts)

    def documents(self) -> Iterator[Document]:
        """Everything of this part that is printed."""
        return self.reports.documents()
