"""Frames of generated pages: made once by the engine, filled for every page of a kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from macros import shells
from macros.pages import Page
from macros.shells import CANONICAL, CONTENT, SUMMARY, TITLE, Shell, Shells
from tests.conftest import ROOT, TODAY

FRAME = f'<title>{TITLE} - Portal</title><meta content="{SUMMARY}"><link href="{CANONICAL}"><h2>{TITLE}</h2>{CONTENT}.'


def test_a_page_is_filled_into_every_slot_and_only_its_html_is_markup() -> None:
    """What a person typed as title or summary stays text."""
    page = Page("sop/mamuju/04/", "Satu & <b>dua</b>", 'Kata "orang"', f"<p>{TITLE}</p>")
    filled = Shell.of(FRAME).fill(page, "https://contoh.id/")
    assert filled == (
        "<title>Satu &amp; &lt;b&gt;dua&lt;/b&gt; - Portal</title>"
        '<meta content="Kata &#34;orang&#34;"><link href="https://contoh.id/sop/mamuju/04/">'
        f"<h2>Satu &amp; &lt;b&gt;dua&lt;/b&gt;</h2><p>{TITLE}</p>."
    )


def test_the_engine_makes_one_page_of_each_kind() -> None:
    """Pages of one section that lie equally deep share a frame."""
    addresses = ("sop/", "sop/a/1/", "sop/a/2/", "sop/b/1/", "temuan/", "temuan/x/", "temuan/y/")
    models = Shells({f"{name}index.md": Page(name, "", "", "") for name in addresses}).models
    assert [page.alamat for page in models.values()] == ["sop/", "sop/a/1/", "temuan/", "temuan/x/"]


def test_filled_pages_are_what_the_engine_would_have_made(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build in which every page is of a kind of its own comes out the same to the byte."""
    monkeypatch.setattr(shells, "kind", lambda page: (page.alamat, 0))
    monkeypatch.setenv("TANGGAL", TODAY.isoformat())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("SITE_DIR", str(tmp_path / "situs"))
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    again = tmp_path / "situs"
    pages = {file.relative_to(built) for file in built.rglob("*.html")}
    assert len(pages) > 200
    assert pages == {file.relative_to(again) for file in again.rglob("*.html")}
    assert [name for name in sorted(pages) if (built / name).read_bytes() != (again / name).read_bytes()] == []
