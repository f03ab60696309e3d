"""Where old addresses lead: what may be written, and what lies there on any web server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.addressing.content import load_addressing
from macros.pages import Asset, FileAsset
from tests.addressing.conftest import REDIRECT, Write, problems_of, section
from tests.conftest import ROOT

TWO = REDIRECT + "  - {dari: /lain/, ke: /warta/2026/lain/, tanggal: 2026-11-20, alasan: Contoh.}\n"


def files(project: Path, site: str = "") -> dict[str, Asset | FileAsset]:
    """Address -> what is made for it."""
    there = {"data.csv": Asset("data.csv", b"a,b"), "sop/mamuju/31.yml": FileAsset("sop/mamuju/31.yml", Path("31.yml"))}
    there["warta/2026/baru/rss.xml"] = Asset("warta/2026/baru/rss.xml", b"<rss/>")
    return {asset.alamat: asset for asset in section(project).assets(there.get, site)}


def text(asset: Asset | FileAsset) -> str:
    """The text of a file that was made."""
    assert isinstance(asset, Asset)
    return asset.isi.decode()


def test_the_redirects_of_the_portal_are_right(write: Write) -> None:
    """What these tests change has no mistake."""
    assert problems_of(write()) == []
    assert problems_of(write(TWO)) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        (REDIRECT, "/lama/", "https://contoh.example/lama/", '2: alih[1].dari: "https://contoh.example/lama/" bukan alamat di portal ini. Tulis dari akar, misalnya /warta/2026/nama-lama/.'),
        (REDIRECT, "/lama/", "lama/", '2: alih[1].dari: "lama/" bukan alamat di portal ini. Tulis dari akar, misalnya /warta/2026/nama-lama/.'),
        (REDIRECT, "/lama/", "//contoh.example/", '2: alih[1].dari: "//contoh.example/" bukan alamat di portal ini. Tulis dari akar, misalnya /warta/2026/nama-lama/.'),
        (REDIRECT, "/lama/", "/lama/#bagian", "2: alih[1].dari: yang sesudah # atau ? tidak sampai ke server, jadi tidak dapat dialihkan. Tulis alamatnya saja."),
        (REDIRECT, "/lama/", "/index.php?id=1", "2: alih[1].dari: yang sesudah # atau ? tidak sampai ke server, jadi tidak dapat dialihkan. Tulis alamatnya saja."),
        (REDIRECT, "/lama/", "/berita lama/", '2: alih[1].dari: "/berita lama/" salah bentuk. Pakai huruf, angka, titik, -, _ dan ~, tanpa spasi.'),
        (REDIRECT, "/lama/", "/warta/../lama/", '2: alih[1].dari: "/warta/../lama/" salah bentuk. Pakai huruf, angka, titik, -, _ dan ~, tanpa spasi.'),
        (REDIRECT, "/lama/", "/lama", '2: alih[1].dari: halaman diakhiri garis miring. Tulis "/lama/".'),
        (REDIRECT, "/lama/", "/lama/index.html", '2: alih[1].dari: tulis tanpa index.html: "/lama/".'),
        (REDIRECT, "/lama/", "/assets/lama.css", '2: alih[1].dari: "/assets/lama.css" dipakai oleh situs sendiri dan tidak dapat dialihkan.'),
        (REDIRECT, "/lama/", "/warta/2026/lain/", "2: alih[1].dari: /warta/2026/lain/ masih dipakai halaman atau berkas yang ada. Hapus alih ini, atau pindahkan halamannya."),
        (REDIRECT, "/lama/", "/", "2: alih[1].dari: / masih dipakai halaman atau berkas yang ada. Hapus alih ini, atau pindahkan halamannya."),
        (REDIRECT, "/lama/", "/data.csv/lama/", "2: alih[1].dari: /data.csv adalah berkas, jadi tidak dapat memuat alamat di dalamnya."),
        (REDIRECT, "/lama/", "/data.csv/", "2: alih[1].dari: /data.csv sudah ada sebagai berkas."),
        (TWO, "/lama/", "/lain/", '6: alih[2].dari: "/lain/" sudah dialihkan pada baris 2. Hapus salah satu.'),
        (REDIRECT, "/warta/2026/baru/", "/warta/2026/bru/", '2: alih[1].ke: "/warta/2026/bru/" tidak ada di portal. Maksud Anda "/warta/2026/baru/"?'),
        (REDIRECT, "/warta/2026/baru/", "https://polmankab.go.id/", '3: alih[1].ke: "https://polmankab.go.id/" di luar portal. Alamat hanya dialihkan di dalam portal; tautan ke luar ditulis di sebuah halaman. Tulis dari akar, misalnya /warta/2026/nama-baru/.'),
        (REDIRECT, "/warta/2026/baru/", "/warta/2026/baru/?a=1", '3: alih[1].ke: "/warta/2026/baru/?a=1" salah bentuk. Tulis alamat dari akar, boleh dengan #bagian, misalnya /ppid/.'),
        (REDIRECT, "/warta/2026/baru/", '"/warta/2026/baru/#"', '3: alih[1].ke: "/warta/2026/baru/#" salah bentuk. Tulis alamat dari akar, boleh dengan #bagian, misalnya /ppid/.'),
        (REDIRECT, "/warta/2026/baru/", '"/warta/2026/baru/#tak-ada"', '2: alih[1].ke: halaman /warta/2026/baru/ tidak mempunyai bagian "#tak-ada". Tulis alamatnya tanpa #.'),
        (REDIRECT, "/warta/2026/baru/", '"/tentang/#data-pribadi"', "2: alih[1].ke: bagian (#) hanya dapat diperiksa pada halaman yang dibuat dari data. Tulis alamatnya tanpa #."),
        (REDIRECT, "/warta/2026/baru/", "/lama/", "3: alih[1].ke: alih ini berputar: /lama/ → /lama/. Tulis alamat halaman yang ada."),
        (TWO, "/warta/2026/baru/", "/lain/", '3: alih[1].ke: "/lain/" sendiri dialihkan. Langsung saja: tulis "/warta/2026/lain/".'),
        (REDIRECT, "tanggal: 2026-11-20", "tanggal: kemarin", '4: alih[1].tanggal: "kemarin" bukan tanggal yang sah. Tulis TTTT-BB-HH, misalnya 2019-10-20.'),
        (REDIRECT, "    alasan: Contoh alasan.\n", "", "2: alih[1].alasan: wajib ada, tetapi tidak ditulis."),
        (REDIRECT, "alasan:", "sebab:", '5: alih[1].sebab: kunci ini tidak dikenal. Yang dikenal: dari, ke, tanggal, alasan.'),
    ],
)  # fmt: skip
def test_one_mistake_is_one_line(write: Write, text: str, old: str, new: str, told: str) -> None:
    """File, line, address, and what would be right."""
    problems = [
        problem for problem in problems_of(write(text, old, new)) if "wajib ada" in told or "wajib ada" not in problem
    ]
    assert problems == [f"alamat_data/alih.yml:{told}"]


def test_a_loop_is_told_at_each_of_its_redirects(write: Write) -> None:
    """Whichever of them is mended, the loop is gone."""
    text = TWO.replace("/warta/2026/baru/", "/lain/").replace("/warta/2026/lain/", "/lama/")
    assert problems_of(write(text)) == [
        "alamat_data/alih.yml:3: alih[1].ke: alih ini berputar: /lama/ → /lain/ → /lama/. Tulis alamat halaman yang ada.",
        "alamat_data/alih.yml:6: alih[2].ke: alih ini berputar: /lain/ → /lama/ → /lain/. Tulis alamat halaman yang ada.",
    ]


def test_an_old_page_leads_on_by_itself(write: Write) -> None:
    """Without a script and without a rule of the server; no search engine keeps it; whoever stays finds the link."""
    made = files(write(), "https://contoh.example/portal/")
    page = text(made["lama/index.html"])
    assert '<meta http-equiv="refresh" content="0; url=../warta/2026/baru/">' in page
    assert '<link rel="canonical" href="https://contoh.example/portal/warta/2026/baru/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../warta/2026/baru/">Contoh &lt;warta/2026/baru/&gt;</a>' in page
    assert "Sejak 20 November 2026. Contoh alasan." in page
    assert not re.search(r"<script|<style| style=| on\w+=", page)


def test_an_old_page_works_in_any_folder_of_any_server(write: Write) -> None:
    """Nobody knows where the site stands: all addresses are relative to the old one, however deep it lies."""
    page = text(files(write(REDIRECT, "/lama/", "/Front/kegiatan/123_lama/"))["Front/kegiatan/123_lama/index.html"])
    assert set(re.findall(r'(?:href|url)="?=?([^">]+)"', page)) == {"../../../warta/2026/baru/"}


@pytest.mark.parametrize(
    ("old", "new", "address", "leads"),
    [
        ("/lama.html", "/", "lama.html", "./"),
        ("/lama/", "/", "lama/index.html", "../"),
        ("/berita/lama.html", "/warta/", "berita/lama.html", "../warta/"),
        ("/lama/", '"/warta/2026/baru/#bagian"', "lama/index.html", "../warta/2026/baru/#bagian"),
        ("/lama/", "/data.csv", "lama/index.html", "../data.csv"),
    ],
)
def test_where_an_old_page_leads(write: Write, old: str, new: str, address: str, leads: str) -> None:
    """From pages in folders and pages that are files, to pages, places on them, and files."""
    project = write(REDIRECT.replace("/lama/", old).replace("/warta/2026/baru/", new))
    assert problems_of(project) == []
    page = text(files(project)[address])
    assert f'content="0; url={leads}"' in page
    assert f'<link rel="canonical" href="{leads.partition("#")[0]}">' in page


def test_an_old_file_is_a_copy_of_the_new_one(write: Write) -> None:
    """A page in its place could not be read by what asks for it; large files are not held in memory."""
    project = write(REDIRECT.replace("/lama/", "/lama.csv").replace("/warta/2026/baru/", "/data.csv"))
    assert problems_of(project) == []
    assert files(project)["lama.csv"] == Asset("lama.csv", b"a,b")
    project = write(REDIRECT.replace("/lama/", "/lama.yml").replace("/warta/2026/baru/", "/sop/mamuju/31.yml"))
    assert files(project)["lama.yml"] == FileAsset("lama.yml", Path("31.yml"))


def test_a_file_that_became_a_page_is_left_to_the_server(write: Write) -> None:
    """There is nothing right to put in its place, so only the rules know of it."""
    project = write(REDIRECT.replace("/lama/", "/lama.pdf"))
    assert problems_of(project) == []
    assert set(files(project)) == {"_redirects", "alih.nginx.map"}


def test_what_lies_below_and_beside_a_page_moves_with_it(write: Write) -> None:
    """Its recorded files, where the new page has the same; what the new page lacks is told as lost."""
    text = REDIRECT + "  - {dari: /sop/mamuju/01/, ke: /sop/mamuju/31/, tanggal: 2026-11-20, alasan: Contoh.}\n"
    recorded = "".join(
        f"2026-11-01 /{name}\n" for name in ("lama/", "lama/rss.xml", "sop/mamuju/01/", "sop/mamuju/01.yml")
    )
    project = write(text, recorded=recorded)
    assert problems_of(project) == []
    made = files(project)
    assert made["lama/rss.xml"] == Asset("lama/rss.xml", b"<rss/>")
    assert made["sop/mamuju/01.yml"] == FileAsset("sop/mamuju/01.yml", Path("31.yml"))
    (problem,) = problems_of(write(text, recorded=recorded + "2026-11-01 /sop/mamuju/01.bpmn\n"))
    assert problem.startswith("alamat_data/terbit/contoh.txt:5: /sop/mamuju/01.bpmn pernah terbit")


def test_rules_for_web_servers(write: Write) -> None:
    """The same redirects for Netlify, Cloudflare Pages and nginx, in the folder that the site stands in."""
    project = write(
        TWO.replace("/warta/2026/lain/", '"/warta/2026/lain/#bagian"').replace("/lain/, ke", "/lain.html, ke")
    )
    made = files(project)
    assert text(made["_redirects"]) == (
        "/lain.html /warta/2026/lain/#bagian 301\n/lama/ /warta/2026/baru/ 301\n"
    )  # fmt: skip
    made = files(project, "https://contoh.example/portal/")
    assert text(made["_redirects"]).splitlines()[1] == "/portal/lama/ /portal/warta/2026/baru/ 301"
    assert [line for line in text(made["alih.nginx.map"]).splitlines() if not line.startswith("#")] == [
        "/portal/lain.html /portal/warta/2026/lain/#bagian;",
        "/portal/lama/ /portal/warta/2026/baru/;",
        "/portal/lama /portal/warta/2026/baru/;",
    ]


def test_without_redirects_nothing_is_made(write: Write) -> None:
    """Neither pages nor rules."""
    assert files(write("alih: []\n")) == {}


def test_the_promise_names_what_has_moved(write: Write) -> None:
    """Readers see old address, new address, day and reason; before the first one they are told so."""
    html = section(write()).promise("alamat/")
    assert '<code>/lama/</code></td><td><a href="../warta/2026/baru/">/warta/2026/baru/</a></td>' in html
    assert "20 November 2026" in html
    assert "Belum ada alamat yang pindah." in section(write("alih: []\n")).promise("alamat/")


def test_the_example_in_the_redirects_file_is_right(write: Write) -> None:
    """What editors uncomment has no mistake of form."""
    lines = (ROOT / "alamat_data/alih.yml").read_text(encoding="utf-8").splitlines()
    example = [line[1:] for line in lines if re.match(r"#   (- |  )", line)]
    (move,) = load_addressing(write("\n".join(["alih:", *example]))).moves
    assert (move.dari, move.ke) == ("warta/2026/nama-lama/", "warta/2026/nama-baru/")
