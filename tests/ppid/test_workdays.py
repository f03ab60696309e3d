"""Working days, deadlines, and the data they are counted from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.content import Content
from macros.ppid.asking import Asking
from macros.ppid.asking_pages import HOLIDAY_CALENDAR, AskingPages, calendar_entries
from macros.ppid.content import load_ppid
from macros.ppid.models.holidays import HolidayDocument
from macros.ppid.workdays import Calendar, deadlines
from macros.problems import ContentError
from tests.calendars import read_calendar
from tests.conftest import ROOT

HOLIDAYS = """tahun: 2026
keputusan:
  - { nama: Contoh keputusan, nomor: Nomor 1, tanggal: 2025-09-19, tentang: Contoh }
keyakinan: satu sumber
sumber:
  - { nama: Contoh, url: https://contoh.id, keadaan: contoh, dibaca: 2026-01-01 }
hari:
  - { tanggal: 2026-01-01, nama: Contoh libur, jenis: libur nasional }
  - { tanggal: 2026-01-02, nama: Contoh cuti, jenis: cuti bersama }
"""

PERIODS = """jangka_waktu:
  - { id: jawaban, nama: Contoh jawaban, hari_kerja: 10, mulai: Contoh mulai }
  - { id: lanjutan, nama: Contoh lanjutan, hari_kerja: 7, sesudah: jawaban }
"""


@pytest.fixture(scope="session")
def asking(content: Content) -> Asking:
    """The real periods and holidays."""
    return content.ppid.asking


def mistakes(folder: Path, name: str, text: str) -> list[str]:
    """What the checker says of one file under ppid_data/."""
    file = folder / "ppid_data" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    try:
        load_ppid(folder, None)
    except ContentError as error:
        return [str(problem).removeprefix(f"ppid_data/{name}:") for problem in error.problems]
    return []


def test_holidays_are_a_calendar_to_subscribe_to(asking: Asking) -> None:
    """Every day of every year on its own, named by its kind; what only one source names is tentative."""
    (file,) = (asset for asset in AskingPages(asking).assets() if asset.alamat == HOLIDAY_CALENDAR)
    events = read_calendar(file.isi)
    days = [day for year in asking.libur.values() for day in year.hari]
    assert [event["DTSTART"].dt for event in events] == [day.tanggal for day in days]
    shared = [str(event["SUMMARY"]).startswith("Cuti bersama: ") for event in events]
    assert shared == [day.jenis == "cuti bersama" for day in days]
    sure = {year.tahun: year.keyakinan != "satu sumber" for year in asking.libur.values()}
    assert all((event["STATUS"] == "CONFIRMED") == sure[event["DTSTART"].dt.year] for event in events)
    (first, *_) = asking.libur.values()
    doubtful = first.model_copy(update={"keyakinan": "satu sumber"})
    assert {entry.keadaan for entry in calendar_entries(doubtful)} == {"TENTATIVE"}


def test_an_answer_is_due_after_idulfitri(asking: Asking) -> None:
    """Received on 10 March 2026: five days before Nyepi, none until 25 March, the tenth on 31 March."""
    count = asking.kalender.count(date(2026, 3, 10), 10)
    assert count.akhir == date(2026, 3, 31)
    assert [day.day for day in count.dilewati] == [18, 19, 20, 23, 24]
    assert count.belum_pasti == ()


def test_cuti_bersama_may_be_counted_as_worked(asking: Asking) -> None:
    """With cuti bersama worked, only Nyepi is passed and the tenth day is 25 March."""
    count = asking.calendar("hari kerja").count(date(2026, 3, 10), 10)
    assert (count.akhir, count.dilewati) == (date(2026, 3, 25), (date(2026, 3, 19),))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        ("2026-02-02", 1, "2026-02-03"),  # Monday: the next day is the first
        ("2026-02-06", 1, "2026-02-09"),  # Friday: over the weekend
        ("2026-02-07", 1, "2026-02-09"),  # received on a Saturday: still day 0
        ("2026-01-01", 1, "2026-01-02"),  # received on a holiday: still day 0
        ("2026-12-23", 2, "2026-12-29"),  # 24 and 25 December, then a weekend
    ],
)
def test_the_day_of_receipt_is_day_zero(asking: Asking, start: str, days: int, end: str) -> None:
    """Counting begins on the next working day, whatever day it was received on."""
    assert asking.kalender.count(date.fromisoformat(start), days).akhir == date.fromisoformat(end)


def test_a_year_without_data_is_uncertain(asking: Asking) -> None:
    """Only weekends are left out in 2028, and the count says which year it did not know."""
    count = asking.kalender.count(date(2027, 12, 27), 10)
    assert (count.akhir, count.belum_pasti) == (date(2028, 1, 10), (2028,))


def test_uncertainty_and_guessing_pass_on(asking: Asking) -> None:
    """What follows an uncertain deadline is uncertain; what may begin earlier is marked as an estimate."""
    found = deadlines(asking.kalender, asking.tenggat.jangka_waktu, "jawaban", date(2027, 12, 10))
    assert [(item.jangka.id, item.perkiraan) for item in found] == [
        ("jawaban", False), ("perpanjangan", False), ("keberatan", True), ("tanggapan", True), ("sengketa", True),
    ]  # fmt: skip
    assert found[0].hitungan.belum_pasti == ()
    assert {item.hitungan.belum_pasti for item in found[1:]} == {(2028,)}


def test_counting_begins_where_it_is_told(asking: Asking) -> None:
    """From an objection on, earlier steps are left out."""
    found = deadlines(asking.kalender, asking.tenggat.jangka_waktu, "tanggapan", date(2026, 2, 2))
    assert [item.jangka.id for item in found] == ["tanggapan", "sengketa"]


def test_the_periods_of_the_law(asking: Asking) -> None:
    """10 and 7 more, 30, 30, 14."""
    assert [(period.id, period.hari_kerja) for period in asking.tenggat.jangka_waktu] == [
        ("jawaban", 10), ("perpanjangan", 7), ("keberatan", 30), ("tanggapan", 30), ("sengketa", 14),
    ]  # fmt: skip


@pytest.mark.parametrize(("year", "national", "shared"), [(2025, 17, 11), (2026, 17, 8), (2027, 18, 8)])
def test_as_many_holidays_as_the_decree_announced(asking: Asking, year: int, national: int, shared: int) -> None:
    """The numbers told when the decrees were announced; 2025 with the day that was added in August."""
    document = asking.libur[year]
    assert (len(list(document.of("libur nasional"))), len(list(document.of("cuti bersama")))) == (national, shared)


def test_cuti_bersama_never_falls_on_a_weekend(asking: Asking) -> None:
    """A transcription slip of one day would show here."""
    days = [day.tanggal for year in asking.libur.values() for day in year.of("cuti bersama")]
    assert [day for day in days if day.weekday() > 4] == []


def test_right_files_are_accepted(tmp_path: Path) -> None:
    """The least that holidays and periods need; a project without them is right, too."""
    assert mistakes(tmp_path, "hari-libur/2026.yml", HOLIDAYS) == []
    assert mistakes(tmp_path, "tenggat.yml", PERIODS) == []
    assert mistakes(tmp_path, "layanan.yml", "nama:\nemail:\n") == []
    assert mistakes(tmp_path, "layanan.yml", "email: ppid@contoh.go.id\nwhatsapp: 6281200000000\n") == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2026-01-02", "2026-01-01", "9: hari[2].tanggal: 1 Januari 2026 sudah ditulis pada butir 1"),
        ("2026-01-02", "2027-01-02", "9: hari[2].tanggal: 2 Januari 2027 bukan hari dalam tahun 2026"),
        ("tanggal: 2026-01-01", "tanggal: 2026-02-01", "9: hari[2].tanggal: 2 Januari 2026 tidak urut"),
        ("2026-01-02", "2026-02-30", '9: hari[2].tanggal: "2026-02-30" bukan tanggal yang sah'),
        ("jenis: cuti bersama", "jenis: cuti", '9: hari[2].jenis: "cuti" bukan pilihan yang ada'),
        ("tahun: 2026", "tahun: 2025", "bukan hari dalam tahun 2025"),
        ("tahun: 2026", "tahun: 2025", "1: tahun: berkas ini bernama 2026.yml, tetapi tahunnya 2025"),
        ("  - { nama: Contoh keputusan, nomor: Nomor 1, tanggal: 2025-09-19, tentang: Contoh }\n", "  []\n", "2: keputusan: daftarnya kosong"),
        ("https://contoh.id", "contoh.id", "6: sumber[1].url: "),
    ],
)  # fmt: skip
def test_mistakes_in_holidays(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Each is told with its line."""
    assert HOLIDAYS.count(old) == 1
    found = mistakes(tmp_path, "hari-libur/2026.yml", HOLIDAYS.replace(old, new))
    assert any(message in item for item in found), found


def test_holidays_without_a_decree_are_refused(tmp_path: Path) -> None:
    """No decree, no holidays."""
    text = "\n".join(line for line in HOLIDAYS.splitlines() if "keputusan" not in line)
    assert "1: keputusan: wajib ada, tetapi tidak ditulis." in mistakes(tmp_path, "hari-libur/2026.yml", text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id: lanjutan", "id: jawaban", '3: jangka_waktu[2].id: id "jawaban" sudah dipakai'),
        ("sesudah: jawaban", "sesudah: jawban", 'jangka_waktu[2].sesudah: "jawban" bukan id jangka waktu di atasnya. Maksud Anda "jawaban"?'),
        (", sesudah: jawaban", "", "3: jangka_waktu[2]: tidak jelas kapan mulainya"),
        ("hari_kerja: 7", "hari_kerja: 0", "terlalu kecil; paling sedikit 1"),
    ],
)  # fmt: skip
def test_mistakes_in_periods(tmp_path: Path, old: str, new: str, message: str) -> None:
    """An id twice, an unknown one, no beginning, no length."""
    assert PERIODS.count(old) == 1
    (found,) = mistakes(tmp_path, "tenggat.yml", PERIODS.replace(old, new))
    assert message in found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("email: ppid", '1: email: "ppid" salah bentuk: alamat e-mail berbentuk nama@contoh.go.id'),
        ("whatsapp: 0812", '1: whatsapp: "0812" salah bentuk: nomor WhatsApp ditulis dengan kode negara'),
        ("telpon: 123", "1: telpon: kunci ini tidak dikenal"),
    ],
)
def test_mistakes_in_contacts(tmp_path: Path, text: str, message: str) -> None:
    """Contacts that would lead nowhere are refused."""
    (found,) = mistakes(tmp_path, "layanan.yml", text + "\n")
    assert message in found


def test_a_file_that_is_no_year_is_told(tmp_path: Path) -> None:
    """Nothing in the folder is overlooked."""
    (found,) = mistakes(tmp_path, "hari-libur/2026.yaml", HOLIDAYS)
    assert 'folder ini hanya untuk berkas "<tahun>.yml"' in found


def test_the_example_to_copy_is_right(tmp_path: Path) -> None:
    """The annotated example passes the check under the name that it tells to use, and says that it is one."""
    text = (ROOT / "ppid_data/contoh-hari-libur.yml").read_text(encoding="utf-8")
    assert "CONTOH" in text.splitlines()[1]
    assert mistakes(tmp_path, "hari-libur/2028.yml", text) == []


def test_a_calendar_is_made_of_what_is_known() -> None:
    """Without any year every weekday is worked on, and every year is uncertain."""
    empty: tuple[HolidayDocument, ...] = ()
    count = Calendar.of(empty, "bukan hari kerja").count(date(2026, 3, 17), 1)
    assert (count.akhir, count.dilewati, count.belum_pasti) == (date(2026, 3, 18), (), (2026,))
