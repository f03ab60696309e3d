"""Planned entries -> files: all of them or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.loading import load_yaml
from macros.portal import load_portal
from macros.ppid.content import load_ppid
from macros.ppid.exchange.grids import SheetProblem
from macros.ppid.exchange.plans import Planned
from macros.ppid.exchange.yaml_text import HandWrittenError, changed_text, new_text, plain
from macros.ppid.models.information import InformationDocument
from macros.problems import ContentError
from macros.validation import validate

MARK = "\ufeff"


Contents = Mapping[Path, "str | Path"]
"""File -> its new text, or the document that is to be copied there."""


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
    old = file.read_bytes().decode("utf-8")
    mark = MARK if old.startswith(MARK) else ""
    before, after = plain(row.existing), plain(row.document)
    changes = {key: after.get(key) for key in {*before, *after} if before.get(key) != after.get(key)}
    return mark + changed_text(old.removeprefix(MARK), changes)


def write_all(root: Path, contents: Contents, rows: Iterable[Planned]) -> None:
    """Write every file, or none: each is first written beside its place, then all are renamed.

    What was there is put back when a file cannot be written, does not read as the entry that was planned, or spoils the
    content as a whole. Raises OSError or ContentError.
    """
    temporary = {file: file.with_name(f".{file.name}.baru") for file in contents}
    before: dict[Path, bytes | None] = {}
    try:
        for file, content in contents.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, temporary[file])
            else:
                temporary[file].write_bytes(content.encode())
        _check(root, temporary, rows)
        for file in contents:
            before[file] = file.read_bytes() if file.exists() else None
            temporary[file].replace(file)
        load_ppid(root, load_portal(root))
    except BaseException:  # Ctrl-C, too, leaves nothing half written
        for file, data in before.items():
            if data is None:
                file.unlink(missing_ok=True)
            else:
                file.write_bytes(data)
        raise
    finally:
        for file in temporary.values():
            file.unlink(missing_ok=True)


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
