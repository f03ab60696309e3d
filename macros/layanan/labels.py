"""Short names of periods, for tables and the axes of charts."""

from __future__ import annotations

from datetime import date, timedelta

from macros.dates import MONTHS


def period_label(start: date, end: date) -> str:
    """`2026`, `Jan–Jun 2026`, `Juni 2026`; both days where the period is not made of whole months.

    Periods that do not overlap have different labels.
    """
    if start.day != 1 or (end + timedelta(days=1)).day != 1:
        return f"{_day(start)}–{_day(end)}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[end.month - 1]} {end.year}"
    if start.year != end.year:
        return f"{_month(start)} {start.year}–{_month(end)} {end.year}"
    if (start.month, end.month) == (1, 12):
        return str(end.year)
    return f"{_month(start)}–{_month(end)} {end.year}"


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _day(day: date) -> str:
    return f"{day.day} {_month(day)} {day.year}"
