"""A BPMN file read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.bpmn.flows import BPMN, NODES


@dataclass(frozen=True)
class Read:
    """A BPMN file read back: nodes by id, and flows as (source, target, name)."""

    root: Element
    nodes: Mapping[str, Element]
    flows: list[tuple[str, str, str]]

    @classmethod
    def of(cls, content: bytes) -> Read:
        """The file's process."""
        root = ElementTree.fromstring(content)
        nodes = {e.attrib["id"]: e for tag in NODES for e in root.iter(f"{BPMN}{tag}")}
        flows = [
            (e.attrib["sourceRef"], e.attrib["targetRef"], e.get("name", "")) for e in root.iter(f"{BPMN}sequenceFlow")
        ]
        return cls(root, nodes, flows)

    def types(self) -> dict[str, tuple[str, str]]:
        """Node id -> (kind of element, name)."""
        return {id_: (e.tag.removeprefix(BPMN), e.get("name", "")) for id_, e in self.nodes.items()}

    def documentation(self, id_: str) -> str:
        """What is written about a node."""
        return self.nodes[id_].findtext(f"{BPMN}documentation") or ""

    def lanes(self) -> dict[str, list[str]]:
        """Lane name -> ids of its nodes."""
        return {
            lane.get("name", ""): [ref.text or "" for ref in lane.iter(f"{BPMN}flowNodeRef")]
            for lane in self.root.iter(f"{BPMN}lane")
        }

    def exits(self, no: str) -> list[tuple[str, str]]:
        """Where a step leads, gateways and added events passed over: (step number or `selesai`, label)."""
        found = []
        waiting = [(f"langkah_{no}", "")]
        while waiting:
            id_, label = waiting.pop(0)
            for source, target, name in self.flows:
                if source == id_:
                    kind, number = target.split("_")
                    if kind == "langkah":
                        found.append((number, label or name))
                    elif kind == "selesai":
                        found.append(("selesai", label or name))
                    else:
                        waiting.append((target, label or name))
        return found
