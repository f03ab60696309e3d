"""A citizen asks for information: forms, deadlines, holidays; nothing leaves the browser but by the citizen's hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from macros.content import Content
from macros.dates import weekday_date
from macros.paper.sizes import PAPERS
from macros.ppid.asking import Asking
from macros.ppid.asking_pages import AskingPages
from macros.ppid.forms import FORMS, REASONS
from macros.ppid.models.deadlines import SharedLeave
from macros.ppid.models.service import ServiceDocument
from scripts.press import print_document
from tests.accessibility import beyond_the_screen, violations
from tests.calendars import read_calendar
from tests.e2e.test_paper import fonts

PAGES = ("cara-meminta", "permohonan", "keberatan", "tenggat", "hari-libur")
VIEWPORTS = {"hp": (360, 740), "desktop": (1280, 900)}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser without history."""
    context = browser.new_context(locale="id-ID", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A fresh page that fails the test on any error of a script."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    return page


def fill_request(page: Page) -> None:
    """An example of a complete permohonan."""
    page.get_by_label("Nama", exact=True).fill("Contoh Pemohon")
    page.get_by_label("Alamat", exact=True).fill("Jalan Contoh 1\nPolewali")
    page.get_by_label("Pekerjaan").fill("Petani")
    page.get_by_label("Nomor telepon").fill("0812 0000 0000")
    page.get_by_label("Rincian informasi").fill("Contoh: laporan & tabel <2024>")
    page.get_by_label("Tujuan").fill("Penelitian")
    page.get_by_label("Mendapatkan salinan informasi").check()
    page.get_by_label("Softcopy").check()
    page.get_by_label("Hardcopy").check()
    page.get_by_label("Mengambil langsung").check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", VIEWPORTS)
@pytest.mark.parametrize("name", PAGES)
def test_accessible(browser: Browser, server: str, name: str, viewport: str, scheme: str) -> None:
    """Axe finds nothing, as opened, with errors shown, and with the result shown; and nothing is wider than a phone."""
    width, height = VIEWPORTS[viewport]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server}ppid/{name}/")
    found = violations(page)
    if page.locator("form.isian-formulir").count():
        page.locator("form.isian-formulir [type=submit]").click()
        expect(page.locator(".ringkasan-salah")).to_be_visible()
        found += violations(page, "article")  # the header fades in and out as the page scrolls
        if name == "permohonan":
            fill_request(page)
        elif name == "tenggat":
            page.get_by_label("Permohonan diterima PPID").check()
            page.get_by_label("Pada tanggal").fill("2027-12-20")
        page.locator("form.isian-formulir [type=submit]").click()
        found += violations(page, "article")  # the header fades in and out as the page scrolls
    page.set_viewport_size({"width": min(width, 320) if viewport == "hp" else width, "height": height})
    wide = beyond_the_screen(page)
    context.close()
    assert (found, wide) == ([], [])


def test_file_a_permohonan(page: Page, server: str) -> None:
    """Fill in, check, and get the official form with all answers, and the same as text to copy."""
    page.goto(server + "ppid/permohonan/")
    expect(page.locator("#lembar")).to_be_hidden()
    fill_request(page)
    page.get_by_role("button", name="Periksa isian").click()
    expect(page.get_by_role("heading", name="Formulir siap")).to_be_focused()
    sheet = page.locator("#lembar")
    expect(sheet).to_be_visible()
    answers = {
        row.get_attribute("data-lembar"): row.locator("td").inner_text() for row in sheet.locator("[data-lembar]").all()
    }
    assert answers["nama"] == "Contoh Pemohon"
    assert answers["alamat"] == "Jalan Contoh 1\nPolewali"
    assert answers["informasi"] == "Contoh: laporan & tabel <2024>"
    assert answers["email"] == ""
    assert sheet.locator(".terpilih").evaluate_all("list => list.map(item => item.dataset.nilai)") == ["salinan", "softcopy", "hardcopy", "langsung"]  # fmt: skip
    expect(page.locator(".isian-formulir")).to_be_hidden()
    text = page.locator(".teks-salinan").input_value()
    assert text.splitlines()[0] == "FORMULIR PERMOHONAN INFORMASI PUBLIK"
    assert "Bentuk salinan: Softcopy (berkas); Hardcopy (cetakan)" in text
    assert "E-mail" not in text


def test_the_form_goes_out_only_by_the_citizens_own_mail_or_whatsapp(page: Page, server: str) -> None:
    """The links carry the whole form; without a known address they leave the recipient open, and the page says so."""
    page.goto(server + "ppid/permohonan/")
    fill_request(page)
    page.get_by_role("button", name="Periksa isian").click()
    text = page.locator(".teks-salinan").input_value()
    mail = page.get_by_role("link", name="Kirim lewat e-mail").get_attribute("href") or ""
    address, _, query = mail.removeprefix("mailto:").partition("?")
    fields = dict(part.split("=", 1) for part in query.split("&"))
    assert (address, unquote(fields["subject"])) == ("", "Formulir permohonan informasi publik")
    assert unquote(fields["body"]) == text.replace("\n", "\r\n")
    chat = urlsplit(page.get_by_role("link", name="Kirim lewat WhatsApp").get_attribute("href") or "")
    assert (chat.netloc, chat.path, parse_qs(chat.query)["text"]) == ("wa.me", "/", [text])
    expect(page.locator(".siap")).to_contain_text("Alamat e-mail PPID belum diisi")
    expect(page.locator(".siap")).to_contain_text("Nomor WhatsApp PPID belum diisi")
    expect(page.locator("[data-kepanjangan]")).to_be_hidden()
    page.get_by_role("button", name="Ubah isian").click()
    expect(page.get_by_label("Nama", exact=True)).to_be_focused()
    page.get_by_label("Rincian informasi").fill("Contoh panjang. " * 150)
    page.get_by_role("button", name="Periksa isian").click()
    expect(page.locator("[data-kepanjangan]")).to_be_visible()


def test_nothing_is_stored_and_nothing_is_asked_of_a_server(page: Page, context: BrowserContext, server: str) -> None:
    """After the page has opened no request leaves it; storage and cookies stay as they were."""
    page.goto(server + "ppid/permohonan/", wait_until="networkidle")
    state = "() => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]"
    before = page.evaluate(state)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    fill_request(page)
    page.get_by_role("button", name="Periksa isian").click()
    page.get_by_role("button", name="Ubah isian").click()
    page.get_by_role("button", name="Periksa isian").click()
    page.wait_for_timeout(300)
    assert requests == []
    assert page.evaluate(state) == before
    assert not any("Contoh" in item for item in before)
    assert context.cookies() == []
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


def test_forms_and_calculator_work_offline(page: Page, context: BrowserContext, server: str) -> None:
    """Once opened, a page needs no connection."""
    for name in ("permohonan", "tenggat"):
        context.set_offline(False)
        page.goto(f"{server}ppid/{name}/", wait_until="networkidle")
        context.set_offline(True)
        if name == "permohonan":
            fill_request(page)
            page.get_by_role("button", name="Periksa isian").click()
            expect(page.locator("#lembar")).to_contain_text("Contoh Pemohon")
            page.emulate_media(media="print")
            expect(page.locator("#lembar")).to_be_visible()
            page.emulate_media(media="screen")
        else:
            count(page, "Permohonan diterima PPID", "2026-03-10")
            with page.expect_download() as download:
                page.get_by_role("button", name="Simpan ke kalender (.ics)").click()
            assert download.value.suggested_filename == "tenggat-ppid.ics"


def test_errors_are_announced_and_mended_by_keyboard(page: Page, server: str) -> None:
    """The summary takes the focus, its links lead to the fields, which say what is wrong; all without a mouse."""
    page.goto(server + "ppid/permohonan/")
    page.get_by_role("button", name="Periksa isian").focus()
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert summary.locator("a").all_inner_texts() == [
        "Isi nama pemohon.", "Isi alamat pemohon.", "Isi pekerjaan pemohon.", "Isi nomor telepon atau alamat e-mail, paling sedikit satu.",
        "Tulis informasi apa yang dibutuhkan.", "Tulis untuk apa informasi itu digunakan.", "Pilih cara memperoleh informasi.",
    ]  # fmt: skip
    expect(summary.get_by_role("heading")).to_have_text("Ada 7 isian yang perlu diperbaiki")
    assert page.title().startswith("Salah: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    name = page.get_by_label("Nama", exact=True)
    expect(name).to_be_focused()
    assert name.get_attribute("aria-invalid") == "true"
    expect(name).to_have_accessible_description("Isi nama pemohon.")
    page.keyboard.type("Contoh")
    phone = page.get_by_label("Nomor telepon")
    expect(phone).to_have_accessible_description(re.compile("Cukup nomor telepon atau e-mail. Isi nomor telepon"))
    page.get_by_label("Alamat e-mail").fill("contoh@")
    group = page.get_by_role("group", name="Cara memperoleh informasi")
    expect(group).to_have_accessible_description("Pilih cara memperoleh informasi.")
    page.get_by_label("Melihat, membaca").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Mendapatkan salinan")).to_be_checked()
    expect(page.get_by_role("group", name="Bentuk salinan")).to_be_visible()
    page.get_by_label("Rincian informasi").press("Tab")
    page.get_by_role("button", name="Periksa isian").press("Enter")
    assert summary.locator("a").all_inner_texts() == [
        "Isi alamat pemohon.", "Isi pekerjaan pemohon.", "Tulis alamat e-mail seperti nama@contoh.id.", "Tulis informasi apa yang dibutuhkan.",
        "Tulis untuk apa informasi itu digunakan.", "Pilih bentuk salinan.", "Pilih cara menerima salinan.",
    ]  # fmt: skip
    assert name.get_attribute("aria-invalid") is None


def test_file_a_keberatan_through_a_proxy(page: Page, server: str) -> None:
    """The seven reasons, who objects and for whom; what is not asked of one who objects in person is not printed."""
    page.goto(server + "ppid/keberatan/")
    reasons = page.get_by_role("group", name="Alasan keberatan")
    assert reasons.get_by_role("checkbox").count() == len(REASONS) == 7
    expect(page.get_by_label("Nama kuasa")).to_be_hidden()
    page.get_by_label("Nama", exact=True).fill("Contoh Pengaju")
    page.get_by_label("Alamat", exact=True).fill("Jalan Contoh 1")
    page.get_by_label("Pekerjaan").fill("Guru")
    page.get_by_label("Alamat e-mail").fill("contoh@contoh.id")
    page.get_by_label("Kuasa pengaju").check()
    page.get_by_label("Nama kuasa").fill("Contoh Kuasa")
    page.get_by_label("Pengaju sendiri").check()
    reasons.get_by_label("Permohonan tidak ditanggapi").check()
    page.get_by_label("Kasus posisi").fill("Contoh uraian.")
    page.get_by_role("button", name="Periksa isian").click()
    sheet = page.locator("#lembar")
    expect(sheet).to_contain_text("Kepada Atasan Pejabat Pengelola Informasi")
    expect(sheet.locator("[data-lembar=alasan] .terpilih")).to_have_text(re.compile("Permohonan tidak ditanggapi"))
    expect(sheet).not_to_contain_text("Contoh Kuasa")
    page.get_by_role("button", name="Ubah isian").click()
    page.get_by_label("Kuasa pengaju").check()
    page.get_by_role("button", name="Periksa isian").click()
    assert page.get_by_role("alert").locator("a").all_inner_texts() == ["Isi alamat kuasa."]


def test_the_printed_page_is_the_form_alone(page: Page, server: str) -> None:
    """A4 upright, one page, without menus and fields, with the answers."""
    page.goto(server + "ppid/permohonan/")
    fill_request(page)
    page.get_by_role("button", name="Periksa isian").click()
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert float(reader.pages[0].mediabox.height) == pytest.approx(297 / 25.4 * 72, abs=1)
    assert "FORMULIR PERMOHONAN INFORMASI PUBLIK" in text
    assert "Contoh Pemohon" in text
    assert "Periksa isian" not in text
    assert "Kirim lewat" not in text


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_without_javascript_the_page_prints_the_blank_form(browser: Browser, server: str, form: Any) -> None:
    """No field that would not work is shown; the blank form is on the screen and alone on the paper."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + form.alamat)
    expect(page.locator("form.isian-formulir")).to_be_hidden()
    expect(page.locator("#lembar")).to_be_visible()
    text = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()
    context.close()
    assert form.judul_lembar.upper() in text
    assert all(field.label in " ".join(text.split()) for field in form.isian)
    assert "portal ini" not in text


def test_the_list_is_searched_before_asking(page: Page, server: str) -> None:
    """The box on top leads to the list with the words as `q`; it needs no script."""
    page.route("**/ppid/daftar/**", lambda route: route.fulfill(body="<h1>Contoh</h1>", content_type="text/html"))
    for name in ("permohonan", "cara-meminta"):
        page.goto(f"{server}ppid/{name}/")
        page.get_by_role("search", name="").get_by_label("Kata kunci").fill("laporan keuangan")
        page.keyboard.press("Enter")
        expect(page).to_have_url(server + "ppid/daftar/?q=laporan+keuangan")


def count(page: Page, event: str, day: str) -> None:
    """Have the calculator count."""
    page.get_by_label(event).check()
    page.get_by_label("Pada tanggal").fill(day)
    page.get_by_role("button", name="Hitung tenggat").click()
    expect(page.get_by_role("heading", name="Tenggat", exact=True)).to_be_focused()


def test_a_deadline_across_idulfitri(page: Page, server: str) -> None:
    """Received on 10 March 2026: five free days are passed and named; with cuti bersama worked only Nyepi is."""
    page.goto(server + "ppid/tenggat/")
    count(page, "Permohonan diterima PPID", "2026-03-10")
    answer = page.locator(".hasil [data-tenggat=jawaban]")
    expect(answer).to_contain_text("Selasa, 31 Maret 2026")
    expect(answer).to_contain_text(
        "18 Maret 2026 (cuti bersama Hari Suci Nyepi (Tahun Baru Saka 1948)); 19 Maret 2026 (Hari Suci"
    )
    expect(page.locator(".hasil [data-tenggat]")).to_have_count(5)
    page.get_by_label("Cuti bersama bukan hari kerja").uncheck()
    page.get_by_role("button", name="Hitung tenggat").click()
    expect(answer).to_contain_text("Rabu, 25 Maret 2026")


def test_the_page_says_the_same_as_the_script(page: Page, server: str) -> None:
    """The example that stands on the page is, word for word, what the calculator says of the same day."""
    page.goto(server + "ppid/tenggat/")
    count(page, "Permohonan diterima PPID", "2026-03-10")
    words = [[" ".join(item.split()) for item in page.locator(f"{place} [data-tenggat]").all_inner_texts()] for place in (".hasil", ".contoh-hitungan")]  # fmt: skip
    assert words[0] == words[1]


def test_a_year_without_data_says_so(page: Page, server: str) -> None:
    """Counted with weekends only, and marked as uncertain."""
    page.goto(server + "ppid/tenggat/")
    count(page, "Tanggapan tertulis", "2027-12-20")
    dispute = page.locator(".hasil [data-tenggat=sengketa]")
    expect(dispute).to_contain_text("Senin, 10 Januari 2028")
    expect(dispute).to_contain_text("Belum pasti: hari libur 2028 belum ada datanya")


@pytest.mark.parametrize(
    ("day", "message"), [("", "Isi tanggal kejadiannya."), ("1999-12-31", "Tulis tahun antara 2000 dan 2099.")]
)
def test_a_wrong_date_is_told(page: Page, server: str, day: str, message: str) -> None:
    """The error is announced, and no result of an earlier count is left."""
    page.goto(server + "ppid/tenggat/")
    count(page, "Permohonan diterima PPID", "2026-03-10")
    page.get_by_label("Pada tanggal").fill(day)
    page.get_by_role("button", name="Hitung tenggat").click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.get_by_role("alert").locator("a").all_inner_texts() == [message]
    expect(page.locator(".hasil")).to_be_hidden()


@pytest.mark.parametrize("shared_leave", ["bukan hari kerja", "hari kerja"])
def test_python_and_the_browser_count_alike(
    page: Page, server: str, content: Content, shared_leave: SharedLeave
) -> None:
    """For each day from 2024 to 2028 and each period, in known years and unknown ones."""
    page.goto(server + "ppid/tenggat/")
    first, lengths = date(2024, 1, 1), (1, 7, 10, 14, 30)
    days = [first + timedelta(number) for number in range(5 * 366)]
    browser = page.evaluate(
        """async ([days, lengths, closed]) => {
          const { kalender, hitung } = await import(document.querySelector("script[src$='tenggat.js']").src.replace("tenggat.js", "hari-kerja.js"));
          const kal = kalender(JSON.parse(document.querySelector("#data-tenggat").textContent).libur, closed);
          return days.flatMap(day => lengths.map(n => { const c = hitung(kal, day, n); return [c.akhir, c.dilewati, c.belumPasti]; }));
        }""",
        [[day.isoformat() for day in days], lengths, shared_leave == "bukan hari kerja"],
    )
    calendar = content.ppid.asking.calendar(shared_leave)
    counts = [calendar.count(day, length) for day in days for length in lengths]
    python = [[c.akhir.isoformat(), [d.isoformat() for d in c.dilewati], list(c.belum_pasti)] for c in counts]
    assert len(python) == len(browser) == 9150
    assert python == browser


def test_the_calendar_file(page: Page, server: str, tmp_path: Path) -> None:
    """A calendar program reads one whole-day event for each deadline, on the day that the page shows."""
    page.goto(server + "ppid/tenggat/")
    count(page, "Permohonan diterima PPID", "2027-11-29")
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan ke kalender (.ics)").click()
    file = tmp_path / "tenggat.ics"
    download.value.save_as(file)
    events = read_calendar(file.read_bytes())
    shown = page.locator(".hasil [data-tenggat] strong").all_inner_texts()
    assert shown[0] == "Senin, 13 Desember 2027"
    assert [weekday_date(event["DTSTART"].dt) for event in events] == shown
    assert [str(event["SUMMARY"]) for event in events][:3] == [
        "Tenggat: PPID menjawab permohonan",
        "Tenggat: PPID menjawab permohonan, bila waktunya diperpanjang",
        "Belum pasti: Tenggat: Pemohon mengajukan keberatan",
    ]
    assert len(events) == 5


def test_the_calculator_without_javascript(browser: Browser, server: str) -> None:
    """No control that does not work; the periods, how to count, and an example."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "ppid/tenggat/")
    expect(page.locator("form.kalkulator")).to_be_hidden()
    expect(page.get_by_role("heading", name="Cara menghitung")).to_be_visible()
    expect(page.locator(".contoh-hitungan")).to_contain_text("Selasa, 31 Maret 2026")
    context.close()


def test_holidays_are_shown_with_their_decree(page: Page, server: str, content: Content) -> None:
    """Every year, every day, the decree's number and where it was read."""
    page.goto(server + "ppid/hari-libur/")
    for year in content.ppid.asking.libur.values():
        part = page.locator(f"#tahun-{year.tahun}")
        assert part.locator("tbody tr").count() == len(year.hari)
        for decree in year.keputusan:
            expect(part).to_contain_text(decree.nomor)
        expect(part).to_contain_text(f"Keyakinan: {year.keyakinan}.")


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 210, 297), ("F4", 215, 330)])
def test_blank_forms_as_pdf(page: Page, content: Content, paper: str, width: float, height: float) -> None:
    """One upright page each: every field, tagged, with its language, title and fonts; nothing at the foot."""
    documents = AskingPages(content.ppid.asking).printables()
    for form, document in zip(FORMS, documents, strict=True):
        assert document.alamat == form.pdf
        reader = PdfReader(BytesIO(print_document(page, document, PAPERS[paper])))
        assert len(reader.pages) == 1
        (sheet,) = reader.pages
        assert float(sheet.mediabox.width) == pytest.approx(width / 25.4 * 72, abs=1)
        assert float(sheet.mediabox.height) == pytest.approx(height / 25.4 * 72, abs=1)
        text = " ".join(sheet.extract_text().split())
        assert all(field.label in text for field in form.isian)
        assert all(choice.label in text for field in form.isian for choice in field.pilihan)
        root = reader.trailer["/Root"].get_object()
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == "id"
        assert reader.metadata is not None
        assert reader.metadata.title == document.judul == form.judul_lembar
        assert "halaman 1" not in text
        assert reader.outline == []
        assert all(fonts(sheet))


def test_a_blank_form_is_linked_where_it_was_printed(content: Content) -> None:
    """Without the file there is no link to it."""
    address = FORMS[0].pdf
    assert (
        address not in {page.alamat: page.html for page in AskingPages(content.ppid.asking).pages()}["ppid/permohonan/"]
    )
    section = AskingPages(content.ppid.asking, frozenset({address}))
    pages = {page.alamat: page.html for page in section.pages()}
    assert f'href="../../{address}"' in pages["ppid/permohonan/"]
    assert FORMS[1].pdf not in pages["ppid/keberatan/"]


def test_known_contacts_stand_in_the_page_and_the_links(content: Content) -> None:
    """An example of an office whose contacts are known."""
    service = ServiceDocument(
        nama="PPID Contoh", email="ppid@contoh.go.id", whatsapp="6281200000000", alamat=None, jam=None
    )
    section = AskingPages(Asking(content.ppid.asking.tenggat, content.ppid.asking.libur, service))
    html = next(page.html for page in section.pages() if page.alamat == "ppid/keberatan/")
    assert 'data-email="ppid@contoh.go.id" data-whatsapp="6281200000000"' in html
    assert "(PPID) PPID Contoh" in html
    assert "e-mail PPID belum diisi" not in html


def test_pages_without_any_data_say_so() -> None:
    """A project without holidays and periods still has all pages, each saying what is missing."""
    pages = {page.alamat: page.html for page in AskingPages(Asking()).pages()}
    assert "Belum ada data hari libur." in pages["ppid/hari-libur/"]
    assert "Jangka waktu belum diisi di portal ini." in pages["ppid/tenggat/"]
    assert "Jangka waktu belum diisi di portal ini." in pages["ppid/cara-meminta/"]
