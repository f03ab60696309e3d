"""Who writes and who reviews sees the page before the public does: `DRAF=1 make serve`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from macros import engine
from macros.content import load_content
from macros.site import Site
from tests.conftest import ROOT
from tests.publishing.test_states import DAY, note
from tests.serving import copy_of_project

ARTICLE = """---
judul: Contoh naskah
ringkasan: Contoh ringkasan.
tanggal: 2026-11-20
penulis: Contoh Penulis
kategori: diskominfo-sp
status: draf
---
Contoh isi.
"""
BEFORE = date(2026, 11, 21)


def test_a_draft_is_seen_with_its_state_before_its_title(tmp_path: Path) -> None:
    """At the address it will have; without being asked for it is nowhere."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    (project / "warta_data/artikel/2026/naskah.md").write_text(ARTICLE, encoding="utf-8")
    content = load_content(project)
    key = "warta/2026/naskah/"
    assert key not in {page.alamat for page in Site(content, BEFORE).pages.values()}
    pages = {page.alamat: page for page in Site(content.with_drafts(BEFORE), BEFORE).pages.values()}
    assert pages[key].judul == "[draf] Contoh naskah"
    assert "Contoh isi." in pages[key].html
    assert "[draf] Contoh naskah" in pages["warta/"].html


def test_what_is_public_is_shown_as_it_is() -> None:
    """Only what nobody can see yet is marked."""
    public = note()
    assert public.dipratinjau(DAY) is public


def test_a_public_site_is_never_built_with_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make build` refuses, so that the setting cannot be forgotten; `make serve` does not."""
    monkeypatch.setenv("DRAF", "1")
    with pytest.raises(PluginError, match="hanya untuk make serve"):
        engine.on_startup("build", dirty=False)
    engine.on_startup("serve", dirty=False)
