"""Sources as pages name them: short where a figure stands, in full at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.statistik.models.common import Source


@dataclass(frozen=True)
class Citation:
    """A source where a figure stands; it leads to the source in full."""

    id: str
    nama: str

    @property
    def anchor(self) -> str:
        """Id of the source in full on the same page."""
        return f"sumber-{self.id}"


@dataclass(frozen=True)
class Reference:
    """A source in full."""

    id: str
    sumber: Source

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"sumber-{self.id}"


def cited(sources: Mapping[str, Source], ids: Iterable[str]) -> tuple[Citation, ...]:
    """The sources with these ids, short."""
    return tuple(Citation(id_, sources[id_].nama) for id_ in ids)


def references(sources: Mapping[str, Source], ids: Iterable[str]) -> tuple[Reference, ...]:
    """The sources with these ids in full, each once, by name."""
    return tuple(sorted((Reference(id_, sources[id_]) for id_ in set(ids)), key=lambda item: item.sumber.nama.lower()))


def source_text(citations: Sequence[Citation]) -> str:
    """The names of sources in one line, each once."""
    return "; ".join(dict.fromkeys(item.nama for item in citations))


def years_text(years: Iterable[int]) -> str:
    """`2026`, or `2024–2026` where there are several."""
    found = sorted(years)
    return str(found[0]) if found[0] == found[-1] else f"{found[0]}–{found[-1]}"
