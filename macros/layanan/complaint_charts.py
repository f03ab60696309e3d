"""Charts of complaints, from the recaps of one office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.layanan.complaint_models import STATE_NAMES, STATES, RecapRow
from macros.layanan.complaints import Recap
from macros.layanan.labels import period_label

REPORTS = "laporan"


def category_names(rows: Sequence[RecapRow]) -> tuple[str, ...]:
    """The category of each row; with its kind where two rows share it."""
    names = [row.kategori.casefold() for row in rows]
    return tuple(
        f"{row.kategori} ({row.jenis})" if names.count(name) > 1 else row.kategori
        for row, name in zip(rows, names, strict=True)
    )


def complaint_charts(recaps: Sequence[Recap], folder: str) -> Iterator[Figure]:
    """How many over the periods, and the newest period by category; `recaps` are one office's, the newest first."""
    newest = recaps[0]
    office = newest.isi.instansi
    if len(recaps) > 1:
        ordered = tuple(reversed(recaps))
        totals = tuple(sum(row.jumlah for row in recap.baris) for recap in ordered)
        yield figure(
            Chart(
                id=f"{office}-masa",
                judul="Laporan menurut masa",
                jenis="kolom",
                judul_kategori="Masa",
                kategori=tuple(period_label(recap.isi.mulai, recap.isi.sampai) for recap in ordered),
                seri=(Series("Laporan", totals, REPORTS),),
                sumber="; ".join(dict.fromkeys(recap.isi.sumber for recap in ordered)),
                tahun=_years(ordered),
                bagian=True,
            ),
            folder,
        )
    if newest.baris:
        rows = sorted(newest.baris, key=lambda row: -row.jumlah)
        yield figure(
            Chart(
                id=f"{office}-kategori",
                judul=f"Laporan menurut kategori, {period_label(newest.isi.mulai, newest.isi.sampai)}",
                jenis="batang",
                judul_kategori="Kategori",
                kategori=category_names(rows),
                seri=tuple(
                    Series(STATE_NAMES[state], tuple(getattr(row, state) for row in rows), REPORTS) for state in STATES
                ),
                sumber=newest.isi.sumber,
                tahun=newest.isi.tahun,
                bagian=True,
            ),
            folder,
        )


def _years(recaps: Sequence[Recap]) -> str:
    """The first year and the last one."""
    first, last = recaps[0].isi.mulai.year, recaps[-1].isi.sampai.year
    return str(first) if first == last else f"{first}–{last}"
