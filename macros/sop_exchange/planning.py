"""What a workbook would do: the SOP it makes, what changes in its file, every mistake by cell. It writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from macros import rules
from macros.loading import ValuePath
from macros.models.registers import RegisteredActor
from macros.models.sop import Sop, SopDocument
from macros.portal import DATA_FOLDER, Portal
from macros.problems import location
from macros.sheets.cells import is_cut
from macros.sheets.slugs import slug
from macros.sheets.yaml_edit import pairs
from macros.sop_exchange import shape
from macros.sop_exchange.reading import Stated
from macros.sop_exchange.tables import CellProblem, Place
from macros.validation import validate

NAME_LENGTH = 60
"""Letters that the name of a new file has at most."""


@dataclass(frozen=True)
class Difference:
    """A value that would change; `old` or `new` is None where it is added or taken away."""

    part: str
    place: Place
    old: object
    new: object
    concluded: bool = False


@dataclass(frozen=True)
class Plan:
    """What would be done to one SOP; with problems nothing may be."""

    sop_id: str
    file: Path
    existing: Sop | None
    document: SopDocument | None
    differences: tuple[Difference, ...]
    problems: tuple[CellProblem, ...]
    notes: tuple[str, ...]
    new_actors: tuple[RegisteredActor, ...]

    @property
    def state(self) -> str:
        """`baru`, `berubah` or `sama`."""
        return "baru" if self.existing is None else "berubah" if self.differences else "sama"


def plan(stated: Stated, portal: Portal) -> Plan:
    """What a workbook would do to the SOP that it states."""
    collected = stated.collected
    existing = portal.sops.get(stated.sop_id)
    before = shape.plain(existing) if existing else {}
    if existing:
        _keep_absent(stated, _as_text(before))
        collected.data = _restored(collected.data, _as_text(before))
    for path in _cut(collected.data):
        collected.problem(collected.place(path), "terpotong; tulis selengkapnya.")
    loaded = collected.as_loaded(collected.data)
    document = validate(SopDocument, loaded)
    if document:
        sop = Sop.model_construct(**document.__dict__, id=stated.sop_id, berkas="")
        known = rules.Known(
            portal.offices, {*portal.actors, *stated.new_actors}, portal.regulations, {*portal.sops, stated.sop_id}
        )
        loaded.problems += rules.check_sop(sop, known, loaded)
    unknown_actors = any(problem.place.sheet in (shape.PROCEDURE, shape.ACTORS) for problem in collected.problems)
    collected.keep(
        problem for problem in loaded.problems if not (unknown_actors and problem.bagian.endswith("].pelaksana"))
    )
    differences: tuple[Difference, ...] = ()
    if document and existing:
        after = shape.plain(document)
        differences = tuple(_concluded(item, before, after) for item in _differences(before, after, stated))
    return Plan(
        stated.sop_id,
        _file(stated, portal, existing, document),
        existing,
        document,
        differences,
        tuple(sorted(dict.fromkeys(collected.problems), key=lambda problem: problem.order)),
        tuple(collected.notes),
        tuple(RegisteredActor(id=id_, nama=name) for id_, name in stated.new_actors.items()),
    )


def _file(stated: Stated, portal: Portal, existing: Sop | None, document: SopDocument | None) -> Path:
    if existing:
        return portal.root / existing.berkas
    office, nn = stated.sop_id.split("/")
    name = slug(document.nama, NAME_LENGTH) if document else ""
    return portal.shared / DATA_FOLDER / office / f"{nn}-{name or 'sop'}.yml"


def _as_text(value: Any) -> Any:
    """Values as a file's reader gives them: all texts."""
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _keep_absent(stated: Stated, before: Mapping[str, Any]) -> None:
    """What the workbook has no place for stays as it is, and is told."""
    collected = stated.collected
    steps = {step["no"]: step for step in before["langkah"]}
    kept = set()
    for key in collected.absent:
        first, _, inner = key.partition(".")
        if first == "langkah" and inner:
            data: Any = collected.data.get("langkah", [])
            for step in data:
                value = steps.get(step.get("no", ""), {}).get(inner)
                if value is not None:
                    step[inner] = value
                    kept.add(key)
            continue
        path = shape.SOP_VALUES[key].path if key in shape.SOP_VALUES else (key,)
        value = shape.at(before, path)
        if value is not None:
            shape.put(collected.data, path, value)
            kept.add(key)
    if kept:
        collected.notes.append(f"tidak ada di lembar, jadi isinya tidak diubah: {', '.join(sorted(kept))}.")


def _restored(data: Any, before: Any) -> Any:
    """The same with the texts of before where a cell says them as far as it can: without control characters, cut."""
    if isinstance(data, dict) and isinstance(before, dict):
        return {key: _restored(value, before.get(key)) for key, value in data.items()}
    if isinstance(data, list) and isinstance(before, list):
        made = list(data)
        for kind, low, high, new_low, _ in pairs(before, data):
            for step in range(high - low) if kind == "pair" else ():
                made[new_low + step] = _restored(data[new_low + step], before[low + step])
        return made
    same = isinstance(data, str) and isinstance(before, str) and data == shape.meant(shape.shown(before))
    return before if same else data


def _cut(data: Any, path: ValuePath = ()) -> Iterator[ValuePath]:
    """Where a text is that was too long for a cell, so that only its beginning is there."""
    if isinstance(data, (dict, list)):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _cut(value, (*path, key))
    elif isinstance(data, str) and is_cut(data):
        yield path


def _differences(before: Any, after: Any, stated: Stated, path: ValuePath = ()) -> Iterator[Difference]:
    """Value by value; items of lists as the file's text will be changed."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*after, *before)):
            yield from _differences(before.get(key), after.get(key), stated, (*path, key))
    elif isinstance(before, list) and isinstance(after, list):
        for kind, low, high, new_low, new_high in pairs(before, after):
            if kind == "pair":
                yield from _differences(before[low], after[new_low], stated, (*path, new_low))
            for index in range(low, high) if kind == "cut" else ():
                yield Difference(f"{location(path)}: butir ke-{index + 1}", Place(), before[index], None)
            for index in range(new_low, new_high) if kind == "add" else ():
                here = (*path, index)
                yield Difference(location(here), stated.collected.place(here), None, after[index])
    else:
        yield Difference(location(path), stated.collected.place(path), before, after)


def _concluded(item: Difference, before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """Marked where the value that changes is told to be concluded, and the reason stays as it was."""
    part, _, field = item.part.partition("].")
    if part.startswith("langkah[") and field:
        index = int(part.removeprefix("langkah["))
        step = after["langkah"][index - 1]
        old: dict[str, Any] = next((old for old in before["langkah"] if old["no"] == step["no"]), {})
        field = _first_key(field)
        reasons = step.get("disimpulkan", {})
        guessed = field in reasons and reasons.get(field) == old.get("disimpulkan", {}).get(field)
    else:
        field = _first_key(item.part)
        reasons = after.get("disimpulkan", {})
        guessed = field in reasons and reasons.get(field) == before.get("disimpulkan", {}).get(field)
    return Difference(item.part, item.place, item.old, item.new, guessed)


def _first_key(part: str) -> str:
    return re.split(r"[.:[]", part)[0]
