"""What the search knows of procedures, steps, actors, regulations and agencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from macros.export import sop_address
from macros.models.registers import Agency
from macros.models.sop import Sop, Step
from macros.portal import Portal
from macros.search import Record
from macros.views.common import actor_address, regulation_address, step_anchor

DIRECTORY = "perangkat-daerah/"
MONITORING = "ppid/monitoring/"


def sop_records(portal: Portal) -> Iterator[Record]:
    """One record for each SOP: its name, who it is of, and its boxes."""
    for sop in portal.sops.values():
        office = portal.offices[sop.instansi]
        boxes = (sop.kualifikasi_pelaksana, sop.peralatan, sop.peringatan, sop.pencatatan)
        yield Record(
            alamat=sop_address(sop.id),
            judul=sop.nama,
            isi=_filled(
                f"{office.nama}, {office.division(sop.bidang).nama}",
                sop.nama_daftar_isi,
                "; ".join(relation.teks for relation in sop.keterkaitan),
                *("; ".join(box) for box in boxes),
            ),
            jenis="SOP",
            meta={"keterangan": f"{office.singkatan} · nomor {sop.nomor} · {len(sop.langkah)} langkah"},
        )


def step_records(portal: Portal) -> Iterator[Record]:
    """One record for each step, at its row on the SOP's page."""
    for sop in portal.sops.values():
        for step in sop.langkah:
            yield Record(
                alamat=f"{sop_address(sop.id)}#{step_anchor(step.no)}",
                judul=step.kegiatan,
                isi=_filled(*_step_texts(portal, sop, step)),
                jenis="langkah",
                meta={"keterangan": f"Langkah {step.no} · {sop.nama} · {portal.offices[sop.instansi].singkatan}"},
            )


def _step_texts(portal: Portal, sop: Sop, step: Step) -> Iterator[str | None]:
    printed = {actor.id: actor.tertulis for actor in sop.pelaksana}
    names = (portal.actors[actor].nama for actor in step.pelaksana)
    written = (printed[actor] for actor in step.pelaksana)
    yield "Pelaksana: " + ", ".join(dict.fromkeys(name for name in (*names, *written) if name))
    for label, text in (("Kelengkapan", step.kelengkapan), ("Waktu", step.waktu), ("Output", step.output)):
        yield f"{label}: {text}" if text else None
    yield step.keterangan


def actor_records(portal: Portal) -> Iterator[Record]:
    """One record for each actor of the register that has steps, with the SOPs these are in."""
    sops: dict[str, list[str]] = defaultdict(list)
    steps: dict[str, int] = defaultdict(int)
    for sop in portal.sops.values():
        for step in sop.langkah:
            for actor_id in step.pelaksana:
                steps[actor_id] += 1
                if sop.nama not in sops[actor_id]:
                    sops[actor_id].append(sop.nama)
    for actor_id, names in sops.items():
        actor = portal.actors[actor_id]
        yield Record(
            alamat=actor_address(actor_id),
            judul=actor.nama,
            isi=(f"Tugas dalam {'; '.join(names)}",),
            jenis="pelaksana",
            meta={"keterangan": f"{steps[actor_id]} langkah dalam {len(names)} prosedur"},
            # the short id is what people in the office say: kabid-ikp
            kata=(actor_id.replace("-", " "),),
        )


def regulation_records(portal: Portal) -> Iterator[Record]:
    """One record for each regulation of the register."""
    for regulation in portal.regulations.values():
        yield Record(
            alamat=regulation_address(regulation.id),
            judul=regulation.singkat,
            isi=(f"Tentang {regulation.judul}",),
            jenis="peraturan",
            meta={"keterangan": f"Status: {regulation.status}"},
        )


def agency_records(portal: Portal, known: Collection[str]) -> Iterator[Record]:
    """One record for each perangkat daerah that some page of the site tells of; `known` are all addresses."""
    for agency in portal.agencies.values():
        address = agency_address(agency, known)
        if address:
            yield Record(
                alamat=address,
                judul=agency.nama,
                isi=_filled(agency.singkatan, _former(agency), agency.domain and f"Situs: {agency.domain}"),
                jenis="perangkat daerah",
                meta={"keterangan": agency.jenis.upper() if len(agency.jenis) <= 4 else agency.jenis.capitalize()},
            )


def _former(agency: Agency) -> str | None:
    return f"Nama sebelumnya: {'; '.join(agency.nama_sebelumnya)}" if agency.nama_sebelumnya else None


def agency_address(agency: Agency, known: Collection[str]) -> str | None:
    """Where the site tells most of an agency: its own page, else its entries, its figures, or its line among others."""
    for address in (
        f"perangkat-daerah/{agency.id}/",
        f"ppid/daftar/perangkat-daerah/{agency.id}/",
        f"{MONITORING}{agency.id}/",
    ):
        if address in known:
            return address
    return f"{MONITORING}#{agency.id}" if MONITORING in known else None


def _filled(*texts: str | None) -> tuple[str, ...]:
    """The texts that say something, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))
