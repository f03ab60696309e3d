"""The rules about states that every kind of content keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from macros.loading import Violation
from macros.publishing.models import HIDDEN, Publication


class Withdrawn(Protocol):
    """Since when, and why, content is no longer public."""

    @property
    def tanggal(self) -> date:
        """The day of withdrawal."""


class Dated(Protocol):
    """Content with a state and a day."""

    @property
    def status(self) -> str:
        """One of its states; `draf`, `ditinjau` and `ditarik` mean the same for all kinds."""

    @property
    def terbit(self) -> date | None:
        """The day of publishing; a later one than today is a plan."""


class Publishable(Dated, Protocol):
    """Content that can be withdrawn, too."""

    @property
    def penarikan(self) -> Withdrawn | None:
        """Its withdrawal, where there is one."""


def without_day(item: Dated) -> Iterator[Violation]:
    """What is published has its day."""
    if item.status not in HIDDEN and not item.terbit:
        yield (), f'status "{item.status}" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'


def state_violations(item: Publishable) -> Iterator[Violation]:
    """What is published has its day; what is withdrawn says since when and why."""
    yield from without_day(item)
    if item.status == "ditarik" and not item.penarikan:
        yield ("status",), 'status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'
    if item.penarikan and item.status != "ditarik":
        yield ("penarikan",), f'ada penarikan, tetapi statusnya "{item.status}". Tulis status: ditarik.'


def publication_violations(item: Publication, corrections: str = "ralat") -> Iterator[Violation]:
    """The same for content that has all states; `corrections` is the key under which its corrections stand."""
    yield from state_violations(item)
    if item.status == "ralat" and not item.hari_ralat:
        yield ("status",), f'status "ralat" tanpa {corrections}. Tulis {corrections} dengan tanggal dan uraian.'
    if item.pukul and not item.terbit:
        yield ("pukul",), "ada jam, tetapi tanggal terbitnya tidak ada. Tulis terbit: TTTT-BB-HH."
