"""Open data: the SOPs as JSON and CSV, with the texts exactly as transcribed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from macros.durations import Duration, Total, is_same_as_above, parse_durations, totals
from macros.findings import Finding
from macros.flow import Flow
from macros.models.sop import Sop, Step
from macros.portal import Portal

CSV_COLUMNS = (
    "sop",
    "instansi",
    "nomor",
    "nama",
    "no",
    "kegiatan",
    "pelaksana",
    "jenis",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
    "berikutnya",
    "disimpulkan",
)


def sop_address(sop_id: str) -> str:
    """Address of an SOP's page below the site's root. Never changes with the SOP's name."""
    return f"sop/{sop_id}/"


def sop_json(portal: Portal, findings: Mapping[str, Sequence[Finding]]) -> str:
    """`/sop/sop.json`: every SOP, described by `macros/models/opendata.py`."""
    records = (sop_record(sop, portal, findings[sop.id]) for sop in portal.sops.values())
    # one SOP per line: quick to write, and a changed SOP is one changed line
    return '{"sop": [\n' + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n]}\n"


def sop_record(sop: Sop, portal: Portal, findings: Sequence[Finding]) -> dict[str, Any]:
    """One SOP as it stands in `/sop/sop.json`."""
    flow = portal.flows[sop.id]
    office = portal.offices[sop.instansi]
    times = step_times(sop)
    sums, left_out = totals(times)
    return {
        "id": sop.id,
        "instansi": sop.instansi,
        "nomor": sop.nomor,
        "nama": sop.nama,
        "bidang": sop.bidang,
        "url": sop_address(sop.id),
        "tanggal": {
            name: day.isoformat() if day else None
            for name, day in (
                ("pembuatan", sop.tanggal.pembuatan),
                ("revisi", sop.tanggal.revisi),
                ("efektif", sop.tanggal.efektif),
            )
        },
        "disahkan": {
            "nama": office.official(sop.disahkan.pejabat).nama,
            "jabatan": sop.disahkan.jabatan,
            "pangkat": office.official(sop.disahkan.pejabat).pangkat,
            "tanda_tangan": sop.disahkan.tanda_tangan,
        },
        "dasar_hukum": [basis.teks for basis in sop.dasar_hukum],
        "dasar_hukum_peraturan": [basis.peraturan for basis in sop.dasar_hukum],
        "kualifikasi_pelaksana": list(sop.kualifikasi_pelaksana),
        "keterkaitan": [relation.teks for relation in sop.keterkaitan],
        "keterkaitan_sop": [relation.sop for relation in sop.keterkaitan],
        "peralatan": list(sop.peralatan),
        "peringatan": list(sop.peringatan),
        "pencatatan": list(sop.pencatatan),
        "tabel": sop.tabel.model_dump(),
        "pelaksana": [
            {"id": actor.id, "nama": portal.actors[actor.id].nama, "tertulis": actor.tertulis}
            for actor in sop.pelaksana
        ],
        "langkah": [_step_record(sop, flow, step, time) for step, time in zip(sop.langkah, times, strict=True)],
        "waktu_total": [_total_record(total) for total in sums],
        "waktu_tidak_terhitung": left_out,
        "disimpulkan": dict(sop.disimpulkan),
        "kejanggalan": [item.model_dump() for item in sop.kejanggalan],
        "temuan": [
            {"kode": finding.rule.kode, "bagian": finding.bagian, "uraian": finding.uraian} for finding in findings
        ],
        "sumber": {
            "judul": office.document(sop.sumber.dokumen).judul,
            "tahun": office.document(sop.sumber.dokumen).tahun,
            "bagian": sop.sumber.bagian,
        },
    }


def step_times(sop: Sop) -> list[tuple[Duration, ...]]:
    """The times of each step; a step that says "same as above" has those of the step above."""
    times: list[tuple[Duration, ...]] = []
    for step in sop.langkah:
        if is_same_as_above(step.waktu) and times:
            times.append(times[-1])
        else:
            times.append(parse_durations(step.waktu))
    return times


def _step_record(sop: Sop, flow: Flow, step: Step, times: tuple[Duration, ...]) -> dict[str, Any]:
    concluded = sop.concluded(step)
    return {
        "no": step.no,
        "no_tertulis": step.no if step.no_tertulis is None else step.no_tertulis,
        "kegiatan": step.kegiatan,
        "pelaksana": list(step.pelaksana),
        "jenis": flow.kind(step),
        "kelengkapan": step.kelengkapan,
        "waktu": step.waktu,
        "waktu_baku": _duration_record(times[0]) if len(times) == 1 else None,
        "waktu_pilihan": [_duration_record(time) for time in times] if len(times) > 1 else [],
        "output": step.output,
        "keterangan": step.keterangan,
        "syarat_terbit": step.syarat_terbit,
        "berikutnya": [{"ke": exit_.ke, "label": exit_.label} for exit_ in flow.exits[step.no]],
        "disimpulkan": list(concluded),
        "alasan_disimpulkan": concluded,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _duration_record(duration: Duration) -> dict[str, Any]:
    return {
        "min": _number(duration.minimum),
        "maks": _number(duration.maximum),
        "satuan": duration.satuan,
        "per": duration.per,
        "untuk": duration.untuk,
    }


def _total_record(total: Total) -> dict[str, Any]:
    return {
        "min": _number(total.minimum),
        "maks": _number(total.maximum),
        "satuan": total.satuan,
        "langkah": total.langkah,
    }


def steps_csv(portal: Portal) -> str:
    """`/sop/langkah.csv`: one row per step of every SOP. UTF-8, comma, header row, RFC 4180."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    for sop in portal.sops.values():
        flow = portal.flows[sop.id]
        for step in sop.langkah:
            row = (
                sop.id,
                sop.instansi,
                sop.nomor,
                sop.nama,
                step.no,
                step.kegiatan,
                "; ".join(portal.actors[actor].nama for actor in step.pelaksana),
                flow.kind(step),
                step.kelengkapan,
                step.waktu,
                step.output,
                step.keterangan,
                "; ".join(f"{exit_.label}: {exit_.ke}" if exit_.label else exit_.ke for exit_ in flow.exits[step.no]),
                "; ".join(sop.concluded(step)),
            )
            writer.writerow([inert(value or "") for value in row])
    return out.getvalue()


def inert(value: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP: CSV injection); "-" alone and "- item" lists are none."""
    is_formula = value[:1] in ("=", "+", "@", "\t", "\r") or (value[:1] == "-" and value[1:2] not in ("", " "))
    return f"'{value}" if is_formula else value
