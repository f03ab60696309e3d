"""How long steps took, beside the time that their SOP allows."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from macros.dates import WITA
from macros.models.sop import Step
from macros.publishing.models import StepTaken
from macros.publishing.times import allowed, span_text, step_times


def step(time: str | None) -> Step:
    """A step with this printed time."""
    return Step.model_construct(no="1", kegiatan="Contoh", pelaksana=("staf",), waktu=time)


def record(minutes: int) -> StepTaken:
    """A step that took so long."""
    start = datetime(2026, 11, 20, 9, tzinfo=WITA)
    end = start + timedelta(minutes=minutes)
    return StepTaken.model_construct(langkah="1", peran="staf", oleh="Contoh", mulai=start, selesai=end)


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        ("30 Menit", 30),
        ("2 jam", 120),
        ("3 hari", 3 * 24 * 60),
        ("1-2 minggu", 14 * 24 * 60),
        ("maks 60 menit", 60),
        ("1,5 jam", 90),
        ("15 menit/ elemen data", None),
        ("5 hari kerja", None),
        ("H-1", None),
        ("10 menit atau 20 menit", None),
        (None, None),
    ],
)
def test_the_printed_time_as_a_limit(printed: str | None, minutes: int | None) -> None:
    """Only one time, by the clock, that is not per something."""
    assert allowed(step(printed)) == (None if minutes is None else timedelta(minutes=minutes))


def test_figures_over_many() -> None:
    """How many, the middle one, the longest, how many in time; exactly on time is in time."""
    times = step_times(step("30 menit"), [record(minutes) for minutes in (45, 30, 10)])
    assert times is not None
    assert (times.banyak, times.median, times.terlama, times.dalam_mutu_baku) == (
        3,
        timedelta(minutes=30),
        timedelta(minutes=45),
        2,
    )
    uncounted = step_times(step("H-1"), [record(5)])
    assert uncounted is not None
    assert uncounted.dalam_mutu_baku is None
    assert step_times(step("30 menit"), []) is None


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 menit"), (40, "40 menit"), (125, "2 jam 5 menit"), (120, "2 jam"), (4565, "3 hari 4 jam")],
)
def test_a_span_in_words(minutes: int, text: str) -> None:
    """Its two largest units."""
    assert span_text(timedelta(minutes=minutes)) == text
