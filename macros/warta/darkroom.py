"""Photos made ready for pages: three widths in AVIF, WebP and JPEG, upright, without what a camera noted inside.

The originals stay in the repository. What was made is kept in `.cache/foto/`, named by the photo's content and by
how it was made, so that a photo is worked on once; the folder may be deleted at any time.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.problems import quoted
from macros.warta import pool
from macros.warta.article import PhotoFile

if TYPE_CHECKING:
    from PIL import Image

SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
"""Ending -> how Pillow writes it."""

SMALL = 4_000_000
"""So few pixels in all are done sooner than another process has started."""


def develop(photos: Iterable[PhotoFile]) -> dict[PhotoFile, str]:
    """Make what is not in the cache yet; gives the photos that could not be made, and why."""
    waiting = [photo for photo in dict.fromkeys(photos) if not made(photo)]
    if len(waiting) < 2 or sum(photo.lebar * photo.tinggi for photo in waiting) < SMALL:
        results: Iterable[tuple[PhotoFile, str | None]] = ((photo, develop_one(photo)) for photo in waiting)
    else:
        results = pool.run(develop_one, waiting, "Foto dibuat dalam beberapa ukuran")
    broken = "pembaca gambar berhenti karena foto {}. Simpan ulang."
    return {
        photo: broken.format(quoted(photo.letak.name)) if answer is None else answer
        for photo, answer in results
        if answer != ""
    }


def made(photo: PhotoFile) -> bool:
    """Whether all its files lie in the cache, as long as they were when they were made."""
    try:
        sizes = json.loads(_note(photo).read_bytes())
        return bool({file.name: file.stat().st_size for file in _files(photo)} == sizes)
    except (OSError, ValueError):
        return False


def develop_one(photo: PhotoFile) -> str:
    """Make all files of one photo; gives why it could not be done, or the empty text."""
    from PIL import Image

    try:
        with Image.open(photo.letak) as opened:
            picture = upright(opened, photo)
    except MemoryError:
        return f"foto {quoted(photo.letak.name)} terlalu besar untuk memori. Kecilkan dahulu."
    except Exception:
        # the libraries raise nearly everything on damaged pictures; which it was helps no editor
        return f"foto {quoted(photo.letak.name)} rusak atau terpotong, tidak terbaca sampai akhir. Simpan ulang."
    sizes = {}
    try:
        for width in photo.ukuran:
            smaller = picture.resize((width, photo.tinggi_pada(width)), Image.Resampling.LANCZOS, reducing_gap=3.0)
            for ending, settings in SETTINGS.items():
                content = BytesIO()
                smaller.save(content, **settings)
                file = photo.jadi(width, ending)
                put(file, content.getvalue())
                sizes[file.name] = len(content.getvalue())
        put(_note(photo), json.dumps(sizes).encode())
    except OSError as error:
        return f"hasilnya tidak dapat disimpan di .cache/{photo.simpanan.name} (galat sistem {error.errno})."
    return ""


def upright(opened: Image.Image, photo: PhotoFile) -> Image.Image:
    """The picture as people see it: turned as it was held, in the colours of the web, on white, and nothing else."""
    from PIL import Image, ImageOps

    share = photo.ukuran[-1] / photo.lebar
    opened.draft("RGB", (int(opened.width * share) + 1, int(opened.height * share) + 1))  # a JPEG is read smaller
    opened.load()
    picture = _web_colours(ImageOps.exif_transpose(opened))
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        picture = Image.new("RGB", seen.size, "white")
        picture.paste(seen, mask=seen.getchannel("A"))
    picture = picture.convert("RGB")
    picture.info = {}  # where it was taken, when, and with what
    return picture


def _web_colours(picture: Image.Image) -> Image.Image:
    """The picture in sRGB, where it says that it is in something else and what."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError):
        return picture


def put(file: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as half:
        half.write(content)
    try:
        Path(half.name).chmod(0o644)
        Path(half.name).replace(file)
    except OSError:
        Path(half.name).unlink()
        raise


def _files(photo: PhotoFile) -> list[Path]:
    return [photo.jadi(width, ending) for width in photo.ukuran for ending in SETTINGS]


def _note(photo: PhotoFile) -> Path:
    """What was made, and how long each file is; written last."""
    return photo.simpanan / f"{photo.sidik}.json"
