"""Wrong lists, criteria and scores: each is told in one clear line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.content import load_content
from macros.problems import ContentError
from macros.satu_data.content import load_satu_data
from tests.conftest import ROOT
from tests.satu_data.conftest import Read, Spoil

SETTINGS = "satu-data.yml"
OWED = "daftar-data/2024/dinas-sosial.yml"
CRITERIA = "data-award/kriteria-2024.yml"
SCORES = "data-award/nilai-2024.yml"

CASES = {
    "bobot": (CRITERIA, "bobot: 20", "bobot: 19.99", "kriteria-2024.yml:2: kriteria: jumlah bobot 99.99, seharusnya tepat 100."),
    "bobot-nol": (CRITERIA, "bobot: 20", "bobot: 0", '"0" terlalu kecil; harus lebih dari 0.'),
    "kriteria-kembar": (CRITERIA, "id: metadata,", "id: data,", 'kriteria[2].id: id "data" sudah ada pada baris 3.'),
    "tanpa-usulan-dan-sumber": (CRITERIA, "usulan: Contoh alasan.\n", "", "tulis salah satu: sumber bila kriterianya sudah ditetapkan, atau usulan"),
    "ukuran-asing": (CRITERIA, "ukuran: data,", "ukuran: datta,", 'Maksud Anda "data"?'),
    "nilai-lebih": (SCORES, "75.55", "175.55", '"175.55" terlalu besar; paling banyak 100.'),
    "nilai-hilang": (SCORES, "{ data: 90, metadata: 75.55, kesinambungan: 50 }", "{ data: 90, metadata: 75.55 }", "nilai-2024.yml:7: nilai[1].nilai: belum ada nilai untuk kesinambungan."),
    "nilai-asing": (SCORES, "{ data: 90,", "{ dta: 1, data: 90,", '"dta" tidak ada di kriteria-2024.yml. Maksud Anda "data"?'),
    "dinilai-dua-kali": (SCORES, "perangkat_daerah: dinas-kesehatan", "perangkat_daerah: dinas-sosial", 'perangkat daerah "dinas-sosial" sudah ada pada baris 6.'),
    "perangkat-daerah": (SCORES, "dinas-perhubungan", "dinas-perhubungn", '"dinas-perhubungn" tidak ada di register perangkat daerah. Maksud Anda "dinas-perhubungan"?'),
    "kriteria-tahun-lain": (SCORES, "kriteria: 2024", "kriteria: 2022", "nilai-2024.yml:1: kriteria: berkas kriteria-2022.yml tidak ada di folder ini."),
    "sumber-nilai-tanpa-tahun": (SCORES, "tahun: 2025, ", "", "sumber tanpa tahun. Tulis tahun suratnya, keputusannya atau berkasnya."),
    "sumber-tanpa-alamat": (OWED, "letak: lemari, ", "", "sumber tanpa alamat. Tulis url, atau letak"),
    "dataset-tidak-ada": (OWED, "dataset: ipm", "dataset: imp", 'dinas-sosial.yml:5: data[2].dataset: "imp" tidak ada di katalog dataset. Maksud Anda "ipm"?'),
    "wajib-dua-kali": (OWED, "dataset: ipm", "dataset: miskin", 'dataset "miskin" sudah ada pada baris 5.'),
    "periode": (OWED, "{ nama: IPM, periode: tahunan,", "{ nama: IPM, periode: tahunn,", 'data[2].periode: "tahunn" bukan pilihan yang ada. Maksud Anda "tahunan"?'),
    "tanpa-periode": (OWED, "{ nama: IPM, periode: tahunan,", "{ nama: IPM,", "data[2].periode: wajib ada, tetapi tidak ditulis."),
    "sop-tidak-ada": (SETTINGS, "polewali-mandar/25", "polewali-mandar/52", 'satu-data.yml:6: buku_statistik.sop[1]: "polewali-mandar/52" tidak ada di daftar SOP.'),
    "peraturan-tidak-ada": (SETTINGS, "perpres-39-2019", "perpres-39-2091", 'Maksud Anda "perpres-39-2019"?'),
    "kolom-wajib-asing": (SETTINGS, "[konsep,", "[konsepp,", 'Maksud Anda "konsep"?'),
    "kolom-wajib-kembar": (SETTINGS, "[konsep, definisi,", "[konsep, konsep,", 'kolom "konsep" sudah ada pada baris'),
    "kunci-asing": (OWED, "prioritas: ya", "prioritass: ya", 'Maksud Anda "prioritas"?'),
}  # fmt: skip
"""What is wrong -> (file, what stands there, what is written instead, what is told)."""


@pytest.mark.parametrize(("name", "old", "new", "told"), CASES.values(), ids=CASES)
def test_told_in_one_line(spoil: Spoil, name: str, old: str, new: str, told: str) -> None:
    """A mistake is one line with file, line and what would be right."""
    lines = spoil(name, old, new)
    assert len(lines) == 1, lines
    assert f"statistik_data/{name}:" in lines[0]
    assert told in lines[0]


MISPLACED = {
    "daftar-data/catatan.yml": "di sini hanya ada folder menurut tahun data, misalnya daftar-data/2025/.",
    "daftar-data/2024/dinas-sosail.yml": 'nama berkas "dinas-sosail" tidak ada di register perangkat daerah. Maksud Anda "dinas-sosial"?',
    "daftar-data/2024/dinas-sosial.txt": "daftar data ditulis dalam berkas .yml, satu berkas satu perangkat daerah.",
    "data-award/hasil.yml": "nama berkas tidak dikenal. Tulis kriteria-2026.yml atau nilai-2026.yml.",
    "indikator/kalender.yml": 'nama "kalender" sudah dipakai halaman /satu-data/kalender/. Pilih nama berkas lain.',
}
"""A file that should not be there -> what is told."""


@pytest.mark.parametrize("name", MISPLACED)
def test_misplaced_files(office: Path, read: Read, name: str) -> None:
    """A file that nothing would read is told of, with the name that would be right."""
    like = "indikator/ipm.yml" if name.startswith("indikator") else OWED if "2024/" in name else SCORES
    shutil.copy(office / "statistik_data" / like, office / "statistik_data" / name)
    with pytest.raises(ContentError) as refused:
        read()
    assert str(refused.value) == f"statistik_data/{name}:1: {MISPLACED[name]}"


def test_all_mistakes_at_once(spoil: Spoil, office: Path) -> None:
    """Mistakes in several files are told together."""
    scores = office / "statistik_data" / SCORES
    scores.write_text(scores.read_text(encoding="utf-8").replace("dinas-perhubungan", "dinas-x"), encoding="utf-8")
    lines = spoil(OWED, "dataset: ipm", "dataset: imp")
    assert len(lines) == 2


def test_criteria_with_mistakes_do_not_spoil_the_scores(spoil: Spoil) -> None:
    """What criteria with mistakes would ask for is not known, so the scores are not blamed for it."""
    assert len(spoil(CRITERIA, "id: metadata,", "id: meta data,")) == 1


def test_real_data_is_right_and_has_no_samples() -> None:
    """The portal's own files have no mistakes; without being asked it knows no list and no score."""
    real = load_content(ROOT).satu_data
    assert not real.contoh
    assert not real.owed
    assert not real.scores


def test_samples_are_right() -> None:
    """The samples keep all rules, too."""
    loaded = load_content(ROOT, samples=True)
    assert loaded.satu_data.contoh
    assert loaded.satu_data.owed
    assert list(loaded.satu_data.scores) == [2025, 2024]


def test_a_project_without_settings_has_none_of_it(tmp_path: Path) -> None:
    """Satu Data is left out where its settings are missing."""
    assert not load_satu_data(tmp_path, None, None).criteria
