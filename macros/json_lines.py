"""JSON with a record a line: quick to write, and a changed record is one changed line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def lines_json(head: Mapping[str, Any], key: str, records: Iterable[Mapping[str, Any]]) -> bytes:
    """A JSON object of a few values and one long list with a record a line."""
    values = "".join(f"{dumped(name)}: {dumped(value)},\n" for name, value in head.items())
    lines = ",\n".join(dumped(item) for item in records)
    return f"{{{values}{dumped(key)}: [\n{lines}\n]}}\n".encode()


def dumped(value: Any) -> str:
    """A value on one line, with letters as they are."""
    return json.dumps(value, ensure_ascii=False)
