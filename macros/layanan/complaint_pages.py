"""The page of complaints and aspirations: how to bring them forward, the figures, and what was answered."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from macros.charts.view import Figure
from macros.export import sop_address
from macros.layanan.answers import ADDRESS as ANSWERS
from macros.layanan.answers import Answer
from macros.layanan.complaint_charts import complaint_charts
from macros.layanan.complaint_models import RECAP_COLUMNS, STATES, StepReference
from macros.layanan.complaints import Complaints, Recap
from macros.layanan.derived import lines_of
from macros.layanan.labels import period_label
from macros.layanan.service_view import Procedure, Told, note_url, procedure_view
from macros.models.registers import Office
from macros.models.sop import Sop
from macros.pages import Asset, Page
from macros.portal import Portal
from macros.ppid.figures import percent
from macros.rendering import render
from macros.views.common import Link, step_anchor

ADDRESS = "layanan/aduan/"
CSV = f"{ADDRESS}rekap.csv"

CITIZEN = "masyarakat"
"""The actor of the register that brings complaints forward."""


NEWEST = 10
"""Answers on the page of complaints; all of them are on the pages of their years."""


def year_address(year: str) -> str:
    """Address of the list of one year's answers."""
    return f"{ANSWERS}{year}/"


@dataclass(frozen=True)
class RecapView:
    """One recap in figures."""

    rekap: Recap
    label: str

    @cached_property
    def jumlah(self) -> int:
        """All reports."""
        return sum(row.jumlah for row in self.rekap.baris)

    def banyak(self, state: str) -> int:
        """Reports in one state."""
        return sum(getattr(row, state) for row in self.rekap.baris)

    @property
    def persen_selesai(self) -> Decimal | None:
        """Share of the reports that are done; None where there are none."""
        return percent(self.banyak("selesai"), self.jumlah)


@dataclass(frozen=True)
class OfficeFigures:
    """The recaps of one office, the newest first, with their charts."""

    instansi: Office
    rekap: tuple[RecapView, ...]
    grafik: tuple[Figure, ...]


@dataclass(frozen=True)
class ComplaintPages:
    """Made from the guide, the recaps and the answers on one day."""

    complaints: Complaints
    portal: Portal
    today: date
    contoh: bool = False

    @cached_property
    def sops(self) -> tuple[Sop, ...]:
        """The SOPs that govern complaints."""
        guide = self.complaints.panduan
        return tuple(self.portal.sops[item.sop] for item in guide.sop) if guide else ()

    def sops_of(self, answer: Answer) -> tuple[Sop, ...]:
        """Those of the office that published the answer."""
        return tuple(sop for sop in self.sops if sop.instansi == answer.isi.instansi)

    @cached_property
    def procedures(self) -> tuple[tuple[Office, Procedure], ...]:
        """Those SOPs in short, with their offices."""
        return tuple(
            (self.portal.offices[sop.instansi], procedure_view(sop, self.portal, (CITIZEN,))) for sop in self.sops
        )

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """The public answers, the newest first."""
        public = (answer for answer in self.complaints.jawaban if answer.tampil(self.today))
        return tuple(sorted(public, key=lambda answer: (answer.isi.tanggal, answer.alamat), reverse=True))

    @cached_property
    def figures(self) -> tuple[OfficeFigures, ...]:
        """The public recaps by office."""
        found = []
        for office in self.portal.offices.values():
            recaps = [
                recap
                for recap in self.complaints.rekap
                if recap.isi.instansi == office.id and recap.isi.tampil(self.today)
            ]
            if recaps:
                views = tuple(RecapView(recap, period_label(recap.isi.mulai, recap.isi.sampai)) for recap in recaps)
                found.append(OfficeFigures(office, views, tuple(complaint_charts(recaps, f"{ADDRESS}grafik/"))))
        return tuple(found)

    @cached_property
    def years(self) -> Mapping[str, tuple[Answer, ...]]:
        """Year -> its public answers, the newest first."""
        found: dict[str, list[Answer]] = {}
        for answer in self.answers:
            found.setdefault(answer.tahun, []).append(answer)
        return {year: tuple(answers) for year, answers in found.items()}

    def pages(self) -> Iterator[Page]:
        """The page, and one for each answer and each year of answers."""
        guide = self.complaints.panduan
        html = render(
            "layanan/aduan.html",
            ADDRESS,
            panduan=guide,
            siapkan=tuple(self._told(guide.siapkan if guide else ())),
            terima=tuple(self._told(guide.terima if guide else ())),
            publikasi=tuple(self._told(guide.publikasi if guide else ())),
            tempat=self.place,
            prosedur=self.procedures,
            angka=self.figures,
            jawaban=self.answers[:NEWEST],
            tahun_jawaban=[(year, year_address(year), len(answers)) for year, answers in self.years.items()],
            csv_url=CSV,
            contoh=self.contoh,
        )
        summary = "Cara menyampaikan aduan dan aspirasi lewat SP4N-LAPOR!, jangka waktunya, dan penanganannya."
        yield Page(ADDRESS, "Sampaikan aduan", summary, html)
        for year, answers in self.years.items():
            title = f"Jawaban pemerintah {year}"
            html = render(
                "layanan/jawaban-daftar.html", year_address(year), judul=title, jawaban=answers, contoh=self.contoh
            )
            yield Page(year_address(year), title, f"Jawaban atas aduan dan aspirasi tahun {year}.", html)
        for answer in self.answers:
            yield self._answer(answer)

    def _answer(self, answer: Answer) -> Page:
        gone = answer.isi.penarikan if answer.ditarik(self.today) else None
        title = answer.isi.judul
        summary = f"Jawaban ini ditarik: {title}" if gone else f"Jawaban pemerintah atas {answer.isi.jenis}: {title}"
        agencies = tuple(self.portal.agencies[name] for name in answer.isi.perangkat_daerah)

        def html() -> str:
            return render(
                "layanan/jawaban.html",
                answer.alamat,
                jawaban=answer,
                isi=Markup(answer.body.html),  # noqa: S704 - cleaned by an allow list when it was made
                instansi=self.portal.offices[answer.isi.instansi],
                perangkat_daerah=agencies,
                penarikan=gone,
                sop=self.sops_of(answer),
                contoh=self.contoh,
            )

        return Page(answer.alamat, title, summary, html)

    def assets(self) -> Iterator[Asset]:
        """The figures as CSV, and the CSV of each chart; nothing while there are none."""
        if not self.figures:
            return
        out = io.StringIO()
        columns = ("instansi", "mulai", "sampai", *RECAP_COLUMNS, "jumlah", "sumber", "diambil")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        for office in self.figures:
            for view in office.rekap:
                item = view.rekap.isi
                for row in view.rekap.baris:
                    cells = [row.kategori, row.jenis, *(getattr(row, state) for state in STATES), row.median_hari]
                    period = (item.instansi, item.mulai, item.sampai)
                    writer.writerow((*period, *cells, row.jumlah, item.sumber, item.diambil))
            for chart in office.grafik:
                yield chart.asset
        yield Asset(CSV, out.getvalue().encode("utf-8-sig"))

    def _told(self, references: Iterable[StepReference]) -> Iterator[Told]:
        """What the SOPs say at these places."""
        for reference in references:
            sop = self.portal.sops[reference.sop]
            step = sop.step(reference.langkah)
            place = self.place(reference.sop, reference.langkah)
            note = note_url(sop, step, reference.bagian)
            for line in lines_of(getattr(step, reference.bagian)):
                yield Told(line, place.teks, place.url, note)

    def place(self, sop_id: str, no: str) -> Link:
        """A step in words, with its address."""
        sop = self.portal.sops[sop_id]
        office = self.portal.offices[sop.instansi].singkatan
        return Link(f"SOP {sop.nn} {office}, langkah {no}", f"{sop_address(sop_id)}#{step_anchor(no)}")
