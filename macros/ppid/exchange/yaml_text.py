"""An entry as the values and the text of its file."""

from __future__ import annotations

from typing import Any

from macros.ppid.models.information import InformationDocument
from macros.publishing.models import Publication
from macros.sheets.yaml_text import block

SCHEMA_LINE = "# yaml-language-server: $schema=../informasi.schema.json\n"
_OWN = [key for key in InformationDocument.model_fields if key not in Publication.model_fields]
_PLACE = _OWN.index("tahun") + 1
KEYS = (*_OWN[:_PLACE], *Publication.model_fields, *_OWN[_PLACE:])


def plain(document: InformationDocument) -> dict[str, Any]:
    """The keys that a file states, in the model's order."""
    data = document.model_dump(exclude={"id", "nama_berkas"}, exclude_none=True)
    stated = {key: data[key] for key in KEYS if key in data and data[key] not in ((), [], {})}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in stated.items()}


def new_text(document: InformationDocument) -> str:
    """The file of a new entry."""
    return SCHEMA_LINE + "".join(block(key, value) for key, value in plain(document).items())
