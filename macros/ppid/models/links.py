"""What the last check of links found: `ppid_data/tautan.yml`, written by `python -m macros tautan`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import Day, Model, Text, WebAddress

LinkState = Literal["terbuka", "rusak", "tidak pasti"]
"""tidak pasti: the server answered, but not to a checker (it wants a login, or fewer questions)."""


class LinkResult(Model):
    """One address and how its server answered."""

    url: WebAddress
    tanggal: Day
    keadaan: LinkState
    kode: Annotated[int, Field(ge=100, le=599)] | None = Field(None, description="Kode HTTP; kosong bila tak terjawab.")
    alasan: Text | None = None
    pindah_ke: WebAddress | None = Field(None, description="Alamat akhir, bila dialihkan.")


class LinkReport(Model):
    """All results of the last check."""

    hasil: tuple[LinkResult, ...]
