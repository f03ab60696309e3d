"""Per agency: what stands in the list, and what is missing, old or unreachable (SOP 04 step 7, SOP 07)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from macros.dates import months_later
from macros.models.registers import Agency
from macros.ppid.models.information import CATEGORIES, RENEWAL_MONTHS, Information
from macros.ppid.models.links import LinkResult


def is_stale(item: Information, today: date) -> bool:
    """Whether periodic information was last renewed more than six months ago."""
    renewed = item.diperbarui
    return item.kategori == "berkala" and renewed is not None and months_later(renewed, RENEWAL_MONTHS) < today


@dataclass(frozen=True)
class EntryReview:
    """One published entry, looked at on one day."""

    butir: Information
    basi: bool
    tautan: LinkResult | None
    """What the last check found of its address; None without an address or a check."""
    temuan: tuple[str, ...]

    @property
    def rusak(self) -> bool:
        """Whether its address did not open."""
        return self.tautan is not None and self.tautan.keadaan == "rusak"

    @property
    def tidak_diketahui(self) -> bool:
        """Whether nobody knows if its address opens."""
        return self.butir.tautan is not None and (self.tautan is None or self.tautan.keadaan == "tidak pasti")

    @property
    def masalah(self) -> int:
        """How many kinds of work this entry still asks for."""
        return sum(
            (
                not self.butir.kategori_ditetapkan,
                self.basi,
                bool(self.butir.kolom_kosong),
                self.rusak,
                bool(self.temuan),
            )
        )


@dataclass(frozen=True)
class Tally:
    """Entries of an agency, or of all, counted."""

    butir: tuple[EntryReview, ...]

    @property
    def jumlah(self) -> int:
        """All entries."""
        return len(self.butir)

    @cached_property
    def kategori(self) -> Mapping[str, int]:
        """Category -> entries, in the law's order."""
        return {name: sum(entry.butir.kategori == name for entry in self.butir) for name in CATEGORIES}

    @property
    def belum_ditetapkan(self) -> int:
        """Entries whose category the PPID has not laid down."""
        return sum(not entry.butir.kategori_ditetapkan for entry in self.butir)

    @property
    def basi(self) -> int:
        """Periodic entries older than six months."""
        return sum(entry.basi for entry in self.butir)

    @property
    def tidak_lengkap(self) -> int:
        """Entries with an empty legal column."""
        return sum(bool(entry.butir.kolom_kosong) for entry in self.butir)

    @property
    def rusak(self) -> int:
        """Entries whose address does not open."""
        return sum(entry.rusak for entry in self.butir)

    @property
    def tidak_diketahui(self) -> int:
        """Entries whose address nobody has tried."""
        return sum(entry.tidak_diketahui for entry in self.butir)

    @property
    def temuan(self) -> int:
        """Findings on all entries."""
        return sum(len(entry.temuan) for entry in self.butir)

    @property
    def masalah(self) -> int:
        """Work still asked for, over all entries."""
        return sum(entry.masalah for entry in self.butir)


@dataclass(frozen=True)
class AgencyReview(Tally):
    """The entries of one agency."""

    perangkat_daerah: Agency


@dataclass(frozen=True)
class Monitoring:
    """The whole list, looked at on one day."""

    perangkat_daerah: tuple[AgencyReview, ...]
    """Agencies with entries; those with most work first."""
    kosong: tuple[Agency, ...]
    """Agencies without any entry."""

    @cached_property
    def jumlah(self) -> Tally:
        """All agencies together."""
        return Tally(tuple(entry for agency in self.perangkat_daerah for entry in agency.butir))


def monitor(
    entries: Iterable[Information],
    agencies: Mapping[str, Agency],
    links: Mapping[str, LinkResult],
    findings: Mapping[str, Sequence[str]],
    today: date,
) -> Monitoring:
    """Review the entries of the list; `findings` tells by entry id what else was found."""
    grouped: dict[str, list[EntryReview]] = {}
    for item in entries:
        link = links.get(item.tautan.url) if item.tautan else None
        review = EntryReview(item, is_stale(item, today), link, tuple(findings.get(item.id, ())))
        grouped.setdefault(item.perangkat_daerah, []).append(review)
    reviews = [
        AgencyReview(tuple(sorted(found, key=lambda entry: (-entry.masalah, entry.butir.judul))), agencies[agency])
        for agency, found in grouped.items()
    ]
    reviews.sort(key=lambda review: (-review.masalah, review.perangkat_daerah.nama))
    return Monitoring(tuple(reviews), tuple(agency for name, agency in agencies.items() if name not in grouped))
