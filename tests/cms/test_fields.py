"""The forms of the editor ask for what the models ask for: both are walked, field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from macros.cms.choices import choices_of, choices_of_route
from macros.cms.collections import KINDS, REGISTERS, collections, sop_kind
from macros.cms.fields import Field, fields_of
from macros.content import Content
from macros.models.base import DOCUMENT_NAME, Model, Slug
from macros.models.sop import SopDocument

MODELS = sorted(
    {kind.model for kind in (*KINDS, sop_kind("mamuju", "Mamuju"))} | {model for _, model in REGISTERS.values()},
    key=lambda model: model.__module__ + model.__name__,
)


NAMES = [f"{name}.{ending}" for name in ("a", "A-1_2", "../a", "a b", "") for ending in ("pdf", "PNG", "mp4")]
"""Names of documents, right ones and wrong ones."""


class Rules:
    """What a model says of one value: its type without "or nothing", and every limit on it."""

    def __init__(self, annotation: Any, metadata: Any = ()) -> None:
        limits = list(metadata)
        while get_origin(annotation) in (Annotated, Union, UnionType):
            if get_origin(annotation) is Annotated:
                annotation, *more = get_args(annotation)
                limits += more
            else:
                choices = [choice for choice in get_args(annotation) if choice is not NoneType]
                if set(choices) == {datetime, date}:
                    annotation = datetime
                    break
                (annotation,) = choices
        limits = [limit for item in limits for limit in (item.metadata if isinstance(item, FieldInfo) else [item])]
        self.type = annotation
        self.pattern = next((item.pattern for item in limits if isinstance(item, StringConstraints)), None)
        self.least_text = any(isinstance(item, StringConstraints) and item.min_length for item in limits)
        lengths = [item.max_length for item in limits if isinstance(item, StringConstraints | MaxLen)]
        self.most_text = next(filter(None, lengths), None)
        self.pattern = self.pattern or next((item.pattern for item in limits if getattr(item, "pattern", None)), None)
        self.least_items = next(_limits(limits, MinLen, "min_length"), 0)
        self.least, self.most = (next(_limits(limits, *kind), None) for kind in ((Ge, "ge"), (Le, "le")))


def _limits(limits: list[Any], kind: type, name: str) -> Iterator[Any]:
    return (getattr(item, name) for item in limits if isinstance(item, kind))


def compare_model(model: type[BaseModel], form: list[Field], where: str) -> None:
    """Every field of the model is in the form, with the same rules; the form has no others but its own two."""
    shown = {field.get("kunci", field["name"]): field for field in form if not field.get("hanya_nama")}
    assert shown.keys() - {"body"} == model.model_fields.keys(), where
    for name, info in model.model_fields.items():
        compare(Rules(info.annotation, info.metadata), shown[name], info.is_required(), f"{where}.{name}")


def compare(rules: Rules, field: Field, required: bool, where: str) -> None:
    """One value."""
    kind, origin = rules.type, get_origin(rules.type)
    may_be_empty = False
    if origin is Literal:
        options = list(get_args(kind))
        assert field["options"] == options if field["widget"] == "select" else [field["default"]] == options, where
    elif origin is tuple:
        may_be_empty = not rules.least_items
        assert field.get("min", 0) == rules.least_items, where
        inner = Rules(get_args(kind)[0])
        if isinstance(inner.type, type) and issubclass(inner.type, BaseModel):
            compare_model(inner.type, field["fields"], where)
        elif field["widget"] == "list":
            compare(inner, field["field"], True, where)
        else:
            assert field["multiple"], where
    elif origin is not None:
        may_be_empty = True
        assert field["peta"], where
        for part, argument in zip(field["fields"], get_args(kind), strict=True):
            compare(Rules(argument), part, True, where)
    elif issubclass(kind, BaseModel):
        may_be_empty = required and not any(info.is_required() for info in kind.model_fields.values())
        assert (field["widget"], field.get("tunggal"), field.get("max")) == (
            ("object", None, None) if required else ("list", True, 1)
        ), where
        compare_model(kind, field["fields"], where)
    elif kind in (int, Decimal):
        assert (field["widget"], field["value_type"]) == ("number", "int" if kind is int else "float"), where
        assert (field.get("min"), field.get("max")) == (rules.least, rules.most), where
    elif kind is date:
        assert (field["widget"], field["format"], field["time_format"]) == ("datetime", "YYYY-MM-DD", False), where
    elif kind is time:
        assert re.search(field["pattern"][0], "09:00"), where
        assert not re.search(field["pattern"][0], "9.00"), where
    elif kind is datetime:
        pattern = re.compile(field["pattern"][0])
        assert pattern.search("2026-11-21") or pattern.search("2026-11-21 08:00"), where
        assert not pattern.search("21-11-2026"), where
    else:
        compare_text(rules, field, where)
    assert field["required"] is (required and not may_be_empty), where
    assert field.get("selalu", False) is (required and may_be_empty), where


def compare_text(rules: Rules, field: Field, where: str) -> None:
    """A text: chosen from a register, a document's name, or typed."""
    if field["widget"] == "select":
        assert field["options"], where
        assert rules.pattern is None or all(re.search(rules.pattern, one["value"]) for one in field["options"]), where
    elif rules.pattern == DOCUMENT_NAME and "media_library" in field:
        assert [name for name in NAMES if re.search(field["pattern"][0], name)], where
        assert not [
            name for name in NAMES if re.search(field["pattern"][0], name) and not re.search(rules.pattern, name)
        ]
        assert not re.search(field["pattern"][0], "program.exe"), where
    elif rules.pattern:
        assert field["pattern"][0] == rules.pattern, where
        assert field["widget"] in (("file", "image") if rules.pattern == DOCUMENT_NAME else ("string", "date")), where
    elif rules.most_text:
        pattern = re.compile(field["pattern"][0])
        assert pattern.search("x\n" * (rules.most_text // 2)), where
        assert not pattern.search("x" * (rules.most_text + 1)), where
    else:
        assert "pattern" not in field, where
        assert field.get("boleh_kosong", False) is not rules.least_text, where


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_rule_of_a_model_is_in_its_form(model: type[BaseModel], content: Content) -> None:
    """Keys, what must be there, choices, patterns, lengths and limits: with registers to choose from, and without."""
    compare_model(model, fields_of(model, {}), model.__name__)
    compare_model(model, fields_of(model, choices_of(content)), model.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.nama)
def test_the_form_of_a_kind_is_that_of_its_model(kind: Any) -> None:
    """What a collection adds is a name for new files, and the text below."""
    compare_model(kind.model, kind.fields({}), kind.nama)


def test_every_form_that_a_value_must_have_is_said_in_words(content: Content) -> None:
    """Nobody reads a pattern."""
    text = json.dumps([kind.fields(choices_of(content)) for kind in KINDS] + [fields_of(SopDocument, {})])
    assert "lihat keterangan" not in text


def test_what_a_model_gains_is_in_the_form_at_once() -> None:
    """A list of steps, a number and a choice that no line here or in the editor knows."""

    class StepTaken(Model):
        langkah: int
        oleh: tuple[Slug, ...] = ()
        putusan: Literal["setuju", "tidak"] | None = None

    class WithSteps(SopDocument):
        alur: tuple[StepTaken, ...] = ()

    form = {field["name"]: field for field in fields_of(WithSteps, {})}
    assert form["alur"]["widget"] == "list"
    assert form["alur"]["label"] == "Alur"
    assert [field["widget"] for field in form["alur"]["fields"]] == ["number", "list", "select"]
    compare_model(WithSteps, list(form.values()), "WithSteps")


def test_what_is_decided_at_the_end_stands_at_the_end(content: Content) -> None:
    """Title first, text, then state, day and steps: the form is filled in from top to bottom."""
    article = next(kind for kind in KINDS if kind.nama == "artikel")
    names = [field["name"] for field in article.fields(choices_of(content))]
    assert names[:3] == ["nama_berkas", "judul", "ringkasan"]
    assert names[names.index("body") :] == ["body", "status", "terbit", "pukul", "alur", "ralat", "penarikan"]


def test_steps_roles_and_decisions_are_chosen_from_the_sop(content: Content) -> None:
    """Nobody knows the number of a step or the id of a role by heart; those of other SOPs are not offered."""
    route = content.portal.routes.governed["artikel"]
    article = next(kind for kind in KINDS if kind.nama == "artikel")
    form = {field["name"]: field for field in article.fields({**choices_of(content), **choices_of_route(route)})}
    assert form["alur"]["label_singular"] == "langkah"
    step, role, *_ = form["alur"]["fields"]
    assert [option["value"] for option in step["options"]] == [step.no for step in route.sop.langkah]
    assert step["options"][5]["label"].startswith('6 (verifikasi), Kasi Pelayanan Informasi Publik: "Memantau')
    assert [option["value"] for option in role["options"]] == [actor.id for actor in route.sop.pelaksana]
    assert role["hint"] == "Pelaksana langkah itu menurut SOP."


def test_the_configuration_offers_each_kind_its_own_steps(content: Content) -> None:
    """A video goes another way than an article."""
    forms = {made["name"]: made for made in collections(content)}
    offered, hints = {}, {}
    for kind in ("artikel", "video"):
        flow = next(field for field in forms[kind]["fields"] if field["name"] == "alur")
        hints[kind] = flow["hint"]
        offered[kind] = [option["label"] for option in flow["fields"][0]["options"]]
    assert offered["artikel"] != offered["video"]
    assert re.match('6 \\(verifikasi\\), .+: "Memeriksa ketepatan', offered["video"][5])
    assert hints["artikel"].endswith("langkah 2 (naskah), 3 (foto, bila ada foto), 6 (verifikasi).")
