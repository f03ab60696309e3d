"""What changed when, from a real Git repository: for the public, by day."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from macros.content import load_content
from macros.dates import WITA
from macros.history import read_history
from macros.sections.changes import Change
from macros.site import Site
from tests.conftest import ROOT
from tests.serving import copy_of_project

DAY = date(2026, 11, 21)
END = datetime(2026, 11, 21, 23, 59, tzinfo=WITA)

Commit = Callable[..., None]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    git(tmp_path, "init", "-q", "-b", "main")
    return tmp_path


def git(folder: Path, *arguments: str, day: str = "2026-11-20T10:00:00+08:00") -> None:
    """Run Git as somebody, at a time."""
    who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in (("NAME", "Contoh"), ("EMAIL", "contoh@contoh.example"), ("DATE", day))}  # fmt: skip
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)  # noqa: S607


def save(folder: Path, name: str, text: str, day: str) -> None:
    """Write a file and commit it."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "contoh", day=day)


def test_files_with_their_days(repository: Path) -> None:
    """Added or changed, the newest first, in WITA: late in Jakarta is the next day in Polewali."""
    save(repository, "warta_data/contoh satu.md", "a", "2026-11-18T10:00:00+08:00")
    save(repository, "warta_data/contoh satu.md", "b", "2026-11-18T23:30:00+07:00")
    save(repository, "docs/lain.md", "c", "2026-11-20T10:00:00+08:00")
    save(repository, "warta_data/besok.md", "d", "2026-11-22T10:00:00+08:00")
    found = read_history([repository / "warta_data", repository / "tidak-ada"], END)
    assert found is not None
    assert [(change.hari.isoformat(), change.berkas.name, change.baru) for change in found] == [
        ("2026-11-19", "contoh satu.md", False),
        ("2026-11-18", "contoh satu.md", True),
    ]


def test_what_was_merged_counts_when_it_came_in(repository: Path) -> None:
    """Not when it was written on its branch."""
    save(repository, "warta_data/satu.md", "a", "2026-11-01T10:00:00+08:00")
    git(repository, "switch", "-qc", "usulan")
    save(repository, "warta_data/satu.md", "b", "2026-11-02T10:00:00+08:00")
    git(repository, "switch", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "terima", "usulan", day="2026-11-09T10:00:00+08:00")
    found = read_history([repository / "warta_data"], END)
    assert found is not None
    assert [change.hari.day for change in found] == [9, 1]


def test_without_a_repository_nobody_knows(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy without Git, a shallow copy, a machine without Git: the page says that it does not know."""
    save(repository, "warta_data/satu.md", "a", "2026-11-01T10:00:00+08:00")
    save(repository, "warta_data/satu.md", "b", "2026-11-02T10:00:00+08:00")
    shallow = tmp_path / "dangkal"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(shallow))
    assert read_history([shallow / "warta_data"], END) is None
    assert read_history([repository / "warta_data"], END)
    monkeypatch.setenv("PATH", "/tidak-ada")
    assert read_history([repository / "warta_data"], END) is None


def test_the_public_sees_what_happened_to_what_it_can_see(tmp_path: Path) -> None:
    """Published, changed afterwards, corrected, withdrawn; a draft's history is nobody's business."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    git(project, "init", "-q", "-b", "main")
    head = (
        "---\njudul: Contoh {0}\nringkasan: Contoh.\ntanggal: 2026-11-02\npenulis: Contoh Penulis\n"
        "kategori: diskominfo-sp\n{1}\n---\nContoh isi {2}.\n"
    )
    public = "status: {0}\nterbit: 2026-11-03"
    articles = {
        "berubah": public.format("terbit"),
        "diralat": public.format("ralat") + "\nralat:\n  - {tanggal: 2026-11-05, uraian: Contoh.}",
        "ditarik": public.format("ditarik") + "\npenarikan: {tanggal: 2026-11-06, alasan: Contoh.}",
        "draf": "status: draf",
    }
    for number, day in enumerate(("2026-11-01", "2026-11-08")):
        for name, state in articles.items():
            text = head.format(name, state, number)
            (project / f"warta_data/artikel/2026/contoh-{name}.md").write_text(text, encoding="utf-8")
        save(project, "warta_data/artikel/2026/contoh-berubah.md", head.format("berubah", articles["berubah"], number), f"{day}T10:00:00+08:00")  # fmt: skip
    changes = Site(load_content(project), DAY).changes.all

    def told(name: str) -> list[tuple[int, str]]:
        return [(item.hari.day, item.jenis) for item in changes if item.judul == f"Contoh {name}"]

    assert told("berubah") == [(8, "diubah"), (3, "dimuat")]
    assert told("diralat") == [(8, "diubah"), (5, "diralat"), (3, "dimuat")]
    assert told("ditarik") == [(6, "ditarik"), (3, "dimuat")]
    assert told("draf") == []
    (sop,) = [item for item in changes if item.url == "sop/mamuju/12/"]
    assert sop == Change(date(2026, 11, 1), "dimuat", "SOP Pelayanan Peliputan Pimpinan Daerah", "sop/mamuju/12/")


def test_a_site_without_history_says_so(tmp_path: Path) -> None:
    """It shows what the files themselves say."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    page = Site(load_content(project), DAY).pages["perubahan/index.md"].html
    assert "Situs ini dibangun tanpa riwayat Git" in page
    assert "halaman dimuat</summary>" in page
