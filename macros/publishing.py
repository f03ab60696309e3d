"""When content is public: rules that every kind of content keeps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from macros.loading import ValuePath

Violation = tuple[ValuePath, str]
"""Where in a file something is wrong, and the sentence for its editor."""


class Withdrawn(Protocol):
    """Since when, and why, content is no longer public."""

    @property
    def tanggal(self) -> date:
        """The day of withdrawal."""


class Publishable(Protocol):
    """Content with a state."""

    @property
    def status(self) -> str:
        """`draf`, `terbit` or `ditarik`."""

    @property
    def terbit(self) -> date | None:
        """The day of publishing; a later one than today is a plan."""

    @property
    def penarikan(self) -> Withdrawn | None:
        """Its withdrawal, where there is one."""


def state_violations(item: Publishable) -> Iterator[Violation]:
    """What is published has its day; what is withdrawn says since when and why."""
    if item.status != "draf" and not item.terbit:
        yield (), f'status "{item.status}" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'
    if item.status == "ditarik" and not item.penarikan:
        yield ("status",), 'status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'
    if item.penarikan and item.status != "ditarik":
        yield ("penarikan",), f'ada penarikan, tetapi statusnya "{item.status}". Tulis status: ditarik.'
