"""How clean flowcharts are drawn, measured on the rendered page.

Draws every SOP file of a folder (DATA, by default the 15 test flows), opens the table in a
browser and counts, per SOP and in total: edges, symbol hits (a line through a symbol, a text or a
header), overlaps, false contacts, label collisions, crossings, bends, and the milliseconds that
the drawing took. Files need no registers.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.browsing import launch
from bench.floors import Floor, table
from bench.geometry import COLLECT, Counts, measure
from bench.measuring import ROOT
from macros.diagrams.cells import Drawing, draw
from macros.diagrams.stylesheet import stylesheet
from macros.loading import load_yaml
from macros.models.sop import SopDocument
from macros.problems import ContentError
from macros.rendering import render
from macros.validation import validate
from macros.views.procedure import bare_table

FLOWS = ROOT / "tests/data/alur"
FIGURES = ("edges", "symbol_hits", "overlaps", "false_contacts", "label_collisions", "crossings", "bends")
DEFECTS = ("symbol_hits", "overlaps", "false_contacts", "label_collisions")
STYLES = ("token.css", "portal.css", "komponen.css", "sop.css", "mendatar.css")
"""What the page of an SOP loads beside the drawing's own rules."""
PUBLISHED = ROOT / "docs/aset/kerapian-alur.json"
"""The totals over the test flows that a page of the site shows; `make bench-alur-halaman` writes them anew."""

PAGE = """<!doctype html><html lang="id"><meta charset="utf-8"><style>
body {{ font: 20px/1.6 sans-serif; margin: 16px; }}
{css}
</style><body class="md-typeset">{table}"""


def load(folder: Path) -> Iterator[tuple[str, SopDocument]]:
    """Every SOP below a folder, by file name; raises ContentError for files that are none."""
    for file in sorted(folder.rglob("*.yml")):
        loaded = load_yaml(file, str(file))
        document = validate(SopDocument, loaded)
        if document is None:
            raise ContentError(loaded.problems)
        yield file.stem, document


def page_of(document: SopDocument, drawing: Drawing) -> str:
    """A page with nothing but the procedure table, in the site's own style."""
    css = "\n".join((ROOT / "docs/aset" / name).read_text(encoding="utf-8") for name in STYLES)
    css += stylesheet(drawing.largest)
    return PAGE.format(css=css, table=render("sop-prosedur.html", "", sop=bare_table(document, drawing)))


def run(browser: Browser, folder: Path, width: int) -> list[dict[str, Any]]:
    """Figures of every SOP in a folder, at one width of the window."""
    figures = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    for name, document in load(folder):
        start = time.perf_counter()
        drawing = draw(document)
        milliseconds = (time.perf_counter() - start) * 1000
        page.set_content(page_of(document, drawing))
        counts: Counts = measure(page.locator("table.bagan").evaluate(COLLECT))
        figures.append({"sop": name, **asdict(counts), "ms": round(milliseconds, 1)})
    page.close()
    return figures


def measured(folder: Path = FLOWS, width: int = 1280) -> list[dict[str, Any]]:
    """Figures of every SOP in a folder, in a browser of their own; raises ContentError for files that are none."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        figures = run(browser, folder, width)
        browser.close()
    return figures


def floors(figures: Sequence[Mapping[str, Any]]) -> Iterator[Floor]:
    """No drawing has a defect."""
    yield Floor("cacat pada bagan alur uji", sum(item[name] for item in figures for name in (*DEFECTS, "broken")), 0)


def as_text(figures: Sequence[Mapping[str, Any]]) -> str:
    """The figures as a table."""
    names = (*FIGURES, "broken", "ms")
    rows = [(item["sop"][:39], *(str(item[name]) for name in names)) for item in figures]
    rows.append(("jumlah", *(str(round(sum(item[name] for item in figures), 1)) for name in names)))
    times = [item["ms"] for item in figures]
    median = f"milidetik: tengah {statistics.median(times)}, terlama {max(times)}"
    return f"{table([('SOP', *names), *rows])}\n{median}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=FLOWS, help="folder berkas SOP")
    parser.add_argument("--width", type=int, default=1280, help="lebar jendela, piksel CSS")
    parser.add_argument("--tulis", type=Path, metavar="BERKAS", help="tulis jumlahnya untuk halaman situs")
    parser.add_argument("--format", choices=("teks", "json"), default="teks")
    options = parser.parse_args()
    try:
        result = measured(options.data, options.width)
    except ContentError as error:
        sys.exit(str(error))
    if not result:
        sys.exit(f"tidak ada berkas SOP (*.yml) di {options.data}")
    total = {name: sum(item[name] for item in result) for name in FIGURES}
    if options.tulis:
        clean = sum(not any(item[name] for name in DEFECTS) for item in result)
        figures = {"sop": len(result), "bersih": clean, **total}
        options.tulis.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if options.format == "json":
        print(json.dumps({"sop": result, "total": total}, indent=2, ensure_ascii=False))
    else:
        print(as_text(result))
