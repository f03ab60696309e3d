"""Reads the editions of the magazine: `<nomor>.yml` with cover and PDF beside, and checks what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.loading import Loaded, ValuePath, Violation
from macros.problems import closest, location, quoted
from macros.publishing.flow import Facts, flow_violations
from macros.publishing.models import HIDDEN
from macros.publishing.routes import Routes
from macros.publishing.states import publication_violations
from macros.validation import validate
from macros.warta.article import Article, PhotoFile
from macros.warta.magazine_models import MagazineDocument
from macros.warta.photos import Shelf, is_photo
from macros.warta.reading import WartaReader

FILE_NAME = re.compile(r"[1-9]\d*")

MAX_BYTES = 50_000_000
"""A magazine to read on a screen has less."""

PDF = b"%PDF-"
"""How every PDF begins."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of an edition with the articles that it names."""

    judul: str
    artikel: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Magazine:
    """An edition, free of mistakes."""

    isi: MagazineDocument
    sampul: PhotoFile
    rubrik: tuple[Chapter, ...]
    pdf: Path | None
    """The PDF that lies beside its file."""

    @property
    def alamat(self) -> str:
        """Its page, for ever."""
        return f"warta/majalah/{self.isi.nomor}/"

    @property
    def alamat_cetak(self) -> str:
        """Where the PDF lies that is made from its articles."""
        return f"{self.alamat}majalah-{self.isi.nomor}.pdf"


def read_magazines(
    reader: WartaReader, folder: Path, articles: Iterable[Article], routes: Routes
) -> Iterator[Magazine]:
    """Every right edition in the folder; mistakes are kept by the reader."""
    shelf = Shelf(reader.cache)
    documents: dict[str, Path] = {}
    editions: list[Path] = []
    for file in reader.listing(folder):
        if file.name.startswith("."):
            continue
        if file.is_symlink() or not file.is_file():
            reader.problem(file, "di folder majalah hanya ada berkas edisi, sampul dan PDF, tanpa folder dan symlink.")
        elif file.suffix == ".yml":
            editions.append(file)
        elif is_photo(file):
            shelf.files[file.name] = file
        elif file.suffix == ".pdf":
            documents[file.name] = file
        else:
            reader.problem(file, "berkas ini bukan edisi (.yml), sampul (.jpg, .png, .webp) atau PDF. Pindahkan.")
    known = {f"{article.tahun}/{article.slug}": article for article in articles}
    for file in editions:
        magazine = _read(reader, file, _Beside(shelf, documents, known), routes)
        if magazine:
            yield magazine


@dataclass(frozen=True, slots=True)
class _Beside:
    """What an edition may name: photos and PDFs in its folder, and the articles."""

    shelf: Shelf
    documents: Mapping[str, Path]
    articles: Mapping[str, Article]


def _read(reader: WartaReader, file: Path, beside: _Beside, routes: Routes) -> Magazine | None:
    """One edition; None where it has mistakes."""
    loaded = reader.load(file)
    if not FILE_NAME.fullmatch(file.stem):
        reader.problem(file, "nama berkas salah bentuk. Tulis nomor edisinya lalu .yml, misalnya 3.yml.")
    document = validate(MagazineDocument, loaded)
    if document is None:
        return None
    cover = beside.shelf.find(document.sampul.berkas)
    mistakes = [*_state(document, file.stem), *_articles(document, beside.articles), *_pdf(document, beside.documents)]
    mistakes += flow_violations(document, "majalah", routes, Facts(photos=True))
    if isinstance(cover, str):
        mistakes.append((("sampul", "berkas"), cover))
    loaded.problems += (loaded.problem(path, message) for path, message in mistakes)
    if loaded.problems or isinstance(cover, str):
        return None
    reader.shown.add(cover, _place(loaded, ("sampul", "berkas")))
    chapters = tuple(
        Chapter(part.judul, tuple(beside.articles[name] for name in part.artikel)) for part in document.isi
    )
    return Magazine(document, cover, chapters, beside.documents.get(document.berkas or ""))


def _place(loaded: Loaded, path: ValuePath) -> tuple[str, int, str]:
    return loaded.berkas, loaded.line(path), location(path)


def _state(item: MagazineDocument, stem: str) -> Iterator[Violation]:
    """The number is the file's name; it keeps the rules of all that is published."""
    if stem != str(item.nomor):
        yield ("nomor",), f"nomornya {item.nomor}, tetapi nama berkasnya {stem}.yml. Samakan."
    yield from publication_violations(item)


def _articles(item: MagazineDocument, known: Mapping[str, Article]) -> Iterator[Violation]:
    """Every article is there once, has a text, and is public no later than the edition."""
    seen: set[str] = set()
    for index, part in enumerate(item.isi):
        for place, name in enumerate(part.artikel):
            path = ("isi", index, "artikel", place)
            article = known.get(name)
            if name in seen:
                yield path, f"{quoted(name)} sudah ada di edisi ini; hapus salah satu."
            elif article is None:
                near = closest(name, known)
                hint = f" Maksud Anda {quoted(near)}?" if near else ""
                yield path, f"{quoted(name)} tidak ada di warta_data/artikel.{hint}"
            elif article.kilas:
                yield path, f"{quoted(name)} kilas, yang tidak berisi naskah. Pilih artikel."
            elif item.status not in HIDDEN and article.isi.status in HIDDEN:
                yield (
                    path,
                    f"{quoted(name)} masih {article.isi.status}, sedangkan edisi ini {item.status}. "
                    "Terbitkan dahulu artikelnya.",
                )
            elif item.saat_terbit and article.isi.saat_terbit and article.isi.saat_terbit > item.saat_terbit:
                yield path, f"{quoted(name)} baru terbit {article.isi.terbit}, sesudah edisi ini ({item.terbit})."
            seen.add(name)


def _pdf(item: MagazineDocument, documents: Mapping[str, Path]) -> Iterator[Violation]:
    """The PDF lies beside the file and is one."""
    if item.berkas is None:
        return
    file = documents.get(item.berkas)
    if file is None:
        yield ("berkas",), f"{quoted(item.berkas)} tidak ada di folder ini, atau bukan .pdf."
        return
    size = file.stat().st_size
    if size > MAX_BYTES:
        yield ("berkas",), f"{size // 1_000_000} MB; batasnya {MAX_BYTES // 1_000_000} MB. Kecilkan dahulu."
    with file.open("rb") as opened:
        if opened.read(len(PDF)) != PDF:
            yield ("berkas",), f"{quoted(item.berkas)} bukan PDF. Simpan ulang."
