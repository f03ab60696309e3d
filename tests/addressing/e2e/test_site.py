"""Old addresses, unknown ones and the servers' files on a site that stands in a folder of its server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml.html import document_fromstring
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT, run_module
from tests.serving import copy_of_project, served

FOLDER = "portal/"

REDIRECTS = """
  - {dari: /Front/kegiatan/123-lama/, ke: /warta/2025/kua-ppas-2026/, tanggal: 2026-11-20, alasan: Contoh alasan.}
  - {dari: /sop/lama.yml, ke: /sop/mamuju/01.yml, tanggal: 2026-11-20, alasan: Contoh alasan.}
  - {dari: /tanya.html, ke: "/ppid/monitoring/#bapperida", tanggal: 2026-11-20, alasan: Contoh alasan.}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with redirects and a contact, as it would lie on a server: in the folder `portal/`."""
    project = copy_of_project(ROOT, tmp_path_factory.mktemp("alamat") / "proyek")
    file = project / "alamat_data/alih.yml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + REDIRECTS, encoding="utf-8")
    (project / "alamat_data/keamanan.yml").write_text("kontak: [mailto:lapor@contoh.example]\n", encoding="utf-8")
    folder = project.parent / "server"
    result = run_module(
        "mkdocs", "build", cwd=project, SITE_DIR=str(folder / FOLDER), SITE_URL=f"https://contoh.example/{FOLDER}"
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where a plain web server shows it."""
    with served(site) as root:
        yield f"{root}{FOLDER}"


@pytest.mark.parametrize("javascript", [True, False], ids=["skrip", "tanpa-skrip"])
def test_old_addresses_lead_on(browser: Browser, address: str, javascript: bool) -> None:
    """A visitor of an old page is on the new one at once, and the way back does not lead in circles."""
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{address}tentang/")
    page.goto(f"{address}Front/kegiatan/123-lama/")
    page.wait_for_url(f"{address}warta/2025/kua-ppas-2026/")
    expect(page.locator("h1")).to_contain_text("KUA-PPAS 2026")
    page.go_back()
    page.wait_for_url(f"{address}tentang/")
    page.goto(f"{address}tanya.html")
    page.wait_for_url(f"{address}ppid/monitoring/#bapperida")
    context.close()


def test_old_files_and_the_servers_files_are_there(site: Path) -> None:
    """A copy at the old address; rules and security.txt, with the site's folder in them; none of them in the sitemap."""
    here = site / FOLDER
    assert (here / "sop/lama.yml").read_bytes() == (here / "sop/mamuju/01.yml").read_bytes()
    assert f"/{FOLDER}sop/lama.yml /{FOLDER}sop/mamuju/01.yml 301" in (here / "_redirects").read_text()
    assert "Contact: mailto:lapor@contoh.example\n" in (here / ".well-known/security.txt").read_text()
    assert "123-lama" not in (here / "sitemap.xml").read_text()
    assert "sop/lama.yml" in (here / "alamat/index.html").read_text(encoding="utf-8")


def test_the_error_page_leads_back_from_any_depth(site: Path, built: Path) -> None:
    """A server shows it at whatever address is unknown, so each of its links begins at the root of the server."""
    for folder, root in ((site / FOLDER, f"/{FOLDER}"), (built, "/")):
        page = document_fromstring((folder / "404.html").read_text(encoding="utf-8"))
        links = {*page.xpath("//@href | //@src | //@action")} - {"#isi"}
        assert len(links) > 20
        for link in links:
            assert link.startswith(root), link
            target = folder / link.removeprefix(root)
            assert target.is_file() or (target / "index.html").is_file(), link
