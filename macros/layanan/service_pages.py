"""The pages of services: the list, one page each, and their blank forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.layanan.content import Layanan
from macros.layanan.derived import Derived
from macros.layanan.service_view import ADDRESS, ServiceView, form_address, service_view
from macros.layanan.sheets import form_pdf, request_sheet
from macros.models.registers import Office
from macros.pages import Page, Printable
from macros.paper.styles import WEB
from macros.portal import Portal
from macros.rendering import render

SHEET_STYLES = (WEB / "ppid/lembar.css", WEB / "layanan/formulir.css")


@dataclass(frozen=True)
class OfficeServices:
    """The services of one office for one group of people."""

    instansi: Office
    layanan: tuple[ServiceView, ...]


@dataclass(frozen=True)
class GroupServices:
    """The services for one group of people, by office."""

    id: str
    nama: str
    instansi: tuple[OfficeServices, ...]


@dataclass(frozen=True)
class ServicePages:
    """Made from all services."""

    layanan: Layanan
    portal: Portal
    printed: frozenset[str] = frozenset()
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def views(self) -> Mapping[str, ServiceView]:
        """Id -> its view, by office in the register's order, then in the order of the SOPs."""
        names = {group.id: group.nama for group in self.layanan.groups.values()}
        sops = list(self.portal.sops)
        offices = list(self.portal.offices)
        services = sorted(
            self.layanan.services.values(), key=lambda item: (offices.index(item.instansi), sops.index(item.sop))
        )
        return {
            service.id: service_view(
                Derived(service, self.portal.sops[service.sop], self.portal.flows[service.sop]),
                names,
                self.portal,
                self.address,
            )
            for service in services
        }

    @cached_property
    def groups(self) -> tuple[GroupServices, ...]:
        """Everybody who may ask for something, with what they may ask for; a service may stand in several groups."""
        found = []
        for group in self.layanan.groups.values():
            ids = {
                service.id
                for service in self.layanan.services.values()
                if any(asker.golongan == group.id for asker in service.peminta)
            }
            offices = []
            for office in self.portal.offices.values():
                views = tuple(v for v in self.views.values() if v.id in ids and v.instansi.id == office.id)
                if views:
                    offices.append(OfficeServices(office, views))
            if offices:
                found.append(GroupServices(group.id, group.nama, tuple(offices)))
        return tuple(found)

    def pages(self) -> Iterator[Page]:
        """The list, then every service and its form."""
        contents = [(group.id, group.nama) for group in self.groups]
        html = render("layanan/daftar.html", ADDRESS, golongan=self.groups, isi=contents, jumlah=len(self.views))
        yield Page(ADDRESS, "Layanan", "Layanan dinas menurut siapa yang meminta: syarat, langkah, waktu, hasil.", html)
        for view in self.views.values():
            yield Page(view.url, view.nama, view.ringkasan, render("layanan/layanan.html", view.url, layanan=view))
            if view.formulir_url:
                yield self._form(view)

    def _form(self, view: ServiceView) -> Page:
        address = form_address(view.id)
        sheet, recipient = request_sheet(view, self._addressee(view.id))
        pdf = form_pdf(view.id) if form_pdf(view.id) in self.printed else None
        html = render(
            "layanan/formulir.html", address, layanan=view, formulir=sheet, penerima=recipient, kosong_pdf=pdf
        )
        return Page(address, f"Formulir: {view.nama}", f"Lembar kosong untuk meminta {view.nama}.", html)

    def _addressee(self, service_id: str) -> str | None:
        form = self.layanan.services[service_id].formulir
        return form.kepada if form else None

    def printables(self) -> Iterator[Printable]:
        """The blank forms: one page each, so without foot and bookmarks."""
        for view in self.views.values():
            if view.formulir_url:
                sheet, recipient = request_sheet(view, self._addressee(view.id))
                address = form_pdf(view.id)
                html = render("layanan/kertas-formulir.html", address, layanan=view, formulir=sheet, penerima=recipient)
                yield Printable(address, sheet.judul_lembar, html, SHEET_STYLES, penanda=False)
