"""The real news: only facts that were collected, each with its source; and the example to copy."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from macros.content import Content
from macros.pages import Asset
from macros.portal import Portal
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT
from tests.warta.conftest import Write, load

COLLECTED = {"2020": 1, "2021": 2, "2023": 1, "2024": 3, "2025": 22, "2026": 2}
"""Facts that were collected, by the year of the event. Articles that the office writes later are not among these."""


def test_every_collected_fact_is_a_brief(content: Content) -> None:
    """31 facts: one sentence each, with a source to open and the day it was read; none names an author."""
    briefs = [article for article in content.warta.articles if article.kilas]
    collected = [
        item
        for item in briefs
        if item.kilas and item.kilas.sumber[0].diakses == "dibaca 2026-11-21 dari salinan tersimpan"
    ]
    assert Counter(item.tahun for item in collected) == COLLECTED
    for item in collected:
        assert item.kilas
        assert item.kilas.fakta.endswith("."), item.berkas
        assert item.kilas.dasar_tanggal, item.berkas
        assert item.kilas.penulis is None, item.berkas


def test_every_category_is_used(content: Content) -> None:
    """The register follows the news."""
    assert {article.isi.kategori for article in content.warta.articles} == set(content.warta.categories)


def test_every_article_has_a_page_and_is_in_the_feed(site: Site) -> None:
    """One page each; the newest fifty in the feed of all."""
    pages = {page.alamat for page in site.warta.pages()}
    articles = site.warta.shelves.articles
    assert {article.alamat for article in articles} <= pages
    (feed,) = [asset for asset in site.warta.assets() if asset.alamat == "warta/rss.xml"]
    assert isinstance(feed, Asset)
    assert feed.isi.count(b"<item>") == min(len(articles), 50)


def test_the_example_is_right_and_never_published(write: Write, portal: Portal, content: Content) -> None:
    """Copied to where articles lie, it is read without mistakes; where it lies, it is not read."""
    assert not [article for article in content.warta.articles if "contoh" in article.slug]
    project = write("2026/lain.md", status="draf", kategori="diskominfo-sp")
    shutil.copy(ROOT / "warta_data/kategori.yml", project / "warta_data")
    shutil.copy(ROOT / "warta_data/contoh-artikel.md", project / "warta_data/artikel/2026/contoh.md")
    example = next(item for item in load(project, portal).articles if item.slug == "contoh")
    assert example.artikel
    assert example.isi.status == "draf"
    assert "CONTOH" in (ROOT / "warta_data/contoh-artikel.md").read_text(encoding="utf-8")


def test_what_the_example_offers_in_comments_is_right_too(write: Write, portal: Portal) -> None:
    """Whoever takes the signs away gets keys that are known; only the photo is still missing."""
    text = (ROOT / "warta_data/contoh-artikel.md").read_text(encoding="utf-8")
    text = re.sub(r"^# (foto|terbit|ralat|penarikan|  )", r"\1", text, flags=re.MULTILINE)
    text = re.sub(r"^  cp .*\n", "", text, flags=re.MULTILINE).replace("status: draf", "status: ditarik")
    project = write("2026/contoh.md", text)
    shutil.copy(ROOT / "warta_data/kategori.yml", project / "warta_data")
    with pytest.raises(ContentError) as caught:
        load(project, portal)
    assert [problem.bagian for problem in caught.value.problems] == ["foto[1].berkas"]


def test_mkdocs_does_not_read_the_articles(built: Path) -> None:
    """They lie outside docs/: no page of theirs is made twice, no file of theirs is copied."""
    assert not list(built.rglob("*.md"))
    assert not (built / "warta_data").exists()
