"""A YAML file's text with some values changed; every other byte stays: comments, order, quotes, line ends.

What changed is found by comparing the values before and after, and is replaced at the place where the parser says that
it stands. A library that reads and writes the whole file anew (ruamel.yaml) does not keep the spaces between brackets
and before comments, nor how long lines were broken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

import yaml

from macros.loading import ValuePath
from macros.sheets.yaml_text import IsFlow, block, inline, item, never

MARK = "\ufeff"
"""What some editors put before the first letter of a file."""

NAMES = ("kegiatan", "teks", "uraian", "id", "ke")
"""Keys by whose value a record of a list is known again after others were put before it."""


class HandWrittenError(Exception):
    """The file is written in a way that this module does not change; a person can."""


def changed_text(text: str, before: Mapping[str, Any], after: Mapping[str, Any], is_flow: IsFlow = never) -> str:
    """A file's text that says `before`, made to say `after`; both in the order in which keys are to stand.

    Raises HandWrittenError.
    """
    mark = MARK if text.startswith(MARK) else ""
    text = text.removeprefix(MARK)
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    if before == after:
        return mark + text.replace("\n", line_end)
    if not text.endswith("\n"):
        text += "\n"
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        raise HandWrittenError from None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise HandWrittenError
    editor = _Editor(text, is_flow)
    editor.mapping(root, dict(before), dict(after), ())
    return mark + editor.result().replace("\n", line_end)


@dataclass
class _Editor:
    """Collects the places to change."""

    text: str
    is_flow: IsFlow
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        """The text with all changes made, the last one first, so that places stay where they are."""
        text = self.text
        # of what goes to the same place, the later is put there first, and so comes to stand behind
        for *_, (start, end, new) in sorted(
            ((*edit[:2], order, edit) for order, edit in enumerate(self.edits)), reverse=True
        ):
            text = text[:start] + new + text[end:]
        return text

    def mapping(self, node: yaml.MappingNode, before: dict[str, Any], after: dict[str, Any], path: ValuePath) -> None:
        """Change a record key by key."""
        entries = {key.value: (key, value) for key, value in node.value}
        added = [key for key in after if key not in before and key not in entries]
        gone = [key for key in before if key not in after and key in entries]
        if node.flow_style and (added or gone):
            return self.replace(node, after)
        for key in gone:
            self.cut_key(*entries[key])
        for key, value in after.items():
            if key in entries and before.get(key) != value:
                self.value(entries[key], before.get(key), value, (*path, key))
            elif key not in before and key not in entries:
                self.add_key(node, entries, key, after, path)
        return None

    def value(self, entry: tuple[yaml.Node, yaml.Node], before: Any, after: Any, path: ValuePath) -> None:
        """Change the value of a key: inside it where its kind stays, else as a whole."""
        key, node = entry
        same_kind = isinstance(node, yaml.MappingNode) and isinstance(before, dict) and isinstance(after, dict)
        same_kind |= isinstance(node, yaml.SequenceNode) and isinstance(before, list) and isinstance(after, list)
        if same_kind and after and node.value:
            if isinstance(node, yaml.MappingNode):
                self.mapping(node, before, after, path)
            else:
                assert isinstance(node, yaml.SequenceNode)
                self.sequence(node, before, after, path)
        elif isinstance(node, yaml.CollectionNode) or isinstance(after, (dict, list)):
            colon = self.text.index(":", key.end_mark.index)
            new = block(key.value, after, path, self.is_flow).split(":", 1)[1].rstrip("\n")
            self.edits.append((colon + 1, self.end(node), _indented(new, key.start_mark.column)))
        else:
            self.replace(node, after, key.start_mark.column)

    def sequence(self, node: yaml.SequenceNode, before: list[Any], after: list[Any], path: ValuePath) -> None:
        """Change a list item by item; those that only moved down stay as they are."""
        items = node.value
        if len(items) != len(before):
            raise HandWrittenError
        if node.flow_style:
            if len(before) != len(after) or any(isinstance(value, list) for value in after):
                return self.replace(node, after)
            for child, old, new in zip(items, before, after, strict=True):
                self.element(child, old, new, path, 0)
            return None
        dashes = [self.dash(child) for child in items]
        for tag, low, high, new_low, new_high in pairs(before, after):
            if tag == "pair":
                self.element(
                    items[low], before[low], after[new_low], (*path, new_low), dashes[low] - self.line(dashes[low])
                )
            elif tag == "cut":
                for index in range(low, high):
                    self.edits.append((self.line(dashes[index]), self.line_after(items[index]), ""))
            else:
                column = dashes[0] - self.line(dashes[0])
                place = self.line_after(items[low - 1]) if low else self.line(dashes[0])
                for index in range(new_low, new_high):
                    new = " " * column + _indented(
                        item(after[index], (*path, index), self.is_flow).rstrip("\n"), column
                    )
                    self.edits.append((place, place, new + "\n"))
        return None

    def element(self, node: yaml.Node, before: Any, after: Any, path: ValuePath, column: int) -> None:
        """Change one item of a list."""
        if before == after:
            return
        if isinstance(node, yaml.MappingNode) and isinstance(before, dict) and isinstance(after, dict):
            self.mapping(node, before, after, path)
        elif isinstance(node, yaml.ScalarNode) and not isinstance(after, (dict, list)):
            self.replace(node, after, column)
        else:
            raise HandWrittenError

    def replace(self, node: yaml.Node, value: Any, column: int = 0) -> None:
        """Put another value in the place of one; `column` is that of the key or dash before it."""
        end = self.end(node)
        new = inline(value)
        if isinstance(node, yaml.ScalarNode) and not self.is_bracketed(node):
            new = block("x", value).removeprefix("x:").strip()
            rest = self.text[end : self.text.index("\n", end)]
            new = inline(value) if "\n" in new and rest.strip() else _indented(new, column)
        if self.text[node.start_mark.index - 1] not in " \n[{,":
            new = f" {new}"
        self.edits.append((node.start_mark.index, end, new))

    def is_bracketed(self, node: yaml.Node) -> bool:
        """Whether a value stands between brackets, where a comma would end it."""
        return any(start < node.start_mark.index < end for start, end in self.brackets)

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """Where what is written between brackets begins and ends."""
        found = []
        depth: list[int] = []
        for token in yaml.scan(self.text, Loader=yaml.CSafeLoader):
            if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                depth.append(token.start_mark.index)
            elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
                found.append((depth.pop(), token.end_mark.index))
        return found

    def cut_key(self, key: yaml.Node, value: yaml.Node) -> None:
        """Take a key away with its lines."""
        start = self.line(key.start_mark.index)
        if self.text[start : key.start_mark.index].strip():
            raise HandWrittenError  # the first key of an item stands behind its dash
        self.edits.append((start, self.line_after(value), ""))

    def add_key(
        self, node: yaml.MappingNode, entries: Mapping[str, Any], key: str, after: dict[str, Any], path: ValuePath
    ) -> None:
        """Put a new key behind the last of those that stand before it."""
        column = node.value[0][0].start_mark.column
        names = list(after)
        earlier = [entries[name][1] for name in names[: names.index(key)] if name in entries]
        new = " " * column + _indented(block(key, after[key], (*path, key), self.is_flow).rstrip("\n"), column) + "\n"
        first = node.value[0][0].start_mark.index
        place = max((self.line_after(value) for value in earlier), default=self.line(first))
        if not earlier and self.text[place:first].strip():
            raise HandWrittenError
        self.edits.append((place, place, new))

    def dash(self, node: yaml.Node) -> int:
        """Where the dash of a list's item stands; nothing but blanks may stand before it."""
        start = node.start_mark.index
        dash = len(self.text[:start].rstrip()) - 1
        if self.text[dash] != "-" or self.text[self.line(dash) : dash].strip():
            raise HandWrittenError
        return dash

    def end(self, node: yaml.Node) -> int:
        """Where the last letter of a value is; the parser counts blank lines and comments behind it, too."""
        if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            return self.end(last[1] if isinstance(last, tuple) else last)
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip())

    def line(self, place: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, place) + 1

    def line_after(self, node: yaml.Node) -> int:
        """Where the line behind a value begins."""
        return self.text.index("\n", self.end(node)) + 1


def _indented(text: str, column: int) -> str:
    """The lines behind the first one moved to the right; blank ones stay blank."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(" " * column + line if line else line for line in rest)])


def _name(value: Any) -> Any:
    """What an item of a list is known by."""
    if isinstance(value, dict):
        return next((str(value[key]) for key in NAMES if key in value), repr(value))
    return repr(value)


def pairs(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[str, int, int, int, int]]:
    """Which items of two lists belong together, which are to be cut, and which to be added before another."""
    matcher = SequenceMatcher(
        None, [_name(value) for value in before], [_name(value) for value in after], autojunk=False
    )
    for _, low, high, new_low, new_high in matcher.get_opcodes():
        both = min(high - low, new_high - new_low)
        for step in range(both):
            yield "pair", low + step, low + step + 1, new_low + step, new_low + step + 1
        if high - low > both:
            yield "cut", low + both, high, new_high, new_high
        elif new_high - new_low > both:
            yield "add", low + both, high, new_low + both, new_high
