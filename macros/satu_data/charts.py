"""Fulfilment and award as charts; where there is nothing to draw there is none."""

from __future__ import annotations

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.satu_data.award import Ranking
from macros.satu_data.fulfilment import Fulfilment


def fulfilment_chart(found: Fulfilment, folder: str, source: str) -> Figure:
    """The fulfilled part of each agency; `source` says whose count it is and of which day."""
    agencies = found.perangkat_daerah
    chart = Chart(
        id=f"pemenuhan-{found.tahun}",
        judul=f"Pemenuhan daftar data {found.tahun}",
        jenis="batang",
        judul_kategori="Perangkat daerah",
        kategori=tuple(item.perangkat_daerah.nama for item in agencies),
        seri=(Series("Terpenuhi", tuple(item.persen for item in agencies), "persen"),),
        sumber=source,
        tahun=str(found.tahun),
        bagian=True,
    )
    return figure(chart, folder)


def award_chart(ranking: Ranking, folder: str, source: str) -> Figure:
    """The totals of one year in the order of the ranks."""
    chart = Chart(
        id=f"data-award-{ranking.tahun}",
        judul=f"Nilai Data Award {ranking.tahun}",
        jenis="batang",
        judul_kategori="Perangkat daerah",
        kategori=tuple(item.total.perangkat_daerah.nama for item in ranking.urutan),
        seri=(Series("Nilai", tuple(item.total.jumlah for item in ranking.urutan), "dari 100"),),
        sumber=source,
        tahun=str(ranking.tahun),
        bagian=True,
    )
    return figure(chart, folder)
