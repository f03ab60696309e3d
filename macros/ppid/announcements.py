"""Reads the announcements serta merta and checks them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from macros.loading import Violation
from macros.ppid.legal_lists import read_legal_list
from macros.ppid.models.announcement import HAZARDS, Announcement, AnnouncementDocument, Phase
from macros.ppid.models.legal_list import LegalList
from macros.problems import quoted, suggestion

if TYPE_CHECKING:
    from macros.ppid.content import PpidReader

FOLDER = "serta-merta"


@dataclass(frozen=True)
class Announcements:
    """All announcements and the kinds of hazard. The mapping is keyed by id, in file order."""

    entries: Mapping[str, Announcement]
    hazards: LegalList | None

    @property
    def published(self) -> tuple[Announcement, ...]:
        """Every announcement that is no draft, the latest first."""
        entries = (entry for entry in self.entries.values() if entry.status != "draf")
        return tuple(sorted(entries, key=lambda entry: entry.berlaku.mulai, reverse=True))

    def of_phase(self, today: date, *phases: Phase) -> tuple[Announcement, ...]:
        """Those published that are in one of the phases on a day."""
        return tuple(entry for entry in self.published if entry.keadaan(today) in phases)


def read_announcements(reader: PpidReader, data: Path, agencies: Collection[str] | None) -> Announcements:
    """Everything under `data/serta-merta`; mistakes go to the reader. `agencies` None: not known, not checked."""
    hazards = read_legal_list(reader, data / "jenis-bahaya.yml", HAZARDS)
    entries: dict[str, Announcement] = {}
    for id_, name, document in reader.entries(data / FOLDER, AnnouncementDocument):
        entry = Announcement.model_construct(**document.__dict__, id=id_, nama_berkas=name)
        entries[id_] = entry
        for path, message in (*_agency(entry, agencies), *_times(entry), *_state(entry)):
            reader.problems.append(reader.files[name].problem(path, message))
    return Announcements(entries, hazards)


def _agency(entry: Announcement, agencies: Collection[str] | None) -> Iterator[Violation]:
    """The agency that announces is in the register."""
    if agencies is not None and entry.perangkat_daerah not in agencies:
        yield (
            ("perangkat_daerah",),
            f"{quoted(entry.perangkat_daerah)} tidak ada di register perangkat daerah."
            f"{suggestion(entry.perangkat_daerah, agencies)}",
        )


def _times(entry: Announcement) -> Iterator[Violation]:
    """It ends after it begins; changes stand in order."""
    begin, end = entry.berlaku.mulai, entry.berlaku.sampai
    if end <= begin:
        yield (
            ("berlaku", "sampai"),
            f"{end:%Y-%m-%d %H:%M} tidak sesudah mulai ({begin:%Y-%m-%d %H:%M}). Periksa kedua waktu itu.",
        )
    times = [change.waktu for change in entry.perubahan]
    if times != sorted(times):
        yield ("perubahan",), "waktu perubahan tidak urut; tulis dari yang terlama."


def _state(entry: Announcement) -> Iterator[Violation]:
    """What is revoked says since when and why."""
    if entry.status == "dicabut" and not entry.pencabutan:
        yield ("status",), 'status "dicabut" tanpa pencabutan. Tulis pencabutan dengan waktu dan alasan.'
    if entry.pencabutan and entry.status != "dicabut":
        yield ("pencabutan",), f'ada pencabutan, tetapi statusnya "{entry.status}". Tulis status: dicabut.'
