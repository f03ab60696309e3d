"""Each finding, shown on the annotated example made to have it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.findings import RULES, findings_of
from macros.portal import load_portal
from tests.conftest import TODAY, Change


def found(project: Path, today: date = TODAY) -> set[tuple[str, str, str]]:
    """(rule, where, what) for the example SOP."""
    portal = load_portal(project)
    return {(f.rule.kode, f.bagian, f.uraian) for f in findings_of(portal.sops["polewali-mandar/99"], portal, today)}


def test_the_example_has_no_findings(project: Path) -> None:
    """What editors copy is in order."""
    assert found(project) == set()


CASES = [
    # (text of the example, what it becomes, the finding)
    ("peraturan: uu-14-2008", "peraturan: pp-82-2012", ("peraturan-tidak-berlaku", "Dasar hukum", "Peraturan Pemerintah Nomor 82 Tahun 2012 dicabut oleh PP 71/2019.")),
    ("peraturan: uu-14-2008", "peraturan: pp-51-1999", ("peraturan-belum-diverifikasi", "Dasar hukum", "Peraturan Pemerintah Nomor 51 Tahun 1999 belum diverifikasi.")),
    ("peraturan: uu-14-2008", "peraturan: perpres-39-2019", ("peraturan-belum-diverifikasi", "Dasar hukum", "Sumber tentang status Peraturan Presiden Nomor 39 Tahun 2019 saling bertentangan.")),
    ("    peraturan: uu-14-2008", "    #", ("peraturan-belum-diverifikasi", "Dasar hukum", "“Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik” tidak ada di register peraturan.")),
    ("  efektif: 2026-01-12\n", "", ("tanpa-tanggal-efektif", "Tanggal", "Tanggal efektif tidak diisi.")),
    ("  - Komputer", "  []", ("kotak-kosong", "Peralatan/ Perlengkapan", "Kotak ini tidak diisi.")),
    ("    sop: polewali-mandar/04", "    #", ("keterkaitan-tak-dikenal", "Keterkaitan", "“SOP Pengelolaan Keterbukaan Informasi Publik” tidak ditemukan di antara SOP pada portal ini.")),
    ("    waktu: 5 menit", "    waktu: '-'", ("langkah-tanpa-waktu", "Langkah 1", "Kolom waktu kosong.")),
    ("    output: Surat diterima\n", "", ("langkah-tanpa-output", "Langkah 1", "Kolom output kosong.")),
    ("nomor: 00/CONTOH/2026", "nomor: 04/SOP-Diskominfo-SP/10/2019", ("nomor-kembar", "Nomor SOP", "Nomor 04/SOP-Diskominfo-SP/10/2019 juga dipakai “Pengelolaan Keterbukaan Informasi Publik”.")),
    ("# Kolom pelaksana dari", "tabel:\n  nomor: 00/CONTOH/2025\n# Kolom", ("nomor-berbeda", "Nomor pada tabel", "Lembar identitas: 00/CONTOH/2026; lembar tabel: 00/CONTOH/2025.")),
    ("[kepala-dinas, pengadministrasi-umum]", "[pengadministrasi-umum]", ("pelaksana-tanpa-langkah", "Kolom pelaksana", "Kepala Dinas tidak mengerjakan satu langkah pun.")),
    ("kegiatan: Menandatangani", "kegiatan: Kadis menandatangani", ("kegiatan-menyebut-pelaku", "Langkah 3", "Uraian diawali “Kadis”.")),
    ("    output: Surat yang lengkap", "    output: S. d. a", ("sama-dengan-atas", "Langkah 2", "Kolom output berisi “S. d. a” (output langkah 1).")),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "finding"), CASES, ids=[f"{case[2][0]}-{n}" for n, case in enumerate(CASES)])
def test_finding(change: Change, old: str, new: str, finding: tuple[str, str, str]) -> None:
    """The finding is made, in these words, and no other."""
    assert found(change(old, new)) == {finding}


@pytest.mark.parametrize(("today", "years"), [(date(2028, 1, 11), None), (date(2028, 1, 12), 2), (date(2031, 6, 1), 5)])
def test_review_is_overdue_after_two_full_years(project: Path, today: date, years: int | None) -> None:
    """Counted from the last of the three dates, to the day."""
    expected = {("perlu-ditinjau", "Tanggal", f"Tanggal terakhirnya {years} tahun yang lalu.")} if years else set()
    assert found(project, today) == expected


def test_every_rule_has_an_example() -> None:
    """A rule without a case above would be untested."""
    assert {rule.kode for rule in RULES} == {case[2][0] for case in CASES} | {"perlu-ditinjau"}
