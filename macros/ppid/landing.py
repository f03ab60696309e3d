"""The door to public information: what a PPID is for, and where each errand begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from macros.pages import Page
from macros.ppid.dip import Dip
from macros.rendering import render

ADDRESS = "ppid/"

ERRANDS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "Mencari dan meminta": (
        (
            "ppid/daftar/",
            "Cari dokumen",
            "Daftar Informasi Publik menurut kategori, perangkat daerah, tahun dan bentuk",
        ),
        ("ppid/cara-meminta/", "Cara meminta informasi", "Langkah, syarat dan waktunya"),
        ("ppid/permohonan/", "Minta informasi", "Formulir permohonan informasi publik"),
        ("ppid/keberatan/", "Ajukan keberatan", "Bila permohonan ditolak, tidak dijawab atau dijawab lain"),
        ("ppid/tenggat/", "Hitung tenggat", "Kapan jawaban, keberatan dan sengketa jatuh tempo"),
    ),
    "Yang diumumkan": (
        ("ppid/serta-merta/", "Pengumuman serta merta", "Peringatan bahaya bagi orang banyak"),
        ("ppid/dikecualikan/", "Informasi yang dikecualikan", "Apa yang tidak dibuka, alasannya, dan sampai kapan"),
        ("data/", "Data terbuka", "Semua isi portal untuk dipakai ulang"),
    ),
    "Layanan dalam angka": (
        ("ppid/register/", "Register permohonan", "Permohonan yang masuk dan jawabannya, tanpa data pribadi"),
        ("ppid/laporan/", "Laporan layanan", "Layanan informasi publik setahun dalam angka"),
        (
            "ppid/monitoring/",
            "Monitoring informasi publik",
            "Apa yang sudah dan belum diumumkan setiap perangkat daerah",
        ),
        ("ppid/e-monev/", "E-Monev", "Penilaian keterbukaan informasi publik"),
    ),
}
"""Heading -> address, errand and what is found there; those whose page is not on the site are left out."""


def landing(dip: Dip, known: Collection[str]) -> Page:
    """The page at `/ppid/`; `known` holds the addresses of all other pages."""
    groups = [(heading, [one for one in errands if one[0] in known]) for heading, errands in ERRANDS.items()]
    html = render(
        "ppid/pintu.html",
        ADDRESS,
        urusan=[(heading, kept) for heading, kept in groups if kept],
        jumlah=len(dip.listed),
        belum_ditetapkan=dip.undecided,
    )
    return Page(
        ADDRESS, "Informasi publik", "Layanan informasi publik: mencari, meminta, dan mengajukan keberatan.", html
    )
