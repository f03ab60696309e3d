"""The news as visitors meet it: phone and desktop, light and dark, without JavaScript, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from tests.accessibility import beyond_the_screen, serious
from tests.conftest import ROOT, run_module
from tests.serving import copy_of_project, served
from tests.warta.conftest import ARTICLE

PHOTOS = "".join(
    f"  - berkas: contoh-{number}.png\n    alt: Contoh alt\n    kredit: Contoh kredit\n    keterangan: Contoh keterangan\n"
    for number in (1, 2, 3)
)
FULL = ARTICLE.replace("kategori: budaya", "kategori: budaya\ntag: [contoh]\nfotografer: Contoh Fotografer").replace(
    "status: terbit", f"foto:\n{PHOTOS}ralat: [{{tanggal: 2026-11-21, uraian: Contoh ralat}}]\nstatus: terbit"
)
BODY = """Contoh isi dengan [tautan](/sop/) dan [tautan keluar](https://contoh.example/).[^1]

## Contoh bagian

> Contoh kutipan.

| Contoh kolom yang lebar | Contoh kolom yang lebar | Contoh kolom yang lebar | Contoh kolom yang lebar |
|---|---|---|--:|
| contoh | contoh | contoh | 1 |

katapanjangsekalitanpaspasikatapanjangsekalitanpaspasikatapanjangsekalitanpaspasikatapanjangsekali

[^1]: Contoh catatan kaki.
"""
GONE = "status: ditarik\npenarikan: {tanggal: 2026-11-21, alasan: Contoh alasan}"
DRAFTED = "Rahasia-draf"

PAGES = {
    "beranda-warta": "warta/",
    "halaman-dua": "warta/hal/2/",
    "kategori": "warta/kategori/budaya/",
    "semua-kategori": "warta/kategori/",
    "arsip": "warta/arsip/",
    "bulan": "warta/arsip/2025/12/",
    "tag": "warta/tag/contoh/",
    "artikel": "warta/2026/contoh/",
    "kilas": "warta/2025/kua-ppas-2026/",
    "ditarik": "warta/2026/contoh-ditarik/",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site with an article of every kind, built on 21 November 2026 by the project's own code."""
    project = tmp_path_factory.mktemp("warta") / "proyek"
    copy_of_project(ROOT, project)
    folder = project / "warta_data/artikel/2026"
    (folder / "contoh.md").write_text(FULL.replace("Contoh isi.\n", BODY), encoding="utf-8")
    (folder / "contoh-ditarik.md").write_text(ARTICLE.replace("status: terbit", GONE), encoding="utf-8")
    draft = ARTICLE.replace("Contoh", DRAFTED).replace("status: terbit", f"tag: [{DRAFTED.lower()}]\nstatus: draf")
    (folder / "contoh-draf.md").write_text(draft, encoding="utf-8")
    (folder / "contoh-rencana.md").write_text(
        draft.replace("draf\n", "terbit\n").replace("terbit: 2026-11-20", "terbit: 2026-11-22"), encoding="utf-8"
    )
    for number in (1, 2, 3):
        image = Image.new("RGB", (600, 400), "#2a6f97")
        ImageDraw.Draw(image).ellipse((100, 50, 500, 350), fill="#e9d8a6")
        image.save(folder / f"contoh-{number}.png")
    folder = project / "site"
    result = run_module("mkdocs", "build", cwd=project, SITE_DIR=str(folder), SITE_URL="https://contoh.example/")
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where that site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_drafts_and_plans_are_in_no_file_of_the_site(site: Path) -> None:
    """Not in a page, a list, a feed, a sitemap or a name."""
    files = [file for file in site.rglob("*") if file.is_file()]
    assert len(files) > 300
    assert not [file for file in files if DRAFTED.encode().lower() in file.read_bytes().lower()]
    assert not [file for file in files if "contoh-draf" in str(file) or "contoh-rencana" in str(file)]
    assert (site / "warta/2026/contoh-ditarik/index.html").is_file()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("kind", PAGES)
def test_accessible_and_as_wide_as_the_screen(
    browser: Browser, address: str, kind: str, width: int, scheme: str
) -> None:
    """Axe finds nothing serious; only tables scroll sideways; one h1."""
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + PAGES[kind])
    bad = serious(page)
    wide = beyond_the_screen(page)
    headings = page.locator("h1").count()
    context.close()
    assert (bad, wide, headings) == ([], [], 1)


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_foreign_no_errors_and_no_inline_style(page: Page, address: str, kind: str) -> None:
    """A page asks nobody else for anything before a click; a strict policy would find nothing to refuse."""
    foreign: list[str] = []
    errors: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else foreign.append(request.url)
    )
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address + PAGES[kind], wait_until="networkidle")
    assert (foreign, errors) == ([], [])
    assert page.locator("article style, article [style], article script:not([type='application/ld+json'])").count() == 0


def test_without_javascript_everything_but_the_copy_button_works(browser: Browser, address: str) -> None:
    """Sharing is plain links."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PAGES["artikel"])
    expect(page.get_by_role("link", name="WhatsApp")).to_be_visible()
    expect(page.locator("[data-salin-alamat]")).to_be_hidden()
    page.get_by_role("link", name="tautan", exact=True).click()
    expect(page).to_have_url(f"{address}sop/")
    context.close()


def test_the_address_is_copied(browser: Browser, address: str) -> None:
    """With a script, one press copies the page's own address and says so."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PAGES["artikel"])
    page.get_by_role("button", name="Salin alamat").click()
    expect(page.get_by_text("Alamat disalin.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "https://contoh.example/warta/2026/contoh/"
    context.close()


def test_paper_shows_the_article_and_no_buttons(page: Page, address: str) -> None:
    """Printed: the text, its photos and where links lead; no sharing, no other news."""
    page.goto(address + PAGES["artikel"])
    page.emulate_media(media="print")
    expect(page.locator(".warta-isi")).to_be_visible()
    for selector in (".warta-bagikan", ".warta-terkait", ".tetangga", ".remah"):
        expect(page.locator(selector)).to_be_hidden()
    after = page.evaluate("getComputedStyle(document.querySelector('.warta-isi a[rel=noopener]'), '::after').content")
    assert "https://contoh.example/" in after or "attr(href)" in after


def test_the_head_of_an_article(page: Page, address: str) -> None:
    """Title, description, own address, feeds of its category, what a shared link shows."""
    page.goto(address + PAGES["artikel"])
    head = {
        "title": page.title(),
        "description": page.locator("meta[name=description]").get_attribute("content"),
        "canonical": page.locator("link[rel=canonical]").get_attribute("href"),
        "og:title": page.locator("meta[property='og:title']").get_attribute("content"),
        "og:image": page.locator("meta[property='og:image']").get_attribute("content"),
    }
    assert head == {
        "title": "Contoh judul - Portal KominfoSP",
        "description": "Contoh ringkasan.",
        "canonical": "https://contoh.example/warta/2026/contoh/",
        "og:title": "Contoh judul",
        "og:image": "https://contoh.example/warta/2026/contoh/kartu.jpg",
    }
    for feed in page.locator("link[rel=alternate]").all():
        href = feed.evaluate("node => node.href")
        assert page.request.get(href).ok, href
