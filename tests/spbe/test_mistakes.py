"""Bad data in `spbe_data/`: one clear line each, with its place and what would be right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.spbe.conftest import PERIOD, Spoil, problems

FORM = "spbe_data/situs/formulir/usulan-2026.yml"
POLICY = "spbe_data/contoh/kebijakan/contoh-tata-kelola.yml"
INDEX = "spbe_data/indeks.yml"

MEASURES = "terbuka, https, domain-go-id, umpan-terbaru, tautan-hidup, aksesibilitas"

CASES = [
    ("bobot", FORM, "bobot: 15", "bobot: 14", "usulan-2026.yml:10: kriteria: jumlah bobot 99, seharusnya tepat 100."),
    ("bobot-nol", FORM, "bobot: 15", "bobot: 0", 'usulan-2026.yml:35: kriteria[4].bobot: "0" terlalu kecil; harus lebih dari 0.'),
    ("ukuran", FORM, "ukuran: https", "ukuran: htps", f'usulan-2026.yml:22: kriteria[2].ukuran: "htps" bukan ukuran portal. Maksud Anda "https"? Ukurannya: {MEASURES}.'),
    ("tanpa-ukuran", FORM, "    ukuran: https\n", "", f"usulan-2026.yml:18: kriteria[2].ukuran: wajib ada untuk cara mesin. Ukurannya: {MEASURES}."),
    ("ambang", FORM, "{hari: 90, nilai: 50}", "{hari: 20, nilai: 50}", "usulan-2026.yml:38: kriteria[4].ambang: hari harus naik tanpa kembar, dan nilainya tidak boleh ikut naik."),
    ("tingkat", FORM, "{nilai: 100, arti: lengkap}", "{nilai: 90, arti: lengkap}", "usulan-2026.yml:73: kriteria[8].tingkat: tulis artinya dari nilai 0 sampai 100, naik tanpa kembar."),
    ("id-kembar", FORM, "id: kontak", "id: profil", 'usulan-2026.yml:67: kriteria[8].id: id "profil" sudah dipakai kriteria lain.'),
    ("id-kolom", FORM, "id: kontak", "id: catatan", 'usulan-2026.yml:67: kriteria[8].id: "catatan" sudah menjadi nama kolom lain di penilaian.csv; pakai id lain.'),
    ("peraturan", FORM, "peraturan: permenkominfo-28-2006", "peraturan: permenkominfo-28-2060", 'usulan-2026.yml:32: kriteria[3].peraturan: "permenkominfo-28-2060" tidak ada di register peraturan. Maksud Anda "permenkominfo-28-2006"?'),
    ("formulir", f"{PERIOD}/periode.yml", "formulir: usulan-2026 ", "formulir: usulan-2062 ", 'periode.yml:6: formulir: "usulan-2062" tidak ada di spbe_data/situs/formulir. Maksud Anda "usulan-2026"?'),
    ("waktu", f"{PERIOD}/periode.yml", "sampai: 2025-12-31", "sampai: 2025-06-30", "periode.yml:5: sampai: 2025-06-30 mendahului mulai (2025-07-01)."),
    ("tingkat-lain", f"{PERIOD}/penilaian.csv", "2025-12-10,100,50", "2025-12-10,100,60", 'penilaian.csv:4: kontak: "60" bukan tingkat kriteria ini. Tingkatnya: 0, 50, 100.'),
    ("bukan-angka", f"{PERIOD}/penilaian.csv", "2025-12-10,100,50", "2025-12-10,100,baik", 'penilaian.csv:4: kontak: "baik" bukan nilai. Tulis angka 0 sampai 100, desimal dengan titik.'),
    ("tanpa-alasan", f"{PERIOD}/penilaian.csv", ",0,Contoh: berita terakhir di halaman depan lebih dari setahun.", ",0,", "penilaian.csv:8: kebaruan: menggantikan hasil mesin; tulis alasannya pada kolom catatan."),
    ("perangkat", f"{PERIOD}/penilaian.csv", "contoh-dinas-awan", "contoh-dinas-awam", 'penilaian.csv:5: perangkat_daerah: "contoh-dinas-awam" tidak ada di register perangkat daerah. Maksud Anda "contoh-dinas-awan"?'),
    ("dua-baris", f"{PERIOD}/penilaian.csv", "contoh-dinas-awan", "contoh-dinas-angin", 'penilaian.csv:5: perangkat_daerah: "contoh-dinas-angin" sudah ada pada baris 4; satu baris untuk satu.'),
    ("kolom", f"{PERIOD}/penilaian.csv", "profil,kontak", "profil,kontka", 'penilaian.csv:3: kolom "kontka" tidak dikenal. Maksud Anda "kontak"? Kolomnya: perangkat_daerah, tanggal, catatan, terbuka, https, domain, kebaruan, tautan, aksesibilitas, profil, kontak, informasi-publik, infografis-foto-video.'),
    ("tanggal", f"{PERIOD}/terlihat.csv", "2025-12-10,boleh,200", "10-12-2025,boleh,200", 'terlihat.csv:3: diperiksa: "10-12-2025" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
    ("rusak", f"{PERIOD}/terlihat.csv", "2025-12-01,20,2,", "2025-12-01,20,22,", "terlihat.csv:3: tautan_rusak: 22 lebih banyak daripada tautan_diperiksa (20)."),
    ("selesai", f"{PERIOD}/tindak-lanjut.csv", "selesai,2026-02-14,", "selesai,,", 'tindak-lanjut.csv:3: selesai: kosong, padahal keadaannya "selesai". Isi tanggalnya.'),
    ("belum", f"{PERIOD}/tindak-lanjut.csv", "belum,,", "belum,2026-02-14,", 'tindak-lanjut.csv:4: selesai: diisi, padahal keadaannya "belum". Kosongkan, atau betulkan keadaannya.'),
    ("kriteria", f"{PERIOD}/tindak-lanjut.csv", ",kontak,", ",kontk,", 'tindak-lanjut.csv:5: kriteria: "kontk" bukan kriteria formulir usulan-2026. Maksud Anda "kontak"?'),
    ("nama-periode", "spbe_data/contoh/situs/periode/contoh-2026-1/periode.yml", "Contoh Semester I 2026", "Contoh Semester II 2025", 'periode.yml:1: nama "Contoh Semester II 2025" sudah dipakai spbe_data/contoh/situs/periode/contoh-2025-2/periode.yml; bedakan.'),
    ("skala", INDEX, "nilai: 3.88", "nilai: 38.8", "indeks.yml:51: nilai[5].nilai: 38.8 di luar skala SPBE (1 sampai 5)."),
    ("skala-target", INDEX, "target: {nilai: 4.20", "target: {nilai: 42.0", "indeks.yml:63: nilai[6].target: 42.0 di luar skala SPBE (1 sampai 5)."),
    ("sumber-target", INDEX, "sumber: [radar-sulbar-2025]}", "sumber: [radar-sulbar-2052]}", 'indeks.yml:63: nilai[6].target.sumber[1]: "radar-sulbar-2052" tidak ada di spbe_data/sumber.yml. Maksud Anda "radar-sulbar-2025"?'),
    ("tahun-kerangka", INDEX, "tahun: 2025", "tahun: 2026", "indeks.yml:59: nilai[6].tahun: SPBE dipakai sampai 2025; pakai kerangka yang berlaku tahun itu."),
    ("tahun-kembar", INDEX, "tahun: 2025", "tahun: 2024", "indeks.yml:59: nilai[6].tahun: nilai spbe tahun 2024 sudah ada."),
    ("kerangka", INDEX, "  - kerangka: spbe\n    tahun: 2020", "  - kerangka: spbd\n    tahun: 2020", 'indeks.yml:31: nilai[1].kerangka: "spbd" tidak ada di daftar kerangka. Maksud Anda "spbe"?'),
    ("sumber", INDEX, "sumber: [ruang-redaksi-2026, kompasiana]", "sumber: [ruang-redaksi-2026, kompasian]", 'indeks.yml:34: nilai[1].sumber[2]: "kompasian" tidak ada di spbe_data/sumber.yml. Maksud Anda "kompasiana"?'),
    ("tanpa-sumber", INDEX, "    sumber: [ruang-redaksi-2026, kompasiana]\n", "", "indeks.yml:31: nilai[1].sumber: wajib ada, tetapi tidak ditulis."),
    ("nomor", POLICY, 'nomor: "0"\n', "", 'contoh-tata-kelola.yml:4: nomor: wajib ada, karena statusnya "berlaku".'),
    ("riwayat", POLICY, "{tanggal: 2026-01-02, status: berlaku}", "{tanggal: 2026-01-02, status: dicabut}", 'contoh-tata-kelola.yml:9: riwayat: yang terakhir "dicabut", padahal status "berlaku". Samakan keduanya.'),
    ("urutan", POLICY, "tanggal: 2025-06-01", "tanggal: 2026-06-01", "contoh-tata-kelola.yml:9: riwayat: tanggal tidak urut dari yang terlama."),
    ("menggantikan", POLICY, "menggantikan: [contoh-lama]", "menggantikan: [contoh-lam]", 'contoh-tata-kelola.yml:13: menggantikan[1]: "contoh-lam" tidak ada di spbe_data/kebijakan. Maksud Anda "contoh-lama"?'),
    ("dicabut-oleh", "spbe_data/contoh/kebijakan/contoh-lama.yml", "dicabut_oleh: Contoh Peraturan Bupati Nomor 0 Tahun 2026\n", "", "contoh-lama.yml:3: dicabut_oleh: diisi bila status dicabut, dan hanya bila dicabut."),
    ("dasar", POLICY, "dasar: [perpres-95-2018]", "dasar: [perpres-95-2081]", 'contoh-tata-kelola.yml:12: dasar[1]: "perpres-95-2081" tidak ada di register peraturan. Maksud Anda "perpres-95-2018"?'),
    ("sop", "spbe_data/spbe.yml", "polewali-mandar/04", "polewali-mandar/14", 'spbe.yml:1: sop.pemantauan_situs[1]: "polewali-mandar/14" tidak ada di daftar SOP. Maksud Anda "polewali-mandar/04"?'),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "told"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_mistake_is_one_line(spoil: Spoil, file: str, old: str, new: str, told: str) -> None:
    """With the line of the value, and nothing besides it."""
    assert spoil(file, old, new) == [told]


def test_the_samples_are_right(samples: Path) -> None:
    """Whoever copies them begins without a mistake."""
    assert problems(samples, shown=True) == []


def test_folders_and_files_with_other_names_are_told(samples: Path) -> None:
    """A period is a folder, its files have fixed names, a form's name is its id."""
    periods = samples / "spbe_data/situs/periode"
    periods.mkdir(exist_ok=True)
    (periods / "2026.yml").write_text("nama: Contoh\n", encoding="utf-8")
    (periods / "2026-semester-1").mkdir()
    shutil.copy(samples / PERIOD / "periode.yml", periods / "2026-semester-1")
    (periods / "2026-semester-1/penilian.csv").write_text("contoh\n", encoding="utf-8")
    (samples / "spbe_data/situs/formulir/Usulan 2027.yml").write_text("nama: Contoh\n", encoding="utf-8")
    assert problems(samples) == [
        "Usulan 2027.yml:1: nama berkas salah bentuk. Tulis misalnya 2026.yml.",
        'penilian.csv:1: berkas ini tidak dikenal. Maksud Anda "penilaian.csv"? Yang dikenal: periode.yml, terlihat.csv, penilaian.csv, tindak-lanjut.csv.',
        "2026.yml:1: periode adalah folder, misalnya 2026-semester-1, dengan periode.yml di dalamnya.",
    ]


def test_all_mistakes_of_all_parts_are_told_at_once(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command tells those of electronic government, of the directory and of SOPs together."""
    (samples / "spbe_data/indeks.yml").write_text("nilia: []\n", encoding="utf-8")
    (samples / "perangkat_data").mkdir()
    (samples / "perangkat_data/perangkat.yml").write_text("pemilik: tidak-ada\n", encoding="utf-8")
    assert main(["--akar", str(samples), "periksa"]) == 1
    told = capsys.readouterr().out
    assert 'spbe_data/indeks.yml:1: nilia: kunci ini tidak dikenal. Maksud Anda "nilai"?' in told
    assert 'perangkat_data/perangkat.yml:1: pemilik: "tidak-ada" tidak ada di register perangkat daerah.' in told


def test_a_project_without_this_part_has_nothing_to_show(project: Path) -> None:
    """No folder, no mistake."""
    assert problems(project) == []
