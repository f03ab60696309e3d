"""The site is installed on a server all at once, or not at all; one command goes back."""

from __future__ import annotations

import os
import subprocess
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT
from tests.serving import served

SCRIPT = ROOT / "scripts/pasang.sh"


def site(folder: Path, text: str) -> Path:
    """A tiny site with its manifest."""
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    (folder / "sub folder").mkdir()
    (folder / "sub folder/isi.txt").write_text(text * 1000, encoding="utf-8")
    names = ("index.html", "sub folder/isi.txt")
    lines = [f"{sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (folder / "manifest.sha256").write_text("\n".join((*lines, "")), encoding="utf-8")
    return folder


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The script with these arguments."""
    return subprocess.run(
        [SCRIPT, *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def shown(target: Path) -> str:
    """What visitors see."""
    return (target / "sekarang/index.html").read_text(encoding="utf-8")


def test_a_new_site_takes_the_place_and_the_old_one_stays(tmp_path: Path) -> None:
    """Forth, back, forth again; older ones than the one before are removed."""
    target = tmp_path / "www"
    for text in ("satu", "dua", "tiga"):
        result = run(site(tmp_path / text, text), target)
        assert result.returncode == 0, result.stderr
        assert shown(target) == text
    assert len(list((target / "rilis").iterdir())) == 2
    assert [run("--kembali", target).returncode, shown(target)] == [0, "dua"]
    assert [run("--kembali", target).returncode, shown(target)] == [0, "tiga"]


def test_visitors_never_find_nothing(tmp_path: Path) -> None:
    """The server keeps serving one name while it is switched: the link is replaced, never removed."""
    target = tmp_path / "www"
    run(site(tmp_path / "satu", "satu"), target)
    before = os.lstat(target / "sekarang").st_ino
    with served(target / "sekarang") as address:
        assert urlopen(address).read() == b"satu"  # noqa: S310 - our own server
        run(site(tmp_path / "dua", "dua"), target)
        assert urlopen(address).read() == b"dua"  # noqa: S310
    assert os.lstat(target / "sekarang").st_ino != before


def test_a_damaged_copy_changes_nothing(tmp_path: Path) -> None:
    """A file that is not what its checksum says, and one that is missing."""
    target = tmp_path / "www"
    run(site(tmp_path / "satu", "satu"), target)
    damaged = site(tmp_path / "dua", "dua")
    (damaged / "sub folder/isi.txt").write_text("rusak", encoding="utf-8")
    result = run(damaged, target)
    assert result.returncode == 1
    assert "Situs tidak tersalin dengan utuh; situs yang tayang tidak berubah." in result.stderr
    (damaged / "sub folder/isi.txt").unlink()
    assert run(damaged, target).returncode == 1
    assert shown(target) == "satu"
    assert len(list((target / "rilis").iterdir())) == 1


def test_a_connection_that_breaks_off_changes_nothing(tmp_path: Path) -> None:
    """Half of the files arrived; the served site is the old one, and the next try works."""
    target = tmp_path / "www"
    run(site(tmp_path / "satu", "satu"), target)
    broken = tmp_path / "ssh-putus"
    broken.write_text(
        '#!/bin/sh\nshift\ncase "$1" in tar*) head -c 700 | sh -c "$1"; exit 255;; esac\nexec sh -c "$1"\n', "utf-8"
    )
    broken.chmod(0o755)
    result = run(site(tmp_path / "dua", "dua"), f"kantor@server:{target}", SSH=str(broken))
    assert result.returncode == 1
    assert shown(target) == "satu"
    whole = tmp_path / "ssh"
    whole.write_text('#!/bin/sh\nshift\nexec sh -c "$1"\n', "utf-8")
    whole.chmod(0o755)
    assert run(tmp_path / "dua", f"kantor@server:{target}", SSH=str(whole)).returncode == 0
    assert shown(target) == "dua"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "Pemakaian: scripts/pasang.sh SITUS TUJUAN"),
        (("--hapus", "/x"), "Pemakaian: scripts/pasang.sh SITUS TUJUAN"),
        (("SITUS", "www"), "TUJUAN harus folder lengkap"),
        (("SITUS", "/srv/x'; touch jebol; '"), "TUJUAN hanya memuat huruf"),
        (("SITUS", "/srv/../etc"), "TUJUAN hanya memuat huruf"),
        (("KOSONG", "/srv/x"), "bukan situs yang sudah dibangun. Jalankan: make build"),
        (("--kembali", "TUJUAN"), "Tidak ada situs sebelumnya di"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """In a line, with exit code 1; nothing is touched."""
    folders = {"SITUS": site(tmp_path / "satu", "satu"), "KOSONG": tmp_path, "TUJUAN": tmp_path / "www"}
    result = run(*(folders.get(argument, argument) for argument in arguments))
    assert (result.returncode, told in result.stderr) == (1, True), result.stderr
    assert not (tmp_path / "www").exists()
