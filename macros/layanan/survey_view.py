"""What the page of one survey shows: every number with how it comes about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from macros.charts.model import Chart, Series
from macros.charts.view import Figure, figure
from macros.layanan.labels import period_label
from macros.layanan.satisfaction import CONVERSION, FEWEST, Mean, grade, sample_size, two_decimals
from macros.layanan.survey_models import Element, Grade, Questionnaire
from macros.layanan.surveys import Survey
from macros.models.registers import Office
from macros.ppid.figures import percent

ADDRESS = "layanan/survei/"

SCALE = "skala 1–4"


def survey_address(survey_id: str) -> str:
    """Address of a survey's page."""
    return f"{ADDRESS}{survey_id}/"


@dataclass(frozen=True)
class ElementLine:
    """One unsur in figures."""

    unsur: Element
    nilai: Mean
    mutu: Grade | None

    @property
    def nrr(self) -> Decimal | None:
        """The mean as it is shown."""
        return None if self.nilai.nrr is None else two_decimals(self.nilai.nrr)

    @property
    def konversi(self) -> Decimal | None:
        """The mean times 25."""
        return None if self.nilai.nrr is None else two_decimals(self.nilai.nrr * CONVERSION)


@dataclass(frozen=True)
class ProfileTable:
    """What the persons who answered said of themselves: (answer, how many, percent)."""

    nama: str
    baris: tuple[tuple[str, int, Decimal | None], ...]


@dataclass(frozen=True)
class SurveyView:
    """One survey, seen with its questionnaire."""

    survei: Survey
    kuesioner: Questionnaire
    instansi: Office
    layanan: tuple[tuple[str, str], ...]
    """(name, address) of the services that were asked about; none: all of the office."""

    @property
    def url(self) -> str:
        """Address of its page."""
        return survey_address(self.survei.id)

    @property
    def label(self) -> str:
        """Its period, in short."""
        return period_label(self.survei.isi.mulai, self.survei.isi.sampai)

    @property
    def judul(self) -> str:
        """Its name."""
        return f"Survei kepuasan {self.instansi.singkatan}, {self.label}"

    @cached_property
    def ikm(self) -> Decimal | None:
        """The index as it is shown."""
        return None if self.survei.hasil.ikm is None else two_decimals(self.survei.hasil.ikm)

    @cached_property
    def mutu(self) -> Grade | None:
        """Its quality."""
        index = self.survei.hasil.ikm
        return None if index is None else grade(index, self.kuesioner.mutu)

    @cached_property
    def unsur(self) -> tuple[ElementLine, ...]:
        """The nine unsur in the questionnaire's order."""
        return tuple(
            ElementLine(element, mean, None if mean.nrr is None else grade(mean.nrr * CONVERSION, self.kuesioner.mutu))
            for element, mean in zip(self.kuesioner.unsur, self.survei.hasil.nilai, strict=True)
        )

    @property
    def jumlah_nrr(self) -> Decimal:
        """The sum of the means."""
        return two_decimals(sum((line.nilai.nrr or Fraction(0) for line in self.unsur), Fraction(0)))

    @property
    def terendah(self) -> ElementLine:
        """The unsur with the lowest mean: where to begin."""
        return min(self.unsur, key=lambda line: line.nilai.nrr or 0)

    @property
    def perlu(self) -> int | None:
        """How many persons should have answered; None where nobody knows how many used the service."""
        population = self.survei.isi.populasi
        return sample_size(population) if population else None

    @property
    def terlalu_sedikit(self) -> bool:
        """Whether so few answered that single answers could be told apart."""
        return self.survei.hasil.responden < FEWEST

    @property
    def peringatan(self) -> Iterator[str]:
        """What a reader has to know before trusting the figures."""
        count = self.survei.hasil.responden
        if self.perlu is None:
            yield "Banyaknya pengguna layanan tidak disebut, sehingga kecukupan jumlah responden tidak dapat dinilai."
        elif count < self.perlu:
            yield (
                f"Hanya {count} responden; dari {self.survei.isi.populasi} pengguna layanan seharusnya paling sedikit "
                f"{self.perlu} (tabel Krejcie dan Morgan). Hasilnya belum dapat mewakili semua pengguna."
            )
        if self.terlalu_sedikit:
            yield (
                f"Responden kurang dari {FEWEST}: jawaban satu per satu dan profilnya tidak dimuat, supaya orangnya "
                "tidak dapat dikenali."
            )

    @property
    def profil(self) -> Iterator[ProfileTable]:
        """Who answered, in groups; nothing where so few did that they could be told apart."""
        if self.terlalu_sedikit:
            return
        for index, item in enumerate(self.kuesioner.profil):
            counts = Counter(row[index] for row in self.survei.profil)
            if counts.total() == counts[None]:
                continue
            rows = [(choice, counts[choice]) for choice in item.pilihan if counts[choice]]
            if counts[None]:
                rows.append(("tidak diisi", counts[None]))
            yield ProfileTable(item.nama, tuple((name, n, percent(n, counts.total())) for name, n in rows))

    @cached_property
    def grafik(self) -> Figure:
        """The mean of each unsur."""
        chart = Chart(
            id="unsur",
            judul="Nilai rata-rata setiap unsur",
            jenis="batang",
            judul_kategori="Unsur",
            kategori=tuple(line.unsur.nama for line in self.unsur),
            seri=(Series("Nilai rata-rata", tuple(line.nrr for line in self.unsur), SCALE),),
            sumber=self.survei.isi.sumber,
            tahun=self.survei.isi.tahun,
        )
        return figure(chart, f"{self.url}grafik/")
