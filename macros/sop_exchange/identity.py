"""The sheet Identitas and the rows of the sheet Register, wherever in them the labels stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.models.registers import Office
from macros.models.sop import BOXES
from macros.problems import quoted, suggestion
from macros.sheets.cells import cell_text, normal_heading
from macros.sheets.grids import Grid
from macros.sop_exchange import shape
from macros.sop_exchange.names import id_of, office_names
from macros.sop_exchange.tables import Collected, Place, cell_at, check_merged, plain, table

NUMBERING = re.compile(r"\(?(\d{1,3}|[a-zA-Z])[.)]?")
"""What stands before an item: 1, 2., (3), a)."""


def read_register(grid: Grid | None, collected: Collected) -> dict[str, str | None]:
    """Key -> value of every row that is there; a value of the SOP is put in its place, too."""
    found: dict[str, str | None] = {}
    rows = grid and table(grid, {"Isian": "isian", "Nilai": "nilai", "Penjelasan": "penjelasan"}, collected)
    known = [shape.SOP_ID, shape.LETTERHEAD, *(key for key in shape.SOP_VALUES if key not in shape.FORM)]
    for row in rows.rows() if rows else ():
        key = plain(cell_at(rows.grid, row, rows.columns["isian"])) if rows else ""
        place = rows.place(row, "nilai") if rows else Place()
        if key not in known:
            if rows and (key or cell_at(rows.grid, row, rows.columns["nilai"]) != ""):
                message = f"{quoted(key)} bukan isian yang dikenal.{suggestion(key, known)}"
                collected.problem(rows.place(row, "isian"), message)
            continue
        if key in found:
            collected.problem(place, f"isian {quoted(key)} ada dua kali. Hapus salah satu.")
            continue
        value = shape.SOP_VALUES.get(key)
        found[key] = (
            collected.text(cell_at(grid, place.row, place.column), place, value.kind if value else "teks")
            if grid
            else None
        )
        path = value.path if value else (key,)
        collected.at(path, place)
        if value and found[key] is not None:
            shape.put(collected.data, path, found[key])
    collected.absent |= {key for key in known if key not in found}
    return found


def read_identity(grid: Grid | None, office: Office, register: Mapping[str, str | None], collected: Collected) -> None:
    """Letterhead, fields and the six boxes."""
    if grid is None:
        collected.absent |= {shape.LETTERHEAD, *shape.FORM, *BOXES}
        return
    fields = {normal_heading(name): key for key, names in shape.FORM.items() for name in names}
    boxes = _box_headings(office, register)
    left, right = _margin(grid, [boxes]), _margin(grid, [fields, boxes])
    found: dict[str, Place] = {}
    for row in range(1, len(grid.rows) + 1):
        for column in dict.fromkeys((left, right)):
            name = normal_heading(plain(cell_at(grid, row, column)))
            key = fields.get(name) if column == right else None
            key = key or boxes.get(name)
            if key and key not in found:
                found[key] = Place(grid.name, row, column)
            elif name and not NUMBERING.fullmatch(name):
                hint = suggestion(plain(cell_at(grid, row, column)), [*fields, *boxes])
                message = (
                    f"{quoted(plain(cell_at(grid, row, column)))} bukan judul isian atau kotak yang dikenal.{hint} "
                )
                message += "Butir kotak ditulis satu kolom di kanannya."
                collected.problem(Place(grid.name, row, column), message)
    _read_fields(grid, office, {key: found[key] for key in shape.FORM if key in found}, collected)
    _read_boxes(grid, {box: found[box] for box in BOXES if box in found}, collected)
    first_box = min((found[box].row for box in BOXES if box in found), default=len(grid.rows) + 1)
    check_merged(grid, first_box, collected)
    lines = _lines(grid, left + 1, range(1, first_box), collected)
    texts = [text for text, _ in lines]
    own = register.get(shape.LETTERHEAD) == "sendiri"
    if own or (texts and texts != [shape.meant(shape.shown(line)) for line in office.kop]):
        collected.data[shape.LETTERHEAD] = texts
        for index, (_, place) in enumerate(lines):
            collected.at((shape.LETTERHEAD, index), place)
    collected.absent |= {key for key in (*shape.FORM, *BOXES) if key not in found}


def _box_headings(office: Office, register: Mapping[str, str | None]) -> dict[str, str]:
    """Normal heading -> box: as this SOP prints it, as its office does, and as others do."""
    found: dict[str, str] = {}
    printed = [(box, register.get(f"label.{box}")) for box in BOXES]
    usual = [(box, getattr(office.label, box)) for box in BOXES]
    others = [(box, name) for box, names in shape.BOX_NAMES.items() for name in names]
    for box, name in (*printed, *usual, *others):
        if name:
            found.setdefault(normal_heading(cell_text(name)), box)
    return found


def _margin(grid: Grid, labels: list[Mapping[str, str]]) -> int:
    """The column in which the most labels stand."""
    known = {name: key for part in reversed(labels) for name, key in part.items()}
    width = max(map(len, grid.rows), default=1)
    hits = {
        column: len(
            {known.get(normal_heading(plain(cell_at(grid, row, column)))) for row in range(1, len(grid.rows) + 1)}
            - {None}
        )
        for column in range(1, width + 1)
    }
    return max(hits, key=lambda column: hits[column], default=1)


def _read_fields(grid: Grid, office: Office, found: Mapping[str, Place], collected: Collected) -> None:
    """Each value: the first cell right of its label that has something."""
    names = office_names(office)
    for key, label in found.items():
        value = shape.SOP_VALUES[key]
        width = len(grid.rows[label.row - 1])
        columns = (column for column in range(label.column + 1, width + 1) if cell_at(grid, label.row, column) != "")
        place = Place(grid.name, label.row, next(columns, label.column + 1))
        text = collected.text(cell_at(grid, place.row, place.column), place, value.kind)
        collected.at(value.path, place)
        if text is not None and key in names:
            text = _known_id(text, names[key], place, collected)
        if text is not None:
            shape.put(collected.data, value.path, text)


def _known_id(text: str, names: Mapping[str, str], place: Place, collected: Collected) -> str:
    """The id that a name means; where none is meant that is told, and any id stands in for it."""
    id_ = id_of(text, names)
    if id_ in names:
        return id_
    hint = suggestion(text, [*names.values(), *names])
    known = "; ".join(names.values()).removesuffix(".")
    new = "Yang baru ditambahkan dahulu di sop_data/register/instansi.yml."
    collected.problem(place, f"{quoted(text)} tidak ada di register instansi ini.{hint} Yang ada: {known}. {new}")
    return next(iter(names))


def _read_boxes(grid: Grid, found: Mapping[str, Place], collected: Collected) -> None:
    """The items below each heading, one column to its right, down to the next heading in that column."""
    for box, label in found.items():
        below = [place.row for place in found.values() if place.column == label.column and place.row > label.row]
        rows = range(label.row + 1, min(below, default=len(grid.rows) + 1))
        items: list[object] = []
        collected.at((box,), label)
        for text, place in _lines(grid, label.column + 1, rows, collected, box in shape.ITEM_ID):
            path = (box, len(items))
            if box in shape.ITEM_ID:
                id_place = Place(grid.name, place.row, place.column + 1)
                id_ = collected.text(cell_at(grid, id_place.row, id_place.column), id_place)
                collected.at((*path, "teks"), place)
                collected.at((*path, shape.ITEM_ID[box]), id_place)
                items.append({"teks": text} | ({shape.ITEM_ID[box]: id_} if id_ is not None else {}))
            else:
                items.append(text)
            collected.at(path, place)
        collected.data[box] = items


def _lines(
    grid: Grid, column: int, rows: range, collected: Collected, with_id: bool = False
) -> list[tuple[str | None, Place]]:
    return list(_each_line(grid, column, rows, collected, with_id))


def _each_line(
    grid: Grid, column: int, rows: range, collected: Collected, with_id: bool
) -> Iterator[tuple[str | None, Place]]:
    for row in rows:
        cell = cell_at(grid, row, column)
        if cell != "" or (with_id and cell_at(grid, row, column + 1) != ""):
            place = Place(grid.name, row, column)
            yield collected.text(cell, place), place
