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
    """A project with samples beside the real data."""
    shutil.copytree(ROOT / "spbe_data", project / "spbe_data")
    settings = project / "spbe_data/spbe.yml"
    # the SOPs that really govern are not in the project of tests
    settings.write_text("sop: {pemantauan_situs: [polewali-mandar/04]}\n", encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def shown(portal: Portal) -> Spbe:
    """The real content with its samples in place of periods and policies."""
    return load_spbe(ROOT, portal, None, samples=True)


Spoil = Callable[[str, str, str], list[str]]


@pytest.fixture
def spoil(samples: Path) -> Spoil:
    """Replace a text in a file; gives every problem, without the file's folder."""

    def replaced(name: str, old: str, new: str) -> list[str]:
        file = samples / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} must stand in {name}"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return problems(samples, shown="contoh/" in name)

    return replaced


def problems(root: Path, shown: bool = False) -> list[str]:
    """Every problem in `spbe_data/`, with the name of its file but not its folder; of samples where they are shown."""
    portal = load_portal(root)
    try:
        load_spbe(root, portal, None, samples=shown)
    except ContentError as error:
        return [re.sub(r"^\S*/", "", str(problem)) for problem in error.problems]
    return []
