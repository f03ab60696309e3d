"""An SOP as a workbook: the office's form on two sheets, and what the form has no place for on the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from openpyxl.utils import get_column_letter

from macros.models.registers import Office
from macros.models.sop import BOXES, SopDocument, StepField
from macros.portal import Portal
from macros.sheets.cells import cell_text, normal_heading
from macros.sheets.workbook import new_workbook, workbook_bytes
from macros.sop_exchange import shape
from macros.sop_exchange.guide import guide_rows
from macros.sop_exchange.names import label_of, office_names
from macros.sop_exchange.pen import Pen, Row

MARK = "●"
"""Who does a step. Numbers instead where the order of several is not that of the columns."""

SPARE_ROWS = 60
"""Rows of an empty form that have borders and dropdowns."""

EMPTY_ACTORS = 6
"""Columns for actors that an empty form has."""


@dataclass(frozen=True)
class Form:
    """What a workbook is made from: an SOP, or an empty form for one."""

    id: str
    document: SopDocument | None
    office: Office
    portal: Portal

    @property
    def stated(self) -> dict[str, Any]:
        """The SOP as its file states it."""
        return shape.plain(self.document) if self.document else {}


def sop_xlsx(form: Form) -> bytes:
    """The workbook; the same SOP gives the same bytes."""
    book = new_workbook(f"SOP {form.id}")
    pen = Pen(book)
    data = form.stated
    pen.table(shape.GUIDE, (24, 34, 70), guide_rows(form.document is None))
    _identity(pen, form, data)
    _procedure(pen, form, data)
    pen.table(shape.EXITS, (14, 24, 14), _exits(data), head=1)
    pen.table(shape.ACTORS, (40, 34, 46), _actors(form, data), head=1)
    conclusions = pen.table(shape.CONCLUSIONS, (12, 24, 100), _conclusions(data), head=1)
    pen.offer(conclusions, get_args(StepField), f"B2:B{SPARE_ROWS}", strict=False)
    pen.table(shape.IRREGULARITIES, (34, 100), _irregularities(data), head=1)
    pen.table(shape.REGISTER, (30, 60, 80), _register(form, data), head=1)
    if form.document is None:
        pen.table(shape.CHOICES, (22, 34, 90), _choices(form), head=1)
    return workbook_bytes(book)


def _identity(pen: Pen, form: Form, data: dict[str, Any]) -> None:
    widths = (5, 50, 20, 22, 50)
    sheet = pen.sheet(shape.IDENTITY, widths)
    rows = list(_identity_rows(form, data))
    pen.append(sheet, rows, widths)
    for number, row in enumerate(rows, 1):
        for first, last in (("A", "B"), ("D", "E")):
            place = 0 if first == "A" else 3
            if len(row) > place and row[place] and row[place][1] == "kotak":  # type: ignore[index]
                sheet.merged_cells.add(f"{first}{number}:{last}{number}")
    pen.offer(sheet, ("ttd", "elektronik", "belum"), f"E{list(shape.FORM).index('disahkan.tanda_tangan') + 1}")
    sheet.print_area = f"A1:E{len(rows)}"


def _identity_rows(form: Form, data: dict[str, Any]) -> Iterator[Row]:
    """The letterhead beside the fields, then the six boxes two by two."""
    letterhead = [(shape.shown(line), "kop") for line in data.get(shape.LETTERHEAD, form.office.kop)]
    names = office_names(form.office)
    fields = []
    for key, (label, *_) in shape.FORM.items():
        value = shape.at(data, shape.SOP_VALUES[key].path)
        if key in names and value is not None:
            value = label_of(value, names[key])
        fields.append(((label, "label"), _field(shape.SOP_VALUES[key], value)))
    for index in range(max(len(letterhead), len(fields))):
        left = letterhead[index] if index < len(letterhead) else None
        yield (None, left, None, *(fields[index] if index < len(fields) else ()))
    yield ()
    for left_box, right_box in zip(BOXES[::2], BOXES[1::2], strict=True):
        ids = shape.ITEM_ID.get(left_box)
        headings = [
            (data.get("label", {}).get(box) or getattr(form.office.label, box), "kotak")
            for box in (left_box, right_box)
        ]
        yield (
            headings[0],
            (None, "kotak"),
            (ids and f"Id {ids.replace('sop', 'SOP')}", "kotak"),
            headings[1],
            (None, "kotak"),
        )
        left_items, right_items = (list(_items(box, data.get(box, []))) for box in (left_box, right_box))
        count = max(len(left_items), len(right_items), 1 if form.document else 6)
        for index in range(count):
            left_item = left_items[index] if index < len(left_items) else (None, None)
            right_item = right_items[index] if index < len(right_items) else (None, None)
            number = (index + 1, "nomor")
            yield (
                number if left_item[0] or not form.document else (None, "nomor"),
                (left_item[0], "isi"),
                (left_item[1], "isi"),
                number if right_item[0] or not form.document else (None, "nomor"),
                (right_item[0], "isi"),
            )


def _items(box: str, items: Sequence[Any]) -> Iterator[tuple[str, str | None]]:
    for item in items:
        if isinstance(item, dict):
            yield shape.shown(item["teks"]), item.get(shape.ITEM_ID[box])
        else:
            yield shape.shown(item), None


def _field(value: shape.Value, content: Any) -> tuple[object, str]:
    if isinstance(content, date):
        return content, "tanggal"
    return shape.shown(content) or None, "tanggal" if value.kind == "tanggal" else "isi"


def _procedure(pen: Pen, form: Form, data: dict[str, Any]) -> None:
    """Two rows of headings, then a row for each step."""
    headings = actor_headings(form, data)
    actors = [actor["id"] for actor in data.get("pelaksana", ())]
    columns = ["no", "kegiatan", *(None for _ in headings), *shape.QUALITY, "keterangan", *shape.BEYOND_FORM]
    first, quality = 3, 3 + len(headings)
    widths = [5, 34, *(12 for _ in headings), 24, 11, 24, 16, *(18 for _ in shape.BEYOND_FORM)]
    sheet = pen.sheet(shape.PROCEDURE, widths)
    sheet.print_title_rows = "1:2"
    sheet.freeze_panes = "C3"
    rows: list[Row] = [[(text, "kepala") for text in row] for row in _heading_rows(columns, headings)]
    for number, key in enumerate(columns, 1):
        letter = get_column_letter(number)
        if key and key not in shape.QUALITY:
            sheet.merged_cells.add(f"{letter}1:{letter}2")
    for start, end in ((first, quality - 1), (quality, quality + 2)):
        if end > start:
            sheet.merged_cells.add(f"{get_column_letter(start)}1:{get_column_letter(end)}1")
    steps = data.get("langkah", [])
    for step in steps:
        marks = iter(_marks(step["pelaksana"], actors))
        rows.append([_step_cell(step, key, marks) for key in columns])
    if not form.document:
        rows += [[(None, "isi" if key else "tanda") for key in columns]] * SPARE_ROWS
    pen.append(sheet, rows, widths)
    last = len(steps) + 2 + SPARE_ROWS
    for number, key in enumerate(columns, 1):
        letter = get_column_letter(number)
        choices = shape.STEP_VALUES[key].choices if key else (MARK,)
        if choices:
            pen.offer(sheet, choices, f"{letter}3:{letter}{last}", strict=bool(key))
    end_of_form = get_column_letter(columns.index("keterangan") + 1)
    sheet.print_area = f"A1:{end_of_form}{max(len(steps) + 2, 3) if form.document else 22}"


def _heading_rows(columns: Sequence[str | None], headings: Sequence[str]) -> tuple[list[str | None], list[str | None]]:
    names = iter(headings)
    upper: list[str | None] = []
    lower: list[str | None] = []
    for number, key in enumerate(columns):
        if key is None:
            upper.append(shape.GROUPS[0] if columns[number - 1] else None)
            lower.append(next(names) or None)
        elif key in shape.QUALITY:
            upper.append(shape.GROUPS[1] if key == shape.QUALITY[0] else None)
            lower.append(shape.heading(key))
        else:
            upper.append(shape.heading(key))
            lower.append(None)
    return upper, lower


def _step_cell(step: dict[str, Any], key: str | None, marks: Iterator[object]) -> tuple[object, str]:
    if key is None:
        return next(marks), "tanda"
    value = step.get(key)
    if isinstance(value, date):
        return value, "tanggal"
    if isinstance(value, int) and not isinstance(value, bool):
        return value, "nomor"
    return shape.shown(value) or None, "isi"


def _marks(doing: Sequence[str], actors: Sequence[str]) -> list[object]:
    places = [actors.index(actor) for actor in doing]
    in_order = places == sorted(places)
    return [None if actor not in doing else MARK if in_order else doing.index(actor) + 1 for actor in actors]


def actor_headings(form: Form, data: dict[str, Any]) -> list[str]:
    """What the actors' columns are headed: as printed; each once, and none as a column of the form."""
    if form.document is None:
        return [""] * EMPTY_ACTORS
    taken = {*shape.STEP_HEADINGS, *map(normal_heading, shape.GROUPS), ""}
    headings: list[str] = []
    for actor in data["pelaksana"]:
        name = heading = cell_text(actor.get("tertulis") or form.portal.actors[actor["id"]].nama)
        number = 1
        while normal_heading(heading) in taken:
            number += 1
            heading = f"{name} ({number})"
        taken.add(normal_heading(heading))
        headings.append(heading)
    return headings


def _exits(data: dict[str, Any]) -> Iterator[Row]:
    yield ("Dari Langkah", "kepala"), ("Label", "kepala"), ("Ke Langkah", "kepala")
    for step in data.get("langkah", ()):
        exits = step.get("berikutnya")
        if exits == []:
            yield (step["no"], "nomor"), None, (shape.BLANK, "isi")
        for exit_ in exits or ():
            yield (step["no"], "nomor"), (shape.shown(exit_.get("label")) or None, "isi"), (exit_["ke"], "nomor")


def _actors(form: Form, data: dict[str, Any]) -> Iterator[Row]:
    yield ("Judul Kolom", "kepala"), ("Id", "kepala"), ("Tercetak di Dokumen", "kepala")
    if form.document:
        for heading, actor in zip(actor_headings(form, data), data["pelaksana"], strict=True):
            yield (heading, "isi"), (actor["id"], "isi"), (shape.shown(actor.get("tertulis")) or None, "isi")


def _conclusions(data: dict[str, Any]) -> Iterator[Row]:
    yield ("Langkah", "kepala"), ("Bagian", "kepala"), ("Alasan", "kepala")
    for part, reason in data.get("disimpulkan", {}).items():
        yield None, (part, "isi"), (shape.shown(reason), "isi")
    for step in data.get("langkah", ()):
        for part, reason in step.get("disimpulkan", {}).items():
            yield (step["no"], "nomor"), (part, "isi"), (shape.shown(reason), "isi")


def _irregularities(data: dict[str, Any]) -> Iterator[Row]:
    yield ("Bagian", "kepala"), ("Uraian", "kepala")
    for item in data.get("kejanggalan", ()):
        yield (shape.shown(item["bagian"]), "isi"), (shape.shown(item["uraian"]), "isi")


def _register(form: Form, data: dict[str, Any]) -> Iterator[Row]:
    """What has no place on the form: the SOP's id first, whose letterhead it bears, then every other value."""
    yield ("Isian", "kepala"), ("Nilai", "kepala"), ("Penjelasan", "kepala")
    yield (shape.SOP_ID, "label"), (form.id, "isi"), ("Id SOP di portal: instansi/nomor.", "bantuan")
    own = "sendiri" if shape.LETTERHEAD in data else "instansi"
    yield (
        (shape.LETTERHEAD, "label"),
        (own, "isi"),
        ("instansi: kop milik instansi; sendiri: kop SOP ini saja.", "bantuan"),
    )
    for key, value in shape.SOP_VALUES.items():
        if key not in shape.FORM:
            content = shape.at(data, value.path)
            hint = value.help + (f" Pilihan: {', '.join(value.choices)}." if value.choices else "")
            if key == "sumber.dokumen":
                hint += f" Yang ada: {', '.join(item.id for item in form.office.dokumen)}."
            yield (key, "label"), _field(value, content), (hint, "bantuan")


def _choices(form: Form) -> Iterator[Row]:
    yield ("Untuk", "kepala"), ("Id", "kepala"), ("Nama", "kepala")
    groups: dict[str, Mapping[str, str]] = {
        "Pelaksana": {actor.id: actor.nama for actor in form.portal.actors.values()},
        **{key.split(".")[-1].capitalize(): names for key, names in office_names(form.office).items()},
        "Peraturan": {item.id: item.nama for item in form.portal.regulations.values()},
        "SOP": {sop.id: sop.nama for sop in form.portal.sops.values()},
    }
    for group, names in groups.items():
        for id_, name in names.items():
            yield (group, "isi"), (id_, "isi"), (name, "isi")
