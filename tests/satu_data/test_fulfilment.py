"""What is owed and what is there: every number is counted again here from the data."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from macros.satu_data.fulfilment import percent
from tests.satu_data.conftest import Read, Replace

COMPLETE = "  konsep: Penduduk\n  definisi: Orang yang tinggal.\n  klasifikasi_penyajian: jenis kelamin"


def test_states(read: Read) -> None:
    """Incomplete metadata, only a doubtful figure, and no dataset at all are told apart."""
    (found,) = read().fulfilments
    social = next(item for item in found.perangkat_daerah if item.perangkat_daerah.id == "dinas-sosial")
    assert [item.keadaan for item in social.butir] == [
        "metadata belum lengkap",
        "metadata belum lengkap",
        "tahun ini belum ada",
        "belum ada di portal",
    ]
    assert social.butir[0].kosong == ("definisi", "klasifikasi")
    assert (social.terpenuhi, social.jumlah, social.persen) == (0, 4, Decimal(0))


def test_fulfilled(replace: Replace, read: Read) -> None:
    """With its metadata filled in, data that are there are fulfilled, for every agency that owes them."""
    replace("indikator/penduduk.yml", "  konsep: Penduduk", COMPLETE)
    (found,) = read().fulfilments
    told = [(item.perangkat_daerah.id, item.terpenuhi, item.jumlah, item.persen) for item in found.perangkat_daerah]
    assert told == [("dinas-kesehatan", 1, 1, Decimal(100)), ("dinas-sosial", 1, 4, Decimal(25))]
    assert (found.terpenuhi, found.jumlah, found.persen) == (2, 5, Decimal(40))


def test_measures_of_the_award(read: Read) -> None:
    """Penduduk and IPM have 2024; of five fields each, penduduk lacks two, IPM three, miskin three; both have 2023."""
    (found,) = read().fulfilments
    social = found.perangkat_daerah[1]
    assert social.perangkat_daerah.id == "dinas-sosial"
    assert social.measured("data") == (2, 4)
    assert social.measured("metadata") == (3 + 2 + 2 + 0, 20)
    assert social.measured("kesinambungan") == (2, 4)
    health = found.perangkat_daerah[0]
    assert health.measured("kesinambungan") == (0, 1), "five years before 2024 the figure is only a doubtful one"


@pytest.mark.parametrize(("part", "whole", "told"), [(1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.50"), (0, 0, "0")])
def test_percent(part: int, whole: int, told: str) -> None:
    """Two decimals, halves up; nothing of nothing is nothing."""
    assert percent(part, whole) == Decimal(told)


def test_page_shows_every_row_with_its_source(read: Read) -> None:
    """The page tells the sum, each agency's arithmetic, each set of data and where the list is from."""
    html = next(page for page in read().pages() if page.alamat == "satu-data/pemenuhan/").html
    assert "<strong>0 dari 5</strong>" in html
    assert "0 ÷ 4 = 0%" in html
    assert html.count("Contoh surat (2025)") == 2
    assert html.count('class="lencana keadaan-') == 5
    assert "Contoh.</strong>" not in html


def test_csv_holds_every_row(read: Read) -> None:
    """The file to download has a line for each set of data."""
    asset = next(asset for asset in read().assets() if asset.alamat.endswith("pemenuhan.csv"))
    rows = list(csv.DictReader(io.StringIO(asset.isi.decode("utf-8-sig"))))
    assert [row["keadaan"] for row in rows if row["perangkat_daerah"] == "dinas-sosial"][-1] == "belum ada di portal"
    assert {row["sumber"] for row in rows} == {"Contoh surat (2025)"}
    assert len(rows) == 5
