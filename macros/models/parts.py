"""Where in the portal an SOP is carried out, and which are carried out in the office alone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import Model, Text
from macros.models.sop import SopId

PAGE = r"^([a-z0-9-]+/)+$"

PageAddress = Annotated[str, StringConstraints(pattern=PAGE)]
"""A page below the site's root, such as `warta/majalah/`."""


class PortalPart(Model):
    """A part of the portal and the SOPs that govern it."""

    alamat: PageAddress = Field(description="Alamat halaman di bawah akar situs, misalnya warta/majalah/.")
    sop: Annotated[tuple[SopId, ...], Field(min_length=1)] = Field(description="Id SOP yang mengatur halaman itu.")


class InOffice(Model):
    """An SOP that the portal only publishes; which it is, the portal concludes."""

    sop: SopId
    alasan: Text = Field(description="Mengapa tidak ada bagian portal yang menjalankannya.")


class PartRegister(Model):
    """`sop_data/register/bagian.yml`."""

    bagian: tuple[PortalPart, ...] = ()
    dalam_kantor: tuple[InOffice, ...] = ()
