"""The text of an article: what becomes of it, and what never reaches a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.warta.article import Link
from macros.warta.links import plain_address
from macros.warta.markdown import Converted, Converter

ADDRESS = "warta/2026/contoh/"
CONVERTER = Converter()


def convert(text: str) -> Converted:
    """A text that begins on line 10 of its file; no photo lies beside it."""
    return CONVERTER.convert(text, 10, ADDRESS, lambda name: f"{name} tidak ada")


RIGHT = [
    ("{{ 7*7 }} {% raw %} {# x #}", "<p>{{ 7*7 }} {% raw %} {# x #}</p>"),
    ("# A\n\n## B", "<h2>A</h2><h3>B</h3>"),
    ("## A\n\n#### B", "<h2>A</h2><h4>B</h4>"),
    ("###### A", "<h2>A</h2>"),
    ("a\n=\n\nb\n-", "<h2>a</h2><h3>b</h3>"),
    ("[a](/ppid/)", '<p><a href="../../../ppid/">a</a></p>'),
    ("[a](/)", '<p><a href="../../../">a</a></p>'),
    ("[a](https://x.example/?a=1&b=2)", '<p><a href="https://x.example/?a=1&amp;b=2" rel="noopener">a</a></p>'),
    ("<https://x.example/>", '<p><a href="https://x.example/" rel="noopener">https://x.example/</a></p>'),
    ("<a@x.example>", '<p><a href="mailto:a@x.example">a@x.example</a></p>'),
    ("H<sub>2</sub>O<br>x &copy; <!-- y -->z", "<p>H<sub>2</sub>O<br>x © z</p>"),
    ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    ("a\n\n    <b onclick=x>", "<p>a</p><pre><code>&lt;b onclick=x&gt;\n</code></pre>"),
    ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
    ("1. a\n\n- b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
]


@pytest.mark.parametrize(("text", "html"), RIGHT)
def test_what_becomes_of_a_text(text: str, html: str) -> None:
    """Nothing is evaluated, headings lie below the page's own, links fit the page."""
    converted = convert(text)
    assert (re.sub(r">\n+<", "><", converted.body.html), converted.mistakes) == (html, ())


def test_a_table_scrolls_and_says_so_and_numbers_stand_right() -> None:
    """A region that a keyboard reaches; a class in place of a style, which a strict policy would refuse."""
    html = convert("| a | b |\n|---|--:|\n| 1 | 2 |").body.html
    assert '<div aria-label="Tabel" class="gulir" role="region" tabindex="0"><table class="warta-tabel">' in html
    assert '<td class="rata-kanan">2</td>' in html
    assert "style" not in html


def test_footnotes_lead_there_and_back() -> None:
    """In Indonesian, and the next article starts again at one."""
    for _ in range(2):
        html = convert("a[^x]\n\n[^x]: b").body.html
        assert '<sup id="fnref:x"><a class="footnote-ref" href="#fn:x">1</a></sup>' in html
        assert 'title="Kembali ke catatan 1 dalam teks"' in html


def test_links_into_the_site_are_kept_with_their_lines() -> None:
    """So that somebody who knows all pages can look whether they are there; the same link twice has two lines."""
    links = convert("[a](/sop/)\n\n[b](/sop/) [c](/data/?x=1#y) [d](/warta/2025/a%2Db/)").body.links
    assert links == (Link("sop/", 10), Link("sop/", 12), Link("data/", 12), Link("warta/2025/a-b/", 12))


HOSTILE = [
    # (what is typed, a word of what is told)
    ("x\n\na <script>alert(1)</script>", "<script>"),
    ("x\n\n<script>alert(1)</script>", "<script>"),
    ("x\n\n<iframe src=//x></iframe>", "<iframe"),
    ("x\n\n<style>p{}</style>", "<style>"),
    ("x\n\n<p style='color:red'>a</p>", "style="),
    ("x\n\n<b onclick=alert(1)>a</b>", "onclick"),
    ("x\n\n<sub onclick=alert(1)>a</sub>", "onclick"),
    ("x\n\n<img src=x onerror=alert(1)>", "onerror"),
    ("x\n\n<svg/onload=alert(1)>", "onload"),
    ("x\n\n<a href='javascript:x'>a</a>", "javascript:"),
    ("x\n\n<form action=x><input></form>", "<form"),
    ("x\n\n<!-- a --><script>b</script><!-- c -->", "<script>"),
    ("x\n\n<?php x ?>", "<?php"),
    ("x\n\n[a](javascript:alert(1))", "javascript:"),
    ("x\n\n[a](JaVaScRiPt:alert(1))", "JaVaScRiPt:"),
    ("x\n\n[a](java&#115;cript:alert(1))", "javascript:"),
    ("x\n\n[a](  java\tscript:alert(1))", "javascript:"),
    ("x\n\n[a](data:text/html,b)", "data:"),
    ("x\n\n[a](//x.example)", "//x.example"),
    ("x\n\n[a](/\\x.example)", "x.example"),
    ("x\n\n[a](lain.md)", "lain.md"),
    ("x\n\n[a](http://[)", "http://["),
    ("x\n\n[a]()", '""'),
    ("x\n\n[](https://x.example)", "tanpa teks"),
    ("x\n\n[ \u200b](https://x.example)", "tanpa teks"),
    ("x\n\n[&#8203;&nbsp;](https://x.example)", "tanpa teks"),
    ("x\n\n[<br>](https://x.example)", "tanpa teks"),
    ("x\n\n[**​**](https://x.example)", "tanpa teks"),
    ("x\n\n![a](https://x.example/a.png)", "https://x.example/a.png"),
]


@pytest.mark.parametrize(("text", "word"), HOSTILE)
def test_what_is_not_taken_is_told_and_does_not_reach_the_page(text: str, word: str) -> None:
    """One mistake, on line 12; and whatever became of it cannot run."""
    converted = convert(text)
    ((line, message),) = converted.mistakes
    assert (line, word in message) == (12, True), message
    assert not re.search(r"<script|<iframe|<style|<svg|<form|\son\w+=|style=|javascript:|data:", converted.body.html)


def test_too_long_and_too_deep_is_told() -> None:
    """And the next article is read as if nothing had happened."""
    assert convert("- " * 800 + "a").mistakes == ((10, "daftar atau kutipan bersusun terlalu dalam. Sederhanakan."),)
    assert convert("a" * 100_001).mistakes == (
        (10, "isi 100.001 huruf; paling banyak 100.000. Bagi menjadi beberapa artikel."),
    )
    assert convert("- a").body.html.replace("\n", "") == "<ul><li>a</li></ul>"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<", ">", "script", "img ", "a ", "/", "onerror=", "x", "href=", "javascript:", "alert(1)", '"', "'", "`", "\n", "[", "](", ")", "!", "&#106;", "&", "\\", "-->", "<!--", "    ", "|", "*"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_text_becomes_markup_that_runs(pieces: list[str]) -> None:
    """Whatever is typed: only known elements, no handlers, no addresses that run."""
    html = convert("".join(pieces)).body.html
    tags = re.findall(r"<([^>]*)>", html)
    assert not [tag for tag in tags if re.search(r"^/?(script|svg|iframe|style)|\son\w+\s*=", tag)]
    assert not [
        url for url in re.findall(r'(?:href|src)="([^"]*)"', html) if plain_address(url).startswith("javascript:")
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["a", " ", "  \n", "\n", "\n\n", "- ", "# ", "> ", "    ", "*", "_", "`", "\\", "![", "[", "](", "][", "](/sop/)", "](x.png)", "]: /sop/", "[^1]", "[^1]: ", "<", "https://x.example", ">", "<br>", "&", "amp;", "&copy;", "| ", "|--|\n", "!"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_passing_plain_texts_changes_nothing(pieces: list[str]) -> None:
    """What is left to Markdown's patterns comes out the same where they look at every text."""
    thorough = Converter()
    thorough.parser.treeprocessors.deregister("plain")
    text = "".join(pieces)
    assert convert(text) == thorough.convert(text, 10, ADDRESS, lambda name: f"{name} tidak ada")


def test_a_text_that_was_converted_before_is_not_converted_again() -> None:
    """Unless it shows a photo, which may have come or gone meanwhile; without a memory every text is."""
    photos = iter(("belum ada", "masih belum ada"))
    remembering = Converter({})
    first, again = (remembering.convert("Contoh *isi*.", 3, "warta/2026/a/", lambda _: "") for _ in range(2))
    assert first is again
    assert remembering.convert("Contoh *isi*.", 3, "warta/2026/b/", lambda _: "") is not first
    told = [remembering.convert("![a](a.jpg)", 1, "warta/2026/a/", lambda _: next(photos)).mistakes for _ in range(2)]
    assert ["masih" in mistakes[0][1] for mistakes in told] == [False, True]
    plain = Converter()
    assert plain.convert("Contoh.", 1, "", lambda _: "") is not plain.convert("Contoh.", 1, "", lambda _: "")
