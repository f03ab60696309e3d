"""The site engine at work: two engines, one site; and no site at all from wrong content."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.pages import FileAsset
from macros.site import Site
from tests.conftest import ROOT, TODAY, run_module
from tests.serving import build_site, copy_of_project


def pages_of(folder: Path) -> set[str]:
    """Every HTML page of a built site."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}


def test_built_site_holds_every_generated_page_and_file(built: Path, site: Site) -> None:
    """What the package makes is what the engine writes."""
    expected = {f"{page.alamat}index.html" for page in site.pages.values()}
    assert expected <= pages_of(built)
    for asset in site.assets:
        content = asset.letak.read_bytes() if isinstance(asset, FileAsset) else asset.isi
        assert (built / asset.alamat).read_bytes() == content


def test_all_pages_share_one_style_sheet(built: Path) -> None:
    """Everything that mkdocs.yml names, in its order; a page asks for one file, not for each of them."""
    names = re.findall(r"^  - (aset/\S+\.css)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    style = (built / "aset/gaya.css").read_text(encoding="utf-8")
    places = [style.index((ROOT / "docs" / name).read_text(encoding="utf-8")) for name in names]
    assert len(places) > 1
    assert places == sorted(places)
    for page in ("index.html", "tentang/index.html", "404.html"):
        html = (built / page).read_text(encoding="utf-8")
        assert "aset/gaya.css" in html
        assert [name for name in names if name in html] == []


def test_a_style_sheet_that_is_not_there_stops_the_build(copy: Path) -> None:
    """The one whose name mkdocs.yml spells wrong is named; a site without its looks is not built."""
    settings = copy / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("aset/grafik.css", "aset/grafk.css"), "utf-8")
    result = build(copy)
    assert result.returncode != 0
    assert "mkdocs.yml: extra_css: berkas docs/aset/grafk.css tidak ada." in result.stdout + result.stderr


def test_of_the_theme_only_what_pages_load_is_on_the_site(built: Path) -> None:
    """Its scripts would be half of the site's bytes; a browser asks for a style sheet's map only when it is examined."""
    loaded = "".join((built / page).read_text(encoding="utf-8") for page in pages_of(built))
    kept = (file.relative_to(built).as_posix() for file in (built / "assets").rglob("*.*") if file.is_file())
    assert [name for name in kept if name.removesuffix(".map") not in loaded] == []


def test_properdocs_builds_the_same_pages(built: Path, tmp_path: Path) -> None:
    """MkDocs 1.x gets no more work; its successor reads the same project unchanged and makes the same site."""
    result = run_module("properdocs", "build", "-f", "mkdocs.yml", SITE_DIR=str(tmp_path / "site"))
    assert result.returncode == 0, result.stdout + result.stderr
    assert pages_of(tmp_path / "site") == pages_of(built)
    page = "sop/polewali-mandar/03/index.html"
    content = [
        (folder / page).read_text(encoding="utf-8").split('<section id="identitas">')[1].split("</article>")[0]
        for folder in (built, tmp_path / "site")
    ]
    assert content[0] == content[1]


def test_another_build_of_the_same_day_has_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Elsewhere, with nothing kept from an earlier build but the history: who doubts a site can build it and compare."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    if (ROOT / ".git").is_dir():
        (project / ".git").write_text(f"gitdir: {ROOT / '.git'}\n", encoding="utf-8")
    again = build_site(project, TODAY.isoformat())
    names = [
        {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} for site in (built, again)
    ]
    assert names[0] == names[1]
    assert [name for name in sorted(names[0]) if (built / name).read_bytes() != (again / name).read_bytes()] == []


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The whole project, to be spoiled."""
    return copy_of_project(ROOT, tmp_path / "proyek")


def build(project: Path) -> subprocess.CompletedProcess[str]:
    """Build another copy of the project with its own code."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_wrong_content_stops_the_build_and_keeps_the_old_site(copy: Path) -> None:
    """A mistake ends with its line, a non-zero exit and no traceback; the site built before is untouched."""
    assert build(copy).returncode == 0
    before = {file: file.read_bytes() for file in (copy / "site").rglob("*") if file.is_file()}
    file = next((copy / "sop_data/mamuju").glob("07-*.yml"))
    file.write_text(file.read_text(encoding="utf-8").replace("nama:", "nma:", 1), encoding="utf-8")
    result = build(copy)
    output = result.stdout + result.stderr
    assert result.returncode != 0
    assert f'sop_data/mamuju/{file.name}:3: nma: kunci ini tidak dikenal. Maksud Anda "nama"?' in output
    assert "2 kesalahan. Situs tidak dibangun" in output
    assert "Traceback" not in output
    assert {f: f.read_bytes() for f in (copy / "site").rglob("*") if f.is_file()} == before


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("register/instansi.yml", "      keterkaitan: Keterkaitan\n", "", "instansi[1].label.keterkaitan: wajib ada"),
        ("mamuju/01-*.yml", "waktu: 10 mnt", "waktu: " + "9" * 5000 + " menit", None),
    ],
    ids=["label-hilang", "angka-raksasa"],
)
def test_no_input_ends_in_a_traceback_or_an_empty_site(
    copy: Path, file: str, old: str, new: str, words: str | None
) -> None:
    """What cannot be used is told before the old site is touched; what is only odd is built."""
    assert build(copy).returncode == 0
    pages = pages_of(copy / "site")
    path = next((copy / "sop_data").glob(file))
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    result = build(copy)
    assert "Traceback" not in result.stdout + result.stderr
    assert (result.returncode == 0) == (words is None)
    assert words is None or words in result.stdout + result.stderr
    assert pages_of(copy / "site") == pages


def test_wrong_date_of_building_is_told() -> None:
    """TANGGAL that is no date ends in one line."""
    result = run_module("mkdocs", "build", SITE_DIR="/nonexistent", TANGGAL="21-11-2026")
    assert result.returncode != 0
    assert 'TANGGAL="21-11-2026" bukan tanggal' in result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr


def test_a_new_file_is_all_a_new_sop_needs(copy: Path) -> None:
    """One YAML file adds the SOP's page, and the SOP to catalogue, actors, regulation and open data."""
    text = (copy / "sop_data/contoh.yml").read_text(encoding="utf-8")
    (copy / "sop_data/polewali-mandar/99-contoh.yml").write_text(text, encoding="utf-8")
    result = build(copy)
    assert result.returncode == 0, result.stdout + result.stderr
    site = copy / "site"
    assert (site / "sop/polewali-mandar/99/index.html").exists()
    assert (site / "sop/polewali-mandar/99.yml").read_text(encoding="utf-8") == text
    for page in (
        "sop",
        "pelaksana/pemohon",
        "pelaksana/kepala-dinas",
        "peraturan/uu-14-2008",
        "sop/polewali-mandar/04",
    ):
        assert "Contoh Pelayanan Surat" in (site / page / "index.html").read_text(encoding="utf-8"), page
    assert '"polewali-mandar/99"' in (site / "sop/sop.json").read_text(encoding="utf-8")


HOSTILE = "<script>alert(1)</script> & \"'` {{ 7*7 }} {% raw %} **x** [a](javascript:b) # * _ | \\ 😀 مرحبا"


def test_hostile_texts_stay_inert(copy: Path) -> None:
    """Markup, Markdown and Jinja in the data are shown as they are, and run nowhere."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    text = (copy / "sop_data/contoh.yml").read_text(encoding="utf-8")
    for old in (
        "Contoh Pelayanan Surat",
        "Menyerahkan surat permohonan",
        "5 menit",
        "Memahami tata naskah dinas",
        "Lengkap }",
    ):
        assert old in text
    text = text.replace("nama: Contoh Pelayanan Surat", f"nama: {quoted}")
    text = text.replace("kegiatan: Menyerahkan surat permohonan", f"kegiatan: {quoted}")
    text = text.replace("label: Lengkap", f"label: {quoted}")
    text = text.replace("- Memahami tata naskah dinas", f"- {quoted}")
    long = "'" + "A" * 200 + " " + HOSTILE.replace("'", "''") + " kata" * 120 + "'"
    text = text.replace("output: Surat diterima", f"output: {long}")
    (copy / "sop_data/polewali-mandar/99-contoh.yml").write_text(text, encoding="utf-8")
    result = build(copy)
    assert result.returncode == 0, result.stdout + result.stderr
    for page in ("sop/polewali-mandar/99", "sop", "pelaksana/pemohon", "peraturan/uu-14-2008"):
        html = (copy / "site" / page / "index.html").read_text(encoding="utf-8")
        assert "<script>alert" not in html, page
        assert "{{ 7*7 }} {% raw %} **x** [a](javascript:b)" in html, page
        assert 'href="javascript' not in html, page
