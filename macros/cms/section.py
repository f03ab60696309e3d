"""The editor's page and all that it loads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from macros.cms.config import Backend, backend, configuration
from macros.cms.policy import policy
from macros.content import Content
from macros.pages import Asset, FileAsset
from macros.problems import ContentError, Problem

ROOT = "admin/"
"""Where the editor's page lies on the site."""

OWN = Path(__file__).parent / "admin"
"""The portal's own part of it."""

PARTS = ("penyunting.js", "berkas.js", "bahasa.json", "pratinjau.css")

PACKAGES = Path(__file__).resolve().parents[2] / "penyunting"
"""Where the packages of Node are installed, pinned by package-lock.json."""

DECAP = PACKAGES / "node_modules/decap-cms/dist"
YAML = PACKAGES / "node_modules/js-yaml/dist/js-yaml.mjs"

MISSING = "penyunting dinyalakan, tetapi Decap CMS belum dipasang. Jalankan: python scripts/node.py penyunting"


def editor_assets(content: Content, chosen: Backend | None, address: str) -> Iterator[Asset | FileAsset]:
    """The files of the editor's page; nothing where neither `chosen` nor the settings say where content is kept.

    Raises ContentError where its packages are not installed.
    """
    editing = content.portal.settings.penyunting
    kept = chosen or (backend(editing) if editing else None)
    if kept is None:
        return
    if not (DECAP / "decap-cms.js").is_file() or not YAML.is_file():
        raise ContentError([Problem("portal.yml", 1, "penyunting", MISSING)])
    page = (OWN / "index.html").read_text(encoding="utf-8")
    text = page.format(nama=escape(content.portal.settings.nama), kebijakan=escape(policy(kept.origins)))
    yield Asset(f"{ROOT}index.html", text.encode())
    config = json.dumps(configuration(content, kept, address), ensure_ascii=False, separators=(",", ":"))
    yield Asset(f"{ROOT}config.json", config.encode())
    yield from (FileAsset(f"{ROOT}{name}", OWN / name) for name in PARTS)
    yield FileAsset(f"{ROOT}js-yaml.mjs", YAML)
    for pattern in ("*decap-cms.js", "*.wasm", "*.LICENSE.txt"):
        yield from (FileAsset(f"{ROOT}{file.name}", file) for file in sorted(DECAP.glob(pattern)))
