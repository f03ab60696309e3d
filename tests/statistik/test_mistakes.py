"""Wrong figures: each is told in one clear line, and no figure gets by without its source and its year."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content import load_content
from macros.problems import ContentError
from macros.statistik.content import load_statistics
from tests.conftest import ROOT
from tests.statistik.conftest import Spoil

PENDUDUK = "indikator/penduduk.yml"
IPM = "indikator/ipm.yml"
KECAMATAN = "indikator/penduduk-kecamatan.yml"

CASES = {
    "tahun-hilang": (IPM, "tahun: 2023, ", "", "indikator/ipm.yml:9: data[1].tahun: wajib ada, tetapi tidak ditulis."),
    "tahun-bukan-angka": (IPM, "tahun: 2023,", "tahun: dua ribu,", '"dua ribu" bukan bilangan bulat.'),
    "teks-dalam-angka": (IPM, "68.5", "68.5 poin", 'data[1].nilai: "68.5 poin" bukan bilangan. Tulis angka saja'),
    "koma-desimal": (IPM, "68.5", "'68,5'", '"68,5" bukan bilangan. Tulis angka saja'),
    "tak-hingga": (IPM, "68.5", ".inf", '".inf" bukan bilangan.'),
    "nan": (IPM, "68.5", "NaN", '"NaN" bukan bilangan.'),
    "titik-ribuan": (PENDUDUK, "1234,", "1.234,", "penduduk.yml:17: data[3].nilai: \"1.234\" bukan bilangan bulat, padahal satuannya jiwa. Titik adalah tanda desimal; ribuan ditulis tanpa titik: 338897."),
    "negatif": (PENDUDUK, "1234,", "-1234,", '"-1234" negatif, padahal jumlah tidak pernah kurang dari 0.'),
    "lebih-dari-seratus": ("indikator/miskin.yml", "12.5", "112.5", '"112.5" lebih dari 100 persen, padahal bagian dari keseluruhan paling banyak 100.'),
    "di-luar-skala": (IPM, "68.5", "685", '"685" terlalu besar; indeks paling banyak 100.'),
    "satuan-tidak-dikenal": (PENDUDUK, "satuan: jiwa", "satuan: jiwaa", 'penduduk.yml:4: satuan: "jiwaa" tidak ada di satuan.yml. Maksud Anda "jiwa"?'),
    "satuan-asing": (PENDUDUK, "satuan: jiwa", "satuan: kilogram", '"kilogram" tidak ada di satuan.yml. Yang ada: jiwa, persen, indeks, km2.'),
    "persentase-bukan-persen": ("indikator/miskin.yml", "satuan: persen", "satuan: indeks", 'ukuran persentase memakai satuan "persen", bukan "indeks".'),
    "sumber-hilang": (IPM, "nilai: 68.5, sumber: [bps]", "nilai: 68.5", "data[1].sumber: wajib ada, tetapi tidak ditulis."),
    "sumber-kosong": (IPM, "68.5, sumber: [bps]", "68.5, sumber: []", "data[1].sumber: daftarnya kosong; isi paling sedikit satu butir."),
    "sumber-tidak-ada": (IPM, "68.5, sumber: [bps]", "68.5, sumber: [bpsx]", 'data[1].sumber[1]: "bpsx" tidak ada di sumber.yml. Maksud Anda "bps"?'),
    "sumber-catatan": (IPM, "catatan: Contoh catatan.", "catatan: Contoh catatan.\nsumber_catatan: [krn]", 'sumber_catatan[1]: "krn" tidak ada di sumber.yml.'),
    "dua-angka-utama": (PENDUDUK, "seri: sensus, keadaan: berbeda", "seri: sensus", 'penduduk.yml:18: data[4]: angka utama untuk "2021, sensus" sudah ada pada baris 17.'),
    "tanpa-seri": (PENDUDUK, "sumber: [bps], seri: registrasi", "sumber: [bps]", "data[6]: tanpa seri, padahal angka beda seri tidak boleh disambung. Pilihannya: sensus, registrasi."),
    "seri-tidak-ada": (PENDUDUK, "seri: registrasi }", "seri: registrsi }", 'Maksud Anda "registrasi"?'),
    "rincian": (PENDUDUK, "perempuan: 610", "perempuan: 600", "jumlah rincian 1190 tidak sama dengan nilai 1200."),
    "ragu-tanpa-alasan": ("indikator/miskin.yml", ", catatan: Hanya disebut koran.", "", "keadaan diragukan tanpa angka utama tahun 2024. Tulis alasannya pada catatan."),
    "tanpa-tahun-sumber-tanpa-tahun": (IPM, "65.59, sumber: [bps]", "65.59, sumber: [koran]", "angka tanpa tahun perlu sumber yang bertahun"),
    "kecamatan-tidak-ada": (KECAMATAN, "sumber: [koran], wilayah: '99.01.01'", "sumber: [koran], wilayah: '99.01.09'", '"99.01.09" tidak ada di wilayah.yml.'),
    "kecamatan-dua-kali": (KECAMATAN, "[bps], wilayah: '99.01.02'", "[bps], wilayah: '99.01.01'", 'angka utama untuk "99.01.01, 2010" sudah ada pada baris 8.'),
    "grafik-salah": (KECAMATAN, "grafik: batang", "grafik: garis", "grafik garis tidak cocok dengan datanya. Tulis batang."),
    "kelompok-tidak-ada": (IPM, "kelompok: makro", "kelompok: mikro", 'Maksud Anda "makro"?'),
    "nama-kecamatan-kembar": ("wilayah.yml", "nama: Hilir", "nama: Hulu", 'wilayah.yml:13: kecamatan[2].nama: nama kecamatan "Hulu" sudah ada pada baris 8. Hapus atau bedakan salah satunya.'),
    "kode-pulau-kembar": ("wilayah.yml", "99.01.40002", "99.01.40001", 'kode pulau "99.01.40001" sudah ada pada baris 24.'),
    "kode-desa-di-tempat-lain": ("wilayah.yml", "99.01.02.2001", "99.01.03.2001", "kode 99.01.03.2001 tidak diawali 99.01.02, kode wilayah di atasnya."),
    "jenis-desa": ("wilayah.yml", "Pasar, jenis: kelurahan", "Pasar, jenis: desa", "kode 99.01.01.1001 adalah kode kelurahan, tetapi jenisnya desa."),
    "kode-salah-bentuk": ("wilayah.yml", "kode: '99.01.40002'", "kode: 40002", "kode pulau ditulis seperti Kemendagri menulisnya, misalnya 76.04.40001."),
    "fakta-tanpa-tahun": ("profil.yml", "teks: Berbukit di hulu.", "teks: Ada 7 bukit.", "bagian[1].fakta[3]: memuat angka tanpa tahun."),
    "fakta-ganda": ("profil.yml", "teks: Berbukit di hulu.", "teks: Berbukit.\n        kode: '1'", "tulis tepat satu dari teks, nilai atau kode, bukan teks dan kode."),
    "tahun-peristiwa": ("profil.yml", "tanggal: 2000-02-03", "tanggal: 2001-02-03", "tanggal ini bukan tahun 2000."),
    "indikator-profil": ("profil.yml", "indikator: [penduduk]", "indikator: [penduduku]", 'Maksud Anda "penduduk"?'),
    "indikator-beranda": ("statistik.yml", "beranda: [penduduk, ipm]", "beranda: [pendudk]", 'statistik.yml:4: beranda[1]: "pendudk" tidak ada di statistik_data/indikator. Maksud Anda "penduduk"?'),
    "produsen-ganda": (PENDUDUK, "produsen_lain: BPS", "produsen_lain: BPS\n  produsen: diskominfo-sp", "produsen dan produsen_lain tidak boleh bersama-sama; pilih satu."),
    "sumber-tanpa-alamat": ("sumber.yml", "    letak: perpustakaan, jilid 3\n", "", "sumber tanpa alamat. Tulis url, atau letak"),
}  # fmt: skip
"""What is wrong -> (file, what stands there, what is written instead, what is told)."""


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_figure_is_told_in_one_clear_line(spoil: Spoil, case: str) -> None:
    """File, line, what is wrong and what would be right; nothing else is told."""
    name, old, new, told = CASES[case]
    lines = spoil(name, old, new)
    assert [told in line for line in lines] == [True], lines
    assert lines[0].startswith(f"statistik_data/{name}:")


def test_every_mistake_is_told_at_once(region: Path) -> None:
    """One reading tells what is wrong in any of the files."""
    data = region / "statistik_data"
    (data / "indikator/penduduk.yml").write_text("nama: x\n", encoding="utf-8")
    (data / "indikator/Salah Nama.yml").write_text("nama: x\n", encoding="utf-8")
    (data / "profil.yml").unlink()
    (data / "satuan.yml").write_text("satuan: jiwa\n", encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_statistics(region, None)
    told = {(problem.berkas.rpartition("/")[2], problem.bagian) for problem in refused.value.problems}
    assert told >= {
        ("penduduk.yml", "kelompok"),
        ("penduduk.yml", "data"),
        ("Salah Nama.yml", ""),
        ("profil.yml", ""),
        ("satuan.yml", "satuan"),
    }


def test_names_of_agencies_and_sops_are_checked_against_the_registers(project: Path, region: Path) -> None:
    """What governs a page, and who produces data, is in the portal's own registers."""
    data = region / "statistik_data"
    for name, old, new in (
        ("statistik.yml", "kelompok:\n", "infografis: { sop: polewali-mandar/98 }\nkelompok:\n"),
        (PENDUDUK, "produsen_lain: BPS", "produsen: dinas-sosiall"),
        ("wilayah.yml", "nama: Hulu", "nama: Hulu\n    perangkat_daerah: kecamatan-hulu"),
    ):
        file = data / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_content(project)
    told = [str(problem) for problem in refused.value.problems]
    assert any(
        '"Kabupaten Contoh" bukan wilayah di portal.yml, "Kabupaten Polewali Mandar". Samakan keduanya.' in line
        for line in told
    )
    assert any('"polewali-mandar/98" tidak ada di daftar SOP.' in line for line in told)
    assert any(
        '"dinas-sosiall" tidak ada di register perangkat daerah. Maksud Anda "dinas-sosial"?' in line for line in told
    )
    assert any('"kecamatan-hulu" tidak ada di register perangkat daerah.' in line for line in told)


def test_the_example_to_copy_is_right(region: Path) -> None:
    """Copied as its own words say, with nothing changed but its source, the example has no mistake."""
    text = (ROOT / "statistik_data/contoh-indikator.yml").read_text(encoding="utf-8")
    text = text.replace("contoh-sumber", "bps").replace("kelompok: sektoral", "kelompok: makro")
    text = text.replace("satuan: unit", "satuan: jiwa")
    (region / "statistik_data/indikator/contoh.yml").write_text(text, encoding="utf-8")
    item = load_statistics(region, None).indicators["contoh"]
    assert [datum.keadaan for datum in item.data] == ["utama", "utama", "berbeda"]
    assert item.metadata.kode is None
