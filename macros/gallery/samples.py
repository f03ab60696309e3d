"""Made-up content for the examples, marked as such; the same kinds of object that pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from macros.agenda.views import EventCard
from macros.charts.model import Chart, ChartKind, Series
from macros.charts.view import Figure, figure
from macros.pages import FileAsset, nearby
from macros.ppid.columns import COLUMNS, Cell, Row
from macros.ppid.figures import ServiceFigures
from macros.ppid.forms import OBJECTION, Choice, Field
from macros.ppid.lists import Group, Line
from macros.ppid.models.deadlines import DeadlineDocument, Period
from macros.ppid.models.information import InformationField
from macros.ppid.models.service import ServiceDocument
from macros.ppid.workdays import Calendar
from macros.statistik.citations import Citation, Reference
from macros.statistik.models.common import Source
from macros.views.common import Link
from macros.warta.article import PhotoFile
from macros.warta.darkroom import develop_one, made
from macros.warta.models import Category, LinkedSource, Photo
from macros.warta.photos import CACHE_FOLDER, read_photo
from macros.warta.pictures import photo_files
from macros.warta.views import Card, Day, PhotoView

FOLDER = "tentang/komponen/"
LONG = (
    "Contoh judul yang panjang sekali, lebih panjang daripada yang biasa ditulis orang, supaya terlihat bagaimana "
    "barisnya dipatahkan di ponsel dan di layar lebar"
)
WORD = "CONTOH/000.8.3.3/KATA-TANPA-SPASI-YANG-SANGAT-PANJANG/2026"


@dataclass(frozen=True)
class Sheet:
    """A page of a list that leads nowhere but here."""

    nomor: int
    jumlah: int
    kelompok: tuple[Group, ...] = ()

    @property
    def pilihan(self) -> tuple[int | None, ...]:
        """Page numbers to go to."""
        return nearby(self.nomor, self.jumlah)

    @staticmethod
    def alamat_ke(_number: int) -> str:
        """The example's own address."""
        return FOLDER


def photo(root: Path) -> PhotoFile:
    """The drawn picture that stands for a photo."""
    found = read_photo(root / "docs/aset/gambar/contoh-foto.jpg", root / CACHE_FOLDER)
    assert isinstance(found, PhotoFile), found
    if not made(found):
        develop_one(found)
    return found


def photo_assets(root: Path) -> tuple[FileAsset, ...]:
    """The picture in all widths and formats, as photos of news are published."""
    return tuple(photo_files(FOLDER, photo(root)))


def cards(root: Path, category: Category | None) -> Mapping[str, Card]:
    """State -> a card in it; the category is one of the portal's, so that its link leads somewhere; else none."""
    if category is None:
        return {}
    view = PhotoView(FOLDER, photo(root), _photo())

    def card(title: str, **states: Any) -> Card:
        fields = {"ringkasan": "Contoh ringkasan satu kalimat.", "sumber": None, "foto": None, "diralat": False}
        day = Day.of(date(2026, 11, 21))
        return Card(FOLDER, title, day, category, **{**fields, "ditarik": False, **states})

    source = LinkedSource(penerbit="Contoh penerbit", url="https://contoh.example/")
    return {
        "dengan foto": card("Contoh judul warta", foto=view),
        "tanpa foto": card("Contoh judul warta"),
        "judul panjang": card(LONG),
        "diralat": card("Contoh warta yang diralat", diralat=True),
        "ditarik": card("Contoh warta yang ditarik", ringkasan=None, ditarik=True),
        "kilas": card("Contoh satu fakta dalam satu kalimat.", ringkasan=None, sumber=source),
    }


def _photo() -> Photo:
    return Photo(berkas="contoh-foto.jpg", alt="Gambar bukit dan air", kredit="Contoh", keterangan="Contoh keterangan.")


def photo_view(root: Path) -> PhotoView:
    """The picture as articles show theirs."""
    return PhotoView(FOLDER, photo(root), _photo())


def events() -> tuple[EventCard, ...]:
    """As planned, called off, long."""
    own = FOLDER
    return (
        EventCard(
            own, "Contoh acara", "Contoh.", "5 Desember 2026", "2026-12-05", "5", "Des", "Contoh tempat", None, False
        ),
        EventCard(
            own, "Contoh acara batal", "Contoh.", "6 Desember 2026", "2026-12-06", "6", "Des", None, "batal", True
        ),
        EventCard(own, LONG, "Contoh.", "7 s.d. 9 Desember 2026", "2026-12-07", "7–9", "Des", LONG, "diundur", False),
    )


def _source(name: str) -> Source:
    """A source that nobody read."""
    where = "Contoh letak, bukan sumber sungguhan"
    return Source(singkat=f"Contoh sumber {name}", penerbit=LONG, tahun=2025, letak=where, diakses="tidak pernah")


def figures() -> tuple[Figure, ...]:
    """A chart of each kind: one value missing, two series, zero."""
    source, span = "contoh, bukan data", "2024–2026"
    years = ("2024", "2025", "2026")
    named = ("Contoh dinas", "Contoh badan dengan nama yang panjang", "Contoh lain")
    count = Series("Contoh A", (12, None, 30), "butir")
    other = Series("Contoh B", (8, 15, Decimal("22.5")), "butir")
    shown: tuple[tuple[ChartKind, str, tuple[str, ...], tuple[Series, ...]], ...] = (
        ("batang", "Nama", named, (Series("A", (30, 0, 4), "butir"),)),
        ("kolom", "Tahun", years, (count, other)),
        ("garis", "Tahun", years, (other,)),
    )
    return tuple(
        figure(Chart(kind, f"Contoh grafik {kind}", kind, heading, names, series, source, span), f"{FOLDER}grafik/")
        for kind, heading, names, series in shown
    )


def fields() -> tuple[Field, ...]:
    """A field of each kind."""
    choices = (
        Choice("satu", "Contoh pilihan satu"),
        Choice("dua", "Contoh pilihan dua yang panjangnya lebih dari sebaris"),
    )
    return (
        Field("contoh-teks", "Contoh isian sebaris", salah="Isi contoh ini."),
        Field("contoh-panjang", "Contoh isian panjang", "panjang", petunjuk="Contoh petunjuk.", baris=2),
        Field("contoh-email", "Contoh alamat e-mail", "email", "Isi alamat e-mail."),
        Field("contoh-tanggal", "Contoh tanggal", "tanggal", "Isi tanggalnya."),
        Field("contoh-pilihan", "Contoh satu pilihan", "pilihan", "Pilih satu.", pilihan=choices),
        Field("contoh-centang", "Contoh beberapa pilihan", "centang", pilihan=choices),
    )


def rows() -> tuple[Line, ...]:
    """Lines of the public-information list: complete, concluded and half empty, withdrawn, long."""
    full: dict[InformationField, str] = dict.fromkeys(COLUMNS, "Contoh isi")

    def line(
        number: int, title: str, cells: Mapping[InformationField, str], guessed: bool = False, withdrawn: str = ""
    ) -> Line:
        columns = tuple(Cell(key, name, cells.get(key, ""), guessed and key in cells) for key, name in COLUMNS.items())
        year = Cell("tahun", "Tahun informasi", "2026" if not guessed else "", False)
        return Line(number, Row(FOLDER, title, "berkala", guessed, year, columns, withdrawn))

    return (
        line(1, "Contoh butir yang lengkap", full),
        line(2, "Contoh butir yang belum ditetapkan", {"ringkasan": "Contoh isi", "bentuk": "softcopy"}, guessed=True),
        line(3, "Contoh butir yang ditarik", full, withdrawn="1 Agustus 2026"),
        line(4, LONG, full | {"penanggung_jawab": WORD}),
    )


def deadlines() -> DeadlineDocument:
    """Two periods, one upon the other."""
    first = Period(
        id="contoh",
        nama="Contoh langkah",
        hari_kerja=10,
        mulai="Contoh kejadian",
        dasar="Contoh dasar",
        catatan="Contoh.",
    )
    return DeadlineDocument(
        jangka_waktu=(first, Period(id="lanjutan", nama="Contoh kelanjutan", hari_kerja=7, sesudah="contoh"))
    )


def counted() -> Mapping[str, Any]:
    """A deadline whose holidays are not all known."""
    return {
        "id": "contoh",
        "akhir": "Senin, 5 Januari 2026",
        "nama": "Contoh langkah",
        "hari_kerja": 10,
        "mulai": "18 Desember 2025",
        "perkiraan": False,
        "dilewati": ["25 Desember 2025 (contoh hari libur)"],
        "belum_pasti": [2026],
    }


def announcements() -> tuple[Mapping[str, Any], ...]:
    """One in force."""
    return (
        {
            "entri": {
                "judul": "Contoh pengumuman",
                "berlaku": {"mulai": date(2026, 11, 20), "sampai": date(2026, 11, 22)},
            },
            "url": FOLDER,
            "sebut_mulai": False,
            "mulai": "20 November 2026",
            "sampai": "22 November 2026 pukul 18.00 WITA",
            "menunggu": False,
        },
    )


def samples(root: Path, category: Category | None) -> Mapping[str, Any]:
    """What the templates of the examples may see."""
    group = Group("Contoh golongan", 4, 1, False, rows())
    return {
        "panjang": LONG,
        "kata": WORD,
        "kartu": cards(root, category),
        "foto": photo_view(root),
        "grafik": figures(),
        "isian": fields(),
        "formulir": OBJECTION,
        "layanan": ServiceDocument(),
        "kolom": COLUMNS,
        "daftar": Sheet(1, 1, (group,)),
        "lembar": (Sheet(1, 2), Sheet(6, 12)),
        "tautan": (Link("Contoh pertama", FOLDER), Link(LONG, FOLDER)),
        "tenggat": deadlines(),
        "hitungan": counted(),
        "layanan_kosong": ServiceFigures((), Calendar(frozenset(), frozenset()), date(2026, 11, 21)),
        "pengumuman": announcements(),
        "acara": events(),
        "asal": tuple(Citation(f"contoh-{name}", f"Contoh sumber {name}") for name in ("pertama", "kedua")),
        "sumber": tuple(Reference(f"contoh-{name}", _source(name)) for name in ("pertama", "kedua")),
    }
