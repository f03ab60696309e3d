"""The guides for editors: every part that a link names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

GUIDES = ("CONTRIBUTING.md", "README.md", "penyunting/README.md")
LINK = re.compile(r"\]\((?!https?:|/)([^)#\s]*)(?:#([^)\s]+))?\)")

CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    """What GitHub, GitLab and Forgejo call the headings of a Markdown text."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def dead(guide: Path) -> list[str]:
    """The links of a guide into the project whose file or heading is not there."""
    lost = []
    for name, anchor in LINK.findall(CODE.sub("", guide.read_text("utf-8"))):
        target = guide.parent / name if name else guide
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            lost.append(f"{name}#{anchor}")
    return lost


@pytest.mark.parametrize("name", GUIDES)
def test_links_of_a_guide_lead_somewhere(name: str) -> None:
    """A heading that is renamed takes its links along."""
    assert LINK.search((ROOT / name).read_text("utf-8"))
    assert dead(ROOT / name) == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    """A heading with a colon and a comma, once named rightly and once not."""
    guide = tmp_path / "panduan.md"
    guide.write_text("## Alamat: nama, folder\n[ada](#alamat-nama-folder) [tidak](#alamat) [hilang](x.md)\n", "utf-8")
    assert dead(guide) == ["#alamat", "x.md#"]


def test_every_part_of_the_guide_is_found_from_its_top() -> None:
    """The table at the top leads to every part that an editor may need."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    top, rest = text.split("\n## ", 1)
    named = {anchor for _, anchor in LINK.findall(top)}
    parts = anchors("\n".join(re.findall(r"^## .+$", f"## {rest}", re.MULTILINE)))
    assert parts - named == set()
