"""Colours, space and type: written once, told apart, and nothing used that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from macros.gallery.section import COLOURS, TOKENS
from macros.gallery.tokens import DECORATION, lowest, pairs, read_tokens
from tests.conftest import ROOT

GROUPS = read_tokens(ROOT / TOKENS)
NAMES = {token.nama for group in GROUPS for token in group.token}
SHEETS = {file.relative_to(ROOT).as_posix(): file for file in sorted((ROOT / "docs/aset").rglob("*.css"))}


def rules(file: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_every_colour_is_told_apart_from_what_it_stands_on() -> None:
    """Text 4.5 to 1, lines and symbols 3 to 1, in the light and in the dark scheme: WCAG 2.1 AA."""
    poor = [
        f"{pair.depan.nama} di atas {pair.latar.nama}: {pair.terang:.2f} terang, {pair.gelap:.2f} gelap, batas {pair.batas}"
        for pair in pairs(GROUPS)
        if not pair.cukup
    ]
    assert poor == []


def test_no_colour_is_left_unmeasured() -> None:
    """A new one stands in a pair, in front or behind; only decoration does not."""
    measured = {token.nama for pair in pairs(GROUPS) for token in (pair.depan, pair.latar)}
    colours = {token.nama for group in GROUPS if group.judul in COLOURS for token in group.token}
    assert colours - measured == DECORATION


def test_the_lowest_contrast_is_cut_and_never_rounded_up() -> None:
    """What the page says is at most what is there."""
    light, dark = lowest(pairs(GROUPS))["redup"]
    exact = min(pair.terang for pair in pairs(GROUPS) if pair.depan.nama == "redup")
    assert 0 <= exact - float(light.nilai) < 0.1
    assert light.latar in NAMES
    assert dark.nilai >= 4


def test_colours_are_written_in_one_place() -> None:
    """Only token.css has colour values; what is for paper alone may be black or a dark grey."""
    found = {
        name: sorted(set(re.findall(r"#[0-9a-f]{3,8}\b", rules(file), re.IGNORECASE)) - {"#000", "#444"})
        for name, file in SHEETS.items()
        if name != TOKENS
    }
    assert {name: values for name, values in found.items() if values} == {}


def test_every_token_that_is_used_is_there_and_every_one_there_is_used() -> None:
    """A misspelt token would fall back to nothing, without a word."""
    text = "\n".join(rules(file) for file in SHEETS.values())
    own = set(re.findall(r"(?<![\w-])--([\w-]+)\s*:", text))
    used = set(re.findall(r"var\(--([\w-]+)", text))
    assert used - own == set()
    assert NAMES - used == set()


def test_every_class_of_a_style_sheet_is_in_use() -> None:
    """Some template, page, script or module of the portal names it; or the theme (`md-`) or comment server (`isso-`)."""
    folders = {"macros": ("*.html", "*.py"), "overrides": ("*.html",), "docs": ("*.js", "*.md")}
    files = [file for folder, kinds in folders.items() for kind in kinds for file in (ROOT / folder).rglob(kind)]
    words = set(re.findall(r"[\w-]+", "\n".join(file.read_text(encoding="utf-8") for file in files)))
    for file in SHEETS.values():
        named = set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"url\([^)]*\)|\d\.\d+", "", rules(file))))
        made = {name for name in named if re.sub(r"\d+$|(?<=-)\w+$", "", name).strip("-") + "-" in _beginnings(words)}
        assert {name for name in named - words - made if not name.startswith(("md-", "isso-"))} == set(), file.name


def _beginnings(words: set[str]) -> set[str]:
    """Words that end in a hyphen: templates put the rest behind them, as in `lencana-` and a tone."""
    return {word for word in words if word.endswith("-")}
