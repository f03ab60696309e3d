"""All content of the portal, read once and checked as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from macros import rules
from macros.flow import Flow
from macros.loading import Loaded
from macros.models.parts import PartRegister
from macros.models.publishing import PublishingRegister
from macros.models.registers import (
    ActorRegister,
    Agency,
    AgencyEvidence,
    AgencyRegister,
    Evidence,
    Office,
    OfficeRegister,
    RegisteredActor,
    Regulation,
    RegulationRegister,
)
from macros.models.settings import Settings
from macros.models.sop import Sop, SopDocument
from macros.problems import Problem, quoted, suggestion
from macros.publishing.routes import FILE as ROUTES
from macros.publishing.routes import Routes, check_register, routes
from macros.reading import Reader
from macros.settings import FILE as SETTINGS
from macros.settings import check_settings
from macros.validation import validate

DATA_FOLDER = "sop_data"
REGISTER_FOLDER = "register"
EXAMPLE = "contoh.yml"
"""The annotated example to copy; not an SOP of the portal."""
FILE_NAME = re.compile(
    r"^(?P<nn>[0-9]{2,4}[a-z]?)-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<revisi>\d{4}-\d{2}-\d{2}))?\.yml$"
)
"""Number and short name; an earlier revision, kept beside the SOP, has its date before the ending."""


FORMER_NAME = re.compile(r" \([^)]*\)$")
"""The short name that may follow a former name: `Badan ... (Balitbangren)`."""


@dataclass(frozen=True)
class Portal:
    """Registers and SOPs, free of mistakes. Mappings are keyed by id, in file order."""

    root: Path
    """The folder of the office's own data."""
    shared: Path
    """The folder of what all offices share: SOPs and registers, synonyms, prose. Mostly `root`."""
    settings: Settings
    offices: Mapping[str, Office]
    """The portal's own office first."""
    agencies: Mapping[str, Agency]
    actors: Mapping[str, RegisteredActor]
    regulations: Mapping[str, Regulation]
    evidence: Mapping[str, Evidence]
    parts: PartRegister
    """Which pages of the portal carry out which SOPs."""
    part_lines: Mapping[str, tuple[str, int]]
    """Address of such a page -> the file and line that name it."""
    sops: Mapping[str, Sop]
    revisions: Mapping[str, tuple[Sop, ...]]
    """SOP id -> its earlier revisions, oldest first; only SOPs that have any."""
    agency_sources: Mapping[str, AgencyEvidence] = field(default_factory=dict)
    """Where the facts about agencies were read."""
    publishing: PublishingRegister = field(default_factory=PublishingRegister)
    """Which SOP governs the publishing of which content."""

    @cached_property
    def routes(self) -> Routes:
        """The steps that content goes through before it is public."""
        return routes(self.publishing, self.sops, {actor.id: actor.nama for actor in self.actors.values()})

    @cached_property
    def flows(self) -> Mapping[str, Flow]:
        """SOP id -> its flow."""
        return {sop.id: Flow.of(sop) for sop in self.sops.values()}

    @cached_property
    def actor_name(self) -> re.Pattern[str]:
        """Any registered actor's name, or a part of it around a slash, as whole words; longer ones first."""
        parts = {part.strip() for actor in self.actors.values() for part in (actor.nama, *actor.nama.split("/"))}
        choices = "|".join(re.escape(part) for part in sorted(parts, key=lambda item: (-len(item), item)) if part)
        return re.compile(rf"(?:{choices})\b", re.IGNORECASE)

    @cached_property
    def successors(self) -> Mapping[str, tuple[Agency, ...]]:
        """Former agency -> those that say they bore its name before; only agencies that have any."""
        former: dict[str, list[Agency]] = {}
        for agency in self.agencies.values():
            for name in agency.nama_sebelumnya:
                former.setdefault(FORMER_NAME.sub("", name).casefold(), []).append(agency)
        found = {id_: tuple(former.get(agency.nama.casefold(), ())) for id_, agency in self.agencies.items()}
        return {id_: agencies for id_, agencies in found.items() if agencies}

    @cached_property
    def present_agencies(self) -> Mapping[str, Agency]:
        """The agencies that no other one has followed."""
        return {id_: agency for id_, agency in self.agencies.items() if id_ not in self.successors}

    @cached_property
    def _by_office(self) -> Mapping[str, list[Sop]]:
        grouped: dict[str, list[Sop]] = {office: [] for office in self.offices}
        for sop in self.sops.values():
            grouped[sop.instansi].append(sop)
        return grouped

    def sops_of(self, office_id: str) -> list[Sop]:
        """The SOPs of one office, by number."""
        return self._by_office[office_id]

    @cached_property
    def by_number(self) -> Mapping[tuple[str, str], list[Sop]]:
        """(office, SOP number) -> the SOPs that bear it; one, unless the documents repeat a number."""
        grouped: dict[tuple[str, str], list[Sop]] = {}
        for sop in self.sops.values():
            grouped.setdefault((sop.instansi, sop.nomor), []).append(sop)
        return grouped

    @cached_property
    def named_by(self) -> Mapping[str, list[Sop]]:
        """SOP id -> the SOPs whose box Keterkaitan names it."""
        grouped: dict[str, list[Sop]] = {}
        for sop in self.sops.values():
            for named in dict.fromkeys(relation.sop for relation in sop.keterkaitan if relation.sop):
                grouped.setdefault(named, []).append(sop)
        return grouped


def load_portal(root: Path) -> Portal:
    """Whose portal it is, and everything under `root/sop_data`; raises ContentError with every mistake in it.

    An office whose settings name a folder to share (`bersama`) takes the SOPs and registers from there, and only
    its agencies from its own.
    """
    settings_reader = Reader(root)
    settings = settings_reader.register(root / SETTINGS, Settings, check_settings)
    shared = shared_folder(root, settings)
    reader = _SopReader(root, shared)
    reader.files |= settings_reader.files
    reader.problems += settings_reader.problems
    register = shared / DATA_FOLDER / REGISTER_FOLDER
    offices = reader.register(register / "instansi.yml", OfficeRegister, rules.check_offices)
    own = root / DATA_FOLDER / REGISTER_FOLDER
    agencies = reader.register(own / "perangkat_daerah.yml", AgencyRegister, rules.check_agencies)
    actors = reader.register(register / "pelaksana.yml", ActorRegister, rules.check_actors)
    regulations = reader.register(register / "peraturan.yml", RegulationRegister, rules.check_regulations)
    reader.problems += reader.misplaced()
    sops = list(reader.sops())
    parts = None
    if (file := register / "bagian.yml").exists():
        check = partial(rules.check_parts, known=reader.first_file.keys())
        parts = reader.register(file, PartRegister, check)
    of_id = {sop.id: sop for sop in sops}
    publishing = _publishing(reader, (own / ROUTES, register / ROUTES), of_id)
    if settings and offices:
        reader.problems += _check_owner(settings, offices, agencies, reader.files[SETTINGS])
    if settings and offices and agencies and actors and regulations:
        own_first = sorted(offices.instansi, key=lambda office: office.id != settings.instansi)
        portal = Portal(
            root=root,
            shared=shared,
            settings=settings,
            offices={office.id: office for office in own_first},
            agencies={agency.id: agency for agency in agencies.perangkat_daerah},
            actors={actor.id: actor for actor in actors.pelaksana},
            regulations={regulation.id: regulation for regulation in regulations.peraturan},
            evidence=dict(regulations.sumber),
            agency_sources=dict(agencies.sumber),
            publishing=publishing or PublishingRegister(),
            parts=parts or PartRegister(),
            part_lines=_part_lines(parts, reader.files[reader.name(file)]) if parts else {},
            sops=of_id,
            revisions={
                sop_id: tuple(old for _, old in sorted(dated, key=lambda item: item[0]))
                for sop_id, dated in reader.revisions.items()
            },
        )
        known = rules.Known(portal.offices, portal.actors, portal.regulations, reader.first_file)
        for sop in (*sops, *(old for dated in portal.revisions.values() for old in dated)):
            reader.problems += rules.check_sop(sop, known, reader.files[sop.berkas])
    for sop_id, dated in reader.revisions.items():
        if sop_id not in reader.first_file:
            message = f"revisi lama tanpa SOP yang sekarang: tidak ada berkas {sop_id}-….yml tanpa tanggal."
            reader.problems.append(Problem(dated[0][1].berkas, 1, "", message))
    reader.raise_problems()
    return portal


def _publishing(reader: _SopReader, choices: Iterable[Path], sops: Mapping[str, Sop]) -> PublishingRegister | None:
    """The first register that is there: an office has its own SOPs for the same work."""
    check = partial(check_register, sops={id_: sops.get(id_) for id_ in reader.first_file})
    return next((reader.register(file, PublishingRegister, check) for file in choices if file.exists()), None)


def _part_lines(parts: PartRegister, loaded: Loaded) -> dict[str, tuple[str, int]]:
    lines = ((part.alamat, loaded.line(("bagian", index, "alamat"))) for index, part in enumerate(parts.bagian))
    return {address: (loaded.berkas, line) for address, line in lines}


def shared_folder(root: Path, settings: Settings | None) -> Path:
    """The folder of what all offices share."""
    return (root / settings.bersama).resolve() if settings and settings.bersama else root


def _check_owner(
    settings: Settings, offices: OfficeRegister, agencies: AgencyRegister | None, loaded: Loaded
) -> Iterator[Problem]:
    """Whose portal it is stands in the registers."""
    choices = [("instansi", settings.instansi, [office.id for office in offices.instansi], "instansi.yml")]
    if settings.penerbit and agencies:
        known = [agency.id for agency in agencies.perangkat_daerah]
        choices.append(("penerbit", settings.penerbit, known, "perangkat_daerah.yml"))
    for key, value, known, file in choices:
        if value not in known:
            message = f"{quoted(value)} tidak ada di {DATA_FOLDER}/{REGISTER_FOLDER}/{file}.{suggestion(value, known)}"
            yield loaded.problem((key,), message)


class _SopReader(Reader):
    """Reads SOPs, and remembers which file an id came from."""

    def __init__(self, root: Path, shared: Path) -> None:
        super().__init__(root)
        self.data = shared / DATA_FOLDER
        self.first_file: dict[str, str] = {}
        self.revisions: dict[str, list[tuple[str, Sop]]] = {}

    def misplaced(self) -> Iterator[Problem]:
        """SOP files that lie beside the offices' folders and would be overlooked."""
        for file in self.listing(self.data):
            if file.suffix in (".yml", ".yaml") and file.name != EXAMPLE:
                message = "berkas SOP diletakkan di folder instansinya, misalnya sop_data/mamuju/."
                yield Problem(self.name(file), 1, "", message)

    def sops(self) -> Iterator[Sop]:
        for folder in self.listing(self.data):
            if folder.is_dir() and folder.name != REGISTER_FOLDER and not folder.name.startswith("."):
                for file in self.listing(folder):
                    if not file.name.startswith("."):
                        sop = self.sop(file)
                        if sop:
                            yield sop

    def sop(self, file: Path) -> Sop | None:
        name = FILE_NAME.match(file.name)
        if name is None:
            self.problem(
                file,
                'nama berkas salah bentuk. Tulis nomor, tanda hubung, nama singkat lalu ".yml", '
                "misalnya 03-pengelolaan-website.yml.",
            )
            return None
        loaded = self.load(file)
        sop_id = f"{file.parent.name}/{name['nn']}"
        if name["revisi"]:
            old = validate(SopDocument, loaded)
            if old:
                revision = Sop.model_construct(**old.__dict__, id=sop_id, berkas=loaded.berkas)
                self.revisions.setdefault(sop_id, []).append((name["revisi"], revision))
            return None
        first = self.first_file.setdefault(sop_id, loaded.berkas)
        if first != loaded.berkas:
            loaded.problems.append(
                Problem(
                    loaded.berkas,
                    1,
                    "",
                    f"id {sop_id} sudah dipakai {first}. Ganti nomor di nama berkas, misalnya {name['nn']}b-….yml.",
                )
            )
        document = validate(SopDocument, loaded)
        return Sop.model_construct(**document.__dict__, id=sop_id, berkas=loaded.berkas) if document else None
