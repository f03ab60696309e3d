"""What is about to be committed is looked through; Git asks before every commit, once that is switched on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from macros.trust.staged import PLUGINS, PROMISING, GitError, problems, secrets
from tests.conftest import ROOT

# put together here, so that this file holds no secret
KEY = "-----BEGIN OPENSSH " + "PRIVATE KEY-----"
TOKEN = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
WORD = "Kx81pohon2zz"
NIK = "76040112" + "03900001"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Git as somebody."""
    who = ("-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.go.id", "-c", "commit.gpgsign=false")
    command = ["git", *who, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    folder = tmp_path / "repo"
    folder.mkdir()
    git(folder, "init", "-q")
    return folder


SECRETS = [
    ("kunci.pem", KEY),
    ("contoh.md", TOKEN),
    ("contoh.yml", f"password: {WORD}"),
    ("contoh.py", f'password = "{WORD}"'),
    ("contoh.csv", f"https://admin:{WORD}@contoh.go.id/,x"),
    ("contoh.txt", f"Kata sandi: {WORD}"),
    ("dua kata é.md", TOKEN),
    ("contoh.yml", f"# NIK {NIK}"),
]


@pytest.mark.parametrize(("name", "line"), SECRETS)
def test_secrets_and_private_numbers_are_named_with_their_line(repository: Path, name: str, line: str) -> None:
    """In the version that is about to be committed, whatever lies in the folder by now."""
    (repository / name).write_text(f"satu\ndua\n{line}\nempat\n", encoding="utf-8")
    git(repository, "add", "-A")
    (repository / name).write_text("bersih\n", encoding="utf-8")
    (problem,) = set(problems(repository))
    assert (problem.berkas, problem.baris) == (name, 3)
    assert "Hapus" in problem.pesan


HARMLESS = [
    "password: ${SANDI}",
    'kunci = os.environ["KUNCI"]',
    "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "Kata sandi diganti setiap 90 hari.",
    "token: contoh # " + "pragma: allowlist secret",
    f'token = "{WORD}" # ' + "pragma: allowlist secret",
    "https://contoh.go.id:8080/a@b",
]


def test_what_only_looks_like_one_is_left_alone(repository: Path) -> None:
    """Checksums, values that come from elsewhere, lines that somebody has marked."""
    (repository / "contoh.py").write_text("\n".join(HARMLESS), encoding="utf-8")
    git(repository, "add", "-A")
    assert list(problems(repository)) == []


def test_only_added_lines_count(repository: Path) -> None:
    """What is in the history already is another matter; the number is that of the line now."""
    file = repository / "contoh.yml"
    file.write_text(f"a: 1\npassword: {WORD}\n", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "lama")
    file.write_text(f"a: 1\nb: 2\npassword: {WORD}\nc: 3\n++ x\npassword: {WORD}2\n", encoding="utf-8")
    git(repository, "add", "-A")
    assert [problem.baris for problem in problems(repository)] == [6]
    file.unlink()
    git(repository, "add", "-A")
    assert list(problems(repository)) == []


def test_the_portals_own_files_are_clean() -> None:
    """So that the first commit of an editor is not stopped by somebody else's line."""
    endings = {".yml", ".md", ".csv", ".py", ".toml", ".sh", ".conf"}
    parts = ("*_data", "bench", "deploy", "docs", "kantor", "macros", "scripts", "tests", "[a-zA-Z]*.*")
    found = chain.from_iterable(
        part.rglob("*") if part.is_dir() else [part] for name in parts for part in ROOT.glob(name)
    )
    files = {
        file.relative_to(ROOT).as_posix(): dict(enumerate(file.read_text(encoding="utf-8").splitlines(), 1))
        for file in found
        if file.suffix in endings and "node_modules" not in file.parts
    }
    assert len(files) > 300
    assert [str(problem) for problem in secrets(files)] == []


def test_every_plug_in_gets_a_look_at_its_lines() -> None:
    """The quick first look knows what each of them looks for; a plug-in that is no more is told."""
    from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class

    assert set(PLUGINS) <= {one.__name__ for one in get_mapping_from_secret_type_to_class().values()}
    assert [line for _, line in SECRETS[:5] if not PROMISING.search(line)] == []


def test_outside_of_a_repository_git_is_quoted(tmp_path: Path) -> None:
    """And nothing is called clean."""
    with pytest.raises(GitError, match="not a git repository"):
        list(problems(tmp_path))


def test_a_commit_is_refused_and_accepted(tmp_path: Path) -> None:
    """By Git itself, with the hook that "make kait" switches on; quick enough to be left on."""
    project = tmp_path / "proyek"
    left = shutil.ignore_patterns("site", "tests", "bench", ".*", "__pycache__", "node_modules")
    shutil.copytree(ROOT, project, ignore=left)
    (project / ".venv").symlink_to(sys.prefix)
    (project / ".gitignore").write_text("/.venv\n.cache/\n", encoding="utf-8")
    git(project, "init", "-q")
    git(project, "add", "-A")
    assert git(project, "commit", "-qm", "awal").returncode == 0  # not switched on yet
    git(project, "config", "core.hooksPath", "scripts/kait")

    sop = next((project / "sop_data/mamuju").glob("01-*.yml"))
    right = sop.read_text(encoding="utf-8")
    sop.write_text(right.replace("nama:", "nma:", 1), encoding="utf-8")
    refused = git(project, "commit", "-qam", "keliru")
    assert refused.returncode == 1
    assert f"{sop.relative_to(project)}:" in refused.stderr
    assert 'Maksud Anda "nama"?' in refused.stderr

    sop.write_text(f"{right}# {TOKEN}\n", encoding="utf-8")
    refused = git(project, "commit", "-qam", "rahasia")
    assert refused.returncode == 1
    assert f"{sop.relative_to(project)}:{len(right.splitlines()) + 1}: tampak seperti rahasia" in refused.stderr
    assert "1 hal tidak boleh disimpan" in refused.stderr

    sop.write_text(f"{right}# catatan\n", encoding="utf-8")
    assert git(project, "commit", "-qam", "benar").returncode == 0
    assert git(project, "log", "--format=%s").stdout.split() == ["benar", "awal"]
