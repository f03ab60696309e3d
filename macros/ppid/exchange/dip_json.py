"""The list as JSON, described by `macros/ppid/models/opendata.py`."""

from __future__ import annotations

from typing import Any

from macros.json_lines import lines_json
from macros.ppid.exchange.selection import Selection, page_address
from macros.ppid.models.information import Information


def dip_json(selection: Selection) -> bytes:
    """`/ppid/dip.json`: every entry that leaves, one a line, so that a changed entry is one changed line."""
    return lines_json({}, "informasi", (record(item, selection) for item in selection.entries))


def record(item: Information, selection: Selection) -> dict[str, Any]:
    """One entry as it stands in `/ppid/dip.json`."""
    assert item.terbit is not None  # what leaves has been published
    document = selection.document_of(item)
    withdrawal = selection.withdrawal_of(item)
    link = selection.link_of(item)
    return {
        "id": item.id,
        "judul": item.judul,
        "ringkasan": item.ringkasan,
        "kategori": item.kategori,
        "perangkat_daerah": item.perangkat_daerah,
        "perangkat_daerah_nama": selection.agency_name(item),
        "penanggung_jawab": item.penanggung_jawab,
        "dibuat": item.dibuat.model_dump(mode="json") if item.dibuat else None,
        "bentuk": item.bentuk,
        "retensi": item.retensi,
        "media": list(item.media),
        "tahun": item.tahun,
        "status": "ditarik" if withdrawal else "terbit",
        "terbit": item.terbit.isoformat(),
        "diperbarui": selection.updated(item).isoformat(),
        "perubahan": [change.model_dump(mode="json") for change in selection.changes_of(item)],
        "penarikan": withdrawal.model_dump(mode="json") if withdrawal else None,
        "diganti_oleh": selection.replacement_of(item),
        "lisensi": item.lisensi,
        "dokumen": {
            "url": selection.link(document.address),
            "besar": document.size,
            "sha256": document.sha256,
            "jenis_media": document.media_type,
        }
        if document
        else None,
        "tautan": link.model_dump(mode="json") if link else None,
        "dokumen_sop": item.dokumen_sop,
        "sop": item.sop,
        "sumber": item.sumber.model_dump(mode="json") if item.sumber else None,
        "catatan": item.catatan,
        "disimpulkan": dict(item.disimpulkan),
        "url": selection.link(page_address(item.id)),
    }
