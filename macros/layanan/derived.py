"""What an SOP says to whoever asks for its service, worked out from its steps and boxes.

Nothing is retyped: every piece is the SOP's own text and knows where it stands.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from macros.durations import Total, is_same_as_above, totals
from macros.export import step_times
from macros.flow import Flow
from macros.layanan.models import FormReference, Pick, Service, StepPart
from macros.models.sop import END, Sop, Step

NOTHING = ("", "-")
"""What stands in a cell that says nothing."""


@dataclass(frozen=True)
class Piece:
    """A text of the SOP, or an editor's own."""

    teks: str
    langkah: str | None = None
    """Number of the step that it was read in."""
    bagian: StepPart | None = None
    """The part of that step."""
    peralatan: int | None = None
    """Item of the box Peralatan, from 1."""
    alasan: str | None = None
    """Why an editor wrote it; None where the SOP says it."""


@dataclass(frozen=True)
class Turn:
    """A step after which it may go several ways, or back."""

    langkah: Step
    keluar: tuple[tuple[str | None, str], ...]
    """(label, number of the step that it leads to, or `selesai`)."""


def own_steps(sop: Sop, actors: Collection[str]) -> tuple[Step, ...]:
    """The steps that whoever asks does, alone or with others."""
    return tuple(step for step in sop.langkah if set(step.pelaksana) & set(actors))


def opening(sop: Sop, actors: Collection[str]) -> tuple[Step, ...]:
    """Their steps from the first one on, until it is somebody else's turn."""
    steps: list[Step] = []
    for step in sop.langkah:
        if set(step.pelaksana) & set(actors):
            steps.append(step)
        elif steps:
            break
    return tuple(steps)


def to_bring(sop: Sop, actors: Collection[str]) -> tuple[Piece, ...]:
    """The kelengkapan of their opening steps, without what an earlier step of the procedure has made."""
    made: set[str] = set()
    found: dict[str, Piece] = {}
    starts = {step.no for step in opening(sop, actors)}
    for step in sop.langkah:
        if step.no in starts:
            for text in lines_of(step.kelengkapan):
                if plain(text) not in made:
                    found.setdefault(plain(text), Piece(text, step.no, "kelengkapan"))
        made |= {plain(text) for text in lines_of(step.output)}
    return tuple(found.values())


def outcome(sop: Sop) -> tuple[Piece, ...]:
    """The output of the last step that has one."""
    for step in reversed(sop.langkah):
        if texts := lines_of(step.output):
            return tuple(Piece(text, step.no, "output") for text in texts)
    return ()


def turns(sop: Sop, flow: Flow) -> tuple[Turn, ...]:
    """Every decision with all its exits, and every step that leads back."""
    found = []
    for step in sop.langkah:
        exits = flow.exits[step.no]
        back = any(exit_.ke != END and flow.is_back(step.no, exit_.ke) for exit_ in exits)
        if len(exits) > 1 or back:
            found.append(Turn(step, tuple((exit_.label, exit_.ke) for exit_ in exits)))
    return tuple(found)


def duration(sop: Sop) -> tuple[tuple[Total, ...], int]:
    """The SOP's times summed up within their units, and how many of its steps have none that counts."""
    return totals(step_times(sop))


ISO_UNITS = {"menit": "M", "jam": "H", "hari": "D"}
"""Units of an SOP that ISO 8601 knows as they are; months and weeks would have to be converted, working days, too."""


def iso_duration(sop: Sop) -> str | None:
    """The same as ISO 8601 (`P2DT90M`), unit by unit.

    None where a step is not counted, a time is a range, or a unit has no sign of its own there.
    """
    sums, left_out = duration(sop)
    if left_out or not sums or any(total.satuan not in ISO_UNITS or total.minimum != total.maximum for total in sums):
        return None
    amounts = {ISO_UNITS[total.satuan]: _plain_number(total.maximum) for total in sums}
    time = "".join(f"{amounts[sign]}{sign}" for sign in "HM" if sign in amounts)
    return "P" + (f"{amounts['D']}D" if "D" in amounts else "") + (f"T{time}" if time else "")


def _plain_number(value: Decimal) -> str:
    return f"{value.normalize():f}"


def lines_of(text: str | None) -> tuple[str, ...]:
    """The items of a cell: its lines without their bullet, none where it says nothing."""
    if text is None or is_same_as_above(text):
        return ()
    items = (line.strip().removeprefix("- ").rstrip(";").strip() for line in text.split("\n"))
    return tuple(item for item in items if item not in NOTHING)


def plain(text: str) -> str:
    """A text as two are compared: small letters, single blanks."""
    return " ".join(text.casefold().split())


def picked(sop: Sop, pick: Pick, default: StepPart) -> tuple[Piece, ...]:
    """What an editor chose: lines of a step, an item of a box, own words. KeyError, IndexError where there is none."""
    if pick.langkah is not None:
        part = pick.bagian or default
        text = getattr(sop.step(pick.langkah), part)
        return tuple(Piece(line, pick.langkah, part) for line in lines_of(text))
    if pick.peralatan is not None:
        return (Piece(sop.peralatan[pick.peralatan - 1].rstrip(";"), peralatan=pick.peralatan),)
    return (Piece(pick.teks or "", alasan=pick.alasan),)


@dataclass(frozen=True)
class Derived:
    """One service with what its SOP says to whoever asks; checked by `macros.layanan.rules`."""

    service: Service
    sop: Sop
    flow: Flow

    @property
    def nama(self) -> str:
        """Its name: the SOP's, unless an editor gave another."""
        return self.service.nama.teks if self.service.nama else self.sop.nama

    @property
    def bawa(self) -> tuple[Piece, ...]:
        """What to bring."""
        chosen = self.service.bawa
        if chosen is None:
            return to_bring(self.sop, self.service.pelaksana)
        return tuple(piece for pick in chosen.butir for piece in picked(self.sop, pick, "kelengkapan"))

    @property
    def hasil(self) -> tuple[Piece, ...]:
        """What comes of it."""
        chosen = self.service.hasil
        if chosen is None:
            return outcome(self.sop)
        return tuple(piece for pick in chosen.butir for piece in picked(self.sop, pick, "output"))

    @property
    def formulir(self) -> Piece | None:
        """The form that the SOP names."""
        return form_piece(self.sop, self.service.formulir) if self.service.formulir else None

    @property
    def belokan(self) -> tuple[Turn, ...]:
        """Where it may go another way."""
        return turns(self.sop, self.flow)

    def own(self, step: Step) -> bool:
        """Whether whoever asks does that step."""
        return bool(set(step.pelaksana) & set(self.service.pelaksana))


def form_piece(sop: Sop, form: FormReference) -> Piece:
    """Where the SOP names a form. KeyError, IndexError where there is no such place."""
    pick = Pick(langkah=form.langkah, peralatan=form.peralatan)
    return next(iter(picked(sop, pick, "kelengkapan")))
