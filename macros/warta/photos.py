"""Photos beside texts: what counts as one, how large it is, and which of those in a folder are shown."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator
from pathlib import Path

from macros.problems import quoted, suggestion
from macros.warta.article import WIDTHS, PhotoFile
from macros.warta.darkroom import SETTINGS, develop

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""Ending -> what the file must be inside."""

CACHE_FOLDER = ".cache/foto"

MAX_BYTES = 15_000_000
"""A camera's own file has less."""

MAX_PIXELS = 60_000_000
"""More than phones take; a small file may claim any number of them, and would fill the memory."""

ORIENTATION = 0x0112
"""EXIF: how the camera was held. From 5 on, the picture is shown on its side, so width and height change places."""

ON_ITS_SIDE = 5

MADE = hashlib.sha256(repr((WIDTHS, SETTINGS)).encode()).digest()
"""How photos are made; part of the names in the cache, so that nothing old is used after a change."""


def is_photo(file: Path) -> bool:
    """Whether a file's ending is that of a photo."""
    return file.suffix.lower() in FORMATS


def read_photo(file: Path, cache: Path) -> PhotoFile | str:
    """The photo, of which only the head is looked at; or why it is none."""
    from PIL import Image, UnidentifiedImageError  # takes longer to load than all else, and only photos need it

    name = quoted(file.name)
    size = file.stat().st_size
    if size > MAX_BYTES:
        return f"foto {name} {size // 1_000_000} MB; batasnya {MAX_BYTES // 1_000_000} MB. Kecilkan dahulu."
    expected = FORMATS[file.suffix.lower()]
    too_large = f"foto {name} terlalu banyak pikselnya; batasnya {MAX_PIXELS // 1_000_000} juta. Kecilkan dahulu."
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit below is lower
            with Image.open(file) as image:
                width, height = image.size
                # phones write a JPEG with a second picture behind it, which nobody is shown
                actual = "JPEG" if image.format == "MPO" else image.format
                moves = image.format != "MPO" and getattr(image, "is_animated", False)
                # looked for last, and not in a picture that claims too much: a PNG is read whole for it
                small = width * height <= MAX_PIXELS
                on_its_side = small and image.getexif().get(ORIENTATION, 1) >= ON_ITS_SIDE
    except Image.DecompressionBombError:
        return too_large
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return f"foto {name} tidak dapat dibaca sebagai gambar. Simpan ulang."
    if actual != expected:
        return f"foto {name} sebenarnya {actual}, bukan {expected}. Ganti akhirannya atau simpan ulang."
    if not small:
        return too_large
    if moves:
        return f"foto {name} bergerak (beberapa gambar dalam satu berkas). Simpan satu gambar saja."
    if on_its_side:
        width, height = height, width
    return PhotoFile(file, width, height, hashlib.sha256(MADE + file.read_bytes()).hexdigest(), cache)


class Shelf:
    """The photos in one folder: looked into when a text first shows them."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache
        self.files: dict[str, Path] = {}
        self.found: dict[str, PhotoFile | str] = {}

    def find(self, name: str) -> PhotoFile | str:
        """The photo of that name, or why it cannot be shown."""
        if name not in self.files:
            hint = suggestion(name, self.files)
            return f"{quoted(name)} tidak ada di folder ini.{hint} Letakkan fotonya di samping berkas ini."
        if name not in self.found:
            self.found[name] = read_photo(self.files[name], self.cache)
        return self.found[name]

    def unused(self) -> Iterator[Path]:
        """The photos that nothing has shown."""
        for name in sorted(self.files.keys() - self.found.keys()):
            yield self.files[name]


class Shown:
    """The photos that are shown and where, so that those which cannot be made are told of by line."""

    def __init__(self) -> None:
        self.places: dict[PhotoFile, Place] = {}

    def add(self, photo: PhotoFile, place: Place) -> None:
        """Remember a photo and the first place that shows it."""
        self.places.setdefault(photo, place)

    def develop(self) -> Iterator[tuple[Place, str]]:
        """Make all of them ready; the places of those that could not be, and why."""
        for photo, reason in develop(self.places).items():
            yield self.places[photo], reason


Place = tuple[str, int, str]
"""File, line, and the part of it that names a photo."""
