"""What a file means: steps, exits, lanes, texts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from macros.models.sop import Actor, SopDocument, Step
from macros.portal import Portal
from tests.bpmn.flows import BPMN, DI, HOSTILE, LONG, SMALL, hostile, xml
from tests.bpmn.reading import Read
from tests.conftest import ROOT
from tests.test_diagrams import flow

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
        "import hashlib; from tests.bpmn.flows import SMALL, xml; "
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
