"""The list of all files of a built site with their checksums, in the format of `sha256sum`.

`sha256sum -c manifest.sha256` in the folder of the site checks it without the portal's help.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.problems import quoted
from macros.switching import OWN

FILE = "manifest.sha256"
"""Where it lies in the site."""
SIGNATURE = f"{FILE}.sig"

SMALL = 1 << 20
"""Bytes that are read at once; nearly every file has fewer."""

LINE = re.compile(r"(?P<sandi>\\?)(?P<jumlah>[0-9a-f]{64}) [ *](?P<nama>.+)")


class ManifestError(Exception):
    """The manifest cannot be used; carries a sentence for its reader."""


def files_in(folder: Path) -> Iterator[str]:
    """The name of every file of a site in a folder, but the manifest and its signature.

    What begins with a dot in the folder itself is the keeper's, such as `.git`, and no part of the site.
    """
    root = str(folder)
    for parent, folders, names in os.walk(root):
        if parent == root:
            folders[:] = [name for name in folders if not name.startswith(".") or name == OWN]
            names = [name for name in names if not name.startswith(".") and name not in (FILE, SIGNATURE)]
        below = parent[len(root) :].replace(os.sep, "/").lstrip("/")
        yield from (f"{below}/{name}" if below else name for name in names)


def checksum(file: str) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with open(file, "rb", buffering=0) as content:  # noqa: PTH123 - a Path for each of tens of thousands costs more
        start = content.read(SMALL)
        if len(start) < SMALL:
            return hashlib.sha256(start).hexdigest()
        content.seek(0)
        return hashlib.file_digest(content, "sha256").hexdigest()


def write_manifest(folder: Path) -> None:
    """Write the manifest of the site in a folder; one that was there, and its signature, are replaced."""
    names = sorted(files_in(folder))
    lines = [_line(name, checksum(f"{folder}/{name}")) for name in names]
    (folder / SIGNATURE).unlink(missing_ok=True)
    (folder / FILE).write_text("".join(lines), encoding="utf-8", newline="\n")


def _line(name: str, found: str) -> str:
    """One line; a name with a line break or a backslash is written as sha256sum writes it, with a mark in front."""
    escaped = name.replace("\\", "\\\\").replace("\n", "\\n")
    return f"{chr(92) if escaped != name else ''}{found}  {escaped}\n"


def read_manifest(text: str) -> Mapping[str, str]:
    """Name -> checksum. Raises ManifestError where a line is none, or a name leads out of the site."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        match = LINE.fullmatch(line)
        if match is None:
            raise ManifestError(f"baris {number} bukan baris sha256sum: {quoted(line)}.")
        name = match["nama"]
        if match["sandi"]:
            name = re.sub(r"\\(.)", lambda escape: "\n" if escape[1] == "n" else escape[1], name)
        if name.startswith("/") or re.search(r"[\\\x00-\x1f\x7f]|^[A-Za-z]:", name) or _leads_out(name):
            raise ManifestError(f"baris {number}: nama {quoted(name)} bukan berkas di dalam situs. Jangan dipakai.")
        if name in found:
            raise ManifestError(f"baris {number}: {quoted(name)} disebut dua kali.")
        found[name] = match["jumlah"]
    return found


def _leads_out(name: str) -> bool:
    return any(part in ("", ".", "..") for part in name.split("/"))
