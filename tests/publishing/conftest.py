"""What tests of publishing share: an article that took every step of SOP 03, to spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.portal import Portal
from macros.problems import ContentError
from macros.warta.content import load_warta

NAME = "warta_data/artikel/2026/contoh.md"

ARTICLE = """---
judul: Contoh judul
ringkasan: Contoh ringkasan.
tanggal: 2026-12-01
penulis: Contoh Penulis
kategori: budaya
status: terbit
terbit: 2026-12-01
alur:
  - langkah: 2
    peran: penyusun-bahan-informasi
    oleh: Contoh Penulis
    mulai: 2026-12-01 09:00
    selesai: 2026-12-01 09:25
  - langkah: 6
    peran: kasi-pip
    oleh: Contoh Kepala Seksi
    mulai: 2026-12-01 10:00
    selesai: 2026-12-01 10:08
---
Contoh isi.
"""

STEPS = ARTICLE[ARTICLE.index("alur:") : ARTICLE.rindex("---")]
VERIFICATION = ARTICLE[ARTICLE.index("  - langkah: 6") : ARTICLE.rindex("---")]

Change = Callable[..., Path]
Mistakes = Callable[..., list[str]]


@pytest.fixture
def article(tmp_path: Path) -> Change:
    """Write the article with some texts replaced; gives the project's folder."""
    (tmp_path / "warta_data").mkdir()
    (tmp_path / "warta_data/kategori.yml").write_text("kategori:\n  - id: budaya\n    nama: Budaya\n", encoding="utf-8")

    def write(*changes: tuple[str, str]) -> Path:
        text = ARTICLE
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} must stand in the article exactly once"
            text = text.replace(old, new)
        file = tmp_path / NAME
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def mistakes(article: Change, portal: Portal) -> Mistakes:
    """What the checker says of the article after some changes, without the file's name."""

    def told(*changes: tuple[str, str], of: Portal = portal) -> list[str]:
        try:
            load_warta(article(*changes), of)
        except ContentError as error:
            return [str(problem).removeprefix(f"{NAME}:") for problem in error.problems]
        return []

    return told
