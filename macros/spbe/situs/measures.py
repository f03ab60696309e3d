"""What a machine can tell of a website, each under the name that `spbe_data/situs/formulir/` uses.

A measure gives a score between 0 and 100 and what it was worked out from; None where nothing can be seen, so that a
person has to look. A site that does not open shows nothing: it gets 0, except for its address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from macros.dates import long_date
from macros.ppid.assessment import rounded
from macros.spbe.situs.models import Criterion, Seen

FULL, NOTHING = Decimal(100), Decimal(0)

GOVERNMENT = ".go.id"
"""The domain of government bodies (Permenkominfo 28/PER/M.KOMINFO/9/2006)."""


@dataclass(frozen=True)
class Measured:
    """A score, or None where a person has to look, and what it was worked out from."""

    nilai: Decimal | None
    bukti: str


Measure = Callable[[Seen, Criterion], Measured]

MEASURES: dict[str, Measure] = {}
"""Name -> measure, in the order of this file."""

CLOSED = "halaman depan tidak terbuka"


def measure(name: str) -> Callable[[Measure], Measure]:
    """Register a measure under the name that criteria use."""

    def register(function: Measure) -> Measure:
        MEASURES[name] = function
        return function

    return register


def measured(seen: Seen, criterion: Criterion) -> Measured:
    """What a machine says of a criterion; a site whose robots.txt forbids looking is left to a person."""
    assert criterion.ukuran  # the form's rules see to it
    if seen.robots == "dilarang":
        return Measured(None, "robots.txt meminta mesin tidak membaca situs ini")
    return MEASURES[criterion.ukuran](seen, criterion)


def _share(good: int, of: int, proof: str) -> Measured:
    return Measured(rounded(Decimal(good) * 100 / of), proof)


@measure("terbuka")
def opens(seen: Seen, _: Criterion) -> Measured:
    """The front page answers with a page."""
    if seen.terbuka:
        return Measured(FULL, f"terbuka, jawaban {seen.kode}")
    told = f"jawaban {seen.kode}: {seen.alasan}" if seen.kode else seen.alasan
    return Measured(NOTHING, told or CLOSED)


@measure("https")
def secure(seen: Seen, _: Criterion) -> Measured:
    """The front page answers over an encrypted connection with a valid certificate."""
    if not seen.terbuka:
        return Measured(NOTHING, CLOSED)
    if seen.https == "ya":
        return Measured(FULL, "terbuka dengan https dan sertifikat yang sah")
    return Measured(NOTHING, "tidak terbuka dengan https")


@measure("domain-go-id")
def government_domain(seen: Seen, _: Criterion) -> Measured:
    """The site's own address lies under go.id."""
    host = urlsplit(seen.situs).hostname or ""
    return Measured(FULL if host.endswith(GOVERNMENT) else NOTHING, host)


@measure("umpan-terbaru")
def fresh_feed(seen: Seen, criterion: Criterion) -> Measured:
    """How old the newest entry of the site's feed was on the day of looking, by the form's thresholds."""
    if not seen.terbuka:
        return Measured(NOTHING, CLOSED)
    if not seen.umpan:
        return Measured(None, "halaman depan tidak menyebut umpan (RSS atau Atom)")
    if not seen.umpan_terbaru:
        return Measured(None, "umpan tidak memuat tanggal")
    age = max((seen.diperiksa - seen.umpan_terbaru).days, 0)
    score = next((item.nilai for item in criterion.ambang if age <= item.hari), NOTHING)
    return Measured(score, f"isi terbaru {long_date(seen.umpan_terbaru)}, {age} hari sebelum diperiksa")


@measure("tautan-hidup")
def living_links(seen: Seen, _: Criterion) -> Measured:
    """The share of links into the site itself, found on the front page, that open."""
    if not seen.terbuka:
        return Measured(NOTHING, CLOSED)
    if not seen.tautan_diperiksa:
        return Measured(None, "halaman depan tidak memuat tautan yang dapat diperiksa")
    proof = f"{seen.tautan_rusak} dari {seen.tautan_diperiksa} tautan rusak"
    return _share(seen.tautan_diperiksa - seen.tautan_rusak, seen.tautan_diperiksa, proof)


@measure("aksesibilitas")
def accessible(seen: Seen, _: Criterion) -> Measured:
    """The share of accessibility checks, of those that apply to the front page, that are passed."""
    if not seen.terbuka:
        return Measured(NOTHING, CLOSED)
    count = len(seen.lolos) + len(seen.gagal)
    if not count:
        return Measured(None, "halaman depan bukan HTML yang dapat dibaca")
    proof = f"{len(seen.lolos)} dari {count} pemeriksaan lolos"
    return _share(len(seen.lolos), count, f"{proof}; belum: {', '.join(seen.gagal)}" if seen.gagal else proof)
