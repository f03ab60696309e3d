"""Dates as Indonesians write them."""

from __future__ import annotations

from datetime import date

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


def long_date(day: date | None) -> str:
    """`20 Oktober 2019`; nothing for a blank date."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
