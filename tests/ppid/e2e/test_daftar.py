"""The Daftar Informasi Publik in the browser: find, filter and download, with and without JavaScript."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.content import load_content
from macros.paper.sizes import PAPERS
from macros.site import Site
from scripts.press import print_document
from tests.accessibility import beyond_the_screen, serious
from tests.conftest import ROOT, TODAY
from tests.ppid.test_daftar import GUESS, entry
from tests.serving import build_site, copy_of_project, served

DATA = b"tahun,jumlah\n2025,12\n"
HOSTILE = "'Contoh <img src=x onerror=alert(1)> & <b>tebal</b>'"
WITHDRAWN = entry("Contoh ditarik", ("status: terbit", "status: ditarik"))
LIST = "ppid/daftar/"
PAGES = [
    "ppid/",
    LIST,
    f"{LIST}?q=contoh",
    f"{LIST}kategori/berkala/",
    f"{LIST}ditarik/",
    "ppid/informasi/contoh-data/",
    "ppid/informasi/contoh-ditarik/",
]


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site with the real list and further entries: one with a document, a hostile one, a withdrawn one."""
    project = tmp_path_factory.mktemp("daftar") / "proyek"
    copy_of_project(ROOT, project)
    folder = project / "ppid_data/informasi"
    (folder / "contoh-data.csv").write_bytes(DATA)
    entries = {
        "contoh-data": entry("Contoh tabel penduduk", more="berkas: contoh-data.csv\n"),
        "contoh-jahat": entry(HOSTILE, more=GUESS),
        "contoh-ditarik": WITHDRAWN + "penarikan: { tanggal: 2026-10-20, alasan: Contoh alasan. }\n",
        **{f"contoh-{i:02}": entry(f"Contoh urut {i:02}", ("2025", str(1990 + i))) for i in range(30)},
    }
    for name, text in entries.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return build_site(project, "2026-11-21")


@pytest.fixture(scope="module")
def base(site_folder: Path) -> Iterator[str]:
    """Its address, in a folder of a server, as on GitHub Pages."""
    (site_folder.parent / "dilayani").mkdir()
    (site_folder.parent / "dilayani/portal").symlink_to(site_folder)
    with served(site_folder.parent / "dilayani") as address:
        yield f"{address}portal/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    yield context.new_page()
    context.close()


def told(page: Page) -> Any:
    """The line that says how much was found."""
    return page.locator("#cari-keadaan")


def test_find_and_download_a_document(page: Page, base: str) -> None:
    """By words to the entry, from there to the file, whose bytes are those of the checksum."""
    page.goto(base + LIST)
    page.get_by_label("Cari", exact=True).fill("penduduk tabel")
    expect(told(page)).to_have_text("1 butir ditemukan.")
    page.locator("#hasil").get_by_role("link", name="Contoh tabel penduduk").click()
    expect(page.locator("h1")).to_have_text("Contoh tabel penduduk")
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh contoh-data.csv (CSV, 21 byte)").click()
    content = Path(download.value.path()).read_bytes()
    assert content == DATA
    assert page.locator(".jumlah-periksa").inner_text() == hashlib.sha256(content).hexdigest()
    expect(page.locator("#teks-kutipan")).to_contain_text(f"{base}ppid/informasi/contoh-data/")


def test_find_and_download_without_javascript(browser: Browser, base: str) -> None:
    """By category, agency and year to the entry and its file; no control is shown that would not work."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "ppid/")
    page.get_by_role("link", name="Cari dokumen").click()
    expect(page.locator("form.cari-dip")).to_be_hidden()
    expect(page.locator(".salin").first).to_be_hidden()
    page.get_by_text(re.compile("Menurut perangkat daerah")).click()
    page.locator(".menurut").get_by_role("link", name="Dinas Kesehatan").click()
    page.get_by_role("link", name="Contoh tabel penduduk").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh contoh-data.csv").click()
    assert Path(download.value.path()).read_bytes() == DATA
    page.goto(base + LIST)
    page.get_by_role("link", name="Halaman 2").first.click()
    expect(page.locator(".penomoran [aria-current]").first).to_have_text("Halaman 2")
    page.get_by_role("link", name="‹ Sebelumnya").first.click()
    expect(page).to_have_url(base + LIST)
    context.close()


def test_filters_live_in_the_address(page: Page, base: str) -> None:
    """Choices narrow the list and each other's counts; the address repeats them; Back takes them away one by one."""
    page.goto(base + LIST)
    page.get_by_label("Perangkat daerah").select_option("dinas-kesehatan")
    expect(told(page)).to_have_text("33 butir ditemukan; halaman 1 dari 2.")
    page.get_by_label("Tahun").select_option("2001")
    expect(told(page)).to_have_text("1 butir ditemukan.")
    expect(page.get_by_label("Kategori").locator("option")).to_have_text(
        ["Semua", "berkala (1)", "serta merta (0)", "setiap saat (0)"]
    )
    expect(page.get_by_label("Tahun").locator("option[value='2002']")).to_have_text("2002 (1)")
    assert "perangkat_daerah=dinas-kesehatan&tahun=2001" in page.url
    page.reload()
    expect(told(page)).to_have_text("1 butir ditemukan.")
    expect(page.locator("#daftar")).to_be_hidden()
    page.go_back()
    expect(told(page)).to_have_text("33 butir ditemukan; halaman 1 dari 2.")
    expect(page.get_by_label("Tahun")).to_have_value("")
    page.go_back()
    expect(page.locator("#daftar")).to_be_visible()
    expect(page.locator("#hasil")).to_be_hidden()


def test_results_are_sorted_and_turned_by_keyboard(page: Page, base: str) -> None:
    """Newest and oldest year, page two, and back to the whole list."""
    page.goto(f"{base}{LIST}?perangkat_daerah=dinas-kesehatan")
    page.get_by_label("Urutkan").select_option("tahun")
    titles = page.locator("#hasil .kol-judul > a")
    expect(titles.first).to_have_text("Contoh urut 00")
    page.get_by_label("Urutkan").select_option("-judul")
    expect(titles.nth(1)).to_have_text("Contoh urut 29")
    link = page.locator("#hasil").get_by_role("link", name="Berikutnya ›")
    link.focus()
    page.keyboard.press("Enter")
    expect(told(page)).to_have_text("33 butir ditemukan; halaman 2 dari 2.")
    expect(page.locator("#hasil .kol-no").first).to_have_text("26")
    expect(page.locator("#hasil")).to_be_focused()
    assert "hal=2" in page.url
    page.get_by_role("button", name="Bersihkan").click()
    expect(page.locator("#daftar")).to_be_visible()
    expect(page).to_have_url(base + LIST)


def test_withdrawn_entries_stand_only_under_their_status(page: Page, base: str) -> None:
    """With the day; the status `terbit` is what a search begins with."""
    page.goto(f"{base}{LIST}?q=contoh+ditarik")
    expect(told(page)).to_have_text("Tidak ada butir yang cocok. Kurangi kata atau saringan.")
    page.get_by_label("Status").select_option("ditarik")
    expect(told(page)).to_have_text("1 butir ditemukan.")
    expect(page.locator("#hasil tbody")).to_contain_text("ditarik 20 Oktober 2026")


def test_a_result_looks_like_a_line_of_the_list(page: Page, base: str) -> None:
    """The same cells with the same marks, whether the build or the script wrote them."""
    page.goto(base + LIST)
    line = page.locator("#daftar tr", has_text="Kesiapsiagaan bencana").first
    if not line.count():
        page.goto(f"{base}{LIST}kategori/serta-merta/")
        line = page.locator("tr", has_text="Kesiapsiagaan bencana").first
    written = line.locator("td, th").all_inner_texts()[1:]
    page.goto(f"{base}{LIST}?kategori=serta-merta")
    expect(told(page)).to_have_text("1 butir ditemukan.")
    assert page.locator("#hasil tbody").locator("td, th").all_inner_texts()[1:] == written
    page.locator("#hasil a.simpulan").click()
    expect(page).to_have_url(re.compile("/ppid/informasi/kesiapsiagaan-bencana-januari-2026/#simpulan$"))


def test_hostile_text_stays_text(page: Page, base: str) -> None:
    """In results, too, and when words of it are marked."""
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(f"{base}{LIST}?q=onerror")
    expect(page.locator("#hasil .kol-judul > a")).to_have_text(HOSTILE.strip("'"))
    expect(page.locator("#hasil mark")).to_have_text("onerror")
    assert page.locator("#hasil :is(img, b)").count() == 0
    assert alerts == []


def test_nothing_is_fetched_before_somebody_searches(page: Page, base: str) -> None:
    """The first view is the list alone; the tables come with the first focus, the columns with the first results."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.partition("/cari/")[2].partition("?")[0]))
    page.goto(base + LIST, wait_until="networkidle")
    assert not any(fetched)
    with page.expect_response("**/cari/teks.json*"):
        page.get_by_label("Cari", exact=True).focus()
    assert {name for name in fetched if name} == {"indeks.json", "teks.json"}
    page.keyboard.type("tabel penduduk")
    expect(told(page)).to_have_text("1 butir ditemukan.")
    assert [name for name in fetched if re.fullmatch(r"\d+\.json", name)]


def test_a_search_that_cannot_be_loaded_says_so_and_can_be_tried_again(page: Page, base: str) -> None:
    """The list stays, with the way to its parts."""
    page.route("**/cari/indeks.json", lambda route: route.abort())
    page.goto(base + LIST)
    page.get_by_label("Cari", exact=True).fill("tabel penduduk")
    expect(told(page)).to_contain_text("Pencarian tidak dapat dimuat. Pakai daftar per kategori")
    expect(page.locator("#daftar")).to_be_visible()
    page.unroute("**/cari/indeks.json")
    page.locator(".cari-dip").get_by_role("button", name="Cari").click()
    expect(told(page)).to_have_text("1 butir ditemukan.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_accessible_and_no_wider_than_the_screen(
    browser: Browser, base: str, address: str, width: int, scheme: Any
) -> None:
    """Axe finds nothing serious; nothing outside a scrolling region stands beyond the edge; no errors, no foreign host."""
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((base, "data:")) else errors.append(r.url))
    page.goto(base + address, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('article details').forEach(e => { e.open = true })")
    bad = serious(page)
    wide = beyond_the_screen(page, but=".gulir, .vh, thead")
    context.close()
    assert (bad, wide, errors) == ([], [], [])


def test_a_phone_shows_cards_that_are_still_a_table(browser: Browser, base: str) -> None:
    """Each value under its column's name; rows and headers stay what they are for screen readers."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{base}{LIST}kategori/berkala/")
    row = page.get_by_role("row").filter(has_text="Contoh tabel penduduk")
    expect(row.get_by_role("rowheader")).to_contain_text("Contoh tabel penduduk")
    expect(page.get_by_role("columnheader", name="Ringkasan isi informasi")).to_have_count(1)
    cell = row.get_by_role("cell").nth(1)
    label = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert "Ringkasan isi informasi" in label
    box, outer = cell.bounding_box(), row.bounding_box()
    assert box
    assert outer
    assert box["width"] > 0.8 * outer["width"]
    context.close()


def test_the_printed_list(page: Page) -> None:
    """Lying A4, header rows on every page, page numbers, bookmarks, tags; the blanks of the decree are dots."""
    (document,) = [item for item in Site(load_content(ROOT), TODAY).printables if item.alamat == "ppid/dip-2026.pdf"]
    reader = PdfReader(BytesIO(print_document(page, document, PAPERS["A4"])))
    assert reader.metadata is not None
    assert reader.metadata.title == document.judul
    texts = [item.extract_text() for item in reader.pages]
    assert len(texts) > 3
    assert float(reader.pages[0].mediabox.width) == pytest.approx(297 / 25.4 * 72, abs=1)
    for number, text in enumerate(texts, start=1):
        assert f"halaman {number} dari {len(texts)}" in text
    for text in texts[:-1]:
        assert "Ringkasan isi informasi" in text
    assert re.search(r"Lampiran Keputusan \.{20}", texts[0])
    numbers = re.findall(r"^(\d+) \D", "\n".join(texts), re.MULTILINE)
    assert {str(no) for no in range(1, 18)} <= set(numbers)
    root = reader.trailer["/Root"].get_object()
    assert root["/MarkInfo"]["/Marked"]
    titles = [item.title for item in flat(reader.outline)]
    assert titles[0].casefold() == "daftar informasi publik tahun 2026"
    assert "A. Informasi yang wajib disediakan dan diumumkan secara berkala" in titles


def flat(outline: list[Any]) -> list[Any]:
    """All bookmarks of all levels."""
    return [item for part in outline for item in (flat(part) if isinstance(part, list) else [part])]
