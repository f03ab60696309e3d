"""What was counted over a time: a recap of complaints, a survey. The figures lie beside it, in a CSV of its name."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from macros.dates import long_date
from macros.models.base import Day, Model, Slug, Text
from macros.models.sop import SopId, StepNumber


class Governing(Model):
    """An SOP that governs a part of the site, and the step that it is about where it is only one."""

    sop: SopId
    langkah: StepNumber | None = None


class PeriodDocument(Model):
    """What all periods have in common."""

    instansi: Slug = Field(description="Id instansi di sop_data/register/instansi.yml.")
    mulai: Day = Field(description="Hari pertama yang dihitung.")
    sampai: Day = Field(description="Hari terakhir yang dihitung.")
    sumber: Text = Field(description="Dari mana angkanya, misalnya rekap yang diunduh dari SP4N-LAPOR!.")
    terbit: Day | None = Field(None, description="Tanggal dimuat di portal; kosong berarti belum dimuat.")
    catatan: Text | None = None

    @property
    def waktu(self) -> str:
        """The period in words."""
        return f"{long_date(self.mulai)} sampai {long_date(self.sampai)}"

    @property
    def tahun(self) -> str:
        """The year, or both years, of the period."""
        first, last = self.mulai.year, self.sampai.year
        return str(first) if first == last else f"{first}–{last}"

    def tampil(self, today: date) -> bool:
        """Whether it is public: its day of publishing has come."""
        return self.terbit is not None and self.terbit <= today
