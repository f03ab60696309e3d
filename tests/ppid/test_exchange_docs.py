"""The examples on the page about open data run, and every file that it names is made."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from macros.ppid.exchange.changes import events
from macros.site import Site
from tests.conftest import ROOT

PAGE = (ROOT / "docs/data.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_examples_run(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As they stand, but with the files in a folder instead of on a server."""
    items = site.ppid.exchange.selection.entries
    counts = Counter(item.kategori for item in items)
    recent = len(events(site.ppid.exchange.selection, date(2026, 11, 1)))
    for asset in site.ppid.exchange.assets:
        file = tmp_path / asset.alamat
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.isi)
    for example in EXAMPLES:
        exec(example.replace("https://portal.contoh.go.id", tmp_path.as_uri()), {})  # noqa: S102 - our own examples
    by_category = [f"{category} {counts[category]}" for category in sorted(counts)]
    assert capsys.readouterr().out.splitlines() == [*by_category, f"{recent} perubahan sejak 2026-11-01"]


def test_files_that_the_page_links_are_made(site: Site) -> None:
    """No dead download."""
    linked = set(re.findall(r"\]\((ppid/[^)]+)\)", PAGE))
    assert len(linked) >= 10
    assert linked <= {asset.alamat for asset in site.assets}
