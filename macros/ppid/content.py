"""All content of the PPID, read once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from macros.portal import Portal
from macros.ppid import rules
from macros.ppid.announcements import Announcements, read_announcements
from macros.ppid.asking import Asking, load_asking
from macros.ppid.attachments import Attachments
from macros.ppid.documents import Document
from macros.ppid.exclusions import Exclusions, read_exclusions
from macros.ppid.models.information import Information, InformationDocument, TitleKey
from macros.ppid.models.settings import PpidSettings
from macros.ppid.private import check_phones
from macros.ppid.reporting import Reporting, load_reporting
from macros.publishing.routes import NO_ROUTES
from macros.reading import Reader
from macros.validation import ModelType, validate

DATA_FOLDER = "ppid_data"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Ppid:
    """Everything under `ppid_data/`, free of mistakes. Mappings are keyed by id, in file order."""

    information: Mapping[str, Information]
    settings: PpidSettings
    exclusions: Exclusions
    announcements: Announcements
    documents: Mapping[str, Document]
    """Entry id -> the document beside it; only entries that have one, drafts and withdrawn ones too."""
    reporting: Reporting = field(default_factory=Reporting)
    """Register, reports, links and scores."""
    asking: Asking = field(default_factory=Asking)
    """What a citizen needs to ask: periods, holidays, contacts."""

    def as_of(self, moment: datetime) -> Ppid:
        """The same without the entries that appear later on that day."""
        return replace(self, information={id_: item.menurut(moment) for id_, item in self.information.items()})

    def with_drafts(self, today: date) -> Ppid:
        """The same with the entries that are not public yet, as they will look."""
        return replace(self, information={id_: item.dipratinjau(today) for id_, item in self.information.items()})

    @cached_property
    def by_title(self) -> Mapping[TitleKey, list[str]]:
        """Title, agency and year -> the entries that bear it; one, unless a title is repeated."""
        grouped: dict[TitleKey, list[str]] = {}
        for item in self.information.values():
            grouped.setdefault(item.kunci_judul, []).append(item.id)
        return grouped

    @cached_property
    def by_sha256(self) -> Mapping[str, list[str]]:
        """A document's SHA-256 -> the entries that have it."""
        grouped: dict[str, list[str]] = {}
        for id_, document in self.documents.items():
            grouped.setdefault(document.sha256, []).append(id_)
        return grouped


def load_ppid(root: Path, portal: Portal | None) -> Ppid:
    """Everything under `root/ppid_data`; raises ContentError with every mistake in it.

    Without a portal (its own files have mistakes) ids of agencies and SOPs are not checked.
    """
    reader = PpidReader(root, portal.shared if portal else None)
    data = root / DATA_FOLDER
    information = {item.id: item for item in reader.information(data / "informasi")}
    known = rules.Known(
        agencies=portal.agencies.keys() if portal else None,
        sops=portal.sops.keys() if portal else None,
        information=reader.ids["informasi"].keys(),
        routes=portal.routes if portal else NO_ROUTES,
    )
    settings = reader.settings(data / "ppid.yml", known)
    for item in information.values():
        reader.problems += rules.check_information(item, known, reader.files[item.nama_berkas])
    reader.problems += rules.check_replacements(information, reader.files)
    documents = Attachments(reader, data / "informasi").read()
    exclusions = read_exclusions(reader, data, known.agencies, information)
    announcements = read_announcements(reader, data, known.agencies)
    reporting = load_reporting(reader, data, known.agencies)
    asking = load_asking(reader, data)
    reader.raise_problems()
    return Ppid(information, settings, exclusions, announcements, documents, reporting, asking)


class PpidReader(Reader):
    """Reads the PPID's folders: one file per entry, whose name is the entry's id."""

    def __init__(self, root: Path, shared: Path | None) -> None:
        super().__init__(root, shared)
        self.ids: dict[str, dict[str, str]] = {}
        """Folder -> id -> the file it came from; an entry whose file has mistakes is known all the same."""

    def entries(self, folder: Path, model: type[ModelType]) -> Iterator[tuple[str, str, ModelType]]:
        """(id, file's name, entry) of every right file in a folder and the folders in it."""
        ids = self.ids.setdefault(folder.name, {})
        for file in self.content_files(folder):
            name = self.name(file)
            if not SLUG.fullmatch(file.stem):
                self.problem(
                    file,
                    "nama berkas salah bentuk. Tulis huruf kecil, angka dan tanda hubung, misalnya lkjip-2024.yml.",
                )
                continue
            first = ids.setdefault(file.stem, name)
            if first != name:
                self.problem(file, f"id {file.stem} sudah dipakai {first}. Ganti nama salah satu berkas.")
            document = validate(model, self.load(file))
            if document:
                yield file.stem, name, document

    def content_files(self, folder: Path) -> Iterator[Path]:
        """The YAML files in a folder and in the folders in it, by name."""
        for file in self.listing(folder):
            if file.name.startswith("."):
                continue
            if file.is_symlink():
                if file.is_dir() or file.suffix in (".yml", ".yaml"):
                    self.problem(file, "tautan ke tempat lain (symlink) tidak dibaca. Salin isinya sendiri ke sini.")
            elif file.is_dir():
                yield from self.content_files(file)
            elif file.suffix == ".yaml":
                self.problem(file, 'akhiran ".yaml" tidak dibaca. Ganti menjadi ".yml".')
            elif file.suffix == ".yml":
                yield file

    def settings(self, file: Path, known: rules.Known) -> PpidSettings:
        """What holds for all pages; a PPID without the file has chosen nothing."""
        if not file.exists():
            return PpidSettings()
        return self.register(file, PpidSettings, partial(rules.check_settings, known)) or PpidSettings()

    def information(self, folder: Path) -> Iterator[Information]:
        """The entries of the DIP; a mobile phone number anywhere in their files is a problem, as a NIK or NIP is."""
        for id_, name, document in self.entries(folder, InformationDocument):
            yield Information.model_construct(**document.__dict__, id=id_, nama_berkas=name)
        for name in self.ids[folder.name].values():
            self.problems += check_phones(self.files[name].text, name)
