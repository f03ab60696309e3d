"""Answers of the government to complaints and aspirations: Markdown files without data of whoever asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.layanan.complaint_models import AnswerDocument
from macros.loading import LoadedText, Violation, load_front_matter
from macros.models.base import Slug
from macros.portal import Portal
from macros.ppid.anonymity import PERSONAL_TEXTS
from macros.problems import Problem, quoted, suggestion
from macros.publishing.states import state_violations
from macros.reading import Reader
from macros.rules import check_private_numbers
from macros.validation import validate
from macros.warta.article import Body
from macros.warta.markdown import Converter

YEAR = re.compile(r"(19|20)\d\d")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

ADDRESS = "layanan/aduan/jawaban/"

STREET = "alamat rumah"
"""An answer may name the street that is mended; a register may not."""


@dataclass(frozen=True)
class Answer:
    """One answer that was read."""

    tahun: str
    slug: Slug
    berkas: str
    isi: AnswerDocument
    body: Body

    @property
    def alamat(self) -> str:
        """Address of its page."""
        return f"{ADDRESS}{self.tahun}/{self.slug}/"

    def tampil(self, today: date) -> bool:
        """Whether it is public; what was withdrawn stays with its reason."""
        return self.isi.status != "draf" and self.isi.terbit is not None and self.isi.terbit <= today

    def ditarik(self, today: date) -> bool:
        """Whether it has been withdrawn; a later day is a plan."""
        return self.isi.penarikan is not None and self.isi.penarikan.tanggal <= today


def read_answers(reader: Reader, folder: Path, portal: Portal | None) -> Iterator[Answer]:
    """Every right answer in the years' folders; mistakes stay with the reader."""
    converter = Converter()
    for year in reader.listing(folder):
        if year.name.startswith("."):
            continue
        if not year.is_dir() or year.is_symlink() or not YEAR.fullmatch(year.name):
            reader.problem(year, "di sini hanya ada folder tahun, misalnya 2026, dan jawaban di dalamnya.")
            continue
        for file in reader.listing(year):
            if file.name.startswith("."):
                continue
            if file.is_symlink() or not file.is_file() or file.suffix != ".md":
                reader.problem(file, "di folder tahun hanya ada berkas jawaban (.md). Pindahkan.")
                continue
            answer = _answer(reader, file, portal, converter)
            if answer:
                yield answer


def _answer(reader: Reader, file: Path, portal: Portal | None, converter: Converter) -> Answer | None:
    """One file as an answer; None where it has mistakes, which are kept."""
    name = reader.name(file)
    loaded = load_front_matter(file, name)
    loaded.problems += check_private_numbers(loaded.text, name)
    loaded.problems += personal_lines(loaded.text, name)
    if not SLUG.fullmatch(file.stem):
        reader.problem(file, "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, lalu .md.")
    document = validate(AnswerDocument, loaded)
    year = file.parent.name
    if document:
        loaded.problems += (loaded.problem(path, text) for path, text in _violations(document, year, loaded, portal))
    address = f"{ADDRESS}{year}/{file.stem}/"
    converted = converter.convert(loaded.body, loaded.body_line, address, _no_photo)
    loaded.problems += (Problem(name, line, "isi", message) for line, message in converted.mistakes)
    reader.problems += loaded.problems
    if document is None or loaded.problems:
        return None
    return Answer(year, file.stem, name, document, converted.body)


def _no_photo(name: str) -> str:
    return f"gambar {quoted(name)} tidak dipakai di jawaban. Hapus, atau tulis apa isinya."


def personal_lines(text: str, berkas: str) -> Iterator[Problem]:
    """Lines that seem to name a person, a phone or an e-mail: an answer says what was done, not for whom."""
    for number, line in enumerate(text.splitlines(), 1):
        kinds = dict.fromkeys(kind for pattern, kind in PERSONAL_TEXTS if kind != STREET and pattern.search(line))
        for kind in kinds:
            message = f"tampaknya memuat {kind}. Tulis pokoknya saja, tanpa data orang (UU 27/2022)."
            yield Problem(berkas, number, "", message)


def _violations(item: AnswerDocument, year: str, loaded: LoadedText, portal: Portal | None) -> Iterator[Violation]:
    """Office and agencies are registered, the file lies in its year, what is published says something."""
    yield from state_violations(item)
    if int(year) != item.tanggal.year:
        yield ("tanggal",), f"tahunnya {item.tanggal.year}, tetapi berkasnya di folder {year}. Samakan."
    if item.terbit and item.terbit < item.tanggal:
        yield ("terbit",), "mendahului tanggal jawabannya. Periksa keduanya."
    if not loaded.body.strip():
        yield (), 'jawaban tanpa isi. Tulis jawabannya di bawah "---" kedua.'
    if portal is None:
        return
    if item.instansi not in portal.offices:
        hint = suggestion(item.instansi, portal.offices)
        yield ("instansi",), f"{quoted(item.instansi)} bukan instansi yang ada.{hint}"
    for index, agency in enumerate(item.perangkat_daerah):
        if agency not in portal.agencies:
            hint = suggestion(agency, portal.agencies)
            yield ("perangkat_daerah", index), f"{quoted(agency)} tidak ada di register perangkat daerah.{hint}"
