"""The flow of an SOP: where each step leads, and whether it can be walked.

A step without `berikutnya` leads to the row below it; the last row ends. These
are graph facts only: nothing here knows how a flowchart is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.models.sop import END, Exit, SopDocument, Step, StepKind


@dataclass(frozen=True)
class Flow:
    """The steps of one SOP with the exits that hold for them, written or implied."""

    steps: tuple[Step, ...]

    @classmethod
    def of(cls, sop: SopDocument) -> Flow:
        """The flow of an SOP."""
        return cls(sop.langkah)

    @cached_property
    def exits(self) -> Mapping[str, tuple[Exit, ...]]:
        """Step number -> its exits. A step that ends has none."""
        result: dict[str, tuple[Exit, ...]] = {}
        for index, step in enumerate(self.steps):
            if step.berikutnya is not None:
                result[step.no] = step.berikutnya
            elif index + 1 < len(self.steps):
                result[step.no] = (Exit(ke=self.steps[index + 1].no),)
            else:
                result[step.no] = ()
        return result

    @cached_property
    def entries(self) -> Mapping[str, tuple[str, ...]]:
        """Step number -> numbers of the steps that lead to it."""
        result: dict[str, list[str]] = {step.no: [] for step in self.steps}
        for no, exits in self.exits.items():
            for exit_ in exits:
                if exit_.ke in result:
                    result[exit_.ke].append(no)
        return {no: tuple(sources) for no, sources in result.items()}

    def kind(self, step: Step) -> StepKind:
        """Which of the form's symbols the step has: kapsul, kotak or belah ketupat."""
        if step.jenis == "keputusan":
            return "keputusan"
        if step is self.steps[0]:
            return "mulai"
        exits = self.exits[step.no]
        if all(exit_.ke == END for exit_ in exits):
            return "selesai"
        return "proses"

    def is_back(self, source: str, target: str) -> bool:
        """Whether an exit leads to an earlier row or to its own."""
        order = [step.no for step in self.steps]
        return target in order and order.index(target) <= order.index(source)

    def unreachable(self) -> list[str]:
        """Steps that cannot be reached from the first one."""
        seen = self._closure([self.steps[0].no], {no: [e.ke for e in exits] for no, exits in self.exits.items()})
        return [step.no for step in self.steps if step.no not in seen]

    def trapped(self) -> list[str]:
        """Steps from which the procedure can never end."""
        ends = [no for no, exits in self.exits.items() if not exits or any(e.ke == END for e in exits)]
        seen = self._closure(ends, self.entries)
        return [step.no for step in self.steps if step.no not in seen]

    @staticmethod
    def _closure(start: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
        seen: set[str] = set()
        waiting = list(start)
        while waiting:
            no = waiting.pop()
            if no not in seen and no in edges:
                seen.add(no)
                waiting.extend(edges[no])
        return seen
