"""A repository of one's own, the editor's page before it, and what an editor does there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.cms.config import local_backend
from macros.cms.section import PACKAGES, editor_assets
from macros.content import Content
from scripts.node import install
from scripts.penyunting import editing_server, free_port, git, write_editor
from tests.conftest import ROOT
from tests.serving import copy_of_project, served

SECONDS = 60_000
"""How long a step may take, in milliseconds: the server does one thing at a time."""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a Git repository on its branch main."""
    repository = copy_of_project(ROOT, tmp_path_factory.mktemp("penyunting") / "proyek")
    shutil.copy(ROOT / ".gitignore", repository)
    git(repository, "init", "--quiet", "--initial-branch=main")
    for key, value in {"user.name": "Penyunting", "user.email": "penyunting@contoh.example", "gc.auto": "0"}.items():
        git(repository, "config", key, value)
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=Awal")
    return repository


@pytest.fixture(scope="module")
def address(repository: Path, content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the editor's page; decap-server keeps what is edited."""
    install(PACKAGES)
    port = free_port()
    folder = tmp_path_factory.mktemp("halaman")
    write_editor(folder, editor_assets(content, local_backend(port, "main"), ""))
    (folder / "aset").mkdir()
    (folder / "aset/gaya.css").touch()
    with editing_server(repository, port), served(folder) as site:
        yield f"{site}admin/"


@dataclass
class Desk:
    """One person at the editor, in a browser of their own."""

    page: Page
    address: str
    told: list[str]
    """What the browser's own dialogs said."""
    refused: list[str]
    """What the page's policy stopped."""

    def sign_in(self) -> None:
        """On one's own computer the button is enough."""
        self.page.goto(self.address)
        self.page.get_by_role("button", name="Masuk").click()
        self.page.get_by_role("heading", name="Jenis isi").wait_for()

    def open(self, place: str) -> None:
        """A form: `artikel/new`, or `artikel/entries/2026/nama`."""
        self.page.goto(f"{self.address}#/collections/{place}")
        self.page.get_by_role("button", name="Simpan").wait_for()

    def write(self, **values: str) -> None:
        """Fill in fields by their labels, `_` for a blank."""
        for label, value in values.items():
            field = self.field(label)
            field.fill(value)
            expect(field).to_have_value(value)

    def choose(self, **values: str) -> None:
        """Choose in lists by typing what stands there."""
        for label, value in values.items():
            self.field(label).fill(value)
            self.page.get_by_role("option", name=value).first.click()

    def field(self, label: str) -> Any:
        """A field by its label, whether or not it may stay empty."""
        name = re.escape(label.replace("_", " "))
        return self.page.get_by_label(re.compile(rf"^{name}( \(boleh kosong\))?$", re.IGNORECASE))

    def save(self) -> None:
        """Save, and wait until it is in Git."""
        self.page.get_by_role("button", name="Simpan").click()
        self.page.get_by_text("Tersimpan", exact=True).first.wait_for()
        self.page.get_by_role("button", name=re.compile("Status:")).wait_for()

    def set_status(self, old: str, new: str) -> None:
        """Hand it on: Rancangan, Dalam tinjauan, Disetujui."""
        self.page.get_by_role("button", name=f"Status: {old}").click()
        self.page.get_by_role("menuitem", name=new).click()
        self.page.get_by_role("button", name=f"Status: {new}").wait_for()

    def publish(self) -> None:
        """Put it on the branch that the site is built from."""
        self.page.get_by_role("button", name="Terbitkan", exact=True).click()
        self.page.get_by_role("menuitem", name="Terbitkan sekarang").click()
        self.page.get_by_role("button", name="Terbit", exact=True).wait_for()


@pytest.fixture(scope="module")
def somebody(browser: Browser, address: str) -> Iterator[Callable[[], Desk]]:
    """Gives another person who has signed in."""
    contexts = []

    def sign_in() -> Desk:
        context = browser.new_context(viewport={"width": 1300, "height": 900}, locale="id-ID")
        context.set_default_timeout(SECONDS)
        contexts.append(context)
        desk = Desk(context.new_page(), address, [], [])
        desk.page.on("dialog", lambda dialog: (desk.told.append(dialog.message), dialog.accept()))
        desk.page.on("console", lambda line: "Content Security" in line.text and desk.refused.append(line.text))
        desk.sign_in()
        return desk

    yield sign_in
    for context in contexts:
        context.close()
