"""What the public sees of the way that content took."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

from macros.content import load_content
from macros.portal import Portal
from macros.site import Site
from macros.warta.content import load_warta
from macros.warta.section import WartaSection
from tests.conftest import ROOT
from tests.publishing.conftest import Change
from tests.serving import copy_of_project

DAY = date(2026, 12, 10)


def words(html: str) -> str:
    """The text of a page in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_names_every_step_and_who_takes_it(site: Site) -> None:
    """For each kind its SOP, its steps, the reasons for what does not apply; and the kinds without any."""
    text = words(site.pages["penerbitan/index.md"].html)
    assert (
        "Artikel Diatur SOP 03 · Pengelolaan Website Warta KominfoSP , untuk yang terbit sejak 1 Desember 2026." in text
    )
    for kind, route in site.content.portal.routes.governed.items():
        for required in route.required:
            assert required.step.kegiatan.replace("&", "&amp;") in text, kind
    assert "Syarat desain tidak berlaku: Rancangan grafis web dibuat sekali" in text
    assert "Kilas Kilas satu kalimat yang menautkan berita orang lain" in text


def test_every_mark_leads_to_its_reason(site: Site) -> None:
    """The dagger of a step leads to a note on the page of its SOP."""
    html = site.pages["penerbitan/index.md"].html
    notes = re.findall(r'class="simpulan" href="\.\./(sop/[^"#]+)#([^"]+)"', html)
    assert len(notes) == sum(len(route.required) for route in site.content.portal.routes.governed.values())
    for address, anchor in notes:
        assert f'id="{anchor}"' in site.pages[f"{address}index.md"].html


def test_an_office_without_a_register_says_so(tmp_path: Path) -> None:
    """Its page is there all the same, since every page leads to it."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    (project / "sop_data/register/penerbitan.yml").unlink()
    page = Site(load_content(project), DAY).pages["penerbitan/index.md"]
    assert "Belum ada jenis isi yang diatur SOP di portal ini." in page.html


def test_an_article_shows_the_steps_it_took(article: Change, portal: Portal) -> None:
    """Who, in which role, when, how long, and whether the SOP's time was kept."""
    section = WartaSection(load_warta(article(), portal), portal, DAY)
    (page,) = [page for page in section.pages() if page.alamat == "warta/2026/contoh/"]
    text = words(page.html)
    assert (
        "Contoh Penulis, Penyusun Bahan Informasi &amp; Publikasi 1 Desember 2026 pukul 09.00 sampai "
        "09.25 WITA 25 menit 30 Menit: terpenuhi"
    ) in text
    assert "Contoh Kepala Seksi, Kasi Pelayanan Informasi Publik" in text


def test_figures_are_data(site: Site) -> None:
    """One row for each step of each way; nothing is counted yet, and nothing is made up."""
    (asset,) = [asset for asset in site.publishing.assets() if asset.alamat == "penerbitan/waktu.csv"]
    rows = list(csv.DictReader(asset.isi.decode("utf-8-sig").splitlines()))
    assert len(rows) == sum(len(view.langkah) for view in site.publishing.views)
    assert {(row["banyak"], row["median_menit"]) for row in rows} == {("0", "")}
