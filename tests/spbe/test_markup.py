"""What can be seen of a page's accessibility in its HTML, check by check."""

from __future__ import annotations

import pytest

from macros.spbe.situs.checker.markup import read_markup, text_of
from macros.spbe.situs.manners import CHECKS

WHOLE = (
    '<html lang="id"><head><title>Contoh</title><meta name="viewport" content="width=device-width"></head><body><main>'
    '<h1>Satu</h1><h2>Dua</h2><img src="a" alt="Foto"><label for="q">Cari</label><input id="q"><a href="/">Beranda</a>'
    "</main></body></html>"
)


def test_a_good_page_passes_every_check() -> None:
    """In the order in which they are told."""
    assert dict(read_markup(WHOLE).passed()) == dict.fromkeys(CHECKS, True)


@pytest.mark.parametrize(
    ("check", "old", "new"),
    [
        ("bahasa", ' lang="id"', ""),
        ("bahasa", 'lang="id"', 'lang=" "'),
        ("judul", "<title>Contoh</title>", "<title> </title>"),
        ("teks-alternatif", ' alt="Foto"', ""),
        ("label-isian", ' for="q"', ""),
        ("label-isian", '<input id="q">', '<textarea id="x"></textarea>'),
        ("judul-bertingkat", "<h1>Satu</h1>", ""),
        ("judul-bertingkat", "<h2>Dua</h2>", "<h3>Dua</h3>"),
        ("nama-tautan", "Beranda", " "),
        ("nama-tautan", "Beranda", '<img src="x" alt="">'),
        ("nama-tautan", "Beranda", "<script>teks</script>"),
        ("nama-tautan", "<a href=\"/\">Beranda</a>", "<button><i></i></button>"),
        ("isi-utama", "main>", "div>"),
        ("perbesaran", "width=device-width", "width=device-width, user-scalable=no"),
        ("perbesaran", "width=device-width", "maximum-scale=1.0"),
    ],
)  # fmt: skip
def test_each_fault_fails_its_own_check_alone(check: str, old: str, new: str) -> None:
    """Nothing else is blamed."""
    assert old in WHOLE
    passed = read_markup(WHOLE.replace(old, new)).passed()
    assert [name for name, good in passed.items() if not good] == [check]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<label for="q">Cari</label><input id="q">', "<label>Cari <input></label>"),
        ('<label for="q">Cari</label><input id="q">', '<input aria-label="Cari">'),
        ('<label for="q">Cari</label><input id="q">', '<input type="hidden"><input type="submit">'),
        ("Beranda", '<img src="x" alt="Beranda">'),
        ('<a href="/">Beranda</a>', '<a href="/" aria-label="Beranda"></a><a name="jangkar"></a>'),
        ('<img src="a" alt="Foto">', '<img src="a" alt="">'),
        ("<main>", '<div role="main">'),
        ("width=device-width", "maximum-scale=5"),
        ("<h2>Dua</h2>", "<h2>Dua</h2><h3>Tiga</h3><h2>Empat</h2>"),
        ("</main>", "</main><a href='/x'>tidak <b>ditutup"),
    ],
)
def test_other_right_ways_pass_too(old: str, new: str) -> None:
    """There is more than one way to name a field or a link; what does not apply is not asked for."""
    assert old in WHOLE
    assert all(read_markup(WHOLE.replace(old, new)).passed().values())


@pytest.mark.parametrize(
    ("body", "header", "text"),
    [
        ("ñ".encode(), "text/html; charset=UTF-8", "ñ"),
        (b"\xf1", "text/html; charset=iso-8859-1", "ñ"),
        (b'<meta charset="windows-1252">\xf1', "text/html", '<meta charset="windows-1252">ñ'),
        (b"\xf1", "text/html; charset=tidak-ada", "\ufffd"),
        (b"\xf1", "", "\ufffd"),
    ],
)
def test_any_encoding_is_read(body: bytes, header: str, text: str) -> None:
    """The header's, else the page's own, else UTF-8; nothing is refused."""
    assert text_of(body, header) == text
