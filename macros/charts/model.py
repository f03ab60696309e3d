"""What a chart shows. A chart that could mislead cannot be made: it is refused with a `ChartError`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from macros.problems import quoted

Number: TypeAlias = int | float | Decimal

ChartKind = Literal["batang", "kolom", "garis"]
"""batang: horizontal bars, for named things; kolom and garis: along time."""

MOST_SERIES = 4
"""As many as have a pattern and a mark of their own, so that colour alone tells nothing apart."""

PERCENT = "persen"


class ChartError(ValueError):
    """Data that cannot be drawn; says in Indonesian which chart, what is wrong and what would be right."""

    def __init__(self, judul: str, alasan: str) -> None:
        super().__init__(f"grafik {quoted(judul)}: {alasan}")
        self.alasan = alasan
        """What is wrong alone, for a page that already names the chart."""


@dataclass(frozen=True)
class Series:
    """One row of values, one for each category; None where nothing is known."""

    nama: str
    nilai: tuple[Number | None, ...]
    satuan: str
    """Unit of the values, such as `permohonan`, `hari kerja` or `persen`."""
    ragu: tuple[bool, ...] = ()
    """Which of the values are doubtful: drawn hollow and never joined to others. Empty where none is."""

    def diragukan(self, index: int) -> bool:
        """Whether the value of a category is doubtful."""
        return bool(self.ragu) and self.ragu[index]

    @property
    def angka(self) -> tuple[Decimal | None, ...]:
        """The values as decimals, exactly as they would be typed."""
        return tuple(None if value is None else Decimal(str(value)) for value in self.nilai)


@dataclass(frozen=True)
class Chart:
    """A chart with all that a reader needs to trust it; raises ChartError where it cannot be drawn.

    `bagian`: the values are parts of a whole, so none is negative and none of `persen` is above 100.
    `terpisah`: the series were made on different grounds, so their values are not held against each other in words.
    """

    id: str
    """Unique on its page; part of the ids in its SVG and of the name of its CSV."""
    judul: str
    jenis: ChartKind
    judul_kategori: str
    """What the categories are, such as `Tahun`: heading of the table's first column."""
    kategori: tuple[str, ...]
    seri: tuple[Series, ...]
    sumber: str
    tahun: str
    """Year or years of the data, as printed: `2026`, `2020–2026`."""
    bagian: bool = False
    terpisah: bool = False

    def __post_init__(self) -> None:
        for message in self._mistakes():
            raise ChartError(self.judul, message)

    @property
    def satuan(self) -> str:
        """The one unit of all series."""
        return self.seri[0].satuan

    @property
    def angka(self) -> tuple[Decimal, ...]:
        """Every value there is."""
        return tuple(value for series in self.seri for value in series.angka if value is not None)

    @property
    def ada_ragu(self) -> bool:
        """Whether any value is doubtful."""
        return any(any(series.ragu) for series in self.seri)

    def _mistakes(self) -> Iterator[str]:
        yield from self._words()
        yield from self._shape()
        yield from self._values()

    def _words(self) -> Iterator[str]:
        """Title, source and year are there; names do not repeat."""
        for name in ("id", "judul", "judul_kategori", "sumber", "tahun"):
            if not getattr(self, name).strip():
                yield f"{name} kosong; setiap grafik menyebut {name}-nya."
        for what, names in (("kategori", self.kategori), ("seri", tuple(series.nama for series in self.seri))):
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                yield f"{what} {quoted(twice)} muncul dua kali; gabungkan atau bedakan namanya."

    def _shape(self) -> Iterator[str]:
        """There is something to draw, each series has a value for each category, and all share a unit."""
        if not self.kategori or not self.seri:
            yield "tidak ada data; tampilkan keterangan kosong, bukan grafik."
            return
        if len(self.seri) > MOST_SERIES:
            yield f"{len(self.seri)} seri terlalu banyak untuk dibedakan; paling banyak {MOST_SERIES}."
        for series in self.seri:
            if len(series.nilai) != len(self.kategori):
                yield (
                    f"seri {quoted(series.nama)} memuat {len(series.nilai)} nilai untuk {len(self.kategori)} kategori; "
                    "beri satu nilai bagi setiap kategori (None bila tidak ada data)."
                )
            if series.ragu and len(series.ragu) != len(series.nilai):
                yield f"seri {quoted(series.nama)} menandai {len(series.ragu)} dari {len(series.nilai)} nilainya."
        units = tuple(dict.fromkeys(series.satuan for series in self.seri))
        if len(units) > 1:
            yield f"satuan bercampur ({', '.join(units)}); buat satu grafik untuk setiap satuan."
        elif not units[0].strip():
            yield "satuan kosong; tulis satuannya, misalnya permohonan atau persen."

    def _values(self) -> Iterator[str]:
        """Values are finite, some are known, and parts of a whole are neither negative nor above it."""
        if self.seri and all(value is None for series in self.seri for value in series.nilai):
            yield "semua nilai kosong; tampilkan keterangan kosong, bukan grafik."
        elif self.jenis == "garis" and len(self.angka) == 1:
            yield "hanya ada satu nilai; tulis angkanya, bukan garis."
        elif self.ada_ragu and not any(self._trusted()):
            yield "semua nilai diragukan; tulis angkanya dengan tandanya, bukan grafik."
        for series in self.seri:
            for category, value in zip(self.kategori, series.angka, strict=False):
                where = f"nilai {quoted(category)} pada seri {quoted(series.nama)}"
                if value is None:
                    continue
                if not value.is_finite():
                    yield f"{where} bukan bilangan; kosongkan (None) bila tidak ada data."
                elif self.bagian and value < 0:
                    yield f"{where} negatif, padahal bagian dari keseluruhan tidak pernah kurang dari 0."
                elif self.bagian and series.satuan == PERCENT and value > 100:
                    yield f"{where} lebih dari 100 persen, padahal bagian dari keseluruhan paling banyak 100."

    def _trusted(self) -> Iterator[bool]:
        """For every value there is, whether it is not doubtful."""
        for series in self.seri:
            for index, value in enumerate(series.nilai):
                if value is not None:
                    yield not series.diragukan(index)
