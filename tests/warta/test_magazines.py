"""Editions of the magazine: what is told of them, their pages, their files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image

from macros.pages import FileAsset
from macros.portal import Portal
from macros.problems import ContentError
from tests.conftest import ROOT
from tests.warta.conftest import ARTICLE, BRIEF, Write, load, section

EDITION = """nomor: 3
bulan: 11
tahun: 2026
judul: Contoh edisi
pengantar: Contoh pengantar.
sampul: {berkas: sampul.jpg, alt: Contoh alt, kredit: Contoh kredit}
isi:
  - judul: Contoh rubrik
    artikel: [2026/satu, 2026/dua]
redaksi:
  - {tugas: Redaktur, nama: Contoh Nama}
status: terbit
terbit: 2026-11-21
"""


@pytest.fixture
def edition(write: Write, tmp_path: Path) -> Write:
    """Write an edition, with texts replaced, beside two articles and a cover; gives the project's folder."""
    write("2026/satu.md", judul="Contoh satu")
    write("2026/dua.md", judul="Contoh dua")
    folder = tmp_path / "warta_data/majalah"
    folder.mkdir()
    Image.new("RGB", (600, 800), "navy").save(folder / "sampul.jpg")

    def write_edition(old: str = "", new: str = "", name: str = "3.yml") -> Path:
        assert old in EDITION
        (folder / name).write_text(EDITION.replace(old, new) if old else EDITION, encoding="utf-8")
        return tmp_path

    return write_edition


def test_an_edition_has_its_page_and_stands_in_the_list(edition: Write, portal: Portal) -> None:
    """Cover, contents that link the articles, who made it; the cover is published in all widths."""
    part = section(edition(), portal)
    made = {page.alamat: page.html for page in part.pages()}
    page = made["warta/majalah/3/"]
    for words in (
        "<h1>Contoh edisi</h1>",
        "Edisi 3, November 2026",
        "Contoh pengantar.",
        "<h3>Contoh rubrik</h3>",
        "Contoh Nama",
    ):
        assert words in page, words
    assert re.findall(r'<li><a href="../../../(warta/2026/\w+/)">(Contoh \w+)</a>', page) == [
        ("warta/2026/satu/", "Contoh satu"),
        ("warta/2026/dua/", "Contoh dua"),
    ]
    assert '<a href="../../warta/majalah/3/">Contoh edisi</a>' in made["warta/majalah/"]
    assert "Unduh" not in page
    files = {asset.alamat for asset in part.assets() if isinstance(asset, FileAsset)}
    assert "warta/majalah/3/sampul.jpg.600.avif" in files
    assert "warta/majalah/3/sampul.jpg" not in files


def test_facts_for_search_engines(edition: Write, portal: Portal) -> None:
    """schema.org's PublicationIssue of the magazine: its articles but those withdrawn, its month, its PDF."""
    project = edition("status:", "berkas: contoh.pdf\nstatus:")
    (project / "warta_data/majalah/contoh.pdf").write_bytes(b"%PDF-1.7 contoh")
    file = project / "warta_data/artikel/2026/dua.md"
    gone = "status: ditarik\npenarikan: {tanggal: 2026-11-21, alasan: Contoh}"
    file.write_text(file.read_text(encoding="utf-8").replace("status: terbit", gone), encoding="utf-8")
    for site in ("https://contoh.example/", ""):
        part = section(project, portal, site)
        page = next(page.html for page in part.pages() if page.alamat == "warta/majalah/3/")
        (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        known = {
            "url": f"{site}warta/majalah/3/",
            "image": f"{site}warta/majalah/3/sampul.jpg.600.jpg",
            "encoding": [
                {
                    "@type": "MediaObject",
                    "contentUrl": f"{site}warta/majalah/3/contoh.pdf",
                    "encodingFormat": "application/pdf",
                }
            ],
        }
        article = {"@type": "Article", "headline": "Contoh satu"}
        publisher = {
            "@type": "GovernmentOrganization",
            "name": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
        }
        assert json.loads(written) == {
            "@context": "https://schema.org",
            "@type": "PublicationIssue",
            "name": "Contoh edisi",
            "issueNumber": 3,
            "datePublished": "2026-11",
            "description": "Contoh pengantar.",
            "inLanguage": "id",
            "isAccessibleForFree": True,
            "isPartOf": {"@type": "Periodical", "name": "Warta KominfoSP"},
            "publisher": {**publisher, **({"url": site} if site else {})},
            "hasPart": [{**article, **({"url": f"{site}warta/2026/satu/"} if site else {})}],
            **(known if site else {}),
        }


def test_a_pdf_beside_the_edition_is_published(edition: Write, portal: Portal) -> None:
    """As it is, and linked."""
    project = edition("status:", "berkas: contoh.pdf\nstatus:")
    (project / "warta_data/majalah/contoh.pdf").write_bytes(b"%PDF-1.7 contoh")
    part = section(project, portal)
    made = {page.alamat: page.html for page in part.pages()}
    assert 'href="../../../warta/majalah/3/contoh.pdf">Unduh majalah (PDF)</a>' in made["warta/majalah/3/"]
    files = {asset.alamat: asset.letak for asset in part.assets() if isinstance(asset, FileAsset)}
    assert files["warta/majalah/3/contoh.pdf"] == project / "warta_data/majalah/contoh.pdf"


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: terbit\nterbit: 2026-11-21", "status: draf"), ("terbit: 2026-11-21", "terbit: 2026-11-22")],
)
def test_drafts_and_plans_show_nothing(edition: Write, portal: Portal, old: str, new: str) -> None:
    """No page, no cover; the list says that there is none yet."""
    part = section(edition(old, new), portal)
    made = {page.alamat: page.html for page in part.pages()}
    assert "warta/majalah/3/" not in made
    assert "Belum ada edisi majalah yang dimuat di portal ini." in made["warta/majalah/"]
    assert [asset for asset in part.assets() if isinstance(asset, FileAsset)] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nomor: 3", "nomor: 4", "3.yml:1: nomor: nomornya 4, tetapi nama berkasnya 3.yml. Samakan."),
        ("bulan: 11", "bulan: 13", '3.yml:2: bulan: "13" terlalu besar; paling banyak 12.'),
        ("2026/satu", "2026/sato", '3.yml:9: isi[1].artikel[1]: "2026/sato" tidak ada di warta_data/artikel. Maksud Anda "2026/satu"?'),
        ("2026/dua", "2026/satu", '3.yml:9: isi[1].artikel[2]: "2026/satu" sudah ada di edisi ini; hapus salah satu.'),
        ("2026/dua", "dua", '3.yml:9: isi[1].artikel[2]: "dua" salah bentuk: artikel ditulis tahun/nama-singkat seperti berkasnya, misalnya 2026/nama-singkat.'),
        ("2026/dua", "2025/kilas", '3.yml:9: isi[1].artikel[2]: "2025/kilas" kilas, yang tidak berisi naskah. Pilih artikel.'),
        ("2026/dua", "2026/draf", '3.yml:9: isi[1].artikel[2]: "2026/draf" masih draf, sedangkan edisi ini terbit. Terbitkan dahulu artikelnya.'),
        ("terbit: 2026-11-21", "terbit: 2026-11-19", '3.yml:9: isi[1].artikel[1]: "2026/satu" baru terbit 2026-11-20, sesudah edisi ini (2026-11-19).'),
        ("\nterbit: 2026-11-21", "", '3.yml:1: status "terbit" tanpa tanggal terbit. Tulis terbit: TTTT-BB-HH.'),
        ("sampul.jpg", "sampil.jpg", '3.yml:6: sampul.berkas: "sampil.jpg" tidak ada di folder ini. Maksud Anda "sampul.jpg"? Letakkan fotonya di samping berkas ini.'),
        ("alt: Contoh alt, ", "", "3.yml:6: sampul.alt: wajib ada, tetapi tidak ditulis."),
        ("status:", "berkas: tak-ada.pdf\nstatus:", '3.yml:12: berkas: "tak-ada.pdf" tidak ada di folder ini, atau bukan .pdf.'),
        ("status:", "berkas: palsu.pdf\nstatus:", '3.yml:12: berkas: "palsu.pdf" bukan PDF. Simpan ulang.'),
        ("status:", "harga: 1\nstatus:", "3.yml:12: harga: kunci ini tidak dikenal."),
    ],
)  # fmt: skip
def test_mistakes_are_told_by_line(edition: Write, write: Write, portal: Portal, old: str, new: str, told: str) -> None:
    """With what would be right."""
    write("2025/kilas.md", BRIEF)
    write("2026/draf.md", ARTICLE, status="draf", terbit="")
    project = edition(old, new)
    (project / "warta_data/majalah/palsu.pdf").write_bytes(b"<html>")
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert str(caught.value.problems[0]).startswith(f"warta_data/majalah/{told}")


def test_what_does_not_belong_there_is_told(edition: Write, portal: Portal) -> None:
    """Other files, folders, and names that are no number."""
    project = edition(name="tiga.yml")
    (project / "warta_data/majalah/naskah.docx").write_bytes(b"x")
    (project / "warta_data/majalah/dalam").mkdir()
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert [str(problem).partition(": ")[0] for problem in caught.value.problems] == [
        "warta_data/majalah/dalam:1",
        "warta_data/majalah/naskah.docx:1",
        "warta_data/majalah/tiga.yml:1",
        "warta_data/majalah/tiga.yml:1",
    ]


def test_the_example_is_right_and_never_loaded(edition: Write, write: Write, portal: Portal) -> None:
    """Copied with the files it names, it is a draft without mistakes; where it lies it is no edition."""
    write("2026/contoh-artikel.md")
    project = edition()
    (project / "warta_data/majalah/3.yml").unlink()
    text = (ROOT / "warta_data/contoh-majalah.yml").read_text(encoding="utf-8")
    assert "CONTOH" in text
    shutil.copy(ROOT / "warta_data/contoh-majalah.yml", project / "warta_data")
    assert load(project, portal).magazines == ()
    (project / "warta_data/majalah/1.yml").write_text(text, encoding="utf-8")
    (project / "warta_data/majalah/sampul.jpg").rename(project / "warta_data/majalah/contoh-sampul.jpg")
    (one,) = load(project, portal).magazines
    assert one.isi.status == "draf"


def test_what_is_withdrawn_leaves_a_page_that_says_so(edition: Write, portal: Portal) -> None:
    """Its address answers with day and reason; its files, its place in the list and its text are gone."""
    gone = "status: ditarik\nterbit: 2026-11-20\npenarikan: {tanggal: 2026-11-21, alasan: Contoh alasan.}"
    part = section(edition(old="status: terbit\nterbit: 2026-11-21", new=gone), portal)
    pages = {page.alamat: page.html for page in part.pages()}
    page = pages["warta/majalah/3/"]
    assert "Ditarik dari portal pada 21 November 2026." in page
    assert "Alasan: Contoh alasan." in page
    assert "Contoh pengantar" not in page
    assert "warta/majalah/3/" not in pages["warta/majalah/"]
    assert not [asset.alamat for asset in part.assets() if asset.alamat.startswith("warta/majalah/")]
    assert not list(part.printables())


def test_a_correction_stands_above(edition: Write, portal: Portal) -> None:
    """With its day."""
    corrected = "status: ralat\nterbit: 2026-11-20\nralat:\n  - {tanggal: 2026-11-21, uraian: Contoh yang keliru.}"
    part = section(edition(old="status: terbit\nterbit: 2026-11-21", new=corrected), portal)
    (page,) = [page for page in part.pages() if page.alamat == "warta/majalah/3/"]
    assert re.search(r"Ralat <time[^>]*>21 November 2026</time>:</strong> Contoh yang keliru\.", page.html)
