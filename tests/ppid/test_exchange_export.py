"""The list as JSON, CSV, XLSX and DCAT: complete, described, without drafts, the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from macros.portal import Portal
from macros.ppid.exchange.columns import COLUMNS
from macros.ppid.exchange.dcat import dcat_jsonld
from macros.ppid.exchange.dip_csv import dip_csv, inert, restored
from macros.ppid.exchange.dip_json import dip_json
from macros.ppid.exchange.dip_xlsx import dip_xlsx, template_xlsx
from macros.ppid.exchange.selection import PublishedFile, Selection
from macros.ppid.models.opendata import OpenInformationList
from macros.schema import schema_text
from macros.site import Site
from tests.ppid.exchange_examples import WITHDRAWN, entry, public, selection

ADDRESS = "https://contoh.go.id/"
DOCUMENT = PublishedFile("ppid/informasi/contoh/contoh.pdf", 1234, "ab" * 32, "application/pdf")


def records(chosen: Selection) -> list[dict[str, Any]]:
    """`dip.json`, read back and held against its schema."""
    data = json.loads(dip_json(chosen))
    schema = json.loads(schema_text(OpenInformationList))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    return list(data["informasi"])


def csv_rows(chosen: Selection) -> list[dict[str, str]]:
    """`dip.csv`, read back as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(dip_csv(chosen).decode("utf-8-sig"), newline="")))


def test_drafts_and_entries_of_tomorrow_never_leave(portal: Portal) -> None:
    """Only what is published by today is in any file; not even its id is named by another entry."""
    chosen = selection(
        portal,
        entry("draf-rahasia", status="draf", judul="Rahasia"),
        entry("besok", terbit="2026-11-22", judul="Rahasia"),
        entry("kini", terbit="2026-11-21", diganti_oleh="draf-rahasia"),
        entry("lama", diganti_oleh="kini"),
    )
    assert [item["id"] for item in records(chosen)] == ["kini", "lama"]
    assert [item["diganti_oleh"] for item in records(chosen)] == [None, "kini"]
    unpacked = zipfile.ZipFile(io.BytesIO(dip_xlsx(chosen)))
    sheets = b"".join(unpacked.read(name) for name in unpacked.namelist())
    for content in (dip_json(chosen), dip_csv(chosen), dcat_jsonld(chosen), sheets):
        assert b"kini" in content
        assert b"rahasia" not in content.lower()
        assert b"besok" not in content


def test_a_withdrawn_entry_stays_as_a_marker(portal: Portal) -> None:
    """It says since when and why; its document is linked nowhere."""
    link = {"url": "https://contoh.id/rahasia.pdf"}
    chosen = selection(portal, entry("contoh", tautan=link, **WITHDRAWN), documents={"contoh": DOCUMENT})
    (item,) = records(chosen)
    assert (item["status"], item["penarikan"]["alasan"]) == ("ditarik", "Contoh alasan.")
    assert (item["tautan"], item["dokumen"], item["diperbarui"]) == (None, None, "2026-06-01")
    (row,) = csv_rows(chosen)
    assert (row["Tautan"], row["Jenis Tautan"], row["Tanggal Penarikan"]) == ("", "", "2026-06-01")
    (dataset,) = json.loads(dcat_jsonld(chosen))["dcat:dataset"]
    assert dataset["adms:status"] == {"@id": "http://purl.org/adms/status/Withdrawn"}
    assert "dcat:distribution" not in dataset


def test_a_withdrawal_to_come_is_not_told(portal: Portal) -> None:
    """Until its day an entry stands as published, with its link."""
    chosen = selection(
        portal, entry("contoh", tautan={"url": "https://contoh.id/a.pdf"}, **WITHDRAWN), today=date(2026, 5, 31)
    )
    (item,) = records(chosen)
    assert (item["status"], item["penarikan"], item["tautan"]["url"]) == ("terbit", None, "https://contoh.id/a.pdf")
    assert csv_rows(chosen)[0]["Status"] == "terbit"


def test_real_list_as_json(site: Site) -> None:
    """All entries, one a line, with what was guessed named as such."""
    chosen = site.ppid.exchange.selection
    items = records(chosen)
    assert len(items) == public(site)
    assert len(dip_json(chosen).splitlines()) == public(site) + 2
    profile = next(item for item in items if item["id"] == "profil-ppid")
    assert profile["url"] == "ppid/informasi/profil-ppid/"
    assert set(profile["disimpulkan"]) == {"kategori", "perangkat_daerah", "penanggung_jawab", "bentuk"}
    assert profile["perangkat_daerah_nama"] == "Dinas Komunikasi, Informatika, Statistik dan Persandian"


def test_document_in_json_and_dcat(portal: Portal) -> None:
    """A document on the site is told of with size, kind and fingerprint; addresses are whole where the site's is known."""
    chosen = selection(
        portal,
        entry("contoh", tahun=2025, lisensi="CC BY 4.0"),
        address=ADDRESS,
        documents={"contoh": DOCUMENT},
    )
    assert records(chosen)[0]["dokumen"] == {
        "url": "https://contoh.go.id/ppid/informasi/contoh/contoh.pdf",
        "besar": 1234,
        "sha256": "ab" * 32,
        "jenis_media": "application/pdf",
    }
    (dataset,) = json.loads(dcat_jsonld(chosen))["dcat:dataset"]
    licence = {"@id": "https://creativecommons.org/licenses/by/4.0/"}
    year = {"@type": "xsd:gYear", "@value": "2025"}
    assert dataset["dct:license"] == licence
    assert dataset["dct:temporal"] == {"@type": "dct:PeriodOfTime", "dcat:startDate": year, "dcat:endDate": year}
    assert dataset["dcat:landingPage"] == {"@id": "https://contoh.go.id/ppid/informasi/contoh/"}
    url = {"@id": "https://contoh.go.id/ppid/informasi/contoh/contoh.pdf"}
    assert dataset["dcat:distribution"] == [
        {
            "@type": "dcat:Distribution",
            "dct:title": {"@language": "id", "@value": "Contoh laporan kinerja"},
            "dct:license": licence,
            "dcat:accessURL": url,
            "dcat:downloadURL": url,
            "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/application/pdf"},
            "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": "1234"},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": "ab" * 32},
            },
        }
    ]


def test_dcat_of_the_real_list(site: Site) -> None:
    """Every prefix that is used is in the context; every dataset has what DCAT-AP asks of one; ids are unique."""
    catalogue = json.loads(dcat_jsonld(site.ppid.exchange.selection))
    prefixes = set(catalogue["@context"])

    def names(node: Any) -> set[str]:
        if isinstance(node, dict):
            own = {key for key in node if not key.startswith("@")} | {node.get("@type", "x:")}
            return own.union(*(names(value) for value in node.values()))
        return set().union(*(names(value) for value in node)) if isinstance(node, list) else set()

    body = {key: value for key, value in catalogue.items() if key != "@context"}
    assert {name.split(":")[0] for name in names(body)} - {"x"} <= prefixes
    datasets = catalogue["dcat:dataset"]
    assert len({dataset["@id"] for dataset in datasets}) == public(site)
    for dataset in datasets:
        assert {"dct:title", "dct:description", "dct:publisher", "dct:issued", "dcat:landingPage"} <= set(dataset)
        assert dataset["@id"].startswith("../ppid/informasi/")


def test_mentioned_is_not_a_distribution(portal: Portal) -> None:
    """A page that only mentions the document is a reference; the document elsewhere or an SOP is a distribution."""
    chosen = selection(
        portal,
        entry("a", tautan={"url": "https://contoh.id/berita", "jenis": "menyebut dokumen"}),
        entry("b", tautan={"url": "https://contoh.id/b.pdf"}),
        entry("c", dokumen_sop="polewali-mandar/08"),
    )
    mentioned, linked, procedure = json.loads(dcat_jsonld(chosen))["dcat:dataset"]
    assert mentioned["dct:isReferencedBy"] == {"@id": "https://contoh.id/berita"}
    assert "dcat:distribution" not in mentioned
    assert linked["dcat:distribution"][0]["dcat:accessURL"] == {"@id": "https://contoh.id/b.pdf"}
    assert procedure["dcat:distribution"][0]["dcat:accessURL"] == {"@id": "../sop/polewali-mandar/08/"}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+62", "'+62"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'=1+1", "''=1+1"),
        ("''=1", "'''=1"),
        ("＝1", "'＝1"),
        ("'Aisyah", "'Aisyah"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_formulas_are_made_inert_and_come_back(text: str, cell: str) -> None:
    """A cell that begins like a formula gets an apostrophe, which import takes away again, exactly."""
    assert inert(text) == cell
    assert restored(cell) == text


def test_csv_keeps_what_people_type(portal: Portal) -> None:
    """Emoji, line breaks, quotes, commas and semicolons stay whole."""
    text = 'Baris 1\nBaris 2: "kutip", koma; titik koma 🏛️'
    (row,) = csv_rows(selection(portal, entry("contoh", ringkasan=text, media=["situs; web", "papan"])))
    assert row["Ringkasan Isi Informasi"] == text
    assert row["Jenis Media yang Memuat Informasi"] == "situs\\; web; papan"


def test_workbook(portal: Portal) -> None:
    """Opened again: headings, types, dropdowns, frozen header, filter, the two other sheets; no cell is a formula."""
    chosen = selection(portal, entry("contoh", judul="=1+1", tahun=2025, retensi="#N/A"))
    book = load_workbook(io.BytesIO(dip_xlsx(chosen)))
    assert book.sheetnames == ["Daftar Informasi Publik", "Petunjuk", "Perangkat Daerah"]
    sheet = book.worksheets[0]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert list(row) == [column.heading for column in COLUMNS]
    assert (row["Judul Informasi"].value, row["Judul Informasi"].data_type) == ("=1+1", "s")
    assert row["Judul Informasi"].quotePrefix
    assert row["Jangka Waktu Penyimpanan"].data_type == "s"
    assert row["Tahun"].value == 2025
    assert (row["Terbit"].value, row["Terbit"].number_format) == (datetime(2026, 1, 5), "yyyy-mm-dd")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("D2", "A1:Z2")
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["E2:E502"] == '"berkala,serta merta,setiap saat"'
    assert rules["F2:F502"] == f"'Perangkat Daerah'!$B$2:$B${len(portal.agencies) + 1}"
    assert len(rules) == 5
    agencies = [[cell.value for cell in line] for line in book["Perangkat Daerah"].iter_rows(min_row=2)]
    assert [line[0] for line in agencies] == list(portal.agencies)
    headings = [line[0].value for line in book["Petunjuk"].iter_rows()]
    assert {column.heading for column in COLUMNS} <= set(headings)


def test_template_is_the_workbook_without_entries(portal: Portal) -> None:
    """The same columns and dropdowns, no row."""
    book = load_workbook(io.BytesIO(template_xlsx(selection(portal, entry("contoh")))))
    assert book.worksheets[0].max_row == 1
    assert len(book.worksheets[0].data_validations.dataValidation) == 5


def test_same_list_same_bytes(portal: Portal) -> None:
    """Nothing in a file depends on when it is made."""
    chosen = selection(portal, entry("contoh"))
    first = dip_xlsx(chosen)
    assert first == dip_xlsx(chosen)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert str(datetime.now().year) not in archive.read("docProps/core.xml").decode()


def test_every_promised_file_is_made(site: Site) -> None:
    """The files that the page on open data names, and links only to files that there are."""
    made = {asset.alamat for asset in site.ppid.exchange.assets}
    assert {
        "ppid/dip.json", "ppid/dip.schema.json", "ppid/dip.csv", "ppid/dip.xlsx", "ppid/dip-templat.xlsx", "ppid/dcat.jsonld",
        "ppid/perubahan.json", "ppid/perubahan.schema.json", "ppid/perubahan/index.json", "ppid/umpan/atom.xml",
    } <= made  # fmt: skip
    assert {download.alamat for download in site.ppid.exchange.downloads} <= made
    assert [download.nama for download in site.ppid.exchange.downloads] == [
        "Excel", "CSV", "JSON", "DCAT 3", "Perubahan", "RSS", "Atom", "JSON Feed",
    ]  # fmt: skip
