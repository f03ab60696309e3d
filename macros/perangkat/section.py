"""The directory's part of the site: the list of agencies, one page for each, the directory for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from macros.models.registers import Agency, AgencyEvidence, AgencyKind
from macros.pages import Asset, Page
from macros.perangkat.models import DirectorySettings
from macros.perangkat.opendata import (
    CSV_FILE,
    JSON_FILE,
    ROOT,
    agency_address,
    files,
    on_government_domain,
    organization,
)
from macros.perangkat.roles import Roles
from macros.portal import Portal
from macros.ppid.models.information import Information
from macros.ppid.models.links import LinkResult
from macros.ppid.monitoring import AgencyReview
from macros.ppid.section import PpidSection
from macros.rendering import render
from macros.spbe.situs.pages import Chapter
from macros.views.common import Link, actor_address
from macros.views.parts import governing_links
from macros.warta.section import WartaSection
from macros.warta.views import Card

HEADINGS: Mapping[AgencyKind, str] = {
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "dinas": "Dinas",
    "badan": "Badan",
    "satuan": "Satuan",
    "rsud": "Rumah sakit umum daerah",
    "kecamatan": "Kecamatan",
    "bumd": "Badan usaha milik daerah",
}
"""Kind -> its heading, in the order of the list."""

FORMER = "Nomenklatur lama"

NEWEST = 5
"""So many of the newest entries and news stand on an agency's page."""

Datasets = Mapping[str, Sequence[Link]]
"""Agency -> links to its data sets."""


@dataclass(frozen=True)
class Row:
    """An agency in the list."""

    perangkat_daerah: Agency
    url: str
    butir: int
    warta: int
    sop: int
    cari: str
    """What the filter looks through."""


@dataclass(frozen=True)
class Group:
    """Agencies of one kind, by name."""

    judul: str
    baris: tuple[Row, ...]


@dataclass(frozen=True)
class DirectorySection:
    """The pages and files about agencies on one day; a page's HTML is made when it is written."""

    settings: DirectorySettings
    portal: Portal
    today: date
    ppid: PpidSection
    warta: WartaSection
    histories: Mapping[str, Sequence[Chapter]]
    """Agency -> how its website was judged in each period, the oldest first."""
    datasets: Datasets | None = None
    """None where the portal has no catalogue of data."""
    address: str = ""
    """The site's own address, ending in a slash; empty where it is not known."""

    @cached_property
    def roles(self) -> Roles:
        """Who acts as whom in SOPs."""
        return Roles.of(self.portal, self.settings)

    @cached_property
    def governing(self) -> Mapping[str, tuple[str, ...]]:
        """Address of each page -> ids of the SOPs that govern it."""
        return dict.fromkeys((ROOT, *map(agency_address, self.portal.agencies)), self.settings.sop)

    @cached_property
    def _sops(self) -> tuple[Link, ...]:
        return governing_links(self.portal, self.settings.sop)

    @cached_property
    def _entries(self) -> Mapping[str, list[Information]]:
        """Agency -> its entries in the list of public information, the newest first."""
        found: dict[str, list[Information]] = {}
        for item in sorted(self.ppid.listing.dip.listed, key=lambda item: item.terbit or date.min, reverse=True):
            found.setdefault(item.perangkat_daerah, []).append(item)
        return found

    @cached_property
    def _reviews(self) -> Mapping[str, AgencyReview]:
        reviews = self.ppid.reporting.monitoring.monitoring.perangkat_daerah
        return {review.perangkat_daerah.id: review for review in reviews}

    @property
    def _links(self) -> Mapping[str, LinkResult]:
        return self.ppid.ppid.reporting.links

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The list: present agencies by kind, former ones at the end."""
        rows: dict[str, list[Row]] = {heading: [] for heading in (*HEADINGS.values(), FORMER)}
        for agency in sorted(self.portal.agencies.values(), key=lambda item: item.nama.casefold()):
            former = agency.id in self.portal.successors
            rows[FORMER if former else HEADINGS[agency.jenis]].append(self._row(agency))
        return tuple(Group(heading, tuple(found)) for heading, found in rows.items() if found)

    def _row(self, agency: Agency) -> Row:
        names = (agency.nama, agency.singkatan, *agency.nama_sebelumnya, agency.domain, agency.kode)
        return Row(
            agency,
            agency_address(agency.id),
            len(self._entries.get(agency.id, ())),
            len(self.warta.shelves.by_agency.get(agency.id, ())),
            len(self.roles.of_agency(agency)),
            " ".join(name.lower() for name in names if name),
        )

    def pages(self) -> Iterator[Page]:
        """The list, and one page for each agency."""
        present = self.portal.present_agencies.values()
        yield Page(
            ROOT,
            "Perangkat daerah",
            "Direktori perangkat daerah: alamat, situs, kontak, admin, dan semua yang dimuat portal tentangnya.",
            partial(
                render,
                "perangkat/daftar.html",
                ROOT,
                kelompok=self.groups,
                sop=self._sops,
                sekarang=len(present),
                bersitus=sum(agency.situs is not None for agency in present),
                berdomain=sum(on_government_domain(agency) is True for agency in present),
                beralamat=sum(bool(agency.kontak and agency.kontak.alamat) for agency in present),
                beradmin=sum(agency.admin is not None for agency in present),
                json_url=JSON_FILE,
                csv_url=CSV_FILE,
                hari_ini=self.today,
            ),
        )
        yield from map(self._page, self.portal.agencies.values())

    def _page(self, agency: Agency) -> Page:
        address = agency_address(agency.id)
        summary = f"{agency.nama}: kontak, situs, informasi publik, warta, dan SOP tempatnya bertindak."
        return Page(address, agency.nama, summary, partial(self._html, agency))

    def _html(self, agency: Agency) -> str:
        address = agency_address(agency.id)
        entries = self._entries.get(agency.id, [])
        chapters = self.histories.get(agency.id, ())
        admin = self.portal.actors.get(self.settings.admin) if self.settings.admin else None
        return render(
            "perangkat/perangkat.html",
            address,
            satu=agency,
            sop=self._sops,
            penerus=self.portal.successors.get(agency.id, ()),
            go_id=on_government_domain(agency),
            tautan=self._links.get(agency.situs) if agency.situs else None,
            admin=Link(admin.nama, actor_address(admin.id)) if admin else None,
            tugas_admin=self.roles.admin_steps,
            butir=entries[:NEWEST],
            jumlah_butir=len(entries),
            tinjauan=self._reviews.get(agency.id),
            warta=self._news(agency.id),
            jumlah_warta=len(self.warta.shelves.by_agency.get(agency.id, ())),
            peran=self.roles.of_agency(agency),
            situs=chapters[-1] if chapters else None,
            data=None if self.datasets is None else tuple(self.datasets.get(agency.id, ())),
            sumber=self._evidence(agency),
            hari_ini=self.today,
            metadata=organization(agency, self.settings.induk, self.address),
        )

    def _news(self, id_: str) -> tuple[Card, ...]:
        places = self.warta.shelves.by_agency.get(id_, ())
        return tuple(self.warta.cards[item.alamat] for item in self.warta.shelves.pick(places[:NEWEST]))

    def _evidence(self, agency: Agency) -> tuple[AgencyEvidence, ...]:
        named = (*agency.sumber, *(agency.kontak.sumber if agency.kontak else ()))
        return tuple(self.portal.agency_sources[id_] for id_ in dict.fromkeys(named))

    def assets(self) -> Iterator[Asset]:
        """The directory for machines."""
        return files(self.portal, self.portal.agency_sources, self.address)
