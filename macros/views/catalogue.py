"""What the catalogue and the home page show."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from macros.dates import long_date
from macros.durations import totals
from macros.export import sop_address, step_times
from macros.findings import Finding
from macros.models.registers import Office
from macros.models.sop import Sop
from macros.portal import Portal
from macros.views.common import pdf_link, total_text


@dataclass(frozen=True)
class SopSummary:
    """One line of a list of SOPs."""

    id: str
    nn: str
    nama: str
    nomor: str
    url: str
    bidang: str
    langkah: int
    waktu: str
    temuan: int
    cari: str
    pdf_url: str | None


def sop_summary(sop: Sop, portal: Portal, findings: Sequence[Finding], printed: Collection[str] = ()) -> SopSummary:
    """One line of the catalogue."""
    division = portal.offices[sop.instansi].division(sop.bidang)
    sums, _ = totals(step_times(sop))
    actors = " ".join(portal.actors[actor.id].nama for actor in sop.pelaksana)
    return SopSummary(
        id=sop.id,
        nn=sop.nn,
        nama=sop.nama,
        nomor=sop.nomor,
        url=sop_address(sop.id),
        bidang=division.nama,
        langkah=len(sop.langkah),
        waktu=" + ".join(total_text(total) for total in sums),
        temuan=len(findings),
        cari=f"{sop.nama} {sop.nomor} {division.nama} {division.singkatan} {actors}".casefold(),
        pdf_url=pdf_link(sop.id, printed),
    )


@dataclass(frozen=True)
class DivisionView:
    """The SOPs of one bidang."""

    id: str
    nama: str
    sop: tuple[SopSummary, ...]


@dataclass(frozen=True)
class OfficeView:
    """The SOPs of one office, by bidang."""

    instansi: Office
    bidang: tuple[DivisionView, ...]
    jumlah: int
    pdf_url: str | None


def catalogue(
    portal: Portal, findings: dict[str, tuple[Finding, ...]], printed: Collection[str] = ()
) -> tuple[OfficeView, ...]:
    """All SOPs, by office and bidang; `printed` are the addresses of the PDFs that there are."""
    offices = []
    for office in portal.offices.values():
        sops = portal.sops_of(office.id)
        divisions = tuple(
            DivisionView(
                division.id,
                division.nama,
                tuple(sop_summary(sop, portal, findings[sop.id], printed) for sop in sops if sop.bidang == division.id),
            )
            for division in office.bidang
        )
        offices.append(OfficeView(office, divisions, len(sops), pdf_link(office.id, printed)))
    return tuple(offices)


@dataclass(frozen=True)
class Figures:
    """The portal in figures, counted from the data."""

    sop: int
    langkah: int
    instansi: int
    pelaksana: int
    peraturan: int
    temuan: int
    kejanggalan: int
    tanggal: str


def figures(portal: Portal, findings: dict[str, tuple[Finding, ...]], today: date) -> Figures:
    """Counts for the home page."""
    return Figures(
        sop=len(portal.sops),
        langkah=sum(len(sop.langkah) for sop in portal.sops.values()),
        instansi=len(portal.offices),
        pelaksana=len({actor.id for sop in portal.sops.values() for actor in sop.pelaksana}),
        peraturan=len({b.peraturan for sop in portal.sops.values() for b in sop.dasar_hukum if b.peraturan}),
        temuan=sum(len(items) for items in findings.values()),
        kejanggalan=sum(len(sop.kejanggalan) for sop in portal.sops.values()),
        tanggal=long_date(today),
    )
