"""The kinds of page that the site has: one page of each is measured, the largest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.browsing import ERROR_PAGE
from bench.measuring import ROOT


@dataclass(frozen=True)
class Kind:
    """Pages that one template makes, told by their addresses and, where those are alike, by what stands in them."""

    nama: str
    alamat: str
    """A regular expression that matches the whole address."""
    tanda: str = ""
    """A text in the HTML of all of them."""


PROSE = "|".join(re.escape(file.stem) for file in (ROOT / "docs").glob("*.md"))
"""What people write in docs/."""

ARTICLE = r"warta/\d{4}/[^/]+/"

KINDS = (
    Kind("beranda", ""),
    Kind("daftar warta", "warta/"),
    Kind(
        "daftar warta menurut kategori, bulan, tag",
        r"warta/(hal|(kategori|arsip|tag|perangkat-daerah)/.+)/.+/|warta/(kategori|tag|perangkat-daerah)/[^/]+/",
    ),
    Kind("ikhtisar warta", "warta/(kategori|arsip|tag|perangkat-daerah)/"),
    Kind("warta yang ditarik", ARTICLE, "Warta ini ditarik pada"),
    Kind("kilas", ARTICLE, 'class="warta-fakta"'),
    Kind("artikel dengan galeri foto", ARTICLE, 'class="warta-galeri"'),
    Kind("artikel", ARTICLE),
    Kind("daftar majalah", "warta/majalah/"),
    Kind("edisi majalah", "warta/majalah/[^/]+/"),
    Kind("daftar video", "warta/video/"),
    Kind("video di YouTube", "warta/video/[^/]+/", "data-putar-youtube"),
    Kind("video sendiri", "warta/video/[^/]+/", "<video"),
    Kind("katalog SOP", "sop/"),
    Kind("SOP dan bagian portal", "sop/matriks/"),
    Kind("SOP", "sop/[^/]+/[^/]+/"),
    Kind("alur penerbitan", "penerbitan/"),
    Kind("perubahan portal", "perubahan/"),
    Kind("daftar pelaksana", "pelaksana/"),
    Kind("pelaksana", "pelaksana/[^/]+/"),
    Kind("daftar peraturan", "peraturan/"),
    Kind("peraturan", "peraturan/[^/]+/"),
    Kind("daftar temuan", "temuan/"),
    Kind("temuan", "temuan/[^/]+/"),
    Kind("PPID", "ppid/"),
    Kind("Daftar Informasi Publik", "ppid/daftar/"),
    Kind("Daftar Informasi Publik menurut segi", "ppid/daftar/.+/"),
    Kind("informasi publik", "ppid/informasi/[^/]+/"),
    Kind("daftar informasi dikecualikan", "ppid/dikecualikan/"),
    Kind("informasi dikecualikan", "ppid/dikecualikan/[^/]+/"),
    Kind("daftar pengumuman serta merta", "ppid/serta-merta/"),
    Kind("pengumuman serta merta", "ppid/serta-merta/[^/]+/"),
    Kind("cara meminta informasi", "ppid/cara-meminta/"),
    Kind("formulir", "ppid/(permohonan|keberatan)/"),
    Kind("kalkulator tenggat", "ppid/tenggat/"),
    Kind("hari libur", "ppid/hari-libur/"),
    Kind("register permohonan", "ppid/register/"),
    Kind("daftar laporan", "ppid/laporan/"),
    Kind("laporan", "ppid/laporan/[^/]+/"),
    Kind("monitoring", "ppid/monitoring/"),
    Kind("monitoring perangkat daerah", "ppid/monitoring/[^/]+/"),
    Kind("E-Monev", "ppid/e-monev/"),
    Kind("daftar layanan", "layanan/"),
    Kind("aduan", "layanan/aduan/"),
    Kind("daftar jawaban aduan", r"layanan/aduan/jawaban/\d{4}/"),
    Kind("jawaban aduan", r"layanan/aduan/jawaban/\d{4}/[^/]+/"),
    Kind("survei", "layanan/survei/"),
    Kind("kuesioner", "layanan/survei/kuesioner/"),
    Kind("hasil survei", "layanan/survei/[^/]+/"),
    Kind("layanan", "layanan/[^/]+/"),
    Kind("formulir layanan", "layanan/[^/]+/formulir/"),
    Kind("Selayang Pandang", "selayang-pandang/"),
    Kind("kecamatan", "selayang-pandang/.+/"),
    Kind("daftar infografis", "infografis/"),
    Kind("infografis", "infografis/[^/]+/"),
    Kind("katalog dataset", "satu-data/"),
    Kind("kalender data", "satu-data/kalender/(.+/)?"),
    Kind("pemenuhan data", "satu-data/pemenuhan/(.+/)?"),
    Kind("dataset", "satu-data/[^/]+/"),
    Kind("Data Award", "data-award/(.+/)?"),
    Kind("publikasi", "publikasi/.+/"),
    Kind("daftar perangkat daerah", "perangkat-daerah/"),
    Kind("perangkat daerah", "perangkat-daerah/[^/]+/"),
    Kind("pemantauan situs", "pemantauan-situs/(.+/)?"),
    Kind("SPBE", "spbe/(.+/)?"),
    Kind("agenda", "agenda/"),
    Kind("agenda setahun", r"agenda/\d{4}/"),
    Kind("acara", r"agenda/\d{4}/[^/]+/"),
    Kind("komponen", "tentang/komponen/"),
    Kind("cari", "cari/"),
    Kind("halaman tulisan", f"({PROSE})/"),
    Kind("halaman galat", re.escape(ERROR_PAGE)),
)
"""The first that fits a page is its kind."""

LEADS_ON = '<meta http-equiv="refresh"'
"""What only leads from an old address to the new one is of no kind."""


def kind_of(address: str, html: str) -> Kind | None:
    """The kind of a page; None for one that nobody has thought of here."""
    fitting = (kind for kind in KINDS if re.fullmatch(kind.alamat, address) and kind.tanda in html)
    return next(fitting, None)


def address_of(file: Path, site: Path) -> str:
    """The address of an HTML file of a built site, relative to its root."""
    return file.relative_to(site).as_posix().removesuffix("index.html")


def largest_of_each(site: Path) -> Mapping[Kind, str]:
    """The address of the page with the most bytes of each kind, in the order of the kinds.

    Raises ValueError with every page that is of no kind.
    """
    found: dict[Kind, tuple[int, str]] = {}
    unknown = []
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        address = address_of(file, site)
        kind = kind_of(address, html)
        if LEADS_ON in html:
            continue
        if kind is None:
            unknown.append(address)
        elif kind not in found or len(html) > found[kind][0]:
            found[kind] = len(html), address
    if unknown:
        raise ValueError(f"tanpa jenis di bench/kinds.py: {', '.join(unknown)}")
    return {kind: found[kind][1] for kind in KINDS if kind in found}


def missing(kinds: Iterable[Kind]) -> list[str]:
    """The names of the kinds that are not among some."""
    there = set(kinds)
    return [kind.nama for kind in KINDS if kind not in there]
