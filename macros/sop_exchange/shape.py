"""Which field of an SOP travels where, worked out from the model: a new field of one value needs no line here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from macros.loading import ValuePath
from macros.models.sop import BOXES, Actor, Sop, SopDocument, Step
from macros.sheets.cells import cell_text, normal_heading

GUIDE, IDENTITY, PROCEDURE = "Baca dulu", "Identitas", "Prosedur"
ACTORS, EXITS, CONCLUSIONS, IRREGULARITIES = "Pelaksana", "Cabang", "Disimpulkan", "Kejanggalan"
REGISTER, CHOICES = "Register", "Pilihan"

BLANK = "(kosong)"
"""A text that is there and empty, or a list without items; a cell without anything says that there is none."""

SOP_ID = "id"
"""Key of the row of the sheet Register that says which SOP it is."""


@dataclass(frozen=True)
class Value:
    """A field that holds one value: its path, what it is, and how the model explains it."""

    path: ValuePath
    kind: Literal["teks", "tanggal"]
    choices: tuple[str, ...] = ()
    help: str = ""
    required: bool = False

    @property
    def key(self) -> str:
        """The path as people write it: `tabel.kolom.no`."""
        return ".".join(map(str, self.path))


def _plain(annotation: Any) -> tuple[Any, bool]:
    """An annotation without what only checks it, and whether it can be left out."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _plain(get_args(annotation)[0])
    if origin in (Union, UnionType):
        rest = [choice for choice in get_args(annotation) if choice is not NoneType]
        return (_plain(rest[0])[0] if len(rest) == 1 else annotation), True
    return annotation, False


def values_of(model: type[BaseModel], path: ValuePath = ()) -> Iterator[Value]:
    """Every field of a model that holds one value, and those of the records in it."""
    for name, field in model.model_fields.items():
        kind, _ = _plain(field.annotation)
        here = (*path, name)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from values_of(kind, here)
        elif get_origin(kind) is Literal:
            yield Value(here, "teks", get_args(kind), field.description or "", field.is_required())
        elif isinstance(kind, type) and issubclass(kind, (date, str, int, float)):
            what: Literal["teks", "tanggal"] = "tanggal" if issubclass(kind, date) else "teks"
            yield Value(here, what, (), field.description or "", field.is_required())


STEP_VALUES: Mapping[str, Value] = {value.key: value for value in values_of(Step)}
"""Fields of a step that stand in a column of their own."""

ACTOR_VALUES: Mapping[str, Value] = {value.key: value for value in values_of(Actor)}

LABELS = tuple(Value(("label", box), "teks", (), "Judul kotak, bila lain dari judul milik instansi.") for box in BOXES)

SOP_VALUES: Mapping[str, Value] = {value.key: value for value in (*values_of(SopDocument), *LABELS)}
"""Fields of an SOP that hold one value."""

LETTERHEAD = "kop"
SHEET_OF: Mapping[str, str] = {
    LETTERHEAD: IDENTITY,
    **dict.fromkeys(BOXES, IDENTITY),
    "label": REGISTER,
    "pelaksana": ACTORS,
    "langkah": PROCEDURE,
    "disimpulkan": CONCLUSIONS,
    "kejanggalan": IRREGULARITIES,
}
"""Fields of an SOP that hold more than one value -> the sheet that carries them."""

STEP_SHEET_OF: Mapping[str, str] = {"pelaksana": PROCEDURE, "berikutnya": EXITS, "disimpulkan": CONCLUSIONS}
"""The same of a step."""

FORM: Mapping[str, tuple[str, ...]] = {
    "nomor": ("Nomor SOP", "No. SOP", "No SOP", "Nomor"),
    "tanggal.pembuatan": ("Tanggal Pembuatan", "Tgl Pembuatan", "Tgl. Pembuatan", "Tanggal Dibuat"),
    "tanggal.revisi": ("Tanggal Revisi", "Tgl Revisi", "Tgl. Revisi"),
    "tanggal.efektif": ("Tanggal Efektif", "Tgl Efektif", "Tgl. Efektif", "Tanggal Berlaku"),
    "disahkan.jabatan": ("Disahkan oleh", "Disahkan", "Jabatan yang Mengesahkan"),
    "disahkan.pejabat": ("Nama Pejabat", "Pejabat", "Nama"),
    "disahkan.tanda_tangan": ("Tanda Tangan", "Tandatangan"),
    "nama": ("Nama SOP", "Judul SOP", "Judul"),
    "bidang": ("Bidang", "Bidang/Bagian", "Unit"),
}
"""Fields on the identity sheet, in its order -> what it calls them; the first is written, all are read."""

BOX_NAMES: Mapping[str, tuple[str, ...]] = {
    "dasar_hukum": ("Dasar Hukum",),
    "kualifikasi_pelaksana": ("Kualifikasi Pelaksana", "Kualifikasi Pelaksanaan"),
    "keterkaitan": ("Keterkaitan", "Keterkaitan SOP"),
    "peralatan": ("Peralatan/ Perlengkapan", "Peralatan", "Peralatan dan Perlengkapan", "Kelengkapan", "Perlengkapan"),
    "peringatan": ("Peringatan",),
    "pencatatan": ("Pencatatan dan Pendataan", "Pencatatan & Pendataan", "Pencatatan"),
}

ITEM_ID: Mapping[str, str] = {"dasar_hukum": "peraturan", "keterkaitan": "sop"}
"""Boxes whose items are records -> the key of the id beside the text."""

STEP_NAMES: Mapping[str, tuple[str, ...]] = {
    "no": ("No", "No.", "Nomor", "No Urut", "Nomor Urut"),
    "kegiatan": ("Kegiatan", "Aktivitas", "Aktivitas/Kegiatan", "Kegiatan/Aktivitas", "Uraian Kegiatan",
                 "Uraian Prosedur", "Uraian", "Tahapan"),
    "kelengkapan": ("Kelengkapan", "Persyaratan/Kelengkapan", "Persyaratan/Perlengkapan", "Syarat/Kelengkapan",
                    "Persyaratan", "Perlengkapan"),
    "waktu": ("Waktu", "Waktu Penyelesaian", "Lama", "Jangka Waktu"),
    "output": ("Output", "Keluaran", "Hasil"),
    "keterangan": ("Keterangan", "Ket", "Ket."),
    "no_tertulis": ("Nomor Tercetak",),
}  # fmt: skip
"""Columns of the procedure table as offices head them; the first is written, all are read."""

QUALITY = ("kelengkapan", "waktu", "output")
"""The columns below Mutu Baku."""

GROUPS = ("Pelaksana", "Mutu Baku")
"""Headings above several columns."""


def heading(key: str) -> str:
    """What a step's field is headed: by the form, else by its own name."""
    return STEP_NAMES[key][0] if key in STEP_NAMES else key.replace("_", " ").capitalize()


STEP_HEADINGS: Mapping[str, str] = {
    normal_heading(name): key for key in STEP_VALUES for name in (heading(key), *STEP_NAMES.get(key, ()))
}
"""Normal heading -> the step's field."""

BEYOND_FORM = tuple(key for key in STEP_VALUES if key not in ("no", "kegiatan", *QUALITY, "keterangan"))
"""Fields of a step that the office's form has no column for."""

WRAPPED_BLANK = re.compile(r"\(+kosong\)+")


def shown(value: object) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    text = cell_text(str(value))
    if value == "":
        return BLANK
    return f"({text})" if WRAPPED_BLANK.fullmatch(text) else text


def meant(text: str) -> str | None:
    """What the text of a cell says."""
    if not text:
        return None
    if text == BLANK:
        return ""
    return text[1:-1] if WRAPPED_BLANK.fullmatch(text) else text


def plain(document: SopDocument) -> dict[str, Any]:
    """An SOP as its file states it: what is as the model has it anyway is left out."""
    own = {"id", "berkas"} if isinstance(document, Sop) else None
    return {key: _stated(value, key) for key, value in document.model_dump(exclude=own, exclude_defaults=True).items()}


def _stated(value: Any, key: object) -> Any:
    if isinstance(value, Mapping):
        return {name: _stated(item, name) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_stated(item, None) for item in value]
    # numbers of steps are written as numbers where they are
    return int(value) if key in ("no", "ke") and str(value).isdecimal() and str(int(value)) == value else value


def at(data: Any, path: ValuePath) -> Any:
    """The value at a path; None where there is none."""
    for part in path:
        data = data.get(part) if isinstance(data, Mapping) else None
    return data


def put(data: dict[str, Any], path: ValuePath, value: Any) -> None:
    """Set the value at a path, and the records on the way."""
    for part in path[:-1]:
        data = data.setdefault(str(part), {})
    data[str(path[-1])] = value


def is_flow(path: ValuePath) -> bool:
    """What is written on one line between brackets in a new file, as in those that are there."""
    head, tail = path[:1], path[-1]
    return (head == ("langkah",) and (tail == "pelaksana" or path[-2:-1] == ("berikutnya",))) or path == (
        "tabel",
        "kolom",
    )
