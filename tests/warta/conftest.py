"""What tests of the news share: a project folder with made-up articles, marked as examples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.content import Content
from macros.models.settings import Comments
from macros.portal import Portal
from macros.site import Site
from macros.warta.article import Article
from macros.warta.content import Warta, load_warta
from macros.warta.section import WartaSection
from tests.conftest import TODAY

CATEGORIES = "kategori:\n  - id: budaya\n    nama: Budaya\n  - id: keuangan\n    nama: Keuangan\n"

ARTICLE = """---
judul: Contoh judul
ringkasan: Contoh ringkasan.
tanggal: 2026-11-20
penulis: Contoh Penulis
kategori: budaya
status: terbit
terbit: 2026-11-20
---
Contoh isi.
"""

BRIEF = """---
jenis: kilas
fakta: Contoh fakta dalam satu kalimat.
tanggal: 2025-12-31
kategori: keuangan
sumber:
  - penerbit: Contoh Penerbit
    url: https://contoh.example/berita
    diakses: dibaca 2026-11-21
url_lain:
  - https://lain.example/berita
dasar_tanggal: disebut di teks
status: terbit
terbit: 2026-11-21
---
"""

Write = Callable[..., Path]

SERVER = "https://komentar.contoh.go.id"
"""A made-up comment server."""


@pytest.fixture(scope="session")
def with_comments(content: Content) -> Site:
    """The site of an office that has switched comments on."""
    settings = content.portal.settings.model_copy(update={"komentar": Comments(server=SERVER)})
    return Site(replace(content, portal=replace(content.portal, settings=settings)), TODAY)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write an article, or another file of the news, with some texts replaced; gives the project's folder."""
    (tmp_path / "warta_data").mkdir()
    (tmp_path / "warta_data/kategori.yml").write_text(CATEGORIES, encoding="utf-8")

    def write_file(name: str, text: str = ARTICLE, **changes: str) -> Path:
        for old, new in changes.items():
            key = next(line for line in text.splitlines() if line.startswith(f"{old}:"))
            text = text.replace(f"{key}\n", f"{old}: {new}\n" if new else "")
        file = tmp_path / "warta_data/artikel" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return tmp_path

    return write_file


def load(project: Path, portal: Portal) -> Warta:
    """The news of a project that has no SOPs of its own."""
    return load_warta(project, portal)


def only(project: Path, portal: Portal) -> Article:
    """The one article of a project."""
    (article,) = load(project, portal).articles
    return article


def section(project: Path, portal: Portal, address: str = "") -> WartaSection:
    """The news' part of a site, on the tests' day."""
    return WartaSection(load(project, portal), portal, TODAY, address)
