"""All services, complaints and surveys, read once and checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.layanan.complaints import Complaints, load_complaints
from macros.layanan.models import Group, GroupRegister, Service, ServiceDocument
from macros.layanan.rules import check_groups, check_service
from macros.layanan.surveys import Surveys, load_surveys
from macros.portal import Portal
from macros.ppid.content import PpidReader
from macros.ppid.private import check_phones
from macros.warta.article import Link

DATA_FOLDER = "layanan_data"
SAMPLE_FOLDER = "contoh"
"""Made-up figures, in the same folders as the real ones; they are shown in their place, and only on demand."""


@dataclass(frozen=True)
class Layanan:
    """Everything under `layanan_data/`, free of mistakes. Mappings are keyed by id, in file order."""

    groups: Mapping[str, Group] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    complaints: Complaints = field(default_factory=Complaints)
    surveys: Surveys = field(default_factory=Surveys)
    contoh: bool = False
    """Whether recaps, answers and surveys are the made-up ones."""

    @property
    def links(self) -> Iterator[tuple[str, Link]]:
        """Every link into the site, with the file that it stands in."""
        for answer in self.complaints.jawaban:
            yield from ((answer.berkas, link) for link in answer.body.links)


def load_layanan(root: Path, portal: Portal | None, samples: bool = False) -> Layanan:
    """Everything under `root/layanan_data`; raises ContentError with every mistake in it.

    With `samples` the made-up recaps, answers and surveys stand in place of the real ones. A project without the folder
    has no services. Without a portal (its own files have mistakes) what refers to SOPs and agencies is not checked.
    """
    data = root / DATA_FOLDER
    reader = PpidReader(root, portal.shared if portal else None)
    if not reader.own_or_shared(data).is_dir():
        return Layanan()
    register = reader.register(reader.own_or_shared(data / "golongan.yml"), GroupRegister, check_groups)
    groups = {group.id: group for group in register.golongan} if register else None
    services = dict(_services(reader, reader.own_or_shared(data / "layanan"), portal, groups))
    figures = data / SAMPLE_FOLDER if samples else data
    complaints = load_complaints(reader, data / "aduan", figures / "aduan", portal)
    known = reader.ids.get("layanan", {}).keys()
    surveys = load_surveys(reader, data / "survei", figures / "survei", portal, known)
    reader.raise_problems()
    return Layanan(groups or {}, services, complaints, surveys, samples)


def _services(
    reader: PpidReader, folder: Path, portal: Portal | None, groups: Mapping[str, Group] | None
) -> Iterator[tuple[str, Service]]:
    """(id, service) of every right file."""
    for id_, name, document in reader.entries(folder, ServiceDocument):
        loaded = reader.files[name]
        loaded.problems += check_phones(loaded.text, name)
        loaded.problems += (
            loaded.problem(path, message) for path, message in check_service(document, id_, portal, groups)
        )
        yield id_, Service.model_construct(**document.__dict__, id=id_, berkas=name)
