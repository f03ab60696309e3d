"""Pages that help to ask: how to, the two forms, the deadline calculator, the holidays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.dates import long_date
from macros.pages import Asset, Page, Printable
from macros.paper.styles import WEB
from macros.ppid.asking import Asking
from macros.ppid.forms import FORMS, Choice, Field, Form
from macros.ppid.models.holidays import HolidayDocument
from macros.ppid.workdays import Deadline, deadlines
from macros.rendering import render

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

HOLIDAY_DATA = "ppid/hari-libur.json"

SHEET_STYLE = WEB / "ppid/lembar.css"
"""The official sheet looks on its own as it does where the page is printed."""

LEADS = {
    "permohonan": "Minta informasi publik kepada PPID: isi, periksa, lalu cetak atau kirim sendiri.",
    "keberatan": "Ajukan keberatan kepada atasan PPID bila permohonan tidak dilayani sebagaimana mestinya.",
}
"""What each form is for, in one sentence."""


@dataclass(frozen=True)
class Door:
    """A page of this part, for lists of links."""

    alamat: str
    judul: str
    ringkasan: str


DOORS: tuple[Door, ...] = (
    Door("ppid/cara-meminta/", "Cara meminta informasi", "Langkah, hak dan jangka waktu meminta informasi publik."),
    *(Door(form.alamat, form.judul, LEADS[form.id]) for form in FORMS),
    Door("ppid/tenggat/", "Kalkulator tenggat", "Hitung tenggat jawaban, keberatan dan sengketa dalam hari kerja."),
    Door("ppid/hari-libur/", "Hari libur", "Hari libur nasional dan cuti bersama, dengan keputusan dan sumbernya."),
)
"""Every page of this part, in the order in which a citizen needs them."""


def weekday_date(day: date) -> str:
    """`Selasa, 31 Maret 2026`."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


@dataclass(frozen=True)
class AskingPages:
    """The pages and files of this part."""

    asking: Asking
    printed: frozenset[str] = frozenset()
    """Addresses of the PDFs that there are."""

    def pages(self) -> Iterator[Page]:
        """Every page."""
        yield self._page("ppid/cara-meminta/", "cara-meminta", pintu=DOORS, jangka_waktu=self.asking.tenggat)
        for form in FORMS:
            yield self._form(form)
        yield self._page("ppid/tenggat/", "tenggat", **self._calculator())
        years = tuple(self.asking.libur.values())
        contents = [(f"tahun-{year.tahun}", year.tahun) for year in years]
        views = [year_view(year) for year in years]
        yield self._page("ppid/hari-libur/", "hari-libur", isi=contents, tahun=views, data=HOLIDAY_DATA)

    def assets(self) -> Iterator[Asset]:
        """The holidays as data."""
        yield Asset(HOLIDAY_DATA, (json.dumps(self._holidays(), ensure_ascii=False, indent=1) + "\n").encode())

    def printables(self) -> Iterator[Printable]:
        """The blank forms: one page each, so without foot and bookmarks."""
        for form in FORMS:
            html = render("ppid/kertas-formulir.html", form.pdf, formulir=form, layanan=self.asking.layanan)
            yield Printable(form.pdf, form.judul_lembar, html, (SHEET_STYLE,), penanda=False)

    def _page(self, address: str, template: str, **context: Any) -> Page:
        door = next(door for door in DOORS if door.alamat == address)
        html = render(f"ppid/{template}.html", address, layanan=self.asking.layanan, **context)
        return Page(address, door.judul, door.ringkasan, html)

    def _form(self, form: Form) -> Page:
        blank = form.pdf if form.pdf in self.printed else None
        return self._page(form.alamat, "formulir", formulir=form, pengantar=LEADS[form.id], kosong_pdf=blank)

    def _holidays(self) -> dict[str, list[dict[str, str]]]:
        """Year -> its days, as the browser's calculator reads them."""
        return {
            str(year.tahun): [day.model_dump(mode="json") for day in year.hari] for year in self.asking.libur.values()
        }

    def _calculator(self) -> dict[str, Any]:
        """What the page of the calculator shows and what its script reads."""
        rules = self.asking.tenggat
        begun = [period for period in rules.jangka_waktu if period.mulai]
        fields = (
            Field(
                "peristiwa",
                "Apa yang terjadi?",
                "pilihan",
                "Pilih apa yang terjadi.",
                pilihan=tuple(Choice(period.id, str(period.mulai)) for period in begun),
            ),
            Field("tanggal", "Pada tanggal", "tanggal", "Isi tanggal kejadiannya.", "Hari itu dihitung hari ke-0."),
        )
        return {
            "tenggat": rules,
            "isian": fields,
            "contoh": self._example(),
            "tahun": tuple(self.asking.libur),
            "data": {
                "libur": self._holidays(),
                "jangka_waktu": [period.model_dump(mode="json") for period in rules.jangka_waktu],
            },
        }

    def _example(self) -> list[dict[str, Any]]:
        """A count that is shown step by step, for those without JavaScript."""
        rules = self.asking.tenggat
        if not rules.contoh_mulai or not rules.jangka_waktu:
            return []
        first = rules.jangka_waktu[0].id
        found = deadlines(self.asking.kalender, rules.jangka_waktu, first, rules.contoh_mulai)
        return [self._deadline_view(item) for item in found]

    def _deadline_view(self, item: Deadline) -> dict[str, Any]:
        """One deadline in words; the browser's script says the same of what it counts."""
        names = {day.tanggal: day for year in self.asking.libur.values() for day in year.hari}
        passed = [
            f"{long_date(day)} ({'cuti bersama ' if names[day].jenis == 'cuti bersama' else ''}{names[day].nama})"
            for day in item.hitungan.dilewati
        ]
        return {
            "id": item.jangka.id,
            "akhir": weekday_date(item.hitungan.akhir),
            "nama": item.jangka.nama,
            "hari_kerja": item.jangka.hari_kerja,
            "mulai": long_date(item.mulai),
            "perkiraan": item.perkiraan,
            "dilewati": passed,
            "belum_pasti": item.hitungan.belum_pasti,
        }


def year_view(year: HolidayDocument) -> dict[str, Any]:
    """The holidays of one year as the page shows them."""
    return {
        "tahun": year.tahun,
        "keputusan": [(decree, long_date(decree.tanggal)) for decree in year.keputusan],
        "keyakinan": year.keyakinan,
        "sumber": [(source, long_date(source.dibaca)) for source in year.sumber],
        "catatan": year.catatan,
        "hari": [(weekday_date(day.tanggal), day.nama, day.jenis) for day in year.hari],
        "libur_nasional": sum(1 for _ in year.of("libur nasional")),
        "cuti_bersama": sum(1 for _ in year.of("cuti bersama")),
    }
