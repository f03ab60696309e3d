"""Photos beside articles: read by their heads, told where they are none."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from macros.portal import Portal
from macros.problems import ContentError
from macros.warta.article import PhotoFile
from macros.warta.photos import MAX_BYTES, ORIENTATION, read_photo
from tests.warta.conftest import Write, load


def test_the_size_is_that_in_which_a_browser_shows_it(tmp_path: Path) -> None:
    """A phone held upright writes a picture on its side and says so."""
    upright, lying = tmp_path / "a.jpg", tmp_path / "b.jpg"
    Image.new("RGB", (40, 30)).save(lying)
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    Image.new("RGB", (40, 30)).save(upright, exif=exif)
    assert read_photo(lying) == PhotoFile(lying, 40, 30)
    assert read_photo(upright) == PhotoFile(upright, 30, 40)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jpg", b"<script>alert(1)</script>", 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"", 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 20, 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"\0" * (MAX_BYTES + 1), 'foto "a.jpg" 20 MB; batasnya 20 MB. Kecilkan dahulu.'),
    ],
    ids=["html", "kosong", "terpotong", "besar"],
)
def test_what_is_no_photo_is_told(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """No traceback, and nothing is published that is not what its name says."""
    file = tmp_path / name
    file.write_bytes(content)
    assert read_photo(file) == message


def test_the_ending_says_what_it_is(tmp_path: Path) -> None:
    """A PNG called .jpg would be sent under the wrong type."""
    file = tmp_path / "a.jpg"
    Image.new("RGB", (2, 2)).save(file, format="PNG")
    assert read_photo(file) == 'foto "a.jpg" sebenarnya PNG, bukan JPEG. Ganti akhirannya atau simpan ulang.'


def test_a_photo_that_no_article_shows_is_told(write: Write, portal: Portal) -> None:
    """Everything here is open with the site's code; what nobody shows was probably forgotten."""
    project = write("2026/contoh.md")
    Image.new("RGB", (2, 2)).save(project / "warta_data/artikel/2026/lupa.jpg")
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert [str(problem) for problem in caught.value.problems] == [
        "warta_data/artikel/2026/lupa.jpg:1: foto ini tidak dipakai berita mana pun di foldernya. Pakai, atau hapus."
    ]
