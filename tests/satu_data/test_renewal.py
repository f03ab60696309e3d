"""When data come next: worked out from the newest year and the period, never a deadline."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from macros.satu_data.export import FREQUENCIES
from macros.satu_data.renewal import YEARS, next_year
from macros.statistik.models.indicator import Period
from tests.satu_data.conftest import Read, Replace

PENDUDUK = "indikator/penduduk.yml"


@pytest.mark.parametrize(
    ("period", "year"),
    [("bulanan", 2025), ("tahunan", 2025), ("dua tahunan", 2026), ("lima tahunan", 2029), ("sepuluh tahunan", 2034)],
)
def test_next_year(period: Period, year: int) -> None:
    """The year of data after 2024."""
    assert next_year(2024, period) == year


def test_every_period_is_known() -> None:
    """Each period that data may have has its years and its name in DCAT."""
    assert set(get_args(Period)) == YEARS.keys() == FREQUENCIES.keys()


@pytest.mark.parametrize(
    ("period", "year", "state"),
    [("tahunan", 2025, "menunggu"), ("dua tahunan", 2026, "berjalan"), ("lima tahunan", 2029, "nanti")],
)
def test_state_on_the_day(replace: Replace, read: Read, period: str, year: int, state: str) -> None:
    """Data of 2024, looked at in November 2026."""
    replace(PENDUDUK, "  produsen_lain: BPS", f"  produsen_lain: BPS\n  periode: {period}")
    (found,) = read().renewals
    assert (found.entry.id, found.tahun, found.keadaan) == ("penduduk", year, state)
    assert found.dapat_mulai == date(year + 1, 1, 1)


def test_without_a_period_nothing_is_said(read: Read) -> None:
    """Nobody has laid down how often the example's data are made, so no year is worked out."""
    section = read()
    assert not section.renewals
    page = next(page for page in section.pages() if page.alamat == "satu-data/kalender/")
    assert "Belum ada yang dapat dihitung" in page.html
    assert all(entry.dataset.nama in page.html for entry in section.entries.values())


def test_doubtful_figures_are_no_newest_year(replace: Replace, read: Read) -> None:
    """A dataset whose only figure is doubtful has no year to count from."""
    replace("indikator/miskin.yml", "ukuran: persentase", "ukuran: persentase\nmetadata: { periode: tahunan }")
    section = read()
    assert section.entries["miskin"].tahun_terakhir is None
    assert not section.renewals
