"""What changed between two revisions of an SOP, step by step."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from macros.models.sop import Sop, Step

SIMILAR = 0.6
"""Two texts at least this alike (difflib's ratio) describe the same step, reworded."""

ChangeKind = Literal["ditambah", "dihapus", "dipindah", "pelaksana", "waktu", "uraian"]


@dataclass(frozen=True)
class Change:
    """One difference. `lama` and `baru` are the steps it is about; None where there is none on that side."""

    jenis: ChangeKind
    lama: Step | None
    baru: Step | None


def changes(old: Sop, new: Sop) -> tuple[Change, ...]:
    """All differences between the steps of two revisions, in the order of the new one, removed steps last."""
    pairs = _pairs(old.langkah, new.langkah)
    moved = _moved([pairs[index] for index in range(len(new.langkah)) if index in pairs])
    found: list[Change] = []
    for index, step in enumerate(new.langkah):
        if index not in pairs:
            found.append(Change("ditambah", None, step))
            continue
        before = old.langkah[pairs[index]]
        if pairs[index] in moved:
            found.append(Change("dipindah", before, step))
        if set(before.pelaksana) != set(step.pelaksana):
            found.append(Change("pelaksana", before, step))
        if _plain(before.waktu) != _plain(step.waktu):
            found.append(Change("waktu", before, step))
        if _plain(before.kegiatan) != _plain(step.kegiatan):
            found.append(Change("uraian", before, step))
    kept = set(pairs.values())
    found += [Change("dihapus", step, None) for index, step in enumerate(old.langkah) if index not in kept]
    return tuple(found)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _pairs(old: Sequence[Step], new: Sequence[Step]) -> dict[int, int]:
    """Place in the new revision -> place in the old one, for steps that are the same or alike."""
    pairs: dict[int, int] = {}
    free = set(range(len(old)))
    candidates = []
    for index, step in enumerate(new):
        for place, before in enumerate(old):
            a, b = _plain(before.kegiatan), _plain(step.kegiatan)
            likeness = 1.0 if a == b else SequenceMatcher(None, a, b).ratio()
            if likeness >= SIMILAR:
                candidates.append((-likeness, abs(index - place), index, place))
    for _, _, index, place in sorted(candidates):
        if index not in pairs and place in free:
            pairs[index] = place
            free.remove(place)
    return pairs


def _moved(places: Sequence[int]) -> set[int]:
    """The fewest old places that must be called moved: all outside a longest rising run."""
    ends: list[int] = []
    ends_at: list[int] = []
    previous: list[int | None] = []
    for index, place in enumerate(places):
        slot = bisect_left(ends, place)
        previous.append(ends_at[slot - 1] if slot else None)
        if slot == len(ends):
            ends.append(place)
            ends_at.append(index)
        else:
            ends[slot], ends_at[slot] = place, index
    stayed = set()
    index_: int | None = ends_at[-1] if ends_at else None
    while index_ is not None:
        stayed.add(places[index_])
        index_ = previous[index_]
    return set(places) - stayed
