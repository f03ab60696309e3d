"""What the page of one service shows: the SOP's words with where they stand, and the reasons for all other words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from macros.durations import Total
from macros.export import sop_address
from macros.layanan.derived import Derived, Piece, duration, lines_of
from macros.layanan.metadata import government_service
from macros.layanan.offices import Contact, contact
from macros.models.registers import Office
from macros.models.sop import END, Sop, Step, StepField
from macros.portal import Portal
from macros.views.common import Link, step_anchor, total_text
from macros.views.procedure import conclusion_anchor, exit_view, general_anchor

ADDRESS = "layanan/"


def service_address(service_id: str) -> str:
    """Address of a service's page."""
    return f"{ADDRESS}{service_id}/"


def form_address(service_id: str) -> str:
    """Address of the page with a service's blank form."""
    return f"{service_address(service_id)}formulir/"


@dataclass(frozen=True)
class Told:
    """A text, where it stands in the SOP, and the note that says why it was concluded there."""

    teks: str
    tempat: str
    url: str | None
    """Where it stands, on the SOP's page; None for an editor's own words."""
    simpulan: str | None = None
    alasan: str | None = None


@dataclass(frozen=True)
class StepLine:
    """One step of the SOP, as whoever asks sees it."""

    no: str
    url: str
    kegiatan: str
    siapa: str
    siapa_simpulan: str | None
    anda: bool
    """Whether whoever asks does it."""
    waktu: str | None
    waktu_simpulan: str | None
    output: str | None
    output_simpulan: str | None


@dataclass(frozen=True)
class TurnLine:
    """A step after which it may go another way."""

    no: str
    url: str
    kegiatan: str
    simpulan: str | None
    jalan: tuple[tuple[str | None, str], ...]
    """(label, where it leads, in words)."""


@dataclass(frozen=True)
class Procedure:
    """An SOP in short: its steps, how long they take, whether something in it was concluded."""

    id: str
    tautan: Link
    nomor: str
    tahun: int
    dokumen: str
    langkah: tuple[StepLine, ...]
    waktu: str | None
    tanpa_waktu: int
    ada_simpulan: bool


@dataclass(frozen=True)
class ServiceView:
    """Everything the page of one service shows."""

    id: str
    url: str
    nama: str
    ringkasan: str
    instansi: Office
    kontak: Contact
    bidang: str
    peminta: tuple[tuple[str, str], ...]
    """(group, where the SOP says so)."""
    bawa: tuple[Told, ...]
    hasil: tuple[Told, ...]
    waktu: str | None
    prosedur: Procedure
    belokan: tuple[TurnLine, ...]
    alur_simpulan: str | None
    """Where the SOP's page says why the order of all steps was concluded; None where it was read."""
    peringatan: tuple[str, ...]
    kualifikasi: tuple[str, ...]
    formulir: Told | None
    formulir_url: str | None
    """Page with the blank sheet; None where only the office has the form."""
    biaya: Any
    catatan: tuple[tuple[str, str], ...]
    """(part, reason): what an editor chose or concluded."""
    disimpulkan: bool
    """Whether who may ask was concluded."""
    data: dict[str, Any]
    """schema.org's GovernmentService."""


def service_view(item: Derived, groups: dict[str, str], portal: Portal, site: str) -> ServiceView:
    """The view of one service; `groups` are the names of those who ask by id, `site` is the site's own address."""
    service, sop = item.service, item.sop
    office = portal.offices[sop.instansi]
    procedure = procedure_view(sop, portal, service.pelaksana)
    own_time = service.waktu.teks if service.waktu else None
    askers = tuple((groups[asker.golongan], asker.dasar) for asker in service.peminta)
    results = tuple(told(piece, sop, office) for piece in item.hasil)
    return ServiceView(
        id=service.id,
        url=service_address(service.id),
        nama=item.nama,
        ringkasan=service.ringkasan,
        instansi=office,
        kontak=contact(office),
        bidang=office.division(sop.bidang).nama,
        peminta=askers,
        bawa=tuple(told(piece, sop, office) for piece in item.bawa),
        hasil=results,
        waktu=own_time or procedure.waktu,
        prosedur=procedure,
        belokan=tuple(_turn(item, turn.langkah, turn.keluar, portal) for turn in item.belokan),
        alur_simpulan=general_note_url(sop, "berikutnya"),
        peringatan=sop.peringatan,
        kualifikasi=sop.kualifikasi_pelaksana,
        formulir=told(item.formulir, sop, office) if item.formulir else None,
        formulir_url=form_address(service.id) if service.formulir and service.formulir.lembar == "ya" else None,
        biaya=service.biaya,
        catatan=tuple(_notes(item)),
        disimpulkan="peminta" in service.disimpulkan,
        data=government_service(item, office, [name for name, _ in askers], [line.teks for line in results], site),
    )


def procedure_view(sop: Sop, portal: Portal, own: Collection[str]) -> Procedure:
    """An SOP in short for those who are its actors `own`."""
    document = portal.offices[sop.instansi].document(sop.sumber.dokumen)
    sums, left_out = duration(sop)
    return Procedure(
        sop.id,
        Link(sop.nama, sop_address(sop.id)),
        sop.nomor,
        document.tahun,
        document.judul,
        tuple(_step(sop, step, portal, own) for step in sop.langkah),
        duration_text(sums),
        left_out,
        any(sop.concluded(step) for step in sop.langkah),
    )


def duration_text(sums: Collection[Total]) -> str | None:
    """`2 hari dan 90 menit`: each unit by itself, the longest first; None where nothing was counted."""
    texts = [total_text(total) for total in reversed(tuple(sums))]
    return " dan ".join((", ".join(texts[:-1]), texts[-1])) if len(texts) > 1 else (texts[0] if texts else None)


def told(piece: Piece, sop: Sop, office: Office) -> Told:
    """A piece with where it stands."""
    page = sop_address(sop.id)
    if piece.langkah is not None:
        note = note_url(sop, sop.step(piece.langkah), piece.bagian) if piece.bagian else None
        place = f"langkah {piece.langkah}" if piece.bagian is None else f"langkah {piece.langkah}, {piece.bagian}"
        return Told(piece.teks, place, f"{page}#{step_anchor(piece.langkah)}", note)
    if piece.peralatan is not None:
        label = sop.label.get("peralatan", office.label.peralatan)
        return Told(piece.teks, f"kotak {label}, butir {piece.peralatan}", f"{page}#identitas")
    return Told(piece.teks, "kata penyunting", None, alasan=piece.alasan)


def note_url(sop: Sop, step: Step, field: StepField) -> str | None:
    """Where the SOP's page says why that field of a step was concluded; None where it was read."""
    if field in step.disimpulkan:
        return f"{sop_address(sop.id)}#{conclusion_anchor(step.no, field)}"
    return general_note_url(sop, field)


def general_note_url(sop: Sop, field: StepField) -> str | None:
    """Where the SOP's page says why that field of all steps was concluded; None where it was read."""
    general = f"langkah.{field}"
    return f"{sop_address(sop.id)}#{general_anchor(general)}" if general in sop.disimpulkan else None


def _step(sop: Sop, step: Step, portal: Portal, own: Collection[str]) -> StepLine:
    printed = {actor.id: actor.tertulis or portal.actors[actor.id].nama for actor in sop.pelaksana}
    return StepLine(
        step.no,
        f"{sop_address(sop.id)}#{step_anchor(step.no)}",
        step.kegiatan,
        ", ".join(printed[actor] for actor in step.pelaksana),
        note_url(sop, step, "pelaksana"),
        bool(set(step.pelaksana) & set(own)),
        "; ".join(lines_of(step.waktu)) or None,
        note_url(sop, step, "waktu"),
        "; ".join(lines_of(step.output)) or None,
        note_url(sop, step, "output"),
    )


def _turn(item: Derived, step: Step, exits: tuple[tuple[str | None, str], ...], portal: Portal) -> TurnLine:
    names = {actor.id: actor.tertulis or portal.actors[actor.id].nama for actor in item.sop.pelaksana}
    ways = []
    for label, target in exits:
        words = exit_view(item.sop, item.flow, names, step, target, label).teks
        if target == END:
            words = "prosedur selesai"
        elif not item.flow.is_back(step.no, target):
            words = f"lanjut ke {words}"
        ways.append((label, words))
    return TurnLine(
        step.no,
        f"{sop_address(item.sop.id)}#{step_anchor(step.no)}",
        step.kegiatan,
        note_url(item.sop, step, "berikutnya"),
        tuple(ways),
    )


PARTS = {"peminta": "Siapa yang meminta", "pelaksana": "Langkah mana yang dikerjakan peminta"}


def _notes(item: Derived) -> Iterator[tuple[str, str]]:
    """What an editor chose instead of what the SOP gives, and what was concluded, each with its reason."""
    service = item.service
    if service.nama:
        yield "Nama layanan", service.nama.alasan
    yield from ((PARTS[field], reason) for field, reason in service.disimpulkan.items())
    for title, chosen in (("Yang disiapkan", service.bawa), ("Hasil", service.hasil)):
        if chosen:
            yield title, chosen.alasan
            yield from ((f"{title}: {pick.teks}", pick.alasan) for pick in chosen.butir if pick.teks and pick.alasan)
    if service.waktu:
        yield "Waktu", service.waktu.alasan
