"""The pages of figures: each figure with its source and its year, and every number as the data have it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import html as lxml_html

from macros.content import Content, load_content
from macros.pages import Asset, FileAsset
from macros.site import Site
from macros.statistik.content import load_statistics
from macros.statistik.section import StatisticsSection
from tests.conftest import ROOT, TODAY

DATA = ROOT / "statistik_data"


def raw(name: str) -> Any:
    """A data file as plain text values, read apart from the portal's own code."""
    return yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


INDICATORS = {file.stem: raw(f"indikator/{file.name}") for file in sorted((DATA / "indikator").glob("*.yml"))}
SOURCES = raw("sumber.yml")["sumber"]
TERRITORY = raw("wilayah.yml")


def written(value: str) -> str:
    """A number as Indonesians write it."""
    whole, _, part = value.partition(".")
    part = part.rstrip("0")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", whole)
    return f"{grouped},{part}" if part else grouped


def short(source: str) -> str:
    """The short name of a source."""
    return str(SOURCES[source].get("singkat") or SOURCES[source]["penerbit"])


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, Any]:
    """The section's pages, parsed, by address."""
    return {page.alamat: lxml_html.fromstring(f"<div>{page.html}</div>") for page in site.statistics.pages()}


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """The section's files, by address."""
    return {
        asset.alamat: asset.letak.read_bytes() if isinstance(asset, FileAsset) else asset.isi
        for asset in site.statistics.assets()
    }


def words(node: Any) -> str:
    """The text of an element, blanks made one."""
    return " ".join(node.text_content().split())


ITEMS = {"li", "tr", "div", "p", "figure"}
"""Elements that are one such unit, alone or in a list."""

YEAR = re.compile(r"\b(19|20)\d\d\b")
FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+ (?:persen|jiwa|km|kecamatan|desa|kelurahan|pulau)")
"""What reads as a figure: grouped thousands, decimals, or a number with its unit."""


def figures_of(page: Any) -> Iterator[tuple[str, Any]]:
    """Every text with a figure in it, and its element; lists of sources, metadata and prose of notes are none."""
    skipped = "daftar-sumber", "isi-halaman", "remah"
    for node in page.iter():
        if not isinstance(node.tag, str) or any(
            kelas in skipped for parent in (node, *node.iterancestors()) for kelas in parent.get("class", "").split()
        ):
            continue
        for text in (node.text, *(child.tail for child in node)):
            if text and FIGURE.search(text):
                yield text.strip(), node


def evidence(node: Any) -> str:
    """The words of the smallest unit around an element that tells year and source, or of the outermost section."""
    for parent in (node, *node.iterancestors()):
        text = words(parent)
        if parent.tag in ITEMS and YEAR.search(text) and any(name in text for name in NAMES):
            return text
        if parent.tag == "section" and not any(above.tag == "section" for above in parent.iterancestors()):
            return text
    return ""


NAMES = tuple(short(source) for source in SOURCES)


def test_every_figure_on_every_page_has_a_source_and_a_year(pages: dict[str, Any]) -> None:
    """What reads as a figure stands in a unit, at most a section, that names a year and a source of the register."""
    count = 0
    for address, page in pages.items():
        for text, node in figures_of(page):
            told = evidence(node)
            assert YEAR.search(told), f"{address}: no year for {text!r}"
            assert any(name in told for name in NAMES), f"{address}: no source for {text!r}"
            count += 1
    assert count > 300


def test_every_headline_and_fact_names_its_own_year_and_source(pages: dict[str, Any]) -> None:
    """Not only its section: the figure's own line does."""
    for address, page in pages.items():
        for kelas in ("nilai-terkini", "kalimat"):
            for node in page.find_class(kelas):
                text = words(node)
                if FIGURE.search(text) and "dari" not in text.split()[:3]:
                    assert YEAR.search(text), f"{address}: {text}"
                    assert any(name in text for name in NAMES), f"{address}: {text}"
        for row in (
            row for table in page.find_class("tabel-angka") for row in table.iter("tr") if row.find("td") is not None
        ):
            year = words(row.find("th"))
            assert YEAR.fullmatch(year) or ("tidak disebut" in year and YEAR.search(words(row))), words(row)
            assert any(name in words(row[-1]) for name in NAMES)


@pytest.mark.parametrize("id_", INDICATORS)
def test_tables_and_files_have_every_figure_as_written(
    id_: str, pages: dict[str, Any], files: dict[str, bytes]
) -> None:
    """Value, year, mark and sources of each, in the page's table and in its CSV."""
    data = INDICATORS[id_]
    table = pages[f"infografis/{id_}/"].find_class("tabel-angka")[0]
    head = [words(cell) for cell in table.iter("th") if cell.get("scope") == "col"]
    value, note, source = (
        next(i for i, name in enumerate(head) if name.startswith(start)) for start in ("Nilai", "Keterangan", "Sumber")
    )
    shown = [[words(cell) for cell in row] for row in table.iter("tr")][1:]
    expected = [
        (d.get("tahun", "tidak disebut"), written(d["nilai"]), "; ".join(short(s) for s in d["sumber"]))
        for d in (*data["data"], *data.get("tanpa_tahun", ()))
    ]
    assert sorted((row[0], row[value], row[source]) for row in shown) == sorted(expected)
    marked = [d for d in data["data"] if d.get("keadaan", "utama") != "utama"]
    assert sum(row[note].startswith(("berbeda", "diragukan")) for row in shown) == len(marked)
    rows = list(csv.DictReader(io.StringIO(files[f"infografis/{id_}/{id_}.csv"].decode("utf-8-sig"))))
    assert [(row["tahun"], Decimal(row["nilai"])) for row in rows] == [
        (d.get("tahun", ""), Decimal(d["nilai"])) for d in (*data["data"], *data.get("tanpa_tahun", ()))
    ]


@pytest.mark.parametrize("id_", INDICATORS)
def test_the_headline_is_the_newest_figure_to_use(id_: str, pages: dict[str, Any]) -> None:
    """Never one that differs or is in doubt; without one the page says so."""
    main = [d for d in INDICATORS[id_]["data"] if d.get("keadaan", "utama") == "utama" and "wilayah" not in d]
    shown = pages[f"infografis/{id_}/"].find_class("nilai-terkini")
    if not main:
        assert not shown or "kecamatan" in words(shown[0])
        return
    newest = max(main, key=lambda d: int(d["tahun"]))
    assert words(shown[0]).startswith(f"{written(newest['nilai'])} ")
    assert newest["tahun"] in words(shown[0])


@pytest.mark.parametrize("id_", INDICATORS)
def test_a_chart_has_its_table_its_source_and_its_file_or_says_why_not(
    id_: str, pages: dict[str, Any], files: dict[str, bytes]
) -> None:
    """Drawn values are those of the table; a refused chart gives its reason in its place."""
    page = pages[f"infografis/{id_}/"]
    figures = [figure for figure in page.iter("figure") if figure.get("id") == f"grafik-{id_}"]
    if not figures:
        assert "Tidak digambar: " in words(page)
        assert f"infografis/{id_}/{id_}.svg" not in files
        return
    drawn = {words(text) for text in figures[0].iter("text") if text.get("class") == "nilai"}
    assert drawn <= {written(d["nilai"]) for d in INDICATORS[id_]["data"]}
    assert "Sumber: " in words(figures[0])
    assert YEAR.search(words(figures[0]))
    assert files[f"infografis/{id_}/{id_}.svg"].startswith(b"<?xml")


def test_series_that_must_not_be_joined_are_not(site: Site) -> None:
    """No line of a chart passes from one series to another, nor over a year without a figure, nor through a doubt."""
    for view in site.statistics.views.values():
        figure = view.figur
        if figure is None or figure.chart.jenis != "garis":
            continue
        for number, series in enumerate(figure.chart.seri, 1):
            lines = [
                dict(e.atribut)["points"]
                for e in figure.gambar.elemen
                if e.tag == "polyline" and e.kelas.endswith(f"seri-{number}")
            ]
            known = [value is not None and not series.diragukan(i) for i, value in enumerate(series.nilai)]
            runs = re.findall("11+", "".join("01"[one] for one in known))
            assert [line.count(",") for line in lines] == [len(run) for run in runs], view.item.id


def test_districts_and_villages_are_counted_from_their_list(pages: dict[str, Any], files: dict[str, bytes]) -> None:
    """Counts on both pages, the table's rows and the CSV agree with the data; the census adds up to the whole."""
    districts = TERRITORY["kecamatan"]
    villages = [village for district in districts for village in district["wilayah"]]
    desa = sum(village["jenis"] == "desa" for village in villages)
    told = f"{len(districts)} kecamatan, {desa} desa dan {len(villages) - desa} kelurahan"
    assert told in words(pages["selayang-pandang/"])
    page = pages["selayang-pandang/kecamatan/"]
    assert told in words(page)
    table = page.get_element_by_id("tabel").getparent().find_class("tabel")[0]
    rows = [[words(cell) for cell in row] for row in table.iter("tr")]
    census = {d["wilayah"]: d["nilai"] for d in INDICATORS["penduduk-kecamatan"]["data"] if d["tahun"] == "2010"}
    for row, district in zip(rows[1:-1], districts, strict=True):
        kinds = [village["jenis"] for village in district["wilayah"]]
        assert row[1].startswith(district["nama"])
        assert row[2:7] == [district["kode"], district["kode_bps"], str(kinds.count("desa")), str(kinds.count("kelurahan")), written(census[district["kode"]])]  # fmt: skip
    assert rows[-1][4:6] == [str(desa), str(len(villages) - desa)]
    whole = next(d for d in INDICATORS["penduduk"]["data"] if d["tahun"] == "2010" and "keadaan" not in d)
    assert sum(map(int, census.values())) == int(whole["nilai"])
    listed = list(csv.DictReader(io.StringIO(files["selayang-pandang/kecamatan/wilayah.csv"].decode("utf-8-sig"))))
    assert [(row["kode"], row["nama"], row["jenis"]) for row in listed] == [
        (v["kode"], v["nama"], v["jenis"]) for v in villages
    ]


def test_the_profile_says_all_that_the_sources_say(pages: dict[str, Any]) -> None:
    """Every fact, and every differing one beside it, with year and sources."""
    text = words(pages["selayang-pandang/"])
    units = {unit["nama"]: unit.get("lambang", unit["nama"]) for unit in raw("satuan.yml")["satuan"]}
    statements = 0
    for chapter in raw("profil.yml")["bagian"]:
        for fact in chapter.get("fakta", ()):
            for said in (fact, *fact.get("berbeda", ())):
                number = f"{written(said['nilai'])} {units[said['satuan']]}" if "nilai" in said else ""
                told = said.get("teks") or said.get("kode") or number
                origin = " · ".join(filter(None, (said.get("tahun"), "; ".join(short(s) for s in said["sumber"]))))
                assert f"{' '.join(told.split())} {origin}" in text
                statements += 1
        for event in chapter.get("peristiwa", ()):
            assert event["teks"] in text
    assert statements > 50


def test_open_data_keep_their_schema_and_every_figure(files: dict[str, bytes]) -> None:
    """JSON with null where nothing is laid down; one CSV with all figures."""
    whole = json.loads(files["infografis/indikator.json"])
    jsonschema.validate(whole, json.loads(files["infografis/indikator.schema.json"]))
    by_id = {item["id"]: item for item in whole["indikator"]}
    assert set(by_id) == set(INDICATORS)
    for id_, data in INDICATORS.items():
        values = [Decimal(str(figure["nilai"])) for figure in by_id[id_]["data"]]
        assert values == [Decimal(d["nilai"]) for d in (*data["data"], *data.get("tanpa_tahun", ()))]
        assert by_id[id_]["metadata"]["kode"] is None
    rows = list(csv.DictReader(io.StringIO(files["infografis/indikator.csv"].decode("utf-8-sig"))))
    assert len(rows) == sum(len(item["data"]) for item in whole["indikator"])
    assert all(row["satuan"] and row["sumber"] for row in rows)


def test_every_source_is_used_and_told_in_full(pages: dict[str, Any]) -> None:
    """No source is registered for nothing, and a page that cites one ends with it in full, its address included."""
    told: set[str] = set()
    for address, page in pages.items():
        listed = {
            item.get("id").removeprefix("sumber-")
            for item in page.iter("li")
            if (item.get("id") or "").startswith("sumber-")
        }
        linked = {link.removeprefix("#sumber-") for _, _, link, _ in page.iterlinks() if link.startswith("#sumber-")}
        assert linked <= listed, address
        told |= listed
    assert told == set(SOURCES)


def test_unknown_metadata_are_said_to_be_unknown(pages: dict[str, Any]) -> None:
    """As many fields read "belum ditetapkan" as are empty in the data; nothing is filled in."""
    fields = [
        "kode",
        "konsep",
        "definisi",
        "interpretasi",
        "metode",
        "klasifikasi_penyajian",
        "komposit",
        "pembangun",
        "level_estimasi",
        "akses_umum",
        "referensi_waktu",
        "periode",
    ]
    for id_, data in INDICATORS.items():
        meta = data.get("metadata", {})
        empty = sum(not meta.get(field) for field in fields) + (not (meta.get("produsen") or meta.get("produsen_lain")))
        assert words(pages[f"infografis/{id_}/"]).count("belum ditetapkan") == empty, id_


def test_each_part_says_which_sop_governs_it(pages: dict[str, Any]) -> None:
    """The SOP's number stands in the data and leads to its page."""
    settings = raw("statistik.yml")
    for address, part in (
        ("selayang-pandang/", "selayang_pandang"),
        ("selayang-pandang/kecamatan/", "selayang_pandang"),
        ("infografis/", "infografis"),
        ("infografis/ipm/", "infografis"),
    ):
        links = [link for _, _, link, _ in pages[address].iterlinks()]
        assert any(link.endswith(f"sop/{settings[part]['sop']}/") for link in links), address


def test_the_home_page_shows_the_newest_figures(site: Site) -> None:
    """Those that the data choose, each with value, unit, year and source."""
    page = lxml_html.fromstring(site.pages["index.md"].html)
    items = [words(item) for item in page.find_class("angka-daerah")[0]]
    for item, id_ in zip(items, raw("statistik.yml")["beranda"], strict=True):
        main = [d for d in INDICATORS[id_]["data"] if d.get("keadaan", "utama") == "utama"]
        newest = max(main, key=lambda d: int(d["tahun"]))
        assert item.startswith(INDICATORS[id_]["nama"])
        assert f"{written(newest['nilai'])} {INDICATORS[id_]['satuan']} {newest['tahun']}" in item
        assert short(newest["sumber"][0]) in item


@pytest.mark.usefixtures("region")
def test_another_office_puts_in_its_own_folder(project: Path, content: Content) -> None:
    """Another region's data make that region's pages; the code names none, and nothing of this one is left."""
    settings = project / "portal.yml"
    text = settings.read_text(encoding="utf-8").replace("Kabupaten Polewali Mandar", "Kabupaten Contoh")
    settings.write_text(text, encoding="utf-8")
    section = Site(load_content(project), TODAY).statistics
    texts = {page.alamat: f"{page.judul} {page.html}" for page in section.pages()}
    assert set(texts) == {"selayang-pandang/", "selayang-pandang/kecamatan/", "infografis/", *(f"infografis/{id_}/" for id_ in ("penduduk", "ipm", "miskin", "penduduk-kecamatan"))}  # fmt: skip
    assert "Kabupaten Contoh" in texts["selayang-pandang/"]
    own = content.statistics.territory
    assert own is not None
    named = [own.singkat, *(district.nama for district in own.kecamatan)]
    assert not [name for text in texts.values() for name in named if re.search(rf"\b{name}\b", text)]
    code = [
        *(ROOT / "macros/statistik").rglob("*.*"),
        *(ROOT / "macros/charts").rglob("*.py"),
        *(ROOT / "macros/templates/statistik").rglob("*.html"),
    ]
    assert not [file.name for file in code if file.suffix in (".py", ".html", ".css") and re.search(r"polewali|mamuju|polman", file.read_text(encoding="utf-8"), re.IGNORECASE)]  # fmt: skip


def test_without_figures_the_pages_say_so(project: Path) -> None:
    """An office that has no data yet has the pages all the same, and the files of open data with their headings."""
    section = Site(load_content(project), TODAY).statistics
    assert [page.alamat for page in section.pages()] == ["selayang-pandang/", "infografis/"]
    assert all("Belum ada angka yang dimuat" in page.html for page in section.pages())
    assert (list(section.records()), list(section.printables("hari ini"))) == ([], [])
    files = {asset.alamat: asset.isi.decode("utf-8-sig") for asset in section.assets() if isinstance(asset, Asset)}
    assert json.loads(files.pop("infografis/indikator.json")) == {
        "wilayah": None, "kode_wilayah": None, "indikator": [], "sumber": [],
    }  # fmt: skip
    del files["infografis/indikator.schema.json"]
    assert sorted(files) == ["infografis/indikator.csv", "selayang-pandang/kecamatan/wilayah.csv"]
    assert all(len(list(csv.DictReader(io.StringIO(text)))) == 0 for text in files.values())


def test_hostile_words_in_the_data_stay_words(region: Path, content: Content) -> None:
    """Markup in a name is shown, not run; a cell that begins like a formula is made inert."""
    for name, old, new in (
        ("indikator/ipm.yml", "nama: Indeks Pembangunan Manusia", "nama: '<script>alert(1)</script>'"),
        ("indikator/ipm.yml", "catatan: Disebut tanpa tahun.", "catatan: '=HYPERLINK(1)'"),
        ("wilayah.yml", "singkat: Contoh", "singkat: '<b>Contoh</b>'"),
    ):
        file = region / "statistik_data" / name
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    portal = content.portal
    section = StatisticsSection(load_statistics(region, None), portal)
    for page in section.pages():
        assert "<script>alert" not in page.html
        assert "<b>Contoh" not in page.html
    listed = next(asset for asset in section.assets() if asset.alamat == "infografis/ipm/ipm.csv")
    assert b"'=HYPERLINK" in getattr(listed, "isi", b"")


def test_printed_documents_are_linked_when_they_are_there(content: Content, tmp_path: Path) -> None:
    """Booklet, sheet and picture; without them no page leads to them."""
    names = ("selayang-pandang/selayang-pandang.pdf", "infografis/infografis.pdf", "infografis/infografis.png")
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"cetak")
    with_papers = Site(content, TODAY, tmp_path)
    linked = {link.split("../")[-1] for page in ("selayang-pandang", "infografis") for _, _, link, _ in lxml_html.fromstring(with_papers.pages[f"{page}/index.md"].html).iterlinks()}  # fmt: skip
    assert set(names) <= linked
    assert {asset.alamat for asset in with_papers._papers()} == set(names)
    plain = "".join(Site(content, TODAY).pages[f"{page}/index.md"].html for page in ("selayang-pandang", "infografis"))
    assert not [name for name in names if name in plain]
