"""The part of the site made from services, complaints and surveys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.layanan.complaint_pages import ADDRESS as COMPLAINTS
from macros.layanan.complaint_pages import ComplaintPages, year_address
from macros.layanan.content import Layanan
from macros.layanan.records import answer_records, service_records
from macros.layanan.service_pages import ServicePages
from macros.layanan.survey_pages import FORM, SurveyPages
from macros.layanan.survey_view import ADDRESS as SURVEYS
from macros.pages import Asset, Page, Printable
from macros.portal import Portal
from macros.search import Record


@dataclass(frozen=True)
class LayananSection:
    """The pages and files made from services, complaints and surveys on one day."""

    layanan: Layanan
    portal: Portal
    today: date
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def services(self) -> ServicePages:
        """The services."""
        return ServicePages(self.layanan, self.portal, self.printed, self.address)

    @cached_property
    def complaints(self) -> ComplaintPages:
        """Complaints and aspirations."""
        return ComplaintPages(self.layanan.complaints, self.portal, self.today, self.layanan.contoh)

    @cached_property
    def surveys(self) -> SurveyPages:
        """The surveys."""
        names = {view.id: (view.nama, view.url) for view in self.services.views.values()}
        return SurveyPages(self.layanan.surveys, self.portal, self.today, names, self.printed, self.layanan.contoh)

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a page -> ids of the SOPs that it carries out, as the data says."""
        pages: dict[str, tuple[str, ...]] = {view.url: (view.prosedur.id,) for view in self.services.views.values()}
        complaints = tuple(sop.id for sop in self.complaints.sops)
        pages |= dict.fromkeys((COMPLAINTS, *map(year_address, self.complaints.years)), complaints)
        for answer in self.complaints.answers:
            pages[answer.alamat] = tuple(sop.id for sop in self.complaints.sops_of(answer))
        surveys = (view.url for view in self.surveys.views)
        pages |= dict.fromkeys((SURVEYS, FORM, *surveys), tuple(sop.id for sop in self.surveys.sops))
        return {address: ids for address, ids in pages.items() if ids}

    def pages(self) -> Iterator[Page]:
        """Every page of this part."""
        yield from self.services.pages()
        yield from self.complaints.pages()
        yield from self.surveys.pages()

    def assets(self) -> Iterator[Asset]:
        """Every file of this part."""
        yield from self.complaints.assets()
        yield from self.surveys.assets()

    def records(self) -> Iterator[Record]:
        """What the search knows of this part."""
        yield from service_records(self.services.views, self.layanan.services)
        yield from answer_records(self.complaints.answers, self.today)

    def printables(self) -> Iterator[Printable]:
        """Everything of this part that is printed."""
        yield from self.services.printables()
        yield from self.surveys.printables()
