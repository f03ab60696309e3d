"""Videos: what is told of them and of their captions, and that nobody else is asked before a click."""

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
from macros.warta.captions import check_captions, seconds
from tests.conftest import ROOT
from tests.warta.conftest import CATEGORIES, Write, load, section

VIDEO = """---
judul: Contoh video
ringkasan: Contoh ringkasan.
tanggal: 2026-11-20
durasi: 1:05
penyedia: youtube
youtube: CONTOH_vide
sampul: {berkas: sampul.jpg, alt: Contoh alt, kredit: Contoh kredit}
perangkat_daerah: [diskominfo-sp]
sop: polewali-mandar/01
status: terbit
terbit: 2026-11-21
---
**Contoh:** transkrip dengan [tautan](/sop/).
"""
OWN = VIDEO.replace(
    "penyedia: youtube\nyoutube: CONTOH_vide", "penyedia: berkas\nberkas: contoh.mp4\ntakarir: contoh.vtt"
)
CAPTIONS = (
    "WEBVTT\n\nNOTE contoh\n\n1\n00:01.000 --> 00:04.500\nContoh takarir.\n\n00:05.000 --> 01:00.000 line:0\nContoh.\n"
)


@pytest.fixture
def video(tmp_path: Path) -> Write:
    """Write a video with a text replaced, beside a cover, captions and a file; gives the project's folder."""
    folder = tmp_path / "warta_data/video"
    folder.mkdir(parents=True)
    (tmp_path / "warta_data/kategori.yml").write_text(CATEGORIES, encoding="utf-8")
    Image.new("RGB", (640, 360), "teal").save(folder / "sampul.jpg")
    (folder / "contoh.vtt").write_text(CAPTIONS, encoding="utf-8")
    (folder / "contoh.mp4").write_bytes(b"\0\0\0\x18ftypmp42contoh")

    def write_video(text: str = VIDEO, old: str = "", new: str = "") -> Path:
        assert old in text
        (folder / "contoh.md").write_text(text.replace(old, new) if old else text, encoding="utf-8")
        return tmp_path

    return write_video


def made(project: Path, portal: Portal) -> tuple[dict[str, str], set[str]]:
    """Address -> HTML of every page, and the addresses of the files."""
    part = section(project, portal)
    files = {asset.alamat for asset in part.assets() if isinstance(asset, FileAsset)}
    return {page.alamat: page.html for page in part.pages()}, files


def test_a_video_of_youtube_asks_nobody_before_a_click(video: Write, portal: Portal) -> None:
    """Its cover is our own; the button says what it does and waits for the script; the link works without one."""
    pages, files = made(video(), portal)
    page = pages["warta/video/contoh/"]
    assert "<iframe" not in page
    assert re.findall(r'(?:src|srcset|poster|data)="((?:https?:)?//[^"]*)"', page) == []
    assert re.search(
        r'<button [^>]*data-putar-youtube="CONTOH_vide"[^>]* hidden>Putar dari YouTube \(mengirim data ke Google\)</button>',
        page,
    )
    assert 'href="https://www.youtube.com/watch?v=CONTOH_vide" rel="noopener noreferrer"' in page
    assert "warta/video/contoh/sampul.jpg.640.webp" in files
    for words in (
        "<h2>Transkrip</h2>",
        '<a href="../../../sop/">tautan</a>',
        "lamanya 1:05",
        "Pembuatan Video Kegiatan Pemerintah",
    ):
        assert words in page, words
    assert '<a href="../../warta/video/contoh/">Contoh video</a>' in pages["warta/video/"]


def test_our_own_video_has_captions_and_loads_nothing_by_itself(video: Write, portal: Portal) -> None:
    """Video, captions and cover are published; nothing is fetched before it is played."""
    pages, files = made(video(OWN), portal)
    page = pages["warta/video/contoh/"]
    assert re.search(
        r'<video [^>]*controls preload="none" poster="../../../warta/video/contoh/sampul.jpg.640.jpg"', page
    )
    assert '<source src="../../../warta/video/contoh/contoh.mp4" type="video/mp4">' in page
    assert (
        '<track kind="captions" srclang="id" label="Bahasa Indonesia" src="../../../warta/video/contoh/contoh.vtt" default>'
        in page
    )
    assert "youtube" not in page.lower()
    assert {"warta/video/contoh/contoh.mp4", "warta/video/contoh/contoh.vtt"} <= files


def facts(page: str) -> dict[str, object]:
    """What a page says to search engines."""
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    content = json.loads(written)
    assert isinstance(content, dict)
    return content


def test_facts_for_search_engines(video: Write, portal: Portal) -> None:
    """schema.org's VideoObject with the whole transcript; what was typed cannot end the block."""
    project = video(VIDEO, "judul: Contoh video", "judul: Contoh </script><b>video")
    part = section(project, portal, "https://contoh.example/")
    page = next(page.html for page in part.pages() if page.alamat == "warta/video/contoh/")
    assert facts(page) == {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": "Contoh </script><b>video",
        "description": "Contoh ringkasan.",
        "uploadDate": "2026-11-21",
        "dateCreated": "2026-11-20",
        "duration": "PT1M5S",
        "transcript": "Contoh: transkrip dengan tautan .",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
            "url": "https://contoh.example/",
        },
        "embedUrl": "https://www.youtube-nocookie.com/embed/CONTOH_vide",
        "url": "https://contoh.example/warta/video/contoh/",
        "thumbnailUrl": "https://contoh.example/warta/video/contoh/sampul.jpg.640.jpg",
    }
    files = {asset.alamat for asset in part.assets()}
    assert "warta/video/contoh/sampul.jpg.640.jpg" in files


def test_facts_of_our_own_video(video: Write, portal: Portal) -> None:
    """Its file instead of a player; without the site's address nothing claims one."""
    part = section(video(OWN), portal, "https://contoh.example/")
    found = facts(next(page.html for page in part.pages() if page.alamat == "warta/video/contoh/"))
    assert found["contentUrl"] == "https://contoh.example/warta/video/contoh/contoh.mp4"
    assert "embedUrl" not in found
    pages, _ = made(video(OWN), portal)
    assert not {"url", "contentUrl", "thumbnailUrl"} & facts(pages["warta/video/contoh/"]).keys()


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: terbit\nterbit: 2026-11-21", "status: draf"), ("terbit: 2026-11-21", "terbit: 2026-11-22")],
)
def test_drafts_and_plans_show_nothing(video: Write, portal: Portal, old: str, new: str) -> None:
    """No page, no file; the list says that there is none yet."""
    pages, files = made(video(VIDEO, old, new), portal)
    assert "warta/video/contoh/" not in pages
    assert "Belum ada video yang dimuat di portal ini." in pages["warta/video/"]
    assert files == set()


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        (VIDEO, "youtube: CONTOH_vide\n", "", "contoh.md:6: penyedia: video YouTube tanpa id. Tulis youtube: sebelas huruf sesudah watch?v= pada alamatnya."),
        (VIDEO, "CONTOH_vide", "https://youtu.be/x", 'contoh.md:7: youtube: "https://youtu.be/x" salah bentuk: id video YouTube sebelas huruf, angka, - atau _, yaitu yang sesudah watch?v=.'),
        (VIDEO, "sampul:", "berkas: contoh.mp4\nsampul:", "contoh.md:8: berkas: video YouTube tidak punya berkas di sini. Hapus, atau tulis penyedia: berkas."),
        (VIDEO, "1:05", "65", 'contoh.md:5: durasi: "65" salah bentuk: lama ditulis menit:detik atau jam:menit:detik, misalnya 3:45.'),
        (VIDEO, "penyedia: youtube", "penyedia: vimeo", 'contoh.md:6: penyedia: "vimeo" bukan pilihan yang ada. Pilihannya: youtube, berkas.'),
        (VIDEO, "[diskominfo-sp]", "[diskominfo]", 'contoh.md:9: perangkat_daerah[1]: "diskominfo" tidak ada di register perangkat daerah. Maksud Anda "diskominfo-sp"?'),
        (VIDEO, "mandar/01", "mandar/99", 'contoh.md:10: sop: "polewali-mandar/99" bukan SOP yang ada.'),
        (VIDEO, "terbit: 2026-11-21", "terbit: 2026-11-19", "contoh.md:12: terbit: mendahului tanggal videonya. Periksa keduanya."),
        (VIDEO, "**Contoh:** transkrip dengan [tautan](/sop/).\n", "", 'contoh.md:2: video tanpa transkrip. Tulis apa yang diucapkan dan terlihat di bawah "---" kedua.'),
        (VIDEO, "[tautan](/sop/)", "<iframe src=x></iframe>", 'contoh.md:14: transkrip: HTML "<iframe src=x>" tidak diizinkan.'),
        (VIDEO, "sampul.jpg", "lain.jpg", 'contoh.md:8: sampul.berkas: "lain.jpg" tidak ada di folder ini.'),
        (OWN, "takarir: contoh.vtt\n", "", "contoh.md:6: penyedia: video dari berkas sendiri wajib bertakarir. Tulis takarir: nama berkas .vtt."),
        (OWN, "takarir: contoh.vtt", "takarir: lain.vtt", "lain.vtt:1: takarir ini tidak ada di folder video, atau bukan .vtt."),
        (OWN, "berkas: contoh.mp4\n", "", "contoh.md:6: penyedia: video dari berkas sendiri tanpa berkas. Tulis berkas: nama .mp4 atau .webm."),
        (OWN, "contoh.mp4", "palsu.mp4", 'contoh.md:7: berkas: "palsu.mp4" sebenarnya bukan .mp4. Simpan ulang.'),
        (OWN, "contoh.mp4", "contoh.vtt", 'contoh.md:7: berkas: "contoh.vtt" tidak ada di folder ini, atau bukan .mp4 atau .webm.'),
        (OWN, "durasi: 1:05", "durasi: 0:03", "contoh.vtt:9: mulai sesudah video berakhir (3 detik). Periksa waktunya, atau durasi."),
    ],
)  # fmt: skip
def test_mistakes_are_told_by_line(video: Write, portal: Portal, text: str, old: str, new: str, told: str) -> None:
    """With what would be right."""
    project = video(text, old, new)
    (project / "warta_data/video/palsu.mp4").write_bytes(b"<html>")
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert str(caught.value.problems[0]).startswith(f"warta_data/video/{told}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CAPTIONS, []),
        ("\ufeffWEBVTT - judul\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nContoh.\r\n", []),
        ("WEBVTT\n\nSTYLE\n::cue {}\n\n00:00.000 --> 00:01.000\nContoh.\n", []),
        ("", [(1, 'baris pertama harus "WEBVTT".')]),
        ("1\n00:00:01,000 --> 00:00:02,000\nContoh.\n", [(1, 'baris pertama harus "WEBVTT".')]),
        ("WEBVTT\n", [(1, "belum ada takarir. Tulis misalnya 00:01.000 --> 00:04.500.")]),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nContoh.\n", [(3, "waktunya salah bentuk. Tulis misalnya 00:01.000 --> 00:04.500.")]),
        ("WEBVTT\n\n00:61.000 --> 01:02.000\nContoh.\n", [(3, "waktunya salah bentuk. Tulis misalnya 00:01.000 --> 00:04.500.")]),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nContoh.\n", [(3, "berakhir sebelum mulai. Periksa kedua waktunya.")]),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:04.000\nB\n", [(6, "mulai sebelum takarir di atasnya. Urutkan menurut waktu.")]),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n", [(3, "tanpa teks. Tulis teksnya di bawah waktu, atau hapus.")]),
        ("WEBVTT\n\nContoh tanpa waktu.\n\n00:01.000 --> 00:02.000\nA\n", [(3, "tidak ada waktunya. Tulis misalnya 00:01.000 --> 00:04.500.")]),
    ],
)  # fmt: skip
def test_captions_are_checked(text: str, told: list[tuple[int, str]]) -> None:
    """By line; the form is that of WebVTT, with a point in the seconds and not a comma."""
    assert list(check_captions(text, 4000)) == told


@pytest.mark.parametrize(
    ("clock", "value"), [("00:01.500", 1.5), ("01:00:00.000", 3600), ("1:00.000", None), ("00:00:60.000", None)]
)
def test_a_time_in_captions(clock: str, value: float | None) -> None:
    """Minutes and seconds have two digits."""
    assert seconds(clock) == value


def test_links_in_transcripts_are_among_those_that_are_checked(video: Write, portal: Portal) -> None:
    """With the file and the line they stand in."""
    ((berkas, link),) = load(video(), portal).links
    assert (berkas, link.alamat, link.baris) == ("warta_data/video/contoh.md", "sop/", 14)


def test_the_example_is_right_and_never_loaded(video: Write, portal: Portal) -> None:
    """Copied with its cover, it is a draft without mistakes; where it lies it is no video."""
    project = video()
    (project / "warta_data/video/contoh.md").unlink()
    text = (ROOT / "warta_data/contoh-video.md").read_text(encoding="utf-8")
    assert "CONTOH" in text
    shutil.copy(ROOT / "warta_data/contoh-video.md", project / "warta_data")
    assert load(project, portal).videos == ()
    (project / "warta_data/video/contoh.md").write_text(text, encoding="utf-8")
    (project / "warta_data/video/sampul.jpg").rename(project / "warta_data/video/contoh-sampul.jpg")
    (one,) = load(project, portal).videos
    assert (one.isi.status, one.isi.detik) == ("draf", 225)


def test_what_is_withdrawn_leaves_a_page_that_says_so(video: Write, portal: Portal) -> None:
    """Its address answers with day and reason; its files, its place in the list and its text are gone."""
    gone = "status: ditarik\nterbit: 2026-11-20\npenarikan: {tanggal: 2026-11-21, alasan: Contoh alasan.}"
    part = section(video(old="status: terbit\nterbit: 2026-11-21", new=gone), portal)
    pages = {page.alamat: page.html for page in part.pages()}
    page = pages["warta/video/contoh/"]
    assert "Ditarik dari portal pada 21 November 2026." in page
    assert "Alasan: Contoh alasan." in page
    assert "transkrip" not in page
    assert "warta/video/contoh/" not in pages["warta/video/"]
    assert not [asset.alamat for asset in part.assets() if asset.alamat.startswith("warta/video/")]
    assert not list(part.printables())


def test_a_correction_stands_above(video: Write, portal: Portal) -> None:
    """With its day."""
    corrected = "status: ralat\nterbit: 2026-11-20\nralat:\n  - {tanggal: 2026-11-21, uraian: Contoh yang keliru.}"
    part = section(video(old="status: terbit\nterbit: 2026-11-21", new=corrected), portal)
    (page,) = [page for page in part.pages() if page.alamat == "warta/video/contoh/"]
    assert re.search(r"Ralat <time[^>]*>21 November 2026</time>:</strong> Contoh yang keliru\.", page.html)
