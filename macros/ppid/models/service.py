"""How to reach the PPID: the office's own contacts, none of them required."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.models.base import Model, Text

E_MAIL = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"
WHATSAPP = r"^62[0-9]{8,13}$"


class ServiceDocument(Model):
    """Contacts that the forms are sent to; what is not known stays empty and is said to be missing."""

    nama: Text | None = Field(None, description="Nama PPID seperti pada kop surat.")
    alamat: Text | None = Field(None, description="Alamat kantor.")
    email: Annotated[str, StringConstraints(pattern=E_MAIL)] | None = Field(None, description="E-mail kantor.")
    whatsapp: Annotated[str, StringConstraints(pattern=WHATSAPP)] | None = Field(
        None, description="Nomor WhatsApp kantor dengan kode negara, angka saja: 62812..."
    )
    jam: tuple[Text, ...] | None = Field(None, description="Jam layanan, satu butir satu baris.")
