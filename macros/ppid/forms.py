"""The two official forms: what they ask, in the order in which the sheet prints it.

Permohonan: name, address, occupation, phone or e-mail, what is asked, purpose, way to obtain it, way to
receive the copy. Keberatan: the seven reasons of UU 14/2008 Pasal 35, the case, who objects, and for whom.
One definition makes the fields in the browser, the sheet that is printed, and the text that is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["teks", "panjang", "telepon", "email", "tanggal", "pilihan", "centang"]
"""How a field is filled in: a line, several lines, a phone number, an e-mail, a date, one choice, several choices."""


@dataclass(frozen=True)
class Choice:
    """One of the answers that a field offers."""

    nilai: str
    label: str


@dataclass(frozen=True)
class Field:
    """One thing a form asks."""

    id: str
    label: str
    jenis: FieldKind = "teks"
    salah: str = ""
    """What is said where it is left blank; a field without it may stay blank."""
    petunjuk: str = ""
    isi_otomatis: str = ""
    """The browser's name for it (HTML autocomplete), where it can fill it in by itself."""
    pilihan: tuple[Choice, ...] = ()
    bila: str = ""
    """`field=value`: asked only where that field has that value."""
    atau: str = ""
    """Another field, one of the two being enough."""
    baris: int = 1
    """Lines on the blank sheet."""

    @property
    def berpilihan(self) -> bool:
        """Whether it is answered by choosing."""
        return bool(self.pilihan)


@dataclass(frozen=True)
class Part:
    """Fields under one heading."""

    judul: str
    isian: tuple[Field, ...]


@dataclass(frozen=True)
class Form:
    """A form: its page, its sheet and its parts."""

    id: str
    judul: str
    judul_lembar: str
    nomor: str
    """The number that the office writes on it."""
    kepada: str
    bagian: tuple[Part, ...]
    penanda_tangan: str

    @property
    def alamat(self) -> str:
        """Address of its page."""
        return f"ppid/{self.id}/"

    @property
    def pdf(self) -> str:
        """Address of the blank sheet as PDF, where it has been printed."""
        return f"ppid/formulir-{self.id}.pdf"

    @property
    def isian(self) -> Iterator[Field]:
        """All fields of all parts."""
        return (field for part in self.bagian for field in part.isian)


PHONE_OR_E_MAIL = "Isi nomor telepon atau alamat e-mail, paling sedikit satu."

CONTACT = (
    Field(
        "telepon", "Nomor telepon", "telepon", PHONE_OR_E_MAIL, "Cukup nomor telepon atau e-mail.", "tel", atau="email"
    ),
    Field("email", "Alamat e-mail", "email", PHONE_OR_E_MAIL, "", "email", atau="telepon"),
)

REQUEST = Form(
    id="permohonan",
    judul="Permohonan informasi",
    judul_lembar="Formulir permohonan informasi publik",
    nomor="Nomor pendaftaran (diisi petugas)",
    kepada="Pejabat Pengelola Informasi dan Dokumentasi (PPID)",
    penanda_tangan="Pemohon informasi",
    bagian=(
        Part(
            "Pemohon",
            (
                Field("nama", "Nama", salah="Isi nama pemohon.", isi_otomatis="name"),
                Field("alamat", "Alamat", "panjang", "Isi alamat pemohon.", isi_otomatis="street-address", baris=2),
                Field("pekerjaan", "Pekerjaan", salah="Isi pekerjaan pemohon.", isi_otomatis="organization-title"),
                *CONTACT,
            ),
        ),
        Part(
            "Informasi yang diminta",
            (
                Field(
                    "informasi",
                    "Rincian informasi yang dibutuhkan",
                    "panjang",
                    "Tulis informasi apa yang dibutuhkan.",
                    "Sebutkan dokumen, tahun dan perangkat daerahnya bila tahu.",
                    baris=5,
                ),
                Field(
                    "tujuan",
                    "Tujuan penggunaan informasi",
                    "panjang",
                    "Tulis untuk apa informasi itu digunakan.",
                    baris=3,
                ),
            ),
        ),
        Part(
            "Cara memperoleh",
            (
                Field(
                    "cara",
                    "Cara memperoleh informasi",
                    "pilihan",
                    "Pilih cara memperoleh informasi.",
                    pilihan=(
                        Choice("melihat", "Melihat, membaca, mendengarkan atau mencatat"),
                        Choice("salinan", "Mendapatkan salinan informasi"),
                    ),
                ),
                Field(
                    "bentuk",
                    "Bentuk salinan",
                    "centang",
                    "Pilih bentuk salinan.",
                    pilihan=(Choice("softcopy", "Softcopy (berkas)"), Choice("hardcopy", "Hardcopy (cetakan)")),
                    bila="cara=salinan",
                ),
                Field(
                    "penerimaan",
                    "Cara menerima salinan",
                    "pilihan",
                    "Pilih cara menerima salinan.",
                    pilihan=(
                        Choice("langsung", "Mengambil langsung"),
                        Choice("kurir", "Kurir"),
                        Choice("pos", "Pos"),
                        Choice("faksimile", "Faksimile"),
                        Choice("e-mail", "E-mail"),
                    ),
                    bila="cara=salinan",
                ),
            ),
        ),
    ),
)

REASONS = (
    Choice("a", "Permohonan ditolak dengan alasan informasi dikecualikan"),
    Choice("b", "Informasi berkala tidak disediakan"),
    Choice("c", "Permohonan tidak ditanggapi"),
    Choice("d", "Permohonan ditanggapi tidak sebagaimana yang diminta"),
    Choice("e", "Permohonan tidak dipenuhi"),
    Choice("f", "Biaya yang dikenakan tidak wajar"),
    Choice("g", "Informasi disampaikan melebihi jangka waktu"),
)
"""UU 14/2008 Pasal 35 ayat (1), in the order of its letters."""

OBJECTION = Form(
    id="keberatan",
    judul="Keberatan",
    judul_lembar="Formulir keberatan atas permohonan informasi publik",
    nomor="Nomor pendaftaran keberatan (diisi petugas)",
    kepada="Atasan Pejabat Pengelola Informasi dan Dokumentasi (PPID)",
    penanda_tangan="Pengaju keberatan",
    bagian=(
        Part(
            "Pengaju keberatan",
            (
                Field("nama", "Nama", salah="Isi nama pengaju keberatan.", isi_otomatis="name"),
                Field("alamat", "Alamat", "panjang", "Isi alamat pengaju keberatan.", "", "street-address", baris=2),
                Field(
                    "pekerjaan",
                    "Pekerjaan",
                    salah="Isi pekerjaan pengaju keberatan.",
                    isi_otomatis="organization-title",
                ),
                *CONTACT,
                Field(
                    "nomor-permohonan",
                    "Nomor pendaftaran permohonan",
                    petunjuk="Nomor pada tanda bukti permohonan. Kosongkan bila tidak diberi nomor.",
                ),
            ),
        ),
        Part(
            "Kuasa",
            (
                Field(
                    "lewat-kuasa",
                    "Siapa yang mengajukan?",
                    "pilihan",
                    "Pilih siapa yang mengajukan.",
                    pilihan=(Choice("sendiri", "Pengaju sendiri"), Choice("kuasa", "Kuasa pengaju")),
                ),
                Field("nama-kuasa", "Nama kuasa", salah="Isi nama kuasa.", bila="lewat-kuasa=kuasa"),
                Field(
                    "alamat-kuasa", "Alamat kuasa", "panjang", "Isi alamat kuasa.", bila="lewat-kuasa=kuasa", baris=2
                ),
                Field("telepon-kuasa", "Nomor telepon kuasa", "telepon", bila="lewat-kuasa=kuasa"),
            ),
        ),
        Part(
            "Keberatan",
            (
                Field("alasan", "Alasan keberatan", "centang", "Pilih paling sedikit satu alasan.", pilihan=REASONS),
                Field(
                    "kasus",
                    "Kasus posisi",
                    "panjang",
                    "Tulis apa yang terjadi.",
                    "Uraian: apa yang diminta, kapan, apa jawabannya, dan mengapa keberatan.",
                    baris=6,
                ),
            ),
        ),
    ),
)

FORMS: tuple[Form, ...] = (REQUEST, OBJECTION)
