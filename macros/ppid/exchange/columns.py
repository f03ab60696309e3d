"""The columns of the list as offices write them, and an entry as a row of them.

One table for CSV and XLSX, out and in. The headings are those of the legal columns (Perki 1/2010 Lampiran II), column 5
as two, and of what practice and this portal add. All cells are text here; how a format stores a day or a number is its
own affair.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from macros.models.registers import Agency
from macros.ppid.exchange.selection import Selection
from macros.ppid.models.information import CATEGORIES, Form, Information, Reference
from macros.publishing.models import State
from macros.sheets.cells import cell_text, normal_heading

Kind = Literal["teks", "tanggal", "tahun", "daftar", "perangkat daerah", "pilihan"]


@dataclass(frozen=True)
class Column:
    """One column: `key` is the path of its value in an entry's file (`dibuat.waktu`)."""

    key: str
    heading: str
    width: int
    """Width on the sheet, in characters."""
    help: str
    """What to write, for the sheet Petunjuk."""
    kind: Kind = "teks"
    required: bool = False
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other headings that offices use for it."""
    read: bool = True
    """False for what the portal works out itself; import does not look at it."""

    @property
    def top_key(self) -> str:
        """The key of the entry's file that holds the value."""
        return self.key.split(".")[0]


COLUMNS: tuple[Column, ...] = (
    Column("no", "No", 5, "Nomor urut. Tidak dibaca.", read=False, aliases=("No.", "Nomor")),
    Column(
        "id",
        "Id",
        30,
        "Id butir di portal. Jangan diubah; kosongkan untuk butir baru.",
        aliases=("Id Butir",),
    ),
    Column(
        "judul",
        "Judul Informasi",
        40,
        "Judul atau jenis informasi.",
        required=True,
        aliases=("Judul", "Nama Informasi", "Jenis Informasi", "Judul/Jenis Informasi", "Jenis/Judul Informasi"),
    ),
    Column(
        "ringkasan",
        "Ringkasan Isi Informasi",
        55,
        "Satu atau dua kalimat tentang isinya.",
        required=True,
        aliases=("Ringkasan", "Ringkasan Informasi"),
    ),
    Column(
        "kategori",
        "Kategori",
        15,
        "Menurut UU 14/2008 Pasal 9, 10 dan 11. Informasi yang dikecualikan tidak ditulis di sini.",
        kind="pilihan",
        required=True,
        choices=CATEGORIES,
        aliases=("Kategori Informasi",),
    ),
    Column(
        "perangkat_daerah",
        "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi",
        40,
        "Nama, nama singkat atau id dari lembar Perangkat Daerah.",
        kind="perangkat daerah",
        required=True,
        aliases=(
            "Perangkat Daerah",
            "OPD",
            "SKPD",
            "Satuan Kerja",
            "Pejabat/Unit/Satker yang Menguasai Informasi",
            "Unit/Satuan Kerja yang Menguasai Informasi",
        ),
    ),
    Column(
        "penanggung_jawab",
        "Penanggung Jawab Pembuatan/Penerbitan Informasi",
        40,
        "Jabatan atau unit, bukan nama orang.",
        aliases=(
            "Penanggung Jawab",
            "Penanggung Jawab Pembuatan atau Penerbitan Informasi",
            "Penanggung Jawab Pembuatan/Penerbitan",
            "Penanggungjawab Pembuatan/Penerbitan Informasi",
        ),
    ),
    Column("dibuat.waktu", "Waktu Pembuatan", 18, "Misalnya Maret 2024.", aliases=("Waktu Pembuatan Informasi",)),
    Column("dibuat.tempat", "Tempat Pembuatan", 18, "Misalnya Polewali.", aliases=("Tempat Pembuatan Informasi",)),
    Column(
        "bentuk",
        "Bentuk Informasi yang Tersedia",
        22,
        "Bentuk dokumennya.",
        kind="pilihan",
        choices=get_args(Form),
        aliases=("Bentuk Informasi", "Bentuk/Format Informasi yang Tersedia", "Format Informasi"),
    ),
    Column(
        "retensi",
        "Jangka Waktu Penyimpanan",
        24,
        "Jangka waktu penyimpanan atau retensi arsip.",
        aliases=("Retensi", "Retensi Arsip", "Jangka Waktu Penyimpanan atau Retensi Arsip", "Jangka Waktu Retensi"),
    ),
    Column(
        "media",
        "Jenis Media yang Memuat Informasi",
        26,
        "Beberapa media dipisah titik koma. Titik koma di dalam nama ditulis \\;",
        kind="daftar",
        aliases=("Jenis Media", "Media"),
    ),
    Column("tahun", "Tahun", 8, "Tahun informasi, empat angka.", kind="tahun", aliases=("Tahun Informasi",)),
    Column(
        "status",
        "Status",
        10,
        "Lembar tanpa kolom ini: butir baru menjadi draf.",
        kind="pilihan",
        choices=get_args(State),
    ),
    Column(
        "terbit",
        "Terbit",
        12,
        "Tanggal dimuat di portal, TTTT-BB-HH. Wajib kecuali untuk draf.",
        kind="tanggal",
        aliases=("Tanggal Terbit",),
    ),
    Column("lisensi", "Lisensi", 16, "Misalnya CC BY 4.0."),
    Column("berkas", "Berkas", 26, "Nama dokumen. Letakkan dokumennya di folder yang sama dengan lembar ini."),
    Column("tautan.url", "Tautan", 40, "Alamat dokumen bila tidak disimpan di portal.", aliases=("Link", "URL")),
    Column(
        "tautan.jenis",
        "Jenis Tautan",
        20,
        "dokumen: naskahnya; menyebut dokumen: halaman yang menyebutnya.",
        kind="pilihan",
        choices=get_args(Reference.model_fields["jenis"].annotation),
    ),
    Column("dokumen_sop", "Dokumen SOP", 20, "Id SOP di portal ini, bila informasinya adalah SOP itu."),
    Column("sop", "SOP Penerbitan", 20, "Id SOP yang mengatur penerbitannya, bila bukan yang umum."),
    Column("penarikan.tanggal", "Tanggal Penarikan", 12, "TTTT-BB-HH, bila status ditarik.", kind="tanggal"),
    Column("penarikan.alasan", "Alasan Penarikan", 30, "Wajib bila status ditarik."),
    Column("diganti_oleh", "Diganti Oleh", 26, "Id butir yang menggantikannya."),
    Column("catatan", "Catatan", 34, "Hal lain yang perlu diketahui pembaca.", aliases=("Keterangan",)),
    Column(
        "disimpulkan",
        "Kolom yang Disimpulkan",
        34,
        "Kolom yang ditebak, belum ditetapkan PPID. Tidak dibaca.",
        read=False,
    ),
)

BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}

SPLIT_HEADINGS: Mapping[str, tuple[str, str]] = {
    "waktu dan tempat pembuatan": ("Waktu Pembuatan", "Tempat Pembuatan"),
    "waktu dan tempat pembuatan informasi": ("Waktu Pembuatan", "Tempat Pembuatan"),
    "tempat dan waktu pembuatan": ("Waktu Pembuatan", "Tempat Pembuatan"),
    "waktu/tempat pembuatan": ("Waktu Pembuatan", "Tempat Pembuatan"),
}
"""Headings of two things in one, which nobody can tell apart safely -> the two columns to make of it."""

HEADINGS: Mapping[str, Column] = {
    normal_heading(heading): column for column in COLUMNS for heading in (column.heading, *column.aliases)
}
"""Normal heading -> its column."""


def join_list(items: tuple[str, ...]) -> str:
    """Some texts as one cell, told apart by semicolons; a backslash stands before their own."""
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def split_list(text: str) -> list[str]:
    """The texts of such a cell; a backslash before anything but a semicolon or a backslash is itself."""
    items = [""]
    for part in re.findall(r"\\[;\\]|.", text, re.DOTALL):
        if part == ";":
            items.append("")
        else:
            items[-1] += part[-1]
    return [item.strip() for item in items if item.strip()]


def agency_label(agency_id: str, agencies: Mapping[str, Agency]) -> str:
    """How a cell names an agency: in full, or by its id where two bear the name."""
    agency = agencies.get(agency_id)
    if agency is None or sum(other.nama == agency.nama for other in agencies.values()) > 1:
        return agency_id
    return agency.nama


def cells_of(item: Information, selection: Selection, *, in_full: bool = False) -> dict[str, str]:
    """An entry as texts by column key; an empty one is "".

    Unless it is wanted in full, as it stands today: a withdrawn document is not linked any more, no draft is named, and
    nothing is said of a withdrawal to come.
    """
    made = item.dibuat
    withdrawal = item.penarikan if in_full else selection.withdrawal_of(item)
    link = item.tautan if in_full else selection.link_of(item)
    values: dict[str, str | date | int | None] = {
        "no": None,
        "id": item.id,
        "judul": item.judul,
        "ringkasan": item.ringkasan,
        "kategori": item.kategori,
        "perangkat_daerah": agency_label(item.perangkat_daerah, selection.agencies),
        "penanggung_jawab": item.penanggung_jawab,
        "dibuat.waktu": made.waktu if made else None,
        "dibuat.tempat": made.tempat if made else None,
        "bentuk": item.bentuk,
        "retensi": item.retensi,
        "media": join_list(item.media),
        "tahun": item.tahun,
        "status": item.status if in_full or withdrawal else "terbit",
        "terbit": item.terbit,
        "lisensi": item.lisensi,
        "berkas": item.berkas if in_full or not withdrawal else None,
        "tautan.url": link.url if link else None,
        "tautan.jenis": link.jenis if link else None,
        "dokumen_sop": item.dokumen_sop,
        "sop": item.sop,
        "penarikan.tanggal": withdrawal.tanggal if withdrawal else None,
        "penarikan.alasan": withdrawal.alasan if withdrawal else None,
        "diganti_oleh": item.diganti_oleh if in_full else selection.replacement_of(item),
        "catatan": item.catatan,
        "disimpulkan": ", ".join(item.disimpulkan),
    }
    return {key: "" if value is None else cell_text(str(value)) for key, value in values.items()}


def rows(selection: Selection) -> list[dict[str, str]]:
    """Every entry that leaves, as numbered rows."""
    return [cells_of(item, selection) | {"no": str(number)} for number, item in enumerate(selection.entries, 1)]
