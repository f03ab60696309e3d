"""What the page on open data says of each key, taken from the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from macros.models.base import json_schema


@dataclass(frozen=True)
class ModelView:
    """One record of the open data: its keys as (name, kind, remark)."""

    nama: str
    uraian: str
    kunci: tuple[tuple[str, str, str], ...]


def data_keys(model: type[BaseModel]) -> tuple[ModelView, ...]:
    """The model and every record it contains, the model first."""
    schema = json_schema(model)
    nodes = {schema["title"]: schema, **schema.get("$defs", {})}
    return tuple(
        ModelView(
            name,
            node.get("description", ""),
            tuple(
                (key, _kind(value), value.get("description", "")) for key, value in node.get("properties", {}).items()
            ),
        )
        for name, node in nodes.items()
    )


def _kind(node: dict[str, Any]) -> str:
    if "anyOf" in node:
        return " atau ".join(_kind(choice) for choice in node["anyOf"])
    if "$ref" in node:
        return str(node["$ref"].rsplit("/", 1)[-1])
    if "enum" in node:
        return " | ".join(f'"{value}"' for value in node["enum"])
    if node.get("type") == "array":
        return f"daftar {_kind(node['items'])}"
    return KINDS.get(node.get("format", node.get("type", "")), "apa saja")


KINDS = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan",
    "null": "null",
    "date": "tanggal",
    "object": "susunan",
    "boolean": "benar/salah",
}
