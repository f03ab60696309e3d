"""The editor on one's own computer does not start where it would do harm."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from scripts.penyunting import HOST, branch_of, git, site_server


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit."""
    git(tmp_path, "init", "--quiet", "--initial-branch=utama")
    for key, value in {"user.name": "Contoh", "user.email": "contoh@contoh.example"}.items():
        git(tmp_path, "config", key, value)
    (tmp_path / "berkas.txt").write_text("satu", encoding="utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=Awal")
    return tmp_path


def test_what_is_published_goes_to_the_branch_that_is_checked_out(repository: Path) -> None:
    """Whatever its name."""
    assert branch_of(repository) == "utama"


def test_unfinished_work_is_not_put_into_an_editors_commit(repository: Path) -> None:
    """The server commits all that lies in the folder, so nothing else may wait there."""
    (repository / "lain.txt").touch()
    with pytest.raises(SystemExit, match="belum disimpan dengan Git"):
        branch_of(repository)


def test_without_a_branch_there_is_nowhere_to_publish(repository: Path) -> None:
    """As after looking at an old commit."""
    git(repository, "checkout", "--quiet", "--detach")
    with pytest.raises(SystemExit, match="tidak berada di sebuah cabang"):
        branch_of(repository)


def test_a_folder_without_git_is_told_in_gits_words(tmp_path: Path) -> None:
    """No traceback."""
    with pytest.raises(SystemExit, match="git branch"):
        branch_of(tmp_path)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    """With a command that works."""
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"make penyunting PORT={port + 1}"):
            site_server(tmp_path, port)
