"""Workbooks that were made before, kept in `.cache/lembar/`, named by what is in them: making one takes long."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import macros.sheets.workbook
from macros.sop_exchange.workbook import Form, actor_headings, sop_xlsx

CACHE_FOLDER = ".cache/lembar"

ZIP_END = b"PK\x05\x06"
"""How the last part of a whole workbook begins."""

ZIP_END_LENGTH = 22


@cache
def made_by() -> bytes:
    """Changes with the code that makes workbooks, so that nothing old is used after a change."""
    code = [Path(macros.sheets.workbook.__file__), *sorted(Path(__file__).parent.glob("*.py"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in code) + version("openpyxl").encode()).digest()


def kept_xlsx(form: Form, folder: Path) -> bytes:
    """The workbook of an SOP, from the folder where it lies there whole; a folder that takes nothing is no mistake."""
    said = repr((made_by(), form.id, form.stated, form.office, actor_headings(form, form.stated)))
    file = folder / f"{hashlib.sha256(said.encode()).hexdigest()}.xlsx"
    try:
        content = file.read_bytes()
        if content[-ZIP_END_LENGTH:].startswith(ZIP_END):
            return content
    except OSError:
        pass
    content = sop_xlsx(form)
    new = file.with_suffix(".baru")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink()
    return content
