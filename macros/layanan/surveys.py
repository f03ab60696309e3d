"""Reads satisfaction surveys: the questionnaire, and the answers of each survey."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from macros.layanan.complaints import unknown_sources
from macros.layanan.periods import check_governing, check_overlaps, read_pairs
from macros.layanan.satisfaction import ELEMENTS, HIGHEST, LOWEST, Satisfaction
from macros.layanan.survey_models import Questionnaire, SurveyDocument
from macros.loading import Loaded, Violation
from macros.models.base import Slug
from macros.portal import Portal
from macros.ppid.table import Row, load_table
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader

QUESTIONNAIRE_FILE = "kuesioner.yml"

STEP = Decimal("0.01")
"""Between the end of one quality and the beginning of the next."""


@dataclass(frozen=True)
class Survey:
    """One survey and its answers, in the questionnaire's order."""

    id: Slug
    isi: SurveyDocument
    hasil: Satisfaction
    profil: tuple[tuple[str | None, ...], ...]
    """What each person said of themselves, in the questionnaire's order; None where it was left blank."""


@dataclass(frozen=True)
class Surveys:
    """Everything under `layanan_data/survei/`; surveys with the newest first."""

    kuesioner: Questionnaire | None = None
    survei: tuple[Survey, ...] = ()


def load_surveys(
    reader: Reader, forms: Path, figures: Path, portal: Portal | None, services: Collection[str]
) -> Surveys:
    """The questionnaire in the folder `forms`, surveys in `figures`; mistakes stay with the reader."""
    form = None
    file = reader.own_or_shared(forms / QUESTIONNAIRE_FILE)
    if file.exists():
        form = reader.register(file, Questionnaire, lambda item, loaded: check_questionnaire(item, loaded, portal))
    offices = portal.offices.keys() if portal else None
    found = []
    pairs = list(read_pairs(reader, figures, SurveyDocument, offices, (QUESTIONNAIRE_FILE,)))
    named = ((reader.name(file.with_suffix(".yml")), item, frozenset(item.layanan)) for _, item, file in pairs)
    check_overlaps(reader, named)
    for name, item, csv_file in pairs:
        loaded = reader.files[reader.name(csv_file.with_suffix(".yml"))]
        loaded.problems += (loaded.problem(path, message) for path, message in _services(item, services))
        if form is None:
            reader.problem(csv_file, f"tidak dapat diperiksa: layanan_data/survei/{QUESTIONNAIRE_FILE} belum benar.")
            continue
        rows = tuple(_answers(reader, csv_file, form))
        elements = len(form.unsur)
        scores = Satisfaction(tuple(tuple(map(_score, row[:elements])) for row in rows), elements)
        loaded.problems += (loaded.problem(path, message) for path, message in _result(item, scores, form))
        found.append(Survey(name, item, scores, tuple(row[elements:] for row in rows)))
    found.sort(key=lambda survey: (survey.isi.sampai, survey.id), reverse=True)
    return Surveys(form, tuple(found))


def check_questionnaire(item: Questionnaire, loaded: Loaded, portal: Portal | None) -> Iterator[Problem]:
    """Nine unsur with four answers each, qualities without gaps, provisions with their sources."""
    checks: tuple[Callable[[Questionnaire], Iterator[Violation]], ...] = (_elements, _grades, _provisions)
    for check in checks:
        for path, message in check(item):
            yield loaded.problem(path, message)
    if portal is not None:
        yield from check_governing(item.sop, loaded, portal)


def _elements(item: Questionnaire) -> Iterator[Violation]:
    if len(item.unsur) != ELEMENTS:
        yield ("unsur",), f"memuat {len(item.unsur)} unsur; PermenPANRB 14/2017 menetapkan {ELEMENTS}."
    seen: set[str] = set()
    columns = [("unsur", index, element.id) for index, element in enumerate(item.unsur)]
    columns += [("profil", index, asked.id) for index, asked in enumerate(item.profil)]
    for key, index, column in columns:
        if column in seen:
            yield (key, index, "id"), f"{quoted(column)} sudah dipakai. Ganti salah satu."
        seen.add(column)
    for index, element in enumerate(item.unsur):
        if len(element.jawaban) != HIGHEST:
            yield ("unsur", index, "jawaban"), f"{len(element.jawaban)} jawaban; tulis {HIGHEST}, dari nilai 1 ke 4."


def _grades(item: Questionnaire) -> Iterator[Violation]:
    """From the best, each quality ends just below the one above, from 100 down to 25."""
    above = Decimal(100) + STEP
    for index, quality in enumerate(item.mutu):
        if quality.sampai != above - STEP:
            yield ("mutu", index, "sampai"), f"{quality.sampai} tidak menyambung; seharusnya {above - STEP}."
        above = quality.mulai
    if above != Decimal(25):
        yield ("mutu",), f"mutu terakhir mulai {above}; seharusnya 25.00."


def _provisions(item: Questionnaire) -> Iterator[Violation]:
    for index, rule in enumerate(item.ketentuan):
        yield from unknown_sources(rule.sumber, item.sumber, ("ketentuan", index))
        if rule.keadaan != "belum diverifikasi" and not rule.sumber:
            message = 'tanpa sumber. Tulis sumbernya, atau keadaan: "belum diverifikasi".'
            yield ("ketentuan", index), message


def _services(item: SurveyDocument, services: Collection[str]) -> Iterator[Violation]:
    for index, service in enumerate(item.layanan):
        if service not in services:
            yield ("layanan", index), f"{quoted(service)} bukan layanan yang ada.{suggestion(service, services)}"


def _result(item: SurveyDocument, scores: Satisfaction, form: Questionnaire) -> Iterator[Violation]:
    """There are answers to every question, and not more persons than used the service."""
    if item.populasi is not None and scores.responden > item.populasi:
        yield ("populasi",), f"{item.populasi}, padahal jawabannya dari {scores.responden} orang. Periksa keduanya."
    for element, mean in zip(form.unsur, scores.nilai, strict=True):
        if scores.responden and not mean.jumlah:
            yield (), f"unsur {element.id} tidak dijawab siapa pun, sehingga IKM tidak dapat dihitung."


def _score(cell: str | None) -> int | None:
    return int(cell) if cell else None


def _answers(reader: Reader, file: Path, form: Questionnaire) -> Iterator[tuple[str | None, ...]]:
    """The lines of a file of answers, in the questionnaire's order; a line with a mistake is left out."""
    elements = [element.id for element in form.unsur]
    table = load_table(reader, file, form.kolom, elements)
    reader.problems += table.problems
    if not table.rows and not table.problems:
        reader.problem(file, "belum ada jawaban. Isi satu baris untuk setiap responden.")
    for row in table.rows:
        mistakes = list(_cells(row, form))
        for column, message in mistakes:
            reader.problems.append(Problem(table.berkas, row.baris, column, message))
        if not mistakes:
            yield tuple(row.sel.get(column) for column in form.kolom)


def _cells(row: Row, form: Questionnaire) -> Iterator[tuple[str, str]]:
    """(column, message) of what is wrong in a line: answers are 1 to 4, and one is given at least."""
    allowed = {str(value) for value in range(LOWEST, HIGHEST + 1)}
    given = 0
    for element in form.unsur:
        value = row.sel.get(element.id)
        given += value is not None
        if value is not None and value not in allowed:
            scale = f"1 ({element.jawaban[0].lower()}) sampai 4 ({element.jawaban[-1].lower()})"
            yield element.id, f"{quoted(value)} bukan jawaban. Tulis {scale}; kosongkan bila tidak dijawab."
    if not given:
        yield "", "tidak ada satu pun jawaban. Hapus barisnya."
    for item in form.profil:
        value = row.sel.get(item.id)
        if value is not None and value not in item.pilihan:
            hint = suggestion(value, item.pilihan)
            yield item.id, f"{quoted(value)} bukan pilihan.{hint} Pilihannya: {', '.join(item.pilihan)}."
