"""An SOP as its document states it.

The form is that of PermenPANRB 35/2012: identity, six boxes, and the procedure
table with one column per actor. Values are the printed texts; what a person
concluded instead of read is named in `disimpulkan`, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, WithJsonSchema

from macros.models.base import Day, Model, Slug, Text

SopId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[0-9]{2,4}[a-z]?$")]
"""`<instansi>/<nn>`, such as `polewali-mandar/03`."""

STEP_NUMBER = r"^[0-9]{1,3}[a-z]?$"
STEP_TARGET = r"^([0-9]{1,3}[a-z]?|selesai)$"


def _or_integer(pattern: str) -> WithJsonSchema:
    """For editors: an unquoted 3 is an integer to YAML, and as right as "3b"."""
    return WithJsonSchema({"anyOf": [{"type": "string", "pattern": pattern}, {"type": "integer", "minimum": 0}]})


StepNumber = Annotated[str, StringConstraints(pattern=STEP_NUMBER), _or_integer(STEP_NUMBER)]
"""`3`; where a document repeats a number, the later row is `3b`."""

StepTarget = Annotated[str, StringConstraints(pattern=STEP_TARGET), _or_integer(STEP_TARGET)]
"""Number of a step, or `selesai`."""

END = "selesai"
"""Target of an exit that ends the procedure without a further step."""

Box = Literal["dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan"]
"""The six boxes of the identity sheet."""

BOXES: tuple[Box, ...] = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)

StepField = Literal[
    "no",
    "kegiatan",
    "pelaksana",
    "jenis",
    "berikutnya",
    "kelengkapan",
    "waktu",
    "output",
    "keterangan",
    "syarat_terbit",
]
"""Fields of a step that can be concluded instead of read."""

SopField = Literal[
    "nomor",
    "nama",
    "bidang",
    "tanggal",
    "disahkan",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
    "tabel",
    "pelaksana",
    "langkah.no",
    "langkah.kegiatan",
    "langkah.pelaksana",
    "langkah.jenis",
    "langkah.berikutnya",
    "langkah.kelengkapan",
    "langkah.waktu",
    "langkah.output",
    "langkah.keterangan",
    "langkah.syarat_terbit",
]
"""Fields of an SOP that can be concluded; `langkah.x` means field x of every step."""

StepKind = Literal["mulai", "proses", "keputusan", "selesai"]

Mark = Literal["data", "liputan", "naskah", "foto", "desain", "verifikasi"]
"""What a step contributes without which nothing is published; `verifikasi` is somebody else's look at the others."""


class Dates(Model):
    """The three dates of the identity sheet; a blank one is None."""

    pembuatan: Day | None = Field(None, description="Tanggal pembuatan, TTTT-BB-HH.")
    revisi: Day | None = Field(None, description="Tanggal revisi, TTTT-BB-HH.")
    efektif: Day | None = Field(None, description="Tanggal efektif, TTTT-BB-HH.")


class Approval(Model):
    """Who approved the SOP. The NIP is kept out on purpose: it encodes a date of birth."""

    pejabat: Slug = Field(description="Id pejabat di sop_data/register/instansi.yml.")
    jabatan: Text = Field(description="Jabatan penanda tangan seperti tercetak.")
    tanda_tangan: Literal["ttd", "elektronik", "belum"] = Field(
        description="ttd = tanda tangan basah; elektronik; belum = belum ditandatangani."
    )


class LegalBasis(Model):
    """One item of the box Dasar Hukum."""

    teks: Text = Field(description="Seperti tercetak, tanpa nomor butir.")
    peraturan: Slug | None = Field(None, description="Id peraturan di sop_data/register/peraturan.yml.")


class Relation(Model):
    """One item of the box Keterkaitan."""

    teks: Text = Field(description="Seperti tercetak, tanpa nomor butir.")
    sop: SopId | None = Field(None, description="Id SOP yang dimaksud, misalnya polewali-mandar/03.")


class TableLabels(Model):
    """Header labels of the procedure table as printed."""

    no: Text | None = None
    kegiatan: Text | None = None
    pelaksana: Text | None = None
    mutu_baku: Text | None = None
    kelengkapan: Text | None = None
    waktu: Text | None = None
    output: Text | None = None
    keterangan: Text | None = None


class Table(Model):
    """What the flowchart sheet prints around the table."""

    judul: Text | None = Field(None, description="Judul di atas tabel.")
    nomor: Text | None = Field(None, description="Nomor SOP yang tercetak pada lembar tabel.")
    kolom: TableLabels = Field(default=TableLabels(), description="Judul kolom seperti tercetak.")
    penutup: Text | None = Field(None, description="Tempat dan tanggal di bawah tabel.")


class Actor(Model):
    """One actor column of the table."""

    id: Slug = Field(description="Id pelaksana di sop_data/register/pelaksana.yml.")
    tertulis: Text | None = Field(None, description="Judul kolom seperti tercetak, bila lain dari nama di register.")


class Exit(Model):
    """An arrow that leaves a step."""

    ke: StepTarget = Field(description='Nomor langkah tujuan, atau "selesai".')
    label: Text | None = Field(None, description="Tulisan pada panah; wajib pada keputusan.")


class Step(Model):
    """One row of the procedure table."""

    no: StepNumber = Field(description="Nomor langkah, unik dalam SOP ini (nomor kembar: 6b).")
    no_tertulis: str | None = Field(
        None, description="Nomor yang tercetak, bila lain dari `no`; kosong bila tidak bernomor."
    )
    kegiatan: Text = Field(description="Uraian kegiatan seperti tercetak.")
    pelaksana: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(
        description="Id pelaksana langkah ini; beberapa bila dikerjakan bersama."
    )
    jenis: Literal["keputusan"] | None = Field(
        None, description="Ditulis hanya untuk keputusan; mulai, proses dan selesai dihitung."
    )
    berikutnya: tuple[Exit, ...] | None = Field(
        None, description="Ditulis hanya bila langkah berikutnya bukan baris di bawahnya."
    )
    kelengkapan: Text | None = Field(None, description="Mutu baku: kelengkapan.")
    waktu: Text | None = Field(None, description="Mutu baku: waktu seperti tercetak.")
    output: Text | None = Field(None, description="Mutu baku: output.")
    keterangan: Text | None = Field(None, description="Keterangan.")
    syarat_terbit: Mark | None = Field(
        None, description="Ditulis hanya bila isi portal tidak boleh terbit sebelum langkah ini dijalani."
    )
    disimpulkan: Mapping[StepField, Text] = Field(
        default={}, description="Bagian langkah yang disimpulkan, bukan dibaca, dengan alasannya."
    )


class Irregularity(Model):
    """Something odd in the source document, kept as it is and told."""

    bagian: Text = Field(description="Di mana, misalnya tabel.nomor atau langkah 6b.")
    uraian: Text = Field(description="Apa yang janggal, satu kalimat.")


class Source(Model):
    """Where the text of the SOP comes from."""

    dokumen: Slug = Field(description="Id dokumen sumber di sop_data/register/instansi.yml.")
    bagian: Text = Field(description="Letak SOP dalam dokumen itu.")


class SopDocument(Model):
    """The content of one SOP file."""

    nomor: Text = Field(description="Nomor SOP pada lembar identitas, seperti tercetak.")
    nama: Text = Field(description="Nama SOP; huruf besar semua ditulis biasa.")
    nama_daftar_isi: Text | None = Field(None, description="Nama pada daftar isi dokumen sumber, bila lain.")
    bidang: Slug = Field(description="Id bidang di sop_data/register/instansi.yml.")
    bidang_tertulis: Text | None = Field(None, description="Bidang seperti tercetak pada lembar identitas.")
    kop: tuple[Text, ...] | None = Field(None, description="Kop surat, hanya bila lain dari kop instansi.")
    tanggal: Dates
    disahkan: Approval
    label: Mapping[Box, Text] = Field(default={}, description="Judul kotak yang lain dari judul milik instansi.")
    dasar_hukum: tuple[LegalBasis, ...]
    kualifikasi_pelaksana: tuple[Text, ...]
    keterkaitan: tuple[Relation, ...]
    peralatan: tuple[Text, ...]
    peringatan: tuple[Text, ...]
    pencatatan: tuple[Text, ...]
    tabel: Table = Table()
    pelaksana: Annotated[tuple[Actor, ...], Field(min_length=1)] = Field(
        description="Kolom pelaksana, dari kiri ke kanan."
    )
    langkah: Annotated[tuple[Step, ...], Field(min_length=1)]
    disimpulkan: Mapping[SopField, Text] = Field(
        default={}, description="Bagian SOP yang disimpulkan, bukan dibaca, dengan alasannya."
    )
    kejanggalan: tuple[Irregularity, ...] = ()
    sumber: Source


class Sop(SopDocument):
    """An SOP with the identity its file gives it."""

    id: SopId
    berkas: str

    @property
    def instansi(self) -> str:
        """Id of the office: the folder the file lies in."""
        return self.id.split("/")[0]

    @property
    def nn(self) -> str:
        """The number in the file's name, such as `03` or `11b`."""
        return self.id.split("/")[1]

    def step(self, no: str) -> Step:
        """The step numbered `no`; raises KeyError where there is none."""
        for step in self.langkah:
            if step.no == no:
                return step
        raise KeyError(no)

    def concluded(self, step: Step) -> dict[str, str]:
        """Field -> reason for all that was concluded about a step, its own reasons first."""
        general = {
            name.removeprefix("langkah."): reason
            for name, reason in self.disimpulkan.items()
            if name.startswith("langkah.")
        }
        return general | dict(step.disimpulkan.items())
