"""The columns of the DIP as people read them; the same on the list, in search results, on an entry's page and on paper.

Perki 1/2010 Lampiran II has seven; practice adds the title and the media.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.models.registers import Agency
from macros.ppid.models.information import CategoryName, Information, InformationField

COLUMNS: Mapping[InformationField, str] = {
    "ringkasan": "Ringkasan isi informasi",
    "perangkat_daerah": "Pejabat/unit/satuan kerja yang menguasai informasi",
    "penanggung_jawab": "Penanggung jawab pembuatan atau penerbitan",
    "dibuat": "Waktu dan tempat pembuatan",
    "bentuk": "Bentuk informasi yang tersedia",
    "retensi": "Jangka waktu penyimpanan atau retensi arsip",
    "media": "Jenis media yang memuat informasi",
}
"""The columns after number and title."""

FIELD_NAMES: Mapping[InformationField, str] = {**COLUMNS, "kategori": "Kategori", "tahun": "Tahun informasi"}

CATEGORY_TITLES: Mapping[CategoryName, str] = {
    "berkala": "Informasi yang wajib disediakan dan diumumkan secara berkala",
    "serta merta": "Informasi yang wajib diumumkan secara serta merta",
    "setiap saat": "Informasi yang wajib tersedia setiap saat",
}
"""UU 14/2008 Pasal 9, 10 and 11."""


@dataclass(frozen=True)
class Cell:
    """One column of one entry; `teks` is empty where nobody has filled it in."""

    kunci: InformationField
    judul: str
    teks: str
    tebakan: bool
    """Concluded, not laid down by the PPID."""


@dataclass(frozen=True)
class Row:
    """One entry as a line of a list."""

    url: str
    judul: str
    kategori: CategoryName
    kategori_tebakan: bool
    tahun: Cell
    sel: tuple[Cell, ...]
    ditarik: str
    """The day it was withdrawn, in words; empty while it stands in the list."""


def entry_address(entry_id: str) -> str:
    """Address of an entry's page."""
    return f"ppid/informasi/{entry_id}/"


def category_text(category: CategoryName, guessed: bool) -> str:
    """A category that the PPID has not laid down is a proposal."""
    return f"belum ditetapkan (usulan: {category})" if guessed else category


def cells(item: Information, agencies: Mapping[str, Agency]) -> tuple[Cell, ...]:
    """All columns of an entry, in the law's order."""
    texts: Mapping[InformationField, str] = {
        "ringkasan": item.ringkasan,
        "perangkat_daerah": agencies[item.perangkat_daerah].nama,
        "penanggung_jawab": item.penanggung_jawab or "",
        "dibuat": _making(item),
        "bentuk": item.bentuk or "",
        "retensi": item.retensi or "",
        "media": ", ".join(item.media),
    }
    return tuple(cell(item, key, texts[key]) for key in COLUMNS)


def cell(item: Information, key: InformationField, text: str) -> Cell:
    """One column; an empty one cannot be a guess."""
    return Cell(key, FIELD_NAMES[key], text, bool(text) and key in item.disimpulkan)


def _making(item: Information) -> str:
    if item.dibuat is None or not (item.dibuat.waktu or item.dibuat.tempat):
        return ""
    return f"{item.dibuat.waktu or 'waktu belum diisi'}, {item.dibuat.tempat or 'tempat belum diisi'}"


def row(item: Information, agencies: Mapping[str, Agency], withdrawn: str = "") -> Row:
    """An entry as a line of a list."""
    return Row(
        url=entry_address(item.id),
        judul=item.judul,
        kategori=item.kategori,
        kategori_tebakan=not item.kategori_ditetapkan,
        tahun=cell(item, "tahun", str(item.tahun or "")),
        sel=cells(item, agencies),
        ditarik=withdrawn,
    )
