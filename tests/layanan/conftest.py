"""A project of one's own with all SOPs and the services' data, to be changed at will."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.content import load_content
from macros.layanan.content import load_layanan
from macros.portal import Portal
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT, TODAY

Problems = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project folder with the services' data alone."""
    shutil.copytree(ROOT / "layanan_data", tmp_path / "layanan_data")
    return tmp_path


@pytest.fixture
def problems(folder: Path, portal: Portal) -> Problems:
    """Says what the checker says of that folder, with the folder's name left out."""

    def told() -> list[str]:
        try:
            load_layanan(folder, portal)
        except ContentError as error:
            return [str(problem).removeprefix("layanan_data/") for problem in error.problems]
        return []

    return told


@pytest.fixture(scope="session")
def samples() -> Site:
    """The site with the made-up figures."""
    return Site(load_content(ROOT, samples=True), TODAY)


def replace(file: Path, old: str, new: str) -> None:
    """Change a text that stands in a file exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand in {file.name} exactly once"
    file.write_text(text.replace(old, new), encoding="utf-8")
