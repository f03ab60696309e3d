"""What holds for the directory as a whole."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Model, Slug, Text
from macros.models.registers import AgencyKind
from macros.models.sop import SopId


class Acting(Model):
    """A pelaksana of the office's SOPs, and the agencies that act as it."""

    id: Slug = Field(description="Id pelaksana di register.")
    jenis: tuple[AgencyKind, ...] = Field(
        (), description="Jenis perangkat daerah yang bertindak; atau perangkat_daerah."
    )
    perangkat_daerah: tuple[Slug, ...] = Field((), description="Id perangkat daerah yang bertindak; atau jenis.")
    disimpulkan: Text | None = Field(None, description="Alasan, bila tidak dinyatakan SOP.")


class DirectorySettings(Model):
    """`perangkat_data/perangkat.yml`."""

    sop: tuple[SopId, ...] = Field((), description="SOP yang mengatur domain, situs dan adminnya.")
    induk: Text | None = Field(None, description="Pemerintah daerah yang membawahkan perangkat daerah.")
    instansi: Slug | None = Field(None, description="Instansi pemilik SOP yang pelaksananya dipetakan di bawah.")
    pemilik: Slug | None = Field(None, description="Id perangkat daerah yang menjadi instansi itu.")
    admin: Slug | None = Field(None, description="Id pelaksana yang mengelola situs perangkat daerah.")
    pelaksana: tuple[Acting, ...] = ()
