"""The command that prints: where its files stand, and what it says when it cannot."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import ROOT, run_module
from tests.ppid.test_daftar import entry


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `make pdf` does."""
    return run_module("scripts.pdf", *arguments, **environment)


def test_the_command_prints_and_says_how_far_it_is(tmp_path: Path) -> None:
    """Files stand where the site has them; those of an earlier run are gone, whatever else lies there is not."""
    for name in ("sop/mamuju/99.pdf", "ppid/dip-1999.pdf", "milik-sendiri/surat.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    result = run(str(tmp_path), "--sop", "mamuju/12", "mamuju/13", "--kertas", "F4")
    assert result.returncode == 0, result.stderr
    assert "SOP 1 dari 2: mamuju/12" in result.stderr
    assert "SOP 2 dari 2: mamuju/13" in result.stderr
    files = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.pdf")}
    assert files == {"sop/mamuju/12.pdf", "sop/mamuju/13.pdf", "milik-sendiri/surat.pdf"}


def test_without_a_choice_everything_is_printed(project: Path, tmp_path: Path) -> None:
    """One command: SOPs, offices, forms and the list of each year, on the paper that was asked for."""
    (project / "ppid_data/informasi").mkdir(parents=True)
    (project / "ppid_data/informasi/contoh.yml").write_text(entry("Contoh laporan"), encoding="utf-8")
    folder = tmp_path / "pdf"
    result = run(str(folder), "--akar", str(project), "--kertas", "F4")
    assert result.returncode == 0, result.stderr
    assert "Semua SOP Diskominfo-SP Polewali Mandar" in result.stderr
    assert "Dokumen 1 dari 3: Formulir permohonan informasi publik, 1 halaman" in result.stderr
    assert "Dokumen 3 dari 3: Daftar Informasi Publik 2026, 1 halaman" in result.stderr
    sizes = {}
    for file in folder.rglob("*.pdf"):
        sides = PdfReader(file).pages[0].mediabox[2:]
        sizes[file.relative_to(folder).as_posix()] = tuple(round(float(side) / 72 * 25.4) for side in sides)
    lying, upright = (330, 215), (215, 330)
    assert sizes == {
        "sop/polewali-mandar/04.pdf": lying,
        "sop/polewali-mandar/99.pdf": lying,
        "sop/polewali-mandar.pdf": lying,
        "ppid/formulir-permohonan.pdf": upright,
        "ppid/formulir-keberatan.pdf": upright,
        "ppid/dip-2026.pdf": lying,
    }


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
