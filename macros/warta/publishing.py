"""What of a photo is published: every width and format, from the cache; never the original, whose file may say more."""

from __future__ import annotations

from collections.abc import Iterator

from macros.pages import FileAsset
from macros.warta.article import PhotoFile
from macros.warta.darkroom import SETTINGS


def photo_files(folder: str, photo: PhotoFile) -> Iterator[FileAsset]:
    """The files of one photo, in the folder of the page that shows it."""
    for width in photo.ukuran:
        for ending in SETTINGS:
            yield FileAsset(f"{folder}{photo.nama(width, ending)}", photo.jadi(width, ending))
