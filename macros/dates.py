"""Dates as Indonesians write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def long_date(day: date | None) -> str:
    """`20 Oktober 2019`; nothing for a blank date."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def weekday_date(day: date) -> str:
    """`Selasa, 31 Maret 2026`."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def spelled_dates(text: str | None) -> str:
    """A text in which each date written TTTT-BB-HH reads as Indonesians write it: `dibaca 21 November 2026`."""

    def spelled(found: re.Match[str]) -> str:
        try:
            return long_date(date.fromisoformat(found[0]))
        except ValueError:
            return found[0]  # digits that only look like a date

    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", spelled, text or "")


def long_moment(moment: datetime) -> str:
    """`19 Januari 2026 pukul 14.00 WITA`; the moment is in the regency's own time."""
    return f"{long_date(moment.date())} pukul {moment:%H.%M} {moment.tzname()}"


WITA = timezone(timedelta(hours=8), "WITA")
"""The regency's own time: its day begins eight hours before that of a build machine set to UTC."""


def build_moment(written: str | None) -> datetime:
    """The moment that a build is made for: `written` as TTTT-BB-HH JJ:MM, or now; always WITA.

    A day without a time is meant to its end: all that appears on it is there. ValueError tells what is wrong.
    """
    if not written:
        return datetime.now(WITA)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", written):
            return datetime.fromisoformat(written).replace(tzinfo=WITA)
        return datetime.combine(date.fromisoformat(written), time.max, WITA)
    except ValueError:
        message = "Tulis TTTT-BB-HH, misalnya 2026-11-21, atau TTTT-BB-HH JJ:MM."
        raise ValueError(f'TANGGAL="{written}" bukan tanggal. {message}') from None


def build_day(written: str | None) -> date:
    """The day of that moment."""
    return build_moment(written).date()


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError  # every month has 28 days


def iso_duration(seconds: int) -> str:
    """A length of time as ISO 8601 writes it: `PT1H2M3S` for 3723 seconds."""
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    parts = ((hour, "H"), (minute, "M"), (second, "S"))
    return "PT" + ("".join(f"{number}{unit}" for number, unit in parts if number) or "0S")
