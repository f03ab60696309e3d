"""Entries and a project folder that the tests of the exchange share. All of it is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from macros.portal import Portal
from macros.ppid.exchange.selection import Selection
from macros.ppid.models.information import Information, InformationDocument
from macros.site import Site
from tests.conftest import TODAY

RIGHT: dict[str, Any] = {
    "judul": "Contoh laporan kinerja",
    "ringkasan": "Contoh isi.",
    "kategori": "berkala",
    "perangkat_daerah": "dinas-kesehatan",
    "status": "terbit",
    "terbit": "2026-01-05",
}
"""The least that an entry needs."""

WITHDRAWN = {"status": "ditarik", "penarikan": {"tanggal": "2026-06-01", "alasan": "Contoh alasan."}}


def entry(entry_id: str, **values: Any) -> Information:
    """A made-up entry, `RIGHT` but for some keys."""
    document = InformationDocument.model_validate({**RIGHT, **values})
    return Information.model_construct(
        **document.__dict__, id=entry_id, nama_berkas=f"ppid_data/informasi/{entry_id}.yml"
    )


def selection(portal: Portal, *items: Information, today: date = TODAY, **more: Any) -> Selection:
    """Some entries on a day."""
    return Selection({item.id: item for item in items}, portal.agencies, today, **more)


def public(site: Site) -> int:
    """How many of the real entries may leave."""
    return sum(item.tampil(TODAY) for item in site.content.ppid.information.values())


def write_entries(project: Path, **entries: dict[str, Any]) -> None:
    """Files of made-up entries, `RIGHT` but for some keys, in a project folder; `_` in a name stands for `-`."""
    folder = project / "ppid_data/informasi"
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in entries.items():
        text = yaml.safe_dump({**RIGHT, **values}, allow_unicode=True, sort_keys=False)
        (folder / f"{name.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
