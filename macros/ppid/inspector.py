"""Gives the inspection of a document: remembered from last time, or made by a process that can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer
from types import TracebackType

from pydantic import ValidationError

from macros.ppid.inspection import VERSION, Inspection

CACHE_FOLDER = ".cache/dokumen"

HARD_SECONDS = 30.0
"""A document that keeps the process busy longer stops it; `inspection.MAX_SECONDS` should have ended it before."""

CODE = Path(__file__).resolve().parents[2]
"""The folder that holds the package `macros`."""


class Inspector:
    """Inspects documents; to be closed, as it may have started a process."""

    def __init__(self, root: Path, seconds: float = HARD_SECONDS) -> None:
        self.cache = root / CACHE_FOLDER
        self.seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Inspector:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def inspect(self, file: Path, ending: str, sha256: str) -> Inspection:
        """What is inside a document with that content."""
        note = self.cache / f"{sha256}.{ending}.v{VERSION}.json"
        found = _remembered(note)
        if found is None:
            answer = self._ask(file, ending)
            if not answer:  # stopped or crashed: another try may end otherwise, so it is not remembered
                return Inspection(belum_diperiksa="dokumen ini terlalu berat untuk diperiksa.")
            _remember(note, answer)
            found = Inspection.model_validate_json(answer)
        return found

    def _ask(self, file: Path, ending: str) -> str:
        """The answer of the process, which is ended when it takes too long; nothing then."""
        try:
            process = self._started()
            timer = Timer(self.seconds, process.kill)
            timer.start()
            try:
                answer = _exchange(process, json.dumps([str(file.resolve()), ending]))
            finally:
                timer.cancel()
        except OSError:
            answer = ""
        if not answer.endswith("\n"):
            self._stop()
            return ""
        return answer

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "macros.ppid.inspection"],
                cwd=CODE,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


def _exchange(process: subprocess.Popen[str], line: str) -> str:
    """Send one line and wait for the one that answers it; the empty text from a process that has ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def _remembered(note: Path) -> Inspection | None:
    """What was noted; nothing where there is no note or it cannot be used."""
    try:
        return Inspection.model_validate_json(note.read_bytes())
    except (OSError, ValidationError):
        return None


def _remember(note: Path, answer: str) -> None:
    """Write a note so that nobody ever sees half of it; a folder that cannot be written to costs only time."""
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=note.parent, delete=False, encoding="utf-8") as half:
            half.write(answer)
        Path(half.name).replace(note)
    except OSError:
        return
