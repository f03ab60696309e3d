"""The steps that one piece of content took, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.dates import long_moment
from macros.publishing.models import Reviewed
from macros.publishing.routes import Route
from macros.publishing.times import allowed, span_text, taken


@dataclass(frozen=True)
class TrailStep:
    """One step that was taken."""

    no: str
    kegiatan: str
    jabatan: str
    """Who does it, as the SOP prints it."""
    oleh: str
    mulai: str
    selesai: str
    lama: str
    mutu_baku: str
    """The time that the SOP allows, as printed; empty where it prints none."""
    terpenuhi: bool | None
    """Whether that was kept; None where it cannot be compared."""
    putusan: str | None


@dataclass(frozen=True)
class Trail:
    """The way of one piece of content to the public."""

    sop: str
    """Id of the SOP."""
    nama: str
    langkah: tuple[TrailStep, ...]


def trail(item: Reviewed, route: Route | None) -> Trail | None:
    """The steps that content took; None where none are recorded."""
    if route is None or not item.alur:
        return None
    return Trail(route.sop.id, route.sop.nama, tuple(_steps(item, route)))


def _steps(item: Reviewed, route: Route) -> list[TrailStep]:
    steps = []
    for record in item.alur:
        step = route.sop.step(record.langkah)
        span, limit = taken(record), allowed(step)
        steps.append(
            TrailStep(
                step.no,
                step.kegiatan,
                route.titles[record.peran],
                record.oleh,
                long_moment(record.mulai),
                long_moment(record.selesai),
                span_text(span),
                step.waktu or "",
                None if limit is None else span <= limit,
                record.putusan,
            )
        )
    return steps
