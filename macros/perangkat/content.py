"""Reads the directory's settings and keeps their rules."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from macros.loading import Loaded, ValuePath
from macros.perangkat.models import DirectorySettings
from macros.portal import Portal
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader

SETTINGS = "perangkat_data/perangkat.yml"


def load_directory(root: Path, portal: Portal | None) -> DirectorySettings:
    """`perangkat_data/perangkat.yml`, or nothing where there is none; raises ContentError with every mistake in it.

    Without a portal (its own files have mistakes) ids are not checked.
    """
    file = root / SETTINGS
    if not file.exists():
        return DirectorySettings()
    reader = Reader(root, portal.shared if portal else None)
    found = reader.register(file, DirectorySettings, partial(check_directory, portal))
    reader.raise_problems()
    return found or DirectorySettings()


def check_directory(portal: Portal | None, settings: DirectorySettings, loaded: Loaded) -> Iterator[Problem]:
    """Ids exist; each pelaksana is mapped once, to kinds of agencies or to agencies."""
    seen: set[str] = set()
    for index, acting in enumerate(settings.pelaksana):
        path: ValuePath = ("pelaksana", index)
        if acting.id in seen:
            yield loaded.problem((*path, "id"), f"{quoted(acting.id)} sudah dipetakan di atasnya; gabungkan.")
        seen.add(acting.id)
        if bool(acting.jenis) == bool(acting.perangkat_daerah):
            yield loaded.problem(path, "isi salah satu: jenis, atau perangkat_daerah.")
    if portal is None:
        return
    references: list[tuple[ValuePath, str | None, Collection[str], str]] = [
        (("instansi",), settings.instansi, portal.offices, "register instansi"),
        (("pemilik",), settings.pemilik, portal.agencies, "register perangkat daerah"),
        (("admin",), settings.admin, portal.actors, "register pelaksana"),
        *((("sop", place), id_, portal.sops, "daftar SOP") for place, id_ in enumerate(settings.sop)),
    ]
    for index, acting in enumerate(settings.pelaksana):
        references.append((("pelaksana", index, "id"), acting.id, portal.actors, "register pelaksana"))
        references += (
            (("pelaksana", index, "perangkat_daerah", place), id_, portal.agencies, "register perangkat daerah")
            for place, id_ in enumerate(acting.perangkat_daerah)
        )
    for where, wanted, known, register in references:
        if wanted is not None and wanted not in known:
            yield loaded.problem(where, f"{quoted(wanted)} tidak ada di {register}.{suggestion(wanted, known)}")
