"""A model's fields -> the fields of a form in Decap CMS: https://decapcms.org/docs/widgets/.

Read from the model's JSON Schema, so that a field which a model gains is in its form without a word here. Decap's forms
and the files differ in four points. What the browser does about them (macros/cms/admin/berkas.js) is marked on the
field: `kunci`, `tunggal`, `peta`, `selalu`, `boleh_kosong`, `hanya_nama`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from macros.cms.choices import Choices
from macros.cms.labels import label, length_message, pattern_message
from macros.models.base import DOCUMENT_NAME, json_schema

Field: TypeAlias = dict[str, Any]
"""A field of a form, as Decap's configuration states it."""

Node: TypeAlias = Mapping[str, Any]
"""A part of a JSON Schema."""

Path: TypeAlias = tuple[str, ...]

LONG = frozenset(
    (
        *("alasan", "catatan", "dasar", "definisi", "fakta", "interpretasi", "kegiatan", "kelengkapan", "keterangan"),
        *("konsep", "metode", "output", "pengantar", "ringkasan", "teks", "uraian"),
    )
)
"""Keys of texts that want more than one line on the screen."""

PICTURES = frozenset(("foto", "sampul"))
"""Keys of what holds the name of a photo; all other documents are files."""

KEY = "kunci"
VALUE = "nilai"
"""Names of the two fields of a mapping's entry."""


@dataclass(frozen=True)
class Upload:
    """What may be uploaded: the checker has the last word, this is told at once."""

    terbesar: int
    """In bytes."""
    akhiran: tuple[str, ...]
    """Endings of names, in small letters."""

    @property
    def pola(self) -> str:
        """A document's name with one of these endings, in small letters or large."""
        endings = "|".join("".join(f"[{c}{c.upper()}]" if c.isalpha() else c for c in one) for one in self.akhiran)
        return DOCUMENT_NAME.replace("[A-Za-z0-9]+$", f"({endings})$")


def fields_of(
    model: type[BaseModel], choices: Choices, photo: Upload | None = None, document: Upload | None = None
) -> list[Field]:
    """The form of a model, its fields in the model's order; without `photo` and `document` uploads have no limit."""
    return _Translation(json_schema(model), choices, photo, document).fields()


class _Translation:
    """The translation of one model."""

    def __init__(self, schema: Node, choices: Choices, photo: Upload | None, document: Upload | None) -> None:
        self._schema = schema
        self._choices = choices
        self._photo = photo
        self._document = document

    def fields(self) -> list[Field]:
        """The form."""
        return self._fields(self._schema, ())

    def _fields(self, node: Node, path: Path) -> list[Field]:
        wanted = node.get("required", ())
        return [self._field((*path, name), child, name in wanted) for name, child in node["properties"].items()]

    def _field(self, path: Path, node: Node, required: bool) -> Field:
        """One field; `required` says whether its key has to stand in the file."""
        inner = self._inner(node)
        field: Field = {"name": path[-1], "label": label(path[-1]), "required": required}
        if hint := node.get("description"):
            field["hint"] = hint.replace("`", "")
        if isinstance(node.get("default"), str | int | float):
            field["default"] = node["default"]
        nullable = inner is not node and "anyOf" in node
        return field | self._widget(path, inner, required, nullable)

    def _widget(self, path: Path, node: Node, required: bool, nullable: bool = False) -> Field:
        """What the field is, and what its value has to be."""
        if "const" in node and not nullable:
            return {"widget": "hidden", "default": node["const"]}
        if "enum" in node or "const" in node:
            return {"widget": "select", "options": list(node.get("enum", (node.get("const"),)))}
        match node.get("type"):
            case "array":
                return self._list(path, node, required)
            case "object" if "properties" in node:
                return self._object(path, node, required)
            case "object":
                return self._mapping(path, node, required)
            case "integer" | "number" as kind:
                return _number(node, "int" if kind == "integer" else "float")
            case "boolean":
                return {"widget": "boolean"}
        return self._text(path, node)

    def _text(self, path: Path, node: Node) -> Field:
        pattern = node.get("pattern")
        if node.get("format") == "date":
            return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
        if pattern == DOCUMENT_NAME:
            return self._upload(path, pattern)
        if entries := self._known(path):
            return {"widget": "select", "options": [entry.option for entry in entries]}
        field: Field = {"widget": "text" if path[-1] in LONG and not pattern else "string"}
        if pattern:
            field["pattern"] = [pattern, pattern_message(pattern)]
        elif most := node.get("maxLength"):
            field["pattern"] = [rf"^[\s\S]{{0,{most}}}$", length_message(most)]
        elif not node.get("minLength"):
            field["boleh_kosong"] = True
        return field

    def _upload(self, path: Path, pattern: str) -> Field:
        """A document beside the entry's file; Decap puts it there."""
        is_photo = bool(PICTURES & set(path))
        field: Field = {"widget": "image" if is_photo else "file", "choose_url": False}
        limit = self._photo if is_photo else self._document
        if limit is None:
            return field | {"pattern": [pattern, pattern_message(pattern)]}
        kinds = f"{pattern_message(pattern)}; jenisnya {', '.join(limit.akhiran)}"
        return field | {
            "pattern": [limit.pola, kinds],
            "media_library": {"config": {"max_file_size": limit.terbesar}},
        }

    def _list(self, path: Path, node: Node, required: bool) -> Field:
        least = node.get("minItems", 0)
        size: Field = {key: node[name] for key, name in (("min", "minItems"), ("max", "maxItems")) if name in node}
        kept: Field = {"required": required and least > 0} | ({"selalu": True} if required and not least else {})
        item = self._inner(node["items"])
        if item.get("type") == "object" and "properties" in item:
            fields = self._fields(item, path)
            return _list_of(fields) | {"collapsed": True} | size | kept
        single = self._widget(path, item, required=True)
        if single["widget"] == "select":
            return {**single, "multiple": True} | size | kept
        one = {"name": "butir", "label": label(path[-1]), "required": True, **single}
        return {"widget": "list", "field": one} | size | kept

    def _object(self, path: Path, node: Node, required: bool) -> Field:
        """What may be left out whole is a list of at most one: Decap asks for the parts of every object it shows."""
        fields = self._fields(node, path)
        if required:
            kept = {} if any(field["required"] for field in fields) else {"required": False, "selalu": True}
            return {"widget": "object", "fields": fields, **kept}
        return _list_of(fields) | {"max": 1, "tunggal": True}

    def _mapping(self, path: Path, node: Node, required: bool) -> Field:
        """A list of keys and values."""
        key = self._widget((*path, KEY), {"type": "string", **node.get("propertyNames", {})}, required=True)
        value = self._widget((*path, VALUE), self._inner(node["additionalProperties"]), required=True)
        fields = [
            {"name": KEY, "label": "Bagian", "required": True, **key},
            {"name": VALUE, "label": "Isi", "required": True, **value},
        ]
        kept = {"required": False} | ({"selalu": True} if required else {})
        return _list_of(fields) | {"peta": True} | kept

    def _known(self, path: Path) -> tuple[Any, ...]:
        """The register that an id comes from, where there is one."""
        return self._choices.get(".".join(path[-2:])) or self._choices.get(path[-1]) or ()

    def _inner(self, node: Node) -> Node:
        """What stands behind a reference, or beside "may be left out"."""
        while True:
            if "$ref" in node:
                node = self._schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
            elif "anyOf" in node:
                # a number of a step is text or, to other programs, an integer: the text says its form
                node = next(choice for choice in node["anyOf"] if choice.get("type") != "null")
            else:
                return node


def _number(node: Node, kind: str) -> Field:
    limits = {key: node[name] for key, name in (("min", "minimum"), ("max", "maximum")) if name in node}
    return {"widget": "number", "value_type": kind, **limits}


def _list_of(fields: list[Field]) -> Field:
    """A list of forms: empty at first, even where parts have defaults; while one is folded, its first text names it."""
    shown = next((field for field in fields if field["widget"] in ("string", "text", "select")), fields[0])
    return {"widget": "list", "fields": fields, "default": [], "summary": f"{{{{fields.{shown['name']}}}}}"}
