"""The sheet Prosedur: its columns by heading, whoever is not one of the form's is an actor, and a row for each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.problems import quoted
from macros.sheets.cells import normal_heading
from macros.sheets.grids import Grid, SheetError
from macros.sheets.slugs import slug
from macros.sop_exchange import shape
from macros.sop_exchange.names import ActorNames
from macros.sop_exchange.tables import HEAD_ROWS, Collected, Place, Table, cell_at, check_merged, plain, table

MARKS = frozenset((*"●•xXvV✓✔√*oO○◯□▭◇◆■", "ya", "Ya", "YA"))
"""What people put into an actor's column."""

MIN_HEADINGS = 3
"""A row with so many known headings is the row of headings."""


@dataclass
class ActorColumn:
    """An actor's column: where it stands, its id, and what the SOP prints."""

    column: int
    place: Place
    heading: str
    id: str
    values: dict[str, str | None]


@dataclass
class ActorFinder:
    """Tells which actor a heading means, by the sheet Pelaksana first; takes up new ones where that is asked for."""

    names: ActorNames
    register_new: bool
    listed: dict[str, tuple[Place, dict[str, str | None]]] = field(default_factory=dict)
    """Normal heading -> the row of the sheet Pelaksana."""
    new: dict[str, str] = field(default_factory=dict)
    """Id -> name of each actor that the register does not have."""

    def read_list(self, grid: Grid | None, collected: Collected) -> None:
        """The sheet Pelaksana."""
        headings = {"Judul Kolom": "judul", "Id": "id", "Tercetak di Dokumen": "tertulis"}
        rows = grid and table(grid, headings, collected)
        for row in rows.rows() if rows else ():
            assert isinstance(rows, Table)
            heading = collected.text(cell_at(rows.grid, row, rows.columns["judul"]), rows.place(row, "judul")) or ""
            name = normal_heading(heading)
            if name in self.listed:
                collected.problem(
                    rows.place(row, "judul"), f"judul kolom {quoted(heading)} ada dua kali. Hapus salah satu."
                )
                continue
            values = {key: rows.text(row, key, collected) for key in shape.ACTOR_VALUES}
            self.listed[name] = (rows.place(row, "id"), values)

    def column(self, column: int, place: Place, heading: str, collected: Collected) -> ActorColumn | None:
        """The actor of a column; a heading that means none is told."""
        listed = self.listed.get(normal_heading(heading))
        if listed and listed[1].get("id"):
            return ActorColumn(column, place, heading, listed[1]["id"] or "", listed[1])
        id_ = self.names.id_of(heading)
        made = slug(heading)
        if id_ is None and self.register_new and made and made not in self.names.names:
            id_ = made
            self.new[made] = heading
        if id_ is None:
            collected.problem(place, self.names.mistake(heading))
            return None
        name = self.new.get(id_) or self.names.names[id_]
        printed = listed[1].get("tertulis") if listed else None
        return ActorColumn(column, place, heading, id_, {"tertulis": printed or (None if heading == name else heading)})


def read_procedure(grid: Grid | None, finder: ActorFinder, collected: Collected) -> None:
    """The actors and the steps."""
    if grid is None:
        collected.absent |= {"langkah", "pelaksana"}
        return
    head, first = _head(grid)
    columns: dict[str, int] = {}
    actors: list[ActorColumn] = []
    for number, (text, row) in enumerate(head, 1):
        key = shape.STEP_HEADINGS.get(normal_heading(text))
        place = Place(grid.name, row, number)
        used = any(cell_at(grid, below, number) != "" for below in range(first, len(grid.rows) + 1))
        if key and key not in columns:
            columns[key] = number
        elif key:
            collected.problem(place, f"kolom {quoted(text)} ada dua kali. Hapus salah satu.")
        elif text and normal_heading(text) not in map(normal_heading, shape.GROUPS):
            actor = finder.column(number, place, text, collected)
            actors += [actor] if actor else []
        elif used:
            collected.problem(place, "kolom tanpa judul berisi data. Tulis judulnya, atau hapus isinya.")
    check_merged(grid, first, collected)
    for key in ("no", "kegiatan"):
        if key not in columns:
            collected.problem(Place(grid.name), f"tidak ada kolom {quoted(shape.heading(key))}.")
    collected.absent |= {f"langkah.{key}" for key in shape.STEP_VALUES if key not in columns}
    _put_actors(actors, finder, collected)
    rows = Table(grid, columns | {f"● {actor.column}": actor.column for actor in actors}, first)
    steps = [_step(rows, row, index, columns, actors, collected) for index, row in enumerate(rows.rows())]
    collected.data["langkah"] = steps
    collected.at(("langkah",), Place(grid.name, first, 1))


def _head(grid: Grid) -> tuple[list[tuple[str, int]], int]:
    """Heading of each column with its row, and the first row below; one or two rows, with or without group headings."""
    groups = {normal_heading(group) for group in shape.GROUPS}
    best: tuple[int, list[tuple[str, int]], int] = (0, [], 1)
    for number, row in enumerate(grid.rows[:HEAD_ROWS], 1):
        texts = [(plain(cell), number) for cell in row]
        following = number + 1
        if any(normal_heading(text) in groups for text, _ in texts):
            lower = [(plain(cell), number + 1) for cell in (grid.rows[number] if number < len(grid.rows) else ())]
            lower += [("", number + 1)] * (len(texts) - len(lower))
            texts += [("", number)] * (len(lower) - len(texts))
            texts = [below if below[0] else above for above, below in zip(texts, lower, strict=True)]
            following += 1
        known = len({shape.STEP_HEADINGS.get(normal_heading(text)) for text, _ in texts} - {None})
        if known > best[0]:
            best = (known, texts, following)
    known, head, first = best
    if known < MIN_HEADINGS:
        wanted = ", ".join(quoted(shape.heading(key)) for key in shape.STEP_VALUES if key not in shape.BEYOND_FORM)
        raise SheetError(f"lembar {grid.name}: baris judul kolom tidak ditemukan. Yang dicari: {wanted}.")
    named = [index for index, (text, _) in enumerate(head, 1) if text]
    numbers = [plain(cell_at(grid, first, index)).strip("()") for index in named]
    if numbers == [str(number) for number in range(1, len(named) + 1)]:
        first += 1  # the official form numbers its columns
    return head, first


def _put_actors(actors: Sequence[ActorColumn], finder: ActorFinder, collected: Collected) -> None:
    items = []
    for index, actor in enumerate(actors):
        items.append(
            {"id": actor.id} | {key: value for key, value in actor.values.items() if key != "id" and value is not None}
        )
        for key in shape.ACTOR_VALUES:
            collected.at(("pelaksana", index, key), actor.place)
        collected.at(("pelaksana", index), actor.place)
    collected.data["pelaksana"] = items
    headings = {normal_heading(actor.heading) for actor in actors}
    for name, (place, values) in finder.listed.items():
        if name not in headings:
            collected.notes.append(
                f"{place}: {quoted(values.get('id') or name)} tidak dipakai; tidak ada kolomnya di Prosedur."
            )


def _step(
    rows: Table, row: int, index: int, columns: Mapping[str, int], actors: Sequence[ActorColumn], collected: Collected
) -> dict[str, object]:
    step: dict[str, object] = {}
    path = ("langkah", index)
    collected.at(path, rows.place(row, "no"))
    for key in columns:
        value = shape.STEP_VALUES[key]
        place = rows.place(row, key)
        text = collected.text(cell_at(rows.grid, row, columns[key]), place, value.kind)
        collected.at((*path, key), place)
        if text is not None:
            step[key] = text
    step["pelaksana"] = _doing(rows, row, actors, (*path, "pelaksana"), collected)
    return step


def _doing(
    rows: Table, row: int, actors: Sequence[ActorColumn], path: tuple[str | int, ...], collected: Collected
) -> list[str]:
    """The ids of those who do a step: by number, or by column where only marks stand there."""
    found: list[tuple[int, int, ActorColumn]] = []
    first = Place(rows.grid.name, row, actors[0].column if actors else 1)
    for order, actor in enumerate(actors):
        place = Place(rows.grid.name, row, actor.column)
        text = (collected.text(cell_at(rows.grid, row, actor.column), place) or "").strip()
        if text.isdecimal():
            found.append((int(text), order, actor))
        elif text in MARKS:
            found.append((0, order, actor))
        elif text:
            message = (
                f"{quoted(text)} bukan tanda pelaksana. Tulis ● atau x; angka 1, 2 bila urutannya lain dari kolom."
            )
            collected.problem(place, message)
    if len({number == 0 for number, *_ in found}) > 1:
        collected.problem(first, "tanda dan angka bercampur. Tulis tanda semua, atau angka semua.")
    found.sort(key=lambda item: item[:2])
    collected.at(path, first)
    for index, (*_, actor) in enumerate(found):
        collected.at((*path, index), Place(rows.grid.name, row, actor.column))
    return [actor.id for *_, actor in found]
