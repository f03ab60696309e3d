"""An entry as the text of its file: a new one in full; of an existing one only what changed, the rest untouched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from macros.ppid.models.information import InformationDocument
from macros.publishing.models import Publication

SCHEMA_LINE = "# yaml-language-server: $schema=../informasi.schema.json\n"
WIDTH = 110
_OWN = [key for key in InformationDocument.model_fields if key not in Publication.model_fields]
_PLACE = _OWN.index("tahun") + 1
KEYS = (*_OWN[:_PLACE], *Publication.model_fields, *_OWN[_PLACE:])


class HandWrittenError(Exception):
    """The file is written in a way that this module does not change; a person can."""


class _Dumper(yaml.SafeDumper):
    """Lists stand indented below their key, as in the files people write."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - yaml's signature
        super().increase_indent(flow, False)


ODD_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
"""Characters that YAML 1.1 takes for line breaks or drops; between double quotes they are written as codes."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, '"' if ODD_BREAKS.search(text) else None)


_Dumper.add_representer(str, _text)


def plain(document: InformationDocument) -> dict[str, Any]:
    """The keys that a file states, in the model's order."""
    data = document.model_dump(exclude={"id", "nama_berkas"}, exclude_none=True)
    return {key: data[key] for key in KEYS if key in data and data[key] not in ((), [], {})}


def new_text(document: InformationDocument) -> str:
    """The file of a new entry."""
    return SCHEMA_LINE + "".join(block(key, value) for key, value in plain(document).items())


def block(key: str, value: Any) -> str:
    """One key with its value."""
    text: str = yaml.dump(
        {key: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return text


@dataclass(frozen=True)
class Part:
    """One top key of a file: where its lines begin and end, and the comment behind its value."""

    key: str
    start: int
    end: int
    comment: str = ""


def changed_text(text: str, changes: Mapping[str, Any]) -> str:
    """A file's text with some top keys set, or taken away where the value is None.

    Comments stay, except those inside a changed value. Raises HandWrittenError.
    """
    lines_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    if not text.endswith("\n"):
        text += "\n"
    for key in sorted(changes, key=KEYS.index):
        text = _with(text, key, changes[key])
    return text.replace("\n", lines_end)


def _with(text: str, key: str, value: Any) -> str:
    parts = {part.key: part for part in _parts(text)}
    part = parts.get(key)
    new = "" if value is None else block(key, value)
    if part is None:
        before = [parts[name] for name in KEYS[: KEYS.index(key)] if name in parts]
        place = max((earlier.end for earlier in before), default=min(part.start for part in parts.values()))
        return text[:place] + new + text[place:]
    if new.count("\n") == 1 and part.comment:
        new = f"{new[:-1]}  {part.comment}\n"
    return text[: part.start] + new + text[part.end :]


def _parts(text: str) -> Iterator[Part]:
    """The top keys of a file; comments and blank lines before a key belong to it, not to the one above."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise HandWrittenError from None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise HandWrittenError
    starts = [key.start_mark.index for key, _ in root.value]
    for (key, value), start, following in zip(root.value, starts, [*starts[1:], len(text)], strict=True):
        if start and text[start - 1] != "\n":
            raise HandWrittenError
        end = start + len(_without_tail(text[start:following]))
        comment = ""
        if isinstance(value, yaml.ScalarNode) and value.style not in ("|", ">"):
            rest = text[value.end_mark.index : end].split("\n", 1)[0].strip()
            comment = rest if rest.startswith("#") else ""
        yield Part(key.value, start, end, comment)


def _without_tail(lines: str) -> str:
    """The lines of a value without the comments, blank lines and end marks below it."""
    kept = lines.splitlines(keepends=True) if "\r" not in lines else lines.split("\n")
    while len(kept) > 1 and (not kept[-1].strip() or kept[-1].startswith(("#", "...", "---"))):
        kept.pop()
    return "".join(kept)
