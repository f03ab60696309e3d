"""Nothing that is being made, reviewed or planned reaches the site: every byte of it is searched."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from bench.examples import scenery
from bench.samples import pdf
from tests.conftest import ROOT
from tests.serving import build_site, copy_of_project

DAY = "2026-12-10"
HIDDEN = "zqxrahasia"
"""A word that stands nowhere else; it is in every text and every file name of what must not be seen."""
PUBLIC = "zqxterbuka"
"""The same of what is public: it shows that the search finds what is there."""

STEPS = """alur:
  - {langkah: 2, peran: penyusun-bahan-informasi, oleh: WORD Penulis, mulai: 2026-12-01 09:00, selesai: 2026-12-01 09:20}
  - {langkah: 3, peran: fotografer, oleh: WORD Fotografer, mulai: 2026-12-01 09:00, selesai: 2026-12-01 09:20}
  - {langkah: 6, peran: kasi-pip, oleh: WORD Pemeriksa, mulai: 2026-12-02 09:00, selesai: 2026-12-02 09:08}
"""
VIDEO_STEPS = (
    STEPS.replace("langkah: 2", "langkah: 5")
    .replace("langkah: 3", "langkah: 4")
    .replace("fotografer", "pelaksana-peliputan")
)
COVER = "sampul: {berkas: WORD.jpg, alt: WORD sampul, kredit: WORD}\n"

ARTICLE = f"""---
judul: WORD judul
ringkasan: WORD ringkasan.
tanggal: 2026-12-01
penulis: WORD Penulis
kategori: diskominfo-sp
tag: [WORD]
foto:
  - {{berkas: WORD.jpg, alt: WORD alt, kredit: WORD kredit}}
STATE
{STEPS}---
WORD isi.
"""

FILES = {
    "warta_data/artikel/2026/WORD-draf.md": ARTICLE.replace("STATE", "status: draf"),
    "warta_data/artikel/2026/WORD-ditinjau.md": ARTICLE.replace("STATE", "status: ditinjau\nterbit: 2026-12-03"),
    "warta_data/artikel/2026/WORD-terjadwal.md": ARTICLE.replace("STATE", "status: terjadwal\nterbit: 2026-12-11"),
    "warta_data/majalah/77.yml": "nomor: 77\nbulan: 12\ntahun: 2026\njudul: WORD edisi\npengantar: WORD.\n"
    f"{COVER}isi:\n  - judul: WORD rubrik\n    artikel: [2026/WORD-draf]\nstatus: draf\n",
    "warta_data/video/WORD.md": "---\njudul: WORD video\nringkasan: WORD.\ntanggal: 2026-12-01\ndurasi: 3:45\n"
    f"penyedia: youtube\nyoutube: zqxrahasia1\n{COVER}status: ditinjau\n{VIDEO_STEPS}---\nWORD transkrip.\n",
    "warta_data/agenda/2026/WORD.yml": "judul: WORD acara\nringkasan: WORD.\nmulai: 2026-12-20\n"
    "sumber:\n  - penerbit: WORD\nstatus: draf\n",
    "ppid_data/informasi/WORD.yml": "judul: WORD informasi\nringkasan: WORD.\nkategori: berkala\n"
    "perangkat_daerah: dinas-kesehatan\nberkas: WORD.pdf\nstatus: draf\n",
    "ppid_data/dikecualikan/WORD-dik.yml": "judul: WORD pengecualian\nperangkat_daerah: dinas-kesehatan\n"
    "dasar:\n  huruf: [c]\nuji_konsekuensi:\n  tanggal: 2026-11-05\n  nomor: WORD\n  akibat_bila_dibuka: WORD\n"
    "  akibat_bila_ditutup: WORD\njangka_waktu:\n  mulai: 2026-11-05\n  sampai: 2028-01-05\nstatus: draf\n",
    "statistik_data/indikator/WORD.yml": "nama: WORD indikator\nkelompok: sektoral\nsatuan: unit\nukuran: jumlah\n"
    "status: ditinjau\nalur:\n  - {langkah: 1, peran: kasi-kemitraan-data, oleh: WORD, mulai: 2026-12-01 09:00, "
    "selesai: 2026-12-01 10:00}\ndata:\n  - {tahun: 2026, nilai: 77, sumber: [SOURCE], catatan: WORD}\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose project has one of each that must not be seen, and one article that must."""
    project = copy_of_project(ROOT, tmp_path_factory.mktemp("draf") / "proyek")
    sources = (ROOT / "statistik_data/sumber.yml").read_text(encoding="utf-8")
    source = next(line.strip(" :") for line in sources.splitlines() if line.startswith("  ") and line.endswith(":"))
    for name, text in FILES.items():
        file = project / name.replace("WORD", HIDDEN)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("WORD", HIDDEN).replace("SOURCE", source), encoding="utf-8")
    public = ARTICLE.replace("STATE", "status: terbit\nterbit: 2026-12-03").replace("WORD", PUBLIC)
    (project / f"warta_data/artikel/2026/{PUBLIC}.md").write_text(public, encoding="utf-8")
    for folder, word in (("artikel/2026", HIDDEN), ("artikel/2026", PUBLIC), ("majalah", HIDDEN), ("video", HIDDEN)):
        scenery(project / f"warta_data/{folder}/{word}.jpg", (0.3, 0.2))
    (project / f"ppid_data/informasi/{HIDDEN}.pdf").write_bytes(pdf(f"{HIDDEN} dokumen"))
    return build_site(project, DAY, SITE_URL="https://contoh.go.id/")


def contents(data: bytes) -> Iterator[bytes]:
    """What a file says, and what it says when it is unpacked."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(BytesIO(data)) as package:
            yield from map(package.read, package.namelist())


def places(site: Path, word: str) -> set[str]:
    """Every file of a site in whose name or bytes a word stands."""
    found = set()
    for file in (file for file in site.rglob("*") if file.is_file()):
        name = file.relative_to(site).as_posix()
        if word in name.lower() or any(word.encode() in part.lower() for part in contents(file.read_bytes())):
            found.add(name)
    return found


def test_what_is_public_is_found_everywhere(site: Path) -> None:
    """On its page, the home page, in lists, feeds, sitemap and search: there the next test would see a draft."""
    found = places(site, PUBLIC)
    own = f"warta/2026/{PUBLIC}/index.html"
    assert {own, "index.html", "warta/index.html", "warta/rss.xml", "warta/feed.json", "sitemap.xml"} <= found
    assert any(name.startswith("pagefind/fragment/") for name in found)
    assert any(name.endswith(".jpg") for name in found)


def test_what_is_not_public_is_nowhere(site: Path) -> None:
    """Neither drafts, nor what is reviewed, nor what is planned, of any kind: no word, no file, no picture."""
    assert places(site, HIDDEN) == set()


def test_the_times_of_public_content_are_counted(site: Path) -> None:
    """Of the one public article, and not of those that are not public."""
    rows = (site / "penerbitan/waktu.csv").read_text(encoding="utf-8-sig").splitlines()
    written = [row for row in rows if row.startswith("Artikel,")]
    assert [row.split(",")[-4:] for row in written] == [
        ["1", "20", "20", "1"],
        ["1", "20", "20", "1"],
        ["1", "8", "8", "1"],
    ]
