"""Photos beside articles: what counts as one, and how large it is."""

from __future__ import annotations

from pathlib import Path

from macros.problems import quoted
from macros.warta.article import PhotoFile

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""Ending -> what the file must be inside."""

MAX_BYTES = 20_000_000
"""A camera's own file has less."""

ORIENTATION = 0x0112
"""EXIF: how the camera was held. From 5 on, the picture is shown on its side, so width and height change places."""

ON_ITS_SIDE = 5


def is_photo(file: Path) -> bool:
    """Whether a file's ending is that of a photo."""
    return file.suffix.lower() in FORMATS


def read_photo(file: Path) -> PhotoFile | str:
    """The photo, of which only the head is read; or why it is none."""
    from PIL import Image, UnidentifiedImageError  # takes longer to load than all else, and only photos need it

    size = file.stat().st_size
    if size > MAX_BYTES:
        return (
            f"foto {quoted(file.name)} {size // 1_000_000} MB; batasnya {MAX_BYTES // 1_000_000} MB. Kecilkan dahulu."
        )
    expected = FORMATS[file.suffix.lower()]
    try:
        with Image.open(file) as image:
            width, height = image.size
            actual = image.format
            on_its_side = image.getexif().get(ORIENTATION, 1) >= ON_ITS_SIDE
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return f"foto {quoted(file.name)} tidak dapat dibaca sebagai gambar. Simpan ulang."
    if actual != expected:
        return f"foto {quoted(file.name)} sebenarnya {actual}, bukan {expected}. Ganti akhirannya atau simpan ulang."
    return PhotoFile(file, height, width) if on_its_side else PhotoFile(file, width, height)
