"""The tokens of the style sheet: read from it, so that the page of components says what is there, and measured."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from pathlib import Path

from macros.models.settings import Colours
from macros.settings import SIGN_CONTRAST, TEXT_CONTRAST, contrast, own_tokens

TEXT, SURFACE, LINE, CHART, OWN = "Teks", "Latar", "Garis dan gambar", "Grafik", "Warna daerah"
"""Headings of docs/aset/token.css."""

DECORATION = frozenset({"garis-lembut"})
"""Lines that tell nothing: what they part is told apart by space and headings, too."""

CARDS = ("kertas", "latar-lembut", "latar-kepala")
"""Surfaces that fields and pictures stand on."""

OTHERS = (
    ("putih", "biru", TEXT_CONTRAST),
    ("putih", "biru-tua", TEXT_CONTRAST),
    ("emas", "biru", SIGN_CONTRAST),
    ("emas", "biru-tua", SIGN_CONTRAST),
    ("biru", "putih", TEXT_CONTRAST),
    ("biru-tua", "putih", TEXT_CONTRAST),
    ("biru-tua", "emas", SIGN_CONTRAST),
    ("kertas", "utama", TEXT_CONTRAST),
    ("kertas", "merah", TEXT_CONTRAST),
    ("simbol-garis", "simbol-isi", SIGN_CONTRAST),
)
"""What else stands on what: head and foot, gold on them, the field and the button in the head, buttons, the banner."""

_HEADING = re.compile(r"/\* = (?P<judul>[^:*]+?)(?:: (?P<uraian>[^*]+?))? \*/")
_TOKEN = re.compile(
    r"--(?P<nama>[\w-]+): (?:var\(--terang, (?P<terang>[^)]+)\) var\(--gelap, (?P<gelap>[^)]+)\)|(?P<tetap>[^;]+));"
    r"(?: /\* (?P<guna>[^*]+) \*/)?"
)


@dataclass(frozen=True)
class Token:
    """One custom property: its values in the light and the dark scheme, and what it is for."""

    nama: str
    terang: str
    gelap: str
    guna: str


@dataclass(frozen=True)
class TokenGroup:
    """The tokens under one heading of the style sheet."""

    judul: str
    uraian: str
    token: tuple[Token, ...]


@dataclass(frozen=True)
class Pair:
    """A colour on a colour, and how far apart they are in both schemes; 1 is no contrast, 21 that of black on white."""

    depan: Token
    latar: Token
    batas: float

    @property
    def terang(self) -> float:
        """Contrast in the light scheme."""
        return contrast(self.depan.terang, self.latar.terang)

    @property
    def gelap(self) -> float:
        """Contrast in the dark scheme."""
        return contrast(self.depan.gelap, self.latar.gelap)

    @property
    def cukup(self) -> bool:
        """Whether both are enough."""
        return min(self.terang, self.gelap) >= self.batas


def read_tokens(file: Path, colours: Colours | None = None) -> tuple[TokenGroup, ...]:
    """The groups of tokens in their order in the style sheet, with an office's own colours where it has some."""
    own = own_tokens(colours) if colours else {}
    text = file.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    # the last group ends with its rule; later rules only change values for some screens
    ends = [following.start() for following in headings[1:]] + [text.index("}", headings[-1].end())]
    return tuple(
        TokenGroup(heading["judul"], heading["uraian"] or "", tuple(_tokens(text[heading.end() : end], own)))
        for heading, end in zip(headings, ends, strict=True)
    )


def _tokens(text: str, own: Mapping[str, tuple[str, str]]) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        fixed = found["tetap"]
        light, dark = own.get(found["nama"], (fixed or found["terang"], fixed or found["gelap"]))
        yield Token(found["nama"], light, dark, found["guna"] or "")


def pairs(groups: tuple[TokenGroup, ...]) -> tuple[Pair, ...]:
    """Every colour with every surface that it may stand on."""
    of = {group.judul: group.token for group in groups}
    named = {token.nama: token for group in groups for token in group.token}
    texts = [Pair(token, surface, TEXT_CONTRAST) for token in of[TEXT] for surface in of[SURFACE]]
    lines = [
        Pair(token, named[surface], SIGN_CONTRAST)
        for token in (*of[LINE], *of[CHART])
        for surface in CARDS
        if token.nama not in (*DECORATION, "simbol-isi")
    ]
    return (*texts, *lines, *(Pair(named[front], named[back], enough) for front, back, enough in OTHERS))


@dataclass(frozen=True)
class Lowest:
    """The least that a colour is told apart by in one scheme, cut to one decimal, and the surface where it is so."""

    nilai: Decimal
    latar: str


def lowest(all_pairs: Iterable[Pair]) -> Mapping[str, tuple[Lowest, Lowest]]:
    """Colour -> its lowest contrast in the light and in the dark scheme."""
    of: dict[str, list[Pair]] = {}
    for pair in all_pairs:
        of.setdefault(pair.depan.nama, []).append(pair)

    def cut(value: float) -> Decimal:
        return Decimal(value).quantize(Decimal("0.1"), ROUND_DOWN)

    found = {}
    for name, own in of.items():
        light, dark = min(own, key=lambda pair: pair.terang), min(own, key=lambda pair: pair.gelap)
        found[name] = (Lowest(cut(light.terang), light.latar.nama), Lowest(cut(dark.gelap), dark.latar.nama))
    return found
