"""An admin's day: adds an entry with its document, breaks it in ten ways, mends it, and sees it published."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bench.samples import docx, pdf
from tests.conftest import ROOT, TODAY
from tests.serving import build_site, copy_of_project, served

ID = "lkjip-contoh-2024"
TITLE = "Contoh Laporan Kinerja 2024"
DOCUMENT = pdf("Contoh laporan kinerja tahun 2024", "Contoh halaman kedua laporan")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the whole project, with the example copied as its first lines tell, and a document beside it."""
    target = tmp_path_factory.mktemp("ppid") / "proyek"
    copy_of_project(ROOT, target)
    home = target / "ppid_data/informasi"
    example = (target / "ppid_data/contoh-informasi.yml").read_text(encoding="utf-8")
    beside = example.replace("# berkas: lkjip-2024.pdf", f"berkas: {ID}.pdf")
    link = beside[beside.index("tautan: #") : beside.index("# sop: polewali")]
    text = beside.replace(link, "")
    (home / f"{ID}.yml").write_text(text, encoding="utf-8")
    (home / f"{ID}.pdf").write_bytes(DOCUMENT)
    return target


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the project's own code as the admin would."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TANGGAL": TODAY.isoformat()},
        capture_output=True,
        text=True,
        check=False,
    )


def typed(old: str, new: str) -> Callable[[Path, Path], None]:
    """Something typed wrongly in the entry."""

    def spoil(entry: Path, _: Path) -> None:
        text = entry.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        entry.write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def put(content: bytes) -> Callable[[Path, Path], None]:
    """Another document in the place of the right one."""

    def spoil(_: Path, document: Path) -> None:
        document.write_bytes(content)

    return spoil


def renamed(_: Path, document: Path) -> None:
    """The document got another name."""
    document.rename(document.with_name(f"{ID}-final.pdf"))


TEN_WAYS = [
    ("salah kategori", typed("kategori: berkala", "kategori: dikecualikan"), "kategori: informasi yang dikecualikan tidak boleh ada di Daftar Informasi Publik."),
    ("salah ketik kunci", typed("retensi: 2", "retnsi: 2"), 'retnsi: kunci ini tidak dikenal. Maksud Anda "retensi"?'),
    ("salah perangkat daerah", typed("perangkat_daerah: dinas-kesehatan", "perangkat_daerah: dinas-kesehatn"), 'Maksud Anda "dinas-kesehatan"?'),
    ("tanggal terbalik", typed("terbit: 2026-01-05", "terbit: 05-01-2026"), 'terbit: "05-01-2026" bukan tanggal yang sah. Tulis TTTT-BB-HH'),
    ("dokumen berganti nama", renamed, f'berkas: "{ID}.pdf" tidak ada di folder ini. Maksud Anda "{ID}-final.pdf"?'),
    ("dokumen kosong", put(b""), f'berkas: "{ID}.pdf" kosong (0 bita).'),
    ("bukan PDF", put(docx("Contoh")), 'berkas: akhirannya ".pdf", tetapi isinya Word (.docx).'),
    ("PDF rusak", put(b"%PDF-1.4 rusak"), f'berkas: "{ID}.pdf" rusak dan tidak dapat dibuka.'),
    ("NIK di dokumen", put(pdf("Contoh", "NIK 7604014107850001")), f'berkas: "{ID}.pdf" memuat NIK di halaman 2.'),
    ("nomor ponsel", typed("Contoh catatan", "Hubungi 0812-3456-7890, contoh catatan"), "memuat nomor telepon pribadi; pakai nomor kantor"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "sentence"), [case[1:] for case in TEN_WAYS], ids=[case[0] for case in TEN_WAYS])
def test_each_of_ten_mistakes_is_told_in_one_sentence(
    project: Path, spoil: Callable[[Path, Path], None], sentence: str
) -> None:
    """Exactly one line that names the file and its line; mended, all is right again."""
    home = project / "ppid_data/informasi"
    entry, document = home / f"{ID}.yml", home / f"{ID}.pdf"
    text = entry.read_text(encoding="utf-8")
    spoil(entry, document)
    result = run(project, "macros", "periksa")
    entry.write_text(text, encoding="utf-8")
    document.write_bytes(DOCUMENT)
    document.with_name(f"{ID}-final.pdf").unlink(missing_ok=True)
    assert result.returncode == 1
    assert result.stderr.strip() == "1 kesalahan."
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"ppid_data/informasi/{ID}.yml:")
    assert sentence in line
    assert run(project, "macros", "periksa").returncode == 0


def test_the_mended_entry_is_published(project: Path) -> None:
    """The site has the very document; a draft's document is not on it; findings name what is still missing."""
    home = project / "ppid_data/informasi"
    draft = (home / f"{ID}.yml").read_text(encoding="utf-8")
    draft = draft.replace("status: terbit", "status: draf").replace(f"berkas: {ID}.pdf", "berkas: draf-contoh.pdf")
    (home / "draf-contoh.yml").write_text(draft, encoding="utf-8")
    (home / "draf-contoh.pdf").write_bytes(pdf("Contoh draf yang belum boleh dibaca"))
    result = run(project, "mkdocs", "build")
    assert result.returncode == 0, result.stdout + result.stderr
    copied = project / f"site/ppid/informasi/{ID}/{ID}.pdf"
    assert hashlib.sha256(copied.read_bytes()).digest() == hashlib.sha256(DOCUMENT).digest()
    assert not list((project / "site").rglob("*draf-contoh*"))
    page = (project / f"site/ppid/informasi/{ID}/index.html").read_text(encoding="utf-8")
    assert hashlib.sha256(DOCUMENT).hexdigest() in page
    assert f'href="../../../ppid/informasi/{ID}/{ID}.pdf"' in page
    listed = (project / "site/ppid/daftar/index.html").read_text(encoding="utf-8")
    assert f'href="../../ppid/informasi/{ID}/"' in listed
    assert f'"{ID}"' in (project / "site/ppid/dip.json").read_text(encoding="utf-8")
    told = run(project, "macros", "periksa", "--temuan", "--tanggal", "2027-02-01")
    assert (
        f"ppid_data/informasi/{ID}.yml: Pembaruan: Terakhir diperbarui 1 Juli 2026, lebih dari 6 bulan" in told.stdout
    )


def test_a_citizen_finds_the_entry_and_downloads_its_document(project: Path, browser: Browser, tmp_path: Path) -> None:
    """From the list to the page of the entry, and from there the very document that the admin put beside it."""
    with served(build_site(project, TODAY.isoformat())) as address:
        page = browser.new_page()
        page.goto(f"{address}ppid/daftar/")
        page.get_by_role("link", name=TITLE, exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
        expect(page.locator("article")).to_contain_text(hashlib.sha256(DOCUMENT).hexdigest())
        with page.expect_download() as download:
            page.locator(f'article a[href$="{ID}.pdf"]').first.click()
        download.value.save_as(tmp_path / "unduhan.pdf")
        page.close()
    assert (tmp_path / "unduhan.pdf").read_bytes() == DOCUMENT
