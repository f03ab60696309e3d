"""What offices type into cells, and what Excel makes of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.ppid.importing.sheets import HEAD, NEW, Run, entries, workbook


@pytest.mark.parametrize("name", ["dinas-kesehatan", "Dinas Kesehatan", "DINAS  KESEHATAN", "diskominfo sp"])
def test_agencies_by_id_name_or_short_name(run: Run, name: str) -> None:
    """However an office writes itself."""
    assert run([HEAD, (*NEW[:3], name, *NEW[4:])])[0] == 0


@pytest.mark.parametrize(
    ("column", "typed", "stored"),
    [
        ("Kategori", "Informasi Setiap Saat", "kategori: setiap saat"),
        ("Bentuk Informasi yang Tersedia", "Soft Copy & Hard Copy", "bentuk: softcopy dan hardcopy"),
        ("Bentuk Informasi", "Softcopy/Hardcopy", "bentuk: softcopy dan hardcopy"),
        ("Tahun", "2024.0", "tahun: 2024"),
        ("Jenis Media", "situs web; papan", "media:\n  - situs web\n  - papan"),
    ],
)
def test_usual_ways_of_writing(run: Run, project: Path, column: str, typed: str, stored: str) -> None:
    """What offices type is understood where it can mean one thing only."""
    values = dict(zip(HEAD, NEW, strict=True)) | {column: typed}
    assert run([tuple(values), tuple(values.values())], "--tulis")[0] == 0
    assert stored in entries(project)["lkjip-contoh.yml"]


def test_the_sheet_of_an_office(run: Run, project: Path) -> None:
    """Title rows above, other headings, a row of column numbers, empty rows, no status: the entry becomes a draft."""
    code, printed = run(
        [
            ("DAFTAR INFORMASI PUBLIK", "", "", "", ""),
            ("", "", "", "", ""),
            ("No.", "Nama\nInformasi", "Ringkasan  Informasi", "KATEGORI INFORMASI", "OPD"),
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ("1", "Contoh profil", "Contoh isi.", "Setiap Saat", "Dinas Kesehatan"),
            ("2", "", "", "", ""),
            ("", "", "", "", ""),
        ],
        "--tulis",
    )
    assert code == 0, printed
    assert "catatan: kolom yang tidak ada, jadi isinya tidak diubah: Id, " in printed
    assert "status: draf\n" in entries(project)["contoh-profil.yml"]


def test_columns_that_cannot_be_used_are_named(run: Run) -> None:
    """Unknown, double, lacking and two-in-one columns, data without a heading, and a group's heading among the rows."""
    code, printed = run(
        [
            ("Judul Informasi", "Judul", "Ringkasan", "Lisensii", "Waktu dan Tempat Pembuatan", "Kategori", ""),
            ("A", "A", "Isi", "", "", "berkala", "catatan liar"),
            ("INFORMASI BERKALA", "", "", "", "", "", ""),
        ]
    )
    assert code == 1
    for told in (
        'baris 1, kolom "Judul": kolom "Judul Informasi" ada dua kali.',
        'baris 1, kolom "Lisensii": kolom ini tidak dikenal. Maksud Anda "Lisensi"?',
        'baris 1, kolom "Waktu dan Tempat Pembuatan": memuat dua hal.',
        'baris 1, kolom "ke-7": kolom tanpa judul berisi data.',
        'baris 1, kolom "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi": kolom wajib ini tidak ada.',
        'baris 3: hanya satu sel terisi: "INFORMASI BERKALA".',
    ):
        assert told in printed


def test_excel_cells_as_what_they_hold(run: Run, project: Path) -> None:
    """Dates, numbers and months as Excel stores them."""

    def formats(active: Any) -> None:
        active["H2"].number_format = "mmmm yyyy"
        active["I2"].number_format = "d mmmm yyyy"

    head = (*HEAD, "Tahun", "Waktu Pembuatan", "Retensi", "Lisensi")
    row = (*NEW[:5], datetime(2026, 2, 1), 2024.0, date(2024, 3, 1), date(2030, 12, 31), 7)
    file = workbook(project / "lembar.xlsx", [head, row], formats)
    code, printed = run(file, "--tulis")
    assert code == 0, printed
    text = entries(project)["lkjip-contoh.yml"]
    for line in (
        "terbit: 2026-02-01\n",
        "tahun: 2024\n",
        "waktu: Maret 2024\n",
        "retensi: 31 Desember 2030\n",
        "lisensi: '7'\n",
    ):
        assert line in text


def test_excel_cells_that_are_refused(run: Run, project: Path) -> None:
    """Formulas, errors, truth values, times and merged cells, each with what to do."""

    def merge(active: Any) -> None:
        active.merge_cells("A6:B6")

    rows = [
        HEAD,
        ("=UPPER(B2)", *NEW[1:]),
        ("#N/A", *NEW[1:]),
        (True, *NEW[1:]),
        (*NEW[:5], datetime(2026, 2, 1, 8, 30)),
        NEW,
    ]
    code, printed = run(workbook(project / "lembar.xlsx", rows, merge))
    assert code == 1
    for told in (
        'baris 2, kolom "Judul Informasi": berisi rumus.',
        'baris 3, kolom "Judul Informasi": berisi galat Excel "#N/A".',
        'baris 4, kolom "Judul Informasi": berisi TRUE atau FALSE.',
        'baris 5, kolom "Terbit": berisi tanggal dengan jam.',
        "baris 6: sel gabungan A6:B6.",
    ):
        assert told in printed
