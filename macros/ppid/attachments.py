"""Which document belongs to which entry: the file beside it that `berkas` names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from macros.loading import Loaded
from macros.models.base import DOCUMENT_NAME
from macros.ppid.documents import Document, content_mistake, ending_mistake, fingerprint, outer_mistake
from macros.ppid.inspection import Inspection
from macros.ppid.inspector import Inspector
from macros.problems import Problem, closest, quoted
from macros.reading import Reader

PATH = ("berkas",)
SHOWN_PLACES = 5
"""So many pages with private numbers are named in one message."""


class Attachments:
    """The documents under a folder of entries that were read, and the mistakes with them, which go to the reader."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self.reader = reader
        self.folder = folder
        self.documents: dict[str, Document] = {}
        """Entry id -> its document, also of entries that have mistakes."""

    def read(self) -> dict[str, Document]:
        """Look at every document; also of entries with mistakes, so that all is told in one go."""
        entries: dict[str, list[Loaded]] = {}
        for name, loaded in self.reader.files.items():
            entries.setdefault(name.rpartition("/")[0], []).append(loaded)
        with Inspector(self.reader.root) as inspector:
            for name, files in self._shelves.items():
                self._read_folder(name, files, entries.get(name, []), inspector)
        return self.documents

    @cached_property
    def _shelves(self) -> dict[str, dict[str, Path]]:
        """Folder's name -> the documents that lie in it, by name."""
        return {
            self.reader.name(folder): {file.name: file for file in self.reader.listing(folder) if _is_document(file)}
            for folder in folders(self.reader, self.folder)
        }

    @cached_property
    def _elsewhere(self) -> dict[str, str]:
        """Name of a document -> a folder it lies in."""
        return {name: folder for folder, files in reversed(self._shelves.items()) for name in files}

    def _read_folder(self, folder: str, files: dict[str, Path], entries: list[Loaded], inspector: Inspector) -> None:
        spare = files.keys() - {_named(loaded) for loaded in entries}
        for loaded in entries:
            name = _named(loaded)
            if name is None:
                continue
            mistake = ending_mistake(name)
            if mistake is None and name not in files:
                meant = _same_but_for_case(name, spare) or closest(name, sorted(spare))
                spare -= {meant}
                mistake = self._missing(name, meant, folder)
            if mistake:
                loaded.problems.append(loaded.problem(PATH, mistake))
                continue
            document = self._document(files[name], loaded, inspector)
            if document:
                self.documents[Path(loaded.berkas).stem] = document
        if all(loaded.data is not None for loaded in entries):
            for name in spare:
                message = (
                    f"dokumen ini tidak dipakai butir mana pun di foldernya. Tulis berkas: {name} pada butirnya, "
                    "atau hapus dokumennya: semua yang disimpan di sini ikut terbuka bersama kode situs."
                )
                self.reader.problem(files[name], message)

    def _missing(self, name: str, meant: str | None, folder: str) -> str:
        """What to say of a document that does not lie beside its entry."""
        if meant and _folded(meant) == _folded(name):
            return f"{quoted(name)} tidak ada; yang ada {quoted(meant)}. Huruf besar dan kecil dibedakan: samakan."
        if meant:
            return f"{quoted(name)} tidak ada di folder ini. Maksud Anda {quoted(meant)}?"
        other = self._elsewhere.get(name)
        if other:
            return f"{quoted(name)} tidak ada di folder ini, tetapi ada di {other}. Pindahkan ke samping berkas ini."
        return f"{quoted(name)} tidak ada di folder ini. Letakkan dokumennya di {folder}."

    def _document(self, file: Path, loaded: Loaded, inspector: Inspector) -> Document | None:
        """The document of an entry; None where it has mistakes."""
        mistake = outer_mistake(file)
        if mistake is None:
            try:
                data = file.read_bytes()
            except OSError as error:
                mistake = f"{quoted(file.name)} tidak dapat dibaca (galat sistem {error.errno})."
            else:
                mistake = content_mistake(data, file)
        if mistake:
            loaded.problems.append(loaded.problem(PATH, mistake))
            return None
        ending, sha256 = file.suffix[1:].lower(), fingerprint(data)
        inside = inspector.inspect(file, ending, sha256)
        problems = list(_inner_mistakes(inside, file.name, loaded))
        loaded.problems += problems
        return None if problems else Document(file.name, len(data), ending, sha256, file, inside)


def folders(reader: Reader, folder: Path) -> Iterator[Path]:
    """A folder and the folders in it; a symlink is not followed, since it may lead anywhere."""
    yield folder
    for file in reader.listing(folder):
        if file.is_dir() and not file.is_symlink() and not file.name.startswith("."):
            yield from folders(reader, file)


def _is_document(file: Path) -> bool:
    """Neither hidden, nor an entry, nor a folder; a link to a file is one, so that it is told of."""
    return not (file.name.startswith(".") or file.suffix in (".yml", ".yaml") or file.is_dir())


def _named(loaded: Loaded) -> str | None:
    """The document an entry names, where that is a name: the model tells of the others."""
    name = loaded.data.get("berkas") if isinstance(loaded.data, dict) else None
    return name.strip() if isinstance(name, str) and re.match(DOCUMENT_NAME, name.strip()) else None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _same_but_for_case(name: str, others: Collection[str]) -> str | None:
    return next((other for other in sorted(others) if _folded(other) == _folded(name)), None)


def _inner_mistakes(inside: Inspection, name: str, loaded: Loaded) -> Iterator[Problem]:
    """A document can be opened and holds no NIK (UU 27/2022).

    A NIP is a finding: official letters are signed with one, and a signed document cannot be changed.
    """
    if inside.rusak:
        message = f"{quoted(name)} rusak dan tidak dapat dibuka. Simpan atau pindai ulang dokumennya."
        yield loaded.problem(PATH, message)
    if inside.memuat("NIK"):
        message = (
            f"{quoted(name)} memuat NIK{listed(inside.memuat('NIK'))}. "
            "Hapus angka itu dari dokumennya, lalu simpan ulang."
        )
        yield loaded.problem(PATH, message)


def listed(places: list[str]) -> str:
    """` di halaman 3, halaman 7 dan 4 tempat lain`; nothing for a document without parts."""
    known = [place for place in places if place]
    more = f" dan {len(known) - SHOWN_PLACES} tempat lain" if len(known) > SHOWN_PLACES else ""
    return f" di {', '.join(known[:SHOWN_PLACES])}{more}" if known else ""
