"""Complaints: how to bring them forward, figures from recaps, answers without persons."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from macros.content import load_content
from macros.layanan.content import load_layanan
from macros.layanan.labels import period_label
from macros.layanan.section import LayananSection
from macros.portal import Portal
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT, TODAY
from tests.layanan.conftest import Problems, replace
from tests.serving import copy_of_project

SAMPLE = ROOT / "layanan_data/contoh/aduan"


def test_the_guide_says_only_what_has_a_source(site: Site) -> None:
    """Each time limit and each channel leads to a step that names it, or to where it was read."""
    html = site.pages["layanan/aduan/index.md"].html
    guide = site.content.layanan.complaints.panduan
    assert guide
    for limit in guide.jangka_waktu:
        row = html.split(f'scope="row">{limit.nama}</th>')[1].split("</tr>")[0]
        assert f">{limit.paling_lama} {limit.satuan}</td>" in row
        assert all(f'href="#sumber-{source}"' in row for source in limit.sumber)
        assert limit.sop is None or f'href="../../sop/{limit.sop}/#langkah-{limit.langkah}"' in row
    for channel in guide.kanal:
        item = html.split(f"<strong>{channel.nama}</strong>")[1].split("</li>")[0]
        assert ("belum diverifikasi" in item) == (channel.keadaan == "belum diverifikasi")
    for source in guide.sumber.values():
        assert source.nama in html
    assert "18 hari dan 15 menit; 3 dari 10 langkah tanpa waktu" in html  # SOP 08, worked out


def test_the_page_has_every_step_of_its_sops(site: Site) -> None:
    """Of both offices."""
    html = site.pages["layanan/aduan/index.md"].html
    for sop in site.layanan.complaints.sops:
        for step in sop.langkah:
            assert f'href="../../sop/{sop.id}/#langkah-{step.no}"' in html


def test_the_old_address_leads_to_the_page(site: Site) -> None:
    """Where people may have kept it."""
    moves = {move.dari: move.tujuan for move in site.addressing().redirects.moves}
    assert moves["aduan/"] == "layanan/aduan/"
    assert "aduan/index.html" in {asset.alamat for asset in site.assets}


def rows(name: str) -> list[dict[str, str]]:
    """A sample recap, read here once more."""
    text = (SAMPLE / f"rekap/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_every_figure_comes_from_a_recap(samples: Site) -> None:
    """Totals, shares, charts and open data, worked out here a second time."""
    html = samples.pages["layanan/aduan/index.md"].html
    states = ("selesai", "diproses", "tidak_ditindaklanjuti")
    totals = {}
    for name, label in (("2025-semester-2", "Jul–Des 2025"), ("2026-semester-1", "Jan–Jun 2026")):
        sums = [sum(int(row[state]) for row in rows(name)) for state in states]
        totals[label] = sum(sums)
        cells = "".join(f'<td class="angka-kanan">{value}</td>' for value in (totals[label], *sums))
        share = f"{sums[0] * 100 / totals[label]:.1f}".rstrip("0").rstrip(".").replace(".", ",")
        assert f'<th scope="row">{label}</th>{cells}<td class="angka-kanan">{share}</td>' in html
    (office,) = samples.layanan.complaints.figures
    periods, categories = (figure.chart for figure in office.grafik)
    assert dict(zip(periods.kategori, periods.seri[0].nilai, strict=True)) == totals
    newest = sorted(rows("2026-semester-1"), key=lambda row: -sum(int(row[state]) for state in states))
    for state, series in zip(states, categories.seri, strict=True):
        assert list(series.nilai) == [int(row[state]) for row in newest]
    assert "Contoh: administrasi kependudukan (permintaan informasi)" in categories.kategori
    asset = next(asset for asset in samples.layanan.assets() if asset.alamat == "layanan/aduan/rekap.csv")
    published = list(csv.DictReader(io.StringIO(asset.isi.decode("utf-8-sig"))))
    assert len(published) == len(rows("2025-semester-2")) + len(rows("2026-semester-1"))
    assert sum(int(row["jumlah"]) for row in published) == sum(totals.values())


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        ((2026, 1, 1), (2026, 12, 31), "2026"),
        ((2026, 1, 1), (2026, 6, 30), "Jan–Jun 2026"),
        ((2024, 2, 1), (2024, 2, 29), "Februari 2024"),
        ((2025, 7, 1), (2026, 6, 30), "Jul 2025–Jun 2026"),
        ((2026, 1, 1), (2026, 1, 30), "1 Jan 2026–30 Jan 2026"),
    ],
)
def test_periods_have_short_names(start: tuple[int, int, int], end: tuple[int, int, int], label: str) -> None:
    """Whole months by their names, else both days."""
    assert period_label(date(*start), date(*end)) == label


RECAP = "kategori,jenis,selesai,diproses,tidak_ditindaklanjuti,median_hari"
FACTS = "instansi: mamuju\nmulai: 2026-01-01\nsampai: 2026-03-31\ndiambil: 2026-04-02\nsumber: Contoh\n"

REFUSED = [
    ("Jalan,aduan,1,2,0,", "2: median_hari: kosong, padahal 1 selesai. Isi median harinya."),
    ("Jalan,aduan,0,2,0,4", "2: median_hari: diisi, padahal belum ada yang selesai. Kosongkan."),
    ("Jalan,aduan,0,0,0,", '2: kategori: "Jalan" tanpa laporan. Hapus barisnya.'),
    ("Jalan,aduan,1,-1,0,4", '2: diproses: "-1" terlalu kecil; paling sedikit 0.'),
    ("Jalan,keluhan,1,0,0,4", '2: jenis: "keluhan" bukan pilihan yang ada. Pilihannya: aduan, aspirasi, permintaan informasi.'),
    ("Jalan,aduan,1,0,0,4\njalan,aduan,2,0,0,3", '3: kategori: "jalan" (aduan) sudah ada pada baris 2. Gabungkan.'),
    ("Laporan Bapak Contoh,aduan,1,0,0,4", '2: kategori: "Laporan Bapak Contoh" tampaknya memuat nama orang. Tulis pokoknya saja, tanpa data orang.'),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "message"), REFUSED)
def test_wrong_recaps_are_told(folder: Path, problems: Problems, lines: str, message: str) -> None:
    """File, line, column and what would be right."""
    recap = folder / "layanan_data/aduan/rekap"
    recap.mkdir(exist_ok=True)
    (recap / "2026-1.yml").write_text(FACTS, encoding="utf-8")
    (recap / "2026-1.csv").write_text(f"{RECAP}\n{lines}\n", encoding="utf-8")
    assert problems() == [f"aduan/rekap/2026-1.csv:{message}"]


def test_a_period_without_reports_is_no_period_without_recap(folder: Path, portal: Portal) -> None:
    """Headings alone say that nobody complained; half a day counts in a median."""
    recap = folder / "layanan_data/aduan/rekap"
    recap.mkdir(exist_ok=True)
    (recap / "2026-1.yml").write_text(f"{FACTS}terbit: 2026-04-03\n", encoding="utf-8")
    (recap / "2026-1.csv").write_text(f"{RECAP}\n", encoding="utf-8")
    page = next(page for page in LayananSection(load_layanan(folder, portal), portal, TODAY).complaints.pages())
    assert "Tidak ada laporan pada masa Jan–Mar 2026." in page.html
    (recap / "2026-1.csv").write_text(f"{RECAP}\nJalan,aduan,2,0,0,4.5\n", encoding="utf-8")
    page = next(page for page in LayananSection(load_layanan(folder, portal), portal, TODAY).complaints.pages())
    assert '<td class="angka-kanan">4,5</td>' in page.html


ANSWER = "aduan/jawaban/2026/lampu.md"


@pytest.fixture
def answer(folder: Path) -> Path:
    """The sample answer as a real one."""
    file = folder / "layanan_data" / ANSWER
    file.parent.mkdir(parents=True)
    file.write_bytes((SAMPLE / "jawaban/2026/lampu-jalan-dekat-pasar.md").read_bytes())
    return file


WRONG = [
    ("Contoh isi jawaban:", "Lampu di depan rumah Ibu Contoh,", "18: tampaknya memuat nama orang. Tulis pokoknya saja, tanpa data orang (UU 27/2022)."),
    ("Contoh isi jawaban:", "Hubungi 0812-3456-7890:", "18: tampaknya memuat nomor telepon. Tulis pokoknya saja, tanpa data orang (UU 27/2022)."),
    ("Contoh isi jawaban:", "Pelapor 7604012503900001:", "18: memuat NIK. Hapus angka itu: nomor ini memuat tanggal lahir orang."),
    ("[dinas-perhubungan]", "[dinas-perhubugan]", '9: perangkat_daerah[1]: "dinas-perhubugan" tidak ada di register perangkat daerah. Maksud Anda "dinas-perhubungan"?'),
    ("tanggal: 2026-05-20", "tanggal: 2025-05-20", "7: tanggal: tahunnya 2025, tetapi berkasnya di folder 2026. Samakan."),
    ("\nterbit: 2026-05-22", "\nterbit: 2026-05-19", "12: terbit: mendahului tanggal jawabannya. Periksa keduanya."),
    ("status: terbit", "status: ditarik", '11: status: status "ditarik" tanpa penarikan. Tulis penarikan dengan tanggal dan alasan.'),
    ("(https://www.lapor.go.id)", "(javascript:alert)", '23: isi: tautan "javascript:alert" tidak diizinkan. Alamat diawali https:// atau mailto:.'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_wrong_answers_are_told(answer: Path, problems: Problems, old: str, new: str, message: str) -> None:
    """Above all, no answer says who had asked."""
    replace(answer, old, new)
    assert problems() == [f"{ANSWER}:{message}"]


def test_a_street_may_be_named(answer: Path, problems: Problems) -> None:
    """It is what was mended."""
    replace(answer, "Contoh isi jawaban:", "Di Jl. Contoh:")
    assert problems() == []


def test_an_answer_has_its_page_and_a_withdrawn_one_its_reason(answer: Path, portal: Portal, folder: Path) -> None:
    """The text is gone, the address stays; a draft has neither."""
    section = LayananSection(load_layanan(folder, portal), portal, TODAY)
    pages = {page.alamat: page for page in section.pages()}
    assert "dua lampu diganti" in pages["layanan/aduan/jawaban/2026/lampu/"].html
    assert 'href="../../../../layanan/aduan/jawaban/2026/lampu/"' in pages["layanan/aduan/jawaban/2026/"].html
    governing = section.governing["layanan/aduan/jawaban/2026/lampu/"]
    assert governing == ("polewali-mandar/08", "polewali-mandar/09")  # not those of the other office
    (record,) = [record for record in section.records() if "jawaban" in record.alamat]
    assert "diganti" in record.tersirat
    replace(answer, "status: terbit", "status: ditarik\npenarikan: {tanggal: 2026-06-01, alasan: Keliru lokasi.}")
    section = LayananSection(load_layanan(folder, portal), portal, TODAY)
    html = next(page.html for page in section.pages() if page.alamat.endswith("/lampu/"))
    assert "Keliru lokasi." in html
    assert "dua lampu diganti" not in html
    (record,) = [record for record in section.records() if "jawaban" in record.alamat]
    assert record.tersirat == ""
    replace(answer, "status: ditarik", "status: draf")
    with pytest.raises(ContentError, match='ada penarikan, tetapi statusnya "draf"'):
        load_layanan(folder, portal)


def test_links_in_answers_are_checked_like_those_in_news(tmp_path: Path) -> None:
    """One that leads nowhere stops the build."""
    copy_of_project(ROOT, tmp_path / "proyek")
    file = tmp_path / "proyek" / "layanan_data/aduan/jawaban/2026/lampu.md"
    file.parent.mkdir(parents=True)
    text = (SAMPLE / "jawaban/2026/lampu-jalan-dekat-pasar.md").read_text(encoding="utf-8")
    file.write_text(text.replace("https://www.lapor.go.id", "/layanan/adan/"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        Site(load_content(tmp_path / "proyek"), TODAY).check()
    assert str(caught.value) == (
        'layanan_data/aduan/jawaban/2026/lampu.md:23: isi: tautan "/layanan/adan/" tidak ada di portal. '
        'Maksud Anda "/layanan/aduan/"?'
    )
