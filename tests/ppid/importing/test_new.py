"""New rows: a dry run first, every mistake by row and column, nothing written unless all is right."""

from __future__ import annotations

from pathlib import Path

from tests.ppid.importing.sheets import HEAD, NEW, Run, entries


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
