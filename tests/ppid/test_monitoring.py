"""Monitoring and self-assessment: what counts as old, missing or unreachable, and what it is worth."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from macros.content import Content
from macros.dates import months_later
from macros.models.registers import Agency
from macros.ppid.assessment import assess
from macros.ppid.emonev import load_assessment
from macros.ppid.figures import ServiceFigures
from macros.ppid.measures import MEASURES, Evidence
from macros.ppid.models.information import Information
from macros.ppid.models.links import LinkReport, LinkResult
from macros.ppid.monitoring import Monitoring, is_stale, monitor
from macros.ppid.monitoring_pages import AssessmentPages, MonitoringPages
from macros.ppid.reporting import load_reporting
from macros.reading import Reader
from tests.conftest import ROOT, TODAY
from tests.ppid.test_register import REQUESTS, WEEKDAYS

RESULT = LinkResult(
    url="https://contoh.id/rusak", tanggal=date(2026, 11, 1), keadaan="rusak", kode=404, alasan="halaman tidak ada"
)
AGENCIES = {
    name: Agency(id=name, nama=name.capitalize(), jenis="dinas", status_nama="contoh") for name in ("satu", "dua", "tiga")
}  # fmt: skip


def entry(id_: str, **changes: Any) -> Information:
    """A published entry without faults, or with something changed."""
    values: dict[str, Any] = {
        "judul": f"Contoh {id_}", "ringkasan": "Contoh", "kategori": "berkala", "perangkat_daerah": "satu", "status": "terbit",
        "terbit": "2026-10-01", "penanggung_jawab": "Contoh", "bentuk": "softcopy", "retensi": "Contoh",
        "dibuat": {"waktu": "2026", "tempat": "Contoh"}, "id": id_, "nama_berkas": f"{id_}.yml",
    }  # fmt: skip
    return Information.model_validate({**values, **changes})


ENTRIES = (
    entry("rapi"),
    entry("lama", terbit="2026-05-20", retensi=None, disimpulkan={"kategori": "tebakan"}),
    entry("tautan", kategori="setiap saat", tautan={"url": "https://contoh.id/rusak"}),
    entry("lain", perangkat_daerah="dua", tautan={"url": "https://contoh.id/baru", "jenis": "menyebut dokumen"}),
)


@pytest.fixture
def monitoring() -> Monitoring:
    """Four entries of two agencies; a third has none."""
    return monitor(ENTRIES, AGENCIES, {RESULT.url: RESULT}, {"rapi": ("Contoh temuan",)}, TODAY)


@pytest.mark.parametrize(
    ("renewed", "months", "later"),
    [
        (date(2026, 5, 20), 6, date(2026, 11, 20)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_months_end_where_the_calendar_does(renewed: date, months: int, later: date) -> None:
    """The last day of a month stands for the days it has not."""
    assert months_later(renewed, months) == later


@pytest.mark.parametrize(
    ("changes", "stale"),
    [
        ({"terbit": "2026-05-20"}, True),
        ({"terbit": "2026-05-21"}, False),
        ({"terbit": "2026-05-20", "kategori": "setiap saat"}, False),
        ({"terbit": "2025-01-01", "perubahan": [{"tanggal": "2026-06-01", "uraian": "Contoh"}]}, False),
    ],
)
def test_periodic_information_is_old_after_six_months(changes: dict[str, Any], stale: bool) -> None:
    """Six months to the day is in time; only periodic information has to be renewed; a change renews."""
    assert is_stale(entry("contoh", **changes), TODAY) is stale


def test_every_agency_is_counted(monitoring: Monitoring) -> None:
    """Most work first; agencies without entries apart; totals over all."""
    assert [(r.perangkat_daerah.id, r.jumlah, r.masalah) for r in monitoring.perangkat_daerah] == [
        ("satu", 3, 5),
        ("dua", 1, 0),
    ]
    assert [agency.id for agency in monitoring.kosong] == ["tiga"]
    total = monitoring.jumlah
    assert total.kategori == {"berkala": 3, "serta merta": 0, "setiap saat": 1}
    assert (total.belum_ditetapkan, total.basi, total.tidak_lengkap, total.rusak, total.tidak_diketahui, total.temuan) == (1, 1, 1, 1, 1, 1)  # fmt: skip
    assert [review.butir.id for review in monitoring.perangkat_daerah[0].butir] == ["lama", "rapi", "tautan"]


def test_pages_say_what_is_to_be_done(monitoring: Monitoring) -> None:
    """A table with totals, a page for each agency with entries, and the day of the last check."""
    made = MonitoringPages(monitoring, {RESULT.url: RESULT}, TODAY)
    pages = {page.alamat: page.html for page in made.pages()}
    assert list(pages) == ["ppid/monitoring/", "ppid/monitoring/satu/", "ppid/monitoring/dua/"]
    assert "Tautan terakhir diperiksa 1 November 2026." in pages["ppid/monitoring/"]
    assert '<li id="tiga">Tiga</li>' in pages["ppid/monitoring/"]
    own = " ".join(re.sub(r"<[^>]+>", " ", pages["ppid/monitoring/satu/"]).split())
    for text in (
        "rusak (404): halaman tidak ada, 1 November 2026",
        "lewat 6 bulan",
        "retensi",
        "belum ditetapkan",
        "Contoh temuan",
    ):
        assert text in own
    assert "belum diperiksa" in pages["ppid/monitoring/dua/"]


def test_without_a_check_nothing_is_called_broken() -> None:
    """What was not asked is not known."""
    made = MonitoringPages(monitor(ENTRIES, AGENCIES, {}, {}, TODAY), {}, TODAY)
    html = next(made.pages()).html
    assert "<strong>belum diperiksa</strong>" in html
    assert made.monitoring.jumlah.rusak == 0
    assert made.monitoring.jumlah.tidak_diketahui == 2


def test_empty_list_has_a_page_without_a_chart() -> None:
    """No entries: said so."""
    made = MonitoringPages(monitor((), AGENCIES, {}, {}, TODAY), {}, TODAY)
    (page,) = made.pages()
    assert "Belum ada informasi publik yang diumumkan." in page.html
    assert "<svg" not in page.html


def evidence(monitoring: Monitoring, **changes: Any) -> Evidence:
    """Evidence of a portal that has everything."""
    values: dict[str, Any] = {
        "monitoring": monitoring,
        "halaman": {"ppid/daftar/", "ppid/permohonan/"},
        "pengecualian": 0,
        "layanan": ServiceFigures(REQUESTS, WEEKDAYS, TODAY),
        "laporan": (2025, True),
    }
    return Evidence(**{**values, **changes})


@pytest.mark.parametrize(
    ("name", "share", "proof"),
    [
        ("kolom-lengkap", "0.75", "3 dari 4 butir"),
        ("kategori-ditetapkan", "0.75", "3 dari 4 butir"),
        ("berkala-terbaru", "0.67", "2 dari 3 butir berkala"),
        ("dokumen-tersedia", "0.25", "1 dari 4 butir"),
        ("tautan-terbuka", "0.00", "0 dari 2 tautan"),
        ("perangkat-daerah-terwakili", "0.67", "2 dari 3 perangkat daerah"),
        ("dip-terbit", "1.00", "Daftar Informasi Publik ada di portal"),
        ("dik-terbit", "0.00", "belum ada butir dikecualikan"),
        ("formulir-tersedia", "0.50", "1 dari 2 formulir ada di portal"),
        ("register-terbit", "1.00", "register ada di portal"),
        ("jawaban-tepat-waktu", "0.40", "2 dari 5 permohonan"),
        ("laporan-terbit", "1.00", "laporan 2025 ada di portal"),
    ],
)
def test_a_measure_tells_its_share_and_its_proof(monitoring: Monitoring, name: str, share: str, proof: str) -> None:
    """Every measure, counted by hand."""
    found = MEASURES[name](evidence(monitoring))
    assert found.bagian.quantize(Decimal("0.01")) == Decimal(share)
    assert found.bukti == proof


def test_every_measure_is_worth_nothing_without_evidence() -> None:
    """An empty portal scores 0, measure by measure, and is no error."""
    empty = evidence(monitor((), {}, {}, {}, TODAY), halaman=(), layanan=None, laporan=(2025, False))
    assert {name: measured(empty).bagian for name, measured in MEASURES.items()} == dict.fromkeys(MEASURES, Decimal(0))


def test_the_score_is_the_sum_shown(monitoring: Monitoring, content: Content) -> None:
    """Weight times mean, rounded, added up; the real criteria make 100."""
    criteria = content.ppid.reporting.assessment.kriteria[2025]
    assert [item.bobot for item in criteria.unsur] == [40, 20, 10, 10, 10, 10]
    scored = assess(criteria, evidence(monitoring))
    assert [str(item.nilai) for item in scored.unsur] == ["24.17", "2.50", "7.50", "7.00", "8.33", "5.00"]
    assert (str(scored.nilai), scored.predikat) == ("54.50", "Kurang Informatif")


@pytest.mark.parametrize(
    ("score", "band"),
    [("100", "Informatif"), ("90", "Informatif"), ("89.99", "Menuju Informatif"), ("80", "Menuju Informatif"), ("79.99", "Cukup Informatif"), ("60", "Cukup Informatif"), ("40", "Kurang Informatif"), ("39.99", "Tidak Informatif"), ("0", "Tidak Informatif")],
)  # fmt: skip
def test_bands_begin_at_their_limit(content: Content, score: str, band: str) -> None:
    """From 90, 80, 60, 40 and below."""
    assert content.ppid.reporting.assessment.kriteria[2025].band(Decimal(score)) == band


CRITERIA = (ROOT / "ppid_data/e-monev/kriteria-2025.yml").read_text(encoding="utf-8")


def mistakes(folder: Path, name: str, text: str) -> list[str]:
    """What the checker says of one file of the self-assessment."""
    file = folder / "ppid_data/e-monev" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    reader = Reader(folder)
    load_assessment(reader, file.parent, MEASURES)
    return [
        str(problem)
        for problem in (*reader.problems, *(p for loaded in reader.files.values() for p in loaded.problems))
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("bobot: 40", "bobot: 30", "unsur: jumlah bobot 90, seharusnya tepat 100."),
        ("bobot: 40", "bobot: banyak", 'unsur[1].bobot: "banyak" bukan bilangan.'),
        ("ukuran: kolom-lengkap", "ukuran: kolom-lengkp", 'unsur[3].indikator[1].ukuran: "kolom-lengkp" bukan ukuran portal. Maksud Anda "kolom-lengkap"?'),
        ("batas: 80", "batas: 95", "predikat: batas predikat harus menurun"),
        ("batas: 0", "batas: 10", "predikat: batas predikat harus menurun tanpa kembar, dan yang terakhir 0."),
        ("nama: Digitalisasi", "nama: Jenis informasi", 'unsur[2].nama: "Jenis informasi" sudah menjadi unsur lain.'),
    ],
)  # fmt: skip
def test_wrong_criteria_are_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """A score from wrong weights is worse than none."""
    assert old in CRITERIA
    found = mistakes(tmp_path, "kriteria-2025.yml", CRITERIA.replace(old, new))
    assert len(found) == 1
    assert message in found[0]


SOURCE = "sumber: {nama: Contoh, url: 'https://contoh.id', dibaca: 2026-01-01}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"resmi:\n  - {{tahun: 2025, nilai: 101, predikat: Contoh, {SOURCE}}}", 'resmi[1].nilai: "101" terlalu besar'),
        ("resmi:\n  - {tahun: 2025, nilai: 75, predikat: Contoh}", "resmi[1].sumber: wajib ada"),
        (f"resmi:\n  - {{tahun: 2025, nilai: 7, predikat: A, {SOURCE}}}\n  - {{tahun: 2025, nilai: 8, predikat: A, {SOURCE}}}", "resmi[2].tahun: nilai tahun 2025 sudah ada."),
        ("mandiri:\n  - {tahun: 2025}", "mandiri[1].tahun: kunci ini tidak dikenal"),
        ("mandiri:\n  - {tanggal: 2026-02-01, nilai: 1}\n  - {tanggal: 2026-01-01, nilai: 2}", "mandiri: tanggal tidak urut"),
    ],
)  # fmt: skip
def test_wrong_results_are_told(tmp_path: Path, text: str, message: str) -> None:
    """No score without its source, none twice."""
    assert any(message in problem for problem in mistakes(tmp_path, "hasil.yml", text))


def test_page_marks_its_measures_as_its_own_and_is_honest_about_history(
    content: Content, monitoring: Monitoring
) -> None:
    """The reader is told what is official; without official scores the page says so."""
    assessment = content.ppid.reporting.assessment
    (page,) = AssessmentPages(assessment, evidence(monitoring), TODAY).pages()
    assert "Ukuran portal, bukan nilai resmi Komisi Informasi." in page.html
    assert "40 × 60,42% = <strong>24,17</strong>" in page.html
    assert "24,17 + 2,5 + 7,5 + 7 + 8,33 + 5 = <strong>54,5</strong>" in page.html
    assert "Belum ada nilai resmi yang dimuat." in page.html
    assert "<svg" not in page.html


def test_history_is_shown_with_its_source(tmp_path: Path, monitoring: Monitoring) -> None:
    """Official scores by year with their source; own ones by day."""
    text = f"resmi:\n  - {{tahun: 2024, nilai: 61.5, predikat: Cukup Informatif, {SOURCE}}}\nmandiri:\n  - {{tanggal: 2026-06-30, nilai: 40}}\n"
    file = tmp_path / "ppid_data/e-monev/hasil.yml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assessment = load_assessment(Reader(tmp_path), file.parent, MEASURES)
    made = AssessmentPages(assessment, evidence(monitoring), TODAY)
    (page,) = made.pages()
    assert "61,5" in page.html
    assert 'href="https://contoh.id"' in page.html
    assert "Belum ada kriteria E-Monev" in page.html
    assert [asset.alamat for asset in made.assets()] == [
        "ppid/e-monev/grafik/resmi.csv",
        "ppid/e-monev/grafik/mandiri.csv",
    ]


def test_saved_links_are_read_and_a_double_is_told(tmp_path: Path) -> None:
    """The file that the check writes is checked like any other."""
    data = tmp_path / "ppid_data"
    data.mkdir()
    one = "  - {url: 'https://contoh.id/', tanggal: 2026-11-01, keadaan: terbuka, kode: 200}\n"
    (data / "tautan.yml").write_text("hasil:\n" + one + one, encoding="utf-8")
    reader = Reader(tmp_path)
    links = load_reporting(reader, data, None).links
    assert [str(problem) for problem in reader.problems] == ["ppid_data/tautan.yml:3: hasil[2].url: alamat ini sudah ada di atasnya; hapus salah satu."]  # fmt: skip
    assert LinkReport(hasil=tuple(links.values())).hasil[0].kode == 200
