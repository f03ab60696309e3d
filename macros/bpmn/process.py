"""What an SOP means in BPMN: lanes, flow nodes and sequence flows, without a drawing.

| symbol of the form (PermenPANRB 35/2012) | in BPMN |
|---|---|
| kapsul, first or last step | start or end event, named with the step's text |
| kotak | task |
| belah ketupat | task, and an exclusive gateway whose outgoing flows bear the labels |
| arrows that meet at a step | exclusive gateway before the step |
| exit to `selesai` | end event "Selesai" |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from macros.diagrams.grid import Edge, Grid, Node
from macros.flow import Flow
from macros.models.sop import END, Exit, Sop, Step
from macros.views.procedure import FIELD_NAMES, labels

NodeType = Literal["startEvent", "endEvent", "task", "exclusiveGateway"]
"""Names of the elements in the XML."""

ADDED = "Bukan langkah pada dokumen SOP; ditambahkan karena BPMN memerlukannya."
"""Documentation of a node that no step of the SOP stands for."""


@dataclass(frozen=True)
class Lane:
    """An actor column."""

    id: str
    name: str


@dataclass(frozen=True)
class FlowNode:
    """An event, task or gateway in the lane numbered `column`, counted from 0."""

    id: str
    type: NodeType
    name: str
    column: int
    documentation: str = ""


@dataclass(frozen=True)
class SequenceFlow:
    """An arrow between two flow nodes, given by their ids."""

    source: str
    target: str
    name: str = ""
    documentation: str = ""

    @property
    def id(self) -> str:
        """Id of the flow; two nodes are never joined by more than one."""
        return f"alur_{self.source}_{self.target}"


@dataclass(frozen=True)
class Process:
    """One SOP in BPMN. Nodes are in the order they stand below each other; all ids are NCNames and stay the same."""

    key: str
    """What tells this SOP's ids from another's: `polewali-mandar_03`."""
    name: str
    office: str
    documentation: str
    lanes: tuple[Lane, ...]
    nodes: tuple[FlowNode, ...]
    flows: tuple[SequenceFlow, ...]

    @classmethod
    def of(cls, sop: Sop, office: str, names: Mapping[str, str]) -> Process:
        """The process of an SOP that keeps the rules; `names` are those of the register, by actor id."""
        builder = _Builder(sop, names)
        return cls(
            key=sop.id.replace("/", "_"),
            name=sop.nama,
            office=office,
            documentation=_process_documentation(sop),
            lanes=tuple(Lane(f"lajur_{actor.id}", builder.titles[actor.id]) for actor in sop.pelaksana),
            nodes=tuple(builder.nodes()),
            flows=tuple(builder.flows()),
        )

    @cached_property
    def incoming(self) -> Mapping[str, tuple[SequenceFlow, ...]]:
        """Node id -> flows that end there."""
        return {node.id: tuple(flow for flow in self.flows if flow.target == node.id) for node in self.nodes}

    @cached_property
    def outgoing(self) -> Mapping[str, tuple[SequenceFlow, ...]]:
        """Node id -> flows that begin there."""
        return {node.id: tuple(flow for flow in self.flows if flow.source == node.id) for node in self.nodes}

    def grid(self) -> Grid:
        """The grid that the router of flowcharts draws: one row per flow node, one arrow per flow, in order."""
        nodes = {node.id: Node(node.id, row, (node.column,), "proses") for row, node in enumerate(self.nodes)}
        edges = tuple(
            Edge(flow.source, flow.target, flow.name or None, len(self.outgoing[flow.source]) > 1)
            for flow in self.flows
        )
        return Grid(nodes, edges, len(self.nodes), len(self.lanes))


class _Builder:
    """Nodes and flows of one SOP, step by step."""

    def __init__(self, sop: Sop, names: Mapping[str, str]) -> None:
        self.sop = sop
        self.flow = Flow.of(sop)
        self.titles = {actor.id: actor.tertulis or names[actor.id] for actor in sop.pelaksana}
        self.columns = {actor.id: index for index, actor in enumerate(sop.pelaksana)}
        first = sop.langkah[0]
        self.start_added = first.jenis == "keputusan" or bool(self.flow.entries[first.no])
        """Whether the first step cannot be the start event itself."""

    def nodes(self) -> Iterator[FlowNode]:
        """All flow nodes, from top to bottom."""
        if self.start_added:
            yield FlowNode("mulai", "startEvent", "Mulai", self.column(self.sop.langkah[0]), ADDED)
        for step in self.sop.langkah:
            column = self.column(step)
            if self.is_joined(step):
                yield FlowNode(f"gabung_{step.no}", "exclusiveGateway", "", column, ADDED)
            yield FlowNode(f"langkah_{step.no}", self.type(step), step.kegiatan, column, self.documentation(step))
            if step.jenis == "keputusan":
                question = " atau ".join(exit_.label or exit_.ke for exit_ in self.flow.exits[step.no])
                yield FlowNode(f"pilih_{step.no}", "exclusiveGateway", f"{question}?", column)
            if any(exit_.ke == END for exit_ in self.exits(step)):
                yield FlowNode(f"selesai_{step.no}", "endEvent", "Selesai", column, ADDED)

    def flows(self) -> Iterator[SequenceFlow]:
        """All sequence flows, by the step they leave."""
        if self.start_added:
            yield SequenceFlow("mulai", self.entry(self.sop.langkah[0].no))
        for step in self.sop.langkah:
            own = source = f"langkah_{step.no}"
            if self.is_joined(step):
                yield SequenceFlow(f"gabung_{step.no}", own)
            if step.jenis == "keputusan":
                source = f"pilih_{step.no}"
                yield SequenceFlow(own, source)
            for exit_ in self.exits(step):
                target = f"selesai_{step.no}" if exit_.ke == END else self.entry(exit_.ke)
                label = exit_.label or ""
                # editors take a name for a condition, so only a choice has one
                if step.jenis == "keputusan":
                    yield SequenceFlow(source, target, name=label)
                else:
                    yield SequenceFlow(source, target, documentation=label)

    def type(self, step: Step) -> NodeType:
        """Which element stands for a step."""
        kind = self.flow.kind(step)
        if kind == "mulai" and not self.start_added:
            return "startEvent"
        return "endEvent" if kind == "selesai" else "task"

    def exits(self, step: Step) -> tuple[Exit, ...]:
        """Exits that are drawn: an end event has none, and what leads nowhere leads to the end."""
        if self.type(step) == "endEvent":
            return ()
        return self.flow.exits[step.no] or (Exit(ke=END),)

    def is_joined(self, step: Step) -> bool:
        """Whether several arrows come in."""
        from_start = self.start_added and step is self.sop.langkah[0]
        return len(self.flow.entries[step.no]) + from_start > 1

    def entry(self, no: str) -> str:
        """Id of the node through which a step is entered."""
        return f"gabung_{no}" if self.is_joined(self.sop.step(no)) else f"langkah_{no}"

    def column(self, step: Step) -> int:
        """The lane of a step: that of the actor named first."""
        return self.columns[step.pelaksana[0]]

    def documentation(self, step: Step) -> str:
        """What the row of a step says beside its text: numbered, with mutu baku, and what was concluded and why."""
        titles = labels(self.sop)
        lines = [f"{titles['no']}: {step.no if step.no_tertulis is None else step.no_tertulis}"]
        others = [self.titles[actor] for actor in step.pelaksana[1:]]
        if others:
            lines.append(f"Bersama: {', '.join(others)}")
        for name in ("kelengkapan", "waktu", "output", "keterangan"):
            value = getattr(step, name)
            if value:
                lines.append(f"{titles[name]}: {value}")
        lines += [
            f"Disimpulkan, bukan dibaca dari dokumen ({FIELD_NAMES[field]}): {reason}"
            for field, reason in self.sop.concluded(step).items()
        ]
        return "\n".join(lines)


def _process_documentation(sop: Sop) -> str:
    """Number of the SOP, and what was concluded about its sheets; what holds for all steps stands at each step."""
    lines = [f"SOP nomor {sop.nomor}"]
    lines += [
        f"Disimpulkan, bukan dibaca dari dokumen ({FIELD_NAMES[field]}): {reason}"
        for field, reason in sop.disimpulkan.items()
        if not field.startswith("langkah.")
    ]
    return "\n".join(lines)
