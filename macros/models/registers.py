"""The registers beside the SOPs: offices, actors, regulations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints

from macros.models.base import Day, Model, Slug, Text, WebAddress, Year

Status = Literal["berlaku", "diubah", "dicabut", "digantikan", "sumber berbeda", "belum diverifikasi"]
"""What is known of a regulation; `sumber berbeda`: the sources contradict each other."""


class Division(Model):
    """A bidang of an office."""

    id: Slug
    nama: Text
    singkatan: Text


class Official(Model):
    """An office holder in the public role of signing SOPs. Never with a NIP."""

    id: Slug
    nama: Text
    jabatan: Text
    pangkat: Text | None = None


class SourceDocument(Model):
    """A document that SOPs were transcribed from."""

    id: Slug
    judul: Text
    tahun: Year
    keadaan: Text


Item = TypeVar("Item", Division, Official, SourceDocument)


class BoxLabels(Model):
    """What an office prints above the six boxes of its identity sheets."""

    dasar_hukum: Text
    kualifikasi_pelaksana: Text
    keterkaitan: Text
    peralatan: Text
    peringatan: Text
    pencatatan: Text


class Office(Model):
    """An instansi whose SOPs the portal publishes."""

    id: Slug
    nama: Text
    singkatan: Text
    kop: Annotated[tuple[Text, ...], Field(min_length=1)]
    label: BoxLabels
    bidang: Annotated[tuple[Division, ...], Field(min_length=1)]
    pejabat: Annotated[tuple[Official, ...], Field(min_length=1)]
    dokumen: Annotated[tuple[SourceDocument, ...], Field(min_length=1)]

    def division(self, division_id: str) -> Division:
        """The bidang with that id; raises KeyError where there is none."""
        return _by_id(self.bidang, division_id)

    def official(self, official_id: str) -> Official:
        """The pejabat with that id; raises KeyError where there is none."""
        return _by_id(self.pejabat, official_id)

    def document(self, document_id: str) -> SourceDocument:
        """The source document with that id; raises KeyError where there is none."""
        return _by_id(self.dokumen, document_id)


def _by_id(items: tuple[Item, ...], wanted: str) -> Item:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)


class OfficeRegister(Model):
    """`sop_data/register/instansi.yml`."""

    instansi: tuple[Office, ...]


class RegisteredActor(Model):
    """A pelaksana under the one spelling used across SOPs."""

    id: Slug
    nama: Text
    catatan: Text | None = None


class ActorRegister(Model):
    """`sop_data/register/pelaksana.yml`."""

    pelaksana: tuple[RegisteredActor, ...]


class Evidence(Model):
    """Where the status of a regulation was read."""

    penerbit: Text
    url: WebAddress | None = None
    tahun: int | None = None
    mutu: Text


Effect = Literal["mengubah", "mencabut", "menggantikan"]

PASSIVE: Mapping[Effect, str] = {"mengubah": "diubah", "mencabut": "dicabut", "menggantikan": "digantikan"}
"""What a regulation does to an earlier one -> what is said of the earlier one."""

ACTIVE: Mapping[str, Effect] = {passive: active for active, passive in PASSIVE.items()}
"""The other way round."""


class Change(Model):
    """A later regulation, and what it did to an earlier one."""

    nama: Text = Field(description="Jenis, nomor dan tahunnya secara singkat, misalnya PP 71/2019.")
    tahun: Year
    akibat: Effect
    tentang: Text | None = None
    peraturan: Slug | None = Field(None, description="Id-nya, bila ada di register ini.")
    disimpulkan: Text | None = Field(None, description="Alasan, bila akibatnya tidak terbaca di naskah mana pun.")
    oleh: tuple[Change, ...] = Field((), description="Yang kemudian mengubah, mencabut atau menggantikannya.")

    @property
    def pasif(self) -> str:
        """What is said of the earlier one: `dicabut` and so on."""
        return PASSIVE[self.akibat]

    @property
    def lengkap(self) -> str:
        """Its name, what it is about, and what became of it."""
        own = f"{self.nama} ({self.tentang})" if self.tentang else self.nama
        return ", lalu ".join((own, *(f"{change.pasif} {change.lengkap}" for change in self.oleh)))


class Regulation(Model):
    """A regulation that SOPs cite, and what is known of its status."""

    id: Slug
    jenis: Text
    nomor: Text
    tahun: Year
    judul: Text
    url: WebAddress | None = None
    status: Status
    oleh: tuple[Change, ...] = Field((), description="Yang mengubah, mencabut atau menggantikannya.")
    sumber: tuple[Slug, ...] = ()
    keyakinan: Literal["tinggi", "sedang", "rendah"]
    diperiksa: Text | None = None
    catatan: Text | None = None

    @property
    def nama(self) -> str:
        """As it is usually cited: kind, number, year and title."""
        nomor = self.nomor if self.nomor.endswith(str(self.tahun)) else f"{self.nomor} Tahun {self.tahun}"
        return f"{self.jenis} Nomor {nomor} tentang {self.judul}"

    @property
    def singkat(self) -> str:
        """Kind, number and year alone."""
        return self.nama.removesuffix(f" tentang {self.judul}")


class RegulationRegister(Model):
    """`sop_data/register/peraturan.yml`."""

    sumber: Mapping[Slug, Evidence]
    peraturan: tuple[Regulation, ...]


class AgencyEvidence(Model):
    """Where facts about perangkat daerah were read."""

    penerbit: Text
    url: WebAddress | None = None
    tahun: Year | None = None
    letak: Text | None = None
    """Where it lies when it has no address of its own."""
    diakses: Text


AgencyKind = Literal["sekretariat", "inspektorat", "dinas", "badan", "satuan", "rsud", "bumd", "kecamatan"]


OFFICE_PHONE = r"^\(0[2-79]\d{1,2}\) \d[\d -]{3,9}$"

EMAIL = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"


class AgencyContact(Model):
    """How an office is reached; never a person's own number."""

    alamat: Text | None = None
    telepon: Annotated[str, StringConstraints(pattern=OFFICE_PHONE)] | None = Field(
        None, description="Nomor kantor dengan kode wilayah, misalnya (0428) 21000."
    )
    surel: Annotated[str, StringConstraints(pattern=EMAIL)] | None = None
    jam: tuple[Text, ...] = Field((), description="Jam layanan, satu butir satu baris.")
    sumber: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Id sumber di daftar di atas.")


class SiteAdmin(Model):
    """Who looks after an agency's website: a position and the letter that names it, never a person (SOP 06 step 1)."""

    jabatan: Text = Field(description="Jabatan pemegang tugas, bukan nama orang.")
    surat: Text | None = Field(None, description="Nomor surat penunjukan.")
    tanggal: Day | None = Field(None, description="Tanggal surat penunjukan.")


class Agency(Model):
    """A perangkat daerah of the regency, or another body that holds public information."""

    id: Slug
    nama: Text
    singkatan: Text | None = None
    jenis: AgencyKind
    tipe: Text | None = None
    kode: Text | None = None
    status_nama: Text
    nama_sebelumnya: tuple[Text, ...] = ()
    situs: WebAddress | None = None
    kontak: AgencyContact | None = None
    admin: SiteAdmin | None = None
    tahun: Year | None = None
    sumber: tuple[Text, ...] = ()
    catatan: Text | None = None

    @property
    def domain(self) -> str | None:
        """The server of its website."""
        return urlsplit(self.situs).hostname if self.situs else None

    @property
    def singkat(self) -> str:
        """The short name where there is one."""
        return self.singkatan or self.nama


class SharedSite(Model):
    """A site that belongs to the regency as a whole."""

    nama: Text
    url: WebAddress
    sumber: tuple[Text, ...] = ()
    catatan: Text | None = None


class AgencyRegister(Model):
    """`sop_data/register/perangkat_daerah.yml`."""

    sumber: Mapping[Text, AgencyEvidence]
    situs_bersama: tuple[SharedSite, ...] = ()
    perangkat_daerah: tuple[Agency, ...]
