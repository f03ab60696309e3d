"""What stands on the page of components: every macro that pages use, and every example made by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, nodes

from macros.gallery.catalogue import COMPONENTS
from macros.rendering import TEMPLATES
from macros.site import Site
from tests.conftest import ROOT

PAGE = "tentang/komponen/index.md"
PAPER = "kertas"
"""Templates of documents on paper begin with this; what only they use is no part of a page."""

Macro = tuple[str, str]
"""Template and name."""


@cache
def tree(name: str) -> nodes.Template:
    """A template as Jinja reads it."""
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text(encoding="utf-8"))


def imported(name: str) -> dict[str, Macro]:
    """What a template calls by which name -> the macro."""
    found = {}
    for statement in tree(name).find_all(nodes.FromImport):
        assert isinstance(statement.template, nodes.Const)
        for item in statement.names:
            there, here = item if isinstance(item, tuple) else (item, item)
            found[here] = (statement.template.value, there)
    return found


def called(node: nodes.Node, name: str) -> Iterator[Macro | str]:
    """Macros that a part of the template `name` calls, and templates that it includes."""
    known = imported(name) | {macro.name: (name, macro.name) for macro in tree(name).find_all(nodes.Macro)}
    for call in node.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in known:
            yield known[call.node.name]
    for include in node.find_all(nodes.Include):
        if isinstance(include.template, nodes.Const):
            yield include.template.value


def shown() -> set[Macro]:
    """Every macro that an example calls, by itself or through others."""
    found: set[Macro] = set()
    waiting: list[Macro | str] = [component.contoh for component in COMPONENTS]
    read: set[Macro | str] = set()
    while waiting:
        item = waiting.pop()
        if item in read:
            continue
        read.add(item)
        if isinstance(item, str):
            waiting += called(tree(item), item)
            continue
        found.add(item)
        body = next(macro for macro in tree(item[0]).find_all(nodes.Macro) if macro.name == item[1])
        waiting += called(body, item[0])
    return found


def test_every_macro_that_pages_use_is_shown() -> None:
    """A new part cannot be forgotten: give it an example in macros/gallery/catalogue.py."""
    names = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html")}
    pages = {name for name in names if not name.rpartition("/")[2].startswith(PAPER) and not name.startswith("galeri/")}
    used = {macro for name in pages for macro in imported(name).values()}
    assert len(used) > 30
    assert used - shown() == set()


def test_every_component_has_its_examples_and_every_example_its_component() -> None:
    """Name, use and template are told, and the template is there."""
    files = {file.stem for file in (TEMPLATES / "galeri").glob("*.html")} - {"halaman", "kepala", "bingkai", "token"}
    assert files == {component.id for component in COMPONENTS}
    assert len({component.nama for component in COMPONENTS}) == len(COMPONENTS)
    for component in COMPONENTS:
        assert component.kapan.endswith("."), component.id
        assert (TEMPLATES / component.templat).exists(), component.id


def test_the_page_shows_each_component_with_its_states(site: Site) -> None:
    """Each with at least one example; no two things on the page share an id."""
    html = site.pages[PAGE].html
    sections = re.split(r'<section class="galeri-komponen" id="komponen-', html)[1:]
    assert [section.partition('"')[0] for section in sections] == [component.id for component in COMPONENTS]
    for section in sections:
        assert '<div class="galeri-contoh">' in section, section[:40]
    twice = [id_ for id_, count in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if count > 1]
    assert twice == []


def test_the_page_tells_every_token_with_its_contrast(site: Site) -> None:
    """As the style sheet has it; the figures are those that the test of tokens holds to the limits."""
    html = site.pages[PAGE].html
    names = set(re.findall(r"^  --([\w-]+): ", (ROOT / "docs/aset/token.css").read_text("utf-8"), re.MULTILINE))
    assert {name for name in names if not name.startswith("md-")} <= set(
        re.findall(r"<code>--([\w-]+)</code>", html)
    ) | {
        "terang",
        "gelap",
    }
    assert re.search(r"<td>\d+(,\d)? : 1 di atas <code>latar-\w+</code></td>", html)


def test_the_page_is_led_to(site: Site) -> None:
    """From “Tentang”, and from the guide for those who change the portal."""
    assert "(/tentang/komponen/)" in (ROOT / "docs/tentang.md").read_text("utf-8")
    assert "/tentang/komponen/" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (record,) = [record for record in site.records if record.alamat == "tentang/komponen/"]
    assert record.jenis == "halaman"
