"""The steps that one piece of content took, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.dates import long_date, long_moment
from macros.publishing.models import Reviewed, StepTaken
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
    waktu: str
    """From when to when."""
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


def _times(record: StepTaken) -> str:
    """`9 Desember 2026 pukul 09.00 sampai 09.25 WITA`; the second day is told where it is another."""
    if record.mulai.date() == record.selesai.date():
        return f"{long_date(record.mulai.date())} pukul {record.mulai:%H.%M} sampai {record.selesai:%H.%M} WITA"
    return f"{long_moment(record.mulai)} sampai {long_moment(record.selesai)}"


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
                _times(record),
                span_text(span),
                step.waktu or "",
                None if limit is None else span <= limit,
                record.putusan,
            )
        )
    return steps
