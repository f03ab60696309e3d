"""What is saved is seen at once: only the page that somebody looks at is made anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.pratinjau import serving, wait_for
from macros.content import load_content
from macros.preview import Preview
from macros.shells import Shell
from macros.shells import kind as shell_kind
from macros.site import Site
from tests.conftest import ROOT, TODAY
from tests.serving import copy_of_project

ARTICLE = """---
judul: Contoh {0}
ringkasan: Contoh ringkasan.
tanggal: 2026-11-20
penulis: Contoh Penulis
kategori: diskominfo-sp
status: terbit
terbit: 2026-11-20
---
Contoh isi {0}.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with one more article."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    save(project, "pertama")
    return project


def save(project: Path, word: str, name: str = "contoh") -> None:
    """Save an article that holds a word."""
    (project / f"warta_data/artikel/2026/{name}.md").write_text(ARTICLE.format(word), encoding="utf-8")


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Preview:
    """Its preview; frames stand in for those of the site engine, and only warta has some."""

    def make(site: Site, changed: frozenset[str]) -> Site:
        return Site(site.content.renewed(changed), TODAY)

    site = Site(load_content(project), date(2026, 11, 21))
    frame = Shell(("<html>", "</html>"), ("\ue000<h1>",))
    site.shells.made.update({shell_kind(page): frame for page in site.pages.values()})
    return Preview(site, tmp_path / "situs", "", make)


def shown(preview: Preview, path: str) -> str:
    """What lies at a path after somebody asked for it; nothing where nothing was written."""
    preview.freshen(path)
    file = preview.folder / path.lstrip("/") / "index.html"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def test_before_anything_changed_the_built_site_is_served(preview: Preview) -> None:
    """Nothing is made twice."""
    assert preview.renew() is False
    assert shown(preview, "/warta/2026/contoh/") == ""


def test_a_saved_article_is_seen_on_its_page_and_in_lists(project: Path, preview: Preview) -> None:
    """Each page is written when it is asked for, once."""
    save(project, "kedua")
    assert preview.renew() is True
    assert "Contoh isi kedua." in shown(preview, "/warta/2026/contoh/")
    assert "Contoh kedua" in shown(preview, "/warta/")
    assert not (preview.folder / "ppid").exists()
    (preview.folder / "warta/index.html").unlink()
    assert shown(preview, "/warta/") == ""


def test_files_are_made_anew_too(project: Path, preview: Preview) -> None:
    """A feed; the address may be written with codes."""
    save(project, "kedua")
    preview.renew()
    preview.freshen("/warta/rss.xml")
    assert "Contoh kedua" in (preview.folder / "warta/rss.xml").read_text(encoding="utf-8")
    preview.freshen("/%2e%2e/%2e%2e/jebol")
    assert not (project / "jebol").exists()


def test_what_is_removed_is_gone(project: Path, preview: Preview) -> None:
    """The page that was built is removed."""
    built = preview.folder / "warta/2026/contoh/index.html"
    built.parent.mkdir(parents=True)
    built.write_text("lama", encoding="utf-8")
    (project / "warta_data/artikel/2026/contoh.md").unlink()
    assert preview.renew() is True
    assert not built.exists()


def test_mistakes_show_in_the_browser_until_they_are_mended(project: Path, preview: Preview) -> None:
    """With file and line, escaped; the next right save brings the page back."""
    asked: list[str] = []

    def plain(environ: dict[str, Any], _: Any) -> list[bytes]:
        asked.append(environ["PATH_INFO"])
        return [b"situs"]

    def get(path: str) -> str:
        answer = preview.before(plain)({"PATH_INFO": path}, lambda *_: None)
        return b"".join(answer).decode()

    file = project / "warta_data/artikel/2026/contoh.md"
    file.write_text(ARTICLE.format("x").replace("status: terbit", "status: <b>tebit"), encoding="utf-8")
    assert preview.renew() is True
    assert "warta_data/artikel/2026/contoh.md:7: status: &#34;&lt;b&gt;tebit&#34; bukan pilihan" in get("/warta/")
    assert get("/aset/gaya.css") == "situs"
    save(project, "ketiga")
    assert preview.renew() is True
    assert get("/warta/") == "situs"
    assert "Contoh ketiga" in (preview.folder / "warta/index.html").read_text(encoding="utf-8")
    assert asked == ["/aset/gaya.css", "/warta/"]


def test_a_changed_frame_needs_a_whole_build(project: Path, preview: Preview) -> None:
    """Also where content was saved in the same moment."""
    save(project, "kedua")
    (project / "docs/aset/portal.css").write_text("", encoding="utf-8")
    assert preview.renew() is False
    assert preview.renew() is False


def test_what_needs_another_frame_is_left_to_a_whole_build(project: Path, preview: Preview) -> None:
    """The first page of a new kind, such as the first article of a year."""
    for kind in [kind for kind in preview.site.shells.made if kind[0] == "warta" and kind[1] == 3]:
        del preview.site.shells.made[kind]
    save(project, "kedua")
    assert preview.renew() is False


def test_the_server_shows_what_was_saved(project: Path) -> None:
    """The real one: an article, then a template of the portal, which needs a whole build, then an article again."""
    page = "warta/2026/contoh/"
    with serving(project) as address:
        save(project, "tersimpan")
        wait_for(f"{address}{page}", "Contoh isi tersimpan.")
        style = project / "docs/aksesibilitas.md"
        style.write_text(style.read_text(encoding="utf-8") + "\nContoh kalimat baru.\n", encoding="utf-8")
        wait_for(f"{address}aksesibilitas/", "Contoh kalimat baru.")
        save(project, "terakhir")
        wait_for(f"{address}{page}", "Contoh isi terakhir.")
