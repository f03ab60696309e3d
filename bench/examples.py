"""The project with the annotated examples of its guides published, so that every kind of page is there once.

Everything in them says that it is an example; photos and documents are made here. It lives in a temporary folder only.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image, ImageDraw

from bench.measuring import copy_of_project
from bench.samples import pdf

DAY = "2026-11-21"
"""The day on which the examples are current; TANGGAL builds the site as of it."""

PHOTO = (2400, 1600)
COVER = (1200, 1600)
STILL = (1920, 1080)
"""Pixels of an example's photo, of a magazine's cover and of a video's."""

GRAIN = 4
"""Pixels of the smallest detail in them: it is still there in the copies for phones."""

PUBLISHED = f"status: terbit\nterbit: {DAY}\n"
DRAFT = "status: draf"
WITHDRAWN = f"status: ditarik\nterbit: {DAY}\npenarikan: {{ tanggal: {DAY}, alasan: Contoh alasan. }}\n"
GALLERY = "".join(
    f"  - {{ berkas: contoh-{number}.jpg, alt: Contoh gambar {number}, kredit: Contoh, keterangan: Contoh }}\n"
    for number in range(1, 5)
)
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.500\nContoh takarir.\n"


def examples_project(target: Path) -> Path:
    """A copy of the project at `target`, with its examples in place."""
    project = copy_of_project(target)
    _news(project / "warta_data")
    _public_information(project / "ppid_data")
    return project


def _news(data: Path) -> None:
    article = (data / "contoh-artikel.md").read_text(encoding="utf-8")
    year = data / "artikel" / DAY[:4]
    for name, status in (
        ("contoh-artikel", PUBLISHED),
        ("contoh-galeri", f"foto:\n{GALLERY}{PUBLISHED}"),
        ("contoh-ditarik", WITHDRAWN),
    ):
        _write(year / f"{name}.md", _without_draft(article, status))
    for number in range(1, 5):
        draw(year / f"contoh-{number}.jpg", PHOTO)
    edition = (data / "contoh-majalah.yml").read_text(encoding="utf-8")
    _write(data / "majalah/1.yml", _without_draft(edition, PUBLISHED))
    draw(data / "majalah/contoh-sampul.jpg", COVER)
    video = (data / "contoh-video.md").read_text(encoding="utf-8")
    _write(data / "video/contoh-video.md", _without_draft(video, PUBLISHED))
    own = video.replace(
        "penyedia: youtube\nyoutube: CONTOH_vide", "penyedia: berkas\nberkas: contoh.mp4\ntakarir: contoh.vtt"
    )
    _write(data / "video/contoh-sendiri.md", _without_draft(own, PUBLISHED))
    _write(data / "video/contoh.vtt", CAPTIONS)
    (data / "video/contoh.mp4").write_bytes(b"\0\0\0\x18ftypmp42contoh")
    draw(data / "video/contoh-sampul.jpg", STILL)


def _public_information(data: Path) -> None:
    for example, place in (
        ("contoh-serta-merta.yml", "serta-merta/contoh.yml"),
        ("contoh-dikecualikan.yml", "dikecualikan/contoh.yml"),
        ("contoh-register.csv", "register/2026.csv"),
        ("contoh-laporan.yml", "laporan/2026.yml"),
    ):
        (data / place).parent.mkdir(exist_ok=True)
        shutil.copy(data / example, data / place)
    entry = (data / "contoh-informasi.yml").read_text(encoding="utf-8")
    before, link = entry.split("\ntautan:")
    after = link[link.index("\nsumber:") :]
    _write(data / "informasi/contoh-laporan.yml", f"{before}\nberkas: contoh-laporan.pdf\n{after}")
    (data / "informasi/contoh-laporan.pdf").write_bytes(pdf("Contoh halaman satu", "Contoh halaman dua"))


def _without_draft(text: str, status: str) -> str:
    """An example with another status: the line of its own, with what is said of it, makes room."""
    (line,) = (line for line in text.splitlines() if line.startswith(DRAFT))
    return text.replace(f"{line}\n", status)


def draw(file: Path, size: tuple[int, int]) -> None:
    """A picture that says it is an example, with as much detail as a photo, so that it packs as badly."""
    width, height = size
    grain = (width // GRAIN, height // GRAIN)
    image = Image.merge("RGB", [Image.effect_noise(grain, 40 + 20 * channel) for channel in range(3)]).resize(size)
    image = Image.blend(image, Image.radial_gradient("L").resize(size).convert("RGB"), 0.7)
    ImageDraw.Draw(image).text((width // 12, height // 3), f"CONTOH\n{file.stem}", fill="black", font_size=height // 8)
    image.save(file, quality=90)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
