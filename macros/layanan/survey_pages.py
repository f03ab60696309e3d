"""The pages of surveys: the index now and over time, each survey, the questionnaire."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.layanan.satisfaction import HIGHEST, LOWEST, Satisfaction, grade, two_decimals
from macros.layanan.sheets import QUESTIONNAIRE_PDF
from macros.layanan.survey_models import EVIDENCE_NAMES, Grade, Questionnaire
from macros.layanan.survey_view import ADDRESS, SurveyView
from macros.layanan.surveys import Survey, Surveys
from macros.models.registers import Office
from macros.models.sop import Sop
from macros.pages import Asset, Page, Printable
from macros.paper.styles import WEB
from macros.portal import Portal
from macros.rendering import render

FORM = f"{ADDRESS}kuesioner/"
TEMPLATE = f"{ADDRESS}templat-jawaban.csv"
INDEX = f"{ADDRESS}ikm.csv"

STYLE = WEB / "layanan/kuesioner.css"


@dataclass(frozen=True)
class OfficeSurveys:
    """The surveys of one office, the newest first, and the index over time where there is more than one."""

    instansi: Office
    survei: tuple[SurveyView, ...]
    grafik: Figure | None


def trend(office: Office, views: tuple[SurveyView, ...]) -> Figure | None:
    """The index over the periods, of surveys about all services of the office; None for fewer than two."""
    known = [view for view in reversed(views) if not view.survei.isi.layanan and view.ikm is not None]
    if len(known) < 2:
        return None
    first, last = known[0].survei.isi.mulai.year, known[-1].survei.isi.sampai.year
    chart = Chart(
        id=f"{office.id}-ikm",
        judul="IKM menurut masa",
        jenis="kolom",
        judul_kategori="Masa",
        kategori=tuple(view.label for view in known),
        seri=(Series("IKM", tuple(view.ikm for view in known), "nilai 25–100"),),
        sumber="; ".join(dict.fromkeys(view.survei.isi.sumber for view in known)),
        tahun=str(first) if first == last else f"{first}–{last}",
    )
    return figure(chart, f"{ADDRESS}grafik/")


def worked_examples(form: Questionnaire) -> Iterator[tuple[int, Decimal, Grade]]:
    """(answer, index, quality) where everybody gives the same answer to everything: plain arithmetic, no data."""
    for value in range(LOWEST, HIGHEST + 1):
        index = Satisfaction(((value,) * len(form.unsur),), len(form.unsur)).ikm
        assert index is not None  # every question is answered
        yield value, two_decimals(index), grade(index, form.mutu)


@dataclass(frozen=True)
class SurveyPages:
    """Made from the questionnaire and all public surveys on one day."""

    surveys: Surveys
    portal: Portal
    today: date
    services: Mapping[str, tuple[str, str]]
    """Id of a service -> (name, address of its page)."""
    printed: frozenset[str] = frozenset()
    contoh: bool = False

    @cached_property
    def sops(self) -> tuple[Sop, ...]:
        """The SOPs that name the survey."""
        form = self.surveys.kuesioner
        return tuple(self.portal.sops[item.sop] for item in form.sop) if form else ()

    @cached_property
    def views(self) -> tuple[SurveyView, ...]:
        """The public surveys, the newest first."""
        form = self.surveys.kuesioner
        if form is None:
            return ()
        return tuple(self._view(survey, form) for survey in self.surveys.survei if survey.isi.tampil(self.today))

    def _view(self, survey: Survey, form: Questionnaire) -> SurveyView:
        office = self.portal.offices[survey.isi.instansi]
        return SurveyView(survey, form, office, tuple(self.services[name] for name in survey.isi.layanan))

    @cached_property
    def offices(self) -> tuple[OfficeSurveys, ...]:
        """The surveys by office."""
        found = []
        for office in self.portal.offices.values():
            views = tuple(view for view in self.views if view.instansi.id == office.id)
            if views:
                found.append(OfficeSurveys(office, views, trend(office, views)))
        return tuple(found)

    def pages(self) -> Iterator[Page]:
        """The index, every survey, and the questionnaire where there is one."""
        form = self.surveys.kuesioner
        html = render(
            "layanan/survei.html",
            ADDRESS,
            kuesioner=form,
            instansi=self.offices,
            langkah=[(sop, item.langkah) for sop, item in zip(self.sops, form.sop if form else (), strict=True)],
            contoh_hitungan=tuple(worked_examples(form)) if form else (),
            keadaan=EVIDENCE_NAMES,
            pdf=QUESTIONNAIRE_PDF if QUESTIONNAIRE_PDF in self.printed else None,
            templat=TEMPLATE,
            csv_url=INDEX,
            contoh=self.contoh,
        )
        summary = "Indeks Kepuasan Masyarakat (IKM) menurut survei, cara menghitungnya, dan kuesionernya."
        yield Page(ADDRESS, "Survei kepuasan", summary, html)
        for view in self.views:
            html = render("layanan/survei-satu.html", view.url, lihat=view, sop=self.sops, contoh=self.contoh)
            yield Page(view.url, view.judul, f"{view.judul}: IKM, nilai setiap unsur, dan cara menghitungnya.", html)
        if form:
            pdf = QUESTIONNAIRE_PDF if QUESTIONNAIRE_PDF in self.printed else None
            html = render("layanan/kuesioner.html", FORM, kuesioner=form, pdf=pdf, sop=self.sops)
            yield Page(FORM, "Kuesioner survei kepuasan", "Kuesioner kosong untuk dicetak, sembilan unsur.", html)

    def assets(self) -> Iterator[Asset]:
        """Headings for a file of answers; the results, the answers and the charts of every survey."""
        if self.surveys.kuesioner:
            yield Asset(TEMPLATE, f"{','.join(self.surveys.kuesioner.kolom)}\n".encode("utf-8-sig"))
        if self.views:
            yield Asset(INDEX, _csv(self._index()))
        for office in self.offices:
            if office.grafik:
                yield office.grafik.asset
        for view in self.views:
            yield view.grafik.asset
            if not view.terlalu_sedikit:
                yield Asset(f"{view.url}jawaban.csv", _csv(_rows(view)))

    def _index(self) -> Iterator[tuple[object, ...]]:
        """One line for each unsur of each survey, with the index."""
        yield (
            "survei",
            "instansi",
            "mulai",
            "sampai",
            "responden",
            "ikm",
            "mutu",
            "unsur",
            "menjawab",
            "nrr",
            "sumber",
        )
        for view in self.views:
            item = view.survei.isi
            for line in view.unsur:
                quality = view.mutu.huruf if view.mutu else ""
                yield (
                    *(view.survei.id, item.instansi, item.mulai, item.sampai, view.survei.hasil.responden),
                    *(view.ikm, quality, line.unsur.id, line.nilai.jumlah, line.nrr, item.sumber),
                )

    def printables(self) -> Iterator[Printable]:
        """The questionnaire."""
        form = self.surveys.kuesioner
        if form:
            html = render("layanan/kertas-kuesioner.html", QUESTIONNAIRE_PDF, kuesioner=form)
            yield Printable(QUESTIONNAIRE_PDF, "Kuesioner survei kepuasan masyarakat", html, (STYLE,), penanda=False)


def _rows(view: SurveyView) -> Iterator[tuple[object, ...]]:
    """The answers alone, sorted, so that neither profile nor order tells who gave them."""
    yield tuple(element.id for element in view.kuesioner.unsur)
    yield from sorted(view.survei.hasil.jawaban, key=lambda row: [value or 0 for value in row])


def _csv(rows: Iterator[tuple[object, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
