"""The procedure table of one SOP: columns, rows, and the notes on what was concluded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.diagrams.cells import Cell, Drawing
from macros.flow import Flow
from macros.models.sop import END, Sop, SopDocument, Step, StepField, StepKind
from macros.views.common import KIND_NAMES, actor_address, step_anchor

FIELD_NAMES: dict[str, str] = {
    "no": "nomor langkah",
    "kegiatan": "kegiatan",
    "pelaksana": "pelaksana",
    "jenis": "jenis simbol",
    "berikutnya": "alur",
    "kelengkapan": "kelengkapan",
    "waktu": "waktu",
    "output": "output",
    "keterangan": "keterangan",
    "syarat_terbit": "syarat terbit",
    "nomor": "nomor SOP",
    "nama": "nama SOP",
    "bidang": "bidang",
    "tanggal": "tanggal",
    "disahkan": "pengesahan",
    "dasar_hukum": "dasar hukum",
    "kualifikasi_pelaksana": "kualifikasi pelaksana",
    "keterkaitan": "keterkaitan",
    "peralatan": "peralatan",
    "peringatan": "peringatan",
    "pencatatan": "pencatatan dan pendataan",
    "tabel": "lembar bagan alur",
}


TABLE_LABELS = {
    "no": "No",
    "kegiatan": "Kegiatan",
    "pelaksana": "Pelaksana",
    "mutu_baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}


SYMBOL_FIELDS: tuple[StepField, ...] = ("pelaksana", "jenis", "berikutnya")
"""What a symbol and its arrows say; one mark in the symbol leads to the notes on all of them."""


@dataclass(frozen=True)
class Column:
    """An actor column: the printed header, the register's name where it differs, and the width it needs."""

    id: str
    kelas: str
    judul: str
    nama: str
    url: str | None
    """Address of the actor's page; None on paper."""


@dataclass(frozen=True)
class ExitView:
    """An exit in words: `Tidak: kembali ke langkah 1`."""

    label: str | None
    teks: str
    no: str | None
    """Number of the step it leads to; None where the procedure ends."""

    @property
    def anchor(self) -> str | None:
        """Id of that step's row."""
        return step_anchor(self.no) if self.no else None


@dataclass(frozen=True)
class Value:
    """A cell of the mutu baku, and the note that says why if it was concluded."""

    teks: str
    simpulan: str | None

    @property
    def polos(self) -> bool:
        """Whether it is one line of text and nothing else."""
        return self.simpulan is None and "\n" not in self.teks and not self.teks.startswith("- ")


@dataclass(frozen=True)
class CellView:
    """A cell of the flowchart: whether the step is done by this actor, and what is drawn there."""

    aktif: bool
    gambar: Cell


EMPTY = Cell()
"""A cell that nothing passes through."""


@dataclass(frozen=True)
class Row:
    """One row of the procedure table, with one cell of the flowchart per actor column."""

    no: str
    no_tertulis: str
    simpulan_no: str | None
    anchor: str
    kegiatan: Value
    jenis: StepKind
    nama_jenis: str
    kelas: str
    sel: tuple[CellView, ...]
    pelaksana: tuple[Column, ...]
    simpulan_simbol: str | None
    """Id of the first note on who does the step, its symbol and its arrows; the others follow it."""
    keluar: tuple[ExitView, ...]
    berurutan: bool
    kelengkapan: Value
    waktu: Value
    output: Value
    keterangan: Value


@dataclass(frozen=True)
class Conclusion:
    """Something concluded instead of read, and why; `anchor` is the id of the note."""

    di: str
    bagian: str
    alasan: str
    anchor: str


def conclusion_anchor(no: str, field: str) -> str:
    """Id of the note that says why a field of a step was concluded."""
    return f"simpulan-{no}-{field}"


def general_anchor(field: str) -> str:
    """Id of the note that says why a field of the SOP, or of all its steps, was concluded."""
    return f"simpulan-{field.replace('.', '-')}"


def general_notes(sop: Sop) -> dict[str, str]:
    """Field of the SOP -> id of the note on it, for every field that was concluded."""
    return {field: general_anchor(field) for field in sop.disimpulkan}


def columns(sop: Sop, names: Mapping[str, str], drawing: Drawing) -> tuple[Column, ...]:
    """The actor columns, left to right."""
    return tuple(
        Column(
            actor.id,
            drawing.kelas_kolom[index],
            actor.tertulis or names[actor.id],
            names[actor.id],
            actor_address(actor.id),
        )
        for index, actor in enumerate(sop.pelaksana)
    )


def labels(sop: Sop) -> dict[str, str]:
    """The header labels of the table: printed ones where the document has them."""
    return TABLE_LABELS | {name: value for name, value in sop.tabel.kolom.model_dump().items() if value}


def rows(sop: Sop, flow: Flow, names: Mapping[str, str], drawing: Drawing) -> tuple[Row, ...]:
    """The rows, top to bottom."""
    actor_columns = columns(sop, names, drawing)
    result = []
    for index, step in enumerate(sop.langkah):
        exits = flow.exits[step.no]
        following = sop.langkah[index + 1].no if index + 1 < len(sop.langkah) else None
        result.append(
            Row(
                no=step.no,
                no_tertulis=step.no if step.no_tertulis is None else step.no_tertulis,
                simpulan_no=_note(step, "no"),
                anchor=step_anchor(step.no),
                kegiatan=_value(step, "kegiatan"),
                jenis=flow.kind(step),
                nama_jenis=KIND_NAMES[flow.kind(step)],
                kelas=drawing.kelas_baris[index],
                pelaksana=tuple(column for column in actor_columns if column.id in step.pelaksana),
                sel=tuple(
                    CellView(actor.id in step.pelaksana, drawing.sel.get((index, column), EMPTY))
                    for column, actor in enumerate(sop.pelaksana)
                ),
                simpulan_simbol=next((_note(step, name) for name in SYMBOL_FIELDS if name in step.disimpulkan), None),
                keluar=tuple(exit_view(sop, flow, names, step, exit_.ke, exit_.label) for exit_ in exits),
                berurutan=[exit_.ke for exit_ in exits] == ([following] if following else []),
                kelengkapan=_value(step, "kelengkapan"),
                waktu=_value(step, "waktu"),
                output=_value(step, "output"),
                keterangan=_value(step, "keterangan"),
            )
        )
    return tuple(result)


def exit_view(sop: Sop, flow: Flow, names: Mapping[str, str], step: Step, target: str, label: str | None) -> ExitView:
    """An exit of a step in words; `names` are those of the actors."""
    if target == END:
        return ExitView(label, "selesai", None)
    back = flow.is_back(step.no, target)
    actors = ", ".join(names[actor] for actor in sop.step(target).pelaksana)
    text = f"kembali ke langkah {target}" if back else f"langkah {target}"
    return ExitView(label, f"{text} ({actors})", target)


def _note(step: Step, field: StepField) -> str | None:
    return conclusion_anchor(step.no, field) if field in step.disimpulkan else None


def _value(step: Step, field: StepField) -> Value:
    return Value(getattr(step, field) or "", _note(step, field))


def _note_order(field: StepField) -> int:
    return SYMBOL_FIELDS.index(field) if field in SYMBOL_FIELDS else -1


def conclusions(sop: Sop) -> tuple[Conclusion, ...]:
    """What was concluded about the SOP, then about each step."""
    general = [
        Conclusion(
            "semua langkah" if name.startswith("langkah.") else "lembar SOP",
            FIELD_NAMES[name.removeprefix("langkah.")],
            reason,
            general_anchor(name),
        )
        for name, reason in sop.disimpulkan.items()
    ]
    single = [
        Conclusion(f"langkah {step.no}", FIELD_NAMES[name], reason, conclusion_anchor(step.no, name))
        for step in sop.langkah
        for name, reason in sorted(step.disimpulkan.items(), key=lambda item: _note_order(item[0]))
    ]
    return (*general, *single)


@dataclass(frozen=True)
class MarkView:
    """A step without which nothing that the SOP governs is published."""

    no: str
    anchor: str
    syarat: str
    simpulan: str | None
    """Id of the note that says why it is taken for one."""


def marks(sop: Sop) -> tuple[MarkView, ...]:
    """The steps of an SOP that are conditions of publishing."""
    marked = ((step, step.syarat_terbit) for step in sop.langkah)
    return tuple(
        MarkView(step.no, step_anchor(step.no), mark, concluded_at(sop, step, "syarat_terbit"))
        for step, mark in marked
        if mark
    )


def concluded_at(sop: Sop, step: Step, field: StepField) -> str | None:
    """Id of the note that says why a field of a step was concluded, be it of this step or of all."""
    general = f"langkah.{field}"
    return _note(step, field) or (general_anchor(general) if general in sop.disimpulkan else None)


@dataclass(frozen=True)
class BareTable:
    """A procedure table without the portal around it, for drawings of files that no register knows."""

    nama: str
    judul_tabel: str | None
    nomor_tabel: str | None
    penutup: str | None
    kolom: dict[str, str]
    pelaksana: tuple[Column, ...]
    baris: tuple[Row, ...]
    tanda: dict[str, str]
    total: tuple[str, ...] = ()
    tidak_terhitung: int = 0
    simpulan: tuple[Conclusion, ...] = ()


def bare_table(document: SopDocument, drawing: Drawing) -> BareTable:
    """The table of one SOP file."""
    names = {actor.id: actor.tertulis or actor.id for actor in document.pelaksana}
    sop = Sop.model_construct(**document.__dict__, id="-/00", berkas="")
    return BareTable(
        document.nama,
        document.tabel.judul,
        document.tabel.nomor,
        document.tabel.penutup,
        labels(sop),
        columns(sop, names, drawing),
        rows(sop, Flow.of(sop), names, drawing),
        general_notes(sop),
    )
