"""When files changed, as Git knows it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from macros.dates import WITA

MOST = 500
"""Commits that are looked at."""

MARK = "\x01"


@dataclass(frozen=True)
class FileChange:
    """A file that was added or changed on a day, in WITA."""

    hari: date
    berkas: Path
    baru: bool


def read_history(folders: Iterable[Path], until: datetime) -> tuple[FileChange, ...] | None:
    """What came into these folders, the newest first; None where nobody knows: no Git, no repository, a shallow copy.

    Merges count as one change on the day on which they came in: what happens on the way is nobody's news.
    """
    there = [folder.resolve() for folder in folders if folder.exists()]
    if not there:
        return None
    top = _git(there[0].parent, "rev-parse", "--is-shallow-repository", "--show-toplevel")
    if top is None or not top.startswith("false\n"):
        return None
    root = Path(top.split("\n")[1])
    names = [folder.relative_to(root).as_posix() for folder in there if folder.is_relative_to(root)]
    log = _git(
        root, "log", "--first-parent", "-m", "--no-renames", "--name-status", f"--format={MARK}%cI",
        f"-n{MOST}", f"--until={until.isoformat()}", "--", *names,
    )  # fmt: skip
    return tuple(_changes(root, log)) if log is not None else None


def _changes(root: Path, log: str) -> Iterator[FileChange]:
    """The lines of a log as changes; what was deleted is not among them."""
    day = date.min
    for line in log.splitlines():
        if line.startswith(MARK):
            day = datetime.fromisoformat(line[1:]).astimezone(WITA).date()
        elif line[:2] in ("A\t", "M\t"):
            yield FileChange(day, root / line[2:], line[0] == "A")


def _git(folder: Path, *arguments: str) -> str | None:
    """What Git says; None where it fails, or is not there."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    # a hook that builds the site would hand down where its own repository lies
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    try:
        result = subprocess.run(  # noqa: S603 - a fixed command; names of folders stand behind "--"
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return result.stdout
