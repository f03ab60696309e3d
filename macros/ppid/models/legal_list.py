"""A list that a law enumerates, kept as data with the sources it was read from."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Day, Model, Text, WebAddress


class LegalSource(Model):
    """Where the text of a regulation was read."""

    penerbit: Text
    url: WebAddress | None = None
    dibaca: Day
    keadaan: Text = Field(description="Bagaimana dibaca, misalnya: salinan tersimpan.")


class LegalItem(Model):
    """One item of the list: its mark and what it says, in brief."""

    id: Text = Field(description="Huruf atau nama butir, seperti dipakai pada data.")
    uraian: Text = Field(description="Isi butir, diringkas.")


class LegalList(Model):
    """`ppid_data/alasan-pengecualian.yml` and `ppid_data/jenis-bahaya.yml`."""

    dasar: Text = Field(description="Peraturan dan pasal yang merincinya.")
    catatan: Text | None = Field(None, description="Yang perlu diketahui pembaca tentang rincian ini.")
    sumber: tuple[LegalSource, ...] = Field(min_length=1)
    butir: tuple[LegalItem, ...] = Field(min_length=1)

    def uraian(self, id_: str) -> str:
        """What the item `id_` says; nothing where the list does not have it."""
        return next((item.uraian for item in self.butir if item.id == id_), "")
