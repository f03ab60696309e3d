"""Policies, regulations in time and the maturity index: what a page prints stands in the data, with source and year."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

import pytest

from macros.charts.view import Figure
from macros.portal import Portal
from macros.site import Site
from macros.spbe.content import Spbe
from macros.spbe.section import SpbeSection
from macros.spbe.timeline import ended, of_sops, stories, years
from tests.conftest import TODAY
from tests.spbe.test_scoring import words


@pytest.fixture(scope="session")
def pages(site: Site) -> Mapping[str, str]:
    """Address -> the words of each page of this part, as the public sees it."""
    return {page.alamat: words(page.html) for page in site.spbe.pages()}


@pytest.fixture(scope="session")
def files(site: Site) -> Mapping[str, bytes]:
    """Address -> each file of this part."""
    return {asset.alamat: asset.isi for asset in site.spbe.assets()}


def test_every_value_of_the_index_is_printed_with_its_year_and_sources(site: Site, pages: Mapping[str, str]) -> None:
    """As announced, with all decimals; each source by name."""
    spbe = site.content.spbe
    page = pages["spbe/indeks/"]
    assert len(spbe.index.nilai) >= 6
    for value in spbe.index.nilai:
        assert re.search(
            rf"{value.tahun} {re.escape(value.tertulis)} {value.predikat or 'tidak disebut sumber'} ", page
        )
        assert [id_ for id_ in value.sumber if spbe.sources[id_].penerbit not in page] == []
        if value.target:
            assert f"{value.target.tertulis} " in page.partition(f"{value.tahun} {value.tertulis} ")[2]
            assert f"Sumber target: {spbe.sources[value.target.sumber[0]].penerbit}" in page
    assert "Belum ada nilai Pemdi yang dimuat." in page
    newest = max(spbe.index.nilai, key=lambda value: value.tahun)
    assert f"Indeks SPBE {newest.tahun}, skala 1 sampai 5 {newest.tertulis}" in pages["spbe/"]


def test_the_chart_has_every_year_and_the_same_values(site: Site, files: Mapping[str, bytes]) -> None:
    """Each framework has its own chart; a year without a value would stay empty; the CSV says the same."""
    (chart,) = [item.grafik for item in site.spbe.policies.measured if item.grafik]
    assert isinstance(chart, Figure)
    values = {str(value.tahun): value.nilai for value in site.content.spbe.index.nilai}
    assert dict(zip(chart.chart.kategori, chart.chart.seri[0].nilai, strict=True)) == values
    lines = files["spbe/indeks/grafik/spbe.csv"].decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(values)


def test_a_year_without_a_value_is_a_gap(site: Site) -> None:
    """Years in between are not joined as if they were known."""
    spbe = site.content.spbe
    kept = tuple(value for value in spbe.index.nilai if value.tahun in (2021, 2024))
    changed = Spbe(spbe.settings, spbe.sources, spbe.index.model_copy(update={"nilai": kept}))
    (chart,) = [
        item.grafik for item in SpbeSection(changed, site.content.portal, TODAY).policies.measured if item.grafik
    ]
    assert chart.chart.kategori == ("2021", "2022", "2023", "2024")
    assert chart.chart.seri[0].nilai[1:3] == (None, None)
    assert chart.baris[1] == ("2022", ("tidak ada data",))


def test_the_index_as_open_data(site: Site, files: Mapping[str, bytes]) -> None:
    """Frameworks, values and sources."""
    data = json.loads(files["spbe/indeks.json"])
    assert [(item["tahun"], item["nilai"]) for item in data["nilai"]] == [
        (value.tahun, str(value.nilai)) for value in site.content.spbe.index.nilai
    ]
    assert {id_ for item in data["nilai"] for id_ in item["sumber"]} <= data["sumber"].keys()


def test_the_index_is_the_same_among_the_figures_of_the_region(site: Site) -> None:
    """Infographics and this part tell one series: the same years and values."""
    figures = site.content.statistics.indicators["indeks-spbe"]
    told = {item.tahun: item.nilai for item in figures.data}
    assert told == {value.tahun: value.nilai for value in site.content.spbe.index.nilai if value.kerangka == "spbe"}


def test_which_regulation_replaced_which_comes_from_the_register(site: Site, pages: Mapping[str, str]) -> None:
    """Direct changes, what became of those in turn, and conclusions marked."""
    page = pages["spbe/peraturan/"]
    assert "2019 PP 71/2019 mencabut Peraturan Pemerintah Nomor 82 Tahun 2012" in page
    assert "2026 PermenPANRB 8/2026 (Evaluasi Kinerja Pemerintah Digital) mencabut PermenPANRB 59/2020" in page
    assert "menggantikan Peraturan Menteri PANRB Nomor 5 Tahun 2018 † disimpulkan" in page
    own, _, others = page.rpartition("Satu per satu")[2].partition("Peraturan lain yang berubah")
    assert "Peraturan BSSN 6/2021" in others
    cited = {
        basis.peraturan
        for id_ in ("polewali-mandar/10", "polewali-mandar/11", "polewali-mandar/12")
        for basis in site.content.portal.sops[id_].dasar_hukum
        if basis.peraturan
    }
    assert [id_ for id_ in cited if site.content.portal.regulations[id_].nama not in own] == []


def test_sops_made_after_their_basis_ended_are_told(portal: Portal, pages: Mapping[str, str]) -> None:
    """The year of the end against the year of making: as many on the page as the data say."""
    story = next(story for story in stories(portal) if story.peraturan.id == "pp-82-2012")
    assert (ended(story.peraturan), story.berakhir) == (2019, 2019)
    late = {
        sop.id
        for sop in portal.sops.values()
        if any(basis.peraturan == "pp-82-2012" for basis in sop.dasar_hukum)
        and sop.tanggal.pembuatan
        and sop.tanggal.pembuatan >= date(2019, 1, 1)
    }
    assert late == {sop.id for sop in story.sop if sop.lambat}
    assert f"{len(story.sop)} SOP berdiri di atasnya : Peraturan Pemerintah Nomor 82 Tahun 2012 ; {len(late)} dibuat" in pages["spbe/peraturan/"]  # fmt: skip


def test_the_timeline_holds_every_making_and_every_change_once(portal: Portal) -> None:
    """The newest year first."""
    found = stories(portal)
    timeline = years(found)
    assert [year.tahun for year in timeline] == sorted({year.tahun for year in timeline}, reverse=True)
    assert sum(len(year.dibuat) for year in timeline) == len(portal.regulations)
    assert sum(len(year.peristiwa) for year in timeline) == sum(len(story.peristiwa) for story in found)
    assert of_sops(found, ()) == ()


def test_without_policies_the_page_says_so_and_not_that_there_are_none(pages: Mapping[str, str]) -> None:
    """What is not in the portal may exist all the same."""
    assert "Belum ada kebijakan SPBE yang dimuat di portal ini." in pages["spbe/kebijakan/"]
    assert "Itu tidak berarti tidak ada" in pages["spbe/kebijakan/"]


def test_a_policy_tells_its_state_its_basis_and_what_it_replaced(shown: Spbe, portal: Portal) -> None:
    """From the samples; each is marked."""
    made = {page.alamat: words(page.html) for page in SpbeSection(shown, portal, TODAY).policies.pages()}
    new, old = made["spbe/kebijakan/contoh-tata-kelola/"], made["spbe/kebijakan/contoh-lama/"]
    assert "Contoh Peraturan Bupati Nomor 0 Tahun 2026 tentang Contoh tata kelola Contoh, bukan yang sebenarnya." in new
    assert "Status berlaku" in new
    assert "1 Juni 2025: rancangan. Contoh naskah disampaikan ke Bagian Hukum." in new
    assert "Menggantikan Contoh Peraturan Bupati Nomor 00 Tahun 2019" in new
    assert "Peraturan Presiden Nomor 95 Tahun 2018" in new
    assert "Dicabut oleh Contoh Peraturan Bupati Nomor 0 Tahun 2026" in old
    assert "Digantikan Contoh Peraturan Bupati Nomor 0 Tahun 2026" in old


def test_activities_have_their_source(site: Site, pages: Mapping[str, str]) -> None:
    """Each with its day and who told of it."""
    for activity in site.content.spbe.activities.kegiatan:
        assert activity.nama in pages["spbe/kegiatan/"]
        assert all(site.content.spbe.sources[id_].penerbit in pages["spbe/kegiatan/"] for id_ in activity.sumber)


def test_an_empty_part_has_pages_that_say_so(portal: Portal) -> None:
    """No data at all, and still every page."""
    made = {page.alamat: words(page.html) for page in SpbeSection(Spbe(), portal, TODAY).pages()}
    assert set(made) == {
        "pemantauan-situs/", "pemantauan-situs/metode/", "spbe/", "spbe/kebijakan/", "spbe/kegiatan/", "spbe/peraturan/",
        "spbe/indeks/",
    }  # fmt: skip
    assert "Belum ada formulir yang dimuat." in made["pemantauan-situs/metode/"]
    assert "Belum ada kerangka indeks yang dimuat." in made["spbe/indeks/"]
    assert "Belum ada nilai indeks yang dimuat." in made["spbe/"]
    assert "Belum ada kegiatan yang dimuat di portal ini." in made["spbe/kegiatan/"]
