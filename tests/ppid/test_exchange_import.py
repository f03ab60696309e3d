"""Import from a spreadsheet: all mistakes by row and column, nothing written unless all is right, nothing overwritten silently."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from macros.__main__ import main
from macros.portal import load_portal
from macros.ppid.content import load_ppid
from macros.ppid.exchange.dip_csv import dip_csv
from macros.ppid.exchange.selection import Selection
from tests.conftest import TODAY
from tests.ppid.exchange_examples import WITHDRAWN, write_entries

HEAD = ("Judul Informasi", "Ringkasan Isi Informasi", "Kategori", "Perangkat Daerah", "Status", "Terbit")
NEW = ("LKjIP Contoh", "Contoh isi.", "Berkala", "Dinas Kesehatan", "terbit", "2026-02-01")

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Import rows into a project folder that has one published entry; (exit code, what was printed)."""
    write_entries(project, lama={"tahun": "2025"})

    def imported(rows: list[tuple[Any, ...]] | Path, *options: str) -> tuple[int, str]:
        file = rows if isinstance(rows, Path) else sheet(project / "lembar.csv", rows)
        arguments = ["--akar", str(project), "impor", str(file), "--tanggal", TODAY.isoformat(), *options]
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return imported


def sheet(file: Path, rows: list[tuple[Any, ...]]) -> Path:
    """A sheet as CSV."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    file.write_text(out.getvalue(), encoding="utf-8")
    return file


def workbook(file: Path, rows: list[tuple[Any, ...]], change: Callable[[Any], None] = lambda _: None) -> Path:
    """A sheet as XLSX, changed by hand."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(file)
    return file


def entries(project: Path) -> dict[str, str]:
    """The files of all entries."""
    folder = project / "ppid_data/informasi"
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())}


def test_dry_run_writes_nothing(run: Run, project: Path) -> None:
    """What would be new is told; the folder stays as it was."""
    before = entries(project)
    code, printed = run([HEAD, NEW])
    assert code == 0
    assert 'baris 2: baru: lkjip-contoh "LKjIP Contoh"' in printed
    assert "1 baris benar: 1 baru, 0 berubah, 0 sama." in printed
    assert "Uji coba: tidak ada yang ditulis." in printed
    assert entries(project) == before


def test_new_entries_are_written(run: Run, project: Path) -> None:
    """A right row becomes a file that people could have written; the same sheet then changes nothing."""
    code, printed = run([HEAD, NEW], "--tulis")
    assert (code, "ditulis: ppid_data/informasi/lkjip-contoh.yml" in printed) == (0, True)
    assert entries(project)["lkjip-contoh.yml"] == (
        "# yaml-language-server: $schema=../informasi.schema.json\n"
        "judul: LKjIP Contoh\n"
        "ringkasan: Contoh isi.\n"
        "kategori: berkala\n"
        "perangkat_daerah: dinas-kesehatan\n"
        "status: terbit\n"
        "terbit: 2026-02-01\n"
    )
    before = entries(project)
    code, printed = run([HEAD, NEW], "--tulis")
    assert code == 0
    assert "baris 2: sama: lkjip-contoh" in printed
    assert entries(project) == before


def test_every_mistake_is_told_and_nothing_is_written(run: Run, project: Path) -> None:
    """One wrong row stops the right ones, too; every mistake has its row and column."""
    before = entries(project)
    head = (*HEAD, "Tahun", "Tautan", "Catatan")
    code, printed = run(
        [
            head,
            NEW,
            (
                "",
                "Isi",
                "berkalla",
                "Dinas Kesihatan",
                "terbit",
                "05/01/2026",
                "20244",
                "www.contoh.id",
                "197001011990011001",
            ),
            ("Judul", "Isi", "dikecualikan", "dinkes", "terbit", "", "", "", ""),
            ("Judul lain", "Isi", "berkala", "dinas-kesehatan", "terbit", "", "abc", "", ""),
            ("Judul x", "Isi", "berkala", "dinas-kesehatan", "ditarik", "2026-02-30", "", "", ""),
        ],
        "--tulis",
    )
    assert code == 1
    assert entries(project) == before
    told = [line for line in printed.splitlines() if line.startswith("baris") and ": baru:" not in line]
    expected = [
        ('baris 3, kolom "Catatan"', "NIP"),
        ('baris 3, kolom "Judul Informasi"', "wajib diisi"),
        ('baris 3, kolom "Kategori"', 'Maksud Anda "berkala"?'),
        ('baris 3, kolom "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi"', 'Maksud Anda "Dinas Kesehatan"?'),
        ('baris 3, kolom "Tahun"', "terlalu besar"),
        ('baris 3, kolom "Tautan"', "salah bentuk: alamat diawali"),
        ('baris 3, kolom "Terbit"', '"05/01/2026" bukan TTTT-BB-HH'),
        ('baris 4, kolom "Kategori"', "dikecualikan tidak boleh ada"),
        ('baris 4, kolom "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi"', '"dinkes" tidak ada di register'),
        ('baris 5, kolom "Tahun"', "bukan bilangan bulat"),
        ('baris 6, kolom "Terbit"', '"2026-02-30" bukan tanggal yang sah'),
    ]
    assert len(told) == len(expected), "\n".join(told)
    for line, (where, what) in zip(told, expected, strict=True):
        assert line.startswith(where), line
        assert what in line, line
    assert "11 kesalahan. Tidak ada yang ditulis." in printed


def test_rules_between_columns_are_told(run: Run) -> None:
    """What the checker would say of the file is said of the row."""
    head = (*HEAD, "Dokumen SOP", "Diganti Oleh", "Jenis Tautan", "Berkas")
    rows = [
        head,
        ("A", "Isi", "berkala", "dinas-kesehatan", "terbit", "", "mamuju/77", "tidak-ada", "", ""),
        ("B", "Isi", "berkala", "dinas-kesehatan", "ditarik", "2026-01-01", "", "", "", ""),
        ("C", "Isi", "berkala", "dinas-kesehatan", "draf", "", "", "", "dokumen", "../rahasia.pdf"),
    ]
    code, printed = run(rows)
    assert code == 1
    assert 'baris 2, kolom "Dokumen SOP": "mamuju/77" tidak ada di daftar SOP.' in printed
    assert 'baris 2, kolom "Diganti Oleh": "tidak-ada" tidak ada' in printed
    assert 'baris 2: status "terbit" tanpa tanggal terbit' in printed
    assert 'baris 3, kolom "Status": status "ditarik" tanpa penarikan' in printed
    assert 'baris 4, kolom "Tautan": wajib ada' in printed
    assert 'baris 4, kolom "Berkas": "../rahasia.pdf" salah bentuk' in printed


OLD_HEAD = ("Id", *HEAD, "Tahun")
OLD = (
    "lama",
    "Contoh laporan kinerja",
    "Contoh isi.",
    "setiap saat",
    "dinas-kesehatan",
    "terbit",
    "2026-01-05",
    "2025",
)


def test_an_existing_entry_is_never_overwritten_silently(run: Run, project: Path) -> None:
    """A difference is shown cell by cell; writing it needs --perbarui and a sentence for the history."""
    before = entries(project)
    code, printed = run([OLD_HEAD, OLD])
    assert code == 0
    assert 'baris 2: berubah: lama "Contoh laporan kinerja"' in printed
    assert '    kolom "Kategori": "berkala" -> "setiap saat"' in printed
    code, printed = run([OLD_HEAD, OLD], "--tulis")
    assert code == 1
    assert "baris 2: berbeda, tidak ditulis: lama" in printed
    assert "1 butir berbeda tidak ditulis." in printed
    assert entries(project) == before
    code, printed = run([OLD_HEAD, OLD], "--tulis", "--perbarui")
    assert code == 2
    assert entries(project) == before


def test_an_update_changes_only_what_differs(run: Run, project: Path) -> None:
    """Comments, order, other keys and line ends stay; the history tells of the change."""
    file = project / "ppid_data/informasi/lama.yml"
    file.write_bytes(
        "\ufeff# Ditulis tangan.\r\n"
        "judul: 'Contoh laporan kinerja' # seperti di sampul\r\n"
        "kategori: berkala   # menurut PPID\r\n"
        "ringkasan: >-\r\n"
        "  Contoh\r\n"
        "  isi.\r\n"
        "\r\n"
        "# Siapa\r\n"
        "perangkat_daerah: dinas-kesehatan\r\n"
        "status: terbit\r\n"
        "terbit: 2026-01-05\r\n"
        "sumber: {nama: Contoh}\r\n"
        "# akhir\r\n".encode()
    )
    head = (*OLD_HEAD, "Waktu Pembuatan")
    row = (
        "lama",
        "Contoh laporan kinerja",
        "Contoh isi baru.",
        "setiap saat",
        "Dinas Kesehatan",
        "terbit",
        "2026-01-05",
        "2025",
        "Maret 2025",
    )
    code, printed = run([head, row], "--tulis", "--perbarui", "--uraian", "Contoh: isi diperbaiki.")
    assert code == 0, printed
    assert file.read_bytes().decode() == (
        "\ufeff# Ditulis tangan.\r\n"
        "judul: 'Contoh laporan kinerja' # seperti di sampul\r\n"
        "kategori: setiap saat  # menurut PPID\r\n"
        "ringkasan: Contoh isi baru.\r\n"
        "\r\n"
        "# Siapa\r\n"
        "perangkat_daerah: dinas-kesehatan\r\n"
        "dibuat:\r\n"
        "  waktu: Maret 2025\r\n"
        "tahun: 2025\r\n"
        "status: terbit\r\n"
        "terbit: 2026-01-05\r\n"
        "perubahan:\r\n"
        "  - tanggal: 2026-11-21\r\n"
        "    uraian: 'Contoh: isi diperbaiki.'\r\n"
        "sumber: {nama: Contoh}\r\n"
        "# akhir\r\n"
    )
    assert run([head, row], "--tulis")[0] == 0


def test_an_emptied_cell_takes_the_key_away(run: Run, project: Path) -> None:
    """A column that is there and empty says that there is none; a column that is not there says nothing."""
    row = (*OLD[:3], "berkala", *OLD[4:7])
    assert run([OLD_HEAD[:7], row])[1].count("sama: lama") == 1
    code, _ = run([OLD_HEAD, (*row, "")], "--tulis", "--perbarui", "--uraian", "Contoh.")
    assert code == 0
    assert "tahun" not in entries(project)["lama.yml"]


def test_a_draft_that_changes_has_no_history(run: Run, project: Path) -> None:
    """The public has not seen it."""
    write_entries(project, rancangan={"status": "draf", "terbit": "2027-01-01", "judul": "Contoh rancangan"})
    row = ("rancangan", "Contoh rancangan", "Lain.", "berkala", "dinas-kesehatan", "draf", "2027-01-01", "")
    assert run([OLD_HEAD, row], "--tulis", "--perbarui", "--uraian", "Contoh.")[0] == 0
    assert "ringkasan: Lain.\n" in entries(project)["rancangan.yml"]
    assert "perubahan" not in entries(project)["rancangan.yml"]


def test_a_published_entry_does_not_become_a_draft_again(run: Run) -> None:
    """It would vanish without a word; it is withdrawn with a reason instead."""
    code, printed = run([OLD_HEAD, (*OLD[:5], "draf", *OLD[6:])])
    assert code == 1
    assert 'baris 2, kolom "Status": butir yang sudah terbit tidak kembali menjadi draf.' in printed


def test_a_withdrawal_from_a_sheet(run: Run, project: Path) -> None:
    """Status, day and reason make one; the withdrawn entry's hidden link is not lost when the list comes back."""
    write_entries(project, lama={"tahun": "2025", "tautan": {"url": "https://contoh.id/a.pdf"}})
    head = (*OLD_HEAD, "Tanggal Penarikan", "Alasan Penarikan")
    row = (*OLD[:3], "berkala", OLD[4], "ditarik", *OLD[6:], "2026-11-20", "Contoh alasan.")
    assert run([head, row], "--tulis", "--perbarui", "--uraian", "Ditarik.")[0] == 0
    text = entries(project)["lama.yml"]
    assert "penarikan:\n  tanggal: 2026-11-20\n  alasan: Contoh alasan.\n" in text
    assert "https://contoh.id/a.pdf" in text
    file = project / "dip.csv"
    portal = load_portal(project)
    file.write_bytes(dip_csv(Selection(load_ppid(project, portal).information, portal.agencies, TODAY)))
    assert "1 baris benar: 0 baru, 0 berubah, 1 sama." in run(file, "--tulis")[1]


def test_a_guessed_column_is_pointed_out(run: Run, project: Path) -> None:
    """A change to it may mean that the PPID has laid it down; the mark is for a person to take away."""
    write_entries(project, lama={"tahun": "2025", "disimpulkan": {"kategori": "Contoh tebakan."}})
    printed = run([OLD_HEAD, OLD])[1]
    assert "bertanda disimpulkan; hapus tandanya dari berkas" in printed


def test_entries_are_matched_by_title_agency_and_year(run: Run) -> None:
    """Without an id: the same title of the same agency and year, however it is typed; another year is another entry."""
    row = ("", " contoh LAPORAN  kinerja ", "Contoh isi.", "berkala", "dinas-kesehatan", "terbit", "2026-01-05")
    printed = run([OLD_HEAD, (*row, "2025"), (*row, "2024")])[1]
    assert "baris 2: berubah: lama" in printed
    assert "baris 3: baru: contoh-laporan-kinerja" in printed


def test_ids_that_cannot_be(run: Run, project: Path) -> None:
    """A mistyped id, an id twice, a title without letters, and two entries that a row could mean."""
    write_entries(project, kembar={"tahun": "2025"})
    rest = ("Isi", "berkala", "dinas-kesehatan", "draf", "", "")
    code, printed = run(
        [
            OLD_HEAD,
            ("laama", "Contoh laporan kinerja", "Isi", "berkala", "dinas-kesehatan", "terbit", "2026-01-05", "2025"),
            ("", "Contoh laporan kinerja", "Isi", "berkala", "dinas-kesehatan", "terbit", "2026-01-05", "2025"),
            ("baru", "A", *rest),
            ("baru", "B", *rest),
            ("Salah Bentuk", "C", *rest),
            ("", "🏛️", *rest),
            ("", "Kembar", *rest),
            ("", "kembar", *rest),
        ]
    )
    assert code == 1
    told = [line for line in printed.splitlines() if 'kolom "Id"' in line]
    assert [line.split(",")[0] for line in told] == [f"baris {number}" for number in (2, 3, 5, 6, 7, 9)]
    for line, what in zip(
        told,
        (
            'tidak ada butir "laama"',
            "kembar, lama",
            "sudah ada pada baris 4",
            "salah bentuk",
            "huruf Latin",
            "sudah ada pada baris 8",
        ),
        strict=True,
    ):
        assert what in line


def test_a_new_id_never_meets_a_taken_one(run: Run, project: Path) -> None:
    """The same title of another agency or year gets an id of its own."""
    rows = [
        ("", "Lama", "Isi", "berkala", agency, "draf", "", year)
        for agency, year in (("dinas-kesehatan", "2024"), ("dinas-sosial", "2024"), ("dinas-sosial", ""))
    ]
    assert run([OLD_HEAD, *rows], "--tulis")[0] == 0
    assert list(entries(project)) == ["lama-2.yml", "lama-2024.yml", "lama-3.yml", "lama.yml"]


@pytest.mark.parametrize("name", ["dinas-kesehatan", "Dinas Kesehatan", "DINAS  KESEHATAN", "diskominfo sp"])
def test_agencies_by_id_name_or_short_name(run: Run, name: str) -> None:
    """However an office writes itself."""
    assert run([HEAD, (*NEW[:3], name, *NEW[4:])])[0] == 0


@pytest.mark.parametrize(
    ("column", "typed", "stored"),
    [
        ("Kategori", "Informasi Setiap Saat", "kategori: setiap saat"),
        ("Bentuk Informasi yang Tersedia", "Soft Copy & Hard Copy", "bentuk: softcopy dan hardcopy"),
        ("Bentuk Informasi", "Softcopy/Hardcopy", "bentuk: softcopy dan hardcopy"),
        ("Tahun", "2024.0", "tahun: 2024"),
        ("Jenis Media", "situs web; papan", "media:\n  - situs web\n  - papan"),
    ],
)
def test_usual_ways_of_writing(run: Run, project: Path, column: str, typed: str, stored: str) -> None:
    """What offices type is understood where it can mean one thing only."""
    values = dict(zip(HEAD, NEW, strict=True)) | {column: typed}
    assert run([tuple(values), tuple(values.values())], "--tulis")[0] == 0
    assert stored in entries(project)["lkjip-contoh.yml"]


def test_the_sheet_of_an_office(run: Run, project: Path) -> None:
    """Title rows above, other headings, a row of column numbers, empty rows, no status: the entry becomes a draft."""
    code, printed = run(
        [
            ("DAFTAR INFORMASI PUBLIK", "", "", "", ""),
            ("", "", "", "", ""),
            ("No.", "Nama\nInformasi", "Ringkasan  Informasi", "KATEGORI INFORMASI", "OPD"),
            ("(1)", "(2)", "(3)", "(4)", "(5)"),
            ("1", "Contoh profil", "Contoh isi.", "Setiap Saat", "Dinas Kesehatan"),
            ("2", "", "", "", ""),
            ("", "", "", "", ""),
        ],
        "--tulis",
    )
    assert code == 0, printed
    assert "catatan: kolom yang tidak ada, jadi isinya tidak diubah: Id, " in printed
    assert "status: draf\n" in entries(project)["contoh-profil.yml"]


def test_columns_that_cannot_be_used_are_named(run: Run) -> None:
    """Unknown, double, lacking and two-in-one columns, data without a heading, and a group's heading among the rows."""
    code, printed = run(
        [
            ("Judul Informasi", "Judul", "Ringkasan", "Lisensii", "Waktu dan Tempat Pembuatan", "Kategori", ""),
            ("A", "A", "Isi", "", "", "berkala", "catatan liar"),
            ("INFORMASI BERKALA", "", "", "", "", "", ""),
        ]
    )
    assert code == 1
    for told in (
        'baris 1, kolom "Judul": kolom "Judul Informasi" ada dua kali.',
        'baris 1, kolom "Lisensii": kolom ini tidak dikenal. Maksud Anda "Lisensi"?',
        'baris 1, kolom "Waktu dan Tempat Pembuatan": memuat dua hal.',
        'baris 1, kolom "ke-7": kolom tanpa judul berisi data.',
        'baris 1, kolom "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi": kolom wajib ini tidak ada.',
        'baris 3: hanya satu sel terisi: "INFORMASI BERKALA".',
    ):
        assert told in printed


def test_excel_cells_as_what_they_hold(run: Run, project: Path) -> None:
    """Dates, numbers and months as Excel stores them."""

    def formats(active: Any) -> None:
        active["H2"].number_format = "mmmm yyyy"
        active["I2"].number_format = "d mmmm yyyy"

    head = (*HEAD, "Tahun", "Waktu Pembuatan", "Retensi", "Lisensi")
    row = (*NEW[:5], datetime(2026, 2, 1), 2024.0, date(2024, 3, 1), date(2030, 12, 31), 7)
    file = workbook(project / "lembar.xlsx", [head, row], formats)
    code, printed = run(file, "--tulis")
    assert code == 0, printed
    text = entries(project)["lkjip-contoh.yml"]
    for line in (
        "terbit: 2026-02-01\n",
        "tahun: 2024\n",
        "waktu: Maret 2024\n",
        "retensi: 31 Desember 2030\n",
        "lisensi: '7'\n",
    ):
        assert line in text


def test_excel_cells_that_are_refused(run: Run, project: Path) -> None:
    """Formulas, errors, truth values, times and merged cells, each with what to do."""

    def merge(active: Any) -> None:
        active.merge_cells("A6:B6")

    rows = [
        HEAD,
        ("=UPPER(B2)", *NEW[1:]),
        ("#N/A", *NEW[1:]),
        (True, *NEW[1:]),
        (*NEW[:5], datetime(2026, 2, 1, 8, 30)),
        NEW,
    ]
    code, printed = run(workbook(project / "lembar.xlsx", rows, merge))
    assert code == 1
    for told in (
        'baris 2, kolom "Judul Informasi": berisi rumus.',
        'baris 3, kolom "Judul Informasi": berisi galat Excel "#N/A".',
        'baris 4, kolom "Judul Informasi": berisi TRUE atau FALSE.',
        'baris 5, kolom "Terbit": berisi tanggal dengan jam.',
        "baris 6: sel gabungan A6:B6.",
    ):
        assert told in printed


def bomb(file: Path) -> None:
    """A workbook that unpacks to more than is taken."""
    import zipfile

    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "buku kerja Excel lama (.xls)"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "terkunci kata sandi"),
        ("a.xlsx", b"PK\x03\x04rusak", "rusak: bukan buku kerja Excel yang utuh"),
        ("a.xlsx", b"bukan zip", "bukan buku kerja Excel, atau rusak"),
        ("a.xlsx", b"", "kosong"),
        ("a.ods", b"isi", 'akhiran ".ods" tidak dibaca'),
        ("a.csv", b"a\0b", "bukan berkas teks"),
        ("a.csv", b"Judul,Kategori\n\x81\x8d,x", "bukan UTF-8 dan bukan Windows-1252"),
        ("a.csv", b"a,b\n1,2\n", "baris judul kolom tidak ditemukan"),
        ("a.csv", b'Judul,Kategori\n"terbuka,x\n', "tanda kutip tidak ditutup"),
        ("a.csv", b"x" * 10_000_001, "batasnya 10.000.000 bita"),
        ("a.csv", b"Judul,Kategori\n" * 20_001, "terlalu besar"),
    ],
)
def test_files_that_cannot_be_read(run: Run, project: Path, name: str, content: bytes, message: str) -> None:
    """One sentence that says why and what to do; never a traceback."""
    file = project / name
    file.write_bytes(content)
    code, printed = run(file)
    assert code == 1
    assert message in printed
    assert printed.count("\n") == 1


def test_a_workbook_that_hides_gigabytes_and_one_that_is_not_there(run: Run, project: Path) -> None:
    """Neither is opened."""
    bomb(project / "bom.xlsx")
    assert "bita sesudah dibuka; batasnya 60.000.000 bita" in run(project / "bom.xlsx")[1]
    assert "tidak ada, atau bukan berkas biasa" in run(project / "hilang.xlsx")[1]
    far = workbook(project / "jauh.xlsx", [HEAD], lambda active: active.cell(1_048_576, 1, "x"))
    assert "Hapus baris dan kolom kosong yang berformat" in run(far)[1]


@pytest.mark.parametrize(
    ("encoding", "delimiter", "noted"),
    [("utf-8-sig", ";", False), ("cp1252", ";", True), ("utf-16", "\t", False), ("utf-8", ",", False)],
)
def test_csv_as_excel_makes_it(run: Run, project: Path, encoding: str, delimiter: str, noted: bool) -> None:
    """Semicolons, byte order marks, the code page of Windows, Unicode text: told where letters might be wrong."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([HEAD, ("Café – contoh; lain", *NEW[1:])])
    file = project / "excel.csv"
    file.write_bytes(out.getvalue().encode(encoding))
    code, printed = run(file, "--tulis")
    assert code == 0
    assert ("dibaca sebagai Windows-1252" in printed) == noted
    assert "judul: Café – contoh; lain\n" in entries(project)["cafe-contoh-lain.yml"]


def test_the_line_that_names_the_separator(run: Run, project: Path) -> None:
    """Excel's `sep=;` is no row of the list, but counts as a line of the file."""
    file = project / "excel.csv"
    file.write_text("sep=;\n" + ";".join(HEAD) + "\n" + ";".join(NEW) + "\n", encoding="utf-8")
    assert "baris 3: baru: lkjip-contoh" in run(file)[1]


def test_a_failure_half_way_leaves_everything_as_it_was(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk while the second file is put in place takes the first one away again."""
    before = entries(project)
    replace, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    rows = [OLD_HEAD, OLD, ("", "Contoh lain", *OLD[2:])]
    code, printed = run(rows, "--tulis", "--perbarui", "--uraian", "Contoh.")
    assert code == 1
    assert "Tidak ada yang ditulis: galat sistem 28" in printed
    assert len(calls) == 2
    assert entries(project) == before


@pytest.mark.parametrize(
    "text",
    [
        "{judul: Contoh laporan kinerja, ringkasan: Contoh isi., kategori: berkala, perangkat_daerah: dinas-kesehatan, status: terbit, terbit: 2026-01-05}\n"
    ],
)
def test_a_file_in_an_unusual_form_is_left_to_a_person(run: Run, project: Path, text: str) -> None:
    """Nothing is guessed about where a change would go."""
    (project / "ppid_data/informasi/lama.yml").write_text(text, encoding="utf-8")
    code, printed = run([OLD_HEAD, OLD], "--tulis", "--perbarui", "--uraian", "Contoh.")
    assert code == 1
    assert "baris 2: berkas ppid_data/informasi/lama.yml ditulis dengan cara yang tidak diubah otomatis." in printed
    assert entries(project)["lama.yml"] == text


def test_content_with_mistakes_must_be_put_right_first(run: Run, project: Path) -> None:
    """What cannot be read cannot be compared with."""
    (project / "ppid_data/informasi/lama.yml").write_text("judul: saja\n", encoding="utf-8")
    code, printed = run([HEAD, NEW], "--tulis")
    assert code == 1
    assert "ppid_data/informasi/lama.yml:1: ringkasan: wajib ada" in printed
    assert "Perbaiki lebih dahulu." in printed
    assert list(entries(project)) == ["lama.yml"]


def test_a_withdrawn_entry_that_changes_keeps_its_dates_in_order(run: Run, project: Path) -> None:
    """Its history ends with the withdrawal, so no later change is written below it."""
    write_entries(project, lama={"tahun": "2025", **WITHDRAWN})
    head = (*OLD_HEAD, "Catatan")
    code, printed = run(
        [head, (*OLD[:5], "ditarik", *OLD[6:], "Contoh catatan.")], "--tulis", "--perbarui", "--uraian", "X"
    )
    assert code == 0, printed
    assert "catatan: Contoh catatan.\n" in entries(project)["lama.yml"]
    assert "perubahan" not in entries(project)["lama.yml"]


def test_documents_come_with_the_sheet(run: Run, project: Path) -> None:
    """A document that lies beside the sheet goes beside its entry, unless one of that name is there."""
    head, row = (*HEAD, "Berkas"), (*NEW, "contoh.csv")
    code, printed = run([head, row], "--tulis")
    assert code == 1
    assert 'baris 2, kolom "Berkas": dokumen "contoh.csv" tidak ada. Letakkan di folder yang sama' in printed
    (project / "contoh.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert run([head, row], "--tulis")[0] == 0
    assert entries(project)["contoh.csv"] == "a,b\n1,2\n"
    assert "berkas: contoh.csv\n" in entries(project)["lkjip-contoh.yml"]
    assert run([head, row], "--tulis")[0] == 0
    code, printed = run([head, ("Lain", *row[1:])])
    assert code == 1
    assert 'baris 2, kolom "Berkas": dokumen bernama "contoh.csv" sudah ada di portal.' in printed


def test_a_document_with_a_mistake_stops_the_import(run: Run, project: Path) -> None:
    """It is looked at as the checker does; whatever was written before is taken away again."""
    before = entries(project)
    (project / "contoh.csv").write_text("<!doctype html><p>Contoh</p>", encoding="utf-8")
    code, printed = run([(*HEAD, "Berkas"), (*NEW, "contoh.csv")], "--tulis")
    assert code == 1
    assert "Tidak ada yang ditulis:" in printed
    assert "isinya halaman web (HTML)" in printed
    assert entries(project) == before
