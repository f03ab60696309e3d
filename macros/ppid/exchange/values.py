"""Texts as people type them -> values as an entry's file has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from macros.models.registers import Agency
from macros.ppid.exchange.columns import COLUMNS, Column, split_list
from macros.problems import quoted, suggestion

DATE_FORM = re.compile(r"(19|20)\d\d-\d\d-\d\d")


class ValueMistakeError(Exception):
    """A text that its column does not take; the message says what would be right."""


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


class Agencies:
    """Finds the agency that a cell means: by id, by its full name or by its short one."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        self.agencies = agencies
        self.found: dict[str, list[str]] = {}
        for agency in agencies.values():
            for name in {_folded(name) for name in (agency.id, agency.nama, agency.singkatan) if name}:
                self.found.setdefault(name, []).append(agency.id)

    def id_of(self, text: str) -> str:
        """The id; raises ValueMistakeError where no agency, or more than one, is named so."""
        ids = self.found.get(_folded(text), [])
        if len(ids) == 1:
            return ids[0]
        if ids:
            raise ValueMistakeError(f"{quoted(text)} nama beberapa perangkat daerah. Tulis id-nya: {', '.join(ids)}.")
        names = [
            name for agency in self.agencies.values() for name in (agency.nama, agency.singkatan, agency.id) if name
        ]
        raise ValueMistakeError(
            f"{quoted(text)} tidak ada di register perangkat daerah.{suggestion(text, names)} "
            "Tulis nama, nama singkat atau id-nya."
        )


def value_of(text: str, column: Column, agencies: Agencies) -> Any:
    """The value of a cell, as YAML would give it; None where it is empty. Raises ValueMistakeError."""
    if not text:
        return None
    if column.kind == "perangkat daerah":
        return agencies.id_of(text)
    if column.kind == "daftar":
        return split_list(text) or None
    if column.kind == "pilihan":
        return _choice(text, column)
    if column.kind == "tahun":
        return re.sub(r"^(\d{4})[.,]0$", r"\1", text)
    if column.kind == "tanggal" and not DATE_FORM.fullmatch(text):
        raise ValueMistakeError(
            f"{quoted(text)} bukan TTTT-BB-HH. Tulis misalnya 2026-01-05; urutan lain dapat salah dibaca."
        )
    return text


def _choice(text: str, column: Column) -> str:
    """A choice however its case and spaces are typed; anything else is left for the model to refuse."""

    def compared(choice: str) -> str:
        plain = (
            _folded(choice).removeprefix("informasi ").replace("soft copy", "softcopy").replace("hard copy", "hardcopy")
        )
        return re.sub(r"\s*(?:/|&|\+|,|\bdan\b)\s*", " dan ", plain)

    return next((choice for choice in column.choices if compared(choice) == compared(text)), text)


def put(data: dict[str, Any], key: str, value: Any) -> None:
    """Set the value at a path such as `dibuat.waktu`; None takes it away, and with it a record left empty."""
    top, _, inner = key.partition(".")
    if inner:
        record = dict(data.get(top) or {})
        put(record, inner, value)
        value = record or None
    if value is None:
        data.pop(top, None)
    else:
        data[top] = value


def column_at(path: str) -> Column | None:
    """The column that a path of the model belongs to (`dibuat.waktu`, `media[2]`, `tautan`)."""
    plain = re.sub(r"\[\d+\]", "", path)
    matches = (c for c in COLUMNS if plain and c.read and (c.key == plain or c.key.startswith(f"{plain}.")))
    return next(matches, None)
