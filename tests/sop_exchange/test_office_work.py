"""What offices do to a workbook, and what an import makes of it: taken as meant, or told by cell."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from macros.portal import Portal
from macros.sheets.grids import SheetError
from macros.sop_exchange.planning import Plan
from macros.sop_exchange.reading import read_sheets
from tests.sop_exchange.books import HandWork, cell_with, changed, exported, imported

SOP = "polewali-mandar/20"
"""Has a decision, and steps that several do."""


@pytest.fixture(scope="module")
def book(portal: Portal) -> bytes:
    """The workbook of an SOP."""
    return exported(portal.sops[SOP], portal)


def after(book: bytes, change: HandWork, portal: Portal, folder: Path, register_new: bool = False) -> Plan:
    """What an import does after some work by hand."""
    return imported(changed(book, change), SOP, portal, folder, register_new)


def unmerge(sheet: Any) -> None:
    """Every cell for itself."""
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))


def swap_columns(book: Any) -> None:
    """Keterangan goes to the very left, the first actor to the very right."""
    sheet = book["Prosedur"]
    unmerge(sheet)
    last = sheet.max_column + 1
    note = cell_with(sheet, "Keterangan").column
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, last).value = sheet.cell(row, 3).value
        sheet.cell(row, 3).value = sheet.cell(row, note).value
        sheet.cell(row, note).value = None


def rename_columns(book: Any) -> None:
    """As many offices head them."""
    for old, new in (
        ("Kegiatan", "URAIAN KEGIATAN"),
        ("Kelengkapan", "Persyaratan / Kelengkapan"),
        ("Keterangan", "Ket."),
    ):
        cell_with(book["Prosedur"], old).value = new
    cell_with(book["Identitas"], "Tanggal Pembuatan").value = "Tgl. Pembuatan"
    cell_with(book["Identitas"], "Nomor SOP").value = "No. SOP :"


def one_row_of_headings(book: Any) -> None:
    """Without Pelaksana and Mutu Baku above, and with the official form's numbers below."""
    sheet = book["Prosedur"]
    unmerge(sheet)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(1, column).value = sheet.cell(2, column).value or sheet.cell(1, column).value
        sheet.cell(2, column).value = f"({column})"


def blanks(book: Any) -> None:
    """Around texts, and rows without anything."""
    sheet = book["Prosedur"]
    sheet["B3"].value = f"  {sheet['B3'].value} \n"
    sheet.cell(sheet.max_row + 5, 2).value = "   "
    unmerge(book["Identitas"])  # the library that stands in for Excel here does not move merged cells
    book["Identitas"].insert_rows(3, 2)
    book["Register"].insert_rows(2, 3)


def dates_as_text(book: Any) -> None:
    """The day of making as people write it."""
    cell_with(book["Identitas"], datetime(2019, 10, 20)).value = "20 oktober 2019"


def typed_numbers(book: Any) -> None:
    """Excel makes numbers of what looks like one."""
    sheet = book["Prosedur"]
    for row in range(3, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value).isdecimal():
            sheet.cell(row, 1).value = float(sheet.cell(row, 1).value)


def marks(book: Any) -> None:
    """Whatever people put there."""
    sheet = book["Prosedur"]
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            if cell.value == "●":
                cell.value = "x" if cell.row % 2 else "√"


@pytest.mark.parametrize(
    "work",
    [swap_columns, rename_columns, one_row_of_headings, blanks, dates_as_text, typed_numbers, marks],
    ids=lambda f: f.__name__,
)
def test_taken_as_meant(book: bytes, portal: Portal, tmp_path: Path, work: HandWork) -> None:
    """No mistake, and nothing that would change."""
    result = after(book, work, portal, tmp_path)
    parts = [item.part for item in result.differences if not item.part.startswith("pelaksana")]
    assert (result.problems, parts) == ((), [])


def test_an_added_actor_and_a_step(book: bytes, portal: Portal, tmp_path: Path) -> None:
    """A column headed as in the register, a row put in between with its numbers set right."""

    def work(opened: Any) -> None:
        sheet = opened["Prosedur"]
        sheet.cell(2, sheet.max_column + 1).value = "Editor"
        sheet.insert_rows(4)
        sheet["A4"].value, sheet["B4"].value, sheet.cell(4, sheet.max_column).value = "1b", "Contoh langkah baru", "x"

    result = after(book, work, portal, tmp_path)
    assert result.problems == ()
    assert [(item.part, item.old) for item in result.differences] == [
        (f"pelaksana[{len(portal.sops[SOP].pelaksana) + 1}]", None),
        ("langkah[2]", None),
    ]
    assert result.document is not None
    assert (result.document.pelaksana[-1].id, result.document.langkah[1].pelaksana) == ("editor", ("editor",))


def test_a_deleted_step_and_sheet(book: bytes, portal: Portal, tmp_path: Path) -> None:
    """The last step goes; what the workbook has no sheet for stays as it is, and is told."""
    sop = portal.sops[SOP]

    def work(opened: Any) -> None:
        del opened["Kejanggalan"]
        sheet = opened["Prosedur"]
        sheet.delete_rows(2 + len(sop.langkah))
        for name, column in (("Cabang", 1), ("Cabang", 3), ("Disimpulkan", 1)):
            for row in reversed(list(opened[name].iter_rows(min_row=2))):
                if str(row[column - 1].value) == sop.langkah[-1].no:
                    opened[name].delete_rows(row[0].row)

    result = after(book, work, portal, tmp_path)
    assert result.problems == ()
    assert [item.part for item in result.differences] == [f"langkah: butir ke-{len(sop.langkah)}"]
    assert "kejanggalan" in result.notes[0]
    assert result.document is not None
    assert result.document.kejanggalan == sop.kejanggalan


def test_a_new_actor(book: bytes, portal: Portal, tmp_path: Path) -> None:
    """Unknown: told, with what was probably meant; taken up where that is asked for."""

    def work(opened: Any) -> None:
        sheet = opened["Prosedur"]
        sheet.cell(2, sheet.max_column + 1).value = "Fotografir"

    (problem,) = after(book, work, portal, tmp_path).problems
    assert 'Maksud Anda "Fotografer"?' in str(problem)
    result = after(book, work, portal, tmp_path, register_new=True)
    assert result.problems == ()
    assert [(actor.id, actor.nama) for actor in result.new_actors] == [("fotografir", "Fotografir")]


def put(sheet: str, cell: str, value: object) -> HandWork:
    """A value in a cell."""

    def work(book: Any) -> None:
        book[sheet][cell].value = value

    work.__name__ = f"{sheet} {cell} {value}"
    return work


def merge(book: Any) -> None:
    """Two steps share a cell."""
    book["Prosedur"].merge_cells("B4:B5")


def no_heading(book: Any) -> None:
    """A heading is taken away, what stands below it stays."""
    cell_with(book["Prosedur"], "Waktu").value = None


def unknown_heading(book: Any) -> None:
    """A column of the office's own."""
    cell_with(book["Prosedur"], "Waktu").value = "Watku"


def wrong_label(book: Any) -> None:
    """A label that nobody knows."""
    cell_with(book["Identitas"], "Tanggal Revisi").value = "Tanggal Ralat"


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (put("Prosedur", "B3", "=A1"), "lembar Prosedur, sel B3: berisi rumus. Ganti dengan nilainya"),
        (put("Prosedur", "B3", date(2026, 1, 5)), "lembar Prosedur, sel B3: berisi tanggal Excel (5 Januari 2026), padahal ini teks."),
        (put("Prosedur", "B3", time(1, 30)), "lembar Prosedur, sel B3: berisi jam atau jenis lain yang tidak dikenal."),
        (put("Prosedur", "B3", True), "lembar Prosedur, sel B3: berisi TRUE atau FALSE."),
        (put("Prosedur", "B3", None), "lembar Prosedur, sel B3: wajib ada, tetapi tidak ditulis."),
        (put("Prosedur", "B3", "NIP 19700101" + "2000011001"), "lembar Prosedur, sel B3: memuat NIP."),
        (put("Prosedur", "C3", "kasi"), 'lembar Prosedur, sel C3: "kasi" bukan tanda pelaksana.'),
        (put("Prosedur", "A4", "1"), "lembar Prosedur, sel A4: nomor 1 sudah dipakai."),
        (put("Cabang", "A2", "99"), 'lembar Cabang, sel A2: tidak ada langkah "99" di lembar Prosedur.'),
        (put("Cabang", "C2", "99"), 'lembar Cabang, sel C2: tidak ada langkah "99".'),
        (put("Disimpulkan", "B2", "waktu tunggu"), 'lembar Disimpulkan, sel B2: "waktu tunggu" bukan pilihan yang ada.'),
        (put("Pelaksana", "B2", "kepala-dines"), '"kepala-dines" tidak ada di register pelaksana. Maksud Anda "kepala-dinas"?'),
        (put("Register", "A4", "nama_daftar"), 'lembar Register, sel A4: "nama_daftar" bukan isian yang dikenal.'),
        (put("Identitas", "E2", "20-10-2019"), 'lembar Identitas, sel E2: "20-10-2019" bukan tanggal yang sah. Tulis TTTT-BB-HH'),
        (put("Identitas", "E9", "Bidang Musik"), 'lembar Identitas, sel E9: "Bidang Musik" tidak ada di register instansi ini.'),
        (put("Identitas", "E7", "sudah"), 'lembar Identitas, sel E7: "sudah" bukan pilihan yang ada.'),
        (merge, "lembar Prosedur, sel B4: sel gabungan B4:B5. Pisahkan selnya (Unmerge), lalu isi setiap baris."),
        (no_heading, "kolom tanpa judul berisi data. Tulis judulnya, atau hapus isinya."),
        (unknown_heading, '"Watku" bukan kolom yang dikenal, dan bukan pelaksana di register.'),
        (wrong_label, 'lembar Identitas, sel D3: "Tanggal Ralat" bukan judul isian atau kotak yang dikenal.'),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)  # fmt: skip
def test_told_by_cell(book: bytes, portal: Portal, tmp_path: Path, work: HandWork, told: str) -> None:
    """Each mistake says where it is and what would be right."""
    assert told in "\n".join(map(str, after(book, work, portal, tmp_path).problems))


def test_all_mistakes_at_once(book: bytes, portal: Portal, tmp_path: Path) -> None:
    """Not only the first one."""

    def work(opened: Any) -> None:
        for place in (put("Prosedur", "B3", "=A1"), put("Identitas", "E2", "kemarin"), put("Cabang", "A2", "99")):
            place(opened)

    told = [str(problem.place) for problem in after(book, work, portal, tmp_path).problems]
    assert {"lembar Prosedur, sel B3", "lembar Identitas, sel E2", "lembar Cabang, sel A2"} <= set(told)


def bomb() -> bytes:
    """A small file that unpacks into a hundred megabytes."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 100_000_000)
    return out.getvalue()


def other_book() -> bytes:
    """A workbook about something else."""
    import io

    out = io.BytesIO()
    Workbook().save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("sop.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 sisa", "terkunci kata sandi"),
        ("sop.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 sisa", "buku kerja Excel lama (.xls)"),
        ("sop.xlsx", b"PK\x03\x04 rusak", "rusak: bukan buku kerja Excel yang utuh"),
        ("sop.xlsx", b"teks biasa", "bukan buku kerja Excel, atau rusak"),
        ("sop.ods", b"PK", 'akhiran ".ods" tidak dibaca'),
        ("sop.xlsx", b"", "kosong"),
        ("sop.xlsx", bomb, "bita sesudah dibuka; batasnya"),
        ("sop.xlsx", other_book, "tidak memuat lembar Identitas dan Prosedur"),
    ],
    ids=["sandi", "lama", "terpotong", "teks", "ods", "kosong", "bom", "lain"],
)
def test_files_that_cannot_be_used(tmp_path: Path, name: str, content: Any, told: str) -> None:
    """Each ends in one message that says what to do, never in a traceback."""
    file = tmp_path / name
    file.write_bytes(content() if callable(content) else content)
    with pytest.raises(SheetError) as error:
        read_sheets(file)
    assert told in str(error.value)


def test_a_workbook_with_macros_is_read(book: bytes, tmp_path: Path) -> None:
    """What is in its cells counts; its programs are not run, and not kept."""
    file = tmp_path / "sop.xlsm"
    file.write_bytes(book)
    assert "Prosedur" in read_sheets(file)
