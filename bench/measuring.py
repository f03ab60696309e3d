"""Time and memory of commands, and how busy the machine was with other things meanwhile.

Commands that are compared run in turn, so that a busy minute slows all of them; the middle of their runs counts.
Seconds are wall clock from the start of the process to its end. Processor seconds are those of the command and all
that it started: they hardly grow where others use the machine, but work done side by side counts twice.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""

RUNS = 3
PATIENCE = 100
"""Seconds after which a command is not run once more: a build of minutes is long enough to be compared."""

EVERY = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Command:
    """What is run, and where."""

    words: Sequence[str]
    folder: Path
    result: Path | None = None
    """The folder that it makes anew: what lies there is set aside before the time runs, not removed."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Its environment, besides our own."""


@dataclass(frozen=True)
class Run:
    """What one run of a command, or the middle of several, took."""

    detik: float
    detik_prosesor: float
    memori_mb: float
    """Resident memory of all its processes together at their highest, looked at every fifth of a second."""
    putaran: int = 1

    def as_text(self) -> str:
        """What it took, for a reader."""
        rounds = f"tengah dari {self.putaran}" if self.putaran > 1 else "satu putaran"
        return f"{self.detik} detik ({rounds}; prosesor {self.detik_prosesor} detik), {self.memori_mb:.0f} MB"


def say(text: str) -> None:
    """Tell what is going on, beside the results."""
    print(text, file=sys.stderr, flush=True)


def load() -> float:
    """How many processes wanted the machine in the last minute, on average; ours among them."""
    return round(os.getloadavg()[0], 1)


def mkdocs(folder: Path, site: Path, settings: Mapping[str, str] | None = None) -> Command:
    """Build the site of a project."""
    words = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    return Command(words, folder, site, settings or {})


def measure(command: Command) -> Run:
    """One run; exits with what the command said where it fails."""
    if command.result and command.result.exists():
        # not removed: some file systems are slow to make files for a minute after many were removed
        command.result.rename(tempfile.mkdtemp(prefix=f"{command.result.name}-", dir=command.result.parent))
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **command.settings}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command.words, cwd=command.folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        memory = _Memory(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        megabytes = memory.finish()
        if process.returncode:
            said.seek(0)
            sys.exit(f"{said.read().decode(errors='replace')}\n{' '.join(command.words)} gagal di {command.folder}")
    return Run(round(seconds, 2), round(usage.ru_utime + usage.ru_stime, 2), round(megabytes))


def alternately(commands: Mapping[str, Command], runs: int = RUNS) -> dict[str, Run]:
    """The middle of several runs of each command, run in turn; fewer where they take longer than PATIENCE."""
    done: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(runs):
        for name, command in commands.items():
            if sum(run.detik for run in done[name]) < PATIENCE:
                say(f"  putaran {number + 1} dari {runs}: {name} ...")
                done[name].append(measure(command))
    return {name: middle(found) for name, found in done.items()}


def middle(runs: Sequence[Run]) -> Run:
    """The middle of their times and the highest of their memory."""
    return Run(
        detik=round(statistics.median(run.detik for run in runs), 2),
        detik_prosesor=round(statistics.median(run.detik_prosesor for run in runs), 2),
        memori_mb=max(run.memori_mb for run in runs),
        putaran=len(runs),
    )


def size_of(site: Path) -> float:
    """Megabytes of all files of a site."""
    return round(sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) / 1e6, 1)


def copy_of_project(target: Path, without: Iterable[str] = ()) -> Path:
    """The project without what a build does not need, and without whatever bears one of some names."""
    left = (".*", "site", "tests", "bench", "__pycache__", *without)
    return Path(shutil.copytree(ROOT, target, ignore=shutil.ignore_patterns(*left)))


class _Memory:
    """Looks at the memory of a process and of all that it started, until it is told to stop."""

    def __init__(self, pid: int) -> None:
        self.highest = 0
        self.ended = threading.Event()
        self.watcher = threading.Thread(target=self._watch, args=(pid,), daemon=True)
        self.watcher.start()

    def _watch(self, pid: int) -> None:
        try:
            process = psutil.Process(pid)
            while not self.ended.wait(EVERY):
                self.highest = max(self.highest, sum(map(_resident, (process, *process.children(recursive=True)))))
        except psutil.NoSuchProcess:
            return  # it ended between two looks

    def finish(self) -> float:
        """The highest sum, in MB."""
        self.ended.set()
        self.watcher.join()
        return self.highest / 1e6


def _resident(process: psutil.Process) -> int:
    """Bytes in memory; none of a process that has just ended."""
    try:
        return process.memory_info().rss
    except psutil.NoSuchProcess:
        return 0
