"""A list that is exported and comes back unchanged changes nothing, whatever stands in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from macros.loading import load_yaml
from macros.portal import Portal
from macros.ppid.exchange.columns import cells_of, join_list, split_list
from macros.ppid.exchange.dip_csv import dip_csv
from macros.ppid.exchange.dip_xlsx import dip_xlsx
from macros.ppid.exchange.importing import plan
from macros.ppid.exchange.plans import Plan
from macros.ppid.exchange.selection import Selection
from macros.ppid.exchange.sheets import read_sheet
from macros.ppid.exchange.yaml_text import new_text, plain
from macros.ppid.models.information import Information, InformationDocument
from macros.sheets.cells import CELL_LIMIT, CUT, cell_text
from macros.site import Site
from macros.validation import validate
from tests.conftest import TODAY
from tests.ppid.exchange_examples import RIGHT, entry, public, selection

FORMATS: dict[str, Callable[[Selection], bytes]] = {"csv": dip_csv, "xlsx": dip_xlsx}

NASTY = [
    "=1+1", "'=1", "''+", "-", "- butir", "@x", "#N/A", "TRUE", "007", "1e5", "2024.0", "null", "~", "no", "a # b", "a: b",
    "_x0041_", "_x005F_", "_x005F_x0041_", "x_x000D_", 'kutip "', "titik; koma", "a\\;b", "C:\\arsip\\", "baris 1\nbaris 2",
    "a\r\nb", "🏛️", "'Aisyah", "ﷺ", "a\tb", "a\x85b", "a\u2028b", "\ufeffx", "1/2/2024", "[a]", "{b}", "!c", "&d", "*e", "%f",
]  # fmt: skip
"""Texts that some format mistakes for something else."""

ANY_TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
TEXT = ANY_TEXT.filter(lambda text: bool(cell_text(text)) and bool(text.strip()))
MAYBE = st.none() | TEXT
DAY = st.dates(min_value=TODAY.replace(year=1900, month=1, day=1), max_value=TODAY).map(lambda day: day.isoformat())


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """What a right file of a published entry can state."""
    days = sorted(draw(st.lists(DAY, min_size=3, max_size=3)))
    values: dict[str, Any] = {
        **RIGHT,
        "judul": draw(TEXT),
        "ringkasan": draw(TEXT),
        "kategori": draw(st.sampled_from(["berkala", "serta merta", "setiap saat"])),
        "penanggung_jawab": draw(MAYBE),
        "dibuat": draw(st.none() | st.fixed_dictionaries({}, optional={"waktu": MAYBE, "tempat": MAYBE})),
        "bentuk": draw(st.sampled_from([None, "softcopy", "hardcopy", "softcopy dan hardcopy"])),
        "retensi": draw(MAYBE),
        "media": draw(st.lists(TEXT, max_size=3)),
        "tahun": draw(st.none() | st.integers(1945, 2100)),
        "terbit": days[0],
        "perubahan": draw(st.sampled_from([[], [{"tanggal": days[1], "uraian": "Contoh."}]])),
        "lisensi": draw(MAYBE),
        "catatan": draw(MAYBE),
        "disimpulkan": draw(st.sampled_from([{}, {"kategori": "Contoh tebakan."}])),
    }
    if draw(st.booleans()):
        values |= {"status": "ditarik", "penarikan": {"tanggal": days[2], "alasan": draw(TEXT)}}
    place = draw(st.sampled_from(["", "berkas", "tautan", "dokumen_sop"]))
    if place == "berkas":
        values["berkas"] = "contoh-laporan_1.pdf"
    elif place == "tautan":
        values["tautan"] = {
            "url": "https://contoh.id/?a=1;b=2",
            "jenis": draw(st.sampled_from(["dokumen", "menyebut dokumen"])),
        }
    elif place:
        values["dokumen_sop"] = "polewali-mandar/08"
    return {key: value for key, value in values.items() if value is not None}


def come_back(chosen: Selection, portal: Portal, folder: Path, form: str) -> Plan:
    """Export some entries and import them into the same content."""
    file = folder / f"dip.{form}"
    file.write_bytes(FORMATS[form](chosen))
    return plan(read_sheet(file), chosen.information, portal, TODAY, "Contoh.")


@pytest.mark.parametrize("form", FORMATS)
def test_the_real_list_comes_back_unchanged(site: Site, tmp_path: Path, form: str) -> None:
    """0 new, 0 changed, all the same."""
    result = come_back(site.ppid.exchange.selection, site.content.portal, tmp_path, form)
    assert result.problems == ()
    assert [row.state for row in result.rows] == ["sama"] * public(site)
    assert result.notes == ()


@pytest.mark.parametrize("form", FORMATS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(values=st.lists(documents(), min_size=1, max_size=6))
def test_any_list_comes_back_unchanged(portal: Portal, tmp_path: Path, form: str, values: list[dict[str, Any]]) -> None:
    """Whatever people write: no mistake, nothing new, nothing changed, nothing empty that was not."""
    items = [entry(f"contoh-{number}", **one) for number, one in enumerate(values)]
    result = come_back(selection(portal, *items), portal, tmp_path, form)
    assert result.problems == ()
    assert {(row.id, row.state) for row in result.rows} == {(item.id, "sama") for item in items}


@pytest.mark.parametrize("form", FORMATS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(values=documents())
def test_any_entry_is_made_anew_from_its_row(portal: Portal, tmp_path: Path, form: str, values: dict[str, Any]) -> None:
    """Imported into an empty portal, a row becomes an entry whose cells are the same, letter by letter."""
    item = entry("contoh", **{key: value for key, value in values.items() if key != "berkas"})
    chosen = selection(portal, item)
    file = tmp_path / f"dip.{form}"
    file.write_bytes(FORMATS[form](chosen))
    result = plan(read_sheet(file), {}, portal, TODAY)
    assert result.problems == ()
    (row,) = result.of("baru")
    made = Information.model_construct(**row.document.__dict__, id=row.id, nama_berkas=row.file)
    again = cells_of(made, selection(portal, made))
    assert {**again, "disimpulkan": ""} == {**cells_of(item, chosen), "disimpulkan": ""}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=documents())
def test_any_entry_reads_back_from_its_file(tmp_path: Path, values: dict[str, Any]) -> None:
    """What is written as YAML is what was meant, by the portal's own reader."""
    document = InformationDocument.model_validate(values)
    file = tmp_path / "contoh.yml"
    file.write_bytes(new_text(document).encode())
    loaded = load_yaml(file, "contoh.yml")
    again = validate(InformationDocument, loaded)
    assert loaded.problems == []
    assert again is not None
    assert plain(again) == plain(document)


@given(items=st.lists(TEXT.map(str.strip).filter(bool), max_size=4))
def test_lists_in_one_cell(items: list[str]) -> None:
    """Semicolons tell items apart; those inside an item stay."""
    assert split_list(join_list(tuple(items))) == items


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_longer_than_a_cell(portal: Portal, tmp_path: Path, form: str) -> None:
    """A spreadsheet cuts it; the export says so, and import does not take the rest away."""
    item = entry("contoh", ringkasan="Contoh. " * 5000)
    result = come_back(selection(portal, item), portal, tmp_path, form)
    assert [row.state for row in result.rows] == ["sama"]
    cut = cells_of(item, selection(portal, item))["ringkasan"]
    assert len(cut) <= CELL_LIMIT
    assert cut.endswith(CUT)


def test_without_ids_the_real_list_is_known_by_title_agency_and_year(site: Site, tmp_path: Path) -> None:
    """An office that deletes the column Id makes no second entries."""
    chosen = site.ppid.exchange.selection
    rows = list(csv.reader(io.StringIO(dip_csv(chosen).decode("utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out).writerows([row[0], *row[2:]] for row in rows)
    file = tmp_path / "tanpa-id.csv"
    file.write_text(out.getvalue(), encoding="utf-8")
    result = plan(read_sheet(file), site.content.ppid.information, site.content.portal, TODAY)
    assert result.problems == ()
    assert [row.state for row in result.rows] == ["sama"] * public(site)
    assert result.notes == ("kolom yang tidak ada, jadi isinya tidak diubah: Id",)


def test_a_workbook_saved_again_by_another_program(site: Site, tmp_path: Path) -> None:
    """Loaded and saved by a spreadsheet library, with shared strings and new styles, it still changes nothing."""
    file = tmp_path / "dip.xlsx"
    book = load_workbook(io.BytesIO(dip_xlsx(site.ppid.exchange.selection)))
    book.save(file)
    result = plan(read_sheet(file), site.content.ppid.information, site.content.portal, TODAY)
    assert result.problems == ()
    assert {row.state for row in result.rows} == {"sama"}
