"""What the search knows of pages that are neither lists nor one entry of a register."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from markdown import markdown

from macros.loading import load_front_matter
from macros.pages import Page
from macros.search import Record, text_of
from macros.warta.magazine_pages import FOLDER as MAGAZINES
from macros.warta.video_pages import FOLDER as VIDEOS

KIND = "halaman"

LONGEST = 3000
"""Characters of a page's text that are searched: what a page is about stands at its beginning."""

LISTS = ("warta/", "agenda/", "ppid/daftar/", "ppid/informasi/", "ppid/monitoring/", "infografis/")
"""Folders whose pages below the first are lists, or are found as entries."""

TEXTS = ("ppid/", "layanan/", "selayang-pandang/", "spbe/", "pemantauan-situs/metode/", MAGAZINES, VIDEOS)
"""Folders whose pages are searched with their text; the others list what is found by itself."""


def page_records(pages: Iterable[Page], found: Collection[str]) -> Iterator[Record]:
    """One record for each generated page that is no list and not among the addresses `found` already."""
    for page in pages:
        address = page.alamat
        listed = any(address.startswith(folder) and address != folder for folder in LISTS)
        if not address or address in found or (listed and not address.startswith((MAGAZINES, VIDEOS))):
            continue  # the home page only leads to others
        texts = [page.ringkasan]
        if address.startswith(TEXTS):
            text = text_of(page.html).removeprefix("Beranda ").removeprefix(page.judul)
            texts.append(_cut(text))
        yield Record(address, page.judul, tuple(text for text in texts if text), KIND)


def prose_records(docs: Path) -> Iterator[Record]:
    """One record for each page that people write."""
    for file in sorted(docs.rglob("*.md")):
        name = file.relative_to(docs)
        loaded = load_front_matter(file, name.as_posix())
        meta = loaded.data if isinstance(loaded.data, dict) else {}
        body = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|^```.*?^```|^#[^#].*?$", " ", loaded.body, flags=re.DOTALL | re.MULTILINE)
        title = str(meta.get("title") or name.stem.capitalize())
        texts = (str(meta.get("description") or ""), _cut(text_of(markdown(body, extensions=["tables"]))))
        address = f"{name.with_suffix('').as_posix()}/"
        yield Record(address, title, tuple(text for text in texts if text), KIND)


def _cut(text: str) -> str:
    """At most LONGEST characters, whole words."""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
