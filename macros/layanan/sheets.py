"""Blank sheets to print: the form of a service, and the questionnaire.

An SOP names a form but does not show it. The sheet asks only for what the SOP wants brought along and how to reach
whoever asks, and says that it is not the office's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.layanan.service_view import ServiceView, service_address
from macros.ppid.forms import Choice, Field, Part


@dataclass(frozen=True)
class Sheet:
    """A blank form, as `ppid/lembar.html` prints it."""

    judul_lembar: str
    kepada: str
    bagian: tuple[Part, ...]
    nomor: str = "Nomor (diisi petugas)"
    penanda_tangan: str = "Pemohon"


@dataclass(frozen=True)
class Recipient:
    """Whom the sheet goes to."""

    nama: str | None
    alamat: str | None


def request_sheet(view: ServiceView, addressee: str | None) -> tuple[Sheet, Recipient]:
    """The sheet of a service, and whom it goes to: the head of the office, unless the service names another."""
    asked = (
        Field("pemohon", "Nama pemohon"),
        Field("instansi", "Instansi atau alamat", baris=2),
        Field("hubungi", "Nomor telepon atau e-mail"),
    )
    wanted = [
        Field("diminta", "Keterangan permintaan", baris=5),
        Field("waktu", "Kapan diperlukan"),
    ]
    own = view.formulir.teks if view.formulir else ""
    choices = tuple(Choice(str(number), line.teks) for number, line in enumerate(view.bawa) if line.teks != own)
    if choices:
        wanted.append(Field("kelengkapan", "Kelengkapan yang disertakan", pilihan=choices))
    parts = (Part("Pemohon", asked), Part("Permintaan", tuple(wanted)))
    sheet = Sheet(f"Permohonan: {view.nama}", addressee or "Kepala", parts)
    return sheet, Recipient(None if addressee else view.instansi.nama, None if addressee else view.kontak.alamat)


def form_pdf(service_id: str) -> str:
    """Where the blank form as PDF lies, where it was printed."""
    return f"{service_address(service_id)}formulir.pdf"


QUESTIONNAIRE_PDF = "layanan/survei/kuesioner.pdf"
