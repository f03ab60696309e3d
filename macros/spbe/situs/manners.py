"""What the checker of websites is called, looks at, and keeps to; the page on the method says it, too."""

from __future__ import annotations

from collections.abc import Mapping

PRODUCT = "PemantauSitus"
"""The name that a site's robots.txt may address."""

LINKS = 20
"""So many links of a front page are tried, at most."""

CHECKS: Mapping[str, tuple[str, str]] = {
    "bahasa": ("elemen html menyebut bahasanya", "3.1.1"),
    "judul": ("halaman mempunyai judul", "2.4.2"),
    "teks-alternatif": ("setiap gambar mempunyai atribut alt", "1.1.1"),
    "label-isian": ("setiap isian formulir mempunyai label", "1.3.1, 4.1.2"),
    "judul-bertingkat": ("ada judul h1, dan tingkat judul tidak melompat", "1.3.1"),
    "nama-tautan": ("setiap tautan dan tombol mempunyai teks", "2.4.4, 4.1.2"),
    "isi-utama": ("bagian isi utama ditandai (main)", "1.3.1"),
    "perbesaran": ("halaman tidak melarang pembesaran di ponsel", "1.4.4"),
}
"""Name of a check -> what it looks at, and the success criteria of WCAG 2.2 that it touches."""
