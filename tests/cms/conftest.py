"""What tests of the editor share: its packages, its page written to a folder, and Node."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cms.config import local_backend
from macros.cms.section import PACKAGES, editor_assets
from macros.content import Content
from scripts.node import install
from scripts.penyunting import NODE, write_editor


@pytest.fixture(scope="session")
def editor(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editor's page for the real content, as a folder."""
    install(PACKAGES)
    folder = tmp_path_factory.mktemp("penyunting")
    write_editor(folder, editor_assets(content, local_backend(8081, "main"), ""))
    return folder / "admin"


RunNode = Callable[[str, str], str]


@pytest.fixture(scope="session")
def run_node(editor: Path) -> RunNode:
    """Run a module of JavaScript beside the editor's own; gives what it writes."""

    def run(module: str, given: str) -> str:
        result = subprocess.run(
            [NODE, "--input-type=module", "--eval", module],
            cwd=editor,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    return run
