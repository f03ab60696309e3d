"""What makes forms, periods and rows of monitoring wrong beyond the shape of one value."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from macros.loading import Loaded
from macros.problems import Problem, quoted, suggestion
from macros.spbe.situs.measures import MEASURES
from macros.spbe.situs.models import JUDGED_COLUMNS, MACHINE, Criterion, FollowUp, Form, FormDocument, PeriodDocument

Violation = tuple[str, str]
"""(column, what is wrong and what would be right)."""

TOTAL = 100


def check_form(form: FormDocument, loaded: Loaded, regulations: Collection[str] | None) -> Iterator[Problem]:
    """Weights make 100, ids are used once, and each criterion has what its way of judging needs."""
    total = sum((item.bobot for item in form.kriteria), Decimal(0))
    if total != TOTAL:
        yield loaded.problem(("kriteria",), f"jumlah bobot {total:f}, seharusnya tepat {TOTAL}.")
    ids: set[str] = set()
    for index, item in enumerate(form.kriteria):
        if item.id in ids:
            yield loaded.problem(("kriteria", index, "id"), f"id {quoted(item.id)} sudah dipakai kriteria lain.")
        if item.id in JUDGED_COLUMNS:
            message = f"{quoted(item.id)} sudah menjadi nama kolom lain di penilaian.csv; pakai id lain."
            yield loaded.problem(("kriteria", index, "id"), message)
        ids.add(item.id)
        if item.peraturan and regulations is not None and item.peraturan not in regulations:
            message = f"{quoted(item.peraturan)} tidak ada di register peraturan."
            hint = suggestion(item.peraturan, regulations)
            yield loaded.problem(("kriteria", index, "peraturan"), message + hint)
        for key, message in (*_machine(item), *_person(item)):
            yield loaded.problem(("kriteria", index, key), message)


def _machine(item: Criterion) -> Iterator[Violation]:
    """A machine's criterion has a measure that exists; thresholds grow older and never better."""
    if item.cara != MACHINE:
        return
    if not item.ukuran:
        yield "ukuran", f"wajib ada untuk cara mesin. Ukurannya: {', '.join(MEASURES)}."
    elif item.ukuran not in MEASURES:
        hint = suggestion(item.ukuran, MEASURES)
        yield "ukuran", f"{quoted(item.ukuran)} bukan ukuran portal.{hint} Ukurannya: {', '.join(MEASURES)}."
    if (item.ukuran == "umpan-terbaru") != bool(item.ambang):
        yield "ambang", 'dipakai ukuran "umpan-terbaru" saja, dan wajib di sana.'
    days = [level.hari for level in item.ambang]
    scores = [level.nilai for level in item.ambang]
    if days != sorted(set(days)) or scores != sorted(scores, reverse=True):
        yield "ambang", "hari harus naik tanpa kembar, dan nilainya tidak boleh ikut naik."
    if item.tingkat:
        yield "tingkat", "dipakai cara orang saja; hapus, atau ganti caranya."


def _person(item: Criterion) -> Iterator[Violation]:
    """A person's criterion says what its scores mean, each once, from 0 to 100."""
    if item.cara == MACHINE:
        return
    scores = [level.nilai for level in item.tingkat]
    if scores != sorted(set(scores)) or not {Decimal(0), Decimal(TOTAL)} <= set(scores):
        yield "tingkat", f"tulis artinya dari nilai 0 sampai {TOTAL}, naik tanpa kembar."
    if item.ukuran:
        yield "ukuran", "dipakai cara mesin saja; hapus, atau ganti caranya."


def check_period(period: PeriodDocument, loaded: Loaded, forms: Collection[str]) -> Iterator[Problem]:
    """A period ends after it began, and its form exists."""
    if period.sampai < period.mulai:
        yield loaded.problem(("sampai",), f"{period.sampai} mendahului mulai ({period.mulai}).")
    if period.diumumkan and period.diumumkan < period.mulai:
        yield loaded.problem(("diumumkan",), f"{period.diumumkan} mendahului mulai ({period.mulai}).")
    if period.formulir not in forms:
        hint = suggestion(period.formulir, forms)
        message = f"{quoted(period.formulir)} tidak ada di spbe_data/situs/formulir.{hint}"
        yield loaded.problem(("formulir",), message)


def score_violation(criterion: Criterion, score: Decimal, note: str | None) -> str | None:
    """A person's score is one of the levels; one that stands in for a machine's has its reason."""
    if criterion.cara == MACHINE:
        return None if note else "menggantikan hasil mesin; tulis alasannya pada kolom catatan."
    levels = [level.nilai for level in criterion.tingkat]
    if score in levels:
        return None
    return f"{quoted(f'{score:f}')} bukan tingkat kriteria ini. Tingkatnya: {', '.join(f'{n:f}' for n in levels)}."


def follow_up_violations(row: FollowUp, form: Form) -> Iterator[Violation]:
    """The criterion is the form's; what is done has its day, what is not has none."""
    ids = [item.id for item in form.kriteria]
    if row.kriteria and row.kriteria not in ids:
        yield "kriteria", f"{quoted(row.kriteria)} bukan kriteria formulir {form.id}.{suggestion(row.kriteria, ids)}"
    if row.keadaan == "selesai" and not row.selesai:
        yield "selesai", 'kosong, padahal keadaannya "selesai". Isi tanggalnya.'
    if row.keadaan != "selesai" and row.selesai:
        yield "selesai", f'diisi, padahal keadaannya "{row.keadaan}". Kosongkan, atau betulkan keadaannya.'
