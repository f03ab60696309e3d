"""`python -m macros templat`: writes the forms and CODEOWNERS anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.forge.forms import forms
from macros.forge.owners import FILE as OWNERS
from macros.forge.owners import UNKNOWN, owners
from macros.portal import Portal, load_portal
from macros.problems import ContentError


def add_command(commands: Any) -> None:
    """Add the command to the portal's own."""
    parser = commands.add_parser(
        "templat",
        help="menulis formulir usulan dan CODEOWNERS dari SOP",
        description="Menulis .github/PULL_REQUEST_TEMPLATE, .gitlab/merge_request_templates dan .github/CODEOWNERS "
        "dari langkah SOP yang bertanda syarat_terbit. Jalankan setelah SOP atau register penerbitan berubah. "
        "Contoh: python -m macros templat --organisasi diskominfo-polman",
    )
    parser.add_argument(
        "--organisasi", default=UNKNOWN, metavar="NAMA", help=f"organisasi pemilik repositori (bawaan: {UNKNOWN})"
    )
    parser.set_defaults(jalankan=_run)


def files(portal: Portal, organisation: str = UNKNOWN) -> Iterator[tuple[str, str]]:
    """Name and text of every file that is made from SOPs for the place where proposals are reviewed."""
    yield from forms(portal.routes)
    yield OWNERS, owners(portal.routes, organisation)


def _run(options: argparse.Namespace) -> int:
    try:
        portal = load_portal(options.akar)
    except ContentError as error:
        print(error)
        print(f"\n{len(error.problems)} kesalahan. Tidak ada yang ditulis; perbaiki lalu ulangi.", file=sys.stderr)
        return 1
    written = [name for name, text in files(portal, options.organisasi) if _write(options.akar / name, text)]
    print("\n".join(f"ditulis: {name}" for name in written) or "Semuanya sudah mutakhir.")
    return 0


def _write(file: Path, text: str) -> bool:
    """Write a file unless it says the same already."""
    if file.is_file() and file.read_text(encoding="utf-8") == text:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return True
