"""All events, read once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.agenda.models import EventDocument
from macros.agenda.rules import check_event
from macros.portal import Portal
from macros.reading import Reader
from macros.validation import validate

DATA_FOLDER = "warta_data/agenda"
YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ROOT = "agenda/"


@dataclass(frozen=True)
class Event:
    """An event, free of mistakes."""

    isi: EventDocument
    tahun: str
    """The folder that its file lies in; part of its address."""
    slug: str

    @property
    def alamat(self) -> str:
        """Its page, for ever."""
        return f"{ROOT}{self.tahun}/{self.slug}/"

    @property
    def alamat_kalender(self) -> str:
        """Its calendar file, for ever; named so that it is known by its name once it was saved."""
        return f"{self.alamat}{self.slug}.ics"


def load_agenda(root: Path, portal: Portal | None) -> tuple[Event, ...]:
    """Every event under `root/warta_data/agenda`, drafts too; raises ContentError with every mistake in them.

    Without a portal (its own files have mistakes) ids of agencies are not checked.
    """
    reader = Reader(root)
    events = tuple(_events(reader, root / DATA_FOLDER, portal.agencies.keys() if portal else None))
    reader.raise_problems()
    return events


def _events(reader: Reader, folder: Path, agencies: Collection[str] | None) -> Iterator[Event]:
    """Every right event in the years' folders."""
    for year in reader.listing(folder):
        if year.name.startswith("."):
            continue
        if not year.is_dir() or year.is_symlink() or not YEAR.fullmatch(year.name):
            reader.problem(year, "di sini hanya ada folder tahun, misalnya 2026, dan acara di dalamnya.")
            continue
        for file in reader.listing(year):
            if not file.name.startswith("."):
                event = _event(reader, file, agencies)
                if event:
                    yield event


def _event(reader: Reader, file: Path, agencies: Collection[str] | None) -> Event | None:
    """One file as an event; None where it has mistakes, which are kept."""
    if file.is_symlink() or not file.is_file() or file.suffix != ".yml":
        reader.problem(file, "di folder tahun hanya ada berkas acara (.yml), tanpa folder dan symlink.")
        return None
    if not SLUG.fullmatch(file.stem):
        reader.problem(file, "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .yml.")
        return None
    loaded = reader.load(file)
    document = validate(EventDocument, loaded)
    if document is None:
        return None
    mistakes = list(check_event(document, file.parent.name, agencies))
    loaded.problems += (loaded.problem(path, message) for path, message in mistakes)
    return None if loaded.problems else Event(document, file.parent.name, file.stem)
