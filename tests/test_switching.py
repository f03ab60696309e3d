"""The old site stays whole until the new one is: whatever breaks a build, readers are served something complete."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.switching import Switch
from tests.conftest import ROOT
from tests.serving import copy_of_project


def begun(project: Path, largest_file: int | None = None) -> subprocess.Popen[str]:
    """A build under way; with `largest_file`, no file may have more bytes, as on a disk that is full."""

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.Popen(
        [sys.executable, "-B", "-m", "mkdocs", "build"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=limit,
    )


def files_of(site: Path) -> dict[str, bytes]:
    """Everything that is served."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built; every test leaves it as it was."""
    folder = copy_of_project(ROOT, tmp_path_factory.mktemp("ganti") / "proyek")
    output, _ = begun(folder).communicate()
    assert f"Situs terpasang di {folder / 'site'}" in output
    return folder


def assert_untouched(project: Path, before: dict[str, bytes]) -> None:
    """The old site is all there, and nothing lies beside it."""
    assert files_of(project / "site") == before
    assert [file.name for file in project.glob("site.*")] == []


@pytest.mark.parametrize(
    ("file", "wrong"),
    [("macros/templates/peraturan.html", "{{ 1 // 0 }}"), ("docs/privasi.md", "\n[hilang](tidak-ada.md)\n")],
    ids=["templat", "peringatan"],
)
def test_a_build_that_breaks_off_leaves_the_old_site(project: Path, file: str, wrong: str) -> None:
    """A mistake in the program, found while pages are made, and a warning in strict mode, found at the very end."""
    before = files_of(project / "site")
    path = project / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text + wrong, encoding="utf-8")
    build = begun(project)
    build.communicate()
    path.write_text(text, encoding="utf-8")
    assert build.returncode != 0
    assert_untouched(project, before)


def test_a_full_disk_is_told_in_a_line_and_leaves_the_old_site(project: Path) -> None:
    """What was written of the new one is taken away, so that there is room again."""
    before = files_of(project / "site")
    build = begun(project, largest_file=300_000)
    output, _ = build.communicate()
    assert build.returncode != 0
    assert "Situs tidak dapat ditulis, yang lama tetap ada: " in output
    assert "Traceback" not in output
    assert_untouched(project, before)


def test_a_killed_build_leaves_the_old_site_and_the_next_one_cleans_up(project: Path) -> None:
    """Killed while it writes, it has no chance to tidy; the next build ends as if nothing had happened."""
    before = files_of(project / "site")
    build = begun(project)
    half = project / "site.baru"
    while not (half / "sop").is_dir():
        assert build.poll() is None, "the build ended before it could be killed"
        time.sleep(0.005)
    build.send_signal(signal.SIGKILL)
    build.communicate()
    assert files_of(project / "site") == before
    assert half.is_dir()
    assert begun(project).wait() == 0
    assert_untouched(project, before)


def switch(place: Path) -> Path:
    """Build a site of one page and put it into its place."""
    one = Switch()
    new = one.begin(place)
    new.mkdir()
    (new / "index.html").write_text("baru", encoding="utf-8")
    one.whole = True
    assert one.finish() == place
    return place


def test_the_keepers_own_folders_stay(tmp_path: Path) -> None:
    """Who publishes from a Git folder keeps it; pages that are no longer made go, and .well-known with them."""
    place = tmp_path / "site"
    for name in (".git/HEAD", "lama/index.html", ".well-known/security.txt"):
        file = place / name
        file.parent.mkdir(parents=True)
        file.write_text("lama", encoding="utf-8")
    switch(place)
    assert files_of(place) == {"index.html": b"baru", ".git/HEAD": b"lama"}


def test_a_place_left_empty_gets_its_old_site_back(tmp_path: Path) -> None:
    """Killed between the two moves of the exchange, the old site lies beside its place."""
    old = tmp_path / "site.lama"
    old.mkdir()
    (old / "index.html").write_text("lama", encoding="utf-8")
    Switch().begin(tmp_path / "site")
    assert files_of(tmp_path / "site") == {"index.html": b"lama"}


def test_a_new_site_that_vanished_does_not_take_the_old_one_with_it(tmp_path: Path) -> None:
    """Where the exchange fails half-way, the old site goes back to its place."""
    place = tmp_path / "site"
    place.mkdir()
    (place / "index.html").write_text("lama", encoding="utf-8")
    one = Switch()
    one.begin(place)
    one.whole = True
    with pytest.raises(OSError, match="site"):
        one.finish()
    assert files_of(place) == {"index.html": b"lama"}


def test_a_link_to_the_place_stays_a_link(tmp_path: Path) -> None:
    """A server that is pointed at the site through a link finds the new one there."""
    (tmp_path / "tempat").mkdir()
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "tempat")
    one = Switch()
    new = one.begin(link)
    new.mkdir()
    (new / "index.html").write_text("baru", encoding="utf-8")
    one.whole = True
    one.finish()
    assert link.is_symlink()
    assert files_of(link) == {"index.html": b"baru"}
