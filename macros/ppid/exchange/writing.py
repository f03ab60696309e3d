"""Planned entries -> files: all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.loading import load_yaml
from macros.portal import load_portal
from macros.ppid.content import load_ppid
from macros.ppid.exchange.grids import SheetProblem
from macros.ppid.exchange.plans import Planned
from macros.ppid.exchange.yaml_text import new_text, plain
from macros.ppid.models.information import InformationDocument
from macros.problems import ContentError
from macros.sheets.replacing import Contents, replace_all
from macros.sheets.yaml_edit import HandWrittenError, changed_text
from macros.validation import validate


def contents_of(root: Path, rows: Iterable[Planned]) -> tuple[dict[Path, str | Path], list[SheetProblem]]:
    """What to write, and the rows whose file only a person can change."""
    contents: dict[Path, str | Path] = {}
    problems = []
    for row in rows:
        file = root / row.file
        try:
            contents[file] = _text(file, row)
            if row.attachment:
                contents[file.with_name(row.attachment.name)] = row.attachment
        except (HandWrittenError, OSError, UnicodeDecodeError):
            message = (
                f"berkas {row.file} ditulis dengan cara yang tidak diubah otomatis. Ubah berkas itu dengan tangan."
            )
            problems.append(SheetProblem(row.row, "", message))
    return contents, problems


def _text(file: Path, row: Planned) -> str:
    if row.existing is None:
        if file.exists():
            raise HandWrittenError
        return new_text(row.document)
    return changed_text(file.read_bytes().decode("utf-8"), plain(row.existing), plain(row.document))


def write_all(root: Path, contents: Contents, rows: Iterable[Planned]) -> None:
    """Write every file, or none; each must read as the entry that was planned. Raises OSError or ContentError."""

    def check(temporary: Mapping[Path, Path]) -> None:
        _check(root, temporary, rows)

    replace_all(contents, check, lambda: load_ppid(root, load_portal(root)))


def _check(root: Path, temporary: Mapping[Path, Path], rows: Iterable[Planned]) -> None:
    """Each file that is about to be put in place reads as the entry that was planned."""
    for row in rows:
        loaded = load_yaml(temporary[root / row.file], row.file)
        document = validate(InformationDocument, loaded)
        if document is None or loaded.problems or plain(document) != plain(row.document):
            problem = loaded.problem(
                (), "tidak terbaca kembali seperti yang direncanakan. Tulis berkas ini dengan tangan."
            )
            raise ContentError([problem])
