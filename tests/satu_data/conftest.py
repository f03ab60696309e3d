"""What tests of Satu Data share: the small region of the figures' tests, with lists of owed data and an award."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.portal import Portal
from macros.problems import ContentError
from macros.satu_data.content import SatuData, load_satu_data
from macros.satu_data.export import Publisher
from macros.satu_data.section import SatuDataSection
from macros.statistik.content import load_statistics
from macros.statistik.section import StatisticsSection
from tests.conftest import ROOT, TODAY

EXAMPLE = ROOT / "tests/data/satu-data"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A project folder with the figures of a small region and all that Satu Data rests on."""
    shutil.copytree(ROOT / "tests/data/statistik", tmp_path / "statistik_data")
    shutil.copytree(EXAMPLE, tmp_path / "statistik_data", dirs_exist_ok=True)
    return tmp_path


Read = Callable[[], SatuDataSection]


@pytest.fixture
def read(office: Path, portal: Portal) -> Read:
    """Read the project folder as it stands by then, with the real registers and SOPs."""

    def section() -> SatuDataSection:
        statistics = load_statistics(office, portal)
        satu_data: SatuData = load_satu_data(office, portal, statistics)
        figures = StatisticsSection(statistics, portal)
        return SatuDataSection(satu_data, figures, TODAY, Publisher("Dinas Contoh", "https://contoh.example/"))

    return section


Replace = Callable[[str, str, str], None]


@pytest.fixture
def replace(office: Path) -> Replace:
    """Replace a text that stands once in a file of the project."""

    def change(name: str, old: str, new: str) -> None:
        file = office / "statistik_data" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand in {name} exactly once"
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(replace: Replace, read: Read) -> Spoil:
    """The same; what is told of the mistake comes back, one line each."""

    def spoiled(name: str, old: str, new: str) -> list[str]:
        replace(name, old, new)
        with pytest.raises(ContentError) as refused:
            read()
        return str(refused.value).splitlines()

    return spoiled
