"""What a citizen needs to ask for information: periods, holidays and contacts, read from ppid_data/ and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros.dates import long_date
from macros.loading import Loaded, ValuePath, Violation
from macros.ppid.models.deadlines import DeadlineDocument, SharedLeave
from macros.ppid.models.holidays import HolidayDocument
from macros.ppid.models.service import ServiceDocument
from macros.ppid.workdays import Calendar
from macros.problems import Problem, quoted, suggestion
from macros.reading import Reader
from macros.validation import validate

HOLIDAY_FOLDER = "hari-libur"


@dataclass(frozen=True)
class Asking:
    """Periods, the holidays of the years that are known, and the office's contacts."""

    tenggat: DeadlineDocument = field(default_factory=DeadlineDocument)
    libur: Mapping[int, HolidayDocument] = field(default_factory=dict)
    """Year -> its holidays, in order."""
    layanan: ServiceDocument = field(default_factory=lambda: ServiceDocument.model_validate({}))

    def calendar(self, shared_leave: SharedLeave) -> Calendar:
        """The working days, with cuti bersama counted as told."""
        return Calendar.of(self.libur.values(), shared_leave)

    @cached_property
    def kalender(self) -> Calendar:
        """The working days as the portal assumes them."""
        return self.calendar(self.tenggat.cuti_bersama)


def load_asking(reader: Reader, data: Path) -> Asking:
    """What stands under `data`; every mistake is kept in `reader`. A file that is not there is as good as empty."""
    years = {}
    for file in reader.listing(reader.own_or_shared(data / HOLIDAY_FOLDER)):
        if file.suffix != ".yml":
            reader.problem(file, 'folder ini hanya untuk berkas "<tahun>.yml", misalnya 2026.yml.')
            continue
        year = reader.register(file, HolidayDocument, check_holidays)
        if year:
            years[year.tahun] = year
    periods = service = None
    if (file := reader.own_or_shared(data / "tenggat.yml")).is_file():
        periods = reader.register(file, DeadlineDocument, check_periods)
    if (file := data / "layanan.yml").is_file():
        # not as the PPID's reader loads: the office's own WhatsApp number is a mobile number that is to be published
        service = validate(ServiceDocument, Reader.load(reader, file))
    return Asking(periods or DeadlineDocument(), dict(sorted(years.items())), service or Asking().layanan)


def check_holidays(year: HolidayDocument, loaded: Loaded) -> Iterator[Problem]:
    """All rules that the holidays of one year must keep."""
    for path, message in (*_named_after_year(year, loaded), *_days(year), *_decrees(year)):
        yield loaded.problem(path, message)


def _named_after_year(year: HolidayDocument, loaded: Loaded) -> Iterator[Violation]:
    """The file is named after its year, so that no year stands in two files."""
    name = loaded.berkas.rsplit("/", 1)[-1]
    if name != f"{year.tahun}.yml":
        yield ("tahun",), f"berkas ini bernama {name}, tetapi tahunnya {year.tahun}. Samakan keduanya."


def _days(year: HolidayDocument) -> Iterator[Violation]:
    """Each day lies in the year, stands once, and after the day before it."""
    seen: dict[object, int] = {}
    before = None
    for index, day in enumerate(year.hari):
        path = ("hari", index, "tanggal")
        if day.tanggal.year != year.tahun:
            yield path, f"{long_date(day.tanggal)} bukan hari dalam tahun {year.tahun}."
        elif day.tanggal in seen:
            yield path, f"{long_date(day.tanggal)} sudah ditulis pada butir {seen[day.tanggal] + 1}. Hapus salah satu."
        elif before and day.tanggal < before:
            yield path, f"{long_date(day.tanggal)} tidak urut: letakkan sebelum {long_date(before)}."
        seen.setdefault(day.tanggal, index)
        before = max(day.tanggal, before) if before else day.tanggal


def _decrees(year: HolidayDocument) -> Iterator[Violation]:
    """Decrees stand in the order in which they were issued."""
    days = [decree.tanggal for decree in year.keputusan]
    if days != sorted(days):
        yield ("keputusan",), "tidak urut: tulis keputusan yang pertama lebih dahulu, lalu perubahannya."


def check_periods(document: DeadlineDocument, loaded: Loaded) -> Iterator[Problem]:
    """Each period has an id of its own and a beginning; the period it follows stands before it."""
    known: list[str] = []
    for index, period in enumerate(document.jangka_waktu):
        path: ValuePath = ("jangka_waktu", index)
        if period.id in known:
            yield loaded.problem((*path, "id"), f"id {quoted(period.id)} sudah dipakai; beri id lain.")
        if period.sesudah and period.sesudah not in known:
            message = f"{quoted(period.sesudah)} bukan id jangka waktu di atasnya.{suggestion(period.sesudah, known)}"
            yield loaded.problem((*path, "sesudah"), message)
        if not period.mulai and not period.sesudah:
            message = "tidak jelas kapan mulainya. Tulis mulai (kejadiannya) atau sesudah (id jangka waktu sebelumnya)."
            yield loaded.problem(path, message)
        known.append(period.id)
