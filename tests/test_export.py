"""Open data: complete, valid against its schema, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from macros.content import load_content
from macros.export import CSV_COLUMNS, sop_json, steps_csv
from macros.findings import all_findings
from macros.pages import Asset
from macros.portal import Portal, load_portal
from macros.schema import open_data_schema
from macros.site import Site
from tests.conftest import ROOT, TODAY, Change


@pytest.fixture(scope="module")
def data(site: Site) -> dict[str, Any]:
    """`/sop/sop.json`, read back."""
    result = json.loads(sop_json(site.content.portal, site.procedures.findings))
    assert isinstance(result, dict)
    return result


def test_open_data_satisfies_its_published_schema(data: dict[str, Any]) -> None:
    """What is published beside the data describes it."""
    errors = Draft202012Validator(json.loads(open_data_schema())).iter_errors(data)
    assert [error.message for error in errors] == []


def test_all_sops_and_steps_are_there(data: dict[str, Any], portal: Portal) -> None:
    """Every SOP and every step of the data is in the open data, in the same order."""
    assert [sop["id"] for sop in data["sop"]] == list(portal.sops)
    assert [len(sop["langkah"]) for sop in data["sop"]] == [len(sop.langkah) for sop in portal.sops.values()]


def test_promised_keys(data: dict[str, Any]) -> None:
    """The keys that users of the data were promised, on every SOP and step."""
    for sop in data["sop"]:
        assert {
            "id", "instansi", "nomor", "nama", "bidang", "url", "tanggal", "dasar_hukum", "kualifikasi_pelaksana",
            "keterkaitan", "peralatan", "peringatan", "pencatatan", "pelaksana", "langkah", "temuan",
        } <= set(sop)  # fmt: skip
        for step in sop["langkah"]:
            assert {
                "no", "kegiatan", "pelaksana", "jenis", "kelengkapan", "waktu", "waktu_baku", "output", "keterangan",
                "berikutnya", "disimpulkan",
            } <= set(step)  # fmt: skip


def test_references_inside_an_sop_resolve(data: dict[str, Any]) -> None:
    """Every exit leads to a step of the same SOP or to its end; every actor is one of its columns."""
    for sop in data["sop"]:
        numbers = [step["no"] for step in sop["langkah"]]
        actors = {actor["id"] for actor in sop["pelaksana"]}
        assert len(set(numbers)) == len(numbers)
        for step in sop["langkah"]:
            assert set(step["pelaksana"]) <= actors
            assert {exit_["ke"] for exit_ in step["berikutnya"]} <= {*numbers, "selesai"}


def test_addresses_are_pages(data: dict[str, Any], site: Site) -> None:
    """`url` is the address of the SOP's page."""
    assert {sop["url"] for sop in data["sop"]} <= {page.alamat for page in site.pages.values()}


def test_the_example_as_open_data(project: Any) -> None:
    """One SOP in full: texts as printed, times as numbers, flow implied and written, conclusions named."""
    portal = load_portal(project)
    record = json.loads(sop_json(portal, all_findings(portal, TODAY)))["sop"][1]
    assert record["id"] == "polewali-mandar/99"
    assert record["tanggal"] == {"pembuatan": "2026-01-05", "revisi": None, "efektif": "2026-01-12"}
    assert record["pelaksana"][2] == {"id": "kepala-dinas", "nama": "Kepala Dinas", "tertulis": "Kadis"}
    assert record["langkah"][1]["berikutnya"] == [
        {"ke": "3", "label": "Lengkap"},
        {"ke": "1", "label": "Tidak lengkap"},
    ]
    assert record["langkah"][2] == {
        "no": "3",
        "no_tertulis": "3",
        "kegiatan": "Menandatangani surat jawaban",
        "pelaksana": ["kepala-dinas", "pengadministrasi-umum"],
        "jenis": "selesai",
        "kelengkapan": "- Konsep surat\n- Stempel",
        "waktu": "1-2 hari",
        "waktu_baku": {"min": 1, "maks": 2, "satuan": "hari", "per": None, "untuk": None},
        "waktu_pilihan": [],
        "output": "Surat jawaban",
        "keterangan": "Disampaikan lewat surel",
        "syarat_terbit": None,
        "berikutnya": [],
        "disimpulkan": ["pelaksana"],
        "alasan_disimpulkan": {"pelaksana": "Kolomnya tidak terbaca; penanda tangan surat adalah kepala dinas."},
    }
    assert record["waktu_total"] == [
        {"min": 15, "maks": 15, "satuan": "menit", "langkah": 2},
        {"min": 1, "maks": 2, "satuan": "hari", "langkah": 1},
    ]


def test_csv_has_one_row_per_step(portal: Portal) -> None:
    """Header and rows that a spreadsheet reads; texts with commas and line breaks stay whole."""
    rows = list(csv.DictReader(io.StringIO(steps_csv(portal))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert len(rows) == sum(len(sop.langkah) for sop in portal.sops.values())
    texts = {(sop.id, step.no): step.kegiatan for sop in portal.sops.values() for step in sop.langkah}
    assert {(row["sop"], row["no"]): row["kegiatan"] for row in rows} == texts


def test_csv_cells_are_never_formulas(change: Change) -> None:
    """A text that begins like a formula is defused; a list that begins with a hyphen stays as it is."""
    portal = load_portal(change("output: Surat diterima", 'output: =HYPERLINK("http://x")'))
    row = next(r for r in csv.DictReader(io.StringIO(steps_csv(portal))) if r["sop"].endswith("/99") and r["no"] == "1")
    assert row["output"] == '\'=HYPERLINK("http://x")'
    row = next(r for r in csv.DictReader(io.StringIO(steps_csv(portal))) if r["sop"].endswith("/99") and r["no"] == "3")
    assert row["kelengkapan"] == "- Konsep surat\n- Stempel"


def test_same_content_same_bytes(site: Site) -> None:
    """Building twice gives the same pages and files, byte for byte."""
    again = Site(load_content(ROOT), TODAY)
    assert {name: page.html for name, page in site.pages.items()} == {n: page.html for n, page in again.pages.items()}
    files = [{a.alamat: a.isi if isinstance(a, Asset) else a.letak for a in made.assets} for made in (site, again)]
    assert files[0] == files[1]
