"""What agencies owe and what of it is there (SOP on monitoring of sectoral data): counted, never typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from macros.models.registers import Agency
from macros.satu_data.catalogue import Entry
from macros.satu_data.models import MeasureName, OwedData, OwedDataList, RequiredField
from macros.satu_data.renewal import YEARS
from macros.statistik.models.common import Source

State = Literal["terpenuhi", "metadata belum lengkap", "tahun ini belum ada", "belum ada di portal"]

CENT = Decimal("0.01")


def percent(part: int, whole: int) -> Decimal:
    """A share in percent with two decimals, halves up; 0 of nothing."""
    return (Decimal(100) * part / whole).quantize(CENT, ROUND_HALF_UP) if whole else Decimal(0)


@dataclass(frozen=True)
class OwedReview:
    """One set of data that is owed, looked at."""

    data: OwedData
    tahun: int
    entry: Entry | None
    """The dataset that it is; None where the portal has none."""
    wajib: tuple[RequiredField, ...]
    """Fields that have to be filled in."""

    @property
    def ada(self) -> bool:
        """Whether there is a figure to use for the year."""
        return self.entry is not None and self.tahun in self.entry.tahun_utama

    @property
    def kosong(self) -> tuple[str, ...]:
        """Demanded fields that are empty, in words."""
        return self.entry.missing(self.wajib) if self.entry else ()

    @property
    def terisi(self) -> int:
        """How many demanded fields are filled in; none where there is no dataset."""
        return len(self.wajib) - len(self.kosong) if self.entry else 0

    @property
    def bersambung(self) -> bool:
        """Whether there are figures for the year and for the period before it."""
        before = self.tahun - YEARS[self.data.periode]
        return self.ada and self.entry is not None and before in self.entry.tahun_utama

    @property
    def keadaan(self) -> State:
        """Fulfilled, or what is missing first."""
        if self.entry is None:
            return "belum ada di portal"
        if not self.ada:
            return "tahun ini belum ada"
        return "metadata belum lengkap" if self.kosong else "terpenuhi"


@dataclass(frozen=True)
class AgencyFulfilment:
    """What one agency owes for one year of data."""

    perangkat_daerah: Agency
    tahun: int
    sumber: tuple[Source, ...]
    butir: tuple[OwedReview, ...]

    @property
    def jumlah(self) -> int:
        """All that it owes."""
        return len(self.butir)

    def count(self, state: State) -> int:
        """How much of it is in a state."""
        return sum(item.keadaan == state for item in self.butir)

    @property
    def terpenuhi(self) -> int:
        """How much of it is fulfilled."""
        return self.count("terpenuhi")

    @property
    def persen(self) -> Decimal:
        """The same in percent."""
        return percent(self.terpenuhi, self.jumlah)

    def measured(self, name: MeasureName) -> tuple[int, int]:
        """A measure of the award as a part and its whole."""
        if name == "metadata":
            return sum(item.terisi for item in self.butir), sum(len(item.wajib) for item in self.butir)
        found = {"data": lambda item: item.ada, "kesinambungan": lambda item: item.bersambung}[name]
        return sum(map(found, self.butir)), self.jumlah


@dataclass(frozen=True)
class Fulfilment:
    """What all agencies owe for one year of data."""

    tahun: int
    perangkat_daerah: tuple[AgencyFulfilment, ...]
    """The fullest first."""

    @property
    def jumlah(self) -> int:
        """All that is owed."""
        return sum(item.jumlah for item in self.perangkat_daerah)

    @property
    def terpenuhi(self) -> int:
        """All that is fulfilled."""
        return sum(item.terpenuhi for item in self.perangkat_daerah)

    def count(self, state: State) -> int:
        """How much is in a state."""
        return sum(item.count(state) for item in self.perangkat_daerah)

    @property
    def persen(self) -> Decimal:
        """The fulfilled part in percent."""
        return percent(self.terpenuhi, self.jumlah)


def fulfilment(
    year: int,
    lists: Sequence[OwedDataList],
    entries: Mapping[str, Entry],
    demanded: tuple[RequiredField, ...],
    agencies: Mapping[str, Agency],
) -> Fulfilment:
    """Look at every list of one year."""
    found = [
        AgencyFulfilment(
            agencies[owed.perangkat_daerah],
            year,
            owed.sumber,
            tuple(
                OwedReview(item, year, entries[item.dataset] if item.dataset else None, demanded) for item in owed.data
            ),
        )
        for owed in lists
    ]
    found.sort(key=lambda item: (-item.persen, item.perangkat_daerah.nama))
    return Fulfilment(year, tuple(found))
