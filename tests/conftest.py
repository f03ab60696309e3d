"""What tests share: a project folder to spoil, the built site, a server, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from macros.content import Content, load_content
from macros.portal import Portal
from macros.site import Site
from tests.serving import served

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 21)
"""The day all tests live on, so that findings and pages repeat."""

EXAMPLE = "sop_data/polewali-mandar/99-contoh.yml"
"""Where the annotated example stands in a test's own project folder."""


@pytest.fixture(scope="session")
def content() -> Content:
    """The real content."""
    return load_content(ROOT)


@pytest.fixture(scope="session")
def portal(content: Content) -> Portal:
    """The real SOPs and registers."""
    return content.portal


@pytest.fixture(scope="session")
def site(content: Content) -> Site:
    """The site made from the real content on `TODAY`."""
    return Site(content, TODAY)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with the real settings and registers, SOP 04 that the example names, and the annotated example."""
    shutil.copy(ROOT / "portal.yml", tmp_path)
    data = tmp_path / "sop_data"
    shutil.copytree(
        ROOT / "sop_data/register", data / "register", ignore=shutil.ignore_patterns("bagian.yml", "penerbitan.yml")
    )
    folder = data / "polewali-mandar"
    folder.mkdir()
    sop_04 = next((ROOT / "sop_data/polewali-mandar").glob("04-*.yml")).read_text(encoding="utf-8")
    without_links = [line for line in sop_04.splitlines() if not line.startswith("    sop: ")]
    (folder / "04-informasi-publik.yml").write_text("\n".join(without_links), encoding="utf-8")
    shutil.copy(ROOT / "sop_data/contoh.yml", tmp_path / EXAMPLE)
    return tmp_path


Change = Callable[[str, str], Path]


@pytest.fixture
def change(project: Path) -> Change:
    """Replace a text in the example SOP; the project folder comes back."""

    def replace(old: str, new: str) -> Path:
        file = project / EXAMPLE
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must stand in the example exactly once"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return project

    return replace


def run_module(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m ...` as a person would, on `TODAY`."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        env={**os.environ, "TANGGAL": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site as MkDocs builds it."""
    folder = tmp_path_factory.mktemp("situs") / "site"
    result = run_module("mkdocs", "build", SITE_DIR=str(folder))
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[str]:
    """Address of a plain web server that serves the built site."""
    with served(built) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; CHROMIUM names it, as `make test` does."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    arguments = ["--disable-background-networking", "--disable-component-update"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox does not run as root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
