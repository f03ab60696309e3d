"""The catalogue and its pages: every dataset is there, every page says which SOP governs it, nothing is made up."""

from __future__ import annotations

import json
import re
from dataclasses import replace as changed
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator

from macros.content import load_content
from macros.portal import Portal
from macros.satu_data.content import SatuData
from macros.satu_data.export import dataset_json
from macros.satu_data.opendata import OpenDataset
from macros.satu_data.section import PREVIEW
from macros.schema import schema_text
from macros.search import text_of
from macros.site import Site
from macros.statistik.content import Statistics
from macros.statistik.datasets import datasets
from tests.conftest import ROOT, TODAY
from tests.satu_data.conftest import Read, Replace

FIXED = {"satu-data/", "satu-data/kalender/", "satu-data/pemenuhan/", "data-award/", "publikasi/buku-statistik/"}


def test_every_dataset_has_a_page(site: Site) -> None:
    """The catalogue is the indicators and the list of districts, each with a page and its two files."""
    ids = [item.id for item in datasets(site.content.statistics)]
    made = {page.alamat for page in site.satu_data.pages()}
    assert made == FIXED | {f"satu-data/{id_}/" for id_ in ids}
    files = {asset.alamat for asset in site.assets}
    for entry in site.satu_data.entries.values():
        assert {entry.dataset.csv, entry.json_url} <= files
    catalogue = site.pages["satu-data/index.md"].html
    assert all(f'href="../satu-data/{id_}/"' in catalogue for id_ in ids)


def test_every_page_names_the_sops_that_govern_it(site: Site, portal: Portal) -> None:
    """The mapping for other pages is what the page itself says, and both come from the data."""
    settings = site.content.satu_data.settings
    governing = site.satu_data.governing
    assert governing["data-award/"] == settings.data_award.sop
    for page in site.satu_data.pages():
        assert governing[page.alamat]
        for id_ in governing[page.alamat]:
            assert f"/sop/{id_}/" in page.html
            assert portal.sops[id_].nama in text_of(page.html)


def test_pages_of_figures_name_theirs_in_the_same_shape(site: Site) -> None:
    """The profile and the charts give the same kind of mapping, and no address is given twice."""
    figures = site.statistics.governing
    assert figures["selayang-pandang/"] == ("polewali-mandar/26",)
    assert figures["infografis/penduduk/"] == ("polewali-mandar/27",)
    assert not figures.keys() & site.satu_data.governing.keys()
    assert {f"{address}index.md" for address in (*figures, *site.satu_data.governing)} <= site.pages.keys()


def test_pages_without_sops(replace: Replace, read: Read) -> None:
    """A region whose SOPs do not speak of it shows no SOP."""
    replace("satu-data.yml", "{ sop: [polewali-mandar/24] }", "{}")
    section = read()
    assert "data-award/" not in section.governing
    assert "SOP yang mengatur" not in next(p for p in section.pages() if p.alamat == "data-award/").html


def test_preview_tells_year_and_source(site: Site) -> None:
    """Every row of every preview has its year and at least one source."""
    for entry in site.satu_data.entries.values():
        html = site.pages[f"{entry.url}index.md"].html
        preview = html.split('<h2 id="pratinjau">')[1].split("</section>")[0]
        rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", preview)
        if entry.indikator:
            assert 0 < len(rows) <= PREVIEW
            assert all(re.match(r"\d{4}</th>", row) and 'href="#sumber-' in row for row in rows)
        else:
            assert f"Data {entry.dataset.tahun[0]}." in preview


def test_unknown_metadata_stay_open(read: Read) -> None:
    """What nobody has laid down is said to be open, field by field, in all three kinds of metadata."""
    html = next(page for page in read().pages() if page.alamat == "satu-data/ipm/").html
    for name in ("Definisi", "Blok IV. Desain kegiatan", "Kode indikator", "Periode"):
        assert re.search(rf"<dt>{name}</dt><dd><span class=\"kosong\">belum ditetapkan</span>", html), name
    assert "tidak dapat dihitung: periodenya belum ditetapkan" in html


def test_activity_and_variables_are_shown(replace: Replace, read: Read) -> None:
    """MS-Keg and MS-Var stand on the page and in the JSON once they are written."""
    written = (
        "  konsep: Penduduk\n  kegiatan: { judul: Sensus contoh }\n  variabel: [{ nama: Umur, tipe_data: bilangan }]"
    )
    replace("indikator/penduduk.yml", "  konsep: Penduduk", written)
    section = read()
    html = next(page for page in section.pages() if page.alamat == "satu-data/penduduk/").html
    assert "<dd>Sensus contoh</dd>" in html
    assert "<h4>Umur</h4>" in html
    whole = json.loads(dataset_json(section.entries["penduduk"], section.figures.statistics))
    assert whole["kegiatan"]["judul"] == "Sensus contoh"
    assert whole["variabel"][0]["tipe_data"] == "bilangan"


def test_json_keeps_its_schema(site: Site) -> None:
    """Each dataset's JSON is what the schema says, and holds every figure with its sources."""
    validator = Draft202012Validator(json.loads(schema_text(OpenDataset)))
    files = {asset.alamat: asset for asset in site.satu_data.assets()}
    for entry in site.satu_data.entries.values():
        whole = json.loads(files[entry.json_url].isi)
        assert not list(validator.iter_errors(whole))
        item = entry.indikator
        assert len(whole["data"]) == (len(item.data) + len(item.tanpa_tahun) if item else 0)
        known = {source["id"] for source in whole["sumber"]}
        assert all(datum["sumber"] and set(datum["sumber"]) <= known for datum in whole["data"])
    assert len(json.loads(files["satu-data/wilayah/wilayah.json"].isi)["wilayah"]) == 167


@pytest.mark.parametrize("address", ["", "https://contoh.example/portal/"])
def test_dcat_is_a_catalogue_of_all(address: str, site: Site) -> None:
    """Every dataset with its title and two files; identifiers are whole where the site's address is known."""
    section = Site(site.content, TODAY, address=address).satu_data
    whole = json.loads(next(asset for asset in section.assets() if asset.alamat == "satu-data/katalog.jsonld").isi)
    base = "https://contoh.example/portal/"
    read = [urljoin(f"{base}satu-data/katalog.jsonld", node["@id"]) for node in whole["dcat:dataset"]]
    assert read == [f"{base}{entry.url}#dataset" for entry in section.entries.values()]
    files = {asset.alamat for asset in site.assets}
    for node in whole["dcat:dataset"]:
        assert node["dct:title"]["@value"]
        addresses = [item["dcat:downloadURL"]["@id"] for item in node["dcat:distribution"]]
        assert len(addresses) == 2
        assert {urljoin(f"{base}satu-data/katalog.jsonld", item).removeprefix(base) for item in addresses} <= files


def test_search_engines_are_told(read: Read) -> None:
    """The page carries schema.org's Dataset with its years, place and files."""
    html = next(page for page in read().pages() if page.alamat == "satu-data/penduduk/").html
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    facts = json.loads(block)
    assert (facts["@type"], facts["name"], facts["temporalCoverage"]) == ("Dataset", "Jumlah penduduk", "2019/2024")
    assert facts["spatialCoverage"]["name"] == "Kabupaten Contoh"
    assert [file["contentUrl"] for file in facts["distribution"]] == [
        "https://contoh.example/infografis/penduduk/penduduk.csv",
        "https://contoh.example/satu-data/penduduk/penduduk.json",
    ]


def test_search_finds_datasets(site: Site) -> None:
    """Each dataset is one record of its own kind, and found once; the pages beside them are found, too."""
    found = [record for record in site.records if record.alamat.startswith("satu-data/")]
    kinds = {record.alamat: record.jenis for record in found}
    assert len(kinds) == len(found)
    assert all(kinds[entry.url] == "dataset" for entry in site.satu_data.entries.values())
    assert kinds["satu-data/kalender/"] == "halaman"


def test_agencies_know_their_datasets(replace: Replace, read: Read) -> None:
    """What an agency produces can be shown on its own page."""
    replace("indikator/penduduk.yml", "produsen_lain: BPS", "produsen: dinas-sosial")
    section = read()
    (link,) = section.by_agency["dinas-sosial"]
    assert (link.teks, link.url) == ("Jumlah penduduk", "satu-data/penduduk/")
    assert section.by_agency.keys() == {"dinas-sosial"}


def test_samples_are_marked_and_off() -> None:
    """Made-up lists and scores are marked wherever they are shown; without being asked no page shows any."""
    marked = Site(load_content(ROOT, samples=True), TODAY)
    plain = Site(load_content(ROOT), TODAY)
    for address in ("satu-data/pemenuhan/index.md", "data-award/index.md"):
        assert "<strong>Contoh.</strong>" in marked.pages[address].html
        assert "ontoh " not in text_of(plain.pages[address].html)
        assert 'class="kosong"' in plain.pages[address].html


def test_without_figures_pages_are_empty(site: Site) -> None:
    """A project without figures has the pages all the same, and they say what is missing."""
    bare = changed(site.content, statistics=Statistics(), satu_data=SatuData())
    pages = {page.alamat: page.html for page in Site(bare, TODAY).satu_data.pages()}
    assert pages.keys() == FIXED
    assert "Belum ada dataset." in pages["satu-data/"]
    assert "Belum ada kriteria yang dimuat" in pages["data-award/"]
    assert "belum ada buku yang dapat disusun" in pages["publikasi/buku-statistik/"]
