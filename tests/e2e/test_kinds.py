"""Every kind of page as visitors meet it: phone and desktop, light and dark, without JavaScript, enlarged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility import beyond_the_screen, serious

KINDS = {
    "beranda": "",
    "katalog": "sop/",
    "sop": "sop/mamuju/04/",
    "sop-terpanjang": "sop/polewali-mandar/08/",
    "sop-nama-panjang": "sop/polewali-mandar/09/",
    "pelaksana-daftar": "pelaksana/",
    "pelaksana": "pelaksana/kepala-dinas/",
    "peraturan-daftar": "peraturan/",
    "peraturan": "peraturan/pp-82-2012/",
    "temuan-daftar": "temuan/",
    "temuan": "temuan/peraturan-tidak-berlaku/",
    "selayang-pandang": "selayang-pandang/",
    "kecamatan": "selayang-pandang/kecamatan/",
    "infografis": "infografis/",
    "indikator": "infografis/penduduk/",
    "indikator-tanpa-grafik": "infografis/apbd-belanja/",
    "satu-data": "satu-data/",
    "dataset": "satu-data/ipm/",
    "dataset-wilayah": "satu-data/wilayah/",
    "kalender-data": "satu-data/kalender/",
    "pemenuhan-data": "satu-data/pemenuhan/",
    "data-award": "data-award/",
    "buku-statistik": "publikasi/buku-statistik/",
    "warta": "warta/",
    "warta-arsip": "warta/arsip/",
    "kilas": "warta/2025/kemiskinan-turun-1-64-poin/",
    "alamat": "alamat/",
    "agenda": "agenda/",
    "agenda-tahun": "agenda/2025/",
    "acara": "agenda/2026/hari-jadi-ke-67/",
    "data": "data/",
    "tentang": "tentang/",
    "kerapian": "kerapian/",
    "komponen": "tentang/komponen/",
    "ppid": "ppid/",
    "dip": "ppid/daftar/",
    "dip-kategori": "ppid/daftar/kategori/setiap-saat/",
    "butir": "ppid/informasi/rpjpd-2025-2045/",
    "cara-meminta": "ppid/cara-meminta/",
    "permohonan": "ppid/permohonan/",
    "keberatan": "ppid/keberatan/",
    "tenggat": "ppid/tenggat/",
    "hari-libur": "ppid/hari-libur/",
    "dikecualikan": "ppid/dikecualikan/",
    "serta-merta": "ppid/serta-merta/",
    "register": "ppid/register/",
    "laporan": "ppid/laporan/",
    "monitoring": "ppid/monitoring/",
    "monitoring-pd": "ppid/monitoring/diskominfo-sp/",
    "e-monev": "ppid/e-monev/",
    "perangkat-daerah": "perangkat-daerah/",
    "perangkat-daerah-satu": "perangkat-daerah/diskominfo-sp/",
    "pemantauan-situs": "pemantauan-situs/",
    "spbe-indeks": "spbe/indeks/",
    "spbe-peraturan": "spbe/peraturan/",
    "layanan": "layanan/",
    "layanan-satu": "layanan/mamuju-sertifikat-elektronik/",
    "layanan-formulir": "layanan/mamuju-sound-system/formulir/",
    "aduan": "layanan/aduan/",
    "survei": "layanan/survei/",
    "kuesioner": "layanan/survei/kuesioner/",
    "aksesibilitas": "aksesibilitas/",
    "privasi": "privasi/",
    "keamanan": "keamanan/",
    "cari": "cari/",
    "cari-hasil": "cari/?q=informasi",
    "404": "404.html",
}
"""One address for each kind of page."""

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
WIDTHS = (320, 390, 768, 1280)

COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""What axe finds in one colour scheme and not in the other."""

TELL_VIOLATIONS = "addEventListener('securitypolicyviolation', e => console.error(e.violatedDirective, e.blockedURI))"
"""What is told to nobody else, such as a refused form, stands on the console, too."""

SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
"""The spacing that a reader may set without losing anything (WCAG 2.2, 1.4.12)."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One visitor who goes from page to page."""
    # what a reader sets is no part of the page, and the page's policy does not bind it
    context = browser.new_context(viewport=DESKTOP, locale="id-ID", bypass_csp=True)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["hp", "desktop"])
@pytest.mark.parametrize("kind", KINDS)
def test_accessible(page: Page, server: str, kind: str, viewport: dict[str, int]) -> None:
    """Axe finds nothing serious or critical on any kind of page, in light and in dark."""
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="light")
    page.goto(server + KINDS[kind])
    bad = serious(page)
    page.emulate_media(color_scheme="dark")
    page.goto(server + KINDS[kind])
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"
    assert bad + serious(page, runOnly=COLOUR_RULES) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_foreign_and_no_errors(browser: Browser, server: str, kind: str) -> None:
    """A page asks no other server for anything, does nothing that its policy forbids, and tells of no error."""
    context = browser.new_context()
    page = context.new_page()
    foreign: list[str] = []
    errors: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((server, "data:")) else foreign.append(request.url)
    )
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(TELL_VIOLATIONS)
    page.goto(server + KINDS[kind], wait_until="networkidle")
    context.close()
    assert (foreign, errors) == ([], [])


def too_wide(page: Page) -> list[tuple[int, list[str]]]:
    """The widths at which something sticks out at the right or the page itself can be scrolled, and what does."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        outside = beyond_the_screen(page)
        if outside or page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append((width, outside))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_page_itself_never_scrolls_sideways(page: Page, server: str, kind: str) -> None:
    """Wide tables scroll inside their own region; the page fits the screen, with everything opened and spaced out."""
    page.emulate_media(color_scheme="light")
    page.goto(server + KINDS[kind])
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert too_wide(page) == []
    page.add_style_tag(content=SPACED)
    assert too_wide(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_readable_without_javascript(browser: Browser, server: str, kind: str) -> None:
    """Title and content are there without JavaScript, and no control is shown that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + KINDS[kind])
    expect(page.locator("article h1")).to_be_visible()
    for control in page.locator("form.saring, .hanya-skrip").all():
        expect(control).to_be_hidden()
    context.close()


def html_of(built: Path, kind: str) -> str:
    """The file that a server sends for a kind of page."""
    address = KINDS[kind].partition("?")[0]
    return (built / (address if address.endswith(".html") else f"{address}index.html")).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_language_title_description_and_one_heading(built: Path, kind: str) -> None:
    """Every page says its language, has a title, a description and exactly one main heading."""
    html = html_of(built, kind)
    assert re.search(r'<html [^>]*lang="id"', html)
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r'<meta name="description" content="[^"]{20,}"', html)
    assert re.search(r"<title>\s*\S[^<]*</title>", html)


def test_titles_differ(built: Path) -> None:
    """No two kinds of page share a title; what was searched for is not in the title before it is searched."""
    titles = [re.findall(r"<title>([^<]*)</title>", html_of(built, kind))[0] for kind in KINDS if kind != "cari-hasil"]
    assert len(set(titles)) == len(titles)


def test_no_link_on_the_site_is_broken(page: Page, server: str) -> None:
    """Following every internal link of every kind of page finds a page, and every fragment its place."""
    links: set[str] = set()
    for address in KINDS.values():
        page.goto(server + address)
        links |= set(page.evaluate("[...document.links].map(a => a.href)"))
    internal = {link for link in links if link.startswith(server)}
    broken = []
    anchors: dict[str, set[str]] = {}
    for link in sorted(internal):
        address, _, fragment = link.partition("#")
        if address not in anchors:
            response = page.request.get(address)
            if not response.ok:
                broken.append(link)
                continue
            anchors[address] = set(re.findall(r'\sid="?([^"\s>]+)', response.text()))
        if fragment and fragment not in anchors[address]:
            broken.append(link)
    assert len(internal) > 150
    assert broken == []
