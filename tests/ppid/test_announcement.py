"""Announcements serta merta: what is accepted, what a mistake is answered with, and where they are shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.content import load_content
from macros.ppid.content import load_ppid
from macros.ppid.models.announcement import HAZARDS, PART_TITLES
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT

RIGHT = """judul: Contoh peringatan
jenis_bahaya: bencana alam
perangkat_daerah: badan-penanggulangan-bencana-daerah
berlaku:
  mulai: 2026-11-20 14:00
  sampai: 2026-11-22 18:00
bagian:
  bahaya: Contoh bahaya.
  terdampak: Contoh terdampak.
  evakuasi: Contoh evakuasi.
  cara_menghindari: Contoh menghindari.
  cara_mendapat_bantuan: Contoh bantuan.
  wajib_mengumumkan: Contoh pengumum.
  cara_pengumuman: Contoh cara.
  upaya: Contoh upaya.
status: terbit
"""

REVOKED = RIGHT.replace(
    "status: terbit", "status: dicabut\npencabutan: { waktu: 2026-11-21 08:00, alasan: Contoh alasan. }"
)


def put(folder: Path, text: str, name: str = "contoh") -> Path:
    """One announcement in a project's folder."""
    file = folder / f"ppid_data/serta-merta/{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def mistakes(folder: Path) -> list[str]:
    """What the checker says of a folder's announcements."""
    try:
        load_ppid(folder, None)
    except ContentError as error:
        return [str(problem).removeprefix("ppid_data/serta-merta/") for problem in error.problems]
    return []


@pytest.mark.parametrize("text", [RIGHT, REVOKED], ids=["terbit", "dicabut"])
def test_a_right_announcement_is_accepted(tmp_path: Path, text: str) -> None:
    """The least that an announcement needs."""
    assert mistakes(put(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2026-11-20 14:00", "20-11-2026 14:00", 'contoh.yml:5: berlaku.mulai: "20-11-2026 14:00" bukan waktu yang sah. Tulis TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00.'),
        ("2026-11-20 14:00", "2026-11-20", 'contoh.yml:5: berlaku.mulai: "2026-11-20" bukan waktu yang sah.'),
        ("2026-11-20 14:00", "2026-11-20 24:00", 'contoh.yml:5: berlaku.mulai: "2026-11-20 24:00" bukan waktu yang sah.'),
        ("2026-11-20 14:00", "2026-11-31 14:00", 'contoh.yml:5: berlaku.mulai: "2026-11-31 14:00" bukan waktu yang sah.'),
        ("2026-11-20 14:00", "[1]", "contoh.yml:5: berlaku.mulai: sebuah daftar bukan waktu yang sah."),
        ("2026-11-20 14:00", "", "contoh.yml:5: berlaku.mulai: nilainya kosong"),
        ("2026-11-22 18:00", "2026-11-20 14:00", "contoh.yml:6: berlaku.sampai: 2026-11-20 14:00 tidak sesudah mulai (2026-11-20 14:00)."),
        ("jenis_bahaya: bencana alam", "jenis_bahaya: bencana alami", 'contoh.yml:2: jenis_bahaya: "bencana alami" bukan pilihan yang ada. Maksud Anda "bencana alam"?'),
        ("status: terbit", "status: dicabut", 'contoh.yml:16: status: status "dicabut" tanpa pencabutan.'),
        ("status: terbit", "status: terbit\npencabutan: { waktu: 2026-11-21 08:00, alasan: x }", 'contoh.yml:17: pencabutan: ada pencabutan, tetapi statusnya "terbit".'),
        ("status: terbit", "status: terbit\nperubahan:\n  - { waktu: 2026-11-21 08:00, uraian: a }\n  - { waktu: 2026-11-21 07:00, uraian: b }", "contoh.yml:17: perubahan: waktu perubahan tidak urut"),
        ("judul: Contoh peringatan", "judul: " + "x" * 101, "contoh.yml:1: judul: 101 karakter; paling banyak 100."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    """One mistake, one sentence."""
    assert RIGHT.count(old) == 1
    found = mistakes(put(tmp_path, RIGHT.replace(old, new)))
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize("key", PART_TITLES)
def test_each_missing_part_is_named(tmp_path: Path, key: str) -> None:
    """Which of the eight parts is missing, by its key."""
    text = "".join(line for line in RIGHT.splitlines(keepends=True) if not line.startswith(f"  {key}: "))
    assert mistakes(put(tmp_path, text)) == [f"contoh.yml:7: bagian.{key}: wajib ada, tetapi tidak ditulis."]


def test_all_missing_parts_are_named_at_once(tmp_path: Path) -> None:
    """Nobody finds out part by part."""
    found = mistakes(put(tmp_path, RIGHT.split("  terdampak")[0] + "status: terbit\n"))
    assert len(PART_TITLES) == 8
    assert len(found) == 7


def test_an_unknown_agency_is_told(project: Path) -> None:
    """Agencies are those of the register."""
    put(project, RIGHT.replace("badan-penanggulangan-bencana-daerah", "badan-penanggulangan-bencana"))
    with pytest.raises(ContentError, match="tidak ada di register perangkat daerah"):
        load_content(project)


def site_on(project: Path, day: int) -> Site:
    """The site of a project on a day of November 2026."""
    return Site(load_content(project), date(2026, 11, day))


LIST = "ppid/serta-merta/index.md"


@pytest.mark.parametrize(
    ("day", "heading", "banner", "hidden"),
    [(19, "Akan datang", True, True), (20, "Berlaku", True, False), (22, "Berlaku", True, False), (23, "Arsip", False, False)],
)  # fmt: skip
def test_a_build_knows_the_day(project: Path, day: int, heading: str, banner: bool, hidden: bool) -> None:
    """Before its first day the banner waits, hidden; on its last day it is there; the day after it is gone."""
    built = site_on(put(project, RIGHT), day)
    section = built.pages[LIST].html.split(f"<h2>{heading}</h2>")[1].split("</section>")[0]
    assert '<a href="../../ppid/serta-merta/contoh/">Contoh peringatan</a>' in section
    html = built.banner("../..")
    assert bool(html) == banner
    assert (" hidden" in html) == hidden
    assert "ppid/serta-merta/contoh/index.md" in built.pages


def test_banner_is_short_and_the_same_everywhere(project: Path) -> None:
    """Title with link, end in words and for the script; only the way to the root differs."""
    built = site_on(put(project, RIGHT), 21)
    html = built.banner("../..")
    assert html == (
        '<section class="pengumuman" aria-label="Pengumuman serta merta">\n<ul>\n'
        '<li data-mulai="2026-11-20T14:00:00+08:00" data-sampai="2026-11-22T18:00:00+08:00">'
        '<a href="../../ppid/serta-merta/contoh/">Contoh peringatan</a> '
        "<span>berlaku sampai 22 November 2026 pukul 18.00 WITA</span></li>\n</ul>\n</section>"
    )
    assert built.banner(".") == html.replace("../../", "./")
    assert built.banner("/") == html.replace("../../", "/")


def test_banner_tells_the_beginning_while_it_matters(project: Path) -> None:
    """Whoever has no JavaScript reads on the first day when it begins."""
    text = "berlaku mulai 20 November 2026 pukul 14.00 WITA sampai 22 November 2026 pukul 18.00 WITA"
    assert text in site_on(put(project, RIGHT), 20).banner(".")


@pytest.mark.parametrize("text", [REVOKED, RIGHT.replace("status: terbit", "status: draf")], ids=["dicabut", "draf"])
def test_only_what_is_published_is_on_every_page(project: Path, text: str) -> None:
    """What was revoked or is a draft has no banner."""
    assert site_on(put(project, text), 21).banner(".") == ""


def test_revoked_keeps_its_page_with_the_reason(project: Path) -> None:
    """The archive says when and why."""
    built = site_on(put(project, REVOKED), 21)
    html = built.pages["ppid/serta-merta/contoh/index.md"].html
    assert "<strong>Dicabut 21 November 2026 pukul 08.00 WITA.</strong> Contoh alasan." in html
    assert '<span class="lencana lencana-gawat">dicabut</span>' in built.pages[LIST].html


def test_drafts_have_no_page(project: Path) -> None:
    """A draft is published nowhere."""
    built = site_on(put(project, RIGHT.replace("status: terbit", "status: draf")), 21)
    assert "ppid/serta-merta/contoh/index.md" not in built.pages
    assert "Belum ada pengumuman serta merta." in built.pages[LIST].html


def test_markup_in_a_title_stays_text(project: Path) -> None:
    """The banner is escaped like every page."""
    put(project, RIGHT.replace("Contoh peringatan", "'<script>alert(1)</script> \"x\"'"))
    built = site_on(project, 21)
    assert "<script>" not in built.banner(".") + built.pages["ppid/serta-merta/contoh/index.md"].html
    assert "&lt;script&gt;alert(1)" in built.banner(".")


def test_the_page_has_the_eight_parts_in_order(project: Path) -> None:
    """Each part under its heading, in the order of the regulation."""
    html = site_on(put(project, RIGHT), 21).pages["ppid/serta-merta/contoh/index.md"].html
    places = [html.index(f"<h2>{title}</h2>") for title in PART_TITLES.values()]
    assert len(places) == 8
    assert places == sorted(places)


def test_no_announcement_is_said(project: Path) -> None:
    """With nothing announced there is no banner at all; the list says so, and explains the six kinds of hazard."""
    (project / "ppid_data").mkdir()
    shutil.copy(ROOT / "ppid_data/jenis-bahaya.yml", project / "ppid_data")
    built = site_on(project, 21)
    assert built.banner("../..") == ""
    html = built.pages[LIST].html
    assert "Belum ada pengumuman serta merta." in html
    assert all(f"<li><strong>{hazard}</strong>" in html for hazard in HAZARDS)


def test_the_annotated_example_is_right(project: Path) -> None:
    """What editors copy passes the checker; it is said to be an example, and never loaded from where it lies."""
    source = ROOT / "ppid_data/contoh-serta-merta.yml"
    assert "CONTOH" in source.read_text(encoding="utf-8").splitlines()[2]
    put(project, "")
    shutil.copy(source, project / "ppid_data/serta-merta/contoh.yml")
    entry = load_content(project).ppid.announcements.entries["contoh"]
    assert entry.berlaku.sampai.isoformat() == "2026-11-22T18:00:00+08:00"
    assert "contoh-serta-merta" not in load_content(ROOT).ppid.announcements.entries
