"""What stands on top of a news file: an article that someone wrote, or a brief that links to its source."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from macros.models.base import Day, DocumentName, Model, Slug, Text, WebAddress
from macros.publishing.models import Correction, Publication


class Category(Model):
    """One category of news."""

    id: Slug = Field(description="Bagian dari alamat kategorinya; jangan diganti.")
    nama: Text


class CategoryRegister(Model):
    """`warta_data/kategori.yml`."""

    kategori: tuple[Category, ...]


class Photo(Model):
    """A photo that lies beside the article's file. The first one leads the article."""

    berkas: DocumentName = Field(description="Nama foto di samping berkas ini.")
    alt: Text = Field(description="Apa yang terlihat, untuk yang tidak melihat fotonya.")
    kredit: Text = Field(description="Siapa pemotret atau pemilik foto.")
    keterangan: Text | None = Field(None, description="Keterangan di bawah foto.")


class Source(Model):
    """Where the facts come from."""

    penerbit: Text = Field(description="Siapa yang menerbitkannya.")
    url: WebAddress | None = Field(None, description="Alamatnya di web.")
    diakses: Text | None = Field(None, description="Kapan dan bagaimana dibaca.")


class LinkedSource(Source):
    """A source that readers can open."""

    url: WebAddress = Field(description="Alamatnya di web.")


class Story(Publication):
    """What articles and briefs have in common."""

    tanggal: Day = Field(description="Tanggal berita, TTTT-BB-HH.")
    kategori: Slug = Field(description="Id kategori dari warta_data/kategori.yml.")
    perangkat_daerah: tuple[Slug, ...] = Field((), description="Id perangkat daerah yang diberitakan.")
    tag: tuple[Slug, ...] = Field((), description="Kata kunci, huruf kecil, angka dan tanda hubung.")
    foto: tuple[Photo, ...] = ()
    ralat: tuple[Correction, ...] = Field((), description="Ralat sesudah terbit, dari yang terlama.")

    @property
    def hari_ralat(self) -> tuple[date, ...]:
        """The days of its corrections."""
        return tuple(item.tanggal for item in self.ralat)

    def diperbarui(self, today: date) -> date:
        """The last day on or before `today` that something was published, corrected or withdrawn."""
        return self.diubah(today) or self.tanggal


class ArticleDocument(Story):
    """An article as its file states it; the text stands below."""

    jenis: Literal["artikel"] = "artikel"
    judul: Text
    ringkasan: Text = Field(description="Satu atau dua kalimat untuk daftar, umpan dan mesin pencari.")
    penulis: Text
    fotografer: Text | None = None
    sumber: tuple[Source, ...] = ()


class BriefDocument(Story):
    """One fact in one sentence that links to its source; nothing stands below."""

    jenis: Literal["kilas"]
    fakta: Text = Field(description="Satu kalimat dengan kata sendiri; bukan salinan berita.")
    penulis: Text | None = None
    sumber: tuple[LinkedSource, ...] = Field(
        min_length=1, description="Sumber fakta; yang pertama ditautkan di daftar."
    )
    url_lain: tuple[WebAddress, ...] = Field((), description="Alamat lain yang memberitakan hal yang sama.")
    dasar_tanggal: Text | None = Field(None, description="Dari mana tanggalnya diketahui.")
    catatan: Text | None = None


Document = ArticleDocument | BriefDocument
