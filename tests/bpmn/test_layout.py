"""Where a diagram stands: no overlap, every line from outline to outline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hypothesis import given, settings

from macros.models.sop import SopDocument
from macros.portal import Portal
from tests.bpmn.flows import BPMN, DC, DI, POINT, xml
from tests.bpmn.reading import Read
from tests.test_diagrams import documents, flow

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
