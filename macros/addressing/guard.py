"""No promised address vanishes: what was ever published is a page, a file, or redirected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import islice

from macros.addressing.content import REDIRECTS, Addressing
from macros.addressing.promises import promised
from macros.addressing.recorded import Record
from macros.problems import Problem, closest

SUGGESTED = 50
"""For so many lost addresses a new one is looked for; where a whole folder was renamed, the first ones tell enough."""


def lost(
    addressing: Addressing,
    living: Collection[str],
    released: Collection[str],
    today: date,
    pages_only: bool = False,
) -> Iterator[str]:
    """Recorded addresses that are neither living nor redirected by a line of their own, in the lists' order.

    `released` are the folders of entries that were withdrawn: their files are taken down on purpose. An address that
    was recorded later than `today` is not looked at: a site may be built as of an earlier day. With `pages_only` files
    are not: to know them all they have to be made.
    """
    moved = {move.dari for move in addressing.moves}
    for address, record in addressing.records.items():
        is_file = bool(address) and not address.endswith("/")
        if is_file and (pages_only or f"{_folder(address)}/" in released):
            continue
        if address not in living and address not in moved and record.sejak <= today:
            yield address


def problems(missing: Collection[str], records: Mapping[str, Record], living: Collection[str]) -> Iterator[Problem]:
    """A line for each lost address, at its place in the list, with the line to add to the redirects."""
    beside: dict[str, list[str]] = defaultdict(list)
    for address in living:
        beside[_folder(address)].append(address)
    suggested = {address: _successor(address, beside, living) for address in islice(missing, SUGGESTED)}
    for address in missing:
        record = records[address]
        target = suggested.get(address, "")
        line = f"- {{ dari: /{address}, ke: /{target or '...'}, tanggal: TTTT-BB-HH, alasan: ... }}"
        message = (
            f"/{address} pernah terbit (dicatat {record.sejak}) dan kini hilang. Kembalikan berkasnya, atau "
            f'tambahkan di {REDIRECTS}, di bawah "alih:": {line}'
        )
        yield Problem(record.berkas, record.baris, "", message)


def _folder(address: str) -> str:
    return address.removesuffix("/").rpartition("/")[0]


def _successor(address: str, beside: Mapping[str, list[str]], living: Collection[str]) -> str:
    """The address that was probably meant to take its place: one like it in the same folder, or else the folder."""
    folder = _folder(address)
    near = closest(address, [other for other in beside.get(folder, ()) if other.endswith("/") == address.endswith("/")])
    if near:
        return near
    while folder:
        if f"{folder}/" in living:
            return f"{folder}/"
        folder = folder.rpartition("/")[0]
    return ""


def unrecorded(addressing: Addressing, living: Collection[str]) -> list[str]:
    """Promised addresses that no list holds yet."""
    return sorted(address for address in living if address not in addressing.records and promised(address))
