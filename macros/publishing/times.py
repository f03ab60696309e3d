"""How long steps took, beside the time that their SOP allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median_low

from macros.durations import Unit, parse_durations
from macros.models.sop import Step
from macros.publishing.models import StepTaken

MINUTES: dict[Unit, int] = {"menit": 1, "jam": 60, "hari": 24 * 60, "minggu": 7 * 24 * 60}
"""Minutes of the units that a clock measures. Working days, months and years are not compared."""


def allowed(step: Step) -> timedelta | None:
    """The longest time that the SOP allows a step; None where it prints none, several, or one that is per something."""
    times = parse_durations(step.waktu)
    if len(times) != 1 or times[0].maximum is None or times[0].per or times[0].satuan not in MINUTES:
        return None
    return timedelta(minutes=float(times[0].maximum * Decimal(MINUTES[times[0].satuan])))


def taken(record: StepTaken) -> timedelta:
    """How long a step took by the clock, nights and free days included."""
    return record.selesai - record.mulai


@dataclass(frozen=True)
class StepTimes:
    """What is known of one step over many pieces of content."""

    banyak: int
    median: timedelta
    terlama: timedelta
    dalam_mutu_baku: int | None
    """How many kept the time of the SOP; None where it allows no time that could be compared."""


def step_times(step: Step, records: Iterable[StepTaken]) -> StepTimes | None:
    """The times of all records of a step; None where there is none."""
    spans = sorted(taken(record) for record in records)
    if not spans:
        return None
    limit = allowed(step)
    kept = None if limit is None else sum(span <= limit for span in spans)
    return StepTimes(len(spans), median_low(spans), spans[-1], kept)


def span_text(span: timedelta) -> str:
    """`40 menit`, `2 jam 5 menit`, `3 hari 4 jam`: its two largest units."""
    minutes = round(span.total_seconds() / 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [f"{number} {unit}" for number, unit in ((days, "hari"), (hours, "jam"), (minutes, "menit")) if number]
    return " ".join(parts[:2]) or "0 menit"
