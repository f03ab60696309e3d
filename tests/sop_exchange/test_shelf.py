"""Workbooks on the site, made once and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.portal import Portal
from macros.site import Site
from macros.sop_exchange import shelf
from macros.sop_exchange.workbook import Form, sop_xlsx
from tests.sop_exchange.books import as_form


def test_every_sop_offers_its_workbook(site: Site) -> None:
    """Beside its YAML, and linked on its page."""
    addresses = {asset.alamat for asset in site.procedures.assets()}
    for sop_id in site.content.portal.sops:
        assert f"sop/{sop_id}.xlsx" in addresses
    page = next(page for page in site.pages.values() if page.alamat == "sop/polewali-mandar/03/")
    assert 'href="../../../sop/polewali-mandar/03.xlsx"' in page.html


def test_the_same_sop_gives_the_same_bytes(portal: Portal) -> None:
    """So that a site can be built again byte for byte."""
    form = as_form(portal.sops["mamuju/15"], portal)
    assert sop_xlsx(form) == sop_xlsx(form)


def test_what_was_made_is_not_made_again(portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what changed is, and what lies there cut off."""
    made: list[str] = []

    def making(form: Form) -> bytes:
        made.append(form.id)
        return sop_xlsx(form)

    monkeypatch.setattr(shelf, "sop_xlsx", making)
    form = as_form(portal.sops["mamuju/15"], portal)
    first = shelf.kept_xlsx(form, tmp_path / "lembar")
    assert shelf.kept_xlsx(form, tmp_path / "lembar") == first
    assert made == ["mamuju/15"]
    other = as_form(portal.sops["mamuju/15"].model_copy(update={"nama": "Lain"}), portal)
    assert shelf.kept_xlsx(other, tmp_path / "lembar") != first
    for file in (tmp_path / "lembar").iterdir():
        file.write_bytes(file.read_bytes()[:500])
    assert shelf.kept_xlsx(form, tmp_path / "lembar") == first
    assert made == ["mamuju/15"] * 3


def test_a_folder_that_takes_nothing_is_no_mistake(portal: Portal, tmp_path: Path) -> None:
    """The workbook is made all the same."""
    (tmp_path / "lembar").write_text("", encoding="utf-8")
    assert shelf.kept_xlsx(as_form(portal.sops["mamuju/15"], portal), tmp_path / "lembar").startswith(b"PK")
