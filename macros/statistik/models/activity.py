"""Metadata of the statistical activity that makes figures (MS-Keg) and of its variables (MS-Var).

Structure of Peraturan BPS 5/2020: MS-Keg is its identity and eight blocks, each told in words here; MS-Var is kept
field by field. What nobody has laid down stays empty.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.models.base import Model, Text


class Activity(Model):
    """A statistical activity (MS-Keg)."""

    judul: Text | None = Field(None, description="Identitas kegiatan: judul kegiatan statistik.")
    kode: Text | None = Field(None, description="Kode kegiatan yang diberikan BPS.")
    penyelenggara: Text | None = Field(None, description="Blok I: instansi penyelenggara.")
    penanggung_jawab: Text | None = Field(None, description="Blok II: jabatan penanggung jawab, tanpa nama orang.")
    perencanaan: Text | None = Field(None, description="Blok III: perencanaan dan persiapan.")
    desain: Text | None = Field(None, description="Blok IV: desain kegiatan.")
    desain_sampel: Text | None = Field(None, description="Blok V: desain sampel.")
    penjaminan_kualitas: Text | None = Field(None, description="Blok VI: penjaminan kualitas.")
    pengolahan: Text | None = Field(None, description="Blok VII: pengolahan dan analisis.")
    diseminasi: Text | None = Field(None, description="Blok VIII: diseminasi hasil.")


class Variable(Model):
    """A variable that the activity collects (MS-Var)."""

    nama: Text
    alias: Text | None = None
    konsep: Text | None = None
    definisi: Text | None = None
    referensi_pemilihan: Text | None = None
    referensi_waktu: Text | None = None
    tipe_data: Text | None = None
    klasifikasi_isian: Text | None = None
    aturan_validasi: Text | None = None
    kalimat_pertanyaan: Text | None = None
    akses_umum: Literal["ya", "tidak"] | None = None
