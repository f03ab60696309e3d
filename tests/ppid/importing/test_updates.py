"""Rows of entries that are there: matched, shown cell by cell, never overwritten silently."""

from __future__ import annotations

from pathlib import Path

from macros.portal import load_portal
from macros.ppid.content import load_ppid
from macros.ppid.exchange.dip_csv import dip_csv
from macros.ppid.exchange.selection import Selection
from tests.conftest import TODAY
from tests.ppid.exchange_examples import write_entries
from tests.ppid.importing.sheets import OLD, OLD_HEAD, Run, entries


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
        "kategori: setiap saat   # menurut PPID\r\n"
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
