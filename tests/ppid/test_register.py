"""The anonymous register: what offices may bring, what is refused, and what is counted from it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from macros.content import Content
from macros.portal import Portal
from macros.ppid.anonymity import is_personal_column, personal_texts
from macros.ppid.figures import ANSWER_DAYS, EXTENSION_DAYS, ServiceFigures, days_between
from macros.ppid.models.register import Request
from macros.ppid.register import load_register
from macros.ppid.register_pages import RegisterPages
from macros.ppid.workdays import Calendar
from macros.reading import Reader
from tests.conftest import ROOT, TODAY

WEEKDAYS = Calendar(frozenset(), frozenset({2026}))
"""Monday to Friday."""

HEAD = "nomor,diterima,pokok,perangkat_daerah,dijawab,hasil"
ROW = "1,2026-01-05,Contoh anggaran,dinas-kesehatan,2026-01-15,diberikan"
FULL = HEAD + ",diperpanjang,alasan_penolakan,keberatan,keberatan_dijawab,putusan_keberatan,sengketa,putusan_sengketa"


def read(
    folder: Path, content: str | bytes, name: str = "2026.csv"
) -> tuple[list[str], dict[int, tuple[Request, ...]]]:
    """What the checker says of one file, and what was read."""
    file = folder / "ppid_data/register" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    reader = Reader(folder)
    register = load_register(reader, file.parent, {"dinas-kesehatan", "inspektorat"})
    return [str(problem).removeprefix("ppid_data/register/") for problem in reader.problems], dict(register)


def test_a_right_file_is_read(tmp_path: Path) -> None:
    """The least that a register needs."""
    problems, register = read(tmp_path, f"{HEAD}\n{ROW}\n")
    assert problems == []
    assert register[2026][0] == Request(nomor="1", diterima=date(2026, 1, 5), pokok="Contoh anggaran", perangkat_daerah="dinas-kesehatan", dijawab=date(2026, 1, 15), hasil="diberikan")  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        f"{HEAD};\r\n{ROW};\r\n".replace(",", ";").encode("utf-8-sig"),
        f"{HEAD}\r\n{ROW}\r\n,,,,,\r\n".encode("utf-8-sig"),
        f"{HEAD}\n{ROW}\n".replace(",", "\t"),
        f'# catatan, dengan "kutip"\n\n{HEAD.upper()}\n{ROW}',
        f"{HEAD}\r{ROW}\r",
        f"{HEAD}\n" + ROW.replace("Contoh anggaran", '"Contoh anggaran"'),
    ],
    ids=["titik-koma-bom-crlf", "koma-bom-crlf-baris-kosong", "tab", "komentar-huruf-besar", "cr", "kutip"],
)
def test_files_from_any_spreadsheet_are_read_alike(tmp_path: Path, content: str | bytes) -> None:
    """Separator, byte order mark, line ends, comments and blank rows make no difference."""
    problems, register = read(tmp_path, content)
    assert problems == []
    assert [request.pokok for request in register[2026]] == ["Contoh anggaran"]


def test_a_year_without_requests_is_not_a_year_without_register(tmp_path: Path) -> None:
    """Headings alone say that nobody asked."""
    assert read(tmp_path, HEAD) == ([], {2026: ()})


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2026-01-15", "15/01/2026", '2026.csv:2: dijawab: "15/01/2026" bukan tanggal yang sah. Tulis TTTT-BB-HH'),
        ("2026-01-15", "2026-01-04", "2026.csv:2: dijawab: 2026-01-04 mendahului diterima (2026-01-05)."),
        ("2026-01-15", "", '2026.csv:2: dijawab: kosong, padahal hasilnya "diberikan".'),
        ("2026-01-05", "2025-12-30", "2026.csv:2: diterima: 2025-12-30 bukan tahun 2026. Pindahkan baris ini ke 2025.csv."),
        ("dinas-kesehatan", "dinas-kesehatn", '2026.csv:2: perangkat_daerah: "dinas-kesehatn" tidak ada di register perangkat daerah. Maksud Anda "dinas-kesehatan"?'),
        (",diberikan", ",dikabulkan", '2026.csv:2: hasil: "dikabulkan" bukan pilihan yang ada.'),
        (",diberikan", ",masih diproses", '2026.csv:2: hasil: "masih diproses", padahal dijawab 2026-01-15.'),
        (",diberikan", ",ditolak", "2026.csv:2: alasan_penolakan: kosong, padahal ditolak."),
        ("Contoh anggaran", "", "2026.csv:2: pokok: wajib ada, tetapi tidak ditulis."),
        ("Contoh anggaran", "Contoh, anggaran", "2026.csv:2: baris ini memuat 7 sel, judul kolomnya 6."),
        ("Contoh anggaran", "=HYPERLINK(A1)", "2026.csv:2: pokok: \"=HYPERLINK(A1)\" dibaca sebagai rumus"),
        ("Contoh anggaran", '"Contoh', "2026.csv:1: bukan CSV yang sah"),
        ("pokok", "poko", '2026.csv:1: kolom "poko" tidak dikenal. Maksud Anda "pokok"?'),
        ("pokok", "hasil", '2026.csv:1: kolom "hasil" ditulis dua kali'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_row_and_column(tmp_path: Path, old: str, new: str, message: str) -> None:
    """File, line, column, and what would be right."""
    problems, _ = read(tmp_path, f"{HEAD}\n{ROW}\n".replace(old, new, 1))
    assert any(problem.startswith(message) for problem in problems), problems


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("tidak,,2026-01-04,,,,", "2: keberatan: 2026-01-04 mendahului diterima"),
        ("tidak,,,2026-03-01,,,", "2: keberatan_dijawab: diisi, tetapi keberatan kosong"),
        ("tidak,,,,dikabulkan,,", "2: putusan_keberatan: diisi, tetapi keberatan kosong"),
        ("tidak,,,,,2026-03-01,", "2: sengketa: diisi, tetapi keberatan kosong"),
        ("tidak,,2026-02-01,,,,Contoh putusan", "2: putusan_sengketa: diisi, tetapi sengketa kosong"),
        ("tidak,Contoh alasan,,,,,", '2: alasan_penolakan: diisi, padahal hasilnya "diberikan"'),
        ("mungkin,,,,,,", '2: diperpanjang: "mungkin" bukan pilihan'),
    ],
)
def test_objections_and_disputes_follow_their_request(tmp_path: Path, cells: str, message: str) -> None:
    """Nothing is answered that was not asked."""
    problems, _ = read(tmp_path, f"{FULL}\n{ROW},{cells}\n")
    assert len(problems) == 1
    assert problems[0].startswith(f"2026.csv:{message}")


def test_all_mistakes_come_at_once_and_a_number_is_used_once(tmp_path: Path) -> None:
    """A quoted cell over two lines does not shift the lines that follow."""
    broken = ROW.replace("Contoh anggaran", '"Contoh\nanggaran"')
    problems, _ = read(tmp_path, f"{HEAD}\n{broken}\n{ROW}\n{ROW.replace('2026-01-15', 'besok')}\n")
    assert [problem.split(":")[1] for problem in problems] == ["4", "5"]
    assert '4: nomor: "1" sudah dipakai pada baris 2.' in problems[0]


@pytest.mark.parametrize("heading", ["nama", "Nama Pemohon", "alamat", "NIK", "No. HP", "telepon", "E-mail", "email", "surel", "pekerjaan"])  # fmt: skip
def test_a_column_about_a_person_is_refused(tmp_path: Path, heading: str) -> None:
    """The register has no room for who asked, not even empty."""
    assert is_personal_column(heading)
    problems, register = read(tmp_path, f"{HEAD},{heading}\n{ROW},\n")
    assert len(problems) == 1
    assert problems[0].startswith(f'2026.csv:1: kolom "{heading}" memuat data pribadi.')
    assert register == {2026: ()}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("NIK 7604010101900001", "NIK"),
        ("7604 0101 0190 0001", "NIK"),
        ("kirim ke contoh.orang@contoh.id", "alamat surel"),
        ("hubungi 0812-3456-7890", "nomor telepon"),
        ("WA +62 812 3456 7890", "nomor telepon"),
        ("telepon (0428) 211234", "nomor telepon"),
        ("rumah di Jl. Mawar 5", "alamat rumah"),
        ("lingkungan RT 01/RW 02", "alamat rumah"),
        ("permintaan Bapak Contoh", "nama orang"),
        ("Sdr. Contoh minta salinan", "nama orang"),
        ("diajukan Contoh, S.Pd", "nama orang"),
        ("Contoh bin Misal", "nama orang"),
        ("surat atas nama siapa pun", "nama orang"),
    ],
)
def test_what_looks_like_a_person_is_refused(tmp_path: Path, text: str, kind: str) -> None:
    """In any cell, told with its column."""
    problems, _ = read(tmp_path, f"{HEAD}\n" + ROW.replace("Contoh anggaran", f'"{text}"'))
    assert any(p.startswith("2026.csv:2: pokok: ") and f"tampaknya memuat {kind}" in p for p in problems), problems


@pytest.mark.parametrize(
    "text",
    [
        "Data ibu hamil dan balita",
        "Pemindahan Ibu Kota kecamatan",
        "Pembangunan Jalan Trans Sulawesi tahun 2025",
        "Perda 12 Tahun 2016 dan APBD 2026",
        "Daftar RSUD dan RT rawan banjir",
        "Realisasi Rp 1.250.000.000 pada 2025-01-02",
        "Surat 000.8.3.3/4/SOP/II/2025",
    ],
)
def test_ordinary_subjects_pass(text: str) -> None:
    """What offices are really asked about is no personal data."""
    assert list(personal_texts(text)) == []


@pytest.mark.parametrize("name", ["2026.xlsx", "register.csv", "26.csv"])
def test_a_file_that_would_be_overlooked_is_told(tmp_path: Path, name: str) -> None:
    """Only <tahun>.csv is read."""
    problems, register = read(tmp_path, HEAD, name)
    assert problems[0].startswith(f"{name}:1: nama berkas salah bentuk.")
    assert register == {}


def test_the_example_to_copy_is_right_and_is_not_loaded(tmp_path: Path, portal: Portal) -> None:
    """The annotated example keeps every rule; the real register does not hold it."""
    folder = tmp_path / "ppid_data/register"
    folder.mkdir(parents=True)
    (folder / "2026.csv").write_bytes((ROOT / "ppid_data/contoh-register.csv").read_bytes())
    reader = Reader(tmp_path)
    register = load_register(reader, folder, portal.agencies)
    assert reader.problems == []
    assert [request.nomor for request in register[2026]] == ["CONTOH-1", "CONTOH-2", "CONTOH-3"]


CLOSED = Calendar(frozenset({date(2026, 1, 15)}), frozenset({2026}))
"""A calendar whose office is closed on 15 January."""


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ((2026, 1, 5), (2026, 1, 5), 0),
        ((2026, 1, 5), (2026, 1, 6), 1),
        ((2026, 1, 9), (2026, 1, 12), 1),
        ((2026, 1, 5), (2026, 1, 19), 9),
        ((2026, 1, 5), (2026, 1, 20), 10),
    ],
)
def test_days_are_working_days_after_receipt(start: tuple[int, int, int], end: tuple[int, int, int], days: int) -> None:
    """The day of receipt is day 0; weekends and holidays do not count."""
    assert days_between(CLOSED, date(*start), date(*end)) == days


def request(number: int, answered: str | None, outcome: str = "diberikan", **more: str) -> Request:
    """A request received on Monday 5 January 2026."""
    values = {"nomor": str(number), "diterima": "2026-01-05", "pokok": "Contoh", "perangkat_daerah": "dinas-kesehatan"}
    return Request.model_validate({**values, "hasil": outcome, **({"dijawab": answered} if answered else {}), **more})


REQUESTS = (
    request(1, "2026-01-19"),  # 10 working days: in time
    request(2, "2026-01-20"),  # 11: late
    request(3, "2026-01-28", "ditolak", diperpanjang="ya", alasan_penolakan="Contoh alasan"),  # 17: in time
    request(4, "2026-01-29", diperpanjang="ya", perangkat_daerah="inspektorat"),  # 18: late
    request(5, None, "masih diproses"),  # open
    request(6, "2026-01-06", "dicabut pemohon"),  # not timed
)


@pytest.mark.parametrize(("today", "overdue"), [(date(2026, 1, 19), 0), (date(2026, 1, 20), 1)])
def test_figures(today: date, overdue: int) -> None:
    """Ten days, seventeen where extended; what is open counts as late once its time is up."""
    figures = ServiceFigures(REQUESTS, WEEKDAYS, today)
    assert figures.hari == (10, 11, 17, 18)
    assert (figures.median, figures.terlama) == (Decimal(14), 18)
    assert (figures.tepat, figures.lewat, figures.dinilai) == (2, overdue, 4 + overdue)
    assert figures.persen_tepat == (Decimal("40.0") if overdue else Decimal("50.0"))
    assert figures.hasil == {"diberikan": 3, "diberikan sebagian": 0, "ditolak": 1, "tidak dikuasai": 0, "dicabut pemohon": 1, "masih diproses": 1}  # fmt: skip
    assert figures.perangkat_daerah == {"dinas-kesehatan": 5, "inspektorat": 1}
    assert figures.penolakan == (("Contoh alasan", 1),)


def test_nothing_is_worked_out_of_nothing() -> None:
    """No requests: no median, no share, and not a division by zero."""
    figures = ServiceFigures((), WEEKDAYS, TODAY)
    assert (figures.jumlah, figures.median, figures.terlama, figures.persen_tepat) == (0, None, None, None)


def test_empty_page_says_so(portal: Portal) -> None:
    """Without a register the page says that none is there, and offers nothing to download."""
    pages = RegisterPages({}, portal.agencies, WEEKDAYS, TODAY)
    html = next(pages.pages()).html
    assert "Belum ada register yang dimuat." in html
    assert "<svg" not in html
    assert list(pages.assets()) == []


def test_page_and_open_data_tell_the_same(portal: Portal) -> None:
    """Figures, charts with their CSV, and the register as CSV and JSON with days worked out."""
    pages = RegisterPages({2025: (), 2026: REQUESTS}, portal.agencies, WEEKDAYS, TODAY)
    html = next(pages.pages()).html
    assert "40%" in html
    assert html.count("<svg") == 4
    assert " style=" not in html
    assets = {asset.alamat.removeprefix("ppid/register/"): asset.isi for asset in pages.assets()}
    assert set(assets) == {"register.csv", "register.json", "grafik/per-tahun.csv", "grafik/tepat-waktu.csv", "grafik/hasil.csv", "grafik/perangkat-daerah.csv"}  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(assets["register.csv"].decode("utf-8-sig"))))
    records = json.loads(assets["register.json"])["permohonan"]
    assert [row["hari_kerja"] for row in rows] == ["10", "11", "17", "18", "", ""]
    assert [record["tepat_waktu"] for record in records] == ["ya", "tidak", "ya", "tidak", None, None]
    assert [row["nomor"] for row in rows] == [record["nomor"] for record in records]


def test_limits_are_those_of_the_calculator(content: Content) -> None:
    """The register judges by the periods that the portal tells citizens."""
    days = {period.id: period.hari_kerja for period in content.ppid.asking.tenggat.jangka_waktu}
    assert (days["jawaban"], days["perpanjangan"]) == (ANSWER_DAYS, EXTENSION_DAYS)


def test_years_without_known_holidays_are_told(portal: Portal) -> None:
    """Days counted without holidays are too many; the page says for which years."""
    old = request(1, "2023-01-19", diterima="2023-01-05")
    pages = RegisterPages({2023: (old,)}, portal.agencies, WEEKDAYS, TODAY)
    assert "Hari libur tahun 2023 belum tercatat" in next(pages.pages()).html
    assert "belum tercatat" not in next(RegisterPages({2026: REQUESTS}, portal.agencies, WEEKDAYS, TODAY).pages()).html
