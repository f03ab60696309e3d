"""Reads forms and periods of monitoring and keeps their rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Protocol, TypeVar

from macros.ppid.table import Row, load_table
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader
from macros.spbe.situs import rules
from macros.spbe.situs.models import (
    FOLLOW_UP_COLUMNS,
    JUDGED_COLUMNS,
    SEEN_COLUMNS,
    FollowUp,
    Form,
    FormDocument,
    Judged,
    JudgedRow,
    PeriodDocument,
    Seen,
)
from macros.validation import validate

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

PERIOD_FILE, SEEN_FILE, JUDGED_FILE, FOLLOW_UP_FILE = (
    "periode.yml",
    "terlihat.csv",
    "penilaian.csv",
    "tindak-lanjut.csv",
)


@dataclass(frozen=True)
class Period:
    """One period of monitoring with everything that was seen, judged and followed up."""

    id: str
    isi: PeriodDocument
    formulir: Form
    terlihat: Mapping[str, Seen] = field(default_factory=dict)
    """Agency -> what the checker saw of its site."""
    dinilai: Mapping[str, Judged] = field(default_factory=dict)
    """Agency -> what a person judged."""
    tindak_lanjut: tuple[FollowUp, ...] = ()
    contoh: bool = False
    """Whether it is a sample."""

    @property
    def alamat(self) -> str:
        """Address of its page."""
        return f"pemantauan-situs/periode/{self.id}/"


class _AboutAgency(Protocol):
    @property
    def perangkat_daerah(self) -> str: ...


RowType = TypeVar("RowType", bound=_AboutAgency)


def read_forms(reader: Reader, folder: Path, regulations: Collection[str] | None) -> Mapping[str, Form | None]:
    """Id -> form, by file name, or None where the form has mistakes; problems stay with the reader."""
    forms: dict[str, Form | None] = {}
    names: dict[str, str] = {}
    for file in reader.listing(folder):
        if file.name.startswith("."):
            continue
        if file.suffix != ".yml" or not NAME.fullmatch(file.stem):
            reader.problem(file, "nama berkas salah bentuk. Tulis misalnya 2026.yml.")
            continue
        before = len(reader.problems)
        found = reader.register(file, FormDocument, lambda form, loaded: rules.check_form(form, loaded, regulations))
        if found:
            same_name(reader, file, found.nama, names)
        right = found is not None and len(reader.problems) == before
        forms[file.stem] = Form.model_construct(**found.__dict__, id=file.stem) if found and right else None
    return forms


def same_name(reader: Reader, file: Path, name: str, known: dict[str, str]) -> None:
    """Two forms, or two periods, that readers could not tell apart are a problem."""
    first = known.setdefault(name, reader.name(file))
    if first != reader.name(file):
        reader.problem(file, f"nama {quoted(name)} sudah dipakai {first}; bedakan.")


def read_periods(
    reader: Reader,
    folder: Path,
    forms: Mapping[str, Form | None],
    agencies: Collection[str] | None,
    *,
    samples: bool = False,
) -> Iterator[Period]:
    """Every period under `folder`, by name; one whose form has mistakes is read no further."""
    for place in reader.listing(folder):
        if place.name.startswith("."):
            continue
        if not place.is_dir() or not NAME.fullmatch(place.name):
            reader.problem(place, "periode adalah folder, misalnya 2026-semester-1, dengan periode.yml di dalamnya.")
            continue
        document = reader.register(
            place / PERIOD_FILE, PeriodDocument, lambda period, loaded: rules.check_period(period, loaded, forms)
        )
        known = (PERIOD_FILE, SEEN_FILE, JUDGED_FILE, FOLLOW_UP_FILE)
        for file in reader.listing(place):
            if file.name not in known and not file.name.startswith("."):
                hint = suggestion(file.name, known)
                reader.problem(file, f"berkas ini tidak dikenal.{hint} Yang dikenal: {', '.join(known)}.")
        form = forms.get(document.formulir) if document else None
        if document and form:
            rows = _Rows(reader, place, form, agencies)
            yield Period(place.name, document, rows.form, rows.seen(), rows.judged(), tuple(rows.follow_ups()), samples)


@dataclass(frozen=True)
class _Rows:
    """The tables of one period."""

    reader: Reader
    place: Path
    form: Form
    agencies: Collection[str] | None

    def seen(self) -> Mapping[str, Seen]:
        return self._once(self._read(SEEN_FILE, SEEN_COLUMNS, ("perangkat_daerah", "situs", "diperiksa"), _seen))

    def judged(self) -> Mapping[str, Judged]:
        criteria = {item.id: item for item in self.form.kriteria}

        def made(row: Row, berkas: str, problems: list[Problem]) -> Judged | None:
            beside = {key: value for key, value in row.sel.items() if key not in criteria}
            loaded = Row(row.baris, beside).loaded(berkas)
            head = validate(JudgedRow, loaded)
            problems += loaded.problems
            scores: dict[str, Decimal] = {}
            for id_, written in row.sel.items():
                if id_ in criteria:
                    score = _score(written)
                    if score is None:
                        message = f"{quoted(written)} bukan nilai. Tulis angka 0 sampai 100, desimal dengan titik."
                    else:
                        scores[id_] = score
                        message = rules.score_violation(criteria[id_], score, head.catatan if head else None) or ""
                    if message:
                        problems.append(Problem(berkas, row.baris, id_, message))
            return Judged.model_construct(**head.__dict__, nilai=scores) if head else None

        return self._once(self._read(JUDGED_FILE, (*JUDGED_COLUMNS, *criteria), ("perangkat_daerah", "tanggal"), made))

    def follow_ups(self) -> Iterator[FollowUp]:
        def made(row: Row, berkas: str, problems: list[Problem]) -> FollowUp | None:
            loaded = row.loaded(berkas)
            found = validate(FollowUp, loaded)
            problems += loaded.problems
            if found:
                violations = rules.follow_up_violations(found, self.form)
                problems += (Problem(berkas, row.baris, column, message) for column, message in violations)
            return found

        rows = self._read(FOLLOW_UP_FILE, FOLLOW_UP_COLUMNS, ("perangkat_daerah", "rekomendasi", "keadaan"), made)
        return (row for _, _, row in rows)

    def _read(
        self,
        name: str,
        columns: Collection[str],
        required: Collection[str],
        made: Callable[[Row, str, list[Problem]], RowType | None],
    ) -> Iterator[tuple[str, int, RowType]]:
        """(file's name, line, row) of every right row; a file that is not there has none."""
        file = self.place / name
        if not file.exists():
            return
        table = load_table(self.reader, file, columns, required)
        self.reader.problems += table.problems
        for row in table.rows:
            found = made(row, table.berkas, self.reader.problems)
            if found and self.agencies is not None and found.perangkat_daerah not in self.agencies:
                hint = suggestion(found.perangkat_daerah, self.agencies)
                message = f"{quoted(found.perangkat_daerah)} tidak ada di register perangkat daerah.{hint}"
                self.reader.problems.append(Problem(table.berkas, row.baris, "perangkat_daerah", message))
            elif found:
                yield table.berkas, row.baris, found

    def _once(self, rows: Iterator[tuple[str, int, RowType]]) -> Mapping[str, RowType]:
        """Agency -> its row; a second one is a problem."""
        found: dict[str, RowType] = {}
        lines: dict[str, int] = {}
        for berkas, line, row in rows:
            first = lines.setdefault(row.perangkat_daerah, line)
            if first != line:
                message = f"{quoted(row.perangkat_daerah)} sudah ada pada baris {first}; satu baris untuk satu."
                self.reader.problems.append(Problem(berkas, line, "perangkat_daerah", message))
            else:
                found[row.perangkat_daerah] = row
        return found


def _seen(row: Row, berkas: str, problems: list[Problem]) -> Seen | None:
    loaded = row.loaded(berkas)
    found = validate(Seen, loaded)
    problems += loaded.problems
    if found and found.tautan_rusak > found.tautan_diperiksa:
        message = f"{found.tautan_rusak} lebih banyak daripada tautan_diperiksa ({found.tautan_diperiksa})."
        problems.append(Problem(berkas, row.baris, "tautan_rusak", message))
    return found


def _score(written: str) -> Decimal | None:
    """A score between 0 and 100; a comma is taken for the decimal point, as spreadsheets here write it."""
    try:
        value = Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= 100 else None
