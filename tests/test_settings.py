"""Whose portal it is: one file, its letterhead, its colours; another office from the same code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content import load_content
from macros.gallery.section import TOKENS
from macros.gallery.tokens import SURFACE, pairs, read_tokens
from macros.pages import Asset
from macros.problems import ContentError
from macros.settings import COLOURS as COLOURS_SHEET
from macros.settings import DARK_GROUNDS, LIGHT_GROUNDS, contrast
from macros.site import Site
from tests.conftest import ROOT, TODAY, run_module

OFFICE = ROOT / "kantor/mamuju"


@pytest.fixture(scope="module")
def mamuju() -> Site:
    """The portal of the second office."""
    return Site(load_content(OFFICE), TODAY, address="https://contoh.go.id/")


def texts(site: Site) -> Iterator[tuple[str, str]]:
    """Address and everything that a page says."""
    for page in site.pages.values():
        own = re.sub(r'<aside class="diatur".*?</aside>', "", page.html)  # names SOPs of every office
        yield page.alamat, f"{page.judul} {page.ringkasan} {own} {page.kepala}"


def test_another_office_has_its_own_sops_in_front(mamuju: Site, site: Site) -> None:
    """All 49 are there; the catalogue begins with those of the portal's own office."""
    own = [next(iter(one.content.portal.offices)) for one in (mamuju, site)]
    assert own == ["mamuju", "polewali-mandar"]
    catalogue = mamuju.pages["sop/index.md"].html
    assert catalogue.index('id="mamuju"') < catalogue.index('id="polewali-mandar"')
    assert len(mamuju.content.portal.sops_of("mamuju")) == 19
    assert mamuju.content.portal.sops.keys() == site.content.portal.sops.keys()


def test_nothing_of_the_first_office_stands_in_the_second_ones_portal(mamuju: Site) -> None:
    """Only where SOPs and what is made of them are shown; no news, no public information of the other regency."""
    made_of_sops = re.compile(r"(sop|temuan|pelaksana|peraturan|perubahan|cari|kerapian|layanan|spbe/peraturan)/")
    other = [
        a for a, text in texts(mamuju) if not made_of_sops.match(a) and re.search(r"Pol(ewali|man)|KominfoSP", text)
    ]
    assert other == []
    assert len(mamuju.content.warta.articles) + len(mamuju.content.ppid.information) == 0
    assert "Warta Diskominfosip Mamuju" in mamuju.pages["warta/majalah/index.md"].html
    assert 'content="Portal Diskominfosip Mamuju"' in mamuju.pages["warta/index.md"].kepala


def test_what_the_law_sets_is_the_same_in_every_office(mamuju: Site, site: Site) -> None:
    """Terms, holidays and grounds of exclusion are not copied; an office may have its own file all the same."""
    assert mamuju.content.ppid.asking.tenggat == site.content.ppid.asking.tenggat
    assert mamuju.content.ppid.asking.kalender == site.content.ppid.asking.kalender
    assert mamuju.content.ppid.exclusions.grounds == site.content.ppid.exclusions.grounds


def test_the_second_office_is_built_by_naming_its_folder(tmp_path: Path) -> None:
    """PORTAL=kantor/mamuju: its name in head and foot, its colours; a folder that is none is told."""
    folder = tmp_path / "site"
    result = run_module("mkdocs", "build", PORTAL="kantor/mamuju", SITE_DIR=str(folder))
    assert result.returncode == 0, result.stdout + result.stderr
    home = (folder / "index.html").read_text(encoding="utf-8")
    assert home.count("Portal Diskominfosip Mamuju") >= 3
    assert "Diskominfosip Kabupaten Mamuju" in home
    own = "--biru:var(--terang,#5b1f2b) var(--gelap,#5b1f2b)"
    style = (folder / "aset/gaya.css").read_text(encoding="utf-8")
    assert style.index(own) > style.index("--utama:")  # what is said later counts
    wrong = run_module("mkdocs", "build", PORTAL="kantor/mamuju-utara", SITE_DIR=str(tmp_path / "lain"))
    assert wrong.returncode == 1
    assert "Contoh yang benar: PORTAL=kantor/mamuju" in wrong.stdout + wrong.stderr
    assert not (tmp_path / "lain").exists()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("instansi: polewali", "instansi: polewalli", 'portal.yml:5: instansi: "polewalli-mandar" tidak ada di sop_data/register/instansi.yml. Maksud Anda "polewali-mandar"?'),
        ("penerbit: diskominfo-sp", "penerbit: diskominfo", 'portal.yml:10: penerbit: "diskominfo" tidak ada di sop_data/register/perangkat_daerah.yml. Maksud Anda "diskominfo-sp"?'),
        ("sebutan: Diskominfo SP", "sebutan:", "portal.yml:7: sebutan: nilainya kosong; isi, atau hapus barisnya bila memang tidak ada."),
        ("nama: Portal", "nma: Portal", 'portal.yml:3: nma: kunci ini tidak dikenal. Maksud Anda "nama"?'),
    ],
    ids=["instansi", "penerbit", "kosong", "kunci"],
)  # fmt: skip
def test_a_mistake_in_the_settings_is_one_line(project: Path, old: str, new: str, complaint: str) -> None:
    """With what would be right."""
    file = project / "portal.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_content(project)
    assert complaint in str(told.value).splitlines()


COLOURS = """
warna:
  pita: "#5b1f2b"
  pita_tua: "#43151f"
  aksen: "#f0c14b"
  tautan: "#8a2338"
  tautan_gelap: "#f3a9b5"
"""


def test_colours_that_nobody_can_read_are_refused(project: Path) -> None:
    """White on light yellow, dark links on a dark ground, and what is no colour."""
    file = project / "portal.yml"
    settings = file.read_text(encoding="utf-8")
    file.write_text(settings + COLOURS, encoding="utf-8")
    assert load_content(project).portal.settings.warna
    bad = COLOURS.replace("#5b1f2b", "#ffeeaa").replace("#f3a9b5", "#8a2338")
    file.write_text(settings + bad, encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_content(project)
    lines = str(told.value).splitlines()
    assert 'warna.pita: "#ffeeaa": kontras tulisan putih di atasnya 1,2; paling sedikit 4,5 (WCAG 2.2 AA).' in lines[0]
    assert any('warna.tautan_gelap: "#8a2338": kontras tautan pada latar gelap' in line for line in lines)
    file.write_text(settings + COLOURS.replace('"#5b1f2b"', "merah"), encoding="utf-8")
    with pytest.raises(ContentError, match="warna ditulis # lalu enam angka heksadesimal"):
        load_content(project)


def test_contrast_is_that_of_wcag() -> None:
    """The ends of the scale, and the grey that is known to be the lightest for text on white."""
    assert contrast("#000000", "#ffffff") == contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#0b4f6c", "#0b4f6c") == 1


def test_grounds_are_those_of_the_style_sheet() -> None:
    """Contrast is computed on the colours that pages really have."""
    (surfaces,) = [group.token for group in read_tokens(ROOT / TOKENS) if group.judul == SURFACE]
    assert tuple(token.terang for token in surfaces) == LIGHT_GROUNDS
    assert tuple(token.gelap for token in surfaces) == DARK_GROUNDS


def test_every_token_follows_the_colours_of_the_office(mamuju: Site) -> None:
    """All that is blue or gold in the design; and with them, every pair is still told apart."""
    style = next(asset for asset in mamuju.assets if asset.alamat == COLOURS_SHEET)
    assert isinstance(style, Asset)
    tokens = {token.nama: token for group in mamuju.gallery.tokens for token in group.token}
    for name, light, dark in re.findall(r"--([\w-]+):var\(--terang,(#\w+)\) var\(--gelap,(#\w+)\)", style.isi.decode()):
        assert (tokens[name].terang, tokens[name].gelap) == (light, dark)
    assert tokens["utama"].terang == "#5b1f2b"
    assert [pair for pair in pairs(mamuju.gallery.tokens) if not pair.cukup] == []
