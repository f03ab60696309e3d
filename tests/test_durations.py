"""Printed times become amounts and units, or honestly nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.durations import Duration, Total, is_same_as_above, parse_durations, totals


def one(minimum: str | None, maximum: str | None, unit: str, **rest: str) -> tuple[Duration, ...]:
    """A single expected time."""
    low, high = (Decimal(value) if value else None for value in (minimum, maximum))
    return (Duration(low, high, unit, **rest),)  # type: ignore[arg-type]


PRINTED = [
    # (as printed in an SOP, what it means)
    ("5 Menit", one("5", "5", "menit")),
    ("60menit", one("60", "60", "menit")),
    ("10 mnt", one("10", "10", "menit")),
    ("180 Menitr", one("180", "180", "menit")),
    ("1 Jam", one("1", "1", "jam")),
    ("3 hari", one("3", "3", "hari")),
    ("30 Hari kerja", one("30", "30", "hari kerja")),
    ("2Minggu", one("2", "2", "minggu")),
    ("1 Mgg", one("1", "1", "minggu")),
    ("1 bulan", one("1", "1", "bulan")),
    ("1,5 jam", one("1.5", "1.5", "jam")),
    ("1-3 Minggu", one("1", "3", "minggu")),
    ("1 s/d 3 hari", one("1", "3", "hari")),
    ("Maks 60 hari", one(None, "60", "hari")),
    ("minimal 2 hari", one("2", None, "hari")),
    ("5 menit/ Elemen Data", one("5", "5", "menit", per="Elemen Data")),
    ("H-1", ()),
    ("Paling lambat H-1 sebelum acara", ()),
    ("sesuai kegiatan", ()),
    ("Setiap selesai liputan", ()),
    ("S.d.a", ()),
    ("-", ()),
    ("", ()),
    (None, ()),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED, ids=[str(case[0]) for case in PRINTED])
def test_printed_time(text: str | None, expected: tuple[Duration, ...]) -> None:
    """One printed time, as an amount or range with its unit, or none."""
    assert parse_durations(text) == expected


def test_several_times_keep_what_each_is_for() -> None:
    """A cell with several times gives all of them with their case, before or after the amount."""
    courier = parse_durations("Caraka (1 jam) Email 15 Menit")
    assert [(d.maximum, d.satuan, d.untuk) for d in courier] == [(1, "jam", "Caraka"), (15, "menit", "Email")]
    cases = parse_durations("Maks 60 hari utk pemeriksaan lapangan\n14 hari tanpa pemeriksaan lapangan")
    assert [(d.minimum, d.maximum, d.untuk) for d in cases] == [
        (None, 60, "utk pemeriksaan lapangan"),
        (14, 14, "tanpa pemeriksaan lapangan"),
    ]


@pytest.mark.parametrize("text", ["S.d.a", "- S d a", "- S. d. a", "S.d. a", "sda"])
def test_same_as_above(text: str) -> None:
    """All spellings of "sama dengan atas" in the source documents."""
    assert is_same_as_above(text)


@pytest.mark.parametrize("text", ["Sudah ada", "S1", "", None])
def test_other_texts_are_not_same_as_above(text: str | None) -> None:
    """Nothing else is taken for it."""
    assert not is_same_as_above(text)


def test_totals_add_like_with_like() -> None:
    """Minutes and days stay apart, ranges stay ranges; what has no single amount is counted as left out."""
    texts = ["30 menit", "2 hari", "45 menit", "1-3 hari", "H-1", "5 menit/ elemen", "Caraka (1 jam) Email 15 Menit"]
    sums, left_out = totals(parse_durations(text) for text in texts)
    assert sums == (Total(Decimal(75), Decimal(75), "menit", 2), Total(Decimal(3), Decimal(5), "hari", 2))
    assert left_out == 3


def test_totals_of_nothing() -> None:
    """No steps, no sums."""
    assert totals([]) == ((), 0)
