"""What the files in `alamat_data/` state."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Day, Model, Text


class Redirect(Model):
    """An address that has moved."""

    dari: Text = Field(description="Alamat lama dari akar, misalnya /warta/2026/nama-lama/.")
    ke: Text = Field(description="Alamat baru di portal ini, dari akar; boleh dengan #bagian.")
    tanggal: Day = Field(description="Sejak kapan, TTTT-BB-HH.")
    alasan: Text = Field(description="Mengapa pindah, satu kalimat untuk pembaca.")


class RedirectDocument(Model):
    """`alamat_data/alih.yml`."""

    alih: tuple[Redirect, ...] = ()
