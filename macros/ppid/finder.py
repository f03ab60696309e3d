"""What the script of the list searches in: small tables of all entries, fetched when somebody begins to search.

Measured at 10,000 entries: an index of the whole site (Pagefind) needs 150 to 300 ms of computing for a filter that
leaves thousands of entries, and as much again for each row of counts. A table of whole numbers answers in a few.
The index of titles comes first; texts follow with the first words, and the columns of the lines shown by the
piece that they lie in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.pages import Asset
from macros.ppid.facets import LIST
from macros.ppid.listing import Choice, Listing
from macros.ppid.models.information import Information

FOLDER = f"{LIST}cari/"
INDEX = f"{FOLDER}indeks.json"
TEXTS = f"{FOLDER}teks.json"

PIECE = 25
"""Entries whose columns lie in one file: a page of results in the list's order needs one or two."""


@dataclass(frozen=True)
class Finder:
    """The tables of one list. Every entry with a page is in them, in the list's order."""

    listing: Listing

    def assets(self) -> Iterator[Asset]:
        """`indeks.json`, `teks.json`, and the pieces `0.json`, `1.json` ..."""
        entries = tuple(self.listing.dip.published.values())
        files: dict[str, object] = {TEXTS: [self._text(item) for item in entries]}
        for start in range(0, len(entries), PIECE):
            files[f"{FOLDER}{start // PIECE}.json"] = [self._columns(item) for item in entries[start : start + PIECE]]
        packed = {address: _json(content) for address, content in files.items()}
        index = self._index(entries)
        # a browser may keep an old file beside a new index: what the index names has its version behind the address
        index["versi"] = hashlib.sha256(b"".join(packed.values())).hexdigest()[:12]
        yield Asset(INDEX, _json(index))
        for address, content in packed.items():
            yield Asset(address, content)

    def _index(self, entries: tuple[Information, ...]) -> dict[str, Any]:
        """The choices of each field of the form, and per entry: id, title, last change, a number for each field.

        The number is the place of the entry's value among the field's choices.
        """
        choices = self.listing.choices
        places = [{value.slug: place for place, value in enumerate(choice.nilai)} for choice in choices]
        rows = []
        for item in entries:
            day = item.diperbarui
            own = (place[self._value(item, choice)] for place, choice in zip(places, choices, strict=True))
            rows.append([item.id, item.judul, int(f"{day:%Y%m%d}") if day else 0, *own])
        return {
            "potongan": PIECE,
            "medan": {choice.kunci: [value.slug for value in choice.nilai] for choice in choices},
            "butir": rows,
        }

    def _value(self, item: Information, choice: Choice) -> str:
        return self.listing.value(item, choice.kunci)

    def _text(self, item: Information) -> str:
        """What is searched beside the title; in small letters, as the words are that it is compared with."""
        agency = self.listing.agencies[item.perangkat_daerah]
        words = (item.ringkasan, item.penanggung_jawab, agency.nama, agency.singkatan, item.catatan)
        return " ".join(dict.fromkeys(word.lower() for word in words if word))

    def _columns(self, item: Information) -> dict[str, str]:
        """The columns of a line; those that are guesses are named in `tebakan`."""
        line = self.listing.rows[item.id]
        cells = (*line.sel, line.tahun)
        columns: dict[str, str] = {cell.kunci: cell.teks for cell in cells if cell.teks}
        guessed = [cell.kunci for cell in cells if cell.tebakan] + ["kategori"] * line.kategori_tebakan
        extra = {"kategori": item.kategori, "tebakan": " ".join(guessed), "ditarik": line.ditarik}
        return columns | {key: text for key, text in extra.items() if text}


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
