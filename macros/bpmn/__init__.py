"""An SOP as BPMN 2.0 XML, to be opened and edited in any BPMN editor.

process -> diagram -> document: what the SOP means in BPMN, where it stands, the XML.
The rules are those of OMG formal/2011-01-03 (BPMN 2.0) and its interchange of diagrams (BPMN DI).
"""
