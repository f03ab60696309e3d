"""Reads the folders of news: `<year>/<slug>.md`, with photos beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.loading import LoadedText, load_front_matter
from macros.problems import Problem, location, quoted
from macros.reading import Reader
from macros.rules import check_private_numbers
from macros.validation import validate
from macros.warta.article import Article, PhotoFile
from macros.warta.markdown import Converter, Memory
from macros.warta.models import ArticleDocument, BriefDocument, Document
from macros.warta.photos import CACHE_FOLDER, Shelf, Shown, is_photo
from macros.warta.rules import Known, check_story

YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class WartaReader(Reader):
    """Reads news; keeps of each file only what its page needs, since there may be ten thousands."""

    def __init__(self, root: Path, shared: Path | None, memory: Memory | None = None) -> None:
        super().__init__(root, shared)
        self.converter = Converter(memory)
        self.cache = root / CACHE_FOLDER
        self.shown = Shown()

    def articles(self, folder: Path, known: Known) -> Iterator[Article]:
        """Every right article in the years' folders."""
        for year in self.listing(folder):
            if year.name.startswith("."):
                continue
            if not year.is_dir() or year.is_symlink() or not YEAR.fullmatch(year.name):
                self.problem(year, "di sini hanya ada folder tahun, misalnya 2026, dan berita di dalamnya.")
                continue
            yield from self._year(year, known)

    def develop(self) -> None:
        """Make the photos of everything read so far ready for pages; those that are damaged inside are told."""
        for (berkas, line, part), reason in self.shown.develop():
            self.problems.append(Problem(berkas, line, part, reason))

    def _year(self, folder: Path, known: Known) -> Iterator[Article]:
        shelf = Shelf(self.cache)
        files: list[Path] = []
        for file in self.listing(folder):
            if file.name.startswith("."):
                continue
            if file.is_symlink() or not file.is_file():
                self.problem(file, "di folder tahun hanya ada berkas berita dan fotonya, tanpa folder dan symlink.")
            elif file.suffix == ".md":
                files.append(file)
            elif is_photo(file):
                shelf.files[file.name] = file
            else:
                self.problem(file, "berkas ini bukan berita (.md) dan bukan foto (.jpg, .png, .webp). Pindahkan.")
        mistakes = len(self.problems)
        for file in files:
            article = self._article(file, known, shelf)
            if article:
                yield article
        if len(self.problems) == mistakes:  # else the article that shows the photo may be the one that was not read
            for photo in shelf.unused():
                self.problem(photo, "foto ini tidak dipakai berita mana pun di foldernya. Pakai, atau hapus.")

    def _article(self, file: Path, known: Known, shelf: Shelf) -> Article | None:
        """One file as an article; None where it has mistakes, which are kept."""
        name = self.name(file)
        loaded = load_front_matter(file, name)
        loaded.problems += check_private_numbers(loaded.text, name)
        if not SLUG.fullmatch(file.stem):
            self.problem(file, "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .md.")
        year = file.parent.name
        document = _document(loaded)
        if document:
            for path, message in check_story(document, year, loaded.body, known):
                loaded.problems.append(loaded.problem(path, message))
        photos: dict[str, PhotoFile] = {}
        for index, shown in enumerate(document.foto if document else ()):
            photo = shelf.find(shown.berkas)
            if isinstance(photo, str):
                loaded.problems.append(loaded.problem(("foto", index, "berkas"), photo))
            else:
                photos[shown.berkas] = photo
                path = ("foto", index, "berkas")
                self.shown.add(photo, (name, loaded.line(path), location(path)))
        address = f"warta/{year}/{file.stem}/"
        converted = self.converter.convert(loaded.body, loaded.body_line, address, shelf.find)
        loaded.problems += (Problem(name, line, "isi", message) for line, message in converted.mistakes)
        for shown_name, photo in converted.photos.items():
            self.shown.add(photo, (name, converted.lines[shown_name], "isi"))
        self.problems += loaded.problems
        if document is None or loaded.problems:
            return None
        return Article(document, year, file.stem, name, converted.body, {**photos, **converted.photos})


def _document(loaded: LoadedText) -> Document | None:
    """What stands on top of a file, by its kind."""
    kind = loaded.data.get("jenis") if isinstance(loaded.data, dict) else None
    if kind == "kilas":
        return validate(BriefDocument, loaded)
    if kind not in (None, "artikel"):
        message = f"{quoted(kind)} bukan pilihan yang ada. Pilihannya: artikel, kilas."
        loaded.problems.append(loaded.problem(("jenis",), message))
        return None
    return validate(ArticleDocument, loaded)
