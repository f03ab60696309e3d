"""The picture that others show of a shared article."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from macros.pages import FileAsset
from macros.portal import Portal
from macros.problems import ContentError
from macros.warta import cards, pictures
from macros.warta.cards import HEIGHT, MARGIN, TITLE_SIZES, WIDTH, SocialCard, draw_all, font_file, wrapped
from tests.warta.conftest import ARTICLE, BRIEF, Write, section

SITE = "https://contoh.example/"
LONG = "Contoh judul yang sangat panjang " * 12


def card(folder: Path, title: str = "Contoh judul", photo: Path | None = None) -> SocialCard:
    """A card with a made-up title."""
    return SocialCard(title, "Budaya  ·  20 November 2026", "Portal KominfoSP", photo, folder)


def metas(html: str) -> dict[str, str]:
    """Name -> content of what the head says of a shared page."""
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter|article):[^"]+)" content="([^"]*)">', html))


@pytest.mark.parametrize("title", ["A", "Contoh judul", LONG, "x" * 300, "Contoh “kutip” – é ½ × 1.234"])
def test_a_card_is_a_jpeg_of_the_size_that_is_asked_for(tmp_path: Path, title: str) -> None:
    """1200 x 630, whatever the title; words stay within the margins."""
    one = card(tmp_path, title)
    draw_all([one])
    with Image.open(one.berkas) as image:
        assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT))
        right = image.convert("L").crop((WIDTH - MARGIN + 8, 0, WIDTH, HEIGHT)).getextrema()
        assert isinstance(right[0], int)
        assert right[1] - right[0] < 12
        assert image.convert("L").crop((MARGIN, 120, WIDTH - MARGIN, HEIGHT - 120)).getextrema()[1] > 240


def test_the_type_has_every_letter_of_a_title() -> None:
    """Its package is there, with letters that the one Pillow brings does not have."""
    file = font_file()
    assert file
    font = ImageFont.truetype(file, 40)
    unknown = bytes(font.getmask("\uffff"))
    assert [letter for letter in "éñüā–—…“”‘’½×°•²" if bytes(font.getmask(letter)) == unknown] == []


def test_a_long_title_is_cut_with_a_sign() -> None:
    """Smaller type first, then an ellipsis; nothing is lost without it."""
    pen = ImageDraw.Draw(Image.new("RGB", (WIDTH, HEIGHT)))
    size, lines = cards._title(LONG, pen)
    assert (size, len(lines)) == TITLE_SIZES[-1]
    assert lines[-1].endswith(" …")
    assert cards._title("Contoh judul", pen) == (72, ["Contoh judul"])
    font = ImageFont.truetype(font_file() or "", 72)
    assert "".join(wrapped("x" * 300, font, pen)) == "x" * 300


def test_a_photo_lies_dark_behind_the_words(tmp_path: Path) -> None:
    """White words are readable on the whitest photo: a contrast of 4.5 at least."""
    photo = tmp_path / "a.jpg"
    Image.new("RGB", (1600, 900), "white").save(photo)
    one = card(tmp_path / "simpanan", photo=photo)
    draw_all([one])
    with Image.open(one.berkas) as image:
        pixel = image.convert("RGB").getpixel((WIDTH - 20, 20))
    assert isinstance(pixel, tuple)
    red, green, blue = ((value / 255 + 0.055) ** 2.4 / 1.055**2.4 for value in pixel)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5


def test_a_card_is_drawn_once_and_again_when_spoiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words, the same file; a file cut short is drawn anew; other words are another file."""
    one = card(tmp_path)
    draw_all([one])
    whole = one.berkas.read_bytes()
    one.berkas.write_bytes(whole[:1000])
    draw_all([one])
    assert one.berkas.read_bytes() == whole
    monkeypatch.setattr(cards, "draw", lambda _: "digambar lagi")
    draw_all([one])
    assert card(tmp_path, "Lain").berkas != one.berkas


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """As a mistake, not as a traceback."""
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(ContentError, match=r"\.cache/kartu:1: kartu berbagi tidak dapat disimpan"):
        draw_all([card(tmp_path / "berkas")])


def test_many_cards_are_drawn_by_all_processors(tmp_path: Path) -> None:
    """In processes of their own."""
    many = [card(tmp_path, f"Contoh {number}") for number in range(cards.FEW + 1)]
    draw_all(many)
    assert all(cards._drawn(one.berkas) for one in many)


def test_an_article_has_a_card_and_a_brief_that_of_the_portal(write: Write, portal: Portal) -> None:
    """Addresses are whole; what was withdrawn or is a draft has no card."""
    project = write("2026/contoh.md")
    write("2025/kilas.md", BRIEF)
    write("2026/draf.md", ARTICLE, status="draf", terbit="")
    write("2026/ditarik.md", ARTICLE, status="ditarik\npenarikan: {tanggal: 2026-11-21, alasan: Contoh}")
    part = section(project, portal, SITE)
    heads = {page.alamat: metas(page.kepala) for page in part.pages()}
    assert heads["warta/2026/contoh/"] == {
        "og:type": "article",
        "og:site_name": "Portal KominfoSP",
        "og:locale": "id_ID",
        "og:title": "Contoh judul",
        "og:description": "Contoh ringkasan.",
        "og:url": f"{SITE}warta/2026/contoh/",
        "og:image": f"{SITE}warta/2026/contoh/kartu.jpg",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Judul warta: Contoh judul",
        "article:published_time": "2026-11-20",
        "twitter:card": "summary_large_image",
    }
    assert heads["warta/2025/kilas/"]["og:image"] == heads["warta/"]["og:image"] == f"{SITE}warta/kartu.jpg"
    assert heads["warta/2026/ditarik/"] == {}
    files = [asset for asset in part.assets() if isinstance(asset, FileAsset)]
    assert {asset.alamat for asset in files} == {"warta/kartu.jpg", "warta/2026/contoh/kartu.jpg"}
    assert all(asset.letak.is_file() for asset in files)


def test_without_an_address_nothing_is_drawn(write: Write, portal: Portal) -> None:
    """Others cannot show a picture that they cannot find; title and summary stand all the same."""
    part = section(write("2026/contoh.md"), portal)
    head = next(metas(page.kepala) for page in part.pages() if page.alamat == "warta/2026/contoh/")
    assert (head["og:title"], head["twitter:card"]) == ("Contoh judul", "summary")
    assert "og:image" not in head
    assert [asset for asset in part.assets() if isinstance(asset, FileAsset)] == []


def test_only_the_newest_have_cards_of_their_own(write: Write, portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    """The older ones show the portal's."""
    monkeypatch.setattr(pictures, "NEWEST", 1)
    project = write("2026/lama.md", tanggal="2026-11-19")
    write("2026/baru.md")
    part = section(project, portal, SITE)
    assert set(part.social) == {"warta/", "warta/2026/baru/"}
    head = next(metas(page.kepala) for page in part.pages() if page.alamat == "warta/2026/lama/")
    assert head["og:image"] == f"{SITE}warta/kartu.jpg"
