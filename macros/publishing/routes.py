"""What content must go through before it is public: read off the SOPs, never written down twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from macros.loading import Loaded
from macros.models.publishing import KINDS, Condition, Kind, PublishingRegister
from macros.models.sop import Mark, Sop, Step
from macros.problems import Problem, quoted, suggestion

FILE = "penerbitan.yml"


@dataclass(frozen=True)
class Requirement:
    """A step that content must have gone through."""

    step: Step
    mark: Mark
    condition: Condition | None = None
    """When it does; None means always."""


@dataclass(frozen=True)
class Route:
    """The way of one kind of content to the public."""

    kind: Kind
    sop: Sop
    since: date
    """Content that is published on or after this day takes it."""
    titles: Mapping[str, str]
    """Actor of the SOP -> the printed head of the column, or the name in the register."""
    required: tuple[Requirement, ...]
    exempt: Mapping[Mark, str] = field(default_factory=dict)
    """Marks of the SOP that do not concern this kind, and why."""
    note: str | None = None

    @property
    def name(self) -> str:
        """How messages call the SOP."""
        return f"SOP {self.sop.id}"


@dataclass(frozen=True)
class Routes:
    """The ways of all kinds; a portal without a register of them has none."""

    governed: Mapping[Kind, Route] = field(default_factory=dict)
    free: Mapping[Kind, str] = field(default_factory=dict)
    """Kind that no SOP governs -> why not."""


NO_ROUTES = Routes()
"""Of a portal without a register, and where it could not be read."""


def marked(sop: Sop) -> Iterator[tuple[Step, Mark]]:
    """The steps without which nothing is published, in their order."""
    for step in sop.langkah:
        if step.syarat_terbit:
            yield step, step.syarat_terbit


def routes(register: PublishingRegister, sops: Mapping[str, Sop], actors: Mapping[str, str]) -> Routes:
    """The ways of a register without mistakes; `actors` are the names of the registered ones."""
    governed = {}
    for item in register.diatur:
        sop = sops[item.sop]
        governed[item.jenis] = Route(
            kind=item.jenis,
            sop=sop,
            since=item.sejak,
            titles={actor.id: actor.tertulis or actors[actor.id] for actor in sop.pelaksana},
            required=tuple(
                Requirement(step, mark, item.bila.get(mark))
                for step, mark in marked(sop)
                if mark not in item.tidak_berlaku
            ),
            exempt=dict(item.tidak_berlaku),
            note=item.catatan,
        )
    return Routes(governed, {item.jenis: item.alasan for item in register.tanpa_alur})


def check_register(register: PublishingRegister, loaded: Loaded, sops: Mapping[str, Sop | None]) -> Iterator[Problem]:
    """Every kind stands once; its SOP is there and marks a step; exceptions name marks that the SOP has.

    `sops` has None for an SOP whose own file has mistakes.
    """
    yield from _each_once(register, loaded)
    for index, item in enumerate(register.diatur):
        problem = partial(_problem, loaded, index)
        if item.sop not in sops:
            yield problem("sop", f"tidak ada SOP {quoted(item.sop)}.{suggestion(item.sop, sops)}")
            continue
        sop = sops[item.sop]
        if sop is None:
            continue
        marks = {mark for _, mark in marked(sop)}
        if not marks:
            message = (
                f"tidak ada langkah SOP {item.sop} yang bertanda syarat_terbit. Tandai langkahnya di {sop.berkas}."
            )
            yield problem("sop", message)
            continue
        for key, named in (("bila", item.bila), ("tidak_berlaku", item.tidak_berlaku)):
            yield from _unknown_marks(loaded, index, key, named, marks, item.sop)
        for mark in item.bila.keys() & item.tidak_berlaku.keys():
            yield problem("bila", f"{quoted(mark)} juga ada pada tidak_berlaku. Hapus salah satu.")


def _problem(loaded: Loaded, index: int, key: str, message: str) -> Problem:
    return loaded.problem(("diatur", index, key), message)


def _each_once(register: PublishingRegister, loaded: Loaded) -> Iterator[Problem]:
    """Every kind stands in one of the lists, once."""
    seen: set[Kind] = set()
    for key in ("diatur", "tanpa_alur"):
        for index, item in enumerate(getattr(register, key)):
            if item.jenis in seen:
                yield loaded.problem((key, index, "jenis"), f"{quoted(item.jenis)} sudah ditulis. Hapus salah satu.")
            seen.add(item.jenis)
    if missing := [kind for kind in KINDS if kind not in seen]:
        yield loaded.problem((), f"belum ada jenis {', '.join(missing)}. Tulis pada diatur, atau pada tanpa_alur.")


def _unknown_marks(
    loaded: Loaded, index: int, key: str, named: Collection[Mark], marks: Collection[Mark], sop: str
) -> Iterator[Problem]:
    for mark in named:
        if mark not in marks:
            message = f"tidak ada langkah SOP {sop} yang bertanda {quoted(mark)}. Tandanya: {', '.join(sorted(marks))}."
            yield loaded.problem(("diatur", index, key, mark), message)
