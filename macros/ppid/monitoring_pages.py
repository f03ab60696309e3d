"""The pages that look at the list itself: monitoring per agency, and the self-assessment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from typing import Any

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.dates import long_date
from macros.pages import Asset, Page
from macros.ppid.assessment import assess
from macros.ppid.emonev import Assessment
from macros.ppid.measures import Evidence
from macros.ppid.models.information import RENEWAL_MONTHS
from macros.ppid.models.links import LinkResult
from macros.ppid.monitoring import Monitoring
from macros.rendering import render

ADDRESS = "ppid/monitoring/"
EMONEV = "ppid/e-monev/"

COLUMN_NAMES: Mapping[str, str] = {
    "penanggung_jawab": "penanggung jawab",
    "dibuat": "waktu dan tempat pembuatan",
    "bentuk": "bentuk",
    "retensi": "retensi",
}
"""Legal columns that can be empty, as the list heads them."""


@dataclass(frozen=True)
class MonitoringPages:
    """Made from the review of the list."""

    monitoring: Monitoring
    links: Mapping[str, LinkResult]
    today: date
    halaman_butir: bool = False
    """Whether every entry has a page of its own to link to."""

    @cached_property
    def charts(self) -> tuple[Figure, ...]:
        """How much each agency has published."""
        agencies = sorted(self.monitoring.perangkat_daerah, key=lambda item: (-item.jumlah, item.perangkat_daerah.nama))
        if not agencies:
            return ()
        chart = Chart(
            id="butir",
            judul="Butir informasi publik menurut perangkat daerah",
            jenis="batang",
            judul_kategori="Perangkat daerah",
            kategori=tuple(item.perangkat_daerah.nama for item in agencies),
            seri=(Series("Butir", tuple(item.jumlah for item in agencies), "butir"),),
            sumber="Daftar Informasi Publik portal ini",
            tahun=str(self.today.year),
            bagian=True,
        )
        return (figure(chart, f"{ADDRESS}grafik/"),)

    def pages(self) -> Iterator[Page]:
        """The table of all agencies and a page for each that has entries."""
        common: dict[str, Any] = {
            "diperiksa": max((link.tanggal for link in self.links.values()), default=None),
            "hari_ini": self.today,
            "bulan": RENEWAL_MONTHS,
            "nama_kolom": COLUMN_NAMES,
            "tautan": self.links,
            "halaman_butir": self.halaman_butir,
        }
        template = "ppid/monitoring.html"
        html = partial(render, template, ADDRESS, monitoring=self.monitoring, grafik=self.charts, **common)
        yield Page(
            ADDRESS,
            "Monitoring informasi publik",
            "Apa yang sudah dan belum diumumkan setiap perangkat daerah: kategori, kebaruan, kolom, tautan.",
            html,
        )
        for review in self.monitoring.perangkat_daerah:
            agency = review.perangkat_daerah
            address = f"{ADDRESS}{agency.id}/"
            yield Page(
                address,
                f"Monitoring {agency.nama}",
                f"{review.jumlah} butir informasi publik {agency.nama} dan yang perlu dikerjakan.",
                partial(render, "ppid/monitoring-pd.html", address, tinjauan=review, **common),
            )

    def assets(self) -> Iterator[Asset]:
        """CSV of the chart."""
        for chart in self.charts:
            yield chart.asset


@dataclass(frozen=True)
class AssessmentPages:
    """Made from the newest criteria and the evidence of one day."""

    assessment: Assessment
    evidence: Evidence
    today: date
    charts: tuple[Figure, ...] = field(init=False)
    """The history, where there is any."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "charts", tuple(self._history()))

    def pages(self) -> Iterator[Page]:
        """The self-assessment with its arithmetic, and the history."""
        year = max(self.assessment.kriteria, default=None)
        scored = assess(self.assessment.kriteria[year], self.evidence) if year else None
        html = render(
            "ppid/e-monev.html",
            EMONEV,
            tahun=year,
            penilaian=scored,
            hasil=self.assessment.hasil,
            grafik=self.charts,
            hari_ini=self.today,
        )
        yield Page(
            EMONEV,
            "E-Monev keterbukaan informasi",
            "Penilaian mandiri keterbukaan informasi menurut bobot E-Monev, dengan hitungan dan buktinya.",
            html,
        )

    def assets(self) -> Iterator[Asset]:
        """CSV of the history."""
        for chart in self.charts:
            yield chart.asset

    def _history(self) -> Iterator[Figure]:
        official = sorted(self.assessment.hasil.resmi, key=lambda item: item.tahun)
        own = self.assessment.hasil.mandiri
        for id_, title, names, values in (
            ("resmi", "Nilai E-Monev resmi", [str(i.tahun) for i in official], [i.nilai for i in official]),
            ("mandiri", "Penilaian mandiri portal", [long_date(i.tanggal) for i in own], [i.nilai for i in own]),
        ):
            if values:
                chart = Chart(
                    id=id_,
                    judul=title,
                    jenis="kolom",
                    judul_kategori="Tahun" if id_ == "resmi" else "Tanggal",
                    kategori=tuple(names),
                    seri=(Series("Nilai", tuple(values), "dari 100"),),
                    sumber="Komisi Informasi, lihat tabel" if id_ == "resmi" else "Penilaian mandiri portal ini",
                    tahun=names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}",
                    bagian=True,
                )
                yield figure(chart, f"{EMONEV}grafik/")
