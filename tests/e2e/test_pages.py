"""What single pages do: filters, menus, the procedure on a phone, on paper, in the dark; test_kinds.py looks at all kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.portal import Portal

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh desktop page."""
    context = browser.new_context(viewport=DESKTOP, locale="id-ID")
    yield context.new_page()
    context.close()


def test_filter_by_words(page: Page, server: str) -> None:
    """Typing narrows the catalogue to SOPs with all words, says how many, and empties headings with nothing under them."""
    page.goto(server + "sop/")
    page.get_by_label("Saring SOP").fill("sertifikat mamuju")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^0 dari \d+ cocok$"))
    page.get_by_label("Saring SOP").fill("sertifikat persandian")
    expect(page.get_by_role("link", name="Pencabutan Sertifikat Elektronik")).to_be_visible()
    expect(page.get_by_role("link", name="Kerjasama Media")).to_be_hidden()
    expect(page.get_by_role("heading", name="Sekretariat")).to_be_hidden()
    page.get_by_label("Saring SOP").fill("")
    expect(page.get_by_role("link", name="Kerjasama Media")).to_be_visible()


def test_filter_ignores_what_is_not_found(page: Page, server: str) -> None:
    """Nothing found is said, not left blank."""
    page.goto(server + "pelaksana/")
    page.get_by_label("Saring pelaksana").fill("zzz")
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^0 dari \d+ cocok$"))


def test_sop_page_holds_the_form_and_the_table(page: Page, server: str) -> None:
    """The identity sheet, one column per actor, a symbol in the actor's column, and the exits in words."""
    page.goto(server + "sop/mamuju/04/")
    identity = page.locator("#identitas")
    for text in (
        "000.8.3.3/4/SOP/II/2025/DISKOMINFOSIP",
        "24 Februari 2025",
        "Akhmad Taufiq, S.Ip., M.Si.",
        "ttd",
        "NIP tidak ditampilkan",
    ):
        expect(identity).to_contain_text(text)
    table = page.locator("table.prosedur")
    assert table.locator("thead .kol-pelaksana").all_inner_texts() == [
        "ASN / PTT", "Pengadministrasian Umum", "Kasubag. Umum & Kepegawaian", "Kepala Seksi", "Kepala Bidang", "Sekretaris", "Kepala PD / Dinas",
    ]  # fmt: skip
    row = table.locator("#langkah-4")
    expect(row.locator("svg.simbol-keputusan")).to_have_count(1)
    expect(row).to_contain_text("Keputusan. Setuju: langkah 5 (Kasubag. Umum & Kepegawaian). Tidak: selesai.")
    assert table.locator("tbody tr").count() == 9


def test_conclusions_lead_to_their_reasons_by_keyboard(page: Page, server: str) -> None:
    """The mark of a concluded value is a link that a keyboard reaches, and the reason is there."""
    page.goto(server + "sop/mamuju/04/")
    mark = page.locator("#langkah-4 a.simpulan").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#simpulan-4-pelaksana$"))
    expect(page.locator("#simpulan-4-pelaksana")).to_contain_text("pelaksana")


def test_every_conclusion_has_its_mark_and_every_mark_its_reason(page: Page, server: str, portal: Portal) -> None:
    """On every SOP page nothing concluded is shown as if it were read: each note is led to by a mark.

    One mark in a symbol leads to the notes on its actor, its shape and its arrows, which stand together;
    what was concluded of all symbols and arrows is told in the line under the table.
    """
    for sop in portal.sops.values():
        page.goto(f"{server}sop/{sop.id}/")
        marks = set(page.evaluate("[...document.querySelectorAll('a.simpulan')].map(a => a.hash.slice(1))"))
        notes = page.evaluate("[...document.querySelectorAll('#simpulan tbody tr')].map(row => row.id)")
        led_to = {"simpulan-langkah-jenis", "simpulan-langkah-berikutnya", "simpulan-langkah-pelaksana"}
        for step in sop.langkah:
            own = [f"simpulan-{step.no}-{field}" for field in ("pelaksana", "jenis", "berikutnya")]
            if marks & set(own):
                led_to |= set(own)
        assert set(notes) <= marks | led_to, sop.id
        assert marks <= set(notes), sop.id


def test_wide_table_is_reached_and_scrolled_by_keyboard(browser: Browser, server: str) -> None:
    """On a phone the table, one tap away, scrolls inside a region that takes focus."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(server + "sop/mamuju/04/")
    page.get_by_label("Tampilkan sebagai tabel").check()
    region = page.get_by_role("region", name=re.compile("^Tabel prosedur"))
    region.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    # not wait_for_function: it compiles text, which the page's policy forbids
    page.locator("#prosedur .gulir").evaluate(
        "e => new Promise(seen => { (function look() { e.scrollLeft > 0 ? seen() : requestAnimationFrame(look) })() })"
    )
    context.close()


def test_related_sops_link_both_ways(page: Page, server: str) -> None:
    """An SOP names others, and is named by them."""
    page.goto(server + "sop/polewali-mandar/08/")
    page.locator("#terkait").get_by_role("link", name="09 · Pengelolaan Aspirasi").first.click()
    expect(page.locator("#terkait")).to_contain_text("08 · Pengelolaan Aduan")


def test_regulation_says_which_sops_stand_on_it(page: Page, server: str) -> None:
    """A repealed regulation shows who repealed it and every SOP that still cites it."""
    page.goto(server + "peraturan/pp-82-2012/")
    expect(page.locator("article")).to_contain_text("dicabut")
    expect(page.locator("article")).to_contain_text("PP 71/2019")
    page.get_by_role("link", name="08 · Pembuatan Subdomain").click()
    expect(page.locator("h1")).to_have_text("Pembuatan Subdomain")


def test_actor_page_lists_every_duty_with_its_time(page: Page, server: str, portal: Portal) -> None:
    """As many rows as the data has steps of that actor."""
    page.goto(server + "pelaksana/kepala-dinas/")
    steps = sum("kepala-dinas" in step.pelaksana for sop in portal.sops.values() for step in sop.langkah)
    assert page.locator("table.tabel tbody tr").count() == steps


def test_paper_shows_the_document_and_not_the_menus(page: Page, server: str) -> None:
    """Printed, a page has no header, tabs or filter, and the table is not cut off."""
    page.goto(server + "sop/mamuju/04/")
    page.emulate_media(media="print")
    for selector in (".kepala", ".kaki", ".isi-halaman", ".tetangga"):
        expect(page.locator(selector).first).to_be_hidden()
    page.set_viewport_size({"width": 1040, "height": 700})
    overflow = page.evaluate(
        "(() => { const g = document.querySelector('#prosedur .gulir'); return g.scrollWidth - g.clientWidth })()"
    )
    assert overflow <= 1


def test_paper_leaves_out_the_ways_to_other_pages(page: Page, server: str) -> None:
    """The catalogue of SOPs offers duties, regulations and findings on the screen; on paper they lead nowhere."""
    page.goto(server + "sop/")
    ways = page.get_by_role("navigation", name="Bagian SOP").get_by_role("link", name="Dasar hukum")
    expect(ways).to_be_visible()
    page.emulate_media(media="print")
    expect(ways).to_be_hidden()


def test_dark_mode_follows_the_device_and_can_be_switched(browser: Browser, server: str) -> None:
    """The page starts in the device's scheme; the switch in the header changes it."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(server)
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Ganti ke tampilan terang").click()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")
    page.goto(server + "sop/")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_dark_mode_without_javascript(browser: Browser, server: str) -> None:
    """A dark device gets a dark page even where no script runs."""
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "sop/")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()
    assert max(map(int, re.findall(r"\d+", background)[:3])) < 80


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(browser: Browser, server: str) -> None:
    """A button with its state; Escape closes the menu and gives the focus back."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(server)
    link = page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Satu Data")
    expect(link).to_be_hidden()
    button = page.get_by_role("button", name="Menu")
    button.press("Enter")
    expect(link).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    context.close()


def test_the_menu_takes_one_line_of_a_small_laptop(browser: Browser, server: str) -> None:
    """So much of it fits that nothing wraps at 1,024 pixels."""
    context = browser.new_context(viewport={"width": 1024, "height": 700})
    page = context.new_page()
    page.goto(server)
    items = page.get_by_role("navigation", name="Menu utama").get_by_role("listitem")
    tops = {box["y"] for box in (item.bounding_box() for item in items.all()) if box}
    context.close()
    assert len(tops) == 1


def test_the_menu_is_there_without_javascript(browser: Browser, server: str) -> None:
    """All of it stands on the page; no button pretends to open it."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(server)
    expect(page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Satu Data")).to_be_visible()
    expect(page.locator(".kepala").get_by_role("button")).to_have_count(0)
    context.close()


def test_no_page_has_a_script_or_style_of_its_own(built: Path) -> None:
    """Every script and style is a file of the portal, so that a strict policy can forbid the rest."""
    for file in built.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text), file
        kinds = re.findall(r"<script([^>]*)>", text)
        assert [kind for kind in kinds if " src=" not in kind and "application/" not in kind] == [], file


@pytest.mark.parametrize("javascript", [True, False], ids=["skrip", "tanpa-skrip"])
def test_phone_shows_the_steps_as_a_list_and_the_table_on_request(
    browser: Browser, server: str, javascript: bool
) -> None:
    """The same steps, in order; a checkbox swaps list and table without any script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=javascript)
    page = context.new_page()
    page.goto(server + "sop/mamuju/04/")
    steps = page.locator("ol.daftar-langkah > li")
    assert steps.count() == 9
    expect(steps.nth(3)).to_contain_text("Menyetujui/Tidak dan Memerintahkan penerbitan Surat Ijin/Cuti")
    expect(steps.nth(3)).to_contain_text("Setuju: langkah 5 (Kasubag. Umum & Kepegawaian)")
    expect(page.locator("table.bagan")).to_be_hidden()
    page.get_by_label("Tampilkan sebagai tabel").check()
    expect(page.locator("table.bagan")).to_be_visible()
    expect(steps.first).to_be_hidden()
    context.close()


def test_a_link_to_a_row_shows_the_table_on_a_phone(browser: Browser, server: str) -> None:
    """Links from actors' pages lead to a row of the table: it is not hidden from those who follow them."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(server + "sop/mamuju/04/#langkah-4")
    expect(page.locator("#langkah-4")).to_be_in_viewport()
    context.close()


def test_links_in_a_cell_move_the_focus_to_the_step(page: Page, server: str) -> None:
    """A keyboard reaches the exits of a decision, sees them, and following one moves the focus to that row."""
    page.goto(server + "sop/mamuju/04/")
    link = page.locator("#langkah-4 .uraian-alur a").first
    link.focus()
    expect(page.locator("#langkah-4 .uraian-alur")).to_have_css("clip-path", "none")
    page.keyboard.press("Enter")
    expect(page.locator("#langkah-5")).to_be_focused()


def test_highlighting_one_actor(page: Page, server: str) -> None:
    """Choosing an actor marks its column; choosing all takes the mark away."""
    page.goto(server + "sop/mamuju/04/")
    page.get_by_label("Soroti pelaksana").select_option("Kepala PD / Dinas")
    marked = page.locator("td.tersorot")
    assert marked.count() == 9
    assert {cell.get_attribute("data-lajur") for cell in marked.all()} == {"kepala-dinas"}
    page.get_by_label("Soroti pelaksana").select_option("semua")
    expect(marked).to_have_count(0)
