"""Takes the picture of an SOP's procedure that README shows, from the built site in site/."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "site/sop/mamuju/04/index.html"
PICTURE = ROOT / "docs/aset/gambar/halaman-sop.png"
WIDTH = 1560
"""CSS pixels: so wide that the table of this SOP stands on the page with its last column."""

MARGIN = 24

PLACE = """
() => {
  const region = document.querySelector('#prosedur .gulir');
  const first = document.querySelector('#prosedur h2').getBoundingClientRect(), last = region.getBoundingClientRect();
  return {cut: region.scrollWidth > region.clientWidth, top: first.top + scrollY, bottom: last.bottom + scrollY};
}
"""
"""From the heading to the end of the table, and whether a part of it is out of sight."""

if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=arguments)
        page = browser.new_page(viewport={"width": WIDTH, "height": 900}, reduced_motion="reduce")
        page.goto(PAGE.as_uri())
        place = page.evaluate(PLACE)
        if place["cut"]:
            sys.exit(f"Tabelnya lebih lebar daripada {WIDTH} piksel. Ubah WIDTH di {Path(__file__).name}.")
        height = place["bottom"] - place["top"] + 2 * MARGIN
        page.screenshot(
            path=PICTURE,
            full_page=True,
            clip={"x": 0, "y": place["top"] - MARGIN, "width": WIDTH, "height": height},
        )
        browser.close()
    print(f"ditulis: {PICTURE.relative_to(ROOT)}")
