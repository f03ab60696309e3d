"""SOPs as they lie on the paper: measured on the page set for printing, and read back from the PDF."""

from __future__ import annotations

import re
from collections import defaultdict
from io import BytesIO
from itertools import combinations, pairwise
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from bench.geometry import COLLECT, measure
from macros.paper.pages import Setting
from macros.paper.sizes import PAPERS
from macros.site import Site
from scripts.press import chapters
from scripts.sop_press import SopPress
from tests.e2e.conftest import BROKEN_WORDS
from tests.long_sop import STEPS

TOUCH = 1.6
"""CSS pixels; a line is 1.5 px thick."""

SHEETS = """
() => [...document.querySelectorAll('.lembar')].map(sheet => {
  const box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]; };
  const all = (selector) => [...sheet.querySelectorAll(selector)];
  return {
    box: box(sheet),
    headers: sheet.querySelectorAll('thead tr').length,
    steps: all('tbody tr:not(.sambung)').map(row => ({id: row.id, box: box(row)})),
    pentagons: all('.segilima').map(e => ({
      letter: e.textContent.trim(), arrows: e.dataset.p, below: e.classList.contains('bawah'),
      box: box(e.querySelector('path')), font: getComputedStyle(e.querySelector('span')).fontSize,
    })),
    lines: all('tr:not(.sambung) .dv').map(e => ({arrow: e.dataset.p, box: box(e)})),
    leads: all('tr.sambung .dv').map(e => ({arrows: e.dataset.p, box: box(e)})),
  };
})
"""


def middle(box: list[float]) -> float:
    """Where a box has its middle, from the left."""
    return (box[0] + box[2]) / 2


def check_sheets(page: Page, setting: Setting, height: float) -> list[dict[str, Any]]:
    """What must hold for the table of any SOP that stands set in the page; its sheets come back."""
    sheets: list[dict[str, Any]] = page.evaluate(SHEETS)
    assert [step["id"] for sheet in sheets for step in sheet["steps"]] == [row.anchor for row in setting.sop.baris]
    for sheet in sheets:
        _, top, _, bottom = sheet["box"]
        assert bottom - top <= height + 1
        assert sheet["headers"] == 2
        assert all(top < step["box"][1] < step["box"][3] <= bottom for step in sheet["steps"])
        check_pentagons_on_lines(sheet)
    for before, after in pairwise(sheets):
        check_twins(before, after)
    assert not any(p["below"] for p in sheets[-1]["pentagons"])
    assert all(p["below"] for p in sheets[0]["pentagons"])
    return sheets


def check_pentagons_on_lines(sheet: dict[str, Any]) -> None:
    """Each pentagon ends a line of its arrow that reaches the table's edge, and stands on no other line or pentagon."""
    first, last = sheet["steps"][0]["box"][1], sheet["steps"][-1]["box"][3]
    reaching: dict[bool, set[str]] = defaultdict(set)
    for line in sheet["lines"]:
        reaching[True] |= {line["arrow"]} if line["box"][3] > last - TOUCH else set()
        reaching[False] |= {line["arrow"]} if line["box"][1] < first + TOUCH else set()
    for below in (True, False):
        named = [arrow for p in sheet["pentagons"] if p["below"] == below for arrow in p["arrows"].split()]
        assert sorted(named) == sorted(reaching[below])
    for pentagon in sheet["pentagons"]:
        left, top, right, bottom = pentagon["box"]
        (lead,) = [lead["box"] for lead in sheet["leads"] if lead["arrows"] == pentagon["arrows"] and (lead["box"][1] > last - 3) == pentagon["below"]]  # fmt: skip
        assert abs(middle(lead) - middle(pentagon["box"])) < 1
        assert abs((lead[3] - top) if pentagon["below"] else (lead[1] - bottom)) < 2 * TOUCH
        edge = last if pentagon["below"] else first
        for arrow in pentagon["arrows"].split():
            ends = [line["box"] for line in sheet["lines"] if line["arrow"] == arrow and min(abs(line["box"][1] - edge), abs(line["box"][3] - edge)) < TOUCH]  # fmt: skip
            assert any(abs(middle(box) - middle(lead)) < 1 for box in ends)
        assert abs((lead[1] if pentagon["below"] else lead[3]) - edge) < 2 * TOUCH
        for other in sheet["leads"]:
            passes = other["box"][1] < bottom - TOUCH and other["box"][3] > top + TOUCH
            assert not (passes and left < middle(other["box"]) < right)
    for one, other in combinations(sheet["pentagons"], 2):
        a, b = one["box"], other["box"]
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def check_twins(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Each pentagon that ends a page has one twin on the next: same letter, same arrows, same place."""

    def told(sheet: dict[str, Any], below: bool) -> list[tuple[str, str, int]]:
        chosen = [p for p in sheet["pentagons"] if p["below"] == below]
        return sorted((p["letter"], p["arrows"], round(middle(p["box"]))) for p in chosen)

    assert told(before, below=True) == told(after, below=False)


def test_every_sop_lies_on_its_pages(page: Page, site: Site) -> None:
    """No row split or lost, no word broken, headers repeated, each crossing line in its pentagon: all SOPs on A4."""
    press = SopPress(page, site, PAPERS["A4"])
    broken = 0
    for sop in site.content.portal.sops.values():
        sheets = check_sheets(page, press.set(sop), PAPERS["A4"].height)
        broken += len(sheets) > 1
        assert page.evaluate(BROKEN_WORDS) == []
        for sheet in page.locator(".lembar table.bagan").all():
            counts = measure(sheet.evaluate(COLLECT))
            assert (counts.symbol_hits, counts.overlaps, counts.false_contacts, counts.label_collisions) == (0, 0, 0, 0)
    assert broken >= 1


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_long_sop_goes_over_pages_with_pairs(page: Page, long_site: Site, paper: str) -> None:
    """40 steps with far loops: several pages, no letter twice, arrows that pass several breaks paired at each."""
    sheet = PAPERS[paper]
    press = SopPress(page, long_site, sheet)
    sop = long_site.content.portal.sops["polewali-mandar/99"]
    setting = press.set(sop)
    assert len(sop.langkah) == STEPS
    sheets = check_sheets(page, setting, sheet.height)
    assert len(sheets) >= 3
    below = [p for item in sheets for p in item["pentagons"] if p["below"]]
    assert len({p["letter"] for p in below}) == len(below) > len(sheets)
    assert min(float(p["font"].removesuffix("px")) for p in below) >= 7.5
    for table in page.locator(".lembar table.bagan").all():
        counts = measure(table.evaluate(COLLECT))
        assert (counts.symbol_hits, counts.overlaps, counts.false_contacts, counts.label_collisions) == (0, 0, 0, 0)
    reader = PdfReader(BytesIO(press.print("x")))
    texts = [item.extract_text() for item in reader.pages]
    found = [re.findall(r"lembar \d+ dari \d+", text) for text in texts]
    assert [item for item in found if item] == [[f"lembar {n} dari {len(sheets)}"] for n in range(1, len(sheets) + 1)]
    assert [bool(item) for item in found] == [False] + [True] * len(sheets)  # the example has no notes
    for item, text in zip(sheets, texts[1:], strict=True):
        numbers = [step["id"].rsplit("-", 1)[1] for step in item["steps"]]
        assert re.findall(r"bagian ke-(\d+) ", text) == numbers
        assert len(re.findall("Awal", text)) == len(re.findall("akhir", text)) == len(numbers)


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 297, 210), ("F4", 330, 215)])
def test_the_pdf_of_an_sop(page: Page, site: Site, paper: str, width: float, height: float) -> None:
    """Size, page numbers, tags, language, bookmarks, fonts; identity first, then the table, notes last."""
    setting, printed = SopPress(page, site, PAPERS[paper]).sop(site.content.portal.sops["mamuju/17"])
    reader = PdfReader(BytesIO(printed))
    count = len(reader.pages)
    assert count == 1 + len(setting.lembar) + 1
    for number, item in enumerate(reader.pages, start=1):
        assert float(item.mediabox.width) == pytest.approx(width / 25.4 * 72, abs=1)
        assert float(item.mediabox.height) == pytest.approx(height / 25.4 * 72, abs=1)
        assert f"halaman {number} dari {count}" in item.extract_text()
    first, last = reader.pages[0].extract_text(), reader.pages[-1].extract_text()
    for text in ("PEMERINTAH KABUPATEN MAMUJU", "000.8.3.3/17/SOP", "24 Februari 2025", "Akhmad Taufiq", "NIP tidak ditampilkan", "Dasar Hukum", "Keterkaitan", "Peringatan", "Kualifikasi Pelaksana", "Kelengkapan", "Pencatatan dan Pendataan"):  # fmt: skip
        assert text in first
    assert "Yang disimpulkan" in last
    assert "Kejanggalan" in last
    assert "†" in reader.pages[1].extract_text()
    root = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id"
    assert reader.metadata is not None
    assert reader.metadata.title == f"SOP {setting.sop.nama}"
    titles = [item.title for item in flat(reader.outline)]
    assert titles[0] == f"SOP {setting.sop.nama}"
    assert {"Bagan alur", "Yang disimpulkan, bukan dibaca", "Kejanggalan pada dokumen sumber"} <= set(titles)
    embedded = [has_file for item in reader.pages for has_file in fonts(item)]
    assert embedded
    assert all(embedded)


def flat(outline: list[Any]) -> list[Any]:
    """All bookmarks of all levels."""
    return [item for part in outline for item in (flat(part) if isinstance(part, list) else [part])]


def fonts(item: Any) -> list[bool]:
    """Per font of a page: whether its outlines are in the file."""
    found = []
    for reference in item["/Resources"].get("/Font", {}).values():
        font = reference.get_object()
        parts = [part.get_object() for part in font.get("/DescendantFonts", [font])]
        for part in parts:
            descriptor = part.get("/FontDescriptor", {})
            in_file = {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
            found.append(bool(in_file) or part.get("/Subtype") == "/Type3")
    return found


def test_the_pdf_of_an_office(page: Page, long_site: Site) -> None:
    """Cover, contents with the pages on which the SOPs really begin, even if the first guess was wrong; bookmarks."""
    press = SopPress(page, long_site, PAPERS["A4"])
    (office,) = [office for office in long_site.content.portal.offices.values() if office.id == "polewali-mandar"]
    sops = long_site.content.portal.sops_of(office.id)
    settings = {sop.id: press.set(sop) for sop in sops}
    printed = press.office(office, settings, counts={sop.id: 99 for sop in sops})
    reader = PdfReader(BytesIO(printed))
    texts = [item.extract_text() for item in reader.pages]
    assert office.nama in texts[0]
    assert "21 November 2026" in texts[0]
    assert "2019" in texts[0]
    lines = dict(re.findall(r"^(\d\d) .*?(\d+)$", texts[1], re.MULTILINE))
    assert len(sops) == len(lines) == 2
    for sop, begin in zip(sops, chapters(printed)[2:], strict=True):
        assert int(lines[sop.nn]) == begin
        assert texts[begin - 1].startswith(f"SOP {sop.nama}")
    assert f"halaman {len(texts)} dari {len(texts)}" in texts[-1]
    targets = {link.get_object().get("/Dest") for link in reader.pages[1].get("/Annots", [])}
    assert targets == {"/polewali-mandar-04", "/polewali-mandar-99"}
