"""What is exported comes back letter by letter, and a changed cell changes that value's place in the file alone."""

from __future__ import annotations

import copy
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.loading import load_yaml
from macros.models.sop import Sop, SopDocument
from macros.portal import Portal
from macros.sheets.cells import cell_text
from macros.sheets.yaml_edit import changed_text
from macros.sop_exchange import shape
from macros.sop_exchange.writing import contents_of, new_text
from macros.validation import validate
from tests.conftest import ROOT
from tests.sop_exchange.books import cell_with, changed, exported, imported, opened, planned, without
from tests.sop_exchange.conftest import Content

SOP_IDS = [
    f"{folder}/{file.name.split('-')[0]}"
    for folder in ("polewali-mandar", "mamuju")
    for file in sorted((ROOT / "sop_data" / folder).glob("*.yml"))
]

SLOW = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

NASTY = [
    "=1+1", "'=1", "-", "- butir", "@x", "#N/A", "TRUE", "007", "1e5", "null", "~", "no", "a # b", "a: b", "2019-10-20",
    "_x0041_", "_x005F_x0041_", 'kutip "', "baris 1\nbaris 2", "a\r\nb", "🏛️", "a\tb", "a\x85b", "a\u2028b", "\ufeffx", "[a]", "{b}",
    "!c", "&d", "*e", "%f", "(kosong)", "((kosong))", "Dasar Hukum", "Kegiatan", "No", "selesai", "a,b", "a, b", "x" * 40_000,
]  # fmt: skip
"""Texts that some format, or a sheet's own headings, could be mistaken for."""

TEXT = st.one_of(
    st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
).filter(lambda text: bool(text.strip()) and bool(cell_text(text)))


@pytest.mark.parametrize("sop_id", SOP_IDS)
def test_every_sop_comes_back_unchanged(portal: Portal, tmp_path: Path, sop_id: str) -> None:
    """Beside the SOP that is there: nothing to change. Without it: the very same SOP."""
    sheets = opened(exported(portal.sops[sop_id], portal), tmp_path)
    result = planned(sheets, sop_id, portal)
    assert (result.problems, result.notes, result.state) == ((), (), "sama")
    assert contents_of(result, portal) == {}
    anew = planned(sheets, sop_id, without(portal, sop_id))
    assert (anew.problems, anew.state) == ((), "baru")
    assert anew.document is not None
    assert shape.plain(anew.document) == shape.plain(portal.sops[sop_id])


TextPath = tuple[str | int, ...]
IDS = {
    "no",
    "ke",
    "id",
    "sop",
    "peraturan",
    "pelaksana",
    "jenis",
    "bidang",
    "pejabat",
    "dokumen",
    "tanda_tangan",
    "syarat_terbit",
}
"""Keys whose values are not free."""


def free_texts(value: Any, path: TextPath = ()) -> list[TextPath]:
    """Paths of all texts of an SOP in which anything can stand."""
    if isinstance(value, dict):
        return [found for key, item in value.items() for found in free_texts(item, (*path, key))]
    if isinstance(value, list):
        return [found for index, item in enumerate(value) for found in free_texts(item, (*path, index))]
    named = [part for part in path if isinstance(part, str)]
    return [path] if isinstance(value, str) and (named[-1] not in IDS or named[:2] == ["tabel", "kolom"]) else []


def with_value(data: dict[str, Any], path: TextPath, value: object) -> dict[str, Any]:
    """A copy with another value at a path."""
    made = copy.deepcopy(data)
    place: Any = made
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return made


def as_sop(sop: Sop, data: dict[str, Any]) -> Sop:
    """An SOP with other values."""
    text = yaml.safe_load(yaml.safe_dump(data, allow_unicode=True))
    for step in text["langkah"]:
        step["no"] = str(step["no"])
        for exit_ in step.get("berikutnya") or ():
            exit_["ke"] = str(exit_["ke"])
    return Sop.model_construct(**SopDocument.model_validate(text).__dict__, id=sop.id, berkas=sop.berkas)


def odd_sop(portal: Portal, data: st.DataObject, texts: st.SearchStrategy[str]) -> Sop:
    """One of the real SOPs with other texts in a few places."""
    sop = portal.sops[data.draw(st.sampled_from(SOP_IDS))]
    plain = shape.plain(sop)
    for path in data.draw(st.lists(st.sampled_from(free_texts(plain)), min_size=1, max_size=5, unique=True)):
        plain = with_value(plain, path, data.draw(texts))
    return as_sop(sop, plain)


@SLOW
@given(data=st.data())
def test_any_text_comes_back(wrapped: Content, tmp_path: Path, data: st.DataObject) -> None:
    """Whatever stands in some of an SOP's texts: formulas, codes, headings, texts longer than a cell."""
    portal = wrapped.portal
    odd = odd_sop(portal, data, TEXT)
    beside = replace(portal, sops={**portal.sops, odd.id: odd})
    result = imported(exported(odd, portal), odd.id, beside, tmp_path)
    assert (result.problems, result.differences) == ((), ())


@SLOW
@given(data=st.data())
def test_any_sop_reads_back_from_its_file(wrapped: Content, tmp_path: Path, data: st.DataObject) -> None:
    """A new file says what was meant, by the portal's own reader."""
    odd = odd_sop(wrapped.portal, data, TEXT.filter(lambda text: len(text) < 1000))
    file = tmp_path / "sop.yml"
    file.write_bytes(new_text(odd).encode())
    loaded = load_yaml(file, "sop.yml")
    again = validate(SopDocument, loaded)
    assert loaded.problems == []
    assert again is not None
    assert shape.plain(again) == shape.plain(odd)


@SLOW
@given(data=st.data())
def test_one_changed_value_changes_its_place_alone(wrapped: Content, tmp_path: Path, data: st.DataObject) -> None:
    """Of any SOP, any text becomes any other: the file then says so, and all other lines are as they were."""
    portal = wrapped.portal
    sop = portal.sops[data.draw(st.sampled_from(SOP_IDS))]
    before = shape.plain(sop)
    path = data.draw(st.sampled_from(free_texts(before)))
    after = shape.plain(as_sop(sop, with_value(before, path, data.draw(TEXT.filter(lambda text: len(text) < 1000)))))
    old = (ROOT / sop.berkas).read_text(encoding="utf-8")
    new = changed_text(old, before, after, shape.is_flow)
    file = tmp_path / "sop.yml"
    file.write_bytes(new.encode())
    loaded = load_yaml(file, "sop.yml")
    again = validate(SopDocument, loaded)
    assert loaded.problems == []
    assert again is not None
    assert shape.plain(again) == after
    hunks = [line for line in unified_diff(old.split("\n"), new.split("\n"), n=0) if line.startswith("@@")]
    assert len(hunks) <= 1


@SLOW
@given(data=st.data())
def test_any_change_of_the_steps(wrapped: Content, tmp_path: Path, data: st.DataObject) -> None:
    """Steps taken away, added, put elsewhere, their fields set and taken away: the file says just that."""
    portal = wrapped.portal
    sop = portal.sops[data.draw(st.sampled_from(SOP_IDS))]
    before = shape.plain(sop)
    after = copy.deepcopy(before)
    steps = after["langkah"]
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(steps) - 1))
        kind = data.draw(st.sampled_from(["hapus", "tambah", "pindah", "isi", "kosong", "butir"]))
        if kind == "hapus" and len(steps) > 1:
            steps.pop(index)
        elif kind == "tambah":
            exits = data.draw(st.sampled_from([None, [], [{"ke": 1, "label": "Ya, benar"}, {"ke": "selesai"}]]))
            new = {"no": 90 + index, "kegiatan": data.draw(TEXT), "pelaksana": [before["pelaksana"][0]["id"]]}
            steps.insert(index, new | ({"berikutnya": exits} if exits is not None else {}))
        elif kind == "pindah":
            steps.insert(0, steps.pop(index))
        elif kind == "isi":
            steps[index]["keterangan"] = data.draw(TEXT)
            steps[index]["disimpulkan"] = {"output": "Contoh."}
        elif kind == "kosong":
            for key in ("kelengkapan", "waktu", "output", "berikutnya", "disimpulkan"):
                steps[index].pop(key, None)
        else:
            box = data.draw(st.sampled_from(["peralatan", "peringatan", "kualifikasi_pelaksana"]))
            after[box] = data.draw(st.lists(TEXT, max_size=3))
    for box in shape.BOX_NAMES:
        after[box] = [text.strip() if isinstance(text, str) else text for text in after[box]]
    target = shape.plain(as_sop(sop, after))
    file = tmp_path / "sop.yml"
    file.write_bytes(
        changed_text((ROOT / sop.berkas).read_text(encoding="utf-8"), before, target, shape.is_flow).encode()
    )
    loaded = load_yaml(file, "sop.yml")
    again = validate(SopDocument, loaded)
    assert loaded.problems == []
    assert again is not None
    assert shape.plain(again) == target
    assert file.read_text(encoding="utf-8").startswith("# yaml-language-server:")


@SLOW
@given(data=st.data())
def test_one_changed_cell_is_one_difference(wrapped: Content, tmp_path: Path, data: st.DataObject) -> None:
    """Any cell of the procedure's texts: the import tells of that value, with its cell, and of no other."""
    portal = wrapped.portal
    sop = portal.sops[data.draw(st.sampled_from(SOP_IDS))]
    step = data.draw(st.integers(0, len(sop.langkah) - 1))
    key = data.draw(st.sampled_from(["kegiatan", "kelengkapan", "waktu", "output", "keterangan"]))
    text = data.draw(TEXT.filter(lambda text: len(text) < 1000))
    place = ""

    def write(book: Any) -> None:
        nonlocal place
        sheet = book["Prosedur"]
        cell = sheet.cell(3 + step, cell_with(sheet, shape.heading(key)).column)
        cell.value = shape.shown(text).replace("_x", "_x005F_x")
        cell.data_type = "s"
        place = cell.coordinate

    result = imported(changed(exported(sop, portal), write), sop.id, portal, tmp_path)
    assert result.problems == ()
    assert [(item.part, str(item.place)) for item in result.differences] in (
        [(f"langkah[{step + 1}].{key}", f"lembar Prosedur, sel {place}")],
        [],  # drawn just what stood there
    )
