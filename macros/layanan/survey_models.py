"""Satisfaction surveys (PermenPANRB 14/2017): the questionnaire, and one survey over a time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from macros.layanan.models import Source
from macros.layanan.period_models import Governing, PeriodDocument
from macros.models.base import Model, Slug, Text, Year

COLUMN = r"^[a-z]+(_[a-z]+)*$"

Column = Annotated[str, StringConstraints(pattern=COLUMN)]
"""Heading of a column of answers."""

Evidence = Literal["naskah", "kutipan", "belum diverifikasi"]
"""How a rule is known: read in a copy of the regulation, in a site that uses it, or not confirmed."""

EVIDENCE_NAMES: Mapping[Evidence, str] = {
    "naskah": "dibaca di salinan naskah",
    "kutipan": "dibaca di kutipan",
    "belum diverifikasi": "belum diverifikasi",
}


class Provision(Model):
    """One rule of the regulation that the portal follows."""

    id: Slug
    bunyi: Text = Field(description="Isinya dengan kata sendiri.")
    keadaan: Evidence
    sumber: tuple[Slug, ...] = Field((), description="Id pada `sumber`; wajib kecuali belum diverifikasi.")


class Grade(Model):
    """A quality of service: the converted index from `mulai` to `sampai`."""

    huruf: Literal["A", "B", "C", "D"]
    nama: Text
    mulai: Decimal
    sampai: Decimal


class Element(Model):
    """One of the nine unsur and the question about it."""

    id: Column
    nama: Text
    pertanyaan: Text
    jawaban: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="Empat jawaban, dari nilai 1 ke 4.")


class ProfileItem(Model):
    """Something the questionnaire asks of the person who answers; never a name or a number."""

    id: Column
    nama: Text
    pilihan: Annotated[tuple[Text, ...], Field(min_length=1)]


class Questionnaire(Model):
    """`layanan_data/survei/kuesioner.yml`."""

    peraturan: Text
    tahun: Year
    sop: tuple[Governing, ...] = Field(description="SOP yang menyebut survei ini.")
    sumber: Mapping[Slug, Source] = {}
    ketentuan: tuple[Provision, ...]
    mutu: tuple[Grade, ...]
    unsur: tuple[Element, ...]
    profil: tuple[ProfileItem, ...] = ()

    @property
    def kolom(self) -> tuple[str, ...]:
        """Headings of a file of answers."""
        return (*(element.id for element in self.unsur), *(item.id for item in self.profil))


class SurveyDocument(PeriodDocument):
    """`layanan_data/survei/<nama>.yml`; the answers are in `<nama>.csv`, one line a person."""

    cara: Text = Field(description="Bagaimana jawaban dikumpulkan, misalnya kuesioner kertas di loket.")
    layanan: tuple[Slug, ...] = Field((), description="Id layanan yang dinilai; kosong berarti semua layanan instansi.")
    populasi: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Banyaknya pengguna layanan pada masa itu, bila diketahui."
    )
