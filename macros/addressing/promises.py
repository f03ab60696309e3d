"""Which addresses are promised for ever: all but a few kinds, each left out for a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Passing:
    """A kind of address that may change or vanish."""

    pola: re.Pattern[str]
    """What the whole address looks like, below the root."""
    nama: str
    contoh: str
    alasan: str


PASSING = (
    Passing(
        re.compile(r"(?:.*/)?hal/\d+/"),
        "Halaman lanjutan sebuah daftar",
        "/warta/hal/2/",
        "isinya bergeser setiap kali ada yang baru; yang tetap ialah halaman pertamanya",
    ),
    Passing(
        re.compile(r".*\.\d+\.(?:avif|webp|jpg)|(?:.*/)?kartu\.jpg"),
        "Foto dalam berbagai ukuran, dan kartu berbagi",
        "/warta/kartu.jpg",
        "ukurannya mengikuti perangkat pembaca; yang tetap ialah halaman yang menampilkannya",
    ),
    Passing(
        re.compile(r"(?:aset|assets|pagefind|ppid/daftar/cari|admin)/.*"),
        "Gaya, skrip, dan indeks pencarian",
        "/aset/gaya.css",
        "bagian dalam halaman, diganti bersama halamannya",
    ),
    Passing(
        re.compile(r"tentang/komponen/.+"),
        "Berkas contoh pada galeri komponen",
        "/tentang/komponen/grafik/batang.csv",
        "isinya contoh, bukan data",
    ),
    Passing(
        re.compile(r"sitemap[^/]*\.xml|robots\.txt|_redirects|alih\.nginx\.map|\.well-known/.*|404\.html"),
        "Berkas untuk server dan mesin pencari",
        "/sitemap.xml",
        "ada atau tidaknya bergantung pada tempat portal dipasang",
    ),
)
"""What is not promised. Printed PDFs are not either: they accompany their page wherever `make pdf` was run."""


def promised(address: str) -> bool:
    """Whether an address below the root is promised for ever."""
    return not any(kind.pola.fullmatch(address) for kind in PASSING)
