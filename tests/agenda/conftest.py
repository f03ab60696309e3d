"""What tests of the agenda share: a project folder with made-up events, marked as examples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.agenda.content import load_agenda
from macros.agenda.section import AgendaSection
from macros.portal import Portal
from tests.conftest import TODAY

EVENT = """judul: Contoh acara
ringkasan: Contoh ringkasan.
mulai: 2026-12-05 09:00
selesai: 2026-12-05 12:00
tempat:
  nama: Contoh gedung
sumber:
  - penerbit: Contoh sumber
    url: https://contoh.example/acara
status: terbit
terbit: 2026-11-20
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an event with some lines replaced, and more below; gives the project's folder."""

    def write_file(name: str = "2026/contoh.yml", more: str = "", **changes: str) -> Path:
        text = EVENT
        for key, new in changes.items():
            line = next(line for line in text.splitlines() if line.startswith(f"{key}:"))
            text = text.replace(f"{line}\n", f"{key}: {new}\n" if new else "")
        file = tmp_path / "warta_data/agenda" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + more, encoding="utf-8")
        return tmp_path

    return write_file


def section(project: Path, portal: Portal, address: str = "", today: date = TODAY) -> AgendaSection:
    """The agenda's part of a site."""
    return AgendaSection(load_agenda(project, portal), portal, today, address)


def pages(part: AgendaSection) -> dict[str, str]:
    """Address -> HTML of every page."""
    return {page.alamat: page.html for page in part.pages()}
