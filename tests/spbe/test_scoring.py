"""Scores and ranks of websites: every number that a page prints is worked out anew from the data."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from typing import Any

import pytest

from macros.models.registers import Agency
from macros.portal import Portal
from macros.spbe.content import Spbe
from macros.spbe.section import SpbeSection
from macros.spbe.situs.measures import MEASURES, measured
from macros.spbe.situs.models import Criterion, Seen
from macros.spbe.situs.scoring import AgencyScore, CriterionScore, ranking
from tests.conftest import TODAY

LAST = "contoh-2025-2"


@pytest.fixture(scope="session")
def section(shown: Spbe, portal: Portal) -> SpbeSection:
    """The part of the site with its samples."""
    return SpbeSection(shown, portal, TODAY)


@pytest.fixture(scope="session")
def pages(section: SpbeSection) -> Mapping[str, str]:
    """Address -> the page's words."""
    return {page.alamat: words(page.html) for page in section.pages()}


@pytest.fixture(scope="session")
def files(section: SpbeSection) -> Mapping[str, str]:
    """Address -> the file's text."""
    return {asset.alamat: asset.isi.decode("utf-8-sig") for asset in section.assets()}


def words(page: str) -> str:
    """The text of a page, blanks collapsed."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def number(value: Decimal) -> str:
    """As pages print it."""
    return f"{value.normalize():f}".replace(".", ",")


def seen(**changes: Any) -> Seen:
    """A site without faults, or with something changed."""
    values = {
        "perangkat_daerah": "contoh", "situs": "https://dinas.contoh.go.id/", "diperiksa": "2026-06-10", "kode": 200,
        "alamat_akhir": "https://dinas.contoh.go.id/", "https": "ya", "umpan": "https://dinas.contoh.go.id/feed",
        "umpan_terbaru": "2026-06-01", "tautan_diperiksa": 20, "akses_lolos": "bahasa judul",
    }  # fmt: skip
    return Seen.model_validate({**values, **changes})


def criterion(measure: str) -> Criterion:
    """A criterion that uses a measure."""
    steps = [{"hari": 30, "nilai": 100}, {"hari": 90, "nilai": 50}] if measure == "umpan-terbaru" else []
    return Criterion.model_validate(
        {
            "id": "contoh",
            "nama": "Contoh",
            "bobot": 10,
            "cara": "mesin",
            "penjelasan": "Contoh",
            "asal": "Contoh",
            "ukuran": measure,
            "ambang": steps,
        }
    )


CLOSED = {"kode": None, "alasan": "tidak menjawab dalam 15 detik"}


@pytest.mark.parametrize(
    ("measure", "changes", "score", "proof"),
    [
        ("terbuka", {}, 100, "terbuka, jawaban 200"),
        ("terbuka", CLOSED, 0, "tidak menjawab dalam 15 detik"),
        ("terbuka", {"kode": 404, "alasan": "halaman tidak ada"}, 0, "jawaban 404: halaman tidak ada"),
        ("https", {}, 100, "terbuka dengan https dan sertifikat yang sah"),
        ("https", {"https": "tidak"}, 0, "tidak terbuka dengan https"),
        ("https", CLOSED, 0, "halaman depan tidak terbuka"),
        ("domain-go-id", {}, 100, "dinas.contoh.go.id"),
        ("domain-go-id", {"situs": "https://dinas.blogspot.com"}, 0, "dinas.blogspot.com"),
        ("domain-go-id", {"situs": "https://palsu-go.id"}, 0, "palsu-go.id"),
        ("domain-go-id", CLOSED, 100, "dinas.contoh.go.id"),
        ("umpan-terbaru", {}, 100, "isi terbaru 1 Juni 2026, 9 hari sebelum diperiksa"),
        ("umpan-terbaru", {"umpan_terbaru": "2026-05-11"}, 100, "isi terbaru 11 Mei 2026, 30 hari sebelum diperiksa"),
        ("umpan-terbaru", {"umpan_terbaru": "2026-05-10"}, 50, "isi terbaru 10 Mei 2026, 31 hari sebelum diperiksa"),
        ("umpan-terbaru", {"umpan_terbaru": "2025-06-10"}, 0, "isi terbaru 10 Juni 2025, 365 hari sebelum diperiksa"),
        ("umpan-terbaru", {"umpan": None}, None, "halaman depan tidak menyebut umpan (RSS atau Atom)"),
        ("umpan-terbaru", {"umpan_terbaru": None}, None, "umpan tidak memuat tanggal"),
        ("tautan-hidup", {"tautan_rusak": 3}, 85, "3 dari 20 tautan rusak"),
        ("tautan-hidup", {"tautan_diperiksa": 0}, None, "halaman depan tidak memuat tautan yang dapat diperiksa"),
        ("aksesibilitas", {"akses_gagal": "isi-utama"}, "66.67", "2 dari 3 pemeriksaan lolos; belum: isi-utama"),
        ("aksesibilitas", {"akses_lolos": None}, None, "halaman depan bukan HTML yang dapat dibaca"),
        ("aksesibilitas", {"robots": "dilarang"}, None, "robots.txt meminta mesin tidak membaca situs ini"),
    ],
)  # fmt: skip
def test_a_measure_tells_its_score_and_its_proof(
    measure: str, changes: dict[str, Any], score: int | str | None, proof: str
) -> None:
    """Closed sites get nothing but their domain; what nobody can see is left to people."""
    found = measured(seen(**changes), criterion(measure))
    assert (found.nilai, found.bukti) == (None if score is None else Decimal(score), proof)


def test_every_measure_is_used_by_the_form(shown: Spbe) -> None:
    """No measure without a criterion, in the form that the portal proposes."""
    (form,) = shown.forms.values()
    assert {item.ukuran for item in form.kriteria if item.ukuran} == set(MEASURES)


def test_the_same_sum_shares_a_place_and_the_next_is_left_out() -> None:
    """1, 2, 2, 4; names in order where sums are the same."""
    sums = {"Dinas Satu": 50, "Dinas Dua": 80, "Dinas Tiga": 80, "Dinas Empat": 90}
    weight = criterion("https").model_copy(update={"bobot": Decimal(100)})
    scores = [
        AgencyScore(
            Agency(id="contoh", nama=name, jenis="dinas", status_nama="contoh"),
            (CriterionScore(weight, Decimal(points), "mesin", "", None),),
            None,
        )
        for name, points in sums.items()
    ]
    places = [(item.peringkat, item.nilai.perangkat_daerah.nama, item.bersama) for item in ranking(scores)]
    assert places == [(1, "Dinas Empat", False), (2, "Dinas Dua", True), (2, "Dinas Tiga", True), (4, "Dinas Satu", False)]  # fmt: skip


def test_printed_sums_are_the_weights_times_the_scores(
    shown: Spbe, pages: Mapping[str, str], files: Mapping[str, str]
) -> None:
    """Weights of the form times the published scores, rounded as printed, make every sum and the mean."""
    weights = {item.id: item.bobot for item in shown.forms["usulan-2026"].kriteria}
    rows = list(csv.DictReader(io.StringIO(files[f"pemantauan-situs/periode/{LAST}/nilai.csv"])))
    sums: dict[str, Decimal] = {}
    unknown = set()
    for row in rows:
        if not row["nilai"]:
            unknown.add(row["perangkat_daerah"])
            continue
        points = (weights[row["kriteria"]] * Decimal(row["nilai"]) / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
        assert points == Decimal(row["poin"])
        sums[row["perangkat_daerah"]] = sums.get(row["perangkat_daerah"], Decimal(0)) + points
    complete = {agency: total for agency, total in sums.items() if agency not in unknown}
    ranked = list(csv.DictReader(io.StringIO(files[f"pemantauan-situs/periode/{LAST}/peringkat.csv"])))
    assert {row["perangkat_daerah"]: Decimal(row["nilai"]) for row in ranked} == complete
    assert [row["peringkat"] for row in ranked] == ["1", "2", "2", "4", "5", "6"]
    for agency, total in complete.items():
        assert f"= {number(total)} " in pages[f"pemantauan-situs/perangkat-daerah/{agency}/"]
    mean = (sum(complete.values()) / len(complete)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert number(mean) in pages["pemantauan-situs/"]
    assert {row["contoh"] for row in rows + ranked} == {"ya"}


def test_who_judged_is_told_for_every_score(pages: Mapping[str, str]) -> None:
    """A machine or a person, on which day, and from what; a person's word in a machine's place is marked."""
    fog = pages["pemantauan-situs/perangkat-daerah/contoh-badan-kabut/"]
    assert "Tautan tidak rusak 58,33 10 × 58,33% = 5,83 mesin, 10 Desember 2025 5 dari 12 tautan rusak" in fog
    assert "Isi diperbarui 0 15 × 0% = 0 orang, menggantikan mesin, 10 Desember 2025 Contoh: berita terakhir" in fog
    assert "Profil dan struktur organisasi 50 8 × 50% = 4 orang, 10 Desember 2025 ada sebagian" in fog


def test_what_is_not_complete_has_no_place(pages: Mapping[str, str]) -> None:
    """A site that forbids machines waits for people, and says for what."""
    period = pages[f"pemantauan-situs/periode/{LAST}/"]
    assert "1 situs belum diberi peringkat" in period
    assert "Contoh Kecamatan Senja : belum Halaman depan terbuka, Sambungan aman (HTTPS), Domain go.id" in period
    own = pages["pemantauan-situs/perangkat-daerah/contoh-kecamatan-senja/"]
    assert "dari bobot 27 yang sudah dinilai" in own
    assert "robots.txt meminta mesin tidak membaca situs ini" in own


def test_follow_up_is_counted_and_what_is_late_is_told(pages: Mapping[str, str]) -> None:
    """On the day of the build; a recommendation without a day is never late."""
    period = pages[f"pemantauan-situs/periode/{LAST}/"]
    assert "1 dari 4 rekomendasi selesai, 2 lewat tenggat pada 21 November 2026." in period
    assert period.count("lewat tenggat") == 3
    assert "Contoh: pindah ke domain go.id Domain go.id tidak ditetapkan berjalan Contoh" in period


def test_samples_are_marked_everywhere_and_stay_away_unless_asked_for(
    shown: Spbe, portal: Portal, pages: Mapping[str, str], site: Any
) -> None:
    """Each page made from samples says so; the public site has none, and says that nothing was judged."""
    made = [address for address in pages if "periode/" in address or "/perangkat-daerah/" in address]
    assert len(made) == 2 + len(shown.sample_agencies)
    assert [address for address in made if "Contoh, bukan yang sebenarnya." not in pages[address]] == []
    public = [page.alamat for page in site.pages.values() if page.alamat.startswith(("pemantauan-situs/", "spbe/"))]
    assert [address for address in public if "contoh" in address] == []
    assert "Belum ada hasil pemantauan situs yang dimuat" in words(site.pages["pemantauan-situs/index.md"].html)
    assert not shown.sample_agencies.keys() & portal.agencies.keys()


def test_the_blank_form_has_a_row_for_every_present_agency(files: Mapping[str, str], portal: Portal) -> None:
    """Former agencies have no site to judge; a machine's criteria need no column."""
    rows = list(csv.DictReader(io.StringIO(files["pemantauan-situs/formulir/usulan-2026.csv"])))
    assert [row["perangkat_daerah"] for row in rows] == list(portal.present_agencies)
    assert list(rows[0]) == [
        "perangkat_daerah", "tanggal", "profil", "kontak", "informasi-publik", "infografis-foto-video", "catatan",
    ]  # fmt: skip


def test_every_page_says_which_sop_governs_it(section: SpbeSection) -> None:
    """The ids stand in the data; the mapping covers every page, and the page links the SOP."""
    pages = {page.alamat: page.html for page in section.pages()}
    assert section.governing.keys() == pages.keys()
    for address, ids in section.governing.items():
        assert ids, address
        assert [id_ for id_ in ids if f"sop/{id_}/" not in pages[address]] == [], address
    assert section.governing["pemantauan-situs/"] == ("polewali-mandar/07",)
    assert section.governing["spbe/kebijakan/contoh-lama/"] == ("polewali-mandar/10",)


def test_a_period_under_way_is_called_so(shown: Spbe, portal: Portal) -> None:
    """Its ranking is provisional, and the overview shows the last period that is over."""
    *older, newest = shown.periods
    running = newest.isi.model_copy(update={"status": "berlangsung", "diumumkan": None})
    changed = type(newest)(
        newest.id, running, newest.formulir, newest.terlihat, newest.dinilai, newest.tindak_lanjut, contoh=True
    )
    spbe = type(shown)(
        shown.settings, shown.sources, shown.index, {}, shown.activities, shown.forms, (*older, changed), shown.sample_agencies
    )  # fmt: skip
    section = SpbeSection(spbe, portal, date(2026, 7, 1))
    pages = {page.alamat: words(page.html) for page in section.pages()}
    assert "Peringkat masih sementara." in pages[f"pemantauan-situs/periode/{newest.id}/"]
    assert section.sites.newest
    assert section.sites.newest.periode.id == LAST
