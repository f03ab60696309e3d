"""The picture that others show when an article is shared: its title on the portal's colours, or on its photo.

Made here, so that nobody else learns what is written. Kept in `.cache/kartu/`, named by what is on it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from macros.problems import ContentError, Problem
from macros.warta import pool
from macros.warta.darkroom import put

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

CACHE_FOLDER = ".cache/kartu"

NEWEST = 500
"""So many of the newest articles have a card of their own, the older ones that of the whole portal: ten thousand cards
would take minutes, and old articles are hardly shared."""

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
ROOM = WIDTH - 2 * MARGIN
"""Pixels of a line."""

BLUE, DARK, GOLD, WHITE, PALE = "#0b4f6c", "#083a50", "#f2b632", "#ffffff", "#d5e4ec"
"""The portal's colours, as docs/aset/token.css names them."""

TITLE_SIZES = ((72, 3), (62, 4), (52, 5), (44, 6))
"""(pixels, lines): the first in which the title is whole; in the last it is cut."""

SMALL_TYPE = 32
LINE_HEIGHT = 1.2
SHADE = 205
"""How dark a photo is under the words, of 255: white on it stays readable on any photo."""

FONT = ("mkdocs", "mkdocs/themes/readthedocs/css/fonts/lato-bold.woff")
"""Package and file: Lato Bold, under the SIL Open Font License, lies in a package that is installed anyway."""

QUALITY = 85
VERSION = 1
"""Raised when the same card would look otherwise."""

FEW = 40
"""So many cards are drawn sooner than another process has started."""


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on one card."""

    judul: str
    atas: str
    """A line above the title, such as category and date."""
    portal: str
    foto: Path | None
    """A JPEG behind the words, whose name changes with its content."""
    simpanan: Path
    """The folder of all cards."""

    @property
    def berkas(self) -> Path:
        """Where it lies once it is drawn."""
        said = (VERSION, font_file() is None, self.judul, self.atas, self.portal, self.foto and self.foto.name)
        return self.simpanan / f"{hashlib.sha256(repr(said).encode()).hexdigest()}.jpg"


def draw_all(cards: Iterable[SocialCard]) -> None:
    """Draw the cards that are not in the cache yet; raises ContentError where that is impossible."""
    waiting = [card for card in cards if not _drawn(card.berkas)]
    if len(waiting) <= FEW:
        results: Iterable[tuple[SocialCard, str | None]] = ((card, draw(card)) for card in waiting)
    else:
        results = pool.run(draw, waiting, "Kartu berbagi dibuat")
    for _, reason in results:
        if reason != "":
            message = reason or "pembuat kartu berbagi berhenti. Ulangi."
            raise ContentError([Problem(CACHE_FOLDER, 1, "", message)])


def _drawn(file: Path) -> bool:
    """Whether a whole JPEG lies there."""
    try:
        content = file.read_bytes()
    except OSError:
        return False
    return content.startswith(b"\xff\xd8") and content.endswith(b"\xff\xd9")


def draw(card: SocialCard) -> str:
    """Draw one card into the cache; gives why it could not be kept, or the empty text."""
    from PIL import ImageDraw

    picture = _background(card.foto)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 16, HEIGHT), fill=GOLD)
    pen.text((MARGIN, MARGIN), card.atas, font=_font(SMALL_TYPE), fill=PALE, anchor="ls")
    pen.text((MARGIN, HEIGHT - MARGIN + 10), card.portal, font=_font(SMALL_TYPE), fill=GOLD, anchor="ls")
    size, lines = _title(card.judul, pen)
    step = round(size * LINE_HEIGHT)
    top = (HEIGHT - step * len(lines)) // 2
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * step + size), line, font=_font(size), fill=WHITE, anchor="ls")
    content = BytesIO()
    picture.save(content, "JPEG", quality=QUALITY, optimize=True)
    try:
        put(card.berkas, content.getvalue())
    except OSError as error:
        return f"kartu berbagi tidak dapat disimpan (galat sistem {error.errno})."
    return ""


def _background(photo: Path | None) -> Image.Image:
    """The photo under a shade, or the portal's blue."""
    from PIL import Image, ImageOps

    picture = Image.new("RGB", (WIDTH, HEIGHT), BLUE)
    if photo:
        with Image.open(photo) as opened:
            opened.draft("RGB", (WIDTH, HEIGHT))
            picture = ImageOps.fit(opened.convert("RGB"), (WIDTH, HEIGHT))
        picture.paste(Image.new("RGB", (WIDTH, HEIGHT), DARK), mask=Image.new("L", (WIDTH, HEIGHT), SHADE))
    return picture


def _title(title: str, pen: ImageDraw.ImageDraw) -> tuple[int, list[str]]:
    """The size of type and the lines of a title."""
    for size, most in TITLE_SIZES:
        lines = wrapped(title, _font(size), pen)
        if len(lines) <= most:
            return size, lines
    last = lines[most - 1]
    while pen.textlength(f"{last} …", _font(size)) > ROOM:
        last = last[:-1]
    return size, [*lines[: most - 1], f"{last.rstrip(' ,.;:')} …"]


def wrapped(text: str, font: ImageFont.FreeTypeFont, pen: ImageDraw.ImageDraw) -> list[str]:
    """The lines of a text; a word that is wider than the card is cut."""
    lines = [""]
    for word in text.split():
        candidate = f"{lines[-1]} {word}".strip()
        if pen.textlength(candidate, font) <= ROOM:
            lines[-1] = candidate
            continue
        while pen.textlength(word, font) > ROOM:
            fits = next(n for n in range(len(word) - 1, 0, -1) if pen.textlength(word[:n], font) <= ROOM)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return [line for line in lines if line]


@cache
def font_file() -> str | None:
    """The file of the type; None where its package came without it, and Pillow's own type is used."""
    try:
        file = Path(str(distribution(FONT[0]).locate_file(FONT[1])))
    except PackageNotFoundError:
        return None
    return str(file) if file.is_file() else None


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    file = font_file()
    font = ImageFont.truetype(file, size) if file else ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font
