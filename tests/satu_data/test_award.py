"""The award: its arithmetic is done again here, by hand and from the data."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from macros.content import load_content
from macros.satu_data.award import Ranking
from macros.satu_data.section import SatuDataSection
from macros.site import Site
from tests.conftest import ROOT, TODAY
from tests.satu_data.conftest import Read, Replace


def page_of(section: SatuDataSection) -> str:
    """The award's page."""
    return next(page for page in section.pages() if page.alamat == "data-award/").html


def test_totals_and_ranks(read: Read) -> None:
    """Weight times score, rounded, added up; equal totals share a rank and the next one counts all before it."""
    newest = read().rankings[0]
    told = [(item.peringkat, item.total.perangkat_daerah.id, item.total.jumlah) for item in newest.urutan]
    assert newest.tahun == 2024
    assert told == [
        (1, "dinas-sosial", Decimal("77.67")),  # 45 + 22.665 rounded to 22.67 + 10
        (2, "dinas-kesehatan", Decimal(75)),
        (2, "dinas-perhubungan", Decimal(75)),
        (4, "kecamatan-wonomulyo", Decimal("10.00")),
    ]


def recount(ranking: Ranking) -> None:
    """Every total and every rank follow from weights and scores."""
    weights = {item.id: item.bobot for item in ranking.kriteria.kriteria}
    assert sum(weights.values()) == 100
    totals = {}
    for item in ranking.urutan:
        points = (weights[p.kriteria.id] * p.nilai / 100 for p in item.total.angka)
        cent = Decimal("0.01")
        totals[item.total.perangkat_daerah.id] = sum((p.quantize(cent, ROUND_HALF_UP) for p in points), Decimal(0))
    for item in ranking.urutan:
        own = totals[item.total.perangkat_daerah.id]
        assert item.total.jumlah == own
        assert item.peringkat == 1 + sum(other > own for other in totals.values())


def test_samples_are_counted_again() -> None:
    """The rankings that the samples show can be reproduced, the portal's own count included."""
    section = Site(load_content(ROOT, samples=True), TODAY).satu_data
    rankings = [*section.rankings, *([section.counted] if section.counted else [])]
    assert len(rankings) == 3
    for ranking in rankings:
        recount(ranking)


def test_own_count(read: Read) -> None:
    """Dinas Sosial: 2 of 4 sets of data, 7 of 20 fields, 2 of 4 with the period before."""
    counted = read().counted
    assert counted
    social = next(item for item in counted.urutan if item.total.perangkat_daerah.id == "dinas-sosial").total
    assert [(points.bukti, points.nilai) for points in social.angka] == [
        ("2 dari 4", Decimal(50)),
        ("7 dari 20", Decimal(35)),
        ("2 dari 4", Decimal(50)),
    ]
    assert social.jumlah == Decimal("45.5")


def test_no_own_count_of_what_only_a_jury_can_judge(replace: Replace, read: Read) -> None:
    """One criterion without a measure of the portal, and nothing is counted."""
    replace("data-award/kriteria-2024.yml", ", ukuran: kesinambungan", "")
    section = read()
    assert section.counted is None
    assert "Belum dapat dihitung" in page_of(section)


def test_page_shows_the_arithmetic(read: Read) -> None:
    """The formula, each product, each sum, the source of the scores, and the ranks of all years."""
    html = page_of(read())
    assert "50% × data tersedia + 30% × standar data terisi + 20% × kesinambungan" in html
    assert "30% × 75,55 = 22,67" in html
    assert "45 + 22,67 + 10 = <strong>77,67</strong>" in html
    assert "Contoh keputusan (2025)" in html
    assert "Ditetapkan 1 Juni 2025" in html
    assert "Usulan, belum ditetapkan." in html
    assert "riwayat" in html
    assert "<tr><th scope=\"row\">Dinas Perhubungan</th><td class=\"angka-kanan\">2</td><td class=\"angka-kanan\">–</td></tr>" in html  # fmt: skip


def test_laid_down_criteria_name_their_source(replace: Replace, read: Read) -> None:
    """A formula that was laid down is no proposal."""
    source = "sumber:\n  - { penerbit: Contoh keputusan, letak: lemari, tahun: 2024, diakses: 2026-11-21 }"
    replace("data-award/kriteria-2024.yml", "usulan: Contoh alasan.", source)
    html = page_of(read())
    assert "Ditetapkan untuk 2024" in html
    assert "Usulan" not in html


def test_real_award_is_empty_and_its_formula_a_proposal(site: Site) -> None:
    """No result is made up; the formula says that nobody has laid it down."""
    html = page_of(site.satu_data)
    assert "Belum ada hasil Data Award yang dimuat." in html
    assert "Usulan, belum ditetapkan." in html
    assert "tidak menyebut isinya" in " ".join(html.split())
    assert not site.satu_data.rankings
