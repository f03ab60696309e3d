"""The command that prints: where its files stand, and what it says when it cannot."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_module


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `make pdf` does."""
    return run_module("scripts.pdf", *arguments, **environment)


def test_the_command_prints_and_says_how_far_it_is(tmp_path: Path) -> None:
    """Files stand where the site has them; those of an earlier run are gone."""
    old = tmp_path / "sop/mamuju/99.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"")
    result = run(str(tmp_path), "--sop", "mamuju/12", "mamuju/13", "--kertas", "F4")
    assert result.returncode == 0, result.stderr
    assert "SOP 1 dari 2: mamuju/12" in result.stderr
    assert "SOP 2 dari 2: mamuju/13" in result.stderr
    files = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.pdf")}
    assert files == {"sop/mamuju/12.pdf", "sop/mamuju/13.pdf"}


@pytest.mark.parametrize(
    ("arguments", "environment", "message"),
    [
        ((), {"CHROMIUM": "/tidak/ada"}, "Peramban untuk mencetak PDF tidak dapat dijalankan."),
        (("--sop", "mamuju/999"), {}, "SOP tidak dikenal: mamuju/999."),
        ((), {"TANGGAL": "besok"}, 'TANGGAL="besok" bukan tanggal.'),
    ],
)
def test_the_command_says_why_it_cannot(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], message: str
) -> None:
    """In Indonesian, with an exit code, without a traceback."""
    result = run(str(tmp_path), *arguments, **environment)
    assert result.returncode != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_wrong_content_is_not_printed(project: Path, tmp_path: Path) -> None:
    """The same check as of the build."""
    file = project / "sop_data/polewali-mandar/99-contoh.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("nama:", "nma:", 1), encoding="utf-8")
    result = run(str(tmp_path / "pdf"), "--akar", str(project))
    assert result.returncode == 1
    assert "nma: kunci ini tidak dikenal" in result.stderr
    assert "PDF tidak dibuat" in result.stderr
    assert not (tmp_path / "pdf").exists()


def test_a_build_told_of_no_folder_says_so(tmp_path: Path) -> None:
    """PDF names a folder that is not there: no site with broken links."""
    result = run_module("mkdocs", "build", PDF=str(tmp_path / "tidak-ada"), SITE_DIR=str(tmp_path / "site"))
    assert result.returncode != 0
    assert "Jalankan: make pdf" in result.stdout + result.stderr


def test_make_pdf_is_told() -> None:
    """The command stands in the Makefile's list and in README."""
    assert re.search(r"^pdf: setup ## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert "`make pdf`" in (ROOT / "README.md").read_text(encoding="utf-8")
