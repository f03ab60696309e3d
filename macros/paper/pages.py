"""What the pages of a printed SOP, and of all SOPs of an office, hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from macros.dates import long_date
from macros.diagrams.cells import Drawing
from macros.diagrams.pentagons import Strip, letters, strip, strips
from macros.diagrams.stylesheet import pentagon_stylesheet, stylesheet
from macros.models.registers import Office
from macros.models.sop import Sop
from macros.paper.pagination import Heights, paginate
from macros.paper.sizes import IDENTITY_PT, Paper, Type
from macros.rendering import render
from macros.views.procedure import Row, Value
from macros.views.sop import SopView

STYLE = Path(__file__).parent / "kertas.css"


class TooWideError(ValueError):
    """A table that is wider than the page."""


@dataclass(frozen=True)
class Measured:
    """What the browser says of a table set on one long page, in CSS pixels."""

    lebar: float
    """Width that the table takes; more than the page's if its words do not fit."""
    kolom: tuple[float, ...]
    kepala: float
    baris: tuple[float, ...]
    kaki: float
    identitas: tuple[float, ...]
    """Height of the identity sheet in each of `IDENTITY_PT`."""

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Measured:
        """From the answer of the browser."""
        return cls(
            lebar=found["lebar"],
            kolom=tuple(found["kolom"]),
            kepala=found["kepala"],
            baris=tuple(found["baris"]),
            kaki=found["kaki"],
            identitas=tuple(found["identitas"]),
        )


@dataclass(frozen=True)
class Sheet:
    """One page of the table: its rows, and the pentagons above and below them."""

    nomor: int
    jumlah: int
    baris: tuple[Row, ...]
    atas: Strip | None = None
    bawah: Strip | None = None


@dataclass(frozen=True)
class Setting:
    """An SOP set on pages; `kolom` are widths in pixels, empty while the browser finds them."""

    sop: SopView
    awalan: str
    """What the ids of this SOP begin with, so that many SOPs can stand in one document."""
    huruf: Type
    kolom: tuple[float, ...]
    lembar: tuple[Sheet, ...]
    identitas: float = IDENTITY_PT[0]
    """Size of the identity sheet's text, in points."""


def on_paper(view: SopView) -> SopView:
    """An SOP's view without links into the site, its anchors unique among all SOPs."""
    prefix = prefix_of(view.id)

    def anchor(name: str | None) -> str | None:
        return f"{prefix}-{name}" if name else None

    def value(old: Value) -> Value:
        return replace(old, simpulan=anchor(old.simpulan))

    def row(old: Row) -> Row:
        return replace(
            old,
            anchor=f"{prefix}-{old.anchor}",
            simpulan_no=anchor(old.simpulan_no),
            simpulan_simbol=anchor(old.simpulan_simbol),
            keluar=tuple(replace(exit_, no=None) for exit_ in old.keluar),
            kegiatan=value(old.kegiatan),
            kelengkapan=value(old.kelengkapan),
            waktu=value(old.waktu),
            output=value(old.output),
            keterangan=value(old.keterangan),
        )

    return replace(
        view,
        kotak=tuple(
            replace(box, butir=tuple(replace(item, url=None, catatan=None) for item in box.butir)) for box in view.kotak
        ),
        pelaksana=tuple(replace(column, url=None) for column in view.pelaksana),
        baris=tuple(row(old) for old in view.baris),
        simpulan=tuple(replace(note, anchor=f"{prefix}-{note.anchor}") for note in view.simpulan),
        tanda={field: f"{prefix}-{name}" for field, name in view.tanda.items()},
    )


def prefix_of(sop_id: str) -> str:
    """`polewali-mandar-03` for polewali-mandar/03."""
    return sop_id.replace("/", "-")


def unbroken(sop: SopView, type_: Type) -> Setting:
    """The whole table on one long page, to be measured."""
    return Setting(sop, prefix_of(sop.id), type_, (), (Sheet(1, 1, sop.baris),))


def broken(setting: Setting, drawing: Drawing, measured: Measured, paper: Paper) -> Setting:
    """The table on pages of the paper; raises TooWideError or RowTooTallError if it does not fit."""
    if measured.lebar > paper.width + 1:
        raise TooWideError
    rows = setting.sop.baris
    possible = [strip(crossings, letters()) for crossings in drawing.lintas[: len(rows) - 1]]
    # A strip is a row of the table, so it adds its border too.
    heights = Heights(
        measured.kepala,
        measured.baris,
        measured.kaki,
        tuple(item.tinggi * setting.huruf.px + bool(item.segilima) for item in possible),
    )
    pages = paginate(heights, paper.height, [len(item.segilima) for item in possible])
    cut = strips(drawing, [page[-1] for page in pages[:-1]])
    sheets = tuple(
        Sheet(
            number,
            len(pages),
            tuple(rows[row] for row in page),
            cut[page[0] - 1] if page[0] else None,
            cut.get(page[-1]),
        )
        for number, page in enumerate(pages, start=1)
    )
    fitting = (pt for pt, height in zip(IDENTITY_PT, measured.identitas, strict=True) if height <= paper.height)
    return replace(setting, kolom=measured.kolom, lembar=sheets, identitas=next(fitting, IDENTITY_PT[0]))


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    nn: str
    nama: str
    awalan: str
    halaman: int


@dataclass(frozen=True)
class Chapter:
    """The lines of one division in the table of contents."""

    bidang: str
    isi: tuple[Entry, ...]


@dataclass(frozen=True)
class Front:
    """The cover and the table of contents of an office's document."""

    instansi: Office
    tahun: str
    dibuat: str
    jumlah: int
    bab: tuple[Chapter, ...]


def front(office: Office, sops: Sequence[Sop], pages: Mapping[str, int], today: date) -> Front:
    """Cover and contents; `pages` says on which page each SOP begins."""
    years = sorted({office.document(sop.sumber.dokumen).tahun for sop in sops})
    chapters = (
        Chapter(
            division.nama,
            tuple(
                Entry(sop.nn, sop.nama, prefix_of(sop.id), pages[sop.id]) for sop in sops if sop.bidang == division.id
            ),
        )
        for division in office.bidang
    )
    return Front(
        office,
        ", ".join(map(str, years)),
        long_date(today),
        len(sops),
        tuple(chapter for chapter in chapters if chapter.isi),
    )


def in_order(office: Office, sops: Sequence[Sop]) -> list[Sop]:
    """The SOPs in the order of the table of contents: by division, then by number."""
    return [sop for division in office.bidang for sop in sops if sop.bidang == division.id]


def style(drawings: Iterable[Drawing], paper: Paper) -> str:
    """The style sheet of a document with these drawings, wherever their pages end."""
    known = list(drawings)
    largest = max((drawing.largest for drawing in known), default=0)
    levels = max((strip(crossings, letters()).tingkat for drawing in known for crossings in drawing.lintas), default=0)
    margins = f"{paper.atas}mm {paper.sisi}mm {paper.bawah}mm"
    page = f"@page {{ margin: {margins}; }}\nbody {{ width: {paper.width:.2f}px; }}\n"
    return page + STYLE.read_text(encoding="utf-8") + stylesheet(largest) + pentagon_stylesheet(levels)


def document(title: str, settings: Sequence[Setting], cover: Front | None = None) -> str:
    """The HTML of a document: an SOP, or all of an office."""
    return render("kertas.html", "", judul=title, daftar=settings, sampul=cover)


def footer(text: str) -> str:
    """The foot of every page: what it is, and `halaman x dari y`, filled in by the browser."""
    return render("kertas-kaki.html", "", teks=text)
