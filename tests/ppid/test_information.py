"""Entries of the Daftar Informasi Publik: what is accepted, and what a mistake is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.ppid.content import load_ppid
from macros.problems import ContentError

RIGHT = """judul: Contoh laporan
ringkasan: Contoh isi.
kategori: berkala
perangkat_daerah: dinas-kesehatan
status: terbit
terbit: 2026-01-05
"""


def mistakes(folder: Path, text: str) -> list[str]:
    """What the checker says of one entry."""
    file = folder / "ppid_data/informasi/contoh.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    try:
        load_ppid(folder, None)
    except ContentError as error:
        return [str(problem).removeprefix("ppid_data/informasi/contoh.yml:") for problem in error.problems]
    return []


def test_a_right_entry_is_accepted(tmp_path: Path) -> None:
    """The least that an entry needs."""
    assert mistakes(tmp_path, RIGHT) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kategori: berkala", "kategori: dikecualikan", "3: kategori: informasi yang dikecualikan tidak boleh ada"),
        ("terbit: 2026-01-05", "", 'status "terbit" tanpa tanggal terbit'),
        ("status: terbit", "status: ditarik", '5: status: status "ditarik" tanpa penarikan'),
        ("kategori: berkala", "kategori: berkalla", 'Maksud Anda "berkala"?'),
        ("terbit: 2026", "berkas: ../rahasia.pdf\nterbit: 2026", '6: berkas: "../rahasia.pdf" salah bentuk'),
        ("terbit: 2026", "tautan: { url: www.contoh.id }\nterbit: 2026", '6: tautan.url: "www.contoh.id" salah bentuk'),
        ("terbit: 2026", "diganti_oleh: contoh\nterbit: 2026", "6: diganti_oleh: butir ini menyebut dirinya sendiri"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    """One mistake, one sentence."""
    assert RIGHT.count(old) == 1
    found = mistakes(tmp_path, RIGHT.replace(old, new))
    assert len(found) == 1
    assert message in found[0]
