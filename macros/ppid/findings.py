"""Temuan on entries of the DIP: what is noteworthy about one, each with the rule it is measured by.

A finding never stops the build. The rule a finding follows is the docstring of its
function; `RULES` lists them all with the words the reader sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from macros.dates import long_date, months_later
from macros.findings import Rule
from macros.ppid.attachments import listed
from macros.ppid.content import Ppid
from macros.ppid.documents import Document
from macros.ppid.models.information import RENEWAL_MONTHS, Information
from macros.ppid.texts import OLD, UNREAD


@dataclass(frozen=True)
class InformationFinding:
    """One finding: about which entry, by which rule, where (`Dokumen`, `Kolom 7`), and what."""

    butir: str
    rule: Rule
    bagian: str
    uraian: str


Found = Iterator[tuple[str, str]]
Check = Callable[[Information, Ppid, date], Found]

_CHECKS: list[tuple[Rule, Check]] = []

COLUMNS = "Tujuh kolom Daftar Informasi Publik, Perki 1/2010 Lampiran II"
ACCESS = "Aksesibilitas: isi dokumen dapat dicari dan dibaca pembaca layar"
PRIVACY = "Pelindungan data pribadi, UU 27/2022"
OWN = "Setelan portal ini; bukan tenggat atau kewajiban dari peraturan"

COLUMN_NAMES: Mapping[str, str] = {
    "penanggung_jawab": "Kolom 4, penanggung jawab pembuatan atau penerbitan",
    "dibuat": "Kolom 5, waktu dan tempat pembuatan",
    "bentuk": "Kolom 6, bentuk informasi yang tersedia",
    "retensi": "Kolom 7, jangka waktu penyimpanan",
}
"""The columns that may be left blank, as the list names them."""


def _rule(kode: str, judul: str, aturan: str, dasar: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        _CHECKS.append((Rule(kode, judul, aturan, dasar), check))
        return check

    return register


@_rule("kolom-kosong", "Kolom wajib kosong", "Setiap butir memuat ketujuh kolom.", COLUMNS)
def empty_column(item: Information, ppid: Ppid, today: date) -> Found:
    """Every legal column is filled in."""
    for key in item.kolom_kosong:
        yield COLUMN_NAMES[key], "Belum diisi, atau belum lengkap."


@_rule(
    "kategori-belum-ditetapkan",
    "Kategori belum ditetapkan",
    "Kategori setiap butir ditetapkan PPID.",
    "Daftar Informasi Publik ditetapkan setiap tahun dengan surat keputusan",
)
def guessed_category(item: Information, ppid: Ppid, today: date) -> Found:
    """The category was laid down, not guessed."""
    if not item.kategori_ditetapkan:
        yield "Kategori", f"“{item.kategori}” masih tebakan: {item.disimpulkan['kategori']}."


@_rule(
    "berkala-terlambat",
    "Informasi berkala belum diperbarui",
    f"Informasi berkala diperbarui paling lambat {RENEWAL_MONTHS} bulan sekali.",
    "Kewajiban mengumumkan informasi secara berkala, UU 14/2008 dan Perki 1/2021",
)
def renewal_overdue(item: Information, ppid: Ppid, today: date) -> Found:
    """Periodic information was published or changed within the last `RENEWAL_MONTHS` months."""
    last = item.diperbarui
    if item.kategori == "berkala" and last and months_later(last, RENEWAL_MONTHS) < today:
        yield "Pembaruan", f"Terakhir diperbarui {long_date(last)}, lebih dari {RENEWAL_MONTHS} bulan yang lalu."


@_rule("tanpa-dokumen", "Tanpa dokumen", "Setiap butir memuat dokumen atau tautannya.", OWN)
def no_document(item: Information, ppid: Ppid, today: date) -> Found:
    """There is a document, a link to one, or an SOP of this portal."""
    if not (item.berkas or item.tautan or item.dokumen_sop):
        yield "Dokumen", "Tidak ada dokumen dan tidak ada tautan."


@_rule("hanya-disebut", "Tautan hanya menyebut dokumen", "Tautan menuju naskahnya sendiri.", OWN)
def only_mentioned(item: Information, ppid: Ppid, today: date) -> Found:
    """A link leads to the document itself."""
    if item.tautan and item.tautan.jenis == "menyebut dokumen":
        yield "Tautan", "Halaman yang ditautkan menyebut dokumennya, bukan memuatnya."


@_rule("tanpa-lisensi", "Tanpa lisensi", "Pembaca tahu syarat pemakaian ulang dokumen.", OWN)
def no_licence(item: Information, ppid: Ppid, today: date) -> Found:
    """The licence for using a document again is stated."""
    if item.lisensi is None:
        yield "Lisensi", "Lisensi belum ditulis."


@_rule("pengganti-tidak-terbit", "Pengganti tidak terbit", "Butir pengganti sudah terbit dan tidak ditarik.", OWN)
def hidden_successor(item: Information, ppid: Ppid, today: date) -> Found:
    """What replaces an entry is public itself."""
    successor = ppid.information.get(item.diganti_oleh or "")
    if successor and not successor.terlihat(today):
        # never the title: a draft must not be seen through another entry
        yield "Pengganti", f"Butir penggantinya {'sudah ditarik' if successor.ditarik(today) else 'belum terbit'}."


@_rule("judul-kembar", "Judul kembar", "Satu judul untuk satu butir dalam satu perangkat daerah dan tahun.", OWN)
def shared_title(item: Information, ppid: Ppid, today: date) -> Found:
    """No two entries of an agency have the same title in the same year."""
    for twins in _twins(item, ppid.by_title[item.kunci_judul], ppid, today):
        yield "Judul", f"Judul ini juga dipakai {twins}."


@_rule("tanggal-mendatang", "Tanggal di masa depan", "Perubahan dan pembacaan sumber dicatat sesudah terjadi.", OWN)
def future_day(item: Information, ppid: Ppid, today: date) -> Found:
    """What has been done was done before today; publishing and withdrawing may be planned."""
    days = [("Perubahan", change.tanggal) for change in item.perubahan]
    days += [("Sumber", item.sumber.dibaca)] if item.sumber and item.sumber.dibaca else []
    for where, day in days:
        if day > today:
            yield where, f"{long_date(day)} belum tiba."


def _document_rule(
    kode: str, judul: str, aturan: str, dasar: str
) -> Callable[[Callable[[Document], Iterator[str]]], Check]:
    """A rule on the document beside an entry; it yields only what was found."""

    def register(check: Callable[[Document], Iterator[str]]) -> Check:
        @_rule(kode, judul, aturan, dasar)
        def on_entry(item: Information, ppid: Ppid, today: date) -> Found:
            document = ppid.documents.get(item.id)
            for text in check(document) if document else ():
                yield "Dokumen", text

        return on_entry

    return register


@_rule("dokumen-kembar", "Dokumen kembar", "Satu dokumen untuk satu butir.", OWN)
def shared_document(item: Information, ppid: Ppid, today: date) -> Found:
    """No two entries have the same document, byte for byte."""
    document = ppid.documents.get(item.id)
    for twins in _twins(item, ppid.by_sha256[document.sha256], ppid, today) if document else ():
        yield "Dokumen", f"Isinya sama persis dengan dokumen {twins}."


@_document_rule("dokumen-terkunci", "Dokumen terkunci", "Dokumen tidak dikunci atau dienkripsi.", ACCESS)
def locked(document: Document) -> Iterator[str]:
    """A PDF is not encrypted."""
    if document.isi.terkunci:
        yield f"{document.nama} terkunci: isinya tidak dapat dicari, dibaca pembaca layar, atau diperiksa."


@_document_rule("dokumen-tanpa-teks", "Dokumen hasil pindai", "Dokumen memuat teks, bukan hanya gambar.", ACCESS)
def scanned(document: Document) -> Iterator[str]:
    """At least half of the pages of a PDF have text."""
    pictures, read = document.isi.tanpa_teks, document.isi.dibaca
    if 2 * pictures > read:
        pages = "Semua halaman" if pictures == read else f"{pictures} dari {read} halaman"
        yield f"{pages} {document.nama} tidak memuat teks, sehingga tidak dapat dibaca pembaca layar."


@_document_rule("format-lama", "Format lama", "Dokumen dapat dibuka dengan program masa kini.", ACCESS)
def old_format(document: Document) -> Iterator[str]:
    """A document is in none of the formats of Office 97-2003."""
    if document.akhiran in OLD:
        yield f"{document.jenis}: simpan ulang sebagai .{document.akhiran}x, atau sebagai PDF."


@_document_rule("isi-tidak-diperiksa", "Isi dokumen tidak diperiksa utuh", "Seluruh isi dokumen diperiksa.", PRIVACY)
def not_inspected(document: Document) -> Iterator[str]:
    """All of a document was looked through for private numbers."""
    if document.akhiran in UNREAD:
        yield f"{document.jenis}: isinya tidak dapat diperiksa dari nomor pribadi; periksa sendiri."
    if document.isi.belum_diperiksa:
        yield f"{document.nama}: {document.isi.belum_diperiksa}"


@_document_rule("nip", "NIP dalam dokumen", "NIP penanda tangan ditutup pada salinan untuk umum.", PRIVACY)
def service_number(document: Document) -> Iterator[str]:
    """A document shows no NIP: it holds a date of birth."""
    places = document.isi.memuat("NIP")
    if places:
        yield f"{document.nama} memuat NIP{listed(places)}; nomor ini memuat tanggal lahir."


@_document_rule("nomor-ponsel", "Nomor ponsel dalam dokumen", "Dokumen memuat nomor kantor saja.", PRIVACY)
def mobile_number(document: Document) -> Iterator[str]:
    """A document names no mobile phone."""
    places = document.isi.memuat("nomor ponsel")
    if places:
        yield f"{document.nama} memuat nomor ponsel{listed(places)}."


RULES: tuple[Rule, ...] = tuple(rule for rule, _ in _CHECKS)


def _twins(item: Information, same: list[str], ppid: Ppid, today: date) -> Iterator[str]:
    """The entries that are alike, in words: `a, b, c dan lainnya`; nothing where there is none.

    Of a public entry only public ones are told; what was withdrawn, or takes the other's place, may be alike.
    """
    others = (ppid.information[id_] for id_ in same if id_ != item.id)
    alike = (
        other.id
        for other in others
        if (other.tampil(today) or not item.tampil(today))
        and not other.ditarik(today)
        and item.id != other.diganti_oleh
        and other.id != item.diganti_oleh
    )
    ids = list(islice(alike, 4))  # not all: thousands may be alike
    if ids:
        yield ", ".join(ids[:3]) + (" dan lainnya" if len(ids) > 3 else "")


def findings_of(item: Information, ppid: Ppid, today: date) -> tuple[InformationFinding, ...]:
    """All findings about one entry on a given day, in the order of `RULES`; what is withdrawn has none."""
    if item.ditarik(today):
        return ()
    return tuple(
        InformationFinding(item.id, rule, where, text)
        for rule, check in _CHECKS
        for where, text in check(item, ppid, today)
    )


def all_findings(ppid: Ppid, today: date) -> dict[str, tuple[InformationFinding, ...]]:
    """Entry id -> its findings, for every entry that is public; a draft must not be seen through its findings."""
    return {item.id: findings_of(item, ppid, today) for item in ppid.information.values() if item.tampil(today)}
