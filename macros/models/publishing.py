"""Which SOP governs the publishing of which kind of content, and from which day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from macros.models.base import Day, Model, Text
from macros.models.sop import Mark, SopId

Kind = Literal["artikel", "kilas", "majalah", "video", "agenda", "informasi publik", "indikator", "profil"]
"""What the portal publishes."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Condition = Literal["ada foto"]
"""What content must have for a step to concern it."""


class GovernedKind(Model):
    """A kind of content and the SOP whose marked steps it goes through."""

    jenis: Kind
    sop: SopId = Field(description="SOP yang langkah bertanda syarat_terbit-nya wajib dijalani.")
    sejak: Day = Field(description="Berlaku untuk isi yang terbit pada atau sesudah hari ini, TTTT-BB-HH.")
    bila: Mapping[Mark, Condition] = Field({}, description="Syarat yang hanya berlaku pada keadaan tertentu.")
    tidak_berlaku: Mapping[Mark, Text] = Field({}, description="Syarat yang tidak berlaku, dengan alasannya.")
    catatan: Text | None = Field(None, description="Kalimat untuk pembaca halaman alur penerbitan.")


class FreeKind(Model):
    """A kind of content that no SOP governs, and why not."""

    jenis: Kind
    alasan: Text


class PublishingRegister(Model):
    """`sop_data/register/penerbitan.yml`: every kind stands in one of the two lists."""

    diatur: tuple[GovernedKind, ...] = ()
    tanpa_alur: tuple[FreeKind, ...] = ()
