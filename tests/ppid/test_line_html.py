"""The lines of the list: made once, filled in on every page."""

from __future__ import annotations

from dataclasses import replace

from macros.ppid.line_html import LineHtml
from macros.ppid.listing import PATTERN
from macros.ppid.lists import Line

ROW = replace(PATTERN, url="ppid/informasi/contoh/", judul="Contoh <no> & <akar>")


def test_one_line_on_two_pages() -> None:
    """Number and way to the root are those of each page; what a person typed is never taken for their places."""
    lines = LineHtml()
    first, second = lines(Line(7, ROW), "../../"), lines(Line(12, ROW), "../../../../")
    assert '<td role="cell" class="kol-no">7</td>' in first
    assert '<td role="cell" class="kol-no">12</td>' in second
    title = 'ppid/informasi/contoh/">Contoh &lt;no&gt; &amp; &lt;akar&gt;</a>'
    assert f'<a href="../../{title}' in first
    assert f'<a href="../../../../{title}' in second
    assert "<no>" not in first + second
    assert "<akar>" not in first + second


def test_an_entry_is_rendered_once() -> None:
    """The second page takes what the first has made."""
    lines = LineHtml()
    lines(Line(1, ROW), "")
    made = dict(lines.made)
    lines.made[ROW.url] = made[ROW.url].replace("Contoh", "Contoh yang disimpan")
    assert "Contoh yang disimpan" in lines(Line(2, ROW), "../")
