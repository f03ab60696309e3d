"""What tests of figures share: a small region of its own, to be spoiled."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.statistik.content import Statistics, load_statistics
from tests.conftest import ROOT

EXAMPLE_REGION = ROOT / "tests/data/statistik"


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A project folder with nothing but the figures of a small region."""
    shutil.copytree(EXAMPLE_REGION, tmp_path / "statistik_data")
    return tmp_path


@pytest.fixture
def figures(region: Path) -> Statistics:
    """The figures of that region."""
    return load_statistics(region, None)


Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(region: Path) -> Spoil:
    """Replace a text in a file of the region; what is told of it comes back, one line each."""

    def replace(name: str, old: str, new: str) -> list[str]:
        file = region / "statistik_data" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand in {name} exactly once"
        file.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(ContentError) as refused:
            load_statistics(region, None)
        return str(refused.value).splitlines()

    return replace
