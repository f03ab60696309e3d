"""The BPMN 2.0 XML of one SOP: a collaboration of one pool, its process, and the diagram of both.

Elements and their order are those of the OMG's XML Schema (BPMN20.xsd, Semantic.xsd, BPMNDI.xsd).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from macros.bpmn.diagram import Box, Diagram, lay_out_process
from macros.bpmn.process import FlowNode, Process
from macros.models.sop import Sop

NAMESPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
}
TARGET_NAMESPACE = "urn:portal-kominfosp:sop"
"""Where the ids of our processes belong."""

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold (section 2.2)."""


def bpmn_xml(sop: Sop, office: str, names: Mapping[str, str]) -> bytes:
    """The BPMN file of an SOP that keeps the rules: UTF-8, the same bytes for the same SOP.

    `office` is the name of the pool, `names` are the register's names by actor id.
    """
    diagram = lay_out_process(Process.of(sop, office, names))
    root = _definitions(diagram)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _text(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    """A new child; an attribute without a value is left out."""
    return SubElement(parent, tag, {name: _text(value) for name, value in attributes.items() if value})


def _document(parent: Element, text: str) -> None:
    if text:
        _add(parent, "bpmn:documentation").text = _text(text)


def _definitions(diagram: Diagram) -> Element:
    process = diagram.process
    root = Element("bpmn:definitions", NAMESPACES | {"id": f"sop_{process.key}", "targetNamespace": TARGET_NAMESPACE})
    collaboration = _add(root, "bpmn:collaboration", id=f"kolaborasi_{process.key}")
    process_id = f"proses_{process.key}"
    _add(collaboration, "bpmn:participant", id="instansi", name=process.office, processRef=process_id)
    _process(_add(root, "bpmn:process", id=process_id, name=process.name, isExecutable="false"), process)
    plane = _add(_add(root, "bpmndi:BPMNDiagram", id="bagan"), "bpmndi:BPMNPlane", id="bidang")
    plane.set("bpmnElement", f"kolaborasi_{process.key}")
    _shapes(plane, diagram)
    _edges(plane, diagram)
    return root


def _process(parent: Element, process: Process) -> None:
    _document(parent, process.documentation)
    lanes = _add(parent, "bpmn:laneSet", id="lajur")
    for column, lane in enumerate(process.lanes):
        element = _add(lanes, "bpmn:lane", id=lane.id, name=lane.name)
        for node in process.nodes:
            if node.column == column:
                _add(element, "bpmn:flowNodeRef").text = node.id
    for node in process.nodes:
        _node(parent, node, process)
    for flow in process.flows:
        element = _add(parent, "bpmn:sequenceFlow", id=flow.id, name=flow.name)
        element.attrib |= {"sourceRef": flow.source, "targetRef": flow.target}
        _document(element, flow.documentation)


def _node(parent: Element, node: FlowNode, process: Process) -> None:
    incoming, outgoing = process.incoming[node.id], process.outgoing[node.id]
    element = _add(parent, f"bpmn:{node.type}", id=node.id, name=node.name)
    if node.type == "exclusiveGateway":
        element.set("gatewayDirection", "Diverging" if len(outgoing) > 1 else "Converging")
    _document(element, node.documentation)
    for tag, flows in (("bpmn:incoming", incoming), ("bpmn:outgoing", outgoing)):
        for flow in flows:
            _add(element, tag).text = flow.id


def _shapes(plane: Element, diagram: Diagram) -> None:
    _shape(plane, "instansi", diagram.pool, isHorizontal="false")
    for lane in diagram.process.lanes:
        _shape(plane, lane.id, diagram.lanes[lane.id], isHorizontal="false")
    for node in diagram.process.nodes:
        cross = {"isMarkerVisible": "true"} if node.type == "exclusiveGateway" else {}
        _label(_shape(plane, node.id, diagram.nodes[node.id], **cross), diagram.labels.get(node.id))


def _shape(plane: Element, id_: str, box: Box, **attributes: str) -> Element:
    shape = _add(plane, "bpmndi:BPMNShape", id=f"{id_}_di", bpmnElement=id_, **attributes)
    _bounds(shape, box)
    return shape


def _edges(plane: Element, diagram: Diagram) -> None:
    for flow in diagram.process.flows:
        edge = _add(plane, "bpmndi:BPMNEdge", id=f"{flow.id}_di", bpmnElement=flow.id)
        for x, y in diagram.waypoints[flow.id]:
            _add(edge, "di:waypoint", x=str(x), y=str(y))
        _label(edge, diagram.labels.get(flow.id))


def _label(parent: Element, box: Box | None) -> None:
    if box:
        _bounds(_add(parent, "bpmndi:BPMNLabel"), box)


def _bounds(parent: Element, box: Box) -> None:
    _add(parent, "dc:Bounds", x=str(box.x), y=str(box.y), width=str(box.width), height=str(box.height))
