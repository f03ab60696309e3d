"""Where SOPs are carried out: the links both ways, and the matrix of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from macros.models.registers import Office
from macros.pages import Page
from macros.portal import Portal
from macros.rendering import render
from macros.views.common import Link, sop_link


def governing_links(portal: Portal, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to SOPs that govern a page, with their office; those of the portal's own office first."""
    ranks = {office: rank for rank, office in enumerate(portal.offices)}
    sops = sorted((portal.sops[id_] for id_ in ids), key=lambda sop: ranks[sop.instansi])
    return tuple(Link(f"{sop.nama} ({portal.offices[sop.instansi].singkatan})", sop_link(sop).url) for sop in sops)


@dataclass(frozen=True)
class Places:
    """Which pages carry out which SOP, as the data says."""

    portal: Portal
    pages: Mapping[str, tuple[str, ...]]
    """Address of a page -> ids of its SOPs."""
    titles: Mapping[str, str]
    """Address of a page -> its title."""

    @classmethod
    def of(cls, portal: Portal, governing: Mapping[str, tuple[str, ...]], pages: Iterable[Page]) -> Places:
        """What the register says, and what parts with data of their own say (`governing`), of pages that are there."""
        titles = {page.alamat: page.judul for page in pages}
        said = {part.alamat: part.sop for part in portal.parts.bagian} | dict(governing)
        return cls(portal, {address: sops for address, sops in said.items() if address in titles}, titles)

    def told_on(self, page: Page) -> Page:
        """The page; where the register names it, with the SOPs that govern it at its end."""
        if page.alamat not in self.registered:
            return page
        told = render("diatur.html", page.alamat, sop=self.of_page(page.alamat))
        return replace(page, isi=lambda: page.html + told)

    @cached_property
    def registered(self) -> frozenset[str]:
        """Pages that the register names; the others say themselves what governs them."""
        return frozenset(part.alamat for part in self.portal.parts.bagian)

    def of_sop(self, sop_id: str) -> tuple[Link, ...]:
        """The pages that carry out an SOP; none that lies below another of them."""
        found = sorted(address for address, sops in self.pages.items() if sop_id in sops)
        top: list[str] = []
        for address in found:  # in order of the alphabet a page comes right before what lies below it
            if not (top and address.startswith(top[-1])):
                top.append(address)
        return tuple(Link(self.titles[address], address) for address in top)

    def reason(self, sop_id: str) -> str:
        """Why no page carries out an SOP; empty where nobody has said."""
        return next((item.alasan for item in self.portal.parts.dalam_kantor if item.sop == sop_id), "")

    def of_page(self, address: str) -> tuple[Link, ...]:
        """The SOPs that govern a page, those of the portal's own office first."""
        return governing_links(self.portal, self.pages[address])

    def matrix(self) -> Iterator[tuple[Office, list[Row]]]:
        """Every SOP of every office."""
        for office in self.portal.offices.values():
            rows = [
                Row(sop_link(sop), self.of_sop(sop.id), self.reason(sop.id)) for sop in self.portal.sops_of(office.id)
            ]
            yield office, rows


@dataclass(frozen=True)
class Row:
    """An SOP, where it is carried out, or why nowhere."""

    sop: Link
    bagian: tuple[Link, ...]
    alasan: str
