"""The flowchart as it stands on the page: measured in the browser, at every size and in every mode."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser, Page

from bench.alur import DEFECTS, FIGURES, FLOWS, PUBLISHED, load, page_of, run
from bench.geometry import COLLECT, Counts, measure
from macros.diagrams.cells import draw
from macros.models.sop import SopDocument
from macros.portal import Portal
from tests.test_diagrams import documents, flow

WIDTHS = (360, 768, 1280, 2560)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all measurements: opening pages is what takes time."""
    # without the site's policy: drawings are put, with a style of their own, where a page of the site was before
    context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def resize(page: Page, width: int) -> None:
    """A window of that width, with the table in view: on a phone it is one tap away."""
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#tukar-tampilan").set_checked(width <= 720)


def counts(page: Page) -> Counts:
    """What the flowchart on the page shows."""
    return measure(page.locator("table.bagan").evaluate(COLLECT))


def test_every_sop_is_clean_at_every_width_and_in_print(page: Page, server: str, portal: Portal) -> None:
    """No defect on any of the 49 pages from 360 to 2560 px, with doubled text, and on paper; every arrow is there."""
    found = {}
    for sop in portal.sops.values():
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(media="screen")
        page.goto(f"{server}sop/{sop.id}/")
        arrows = sum(len([e for e in exits if e.ke != "selesai"]) for exits in portal.flows[sop.id].exits.values())
        states: dict[str, Counts] = {}
        for width in WIDTHS:
            resize(page, width)
            states[f"{width} px"] = counts(page)
        page.evaluate("document.documentElement.style.fontSize = '250%'")
        states["huruf dua kali"] = counts(page)
        page.evaluate("document.documentElement.style.fontSize = ''")
        page.set_viewport_size({"width": 1030, "height": 700})
        page.emulate_media(media="print")
        states["cetak"] = counts(page)
        found |= {(sop.id, state): c for state, c in states.items() if c.defects() or c.edges != arrows or c.crossings}
    assert found == {}


@pytest.mark.parametrize(
    ("name", "document"), list(load(FLOWS)), ids=lambda value: value if isinstance(value, str) else ""
)
def test_test_flows_are_clean_on_the_page(page: Page, name: str, document: SopDocument) -> None:
    """The flows that peers were measured on, drawn by the site's own templates and style."""
    page.emulate_media(media="screen")
    page.set_content(page_of(document, draw(document)))
    for width in WIDTHS:
        resize(page, width)
        result = counts(page)
        assert (result.defects(), result.crossings) == (0, 0), (name, width, result)


HOSTILE = "<script>document.title='kena'</script> & \"' {{ 7*7 }} {% x %} **tebal** [a](javascript:b) 😀 مرحبا بالعالم"
TEXTS = {
    "markah": HOSTILE,
    "600-huruf": "Memeriksa kelengkapan berkas. " * 20,
    "kata-200-huruf": "panjang" * 29,
    "emoji": "😀👩‍👩‍👧‍👦🇮🇩 " * 10,
    "kanan-ke-kiri": "مرحبا بالعالم " * 12,
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_stay_in_their_cells_and_do_nothing(page: Page, text: str, width: int) -> None:
    """Markup, very long steps and words, emoji and right-to-left text: shown as typed, drawing unharmed, nothing runs."""
    words = TEXTS[text]
    plain = flow("abc", ("1", "a"), ("2", "b", "3:Ya 1:Tidak"), ("3", "ac", "4:Ya 1:Tidak"), ("4", "c"))
    steps = tuple(
        step.model_copy(
            update={"kegiatan": words, "kelengkapan": words, "waktu": words, "output": words, "keterangan": words}
        )
        for step in plain.langkah
    )
    document = SopDocument.model_construct(**{**EMPTY, "pelaksana": plain.pelaksana, "langkah": steps, "nama": words})
    page.emulate_media(media="screen")
    page.set_content(page_of(document, draw(document)))
    resize(page, width)
    assert page.title() != "kena"
    assert page.evaluate("document.scripts.length") == 0
    assert page.locator("tbody th").first.inner_text().split() == words.split()
    overflowing = (
        "[...document.querySelectorAll('tbody td, tbody th')].filter(c => c.scrollWidth > c.clientWidth + 1).length"
    )
    assert page.evaluate(overflowing) == 0
    assert counts(page).defects() == 0


SHAPES = {
    "satu-langkah": flow("a", ("1", "a")),
    "satu-pelaksana": flow("a", *[(str(n), "a") for n in range(1, 12)]),
    "lima-pelaksana-tidak-bersebelahan": flow("abcdefghi", ("1", "a"), ("2", "acegi"), ("3", "h")),
    "tiga-panah-ke-satu-langkah": flow(
        "abc", ("1", "a"), ("2", "b", "3:Ya 5:Batal"), ("3", "c", "4:Ya 5:Batal"), ("4", "b", "5:Lanjut"), ("5", "a")
    ),
    "dua-keputusan-kembali-ke-langkah-1": flow(
        "ab", ("1", "a"), ("2", "b", "3:Ya 1:Tidak"), ("3", "b", "4:Ya 1:Tidak"), ("4", "a")
    ),
    "40-langkah-15-pelaksana": flow(
        "abcdefghijklmno", *[(str(n), "abcdefghijklmno"[(n * 7) % 15]) for n in range(1, 41)]
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_unusual_flows_are_clean(page: Page, name: str) -> None:
    """The smallest, the largest and the knottiest flows, at every width."""
    document = SopDocument.model_construct(**{**EMPTY, **SHAPES[name].__dict__})
    page.emulate_media(media="screen")
    page.set_content(page_of(document, draw(document)))
    for width in WIDTHS:
        resize(page, width)
        assert counts(page).defects() == 0, width


def test_many_loops_back_beside_long_labels(page: Page) -> None:
    """Nine decisions that all go back to step 1: their lines run side by side and leave the labels alone."""
    rows = [(str(n), "a", f"{n + 1}:Ya 1:Tidak_disetujui") for n in range(1, 10)]
    document = SopDocument.model_construct(**{**EMPTY, **flow("ab", *rows, ("10", "b")).__dict__})
    page.emulate_media(media="screen")
    page.set_content(page_of(document, draw(document)))
    for width in WIDTHS:
        resize(page, width)
        assert counts(page).defects() == 0, width


@given(document=documents())
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_flow_is_clean_on_the_page(page: Page, document: SopDocument) -> None:
    """Up to 40 steps x 15 actors with 10 decisions: crossings may happen, confusion may not."""
    document = SopDocument.model_construct(**{**EMPTY, **document.__dict__})
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_content(page_of(document, draw(document)))
    result = counts(page)
    assert result.defects() == 0, result


def test_forced_colours_keep_lines_and_symbols(browser: Browser, server: str) -> None:
    """In a high-contrast mode lines, outlines and arrowheads have the text's colour."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(server + "sop/mamuju/04/")
    text = page.evaluate("getComputedStyle(document.body).color")
    line = page.evaluate("getComputedStyle(document.querySelector('.bagan .dh')).borderTopColor")
    symbol = page.evaluate("getComputedStyle(document.querySelector('.bagan .simbol')).stroke")
    head = page.evaluate("getComputedStyle(document.querySelector('.bagan .mata')).fill")
    context.close()
    assert {line, symbol, head} == {text}


def test_published_figures_are_current(browser: Browser) -> None:
    """What the site says of its flowcharts is what they measure. If this fails: make bench-alur-halaman."""
    measured = run(browser, FLOWS, 1280)
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    assert published == {
        "sop": len(measured),
        "bersih": sum(not any(item[name] for name in DEFECTS) for item in measured),
        **{name: sum(item[name] for item in measured) for name in FIGURES},
    }


def test_the_measurement_sees_defects(page: Page) -> None:
    """A drawing spoiled on purpose is told: a line through a symbol, two lines on each other, a broken arrow, a label on a line."""
    (document,) = [document for name, document in load(FLOWS) if name.startswith("02-")]
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 900})

    def spoiled(script: str) -> Counts:
        page.set_content(page_of(document, draw(document)))
        assert counts(page).defects() == 0
        page.evaluate(script)
        return counts(page)

    assert spoiled("document.querySelector('.bagan .dh').style.cssText = 'left:-300px;right:-300px'").symbol_hits > 0
    assert spoiled("document.querySelector('.bagan .dv').remove()").broken > 0
    twin = "const l = document.querySelector('.bagan .dh'); const t = l.cloneNode(); t.dataset.p = '99'; l.after(t)"
    assert spoiled(twin).overlaps > 0
    assert (
        spoiled(
            "document.querySelector('.bagan .kata').style.cssText = 'left:0;right:auto;bottom:auto;top:0;width:100%;height:100%'"
        ).label_collisions
        > 0
    )


EMPTY = next(iter(load(FLOWS)))[1].__dict__
"""The fields of an SOP that a drawing does not need."""
