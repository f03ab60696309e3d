"""Days and moments."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from macros import dates
from macros.dates import build_day, long_date, spelled_dates


def test_dates_are_written_out() -> None:
    """As Indonesians write them."""
    assert long_date(date(2019, 10, 20)) == "20 Oktober 2019"
    assert long_date(None) == ""


def test_dates_within_a_text_are_written_out() -> None:
    """Numbers that only look like a date stay."""
    assert spelled_dates("dibaca 2026-11-21, nomor 2026-13-40") == "dibaca 21 November 2026, nomor 2026-13-40"
    assert spelled_dates(None) == ""


def test_the_day_begins_with_wita(monkeypatch: pytest.MonkeyPatch) -> None:
    """At 17.00 UTC it is one o'clock of the next day in Polewali."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 11, 20, 17, 0, tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(dates, "datetime", Clock)
    assert build_day(None) == date(2026, 11, 21)
    assert build_day("2026-01-02") == date(2026, 1, 2)


def test_a_day_that_is_none_is_told() -> None:
    """What the environment gives may be anything."""
    with pytest.raises(ValueError, match='TANGGAL="besok" bukan tanggal'):
        build_day("besok")
