"""The commands as people type them: a dry run, a written SOP, a new one from the empty form."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.__main__ import main
from macros.portal import load_portal
from tests.conftest import EXAMPLE, ROOT
from tests.sop_exchange.books import cell_with

SOP = "polewali-mandar/99"


def run(project: Path, *arguments: str) -> int:
    """One command in a project's folder."""
    return main(["--akar", str(project), *arguments])


@pytest.fixture
def book(project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The annotated example as a workbook."""
    file = project / "sop.xlsx"
    assert run(project, "sop-ekspor", SOP, str(file)) == 0
    assert capsys.readouterr().out == f"ditulis: {file}\n"
    return file


def write(file: Path, sheet: str, **cells: object) -> None:
    """Values into cells."""
    opened = load_workbook(file)
    for cell, value in cells.items():
        opened[sheet][cell].value = value
    opened.save(file)


def test_unchanged_nothing_is_written(project: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file stays byte for byte, comments and all."""
    before = (project / EXAMPLE).read_bytes()
    assert run(project, "sop-impor", str(book), "--tulis") == 0
    assert f'{SOP}: sama: "Contoh Pelayanan Surat"' in capsys.readouterr().out
    assert (project / EXAMPLE).read_bytes() == before


def test_one_cell_changes_one_line(project: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --tulis it is only told; with it that line changes, and the comment behind it stays."""
    old = (project / EXAMPLE).read_text(encoding="utf-8")
    write(book, "Identitas", E8="Contoh Lain")
    assert run(project, "sop-impor", str(book)) == 0
    printed = capsys.readouterr().out
    assert '    nama (lembar Identitas, sel E8): "Contoh Pelayanan Surat" -> "Contoh Lain"' in printed
    assert "Uji coba: tidak ada yang ditulis." in printed
    assert (project / EXAMPLE).read_text(encoding="utf-8") == old
    assert run(project, "sop-impor", str(book), "--tulis") == 0
    new = old.replace("nama: Contoh Pelayanan Surat # huruf", "nama: Contoh Lain # huruf")
    assert new != old
    assert (project / EXAMPLE).read_text(encoding="utf-8") == new


def test_a_concluded_value_that_changes_is_pointed_out(
    project: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mark is for a person to take away."""
    opened = load_workbook(book)
    row = next(cell.row for cell in opened["Prosedur"]["A"] if str(cell.value) == "3")
    for cell in opened["Prosedur"][row]:
        if cell.value == 2:
            cell.value = None
    opened.save(book)
    assert run(project, "sop-impor", str(book)) == 0
    assert "bertanda disimpulkan; hapus barisnya dari lembar Disimpulkan" in capsys.readouterr().out


def test_with_a_mistake_nothing_is_written(project: Path, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also not what is right."""
    before = (project / EXAMPLE).read_bytes()
    write(book, "Identitas", E8="Contoh Lain", E2="kemarin")
    assert run(project, "sop-impor", str(book), "--tulis") == 1
    printed = capsys.readouterr()
    assert 'lembar Identitas, sel E2: "kemarin" bukan tanggal yang sah.' in printed.out
    assert printed.err == "\n1 kesalahan. Tidak ada yang ditulis.\n"
    assert (project / EXAMPLE).read_bytes() == before


def fill(file: Path) -> None:
    """The empty form as an office fills it: a made-up SOP, marked as such."""
    opened = load_workbook(file)
    identity, procedure = opened["Identitas"], opened["Prosedur"]
    values = {
        "Nomor SOP": "00/CONTOH/2026",
        "Tanggal Pembuatan": "5 Januari 2026",
        "Disahkan oleh": "Kepala Dinas",
        "Nama Pejabat": "akhmad-taufiq",
        "Tanda Tangan": "belum",
        "Nama SOP": "Contoh Peminjaman Ruang Rapat",
        "Bidang": "Sekretariat",
    }
    for label, value in values.items():
        cell = cell_with(identity, label)
        identity.cell(cell.row, cell.column + 1).value = value
    cell = cell_with(identity, "Dasar Hukum")
    identity.cell(cell.row + 1, cell.column + 1).value = "Contoh: peraturan tentang ruang rapat"
    procedure["C2"], procedure["D2"], procedure["E2"] = "Pemohon", "Pengurus Ruang Contoh", "Sekretaris"
    rows: list[tuple[Any, ...]] = [
        (1, "Contoh: mengajukan permohonan ruang", "x", None, None, "Surat permohonan", "5 menit", "Surat diterima"),
        (2, "Contoh: memeriksa apakah ruang kosong", None, "x", None, "Buku ruang", "10 menit", "Jawaban"),
        (3, "Contoh: menyetujui peminjaman", None, None, "x", "Jawaban", "1 hari", "Persetujuan"),
    ]
    for number, (no, text, first, second, third, *quality) in enumerate(rows, 3):
        for column, value in zip("ABCDEIJK", (no, text, first, second, third, *quality), strict=True):
            procedure[f"{column}{number}"].value = value
    kind = cell_with(procedure, "Jenis").column
    procedure.cell(4, kind).value = "keputusan"
    for row in ((2, "Kosong", 3), (2, "Terpakai", "selesai")):
        opened["Cabang"].append(row)
    for key, value in (("sumber.dokumen", "sop-2025"), ("sumber.bagian", "contoh, tidak ada dalam dokumen")):
        place = cell_with(opened["Register"], key)
        opened["Register"].cell(place.row, 2).value = value
    opened.save(file)


def test_a_new_sop_from_the_empty_form(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Form, filled in, tried, a new actor taken up, written: the portal then has it, and its file reads as people write."""
    file = project / "baru.xlsx"
    assert run(project, "sop-ekspor", "--kosong", "mamuju", str(file)) == 0
    fill(file)
    assert run(project, "sop-impor", str(file)) == 1
    assert 'lembar Prosedur, sel D2: "Pengurus Ruang Contoh" bukan kolom yang dikenal' in capsys.readouterr().out
    assert run(project, "sop-impor", str(file), "--daftarkan", "--tulis") == 0
    printed = capsys.readouterr().out
    assert "pelaksana baru di register: pengurus-ruang-contoh (Pengurus Ruang Contoh)" in printed
    portal = load_portal(project)
    sop = portal.sops["mamuju/01"]
    assert sop.berkas == "sop_data/mamuju/01-contoh-peminjaman-ruang-rapat.yml"
    assert [step.pelaksana for step in sop.langkah] == [("pemohon",), ("pengurus-ruang-contoh",), ("sekretaris",)]
    text = (project / sop.berkas).read_text(encoding="utf-8")
    assert "langkah:\n  - no: 1\n    kegiatan: " in text
    assert "tanggal:\n  pembuatan: 2026-01-05\n" in text
    assert (
        "    pelaksana: [pengurus-ruang-contoh]\n    jenis: keputusan\n    berikutnya:\n      - {ke: 3, label: Kosong}\n"
        in text
    )
    register = (project / "sop_data/register/pelaksana.yml").read_text(encoding="utf-8")
    assert register.endswith("  - {id: pengurus-ruang-contoh, nama: Pengurus Ruang Contoh}\n")
    assert register.startswith("# yaml-language-server: $schema=pelaksana.schema.json\n# Register pelaksana")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("sop-ekspor", "polewali-mandar/98"), 'tidak ada SOP "polewali-mandar/98".'),
        (("sop-ekspor", "polewali"), '"polewali" bukan id SOP. Bentuknya instansi/nomor'),
        (("sop-ekspor", "--kosong", "polewali-mandra"), '"polewali-mandra" bukan id SOP.'),
        (("sop-ekspor", "--kosong", "mamujo/20"), '"mamujo" bukan instansi di register. Maksud Anda "mamuju"?'),
        (("sop-ekspor", "--kosong", SOP), "sudah ada. Hapus --kosong untuk menulis isinya."),
        (("sop-impor", "tidak-ada.xlsx"), 'berkas "tidak-ada.xlsx" tidak ada'),
    ],
)
def test_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str) -> None:
    """Told in a sentence; nothing is written."""
    assert run(project, *arguments) == 1
    printed = capsys.readouterr()
    assert told in printed.out + printed.err


def test_a_workbook_that_is_there_is_not_overwritten(
    project: Path, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may hold somebody's work."""
    before = book.read_bytes()
    assert run(project, "sop-ekspor", SOP, str(book)) == 1
    assert "sudah ada. Hapus dahulu, atau sebut nama lain." in capsys.readouterr().err
    assert book.read_bytes() == before


@pytest.mark.parametrize("command", ["sop-ekspor", "sop-impor"])
def test_help_has_examples(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """In Indonesian, with lines to copy."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"contoh:\n  python -m macros {command} " in capsys.readouterr().out


def test_a_workbook_that_libreoffice_saved_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Opened and saved there (version 7.4), with the file it was made from beside it: nothing changed."""
    shutil.copy(ROOT / "tests/data/lembar/contoh.yml", project / EXAMPLE)
    assert run(project, "sop-impor", str(ROOT / "tests/data/lembar/contoh-libreoffice.xlsx")) == 0
    assert f"{SOP}: sama:" in capsys.readouterr().out
