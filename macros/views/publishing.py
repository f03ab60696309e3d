"""What the page about publishing shows: which steps lead to the public, and how long they take."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.dates import long_date
from macros.export import inert, sop_address
from macros.models.publishing import Kind
from macros.publishing.models import Reviewed, StepTaken
from macros.publishing.routes import Requirement, Route, Routes
from macros.publishing.times import StepTimes, span_text, step_times
from macros.views.common import step_anchor
from macros.views.procedure import concluded_at

NAMES: Mapping[Kind, str] = {
    "artikel": "Artikel",
    "kilas": "Kilas",
    "majalah": "Majalah",
    "video": "Video",
    "agenda": "Agenda",
    "informasi publik": "Informasi publik",
    "indikator": "Indikator",
    "profil": "Profil daerah",
}

CONDITIONS = {"ada foto": "bila ada foto", None: ""}

STATES = (
    ("draf", "Sedang dibuat. Tidak ada apa pun darinya di situs.", "naskah boleh belum lengkap"),
    ("ditinjau", "Selesai dibuat, menunggu pemeriksaan. Juga belum ada di situs.", "semua langkah selain verifikasi"),
    ("terjadwal", "Sudah diperiksa; tampil sendiri pada tanggal dan jamnya (WITA).", "semua langkah"),
    ("terbit", "Tampil.", "semua langkah"),
    ("ralat", "Tampil, dengan apa yang keliru dan apa yang benar.", "semua langkah, dan ralatnya"),
    ("ditarik", "Tinggal halaman yang menyebut kapan dan mengapa.", "semua langkah, tanggal dan alasan"),
)
"""(state, what the public sees, what the checker asks for)."""

COLUMNS = ("jenis", "sop", "langkah", "kegiatan", "syarat", "mutu_baku", "banyak", "median_menit", "terlama_menit",
           "dalam_mutu_baku")  # fmt: skip


@dataclass(frozen=True)
class StepView:
    """A step that content goes through."""

    no: str
    url: str
    """Where it stands on the SOP's page."""
    kegiatan: str
    pelaksana: str
    syarat: str
    simpulan_url: str | None
    """Why it is taken for a condition, where that was concluded."""
    kapan: str
    """When it concerns content; empty means always."""
    mutu_baku: str
    waktu: StepTimes | None
    median: str
    terlama: str


@dataclass(frozen=True)
class RouteView:
    """The way of one kind of content."""

    id: str
    nama: str
    sop_url: str
    sop_nama: str
    sejak: str
    langkah: tuple[StepView, ...]
    tidak_berlaku: tuple[tuple[str, str], ...]
    catatan: str | None


def route_views(routes: Routes, taken: Mapping[Kind, Sequence[Reviewed]]) -> tuple[RouteView, ...]:
    """Every way; `taken` is the public content of each kind."""
    return tuple(_route(route, taken.get(kind, ())) for kind, route in routes.governed.items())


def _route(route: Route, items: Iterable[Reviewed]) -> RouteView:
    records: dict[str, list[StepTaken]] = {}
    for item in items:
        for record in item.alur:
            records.setdefault(record.langkah, []).append(record)
    sop = route.sop
    return RouteView(
        id=route.kind.replace(" ", "-"),
        nama=NAMES[route.kind],
        sop_url=sop_address(sop.id),
        sop_nama=f"SOP {sop.nn} · {sop.nama}",
        sejak=long_date(route.since),
        langkah=tuple(_step(route, required, records.get(required.step.no, ())) for required in route.required),
        tidak_berlaku=tuple(route.exempt.items()),
        catatan=route.note,
    )


def _step(route: Route, required: Requirement, records: Iterable[StepTaken]) -> StepView:
    step = required.step
    times = step_times(step, records)
    note = concluded_at(route.sop, step, "syarat_terbit")
    address = sop_address(route.sop.id)
    return StepView(
        no=step.no,
        url=f"{address}#{step_anchor(step.no)}",
        kegiatan=step.kegiatan,
        pelaksana=", ".join(route.titles[actor] for actor in step.pelaksana),
        syarat=required.mark,
        simpulan_url=f"{address}#{note}" if note else None,
        kapan=CONDITIONS[required.condition],
        mutu_baku=step.waktu or "",
        waktu=times,
        median=span_text(times.median) if times else "",
        terlama=span_text(times.terlama) if times else "",
    )


def times_csv(views: Iterable[RouteView]) -> str:
    """`/penerbitan/waktu.csv`: one row per step of every way. UTF-8, comma, header row, RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for view in views:
        for step in view.langkah:
            times = step.waktu
            figures: tuple[object, ...] = (0, "", "", "")
            if times:
                minutes = [round(span.total_seconds() / 60) for span in (times.median, times.terlama)]
                figures = (times.banyak, *minutes, "" if times.dalam_mutu_baku is None else times.dalam_mutu_baku)
            texts = (view.nama, view.sop_nama, step.no, step.kegiatan, step.syarat, step.mutu_baku)
            writer.writerow([*map(inert, texts), *figures])
    return out.getvalue()
