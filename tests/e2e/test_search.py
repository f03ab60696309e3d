"""The search in the browser: words, synonyms and stems, kinds, keyboard, hostile texts, and without JavaScript."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.search import Record, start_index
from macros.searching.synonyms import Thesaurus
from macros.site import Site
from tests.accessibility import violations
from tests.serving import served

HOSTILE = "Contoh <img src=x onerror=alert(1)> zirafah"
SAME = Thesaurus.of([("KTP", "kartu tanda penduduk")])
EXAMPLES = [
    Record("sop/contoh-1/", "Contoh membawa KTP", ("Contoh pelayanan okapi",), "SOP", meta={"keterangan": "contoh"}),
    Record("sop/contoh-2/", "Contoh kedua", ("Membawa kartu tanda penduduk",), "SOP"),
    Record("sop/contoh-3/", HOSTILE, (HOSTILE, "<script>alert(2)</script>"), "peraturan", meta={"keterangan": HOSTILE}),
    Record("warta/contoh/", "Contoh berita", ("Contoh ringkasan okapi.",), "warta", tersirat="isi tentang komodo"),
    *(Record(f"sop/mamuju/01/#urut-{i}", f"Contoh urut {i} trenggiling", (), "langkah") for i in range(27)),
]


@pytest.fixture(scope="module")
def base(built: Path, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built site in a folder of a server, with an index that knows some examples more."""
    root = tmp_path_factory.mktemp("cari")
    shutil.copytree(built, root / "portal")
    index = start_index([*site.records, *map(SAME.widen, EXAMPLES)])
    assert index
    index.finish(root / "portal")
    with served(root, "portal/") as address:
        yield f"{address}portal/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    yield context.new_page()
    context.close()


def search(page: Page, base: str, words: str) -> None:
    """Open the page of the search and ask by keyboard."""
    page.goto(f"{base}cari/")
    page.get_by_label("Kata yang dicari").fill(words)
    page.keyboard.press("Enter")
    expect(page.locator("#cari-keadaan")).to_contain_text(f"“{words}”")


def titles(page: Page, kind: str) -> list[str]:
    """The titles found of one kind."""
    return page.locator(f"[data-jenis='{kind}'] li > a").all_inner_texts()


def test_synonyms_are_found_both_ways(page: Page, base: str) -> None:
    """The abbreviation finds what is spelled out, and the other way round; the own words come first."""
    search(page, base, "KTP")
    assert titles(page, "SOP")[:2] == ["Contoh membawa KTP", "Contoh kedua"]
    expect(page.locator("[data-jenis=SOP] li").nth(1)).to_contain_text("Disebut juga: KTP")
    search(page, base, "kartu tanda penduduk")
    assert {"Contoh membawa KTP", "Contoh kedua"} <= set(titles(page, "SOP"))


def test_an_abbreviation_of_the_registers_finds_the_agency(page: Page, base: str) -> None:
    """The short name of an agency leads to it."""
    search(page, base, "BKAD")
    assert "Badan Keuangan dan Aset Daerah" in titles(page, "perangkat daerah")


def test_indonesian_stems(page: Page, base: str) -> None:
    """Without its prefix a word finds the one with it, and marks it."""
    search(page, base, "layanan okapi")
    assert titles(page, "SOP") == ["Contoh membawa KTP"]
    assert page.locator("[data-jenis=SOP] mark").all_inner_texts() == ["pelayanan", "okapi"]


def test_long_texts_are_found_and_their_summary_is_shown(page: Page, base: str) -> None:
    """A word that stands only in the text of an article finds it."""
    search(page, base, "komodo")
    assert titles(page, "warta") == ["Contoh berita"]
    expect(page.locator("[data-jenis=warta] .cari__cuplikan")).to_have_text("Contoh ringkasan okapi.")
    search(page, base, "okapi")
    assert page.locator("[data-jenis=warta] mark").all_inner_texts() == ["okapi"]


def test_results_stand_by_kind_with_counts(page: Page, base: str) -> None:
    """Every kind has its heading and count; choosing one shows it alone, and the address says so."""
    search(page, base, "surat keluar")
    expect(page.get_by_role("heading", name=re.compile(r"^SOP \(\d+\)$"))).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile(r"^Langkah SOP \(\d+\)$"))).to_be_visible()
    expect(page.locator("[data-jenis=warta]")).to_be_hidden()
    counts = [int(number) for number in re.findall(r"\((\d+)\)", page.locator("#cari-jenis").inner_text())]
    assert counts[0] == sum(counts[1:])
    page.get_by_role("radio", name=re.compile("^Langkah SOP")).check()
    expect(page).to_have_url(re.compile(r"\?q=surat\+keluar&jenis=langkah$"))
    expect(page.locator("[data-jenis=SOP]")).to_be_hidden()
    link = page.locator("[data-jenis=langkah] li > a").first
    assert re.search(r"/portal/sop/[a-z-]+/\d+/#langkah-\d+$", str(link.get_attribute("href")))


def test_ten_at_a_time_and_the_focus_follows(page: Page, base: str) -> None:
    """A kind alone shows ten, each click ten more, and the keyboard is on the first new one."""
    search(page, base, "trenggiling")
    results = page.locator("[data-jenis=langkah] li")
    expect(results).to_have_count(10)
    more = page.get_by_role("button", name="Tampilkan lagi Langkah SOP")
    more.press("Enter")
    expect(results).to_have_count(20)
    expect(results.nth(10).locator("a")).to_be_focused()
    more.press("Enter")
    expect(results).to_have_count(27)
    expect(more).to_be_hidden()


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)> zirafah", "</p><script>alert(3)</script>", "'\"`${q}"])
def test_hostile_words_and_texts_stay_text(page: Page, base: str, words: str) -> None:
    """Markup in the query or in the index is shown as it is and runs nowhere."""
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    search(page, base, words)
    assert page.locator("#cari-hasil :is(img, script), #cari-keadaan *").count() == 0
    assert dialogs == []


def test_a_hostile_title_is_shown_in_full(page: Page, base: str) -> None:
    """Title, line below and excerpt are text."""
    search(page, base, "zirafah")
    result = page.locator("[data-jenis=peraturan] li")
    assert titles(page, "peraturan") == [HOSTILE]
    expect(result.locator(".catatan-kecil")).to_have_text(HOSTILE)
    assert "<script>alert(2)</script>" in result.locator(".cari__cuplikan").inner_text()


def test_the_address_keeps_the_search_and_back_undoes_it(page: Page, base: str) -> None:
    """A shared address searches at once; the Back button restores what was asked for before."""
    page.goto(f"{base}cari/?q=trenggiling")
    expect(page.locator("#cari-keadaan")).to_have_text("27 hasil untuk “trenggiling” dalam 1 jenis.")
    page.get_by_label("Kata yang dicari").fill("komodo")
    page.get_by_role("button", name="Cari", exact=True).click()
    expect(page.locator("#cari-keadaan")).to_contain_text("“komodo”")
    assert page.title().startswith("komodo: Cari")
    page.go_back()
    expect(page.locator("#cari-keadaan")).to_contain_text("“trenggiling”")
    expect(page.get_by_label("Kata yang dicari")).to_have_value("trenggiling")
    page.goto(f"{base}cari/?q=trenggiling&jenis=bukan-jenis")
    expect(page.locator("#cari-keadaan")).to_have_text("27 hasil untuk “trenggiling” dalam 1 jenis.")


def test_nothing_found_is_said_and_the_lists_remain(page: Page, base: str) -> None:
    """With what to do next."""
    search(page, base, "qqqqzz")
    expect(page.locator("#cari-keadaan")).to_contain_text("Tidak ada yang cocok")
    expect(page.locator("#cari-jenis")).to_be_hidden()
    expect(page.get_by_role("heading", name="Telusuri menurut daftar")).to_be_visible()


def test_an_index_that_does_not_load_is_told(page: Page, base: str) -> None:
    """The lists stay as the way out."""
    page.route("**/pagefind/*", lambda route: route.abort())
    page.goto(f"{base}cari/?q=komodo")
    expect(page.locator("#cari-keadaan")).to_contain_text("Pencarian tidak dapat dimuat")
    expect(page.get_by_role("heading", name="Telusuri menurut daftar")).to_be_visible()


def test_nothing_is_fetched_before_it_is_needed(page: Page, base: str) -> None:
    """The index waits for the focus; nothing comes from elsewhere, and no worker is begun."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}cari/", wait_until="networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
    with page.expect_response("**/wasm.id.pagefind"):
        page.get_by_label("Kata yang dicari").focus()
    page.keyboard.type("komodo")
    page.keyboard.press("Enter")
    expect(page.locator("#cari-keadaan")).to_contain_text("“komodo”")
    assert [url for url in asked if not url.startswith(base)] == []
    assert page.workers == []


def test_every_page_leads_to_the_search(browser: Browser, base: str) -> None:
    """By a form on a desktop, by a link on a phone; on the error page, too."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{base}sop/mamuju/04/")
    page.get_by_label("Cari di seluruh portal").get_by_role("searchbox").fill("komodo")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}cari/?q=komodo")
    expect(page.locator("#cari-keadaan")).to_contain_text("“komodo”")
    assert titles(page, "warta") == ["Contoh berita"]
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}ppid/daftar/")
    expect(page.get_by_label("Cari di seluruh portal")).to_be_hidden()
    page.get_by_role("link", name="Cari di portal").click()
    expect(page).to_have_url(f"{base}cari/")
    context.close()


def test_the_error_page_searches_and_its_links_stay_on_the_site(page: Page, server: str) -> None:
    """Wherever the missing page was; no link takes a folder for the name of a host."""
    page.goto(f"{server}404.html")
    links = page.evaluate("[...document.links].map(a => a.href)")
    assert [link for link in links if not link.startswith(server)] == []
    page.locator("article").get_by_label("Kata yang dicari").fill("surat")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}cari/?q=surat")


def test_useful_without_javascript(browser: Browser, base: str) -> None:
    """The lists, and no form that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}cari/?q=surat")
    expect(page.get_by_text("Pencarian memerlukan JavaScript.")).to_be_visible()
    expect(page.get_by_role("search", name="Cari di portal")).to_be_hidden()
    page.locator("#cari-daftar").get_by_role("link", name="Dinas Kesehatan").click()
    expect(page.locator("h1")).to_contain_text("Dinas Kesehatan")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("words", ["", "informasi", "qqqqzz"])
def test_accessible_and_within_the_screen(browser: Browser, base: str, words: str, width: int, scheme: str) -> None:
    """Axe finds nothing, and nothing sticks out."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{base}cari/?q={words}")
    if words:
        expect(page.locator("#cari-keadaan")).to_contain_text(f"“{words}”")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
