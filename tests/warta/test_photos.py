"""Photos beside articles: told where they are none, made ready once, published without what a camera noted."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from PIL import Image

from macros.portal import Portal
from macros.problems import ContentError
from macros.warta import darkroom
from macros.warta.article import PhotoFile
from macros.warta.darkroom import develop, made
from macros.warta.photos import MAX_BYTES, ORIENTATION, read_photo
from tests.warta.conftest import ARTICLE, Write, load

GPS = 0x8825
"""EXIF: where the photo was taken."""

SHOWN = ARTICLE.replace("status: terbit", "foto: [{berkas: a.jpg, alt: Contoh, kredit: Contoh}]\nstatus: terbit")


def photo(file: Path) -> PhotoFile:
    """A photo that is right, its cache beside it."""
    found = read_photo(file, file.parent / "simpanan")
    assert isinstance(found, PhotoFile)
    return found


def from_a_phone(file: Path, size: tuple[int, int] = (1200, 800)) -> Path:
    """A photo that was held upright, red above and blue below, and says where it was taken."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))  # the left half of the sensor is the upper one
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[0x010F] = "Contoh-kamera"
    exif.get_ifd(GPS)[2] = (3.0, 26.0, 0.0)
    image.save(file, exif=exif, comment=b"Contoh-rahasia")
    return file


def test_the_size_is_that_in_which_a_browser_shows_it(tmp_path: Path) -> None:
    """A phone held upright writes a picture on its side and says so."""
    lying = tmp_path / "b.jpg"
    Image.new("RGB", (40, 30)).save(lying)
    upright = photo(from_a_phone(tmp_path / "a.jpg"))
    assert (photo(lying).lebar, photo(lying).tinggi) == (40, 30)
    assert (upright.lebar, upright.tinggi) == (800, 1200)


@pytest.mark.parametrize(
    ("width", "made_in"),
    [
        (1, (1,)),
        (480, (480,)),
        (500, (480, 500)),
        (960, (480, 960)),
        (1600, (480, 960, 1600)),
        (6000, (480, 960, 1600)),
    ],
)
def test_never_larger_than_the_original(width: int, made_in: tuple[int, ...]) -> None:
    """Three widths at most, the original's own where it lies between."""
    assert PhotoFile(Path("a.jpg"), width, 100).ukuran == made_in


def test_every_width_in_three_formats_upright_and_without_notes(tmp_path: Path) -> None:
    """Turned as it was held; no place, camera or comment in any file that is published; the original untouched."""
    original = from_a_phone(tmp_path / "a.jpg")
    before = original.read_bytes()
    item = photo(original)
    assert develop([item]) == {}
    for width, height in ((480, 720), (800, 1200)):
        for ending, form in (("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")):
            content = item.jadi(width, ending).read_bytes()
            with Image.open(BytesIO(content)) as image:
                assert (image.format, image.size) == (form, (width, height))
                assert not image.getexif()
                red, blue = image.convert("RGB").getpixel((5, 5)), image.convert("RGB").getpixel((5, height - 5))
            assert isinstance(red, tuple)
            assert isinstance(blue, tuple)
            assert (red[0] > 200, blue[2] > 200) == (True, True)
            for note in (b"Exif", b"GPS", b"Contoh", b"http://ns.adobe.com"):
                assert note not in content
    assert original.read_bytes() == before
    assert GPS in Image.open(original).getexif()


def test_the_same_photo_gives_the_same_files(tmp_path: Path) -> None:
    """Made twice, byte for byte; the name in the cache follows the content, not the name."""
    one, two = photo(from_a_phone(tmp_path / "a.jpg")), photo(from_a_phone(tmp_path / "b.jpg"))
    assert one.sidik == two.sidik
    develop([one])
    first = {file.name: file.read_bytes() for file in one.simpanan.iterdir()}
    for file in one.simpanan.iterdir():
        file.unlink()
    develop([two])
    assert {file.name: file.read_bytes() for file in two.simpanan.iterdir()} == first


def test_what_is_in_the_cache_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The original is not even opened."""
    item = photo(from_a_phone(tmp_path / "a.jpg"))
    develop([item])
    monkeypatch.setattr(darkroom, "develop_one", lambda _: "dibuat lagi")
    assert develop([item]) == {}


@pytest.mark.parametrize("spoil", ["cut", "gone", "note", "no note"])
def test_a_spoiled_cache_is_made_anew(tmp_path: Path, spoil: str) -> None:
    """A file cut short or gone, a note that is none: nobody is told, the photo is made once more."""
    item = photo(from_a_phone(tmp_path / "a.jpg"))
    develop([item])
    file, note = item.jadi(480, "webp"), item.simpanan / f"{item.sidik}.json"
    right = file.read_bytes()
    if spoil == "cut":
        file.write_bytes(right[:100])
    elif spoil == "gone":
        file.unlink()
    elif spoil == "note":
        note.write_text("{tidak sah", encoding="utf-8")
    else:
        note.unlink()
    assert not made(item)
    assert develop([item]) == {}
    assert (file.read_bytes(), made(item)) == (right, True)


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """Pages would show nothing."""
    item = photo(from_a_phone(tmp_path / "a.jpg"))
    item.simpanan.write_text("bukan folder", encoding="utf-8")
    assert develop([item]) == {item: "hasilnya tidak dapat disimpan di .cache/simpanan (galat sistem 17)."}


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "CMYK", "L", "1", "I;16"])
def test_pictures_of_every_kind_become_photos(tmp_path: Path, mode: str) -> None:
    """What is transparent lies on white."""
    file = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (8, 8)).save(file)
    item = photo(file)
    assert develop([item]) == {}
    with Image.open(item.jadi(8, "jpg")) as image:
        corner = image.getpixel((0, 0))
    assert image.mode == "RGB"
    if mode in ("RGBA", "LA"):
        assert corner == (255, 255, 255)


def test_a_phone_that_hides_a_second_picture_is_understood(tmp_path: Path) -> None:
    """MPO: a JPEG with another one behind it. It is no animation."""
    file = tmp_path / "a.jpg"
    Image.new("RGB", (8, 6), "red").save(file, format="MPO", save_all=True, append_images=[Image.new("RGB", (8, 6))])
    assert develop([photo(file)]) == {}


def bomb(side: int) -> bytes:
    """A small PNG that claims to be huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


MANY = 'foto "a.png" terlalu banyak pikselnya; batasnya 60 juta. Kecilkan dahulu.'


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jpg", b"<script>alert(1)</script>", 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"", 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 20, 'foto "a.jpg" tidak dapat dibaca sebagai gambar. Simpan ulang.'),
        ("a.jpg", b"\0" * (MAX_BYTES + 1), 'foto "a.jpg" 15 MB; batasnya 15 MB. Kecilkan dahulu.'),
        ("a.png", bomb(8000), MANY),
        ("a.png", bomb(11000), MANY),
        ("a.png", bomb(60000), MANY),
    ],
    ids=["html", "kosong", "terpotong", "besar", "64 juta", "121 juta", "3.600 juta"],
)
def test_what_is_no_photo_is_told(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """No traceback, and nothing is published that is not what its name says."""
    file = tmp_path / name
    file.write_bytes(content)
    assert read_photo(file, tmp_path) == message


@pytest.mark.parametrize(("name", "form"), [("a.webp", "WEBP"), ("a.png", "PNG")])
def test_what_moves_is_no_photo(tmp_path: Path, name: str, form: str) -> None:
    """Readers cannot stop it."""
    colours = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    colours[0].save(tmp_path / name, format=form, save_all=True, append_images=colours[1:])
    message = f'foto "{name}" bergerak (beberapa gambar dalam satu berkas). Simpan satu gambar saja.'
    assert read_photo(tmp_path / name, tmp_path) == message


def test_the_ending_says_what_it_is(tmp_path: Path) -> None:
    """A PNG called .jpg would be sent under the wrong type."""
    file = tmp_path / "a.jpg"
    Image.new("RGB", (2, 2)).save(file, format="PNG")
    message = 'foto "a.jpg" sebenarnya PNG, bukan JPEG. Ganti akhirannya atau simpan ulang.'
    assert read_photo(file, tmp_path) == message


@pytest.mark.parametrize(
    ("article", "where"),
    [(SHOWN, "7: foto[1].berkas"), (ARTICLE.replace("Contoh isi.", "Contoh.\n\n![Contoh](a.jpg)"), "12: isi")],
)
def test_a_photo_damaged_inside_is_told_where_it_is_shown(
    write: Write, portal: Portal, article: str, where: str
) -> None:
    """Its head is right, and the rest is missing: it would end in grey."""
    project = write("2026/contoh.md", article)
    folder = project / "warta_data/artikel/2026"
    whole = from_a_phone(folder / "a.jpg").read_bytes()
    (folder / "a.jpg").write_bytes(whole[: len(whole) - 1500])
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert [str(problem) for problem in caught.value.problems] == [
        f'warta_data/artikel/2026/contoh.md:{where}: foto "a.jpg" rusak atau terpotong, tidak terbaca sampai akhir. Simpan ulang.'
    ]


def test_many_photos_are_made_by_all_processors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In processes of their own; when it takes long, a line says how far it is."""
    files = [from_a_phone(tmp_path / f"{number}.jpg", (1200 + number, 900)) for number in range(4)]
    (tmp_path / "3.jpg").write_bytes((tmp_path / "3.jpg").read_bytes()[:-1500])
    photos = [photo(file) for file in files]
    monkeypatch.setattr(darkroom.pool, "PATIENCE", 0.0)
    assert list(develop(photos)) == [photos[3]]
    assert [made(item) for item in photos] == [True, True, True, False]
    assert "Foto dibuat dalam beberapa ukuran: 4 dari 4" in capsys.readouterr().err


def test_a_photo_that_no_article_shows_is_told(write: Write, portal: Portal) -> None:
    """Everything here is open with the site's code; what nobody shows was probably forgotten."""
    project = write("2026/contoh.md")
    Image.new("RGB", (2, 2)).save(project / "warta_data/artikel/2026/lupa.jpg")
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert [str(problem) for problem in caught.value.problems] == [
        "warta_data/artikel/2026/lupa.jpg:1: foto ini tidak dipakai berita mana pun di foldernya. Pakai, atau hapus."
    ]
