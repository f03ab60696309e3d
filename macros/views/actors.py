"""What each actor does: "apa tugas saya"."""

from __future__ import annotations

from dataclasses import dataclass

from macros.durations import totals
from macros.export import sop_address, step_times
from macros.models.registers import Office
from macros.models.sop import Sop, Step
from macros.portal import Portal
from macros.views.common import KIND_NAMES, Link, actor_address, sop_link, step_anchor, total_text


@dataclass(frozen=True)
class Duty:
    """One step that an actor does."""

    no: str
    url: str
    kegiatan: str
    waktu: str
    output: str
    jenis: str
    bersama: str
    disimpulkan: bool


@dataclass(frozen=True)
class DutyGroup:
    """An actor's steps in one SOP."""

    sop: Link
    nomor: str
    tertulis: str | None
    langkah: tuple[Duty, ...]


@dataclass(frozen=True)
class ActorView:
    """What one actor does, by office and SOP."""

    id: str
    nama: str
    catatan: str | None
    url: str
    instansi: tuple[tuple[Office, tuple[DutyGroup, ...]], ...]
    sop: int
    langkah: int
    total: tuple[str, ...]
    tidak_terhitung: int


def actor_views(portal: Portal) -> tuple[ActorView, ...]:
    """Every actor that some SOP has a column for, by name."""
    views = []
    for actor in sorted(portal.actors.values(), key=lambda item: item.nama.casefold()):
        offices = []
        times = []
        steps = sops = 0
        for office in portal.offices.values():
            groups = []
            for sop in portal.sops_of(office.id):
                column = next((column for column in sop.pelaksana if column.id == actor.id), None)
                if column is None:
                    continue
                duties = tuple(_duty(sop, portal, step, actor.id) for step in sop.langkah if actor.id in step.pelaksana)
                times += [
                    time for step, time in zip(sop.langkah, step_times(sop), strict=True) if actor.id in step.pelaksana
                ]
                groups.append(DutyGroup(sop_link(sop), sop.nomor, column.tertulis, duties))
                steps += len(duties)
                sops += 1
            if groups:
                offices.append((office, tuple(groups)))
        if offices:
            sums, left_out = totals(times)
            views.append(
                ActorView(
                    actor.id,
                    actor.nama,
                    actor.catatan,
                    actor_address(actor.id),
                    tuple(offices),
                    sops,
                    steps,
                    tuple(total_text(total) for total in sums),
                    left_out,
                )
            )
    return tuple(views)


def _duty(sop: Sop, portal: Portal, step: Step, actor_id: str) -> Duty:
    others = [portal.actors[other].nama for other in step.pelaksana if other != actor_id]
    return Duty(
        no=step.no,
        url=f"{sop_address(sop.id)}#{step_anchor(step.no)}",
        kegiatan=step.kegiatan,
        waktu=step.waktu or "",
        output=step.output or "",
        jenis=KIND_NAMES[portal.flows[sop.id].kind(step)],
        bersama=", ".join(others),
        disimpulkan="pelaksana" in sop.concluded(step),
    )
