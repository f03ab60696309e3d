"""One request in the anonymous register of requests: `ppid_data/register/<tahun>.csv`, one row each.

Only what the annual report needs (Perki 1/2021 Pasal 56) is kept. Who asked stays in the office's own book
(UU 27/2022).
"""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text

Outcome = Literal["diberikan", "diberikan sebagian", "ditolak", "tidak dikuasai", "dicabut pemohon", "masih diproses"]

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

OPEN: Outcome = "masih diproses"
WITHDRAWN: Outcome = "dicabut pemohon"

ObjectionOutcome = Literal["dikabulkan", "dikabulkan sebagian", "ditolak", "masih diproses"]


class Request(Model):
    """A request for information and what became of it; a blank cell is None."""

    nomor: Text = Field(description="Nomor pendaftaran, tanpa data pemohon.")
    diterima: Day = Field(description="Tanggal permohonan diterima.")
    pokok: Text = Field(description="Pokok informasi yang diminta, tanpa data orang.")
    perangkat_daerah: Slug = Field(description="Id perangkat daerah yang menguasai informasi.")
    dijawab: Day | None = Field(None, description="Tanggal pemberitahuan tertulis; kosong bila belum.")
    diperpanjang: Literal["ya", "tidak"] = Field("tidak", description="ya bila waktu jawab diperpanjang tertulis.")
    hasil: Outcome
    alasan_penolakan: Text | None = Field(None, description="Alasan bila ditolak atau diberikan sebagian.")
    keberatan: Day | None = Field(None, description="Tanggal keberatan diterima atasan PPID.")
    keberatan_dijawab: Day | None = Field(None, description="Tanggal tanggapan atasan PPID.")
    putusan_keberatan: ObjectionOutcome | None = None
    sengketa: Day | None = Field(None, description="Tanggal sengketa didaftarkan di Komisi Informasi.")
    putusan_sengketa: Text | None = Field(None, description="Nomor putusan dan isinya secara singkat.")


COLUMNS: tuple[str, ...] = tuple(Request.model_fields)

REQUIRED_COLUMNS: tuple[str, ...] = ("nomor", "diterima", "pokok", "perangkat_daerah", "dijawab", "hasil")
"""Columns that every register has; the others may be left out where nothing would stand in them."""
