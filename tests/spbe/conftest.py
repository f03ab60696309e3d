"""What these tests share: a project folder with the real data and its samples, shown or not, to be spoiled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.portal import Portal, load_portal
from macros.problems import ContentError
from macros.spbe.content import Spbe, load_spbe
from tests.conftest import ROOT

PERIOD = "spbe_data/contoh/situs/periode/contoh-2025-2"
"""The sample that tests spoil."""


@pytest.fixture
def samples(project: Path) -> Path:
    """A project whose samples are shown."""
    shutil.copytree(ROOT / "spbe_data", project / "spbe_data")
    settings = project / "spbe_data/spbe.yml"
    # the SOPs that really govern are not in the project of tests
    settings.write_text("sop: {pemantauan_situs: [polewali-mandar/04]}\ncontoh: ya\n", encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def shown(portal: Portal, tmp_path_factory: pytest.TempPathFactory) -> Spbe:
    """The real content with its samples shown."""
    root = tmp_path_factory.mktemp("contoh")
    shutil.copytree(ROOT / "spbe_data", root / "spbe_data")
    file = root / "spbe_data/spbe.yml"
    text = file.read_text(encoding="utf-8")
    assert "contoh: tidak" in text
    file.write_text(text.replace("contoh: tidak", "contoh: ya"), encoding="utf-8")
    return load_spbe(root, portal, None)


Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(samples: Path) -> Spoil:
    """Replace a text in a file; gives every problem, without the file's folder."""

    def replaced(name: str, old: str, new: str) -> list[str]:
        file = samples / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} must stand in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return problems(samples)

    return replaced


def problems(root: Path) -> list[str]:
    """Every problem in `spbe_data/`, with the name of its file but not its folder; none where all is right."""
    portal = load_portal(root)
    try:
        load_spbe(root, portal, None)
    except ContentError as error:
        return [re.sub(r"^\S*/", "", str(problem)) for problem in error.problems]
    return []
