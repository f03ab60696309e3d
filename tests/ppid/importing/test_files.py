"""Files that are no sheets, failures half-way, documents beside a sheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.ppid.exchange_examples import WITHDRAWN, write_entries
from tests.ppid.importing.sheets import HEAD, NEW, OLD, OLD_HEAD, Run, entries, workbook


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
