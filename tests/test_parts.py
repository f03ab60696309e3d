"""Where SOPs are carried out: pages name their SOPs, SOPs name their pages, and one page shows all of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content import load_content
from macros.export import sop_address
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT, TODAY
from tests.serving import copy_of_project

REGISTER = "sop_data/register/bagian.yml"


def links(html: str, address: str) -> set[str]:
    """Addresses below the root that a page leads to."""
    root = "../" * address.count("/")
    return {link.removeprefix(root).partition("#")[0] for link in re.findall(r'href="([^"]+)"', html)}


def test_every_governed_page_names_its_sops_and_each_sop_its_pages(site: Site) -> None:
    """Both directions, for every page that the data names."""
    html = {page.alamat: page.html for page in site.pages.values()}
    governed = {part.alamat: part.sop for part in site.content.portal.parts.bagian} | dict(site.governing)
    assert {"warta/", "ppid/", "layanan/aduan/"} <= governed.keys()
    for address, sops in governed.items():
        for sop in sops:
            page = sop_address(sop)
            assert page in links(html[address], address), f"{address} does not name {sop}"
            above = {address[: found.end()] for found in re.finditer("/", address)} & governed.keys()
            assert above & links(html[page].split('id="bagian"')[1].split("</section>")[0], page), f"{sop}: {address}"


def test_the_matrix_has_every_sop_with_its_pages_or_its_reason(site: Site) -> None:
    """Nothing is left open, and no SOP is both carried out here and in the office alone."""
    page = site.pages["sop/matriks/index.md"].html
    rows = re.findall(r'<th scope="row"><a href="\.\./\.\./(sop/[^"]+)">.*?</th><td>(.*?)</td>', page, re.DOTALL)
    assert {address for address, _ in rows} == {sop_address(sop) for sop in site.content.portal.sops}
    assert len(rows) == len(site.content.portal.sops)
    assert [address for address, cell in rows if "Belum ditetapkan" in cell] == []
    assert [address for address, cell in rows if ("Hanya di kantor.†" in cell) == ("<a " in cell)] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("bagian:\n  - alamat: warta/\n    sop: [polewali-mandar/40]\n", f'{REGISTER}:3: bagian[1].sop[1]: tidak ada SOP "polewali-mandar/40". Maksud Anda "polewali-mandar/04"?'),
        ("bagian:\n  - alamat: /warta\n    sop: [polewali-mandar/04]\n", f'{REGISTER}:2: bagian[1].alamat: "/warta" salah bentuk: alamat halaman ditulis tanpa garis miring di depan dan dengan satu di belakang, misalnya warta/majalah/.'),
        ("bagian:\n  - alamat: ppid/\n    sop: [polewali-mandar/04]\ndalam_kantor:\n  - sop: polewali-mandar/04\n    alasan: contoh\n", f'{REGISTER}:5: dalam_kantor[1].sop: SOP "polewali-mandar/04" sudah mengatur bagian portal. Hapus salah satunya.'),
    ],
    ids=["tidak ada", "bentuk", "dua kali"],
)  # fmt: skip
def test_a_mistake_is_one_line(project: Path, text: str, complaint: str) -> None:
    """With what would be right."""
    (project / REGISTER).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_content(project)
    assert str(told.value).splitlines() == [complaint]


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    """By the line that names it, once all pages are known."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    (project / REGISTER).write_text("bagian:\n  - alamat: pid/\n    sop: [polewali-mandar/04]\n", encoding="utf-8")
    with pytest.raises(ContentError) as told:
        Site(load_content(project), TODAY).check_links()
    assert str(told.value) == f'{REGISTER}:2: alamat: halaman "/pid/" tidak ada di portal. Maksud Anda "/ppid/"?'


def test_the_register_is_that_of_the_whole_site() -> None:
    """What is checked here is what is published."""
    Site(load_content(ROOT), TODAY).check_links()
