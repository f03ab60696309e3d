"""What the page of an SOP says about its earlier revisions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from macros.dates import long_date
from macros.models.sop import Sop, Step
from macros.portal import Portal
from macros.revisions import Change, ChangeKind, changes

TITLES: dict[ChangeKind, str] = {
    "ditambah": "Langkah ditambah",
    "dihapus": "Langkah dihapus",
    "dipindah": "Langkah dipindah",
    "pelaksana": "Pelaksana diganti",
    "waktu": "Waktu diubah",
    "uraian": "Uraian diubah",
}


@dataclass(frozen=True)
class ChangeView:
    """One difference in words."""

    judul: str
    uraian: str


@dataclass(frozen=True)
class RevisionView:
    """The differences from one earlier revision."""

    lama: str
    butir: tuple[ChangeView, ...]


def revision_views(sop: Sop, portal: Portal) -> tuple[RevisionView, ...]:
    """Each revision beside the one after it, the newest pair first."""
    history = (*portal.revisions.get(sop.id, ()), sop)
    views = [
        RevisionView(
            f"revisi {old.nomor} ({long_date(old.tanggal.efektif or old.tanggal.pembuatan) or 'tanpa tanggal'})",
            tuple(ChangeView(TITLES[change.jenis], _words(change, portal)) for change in changes(old, new)),
        )
        for old, new in pairwise(history)
    ]
    return tuple(reversed(views))


def _words(change: Change, portal: Portal) -> str:
    old, new = change.lama, change.baru
    if old is None:
        assert new is not None  # a change has at least one side
        return f"{_step(new)}, oleh {_actors(new, portal)}"
    if new is None:
        return f"{_step(old)}, semula oleh {_actors(old, portal)}"
    if change.jenis == "dipindah":
        return f"{_step(new)}, semula langkah {old.no}"
    if change.jenis == "pelaksana":
        return f"{_step(new)}, dari {_actors(old, portal)} menjadi {_actors(new, portal)}"
    if change.jenis == "waktu":
        return f"{_step(new)}, dari {old.waktu or 'kosong'} menjadi {new.waktu or 'kosong'}"
    return f"langkah {new.no}, dari “{old.kegiatan}” menjadi “{new.kegiatan}”"


def _step(step: Step) -> str:
    return f"langkah {step.no} “{step.kegiatan}”"


def _actors(step: Step, portal: Portal) -> str:
    return ", ".join(portal.actors[actor].nama for actor in step.pelaksana)
