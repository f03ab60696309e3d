"""From a form in the browser to a page on the site: real Chromium, real Git, the real server of Decap."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfWriter

from macros.loading import load_yaml
from macros.ppid.documents import MAX_BYTES
from scripts.penyunting import git
from tests.cms.e2e.conftest import Desk
from tests.conftest import TODAY
from tests.serving import build_site, served

TITLE = "<script>alert(1)</script> Pasar malam"
FILE = "warta_data/artikel/2026/pasar-malam.md"

Somebody = Callable[[], Desk]


def pdf() -> bytes:
    """A made-up document of one blank page."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    content = BytesIO()
    writer.write(content)
    return content.getvalue()


DOCUMENT = pdf()
ASSET = {"path": "../x.yml", "content": "eA==", "encoding": "base64"}


def server_of(desk: Desk) -> str:
    """Where the page keeps what is edited."""
    return str(desk.page.request.get(f"{desk.address}config.json").json()["backend"]["proxy_url"])


@pytest.fixture(scope="module")
def article(repository: Path, somebody: Somebody) -> Desk:
    """An article that one person wrote and handed in, and another approved and published."""
    editor = somebody()
    editor.open("artikel/new")
    editor.write(Nama_singkat="pasar-malam", Judul=TITLE, Ringkasan="Contoh ringkasan: satu baris.")
    editor.write(Tanggal="2026-11-20", Penulis="Contoh Penulis", Tanggal_terbit="2026-11-20")
    editor.choose(Kategori="Budaya", Status="terbit")
    editor.page.locator("[data-slate-editor]").click()
    editor.page.keyboard.type("Contoh alinea dari peramban.")
    editor.save()
    editor.set_status("Rancangan", "Dalam tinjauan")
    assert git(repository, "branch", "--list", "cms/*").strip() == "cms/artikel/2026/pasar-malam"
    assert not (repository / FILE).exists()

    approver = somebody()
    approver.page.goto(f"{approver.address}#/workflow")
    approver.page.get_by_role("link", name="Pasar malam").click()
    approver.set_status("Dalam tinjauan", "Disetujui")
    approver.publish()
    return editor


@pytest.fixture(scope="module")
def document(somebody: Somebody, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A document that an admin uploaded with its entry, after one that is too large."""
    admin = somebody()
    admin.open("informasi/new")
    admin.write(Nama_singkat="contoh-laporan", Judul="Contoh laporan kinerja", Ringkasan="Contoh ringkasan.")
    admin.write(Tanggal_terbit="2026-11-20")
    admin.choose(Kategori="berkala", Perangkat_daerah="Dinas Komunikasi", Status="terbit")
    admin.page.get_by_role("button", name="Pilih berkas").click()
    upload = admin.page.locator("input[type=file]")
    large = tmp_path_factory.mktemp("besar") / "besar.pdf"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    upload.set_input_files(large)
    upload.set_input_files({"name": "LKjIP é 2025.PDF", "mimeType": "application/pdf", "buffer": DOCUMENT})
    admin.page.get_by_role("button", name="Pakai yang dipilih").click()
    expect(admin.page.get_by_role("button", name="Pilih berkas lain")).to_be_visible()
    admin.save()
    admin.set_status("Rancangan", "Disetujui")
    admin.publish()
    return admin


@pytest.fixture(scope="module")
def built(repository: Path, article: Desk, document: Desk) -> Path:
    """The site as it is built after both were published."""
    assert git(repository, "status", "--porcelain") == ""
    assert [*article.refused, *document.refused] == []  # the page's policy allows all that was done
    return build_site(repository, TODAY.isoformat())


def test_a_published_article_stands_where_readers_look(repository: Path, built: Path, browser: Browser) -> None:
    """Home, list, feed and search; the file says what was typed, and no branch is left."""
    text = (repository / FILE).read_text(encoding="utf-8")
    assert f"judul: {TITLE}\n" in text
    assert text.endswith("---\n\nContoh alinea dari peramban.\n")
    for page in ("index.html", "warta/index.html", "warta/atom.xml", "warta/2026/pasar-malam/index.html"):
        assert "Pasar malam" in (built / page).read_text(encoding="utf-8"), page
    assert git(repository, "branch", "--list", "cms/artikel/*") == ""
    with served(built) as site:
        page = browser.new_page()
        page.goto(f"{site}cari/?q=pasar+malam")
        expect(page.locator("main").get_by_role("link", name=TITLE)).to_be_visible()
        page.close()


def test_a_script_in_a_title_is_text(built: Path) -> None:
    """On every page that shows it."""
    pages = [file for file in built.rglob("*.html") if "Pasar malam" in file.read_text(encoding="utf-8")]
    assert len(pages) > 3
    assert not [page for page in pages if "<script>alert" in page.read_text(encoding="utf-8")]


def test_an_uploaded_document_is_in_the_list_with_its_checksum(built: Path, document: Desk) -> None:
    """It lies beside its entry under a name that is fit for an address; one that is too large was refused."""
    assert document.told[0] == "Berkas terlalu besar.\nPaling besar 25000 kB. Kecilkan dahulu."
    page = built / "ppid/informasi/contoh-laporan"
    assert hashlib.sha256(DOCUMENT).hexdigest() in (page / "index.html").read_text(encoding="utf-8")
    assert (page / "lkjip-e-2025.pdf").read_bytes() == DOCUMENT
    assert "Contoh laporan kinerja" in (built / "ppid/daftar/index.html").read_text(encoding="utf-8")


def test_a_path_is_no_name(repository: Path, somebody: Somebody) -> None:
    """Neither of an entry nor of a document; nothing is written, in the repository or outside, even past the form."""
    before = sorted(repository.parent.rglob("*.y*ml")), git(repository, "rev-parse", "--all")
    desk = somebody()
    desk.open("informasi/new")
    desk.write(Nama_singkat="../../../x", Judul="Contoh")
    desk.page.get_by_role("button", name="Pilih berkas").click()
    upload = desk.page.locator("input[type=file]")
    upload.set_input_files({"name": "..\\..\\x.exe", "mimeType": "application/pdf", "buffer": DOCUMENT})
    desk.page.get_by_role("button", name="Pakai yang dipilih").click()
    desk.page.get_by_role("button", name="Simpan").click()
    expect(desk.page.get_by_text("Nama singkat salah bentuk: id ditulis dengan huruf kecil")).to_be_visible()
    expect(desk.page.get_by_text("Berkas salah bentuk: nama berkas saja, tanpa folder")).to_be_visible()
    asked = {"action": "persistMedia", "params": {"branch": "main", "asset": ASSET, "options": {"commitMessage": "x"}}}
    answer = desk.page.request.post(server_of(desk), data=asked)
    assert answer.status == 422
    assert "under the configured repository" in answer.json()["error"]
    assert (sorted(repository.parent.rglob("*.y*ml")), git(repository, "rev-parse", "--all")) == before


def test_what_goes_round_the_review_is_refused(repository: Path, somebody: Somebody) -> None:
    """An upload that belongs to no entry would be published at once."""
    desk = somebody()
    before = git(repository, "rev-parse", "main")
    desk.page.get_by_role("button", name="Berkas").click()
    with desk.page.expect_event("dialog"):
        upload = desk.page.locator("input[type=file]")
        upload.set_input_files({"name": "lepas.pdf", "mimeType": "application/pdf", "buffer": DOCUMENT})
    assert desk.told == ['Unggah dari formulir isi yang memuatnya: tombol "Pilih berkas" atau "Pilih foto".']
    assert git(repository, "rev-parse", "main") == before


def test_two_editors_of_one_entry_lose_nothing(repository: Path, somebody: Somebody) -> None:
    """Who saves last is shown, and Git has both versions."""
    place = "kilas/entries/2026/rakor-kesiapsiagaan-bencana"
    file = "warta_data/artikel/2026/rakor-kesiapsiagaan-bencana.md"
    first, second = somebody(), somebody()
    for desk in (first, second):
        desk.open(place)
    for desk, text in ((first, "Contoh catatan pertama."), (second, "Contoh catatan kedua.")):
        desk.write(Catatan=text)
        desk.save()
    history = git(repository, "log", "--patch", "cms/kilas/2026/rakor-kesiapsiagaan-bencana", "--", file)
    assert "+catatan: Contoh catatan pertama." in history
    assert "+catatan: Contoh catatan kedua." in history


def test_a_word_changed_in_an_sop_is_all_that_changes(repository: Path, somebody: Somebody, tmp_path: Path) -> None:
    """Its steps, boxes, dates and reasons come back from the form as they were, under the comment on top."""
    file = "sop_data/mamuju/01-pembuatan-dan-pengagendaan-surat-keluar.yml"
    desk = somebody()
    desk.open("sop-mamuju/entries/01-pembuatan-dan-pengagendaan-surat-keluar")
    desk.write(Nama="Contoh nama baru")
    desk.save()
    saved = tmp_path / "sop.yml"
    branch = "cms/sop-mamuju/01-pembuatan-dan-pengagendaan-surat-keluar"
    saved.write_text(git(repository, "show", f"{branch}:{file}"), encoding="utf-8")
    old, new = (load_yaml(place, place.name) for place in (repository / file, saved))
    assert new.data == {**old.data, "nama": "Contoh nama baru"}
    assert list(new.data) == list(old.data)
    assert new.text.splitlines()[0] == old.text.splitlines()[0]
