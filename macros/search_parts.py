"""Makes the parts of a Pagefind index smaller, so that a search fetches less, and every build's index the same.

Pagefind packs words into parts of some 20 KB each; a search fetches the part of every word asked for. Of 10,000
articles that is 25 KB a word and more, for a few hundred bytes that matter. Here each part is cut between words,
and the list of parts written anew. Filters and sort keys, which Pagefind writes in an order of chance, are put in
that of the alphabet: who builds the site again gets the same bytes and can compare. All are CBOR (RFC 8949) behind a
signature, in gzip; only the lengths of items are looked at, never what they mean. It holds for the version of Pagefind
that pyproject.toml names; another shape is an error, not a broken search.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator

ENTRY = "pagefind-entry.json"
"""Where the search in the browser begins to read."""

SIGNATURE = b"pagefind_dcd"
LARGEST = 24_000
"""Bytes of a part before packing, unless one word has more: some 7 KB packed. Each part is a line of the list that
every first search fetches, so much smaller ones would cost more than they save."""

NAME = 7
"""Digits of a part's checksum that name it, as many as Pagefind takes."""

PLACES = ("versi", "halaman", "bagian", "saringan", "urutan", "bidang")
"""What the list of everything holds, in its order: version, pages, parts, filters, sort keys, fields."""

BYTES, TEXT, ARRAY, MAP, TAG = 2, 3, 4, 5, 6
TEXTS = (BYTES, TEXT)
_SIZES = {24: 1, 25: 2, 26: 4, 27: 8}


class UnknownIndexError(Exception):
    """The index is not built as this version of Pagefind builds it."""


def settle(files: dict[str, bytes]) -> None:
    """Cut the parts of every language of an index, given as name -> content, and put the rest in order.

    Raises UnknownIndexError where they are not what is expected.
    """
    listed = json.loads(files[ENTRY])
    for language in listed["languages"].values():
        name = f"pagefind.{language['hash']}.pf_meta"
        content = _taken(files, name)
        everything = list(_children(content, 0))
        if len(everything) != len(PLACES):
            raise UnknownIndexError(f"{name}: daftar bagian tidak ditemukan")
        pieces = dict(zip(PLACES, (content[start:end] for start, end in everything), strict=True))
        parts = [_text(part, list(_children(part, 0))[2]) for part in _items(pieces["bagian"])]
        pieces["bagian"] = _array(line for part in parts for line in _cut(files, part))
        pieces["saringan"] = _array(sorted(_filter(files, line) for line in _items(pieces["saringan"])))
        pieces["urutan"] = _array(sorted(_items(pieces["urutan"])))
        anew = _array(pieces.values())
        language["hash"] = f"{language['hash'].partition('_')[0]}_{_digest(anew)}"
        # mostly digits of checksums: a tenth smaller where short repetitions are not looked for
        files[f"pagefind.{language['hash']}.pf_meta"] = _packed(anew, zlib.Z_FILTERED)
    files[ENTRY] = json.dumps(listed, sort_keys=True).encode()


def _filter(files: dict[str, bytes], line: bytes) -> bytes:
    """Write a filter anew with its values in order; gives its line: its name and that of its file."""
    name, old = _items(line)
    former = _text(old, (0, len(old)))
    title, values = _items(_taken(files, f"filter/{former}.pf_filter"))
    anew = _array((title, _array(sorted(_items(values)))))
    digest = f"{former.partition('_')[0]}_{_digest(anew)}"
    files[f"filter/{digest}.pf_filter"] = _packed(anew)
    return _array((name, _as_text(digest)))


def _cut(files: dict[str, bytes], former: str) -> Iterator[bytes]:
    """Write the part anew as several; gives a line for each: its first word, its last word, its name."""
    content = _taken(files, f"index/{former}.pf_index")
    ((at, _), *rest) = _children(content, 0)
    if rest:
        raise UnknownIndexError(f"{former}: susunannya tidak dikenal")
    words = [(start, end, _text(content, next(_children(content, start)))) for start, end in _children(content, at)]
    if [word for *_, word in words] != sorted(word for *_, word in words):
        raise UnknownIndexError(f"{former}: kata tidak berurutan")
    language = former.partition("_")[0]
    while words:
        start = words[0][0]
        count = sum(1 for _, end, _ in words if end - start <= LARGEST) or 1
        taken, words = words[:count], words[count:]
        part = _head(ARRAY, 1) + _head(ARRAY, count) + content[start : taken[-1][1]]
        name = f"{language}_{_digest(part)}"
        files[f"index/{name}.pf_index"] = _packed(part)
        yield _array(_as_text(text) for text in (taken[0][2], taken[-1][2], name))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:NAME]


def _taken(files: dict[str, bytes], name: str) -> bytes:
    """What a file holds, unpacked; it is taken out of the index."""
    content = gzip.decompress(files.pop(name))
    if not content.startswith(SIGNATURE):
        raise UnknownIndexError(f"{name}: tanda pengenalnya lain")
    return content.removeprefix(SIGNATURE)


def _packed(content: bytes, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16, zlib.DEF_MEM_LEVEL, strategy)
    return packer.compress(SIGNATURE + content) + packer.flush()


def _item(data: bytes, at: int) -> tuple[int, int, int]:
    """Kind of the item at a place, its number (value, length or count), and where its head ends."""
    kind, number = data[at] >> 5, data[at] & 31
    if number < 24:
        return kind, number, at + 1
    if number not in _SIZES:
        raise UnknownIndexError(f"CBOR {data[at]:#x} tidak dikenal")
    end = at + 1 + _SIZES[number]
    return kind, int.from_bytes(data[at + 1 : end], "big"), end


def _end(data: bytes, at: int) -> int:
    """Where the item at a place ends."""
    left = 1
    while left:
        size, inner = _STEPS[data[at]]
        if size:
            at += size
            left += inner - 1
        else:
            kind, number, at = _item(data, at)
            at += number if kind in TEXTS else 0
            left += _inner(kind, number) - 1
    return at


def _inner(kind: int, number: int) -> int:
    """How many items an item holds."""
    return {ARRAY: number, MAP: 2 * number, TAG: 1}.get(kind, 0)


def _step(head: int) -> tuple[int, int]:
    """Bytes and inner items of an item by its first byte alone; 0 bytes where that does not tell."""
    kind, number = head >> 5, head & 31
    if number < 24:
        return 1 + (number if kind in TEXTS else 0), _inner(kind, number)
    return (1 + _SIZES[number], 0) if kind < 2 and number in _SIZES else (0, 0)


_STEPS = tuple(map(_step, range(256)))
"""Almost every item is a number or a short list: a look at one byte is enough for tens of millions of them."""


def _children(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Where each item of the array at a place begins and ends."""
    kind, count, at = _item(data, at)
    if kind != ARRAY:
        raise UnknownIndexError("seharusnya susunan CBOR")
    for _ in range(count):
        end = _end(data, at)
        yield at, end
        at = end


def _items(data: bytes) -> list[bytes]:
    """The items of an array."""
    return [data[start:end] for start, end in _children(data, 0)]


def _array(items: Iterable[bytes]) -> bytes:
    held = list(items)
    return _head(ARRAY, len(held)) + b"".join(held)


def _text(data: bytes, place: tuple[int, int]) -> str:
    kind, length, at = _item(data, place[0])
    if kind != TEXT:
        raise UnknownIndexError("seharusnya teks CBOR")
    return data[at : at + length].decode()


def _as_text(text: str) -> bytes:
    encoded = text.encode()
    return _head(TEXT, len(encoded)) + encoded


def _head(kind: int, number: int) -> bytes:
    """The head of an item."""
    if number < 24:
        return bytes([kind << 5 | number])
    code, size = next((code, size) for code, size in _SIZES.items() if number < 1 << 8 * size)
    return bytes([kind << 5 | code]) + number.to_bytes(size, "big")
