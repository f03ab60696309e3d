"""Pictures that are published: what was made of photos, and the cards that others show of shared pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.dates import long_date
from macros.models.settings import Settings
from macros.pages import FileAsset
from macros.warta.article import PhotoFile
from macros.warta.cards import CACHE_FOLDER, NEWEST, SocialCard
from macros.warta.darkroom import SETTINGS
from macros.warta.lists import ROOT
from macros.warta.models import Category
from macros.warta.shelves import Shelves

CARD = "kartu.jpg"


@dataclass(frozen=True, slots=True)
class Shared:
    """What others show of a page when it is shared."""

    jenis: str
    """`article` or `website`, as the Open Graph names it."""
    judul: str
    ringkasan: str
    gambar: str
    """The address of its card, below the root."""
    alt: str
    terbit: str | None = None


def photo_files(folder: str, photo: PhotoFile) -> Iterator[FileAsset]:
    """Every width and format of one photo, in the folder of the page that shows it.

    Never the original, whose file may say where it was taken.
    """
    for width in photo.ukuran:
        for ending in SETTINGS:
            yield FileAsset(f"{folder}{photo.nama(width, ending)}", photo.jadi(width, ending))


def social_cards(
    shelves: Shelves, categories: Mapping[str, Category], settings: Settings, root: Path
) -> dict[str, SocialCard]:
    """Folder -> its card: one for the newest articles each, and one for all other pages, among them all briefs."""
    cache = root / CACHE_FOLDER
    about = f"Berita dan kilas {settings.wilayah}"
    cards = {ROOT: SocialCard(settings.warta, about, settings.nama, None, cache)}
    for article in shelves.articles:
        if len(cards) > NEWEST:
            break
        if article.artikel and not article.isi.ditarik(shelves.today):
            photo = article.foto_utama
            above = f"{categories[article.isi.kategori].nama}  ·  {long_date(article.isi.tanggal)}"
            background = photo.jadi(photo.ukuran[-1], "jpg") if photo else None
            cards[article.alamat] = SocialCard(article.judul, above, settings.nama, background, cache)
    return cards
