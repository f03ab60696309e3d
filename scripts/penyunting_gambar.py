"""Takes the pictures of penyunting/README.md: python scripts/penyunting_gambar.py, as `make picture` does.

What is seen is written into a clone that is thrown away. CHROMIUM names the browser, as scripts/browser.py does.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a file, it finds its own folder only

from macros.cms.config import local_backend
from macros.cms.section import PACKAGES, editor_assets
from macros.content import load_content
from scripts.node import install
from scripts.penyunting import ROOT, editing_server, free_port, git, site_server, write_editor

FOLDER = ROOT / "penyunting/gambar"
SIZE = {"width": 1000, "height": 640}
COLOURS = 48
"""So many are enough for a form, and keep a picture small."""


@contextmanager
def editor() -> Iterator[str]:
    """The address of the editor's page before a clone of the project."""
    install(PACKAGES)
    with tempfile.TemporaryDirectory() as place:
        repository, folder, port = Path(place, "klon"), Path(place, "situs"), free_port()
        git(ROOT, "clone", "--quiet", str(ROOT), str(repository))
        for key, value in {"user.name": "Penyunting", "user.email": "penyunting@contoh.example"}.items():
            git(repository, "config", key, value)
        kept = local_backend(port, git(repository, "branch", "--show-current"))
        write_editor(folder, editor_assets(load_content(ROOT), kept, ""))
        site = site_server(folder, free_port())
        threading.Thread(target=site.serve_forever, daemon=True).start()
        with editing_server(repository, port):
            yield f"http://localhost:{site.server_port}/admin/"
        site.shutdown()


def keep(page: Page, name: str) -> None:
    """Keep what the page shows as a small picture."""
    page.wait_for_timeout(300)  # menus unfold
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    FOLDER.mkdir(exist_ok=True)
    picture.save(FOLDER / f"{name}.png", optimize=True)


def take(page: Page, address: str) -> None:
    """Write an example, upload a document, hand both in; take a picture on the way."""
    page.goto(address)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Jenis isi").wait_for()
    page.add_style_tag(content=".Toastify {display: none}")  # notices would cover what is to be seen
    page.goto(f"{address}#/collections/artikel/new")
    for label, value in {"Nama singkat": "contoh-artikel", "Judul": "Contoh judul artikel"}.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Ringkasan").fill("Contoh ringkasan dalam satu kalimat.")
    page.get_by_label("Tanggal", exact=True).fill("2026-11-20")
    page.get_by_label("Penulis").fill("Contoh Penulis")
    for label, value in {"Kategori": "Budaya", "Status": "draf"}.items():
        page.get_by_label(label).fill(value)
        page.get_by_role("option", name=value).first.click()
    page.locator("[data-slate-editor]").click()
    page.keyboard.type("Contoh isi artikel.")
    page.get_by_label("Nama singkat").scroll_into_view_if_needed()
    keep(page, "formulir")
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("button", name="Status: Rancangan").click()
    page.get_by_role("menuitem", name="Dalam tinjauan").wait_for()
    page.get_by_label("Nama singkat").scroll_into_view_if_needed()
    keep(page, "status")
    page.get_by_role("menuitem", name="Dalam tinjauan").click()
    page.get_by_role("button", name="Status: Dalam tinjauan").wait_for()
    page.goto(f"{address}#/workflow")
    page.get_by_text("Contoh judul artikel").wait_for()
    keep(page, "alur-kerja")
    page.goto(f"{address}#/collections/informasi/new")
    page.get_by_role("button", name="Pilih berkas").click()
    document = {"name": "Contoh Laporan 2025.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    page.locator("input[type=file]").set_input_files(document)
    page.get_by_role("button", name="Pakai yang dipilih").wait_for()
    keep(page, "unggah")


def main() -> None:
    """Take all pictures."""
    with editor() as address, sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"],
            args=["--no-sandbox"] if root else [],  # Chromium's sandbox does not run as root
        )
        take(browser.new_page(viewport=SIZE, locale="id-ID"), address)
        browser.close()


if __name__ == "__main__":
    main()
