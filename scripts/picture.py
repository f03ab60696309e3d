"""Takes the picture of an SOP page that README shows, from the built site in site/."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "site/sop/mamuju/04/index.html"
PICTURE = ROOT / "docs/aset/gambar/halaman-sop.png"

if __name__ == "__main__":
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=arguments)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        page.goto(PAGE.as_uri())
        page.evaluate("window.scrollTo(0, document.querySelector('#prosedur').offsetTop - 90)")
        page.wait_for_timeout(1000)  # the header slides in
        page.screenshot(path=PICTURE)
        browser.close()
    print(f"ditulis: {PICTURE.relative_to(ROOT)}")
