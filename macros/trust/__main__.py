"""Commands of this part without the rest of the portal: `python -m macros.trust jaga` starts in a quarter of the time.

Whoever commits waits for it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from macros.trust.commands import add_commands
from macros.trust.words import PROJECT


def main() -> int:
    """Run one command; gives its exit code."""
    parser = argparse.ArgumentParser(prog="python -m macros.trust")
    parser.add_argument("--akar", type=Path, default=PROJECT, metavar="FOLDER", help="folder proyek")
    add_commands(parser.add_subparsers(dest="perintah", required=True, metavar="perintah"))
    options = parser.parse_args()
    return int(options.jalankan(options))


if __name__ == "__main__":
    sys.exit(main())
