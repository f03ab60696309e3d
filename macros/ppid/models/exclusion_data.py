"""The shape of `/ppid/dik.json`, from which its JSON Schema is generated."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from macros.models.base import Model
from macros.ppid.models.exclusion import Basis, ConsequenceTest, ExclusionStatus, Period, Retest


class OpenExclusion(Model):
    """One entry; `berakhir`, `keadaan` and `hari_lewat` are worked out, all else is as written."""

    id: str
    url: str = Field(description="Alamat halamannya, relatif terhadap akar situs.")
    judul: str
    ringkasan: str | None
    perangkat_daerah: str
    nama_perangkat_daerah: str
    dasar: Basis
    uji_konsekuensi: ConsequenceTest
    jangka_waktu: Period
    status: ExclusionStatus
    pengujian_ulang: tuple[Retest, ...]
    berakhir: date | None = Field(description="Hari terakhir dengan perpanjangannya; null bila tanpa tanggal.")
    keadaan: str = Field(description="Keadaan pada dihitung_pada, misalnya: wajib dibuka kembali.")
    hari_lewat: int = Field(description="Hari sejak berakhir pada dihitung_pada; 0 bila belum.")


class OpenExclusions(Model):
    """`/ppid/dik.json`: every excluded information that is no draft."""

    dihitung_pada: date = Field(description="Hari situs dibangun.")
    dikecualikan: tuple[OpenExclusion, ...]
