"""Files written all together, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

Contents: TypeAlias = Mapping[Path, "str | Path"]
"""File -> its new text, or the document that is to be copied there."""


def replace_all(
    contents: Contents, check: Callable[[Mapping[Path, Path]], Any], check_whole: Callable[[], Any]
) -> None:
    """Write every file, or none: each is first written beside its place, then all are renamed.

    `check` sees each file's place beside before it is renamed, `check_whole` sees all in their places; what one of them
    raises puts back what was there, as a failure to write does.
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
        check(temporary)
        for file in contents:
            before[file] = file.read_bytes() if file.exists() else None
            temporary[file].replace(file)
        check_whole()
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
