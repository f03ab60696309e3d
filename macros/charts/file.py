"""A chart as an SVG file of its own, for slides and other documents: its colours and its source stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from macros.charts.scale import FONT, LINE, Element, number, wrapped
from macros.charts.view import Figure

PAPER, INK, FAINT, GRID, SOFT = "#ffffff", "#1b2328", "#4d5a63", "#9aa7b0", "#d5dde2"
COLOURS = ("#0b4f6c", "#9a4a00", "#4a6b12", "#6d3a86")
"""Of the series, as the style sheet has them in the light scheme."""
DASHES = ("", "7 4", "2 4", "10 3 2 3")
MARGIN = 12
TITLE = 16
SMALL = 11

FIXED: Mapping[str, Mapping[str, str]] = {
    "nama": {"fill": INK},
    "nilai": {"fill": INK, "font-weight": "700"},
    "skala": {"fill": FAINT},
    "kosong": {"fill": FAINT},
    "sumbu": {"stroke": GRID, "stroke-width": "1.5"},
    "kisi": {"stroke": SOFT},
}
"""Class of an element -> its attributes: what the style sheet says on a page."""


def svg_file(figure: Figure) -> bytes:
    """A complete SVG file: title, drawing, unit, source and years. Same input, same bytes."""
    chart, drawing = figure.chart, figure.gambar
    head = _lines(chart.judul, drawing.lebar, TITLE)
    foot = _lines(f"{chart.satuan}, {chart.tahun}. Sumber: {chart.sumber}.", drawing.lebar, SMALL)
    top = len(head) * LINE * TITLE / FONT + MARGIN
    height = top + float(drawing.tinggi) + MARGIN + len(foot) * LINE
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{-MARGIN} {-MARGIN} {drawing.lebar + 2 * MARGIN} {number(height + 2 * MARGIN)}",
            "width": number((drawing.lebar + 2 * MARGIN) * 2),
            "height": number((height + 2 * MARGIN) * 2),
            "font-family": "Arial, Helvetica, sans-serif",
            "font-size": str(FONT),
            "role": "img",
        },
    )
    ET.SubElement(root, "title").text = chart.judul
    ET.SubElement(root, "desc").text = figure.uraian
    ET.SubElement(root, "rect", x=str(-MARGIN), y=str(-MARGIN), width="100%", height="100%", fill=PAPER)
    _patterns(root, figure)
    for index, line in enumerate(head):
        _text(root, line, TITLE * (index * 1.25 + 0.8), {"font-size": str(TITLE), "font-weight": "700", "fill": INK})
    body = ET.SubElement(root, "g", transform=f"translate(0 {number(top)})")
    for item in drawing.elemen:
        ET.SubElement(body, item.tag, {**dict(item.atribut), **_paint(item)}).text = item.teks or None
    start = top + float(drawing.tinggi) + MARGIN
    for index, line in enumerate(foot):
        _text(root, line, start + SMALL + index * LINE, {"font-size": str(SMALL), "fill": FAINT})
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _lines(text: str, width: float, size: float) -> list[str]:
    """A text on lines that fit, at a size other than the drawing's."""
    return wrapped(text, width * FONT / size)


def _text(root: ET.Element, words: str, baseline: float, attributes: Mapping[str, str]) -> None:
    ET.SubElement(root, "text", {"x": "0", "y": number(baseline), **attributes}).text = words


def _paint(item: Element) -> dict[str, str]:
    """Colours and lines of an element, by its classes."""
    kelas = item.kelas.split()
    if kelas[0] in FIXED:
        return dict(FIXED[kelas[0]])
    series = int(kelas[1].removeprefix("seri-")) - 1
    colour = COLOURS[series]
    if kelas[0] == "jalur":
        dash = {"stroke-dasharray": DASHES[series]} if DASHES[series] else {}
        return {"fill": "none", "stroke": colour, "stroke-width": "2", **dash}
    if "ragu" in kelas:
        dash = {"stroke-dasharray": "3 2"} if kelas[0] == "seri" else {}
        return {"fill": PAPER, "stroke": colour, "stroke-width": "2", **dash}
    filled = {} if series and kelas[0] == "seri" else {"fill": colour}
    return {**filled, "stroke": colour, "stroke-width": "1.5"}


def _patterns(root: ET.Element, figure: Figure) -> None:
    """The patterns of bars and columns after the first series, as on a page: stripes, dots, outline."""
    if not figure.gambar.pola:
        return
    defs = ET.SubElement(root, "defs")
    for series in figure.gambar.pola:
        settings = {"id": f"pola-{figure.chart.id}-{series}", "width": "6", "height": "6"}
        turned = {"patternTransform": "rotate(45)"} if series == 2 else {}
        pattern = ET.SubElement(defs, "pattern", {**settings, "patternUnits": "userSpaceOnUse", **turned})
        ET.SubElement(pattern, "rect", width="6", height="6", fill=PAPER)
        if series == 2:
            ET.SubElement(pattern, "rect", width="3", height="6", fill=COLOURS[series - 1])
        elif series == 3:
            ET.SubElement(pattern, "circle", cx="3", cy="3", r="1.8", fill=COLOURS[series - 1])
