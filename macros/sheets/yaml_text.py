"""Values as YAML text, written as people write these files."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from macros.loading import ValuePath

IsFlow: TypeAlias = Callable[[ValuePath], bool]
"""Whether the list or record at a path is written on one line, between brackets."""

ODD_BREAKS = re.compile("[\x85\u2028\u2029\ufeff]")
"""Characters that YAML 1.1 takes for line breaks or drops; between double quotes they are written as codes."""

ENDLESS = 10_000_000
"""Lines are not broken: a text stays one line, as in the files people write."""


class _Dumper(yaml.SafeDumper):
    """Lists stand indented below their key; a text of several lines is written line by line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - yaml's signature
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = '"' if ODD_BREAKS.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)


def never(_: ValuePath) -> bool:
    """Nothing is written between brackets."""
    return False


def block(key: str, value: Any, path: ValuePath = (), is_flow: IsFlow = never, width: int = ENDLESS) -> str:
    """One key with its value, from the first column; `path` is that of the value."""
    node = _Dumper(io.StringIO(), sort_keys=False).represent_data({key: value})
    assert isinstance(node, yaml.MappingNode)
    _choose_styles(node.value[0][1], path or (key,), is_flow)
    node.flow_style = False
    return _serialized(node, width)


def item(value: Any, path: ValuePath, is_flow: IsFlow = never) -> str:
    """One item of a list, from its dash in the first column; `path` is that of the item."""
    node = _Dumper(io.StringIO(), sort_keys=False).represent_data([value])
    assert isinstance(node, yaml.SequenceNode)
    _choose_styles(node.value[0], path, is_flow)
    node.flow_style = False
    return _serialized(node, ENDLESS)


def inline(value: Any) -> str:
    """A value on one line that can stand between brackets, or anywhere else."""
    node = _Dumper(io.StringIO(), sort_keys=False).represent_data([value])
    _choose_styles(node, (), lambda _: True)
    return _serialized(node, ENDLESS).strip()[1:-1]


def _serialized(node: yaml.Node, width: int) -> str:
    text: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=width)
    return text


_RESOLVER: Any = yaml.resolver.Resolver()


def _choose_styles(node: yaml.Node, path: ValuePath, is_flow: IsFlow) -> None:
    if isinstance(node, yaml.CollectionNode):
        node.flow_style = is_flow(path)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            # keys stand without quotes, also "no", which YAML 1.1 takes for false: the portal's own reader does not
            key.tag = _RESOLVER.resolve(yaml.ScalarNode, key.value, (True, False))
            _choose_styles(value, (*path, key.value), is_flow)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _choose_styles(value, (*path, index), is_flow)
