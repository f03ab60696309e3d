"""What the portal can measure about itself, each under the name that `ppid_data/e-monev/` uses.

These are the portal's own measures. They are not the questionnaire of the Komisi Informasi.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros.ppid.figures import ServiceFigures
from macros.ppid.monitoring import EntryReview, Monitoring

DIP = "ppid/daftar/"
DIK = "ppid/dikecualikan/"
FORMS = ("ppid/permohonan/", "ppid/keberatan/")


@dataclass(frozen=True)
class Evidence:
    """What the measures look at."""

    monitoring: Monitoring
    halaman: Collection[str]
    """Addresses of the PPID's other pages on this site."""
    pengecualian: int
    """Entries in the list of excluded information."""
    layanan: ServiceFigures | None
    """The newest register in figures; None where there is none."""
    laporan: tuple[int, bool]
    """The year whose report was due last, and whether it is there."""


@dataclass(frozen=True)
class Measured:
    """A share between 0 and 1 and what it was counted from; without anything to count the share is 0."""

    bagian: Decimal
    bukti: str


Measure = Callable[[Evidence], Measured]

MEASURES: dict[str, Measure] = {}
"""Name -> measure, in the order of this file."""


def measure(name: str) -> Callable[[Measure], Measure]:
    """Register a measure under the name that indicators use."""

    def register(function: Measure) -> Measure:
        MEASURES[name] = function
        return function

    return register


def _share(entries: Iterable[EntryReview], right: Callable[[EntryReview], bool], what: str) -> Measured:
    known = list(entries)
    count = sum(map(right, known))
    if not known:
        return Measured(Decimal(0), f"belum ada {what}")
    return Measured(Decimal(count) / len(known), f"{count} dari {len(known)} {what}")


def _there(found: bool, yes: str, no: str) -> Measured:
    return Measured(Decimal(int(found)), yes if found else no)


def _share_of_pages(wanted: Collection[str], pages: Collection[str]) -> Measured:
    found = sum(address in pages for address in wanted)
    return Measured(Decimal(found) / len(wanted), f"{found} dari {len(wanted)} formulir ada di portal")


def _periodic(evidence: Evidence) -> list[EntryReview]:
    return [entry for entry in evidence.monitoring.jumlah.butir if entry.butir.kategori == "berkala"]


@measure("kolom-lengkap")
def complete_columns(evidence: Evidence) -> Measured:
    """Entries whose legal columns are all filled in."""
    return _share(evidence.monitoring.jumlah.butir, lambda entry: not entry.butir.kolom_kosong, "butir")


@measure("kategori-ditetapkan")
def settled_categories(evidence: Evidence) -> Measured:
    """Entries whose category the PPID has laid down."""
    return _share(evidence.monitoring.jumlah.butir, lambda entry: entry.butir.kategori_ditetapkan, "butir")


@measure("berkala-terbaru")
def fresh_periodic(evidence: Evidence) -> Measured:
    """Periodic entries renewed within six months."""
    return _share(_periodic(evidence), lambda entry: not entry.basi, "butir berkala")


@measure("dokumen-tersedia")
def documents(evidence: Evidence) -> Measured:
    """Entries whose document itself can be opened from the portal, not only a page that mentions it."""

    def opens(entry: EntryReview) -> bool:
        item = entry.butir
        return bool(item.berkas or item.dokumen_sop or (item.tautan and item.tautan.jenis == "dokumen"))

    return _share(evidence.monitoring.jumlah.butir, opens, "butir")


@measure("tautan-terbuka")
def open_links(evidence: Evidence) -> Measured:
    """Addresses of entries that opened at the last check; one that was not checked does not count as open."""
    linked = [entry for entry in evidence.monitoring.jumlah.butir if entry.butir.tautan]
    return _share(linked, lambda entry: entry.tautan is not None and entry.tautan.keadaan == "terbuka", "tautan")


@measure("perangkat-daerah-terwakili")
def agencies(evidence: Evidence) -> Measured:
    """Agencies with at least one entry."""
    filled, empty = len(evidence.monitoring.perangkat_daerah), len(evidence.monitoring.kosong)
    if not filled + empty:
        return Measured(Decimal(0), "belum ada perangkat daerah")
    return Measured(Decimal(filled) / (filled + empty), f"{filled} dari {filled + empty} perangkat daerah")


@measure("dip-terbit")
def list_published(evidence: Evidence) -> Measured:
    """The list of public information is on this site and is not empty."""
    found = DIP in evidence.halaman and evidence.monitoring.jumlah.jumlah > 0
    return _there(found, "Daftar Informasi Publik ada di portal", "Daftar Informasi Publik belum ada di portal")


@measure("dik-terbit")
def exclusions_published(evidence: Evidence) -> Measured:
    """The list of excluded information is on this site and is not empty."""
    found = DIK in evidence.halaman and evidence.pengecualian > 0
    return _there(found, f"{evidence.pengecualian} butir Daftar Informasi Dikecualikan", "belum ada butir dikecualikan")


@measure("formulir-tersedia")
def forms(evidence: Evidence) -> Measured:
    """The forms for requests and objections are on this site."""
    return _share_of_pages(FORMS, evidence.halaman)


@measure("register-terbit")
def register_published(evidence: Evidence) -> Measured:
    """A register of requests is on this site."""
    return _there(evidence.layanan is not None, "register ada di portal", "belum ada register yang dimuat")


@measure("jawaban-tepat-waktu")
def in_time(evidence: Evidence) -> Measured:
    """Requests of the newest register that were answered in time."""
    figures = evidence.layanan
    if figures is None or not figures.dinilai:
        return Measured(Decimal(0), "belum ada permohonan yang dapat dinilai")
    return Measured(Decimal(figures.tepat) / figures.dinilai, f"{figures.tepat} dari {figures.dinilai} permohonan")


@measure("laporan-terbit")
def report_published(evidence: Evidence) -> Measured:
    """The report that was due last is on this site."""
    year, found = evidence.laporan
    return _there(found, f"laporan {year} ada di portal", f"laporan {year} belum dimuat")
