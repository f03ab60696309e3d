"""What is known of each regulation, and which SOPs stand on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.registers import Evidence, Regulation, Status
from macros.portal import Portal
from macros.views.common import Link, regulation_address, sop_link

TONES: Mapping[Status, str] = {
    "berlaku": "baik",
    "diubah": "awas",
    "sumber berbeda": "awas",
    "dicabut": "gawat",
    "digantikan": "gawat",
    "belum diverifikasi": "",
}
"""Status -> how its badge looks."""


@dataclass(frozen=True)
class RegulationView:
    """A regulation, what is known of it, and the SOPs that stand on it."""

    peraturan: Regulation
    url: str
    sumber: tuple[Evidence, ...]
    sop: tuple[tuple[Link, str, str], ...]
    """(link to the SOP, office's short name, text as printed there); an SOP may cite a regulation twice"""

    @property
    def nada(self) -> str:
        """How the badge of its status looks."""
        return TONES[self.peraturan.status]

    @property
    def jumlah_sop(self) -> int:
        """How many SOPs stand on it."""
        return len({link.url for link, _, _ in self.sop})


def regulation_views(portal: Portal) -> tuple[RegulationView, ...]:
    """Every regulation of the register, most cited first."""
    views = []
    for regulation in portal.regulations.values():
        cited = tuple(
            (sop_link(sop), portal.offices[sop.instansi].singkatan, basis.teks)
            for sop in portal.sops.values()
            for basis in sop.dasar_hukum
            if basis.peraturan == regulation.id
        )
        views.append(
            RegulationView(
                regulation,
                regulation_address(regulation.id),
                tuple(portal.evidence[source] for source in regulation.sumber),
                cited,
            )
        )
    return tuple(sorted(views, key=lambda view: (-view.jumlah_sop, view.peraturan.nama)))
