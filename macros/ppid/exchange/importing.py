"""Rows of a sheet -> entries: which are new, which would change and how, and every mistake by row and column.

Nothing is written here. An existing entry is known by its id, or by title, agency and year where the id is left empty.
Rows are compared as exported cells, so that a list that was exported and comes back unchanged changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Any, Literal

from macros.loading import Loaded
from macros.portal import Portal
from macros.ppid.content import SLUG
from macros.ppid.documents import outer_mistake
from macros.ppid.exchange.columns import BY_KEY, COLUMNS, cells_of
from macros.ppid.exchange.grids import SheetProblem
from macros.ppid.exchange.plans import FOLDER, Difference, Plan, Planned
from macros.ppid.exchange.selection import Selection
from macros.ppid.exchange.sheets import Row, Sheet
from macros.ppid.exchange.values import Agencies, ValueMistakeError, column_at, put, value_of
from macros.ppid.models.information import Information, InformationDocument, TitleKey
from macros.ppid.private import check_phones
from macros.ppid.rules import Known, check_information
from macros.problems import quoted
from macros.publishing.models import HIDDEN
from macros.rules import check_private_numbers
from macros.sheets.cells import is_cut
from macros.sheets.slugs import slug
from macros.validation import validate

ANY_YEAR = -1
"""The year of a row whose sheet has no such column: an entry of any year can be meant."""


@dataclass
class Draft:
    """A row on its way: its values by key, and the entry it means."""

    row: Row
    values: dict[str, Any]
    existing: Information | None = None
    id: str = ""


def plan(
    sheet: Sheet, information: Mapping[str, Information], portal: Portal, today: date, note: str | None = None
) -> Plan:
    """What a sheet would do to the entries. `note` goes into the history of each published entry that changes."""
    return _Planner(information, portal, today, note, sheet.folder, list(sheet.problems)).plan(sheet)


@dataclass
class _Planner:
    information: Mapping[str, Information]
    portal: Portal
    today: date
    note: str | None
    folder: Path
    problems: list[SheetProblem]
    first_row: dict[str, int] = field(default_factory=dict)
    """Id -> the row that names it."""

    def __post_init__(self) -> None:
        self.agencies = Agencies(self.portal.agencies)
        self.selection = Selection(self.information, self.portal.agencies, self.today)
        self.by_identity: dict[TitleKey, list[str]] = {}
        for item in self.information.values():
            for key in (item.kunci_judul, (*item.kunci_judul[:2], ANY_YEAR)):
                self.by_identity.setdefault(key, []).append(item.id)
        self.taken = set(self.information)

    def plan(self, sheet: Sheet) -> Plan:
        drafts = [draft for row in sheet.rows if (draft := self.draft(row))]
        matched = [draft for draft in drafts if self.match(draft)]
        known = Known(self.portal.agencies.keys(), self.portal.sops.keys(), {*self.taken}, self.portal.routes)
        rows = [planned for draft in matched if (planned := self.planned(draft, known))]
        return Plan(tuple(rows), tuple(sorted(self.problems)), sheet.notes)

    def problem(self, row: Row, column: str, message: str) -> None:
        heading = BY_KEY[column].heading if column else ""
        self.problems.append(SheetProblem(row.number, heading, message))

    def draft(self, row: Row) -> Draft | None:
        """The values of a row; None where a cell has a mistake, all of which are told."""
        values: dict[str, Any] = {}
        # a column that is not there at all is told once, not by row
        wrong = {column.key for column in COLUMNS if column.required and column.key not in row.texts} | row.broken
        for key, text in row.texts.items():
            try:
                values[key] = value_of(text, BY_KEY[key], self.agencies)
            except ValueMistakeError as mistake:
                self.problem(row, key, str(mistake))
                wrong.add(key)
            for found in chain(check_private_numbers(text, ""), check_phones(text, "")):
                self.problem(row, key, found.pesan)
                wrong.add(key)
            if BY_KEY[key].required and not text:
                self.problem(row, key, "wajib diisi.")
                wrong.add(key)
        if wrong:
            self.check_shape(row, values, wrong)
            return None
        return Draft(row, values)

    def check_shape(self, row: Row, values: Mapping[str, Any], wrong: set[str]) -> None:
        """Tell what else is wrong in a row with a mistake, one message a cell."""
        data: dict[str, Any] = {}
        for key, value in values.items():
            put(data, key, value)
        loaded = Loaded("", data)
        validate(InformationDocument, loaded)
        for problem in loaded.problems:
            column = column_at(problem.bagian)
            if column and column.key not in wrong and row.texts.get(column.key):
                self.problem(row, column.key, problem.pesan)

    def match(self, draft: Draft) -> bool:
        """Find the entry that a row means, or the id of a new one; False where that cannot be told."""
        values, row = draft.values, draft.row
        identity = _identity(values)
        same = self.by_identity.get(identity, [])
        given = values.pop("id", None)
        if given:
            draft.id = given
            if not SLUG.fullmatch(given):
                self.problem(row, "id", f"{quoted(given)} salah bentuk: huruf kecil, angka dan tanda hubung saja.")
                return False
            if given not in self.information and same:
                self.problem(
                    row,
                    "id",
                    f"tidak ada butir {quoted(given)}, tetapi judul, perangkat daerah dan tahunnya sama dengan butir "
                    f"{quoted(same[0])}. Tulis id itu, atau kosongkan.",
                )
                return False
        elif len(same) > 1:
            message = (
                f"judul, perangkat daerah dan tahunnya sama dengan butir {', '.join(same)}. Tulis salah satu id itu."
            )
            self.problem(row, "id", message)
            return False
        else:
            draft.id = same[0] if same else self.new_id(values, identity)
            if not draft.id:
                self.problem(row, "id", "judul tidak memuat huruf Latin, jadi id tidak dapat dibuat. Isi kolom Id.")
                return False
        first = self.first_row.setdefault(draft.id, row.number)
        if first != row.number:
            self.problem(row, "id", f"butir {quoted(draft.id)} sudah ada pada baris {first}. Hapus salah satu baris.")
            return False
        draft.existing = self.information.get(draft.id)
        self.taken.add(draft.id)
        return True

    def new_id(self, values: Mapping[str, Any], identity: TitleKey) -> str:
        """An id for a new entry; the one an equal row of the sheet got, so that the second is told of."""
        made = slug(values["judul"])
        ids = self.by_identity.setdefault(identity, [])
        if made and not ids:
            with_year = [f"{made}-{values['tahun']}"] if values.get("tahun") else []
            candidates = chain([made], with_year, (f"{made}-{number}" for number in count(2)))
            ids.append(next(candidate for candidate in candidates if candidate not in self.taken))
        return ids[0] if ids else ""

    def planned(self, draft: Draft, known: Known) -> Planned | None:
        """What a row would do; None where the entry it makes has mistakes, all of which are told."""
        existing = draft.existing
        differences = tuple(self.differences(draft, existing)) if existing else ()
        if existing and not differences:
            return Planned(draft.row.number, "sama", draft.id, existing, existing)
        data = _plain(existing) if existing else {"status": "draf"}
        changed = [difference.column.key for difference in differences] if existing else list(draft.values)
        for key in changed:
            put(data, key, draft.values[key])
        self.note_change(data, existing)
        attachment = None
        loaded = Loaded("", data)
        document = validate(InformationDocument, loaded)
        if document:
            name = existing.nama_berkas if existing else f"{FOLDER}/{draft.id}.yml"
            item = Information.model_construct(**document.__dict__, id=draft.id, nama_berkas=name)
            loaded.problems += check_information(item, known, loaded)
            source, target = self.folder / (item.berkas or ""), (self.portal.root / name).parent / (item.berkas or "")
            if "berkas" in changed and item.berkas:
                attachment = source
                message = _attachment_mistake(source, target)
                loaded.problems += [loaded.problem(("berkas",), message)] if message else []
            if existing and existing.tampil(self.today) and item.status in HIDDEN:
                message = (
                    "butir yang sudah terbit tidak kembali menjadi draf. Tulis ditarik, dengan tanggal dan alasan."
                )
                self.problem(draft.row, "status", message)
                return None
        cut = [key for key in changed if is_cut(draft.row.texts[key])]
        loaded.problems += [loaded.problem((key,), "terpotong; tulis selengkapnya.") for key in cut]
        for problem in loaded.problems:
            column = column_at(problem.bagian)
            self.problem(draft.row, column.key if column else "", problem.pesan)
        if document is None or loaded.problems:
            return None
        state: Literal["baru", "berubah"] = "berubah" if existing else "baru"
        return Planned(draft.row.number, state, draft.id, document, existing, differences, attachment)

    def differences(self, draft: Draft, existing: Information) -> Iterator[Difference]:
        """The cells that say something else than the entry, in full or as it was exported."""
        public = cells_of(existing, self.selection)
        full = cells_of(existing, self.selection, in_full=True)
        for key in draft.values:
            text = draft.row.texts[key]
            if text in (public[key], full[key]) or self.means_the_same(draft.values[key], key, existing):
                continue
            column = BY_KEY[key]
            yield Difference(column, full[key], text, column.top_key in existing.disimpulkan)

    @staticmethod
    def means_the_same(value: Any, key: str, existing: Information) -> bool:
        """Whether a cell that is written in another way says the same: a short name, another case."""
        current: Any = _plain(existing)
        for part in key.split("."):
            current = current.get(part) if isinstance(current, dict) else None
        if isinstance(current, int):
            current = str(current)
        return bool(value == current)

    def note_change(self, data: dict[str, Any], existing: Information | None) -> None:
        """Add to the history of an entry that the public has seen; a withdrawal is told by itself."""
        if self.note and existing and existing.tampil(self.today) and not data.get("penarikan"):
            change = {"tanggal": self.today.isoformat(), "uraian": self.note}
            data["perubahan"] = [*data.get("perubahan", []), change]


def _attachment_mistake(source: Path, target: Path) -> str | None:
    """Why a document beside the sheet cannot go beside its entry. What is in it is looked at when it lies there."""
    if not source.is_file() or source.is_symlink():
        return f"dokumen {quoted(source.name)} tidak ada. Letakkan di folder yang sama dengan lembar ini."
    if target.exists():
        return f"dokumen bernama {quoted(target.name)} sudah ada di portal. Ganti nama dokumen yang baru."
    return outer_mistake(source)


def _plain(item: Information) -> dict[str, Any]:
    """An entry as its file would give it."""
    data = item.model_dump(mode="json", exclude={"id", "nama_berkas"}, exclude_none=True)
    return {key: value for key, value in data.items() if value not in ([], {})}


def _identity(values: Mapping[str, Any]) -> TitleKey:
    """By what an entry is known without its id, as `Information.kunci_judul`."""
    return (
        " ".join(values["judul"].casefold().split()),
        values["perangkat_daerah"],
        _year(values.get("tahun", ANY_YEAR)),
    )


def _year(value: str | int | None) -> int | None:
    """The year; nothing where there is none, or where the model will refuse it."""
    return int(value) if isinstance(value, int) or (value and value.isdecimal()) else None
