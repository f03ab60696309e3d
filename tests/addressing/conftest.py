"""What tests of addresses share: small sites whose addresses are known, and redirects in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.addressing.content import load_addressing
from macros.addressing.section import AddressSection
from macros.pages import Page
from macros.problems import ContentError
from tests.conftest import TODAY

REDIRECT = """alih:
  - dari: /lama/
    ke: /warta/2026/baru/
    tanggal: 2026-11-20
    alasan: Contoh alasan.
"""

PAGES = {
    name: Page(name, f"Contoh <{name}>", "", f'<h1>Contoh</h1><p id="bagian">{name}</p>')
    for name in ("", "warta/", "warta/2026/baru/", "warta/2026/lain/", "ppid/informasi/baru/", "sop/mamuju/31/")
}
FILES = ("data.csv", "ppid/informasi/baru/dokumen.pdf", "sop/mamuju/31.yml", "warta/2026/baru/rss.xml")
PROSE = "tentang/"
LIVING = frozenset({*PAGES, *FILES, PROSE})
"""A small site."""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write redirects, with a text replaced, and recorded addresses; gives the project's folder."""
    (tmp_path / "alamat_data/terbit").mkdir(parents=True)

    def write_files(text: str = REDIRECT, old: str = "", new: str = "", recorded: str = "") -> Path:
        assert old in text
        (tmp_path / "alamat_data/alih.yml").write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
        (tmp_path / "alamat_data/terbit/contoh.txt").write_text(recorded, encoding="utf-8")
        return tmp_path

    return write_files


def section(project: Path, **changes: object) -> AddressSection:
    """The addresses' part of the small site."""
    facts: dict[str, object] = {"released": frozenset(), "today": TODAY, **changes}
    return AddressSection(load_addressing(project), PAGES, LIVING, **facts)  # type: ignore[arg-type]


def problems_of(project: Path, **changes: object) -> list[str]:
    """What the checker says of a project's addresses."""
    try:
        return [str(problem) for problem in section(project, **changes).problems()]
    except ContentError as error:
        return [str(problem) for problem in error.problems]
