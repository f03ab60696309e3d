"""Charts of the register, from its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.charts.model import PERCENT, Chart, Number, Series
from macros.charts.view import Figure, figure
from macros.models.registers import Agency
from macros.ppid.figures import ServiceFigures

SOURCE = "Register permohonan informasi publik yang dimuat di portal ini"
REQUESTS = "permohonan"


def years_text(years: Mapping[int, object]) -> str:
    """`2026`, or `2024–2026` where there are several."""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def yearly_charts(years: Mapping[int, ServiceFigures], folder: str) -> Iterator[Figure]:
    """How many requests a year, and how many of them were answered in time."""
    rows: tuple[tuple[str, str, Series], ...] = (
        ("per-tahun", "Permohonan per tahun", Series("Permohonan", _values(years, "jumlah"), REQUESTS)),
        (
            "tepat-waktu",
            "Permohonan yang dijawab tepat waktu",
            Series("Tepat waktu", _values(years, "persen_tepat"), PERCENT),
        ),
    )
    for id_, title, series in rows:
        if any(value is not None for value in series.nilai):
            chart = Chart(
                id=id_,
                judul=title,
                jenis="kolom",
                judul_kategori="Tahun",
                kategori=tuple(map(str, years)),
                seri=(series,),
                sumber=SOURCE,
                tahun=years_text(years),
                bagian=True,
            )
            yield figure(chart, folder)


def _values(years: Mapping[int, ServiceFigures], name: str) -> tuple[Number | None, ...]:
    return tuple(getattr(item, name) for item in years.values())


def kind_charts(figures: ServiceFigures, agencies: Mapping[str, Agency], years: str, folder: str) -> Iterator[Figure]:
    """The requests by outcome and by agency; none where there were no requests."""
    if not figures.jumlah:
        return
    outcomes = {name.capitalize(): count for name, count in figures.hasil.items() if count}
    offices = {agencies[name].nama: count for name, count in figures.perangkat_daerah.items()}
    for id_, title, heading, counts in (
        ("hasil", "Permohonan menurut hasil", "Hasil", outcomes),
        ("perangkat-daerah", "Permohonan menurut perangkat daerah", "Perangkat daerah", offices),
    ):
        yield figure(
            Chart(
                id=id_,
                judul=title,
                jenis="batang",
                judul_kategori=heading,
                kategori=tuple(counts),
                seri=(Series("Permohonan", tuple(counts.values()), REQUESTS),),
                sumber=SOURCE,
                tahun=years,
                bagian=True,
            ),
            folder,
        )
