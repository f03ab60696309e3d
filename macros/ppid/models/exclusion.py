"""One entry of the Daftar Informasi yang Dikecualikan (DIK).

Excluded information is kept in a list of its own, never in the DIP (UU 14/2008 Pasal 17). An entry states what
the consequence test must state (Perki 1/2021 Pasal 49): the information, the act and article, the consequence
if it is opened and if it is closed, and for how long. What has run out must be opened again.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from macros.models.base import Day, Model, Slug, Text
from macros.ppid.models.information import Source

GroundLetter = Literal["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]

GROUND_LETTERS: tuple[str, ...] = get_args(GroundLetter)
"""The ten grounds of UU 14/2008 Pasal 17."""

ExclusionStatus = Literal["draf", "berlaku", "dibuka kembali"]

RetestResult = Literal["tetap", "diperpanjang", "dibuka kembali"]


class Provision(Model):
    """An act and its article, with the words that close the information."""

    peraturan: Text = Field(description="Peraturan, misalnya Undang-Undang Nomor 27 Tahun 2022.")
    pasal: Text = Field(description="Pasal dan ayat.")
    bunyi: Text = Field(description="Bunyi pasal itu, disalin dari naskahnya.")


class Basis(Model):
    """On what an exclusion stands."""

    huruf: tuple[GroundLetter, ...] = Field(min_length=1, description="Huruf UU 14/2008 Pasal 17: a sampai j.")
    ketentuan: tuple[Provision, ...] = Field((), description="Peraturan lain yang menutupnya; wajib untuk huruf j.")


class ConsequenceTest(Model):
    """The uji konsekuensi (Perki 1/2021 Pasal 49)."""

    tanggal: Day
    nomor: Text = Field(description="Nomor berita acara atau surat keputusannya.")
    akibat_bila_dibuka: Text
    akibat_bila_ditutup: Text = Field(description="Akibat atau manfaat bila tetap ditutup.")


class Period(Model):
    """From when, and until which day or condition. The last day counts."""

    mulai: Day
    sampai: Day | None = Field(None, description="Hari terakhir, TTTT-BB-HH.")
    selama: Text | None = Field(None, description="Keadaan yang mengakhirinya, bila tidak ada tanggalnya.")


class Retest(Model):
    """A later test of the same exclusion, which keeps it, prolongs it or ends it."""

    tanggal: Day
    nomor: Text = Field(description="Nomor berita acara atau surat keputusannya.")
    hasil: RetestResult = Field(description="tetap, diperpanjang, atau dibuka kembali.")
    sampai: Day | None = Field(None, description="Hari terakhir yang baru, bila diperpanjang.")
    alasan: Text


class ExclusionDocument(Model):
    """One entry as its file states it."""

    judul: Text = Field(description="Informasi yang dikecualikan.")
    ringkasan: Text | None = Field(None, description="Penjelasan tanpa membuka isinya.")
    perangkat_daerah: Slug = Field(
        description="Id perangkat daerah yang menguasai informasi, dari register/perangkat_daerah.yml."
    )
    dasar: Basis
    uji_konsekuensi: ConsequenceTest
    jangka_waktu: Period
    status: ExclusionStatus = Field(description="draf, berlaku, atau dibuka kembali.")
    pengujian_ulang: tuple[Retest, ...] = Field((), description="Pengujian sesudahnya, dari yang terlama.")
    catatan: Text | None = None
    sumber: Source | None = Field(None, description="Asal keterangan, bila bukan dari perangkat daerahnya.")


class Exclusion(ExclusionDocument):
    """An entry, where it comes from, and what follows from its dates."""

    id: Slug
    """Name of its file without the ending; part of its address for ever."""
    nama_berkas: Text
    """Its own file, relative to the project's folder."""
    baris_akhir: int
    """The line on which its end is written."""

    @property
    def berakhir(self) -> date | None:
        """The last day on which it is closed: the newest prolongation's, else the first one's."""
        prolonged = [retest.sampai for retest in self.pengujian_ulang if retest.sampai]
        return prolonged[-1] if prolonged else self.jangka_waktu.sampai

    def lewat(self, today: date) -> int:
        """Days since the exclusion ran out; 0 where it has not, and for what is no longer or not yet excluded."""
        if self.status != "berlaku" or self.berakhir is None:
            return 0
        return max((today - self.berakhir).days, 0)

    def keadaan(self, today: date) -> str:
        """What an entry that is published amounts to on a day."""
        if self.status == "dibuka kembali":
            return "dibuka kembali"
        if self.lewat(today):
            return "wajib dibuka kembali"
        if self.berakhir is None:
            return "tanpa tanggal; wajib ditinjau"
        return "dikecualikan" if self.jangka_waktu.mulai <= today else "belum mulai"
