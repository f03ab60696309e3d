"""What the check of public information costs: `python -m bench.ppid`, and part of `make bench`.

10,000 made-up entries, every tenth with a document, are checked by the command that editors use: once with
nothing remembered of the documents, then as on any later day. Seconds are wall clock from the start of the process.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from bench.measuring import measure
from bench.ppid_data import project

ENTRIES = 10_000


def run(count: int = ENTRIES) -> dict[str, float]:
    """The figures."""
    print(f"Memeriksa {count} informasi publik ...", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = project(Path(name) / "proyek", count)
        command = [sys.executable, "-m", "macros", "periksa"]
        first, _ = measure(command, folder)
        runs = [measure(command, folder) for _ in range(3)]
        assert (folder / ".cache").is_dir(), "what was found in documents is remembered"
        shutil.rmtree(folder)
    seconds, megabytes = min(runs)
    return {
        "butir": count,
        "detik_periksa_pertama": round(first, 1),
        "detik_periksa": round(seconds, 1),
        "memori_mb": round(megabytes),
    }


def as_text(figures: dict[str, float]) -> str:
    """The figures for a reader."""
    return (
        f"{figures['butir']} informasi publik diperiksa dalam {figures['detik_periksa']} detik "
        f"({figures['detik_periksa_pertama']} detik bila semua dokumennya baru); memori {figures['memori_mb']} MB"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--butir", type=int, default=ENTRIES, help="banyak butir")
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    options = parser.parse_args()
    result = run(options.butir)
    print(json.dumps(result, indent=2) if options.format == "json" else as_text(result))
