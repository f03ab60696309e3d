"""Whether content went the way that its SOP lays down, before it is public."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from macros.flow import Flow
from macros.loading import Violation
from macros.models.publishing import Kind
from macros.models.sop import Step
from macros.problems import quoted, suggestion
from macros.publishing.models import HIDDEN, Reviewed, StepTaken
from macros.publishing.routes import Requirement, Route, Routes


@dataclass(frozen=True)
class Facts:
    """What the rules need to know of content besides its state and its steps."""

    authors: Collection[str] = ()
    """Names of those who made it, as its file says beside its steps."""
    photos: bool = False
    """Whether it shows a photo."""


def flow_violations(item: Reviewed, kind: Kind, routes: Routes, facts: Facts) -> Iterator[Violation]:
    """Every step that the SOP requires was taken, by whom it names, in time, and approved by somebody else."""
    route = routes.governed.get(kind)
    if route is None:
        if item.alur and kind in routes.free:
            yield ("alur",), f"{kind} tidak melalui alur SOP: {routes.free[kind]} Hapus alur."
        return
    yield from _records(item, route)
    if not any(_step(route, taken) is None for taken in item.alur):
        yield from _missing(item, route, facts)
        yield from _approval(item, route, facts)


def binds(item: Reviewed, route: Route) -> bool:
    """Whether content must take the route: it is published on or after the day from which the route holds."""
    return item.terbit >= route.since if item.terbit else item.status in HIDDEN


def _step(route: Route, taken: StepTaken) -> Step | None:
    return next((step for step in route.sop.langkah if step.no == taken.langkah), None)


def _records(item: Reviewed, route: Route) -> Iterator[Violation]:
    """Each record names a step of the SOP, somebody whose step it is, times in order, and what was decided."""
    for index, taken in enumerate(item.alur):
        step = _step(route, taken)
        if step is None:
            numbers = [known.no for known in route.sop.langkah]
            message = f"{route.name} tidak mempunyai langkah {quoted(taken.langkah)}. Langkahnya: {', '.join(numbers)}."
            yield ("alur", index, "langkah"), message
            continue
        if taken.peran not in step.pelaksana:
            hint = suggestion(taken.peran, step.pelaksana)
            message = f"{_told(route, step)} dikerjakan {_who(route, step)}, bukan {quoted(taken.peran)}.{hint}"
            yield ("alur", index, "peran"), message
        if taken.selesai < taken.mulai:
            yield ("alur", index, "selesai"), "mendahului mulai. Periksa keduanya."
        yield from _decision(route, step, taken, index)


def _decision(route: Route, step: Step, taken: StepTaken, index: int) -> Iterator[Violation]:
    """A decision says which way it went, in the words of the SOP."""
    labels = [exit_.label for exit_ in step.berikutnya or () if exit_.label]
    choices = ", ".join(quoted(label) for label in labels)
    if step.jenis != "keputusan":
        if taken.putusan:
            yield ("alur", index, "putusan"), f"langkah {step.no} {route.name} bukan keputusan. Hapus putusan."
    elif taken.putusan is None:
        yield (
            ("alur", index),
            f"langkah {step.no} {route.name} sebuah keputusan. Tulis putusan: salah satu dari {choices}.",
        )
    elif taken.putusan not in labels:
        message = f"{quoted(taken.putusan)} bukan putusan langkah {step.no} {route.name}. Pilihannya: {choices}."
        yield ("alur", index, "putusan"), message


def _missing(item: Reviewed, route: Route, facts: Facts) -> Iterator[Violation]:
    """What must be taken in this state was taken."""
    if not binds(item, route) or item.status == "draf":
        return
    taken = {record.langkah for record in item.alur}
    for requirement in route.required:
        step = requirement.step
        reviewed_later = item.status in HIDDEN and requirement.mark == "verifikasi"
        if step.no in taken or reviewed_later or not concerns(requirement, facts):
            continue
        instead = "draf" if requirement.mark != "verifikasi" else "ditinjau"
        message = (
            f'status "{item.status}", tetapi langkah {step.no} ({requirement.mark}) belum dicatat pada alur. '
            f"{_told(route, step)} dikerjakan {_who(route, step)}. Catat langkahnya, atau tulis status: {instead}."
        )
        yield ("alur" if item.alur else "status",), message


def concerns(requirement: Requirement, facts: Facts) -> bool:
    """Whether a required step concerns content with these facts."""
    return requirement.condition is None or facts.photos


def _approval(item: Reviewed, route: Route, facts: Facts) -> Iterator[Violation]:
    """Who approves made none of it, looks at it when it is made, lets it pass, and does so before it is public."""
    approving = {required.step.no for required in route.required if required.mark == "verifikasi"}
    making = {required.step.no for required in route.required} - approving
    made = [record for record in item.alur if record.langkah in making]
    makers = {person(name): name for name in (*facts.authors, *(record.oleh for record in made))}
    last = {record.langkah: index for index, record in enumerate(item.alur) if record.langkah in approving}
    for index, record in enumerate(item.alur):
        if record.langkah not in approving:
            continue
        path = ("alur", index, "oleh")
        step = route.sop.step(record.langkah)
        if person(record.oleh) in makers:
            message = (
                f"{quoted(record.oleh)} ikut membuat isi ini, jadi tidak boleh memeriksanya sendiri. "
                f"{_told(route, step)} dikerjakan orang lain sebagai {_who(route, step)}."
            )
            yield path, message
        if last[record.langkah] == index and item.status not in HIDDEN:
            yield from _passed(item, route, index, made)


def _passed(item: Reviewed, route: Route, index: int, made: list[StepTaken]) -> Iterator[Violation]:
    """The last approval of a step looks at what was finished, leads on, and comes before publishing."""
    record = item.alur[index]
    step = route.sop.step(record.langkah)
    late = [other for other in made if other.selesai > record.selesai]
    for other in late[:1]:
        message = (
            f"langkah {other.langkah} baru selesai {other.selesai:%Y-%m-%d %H:%M}, sesudah diperiksa. "
            "Betulkan waktunya, atau catat pemeriksaan yang baru."
        )
        yield ("alur", index, "selesai"), message
    exits = [exit_ for exit_ in step.berikutnya or () if exit_.label == record.putusan]
    if record.putusan and any(Flow.of(route.sop).is_back(step.no, exit_.ke) for exit_ in exits):
        message = (
            f"putusan terakhir {quoted(record.putusan)} mengembalikan isi ini. Perbaiki, lalu catat pemeriksaan lagi."
        )
        yield ("alur", index, "putusan"), message
    if binds(item, route) and item.mendahului(record.selesai):
        finished = f"{record.selesai:%Y-%m-%d %H:%M}"
        message = f"mendahului langkah {record.langkah}, yang selesai {finished}. Tulis hari itu atau sesudahnya."
        yield ("terbit",), message


def person(name: str) -> str:
    """A name without titles behind a comma, dots and capitals: whether two names are one person's."""
    return " ".join(re.sub(r"[.]", " ", name.split(",")[0]).casefold().split())


def _told(route: Route, step: Step) -> str:
    """A step in the SOP's own words."""
    return f"{route.name} langkah {step.no}, {quoted(step.kegiatan, 90)},"


def _who(route: Route, step: Step) -> str:
    """Who does a step: printed name and id."""
    return " atau ".join(f"{route.titles[actor]} ({actor})" for actor in step.pelaksana)
