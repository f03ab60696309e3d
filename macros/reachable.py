"""Links, and pages named in data, that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from macros.content import Content
from macros.problems import Problem, closest, quoted
from macros.warta.article import Link


def dead_links(content: Content, linked: Iterable[tuple[str, Link]], there: Collection[str]) -> Iterator[Problem]:
    """Every link in news and answers that leads to no page or file; old addresses are to be written anew."""
    moved = {move.dari: move.tujuan for move in content.addressing.moves}
    for berkas, link in linked:
        if link.alamat not in there:
            near = moved.get(link.alamat) or closest(link.alamat, there)
            yield Problem(berkas, link.baris, "isi", f"tautan {_not_there(link.alamat, near)}")


def dead_parts(content: Content, there: Collection[str]) -> Iterator[Problem]:
    """Every page that the register of parts names and that is not there."""
    for address, (berkas, line) in content.portal.part_lines.items():
        if address not in there:
            yield Problem(berkas, line, "alamat", f"halaman {_not_there(address, closest(address, there))}")


def _not_there(address: str, near: str | None) -> str:
    hint = f" Maksud Anda {quoted(f'/{near}')}?" if near else ""
    return f"{quoted(f'/{address}')} tidak ada di portal.{hint}"
