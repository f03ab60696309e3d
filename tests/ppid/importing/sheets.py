"""Sheets to import, and what lies in the project afterwards."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEAD = ("Judul Informasi", "Ringkasan Isi Informasi", "Kategori", "Perangkat Daerah", "Status", "Terbit")
NEW = ("LKjIP Contoh", "Contoh isi.", "Berkala", "Dinas Kesehatan", "terbit", "2026-02-01")

Run = Callable[..., tuple[int, str]]


def sheet(file: Path, rows: list[tuple[Any, ...]]) -> Path:
    """A sheet as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    file.write_text(out.getvalue(), encoding="utf-8")
    return file


def workbook(file: Path, rows: list[tuple[Any, ...]], change: Callable[[Any], None] = lambda _: None) -> Path:
    """A sheet as XLSX, changed by hand."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(file)
    return file


def entries(project: Path) -> dict[str, str]:
    """The files of all entries."""
    folder = project / "ppid_data/informasi"
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


OLD_HEAD = ("Id", *HEAD, "Tahun")
OLD = (
    "lama",
    "Contoh laporan kinerja",
    "Contoh isi.",
    "setiap saat",
    "dinas-kesehatan",
    "terbit",
    "2026-01-05",
    "2025",
)
