"""What makes content wrong beyond the shape of one value: each rule yields its problems.

A broken rule stops the build. What is odd about an SOP but is the document's own
doing belongs to `findings`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.flow import Flow
from macros.loading import Loaded, ValuePath, Violation
from macros.models.parts import PartRegister
from macros.models.registers import (
    ACTIVE,
    ActorRegister,
    AgencyRegister,
    Change,
    Office,
    OfficeRegister,
    RegulationRegister,
)
from macros.models.sop import END, Sop
from macros.problems import Problem, quoted, suggestion


def _spaced(pattern: str) -> re.Pattern[str]:
    """Digits (written d, with their choices in brackets) that may stand apart by blanks, dots, hyphens or slashes."""
    digits = re.findall(r"\[[^]]*\]|d", pattern)
    return re.compile(r"(?<!\d)" + r"[ ./\u00a0-]?".join(d.replace("d", r"\d") for d in digits) + r"(?!\d)")


PRIVATE_NUMBERS = (
    # (pattern, name): both encode a date of birth
    (_spaced("[12][09]dd[01]d[0-3]d[12][09]dd[01]d[12]ddd"), "NIP"),
    (_spaced("[1-9]ddddd[0-7]d[01]ddddddd"), "NIK"),
)


def check_private_numbers(text: str, berkas: str) -> Iterator[Problem]:
    """A NIP or NIK never enters the repository (UU 27/2022), not even in a comment: both encode a date of birth."""
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, name in PRIVATE_NUMBERS:
            if pattern.search(line):
                yield Problem(
                    berkas, number, "", f"memuat {name}. Hapus angka itu: nomor ini memuat tanggal lahir orang."
                )


@dataclass(frozen=True)
class Known:
    """The ids that SOPs may refer to. An SOP whose file has mistakes is known all the same."""

    offices: Mapping[str, Office]
    actors: Collection[str]
    regulations: Collection[str]
    sops: Collection[str]


def check_offices(register: OfficeRegister, loaded: Loaded) -> Iterator[Problem]:
    """Ids of offices, and of what belongs to each, are unique."""
    yield from _unique(loaded, ("instansi",), [office.id for office in register.instansi])
    for index, office in enumerate(register.instansi):
        for name in ("bidang", "pejabat", "dokumen"):
            yield from _unique(loaded, ("instansi", index, name), [item.id for item in getattr(office, name)])


def check_agencies(register: AgencyRegister, loaded: Loaded) -> Iterator[Problem]:
    """Ids of agencies are unique, and their sources are listed."""
    yield from _unique(loaded, ("perangkat_daerah",), [agency.id for agency in register.perangkat_daerah])
    for index, agency in enumerate(register.perangkat_daerah):
        yield from _known_sources(loaded, ("perangkat_daerah", index), agency.sumber, register.sumber)
        if agency.kontak:
            yield from _known_sources(
                loaded, ("perangkat_daerah", index, "kontak"), agency.kontak.sumber, register.sumber
            )


def check_actors(register: ActorRegister, loaded: Loaded) -> Iterator[Problem]:
    """Ids of actors are unique."""
    yield from _unique(loaded, ("pelaksana",), [actor.id for actor in register.pelaksana])


def check_parts(register: PartRegister, loaded: Loaded, known: Collection[str]) -> Iterator[Problem]:
    """Pages stand once; their SOPs are there; an SOP is carried out in the portal or in the office alone."""
    yield from _unique(loaded, ("bagian",), [part.alamat for part in register.bagian])
    named = [
        (("bagian", index, "sop", place), sop)
        for index, part in enumerate(register.bagian)
        for place, sop in enumerate(part.sop)
    ]
    carried = {sop for _, sop in named}
    for path, sop in (
        *named,
        *((("dalam_kantor", index, "sop"), item.sop) for index, item in enumerate(register.dalam_kantor)),
    ):
        if sop not in known:
            yield loaded.problem(path, f"tidak ada SOP {quoted(sop)}.{suggestion(sop, known)}")
        elif path[0] == "dalam_kantor" and sop in carried:
            yield loaded.problem(path, f"SOP {quoted(sop)} sudah mengatur bagian portal. Hapus salah satunya.")


def check_regulations(register: RegulationRegister, loaded: Loaded) -> Iterator[Problem]:
    """Ids are unique; a status has its evidence, and names what changed or repealed the regulation."""
    known = [item.id for item in register.peraturan]
    yield from _unique(loaded, ("peraturan",), known)
    for index, regulation in enumerate(register.peraturan):
        path: ValuePath = ("peraturan", index)
        yield from _known_sources(loaded, path, regulation.sumber, register.sumber)
        if regulation.status != "belum diverifikasi" and not regulation.sumber:
            yield loaded.problem(
                path, f'status "{regulation.status}" tanpa sumber. Tulis sumbernya, atau "belum diverifikasi".'
            )
        effects = [change.pasif for change in regulation.oleh]
        if regulation.status in ACTIVE and regulation.status not in effects:
            message = f'status "{regulation.status}" tanpa "oleh" yang {ACTIVE[regulation.status]}. Tulis peraturannya.'
            yield loaded.problem(path, message)
        yield from _changes(loaded, path, regulation.tahun, regulation.oleh, frozenset(known))


def _changes(
    loaded: Loaded, path: ValuePath, year: int, changes: Iterable[Change], known: Collection[str]
) -> Iterator[Problem]:
    """What changes a regulation is not older than it, and exists in the register where it is named by its id."""
    for number, change in enumerate(changes):
        here: ValuePath = (*path, "oleh", number)
        if change.tahun < year:
            yield loaded.problem((*here, "tahun"), f"{change.tahun} mendahului peraturan yang diubahnya ({year}).")
        if change.peraturan and change.peraturan not in known:
            hint = suggestion(change.peraturan, known)
            yield loaded.problem(
                (*here, "peraturan"), f"{quoted(change.peraturan)} tidak ada di register peraturan.{hint}"
            )
        yield from _changes(loaded, here, change.tahun, change.oleh, known)


def _known_sources(
    loaded: Loaded, path: ValuePath, sources: Iterable[str], known: Collection[str]
) -> Iterator[Problem]:
    for number, source in enumerate(sources):
        if source not in known:
            message = f"{quoted(source)} tidak ada di daftar sumber.{suggestion(source, known)}"
            yield loaded.problem((*path, "sumber", number), message)


def _unique(loaded: Loaded, path: ValuePath, ids: list[str]) -> Iterator[Problem]:
    for index, item in enumerate(ids):
        if item in ids[:index]:
            first = loaded.line((*path, ids.index(item)))
            yield loaded.problem((*path, index, "id"), f"id {quoted(item)} sudah dipakai pada baris {first}.")


def check_sop(sop: Sop, known: Known, loaded: Loaded) -> Iterator[Problem]:
    """All rules that one SOP must keep."""
    for rule in SOP_RULES:
        for path, message in rule(sop, known):
            yield loaded.problem(path, message)


def known_office(sop: Sop, known: Known) -> Iterator[Violation]:
    """The folder is an office of the register; bidang, pejabat and dokumen belong to that office."""
    office = known.offices.get(sop.instansi)
    if office is None:
        hint = suggestion(sop.instansi, known.offices)
        yield (), f"folder {quoted(sop.instansi)} bukan id instansi di register.{hint}"
        return
    references: tuple[tuple[ValuePath, str, str, Iterable[str]], ...] = (
        (("bidang",), sop.bidang, "bidang", [item.id for item in office.bidang]),
        (("disahkan", "pejabat"), sop.disahkan.pejabat, "pejabat", [item.id for item in office.pejabat]),
        (("sumber", "dokumen"), sop.sumber.dokumen, "dokumen sumber", [item.id for item in office.dokumen]),
    )
    for path, value, kind, ids in references:
        if value not in ids:
            yield (
                path,
                (
                    f"{quoted(value)} bukan {kind} {office.singkatan}.{suggestion(value, ids)} "
                    f"Yang terdaftar: {', '.join(ids)}."
                ),
            )


def known_references(sop: Sop, known: Known) -> Iterator[Violation]:
    """Every regulation and every SOP that is named by id exists; no SOP is related to itself."""
    for index, basis in enumerate(sop.dasar_hukum):
        if basis.peraturan and basis.peraturan not in known.regulations:
            hint = suggestion(basis.peraturan, known.regulations)
            message = f"{quoted(basis.peraturan)} tidak ada di register peraturan.{hint}"
            yield ("dasar_hukum", index, "peraturan"), message
    for index, relation in enumerate(sop.keterkaitan):
        if relation.sop and relation.sop not in known.sops:
            message = f"tidak ada SOP {quoted(relation.sop)}.{suggestion(relation.sop, known.sops)}"
            yield ("keterkaitan", index, "sop"), message
        elif relation.sop == sop.id:
            yield ("keterkaitan", index, "sop"), "SOP ini dikaitkan dengan dirinya sendiri."


def dates_in_order(sop: Sop, _: Known) -> Iterator[Violation]:
    """Tanggal revisi and tanggal efektif are not before tanggal pembuatan."""
    dates = sop.tanggal
    for name, value in (("revisi", dates.revisi), ("efektif", dates.efektif)):
        if value and dates.pembuatan and value < dates.pembuatan:
            yield ("tanggal", name), (f"{value} mendahului tanggal pembuatan {dates.pembuatan}. Periksa kedua tanggal.")


def known_actors(sop: Sop, known: Known) -> Iterator[Violation]:
    """Columns name registered actors, each once; steps name actors of this SOP, each once."""
    columns = [actor.id for actor in sop.pelaksana]
    for index, actor in enumerate(columns):
        if actor not in known.actors:
            yield (
                ("pelaksana", index, "id"),
                (f"{quoted(actor)} tidak ada di register pelaksana.{suggestion(actor, known.actors)}"),
            )
        if actor in columns[:index]:
            yield ("pelaksana", index, "id"), f"{quoted(actor)} sudah menjadi kolom lain SOP ini."
    for number, step in enumerate(sop.langkah):
        for index, actor in enumerate(step.pelaksana):
            path: ValuePath = ("langkah", number, "pelaksana", index)
            if actor not in columns:
                yield (
                    path,
                    (
                        f"{quoted(actor)} bukan pelaksana SOP ini.{suggestion(actor, columns)} "
                        f"Kolomnya: {', '.join(columns)}."
                    ),
                )
            elif actor in step.pelaksana[:index]:
                yield path, f"{quoted(actor)} ditulis dua kali pada langkah ini."


def step_numbers(sop: Sop, _: Known) -> Iterator[Violation]:
    """Every step has a number of its own."""
    counts = Counter(step.no for step in sop.langkah)
    seen: set[str] = set()
    for index, step in enumerate(sop.langkah):
        if counts[step.no] > 1 and step.no in seen:
            yield (
                ("langkah", index, "no"),
                (f"nomor {step.no} sudah dipakai. Tulis {step.no}b, dan nomor yang tercetak pada no_tertulis."),
            )
        seen.add(step.no)


def exits(sop: Sop, _: Known) -> Iterator[Violation]:
    """Exits lead to steps that exist; only a decision has several, and labels each of them differently."""
    numbers = {step.no: None for step in sop.langkah}
    flow = Flow.of(sop)
    for index, step in enumerate(sop.langkah):
        path: ValuePath = ("langkah", index, "berikutnya")
        for number, exit_ in enumerate(step.berikutnya or ()):
            if exit_.ke != END and exit_.ke not in numbers:
                yield (
                    (*path, number, "ke"),
                    (f"tidak ada langkah {quoted(exit_.ke)}. Nomor langkah SOP ini: {', '.join(numbers)}."),
                )
        leaving = flow.exits[step.no]
        if step.jenis == "keputusan":
            yield from _decision(index, [exit_.label for exit_ in leaving], [exit_.ke for exit_ in leaving])
        elif len(leaving) > 1:
            yield path, 'lebih dari satu jalan keluar. Tambahkan "jenis: keputusan", atau sisakan satu.'


def _decision(index: int, labels: list[str | None], targets: list[str]) -> Iterator[Violation]:
    path: ValuePath = ("langkah", index, "berikutnya")
    if len(labels) < 2:
        yield path, "keputusan memerlukan paling sedikit dua jalan keluar, misalnya Ya dan Tidak."
        return
    for number, label in enumerate(labels):
        if label is None:
            yield (*path, number), "jalan keluar keputusan tanpa label, misalnya Ya atau Tidak."
        elif label in labels[:number]:
            yield (*path, number, "label"), f"label {quoted(label)} dipakai dua kali pada keputusan ini."
    if len(set(targets)) < len(targets):
        yield path, "dua jalan keluar keputusan menuju langkah yang sama."


def walkable(sop: Sop, _: Known) -> Iterator[Violation]:
    """Every step can be reached from the first one and leads, in the end, to an end."""
    flow = Flow.of(sop)
    rows = {step.no: index for index, step in enumerate(sop.langkah)}
    if len(rows) < len(sop.langkah):
        return
    for no in flow.unreachable():
        yield (
            ("langkah", rows[no]),
            (f"langkah {no} tidak dapat dicapai dari langkah pertama. Arahkan sebuah langkah kepadanya."),
        )
    trapped = flow.trapped()
    if trapped:
        yield (
            ("langkah", rows[trapped[0]]),
            (f"langkah {', '.join(trapped)} berputar tanpa jalan menuju selesai. Beri salah satunya jalan keluar."),
        )


def reasoned_marks(sop: Sop, _: Known) -> Iterator[Violation]:
    """What must be done before publishing is printed in Keterangan, or a conclusion with its reason."""
    for index, step in enumerate(sop.langkah):
        printed = "syarat terbit" in (step.keterangan or "").casefold()
        if step.syarat_terbit and not printed and "syarat_terbit" not in sop.concluded(step):
            message = "tidak tercetak pada SOP, jadi disimpulkan. Tulis alasannya pada disimpulkan: syarat_terbit."
            yield ("langkah", index, "syarat_terbit"), message


SOP_RULES: tuple[Callable[[Sop, Known], Iterator[Violation]], ...] = (
    known_office,
    known_references,
    dates_in_order,
    known_actors,
    step_numbers,
    exits,
    walkable,
    reasoned_marks,
)
