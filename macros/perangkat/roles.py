"""In which SOPs an agency acts, and as whom: the office that owns them in all, others by what the settings map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.registers import Agency
from macros.models.sop import Sop
from macros.perangkat.models import Acting, DirectorySettings
from macros.portal import Portal
from macros.views.common import Link, actor_address, sop_link, step_anchor


@dataclass(frozen=True)
class Role:
    """An agency in one SOP."""

    sop: Link
    pelaksana: tuple[Link, ...]
    """As whom it acts; nobody in particular where the SOP is its own."""
    langkah: tuple[Link, ...]
    """The steps that it does, by number."""
    alasan: tuple[str, ...]
    """Why it is thought to act, where the SOP does not say so."""
    milik: bool
    """Whether the SOP is the agency's own."""


@dataclass(frozen=True)
class Roles:
    """Who acts as whom, worked out once for all agencies."""

    portal: Portal
    settings: DirectorySettings
    by_kind: Mapping[str, tuple[Acting, ...]]
    by_agency: Mapping[str, tuple[Acting, ...]]

    @classmethod
    def of(cls, portal: Portal, settings: DirectorySettings) -> Roles:
        """The mapping of the settings, by kind and by agency."""
        kinds: dict[str, list[Acting]] = {}
        agencies: dict[str, list[Acting]] = {}
        for acting in settings.pelaksana:
            for kind in acting.jenis:
                kinds.setdefault(kind, []).append(acting)
            for id_ in acting.perangkat_daerah:
                agencies.setdefault(id_, []).append(acting)
        return cls(
            portal,
            settings,
            {kind: tuple(found) for kind, found in kinds.items()},
            {id_: tuple(found) for id_, found in agencies.items()},
        )

    def of_agency(self, agency: Agency) -> tuple[Role, ...]:
        """The SOPs in which an agency acts, by number; none for one that others have followed."""
        office = self.settings.instansi
        if office is None or agency.id in self.portal.successors:
            return ()
        acting = {item.id: item for item in self.by_kind.get(agency.jenis, ()) + self.by_agency.get(agency.id, ())}
        own = agency.id == self.settings.pemilik
        roles = []
        for sop in self.portal.sops_of(office):
            found = [acting[column.id] for column in sop.pelaksana if column.id in acting]
            if found or own:
                roles.append(self._role(sop, found, own))
        return tuple(roles)

    def _role(self, sop: Sop, found: list[Acting], own: bool) -> Role:
        ids = {item.id for item in found}
        link = sop_link(sop)
        return Role(
            link,
            tuple(Link(self.portal.actors[item.id].nama, actor_address(item.id)) for item in found),
            tuple(
                Link(step.no, f"{link.url}#{step_anchor(step.no)}")
                for step in sop.langkah
                if ids.intersection(step.pelaksana)
            ),
            tuple(dict.fromkeys(item.disimpulkan for item in found if item.disimpulkan)),
            own,
        )

    @property
    def admin_steps(self) -> tuple[tuple[Link, str], ...]:
        """What the admin of an agency's website does by the SOPs that govern it: (link to the step, what it is)."""
        admin = self.settings.admin
        return tuple(
            (Link(f"SOP {sop.nn} langkah {step.no}", f"{sop_link(sop).url}#{step_anchor(step.no)}"), step.kegiatan)
            for sop in (self.portal.sops[id_] for id_ in self.settings.sop)
            for step in sop.langkah
            if admin in step.pelaksana
        )
