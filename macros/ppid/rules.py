"""What makes PPID content wrong beyond the shape of one value: each rule yields its problems."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from macros.loading import Loaded, Violation
from macros.ppid.models.information import Information
from macros.ppid.models.settings import PpidSettings
from macros.problems import Problem, quoted, suggestion
from macros.publishing.flow import Facts, flow_violations
from macros.publishing.routes import NO_ROUTES, Routes
from macros.publishing.states import publication_violations


@dataclass(frozen=True)
class Known:
    """The ids that entries may refer to; None where they could not be read."""

    agencies: Collection[str] | None
    sops: Collection[str] | None
    information: Collection[str]
    routes: Routes = NO_ROUTES
    """The steps to the public; none where they could not be read."""


def check_information(item: Information, known: Known, loaded: Loaded) -> Iterator[Problem]:
    """All rules that one entry of the DIP must keep."""
    for path, message in (
        *_known_ids(item, known),
        *_one_document(item),
        *_state(item),
        *flow_violations(item, "informasi publik", known.routes, Facts()),
    ):
        yield loaded.problem(path, message)


def check_settings(known: Known, settings: PpidSettings, loaded: Loaded) -> Iterator[Problem]:
    """The SOP that governs publishing exists."""
    if settings.sop and known.sops is not None and settings.sop not in known.sops:
        yield loaded.problem(
            ("sop",), f"{quoted(settings.sop)} tidak ada di daftar SOP.{suggestion(settings.sop, known.sops)}"
        )


def _known_ids(item: Information, known: Known) -> Iterator[Violation]:
    """Agencies, SOPs and entries that are named exist; no entry replaces itself."""
    references: tuple[tuple[str, str | None, Collection[str] | None, str], ...] = (
        ("perangkat_daerah", item.perangkat_daerah, known.agencies, "register perangkat daerah"),
        ("sop", item.sop, known.sops, "daftar SOP"),
        ("dokumen_sop", item.dokumen_sop, known.sops, "daftar SOP"),
        ("diganti_oleh", item.diganti_oleh, known.information, "ppid_data/informasi"),
    )
    for key, value, ids, where in references:
        if value and ids is not None and value not in ids:
            yield (key,), f"{quoted(value)} tidak ada di {where}.{suggestion(value, ids)}"
    if item.diganti_oleh == item.id:
        yield ("diganti_oleh",), "butir ini menyebut dirinya sendiri sebagai pengganti."


def check_replacements(information: Mapping[str, Information], files: Mapping[str, Loaded]) -> Iterator[Problem]:
    """Following `diganti_oleh` comes to an end; a circle is told once, at its first entry."""
    known: set[str] = set()
    for start in information:
        chain: list[str] = []
        id_: str | None = start
        while id_ and id_ in information and id_ not in known and id_ not in chain:
            chain.append(id_)
            id_ = information[id_].diganti_oleh
        known.update(chain)
        if id_ and id_ in chain and chain[-1] != id_:
            circle = " → ".join([*chain[chain.index(id_) :], id_])
            message = f"rangkaian pengganti berputar: {circle}. Hapus salah satu diganti_oleh."
            yield files[information[id_].nama_berkas].problem(("diganti_oleh",), message)


def _one_document(item: Information) -> Iterator[Violation]:
    """A document lies at one place."""
    given = [key for key in ("berkas", "tautan", "dokumen_sop") if getattr(item, key)]
    if len(given) > 1:
        yield (given[1],), f"{' dan '.join(given)} tidak boleh bersama-sama; pilih satu letak dokumen."


def _state(item: Information) -> Iterator[Violation]:
    """It keeps the rules of all that is published; changes stand in order."""
    yield from publication_violations(item, "perubahan")
    days = [item.terbit, *(change.tanggal for change in item.perubahan), item.penarikan and item.penarikan.tanggal]
    dated = [day for day in days if day]
    if dated != sorted(dated):
        yield ("perubahan",), "tanggal tidak urut: terbit, perubahan dari yang terlama, lalu penarikan."
