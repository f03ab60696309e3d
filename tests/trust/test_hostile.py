"""Whatever people write, it stays text: on pages, in data for programs, in feeds and drawings."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench import examples
from tests.conftest import TODAY
from tests.serving import build_site
from tests.trust.hostile import ATTACKS, MARK, Spoiler
from tests.warta.test_markdown import convert

NEVER = {
    *("applet", "base", "embed", "frame", "frameset", "iframe", "marquee", "math", "object"),
    *("plaintext", "portal", "style", "xmp"),
}
"""Elements that no page has; the portal makes a frame by script alone, after a click."""

ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "cite", "background", "ping"}

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto", "tel"}


def leads_well(address: str) -> bool:
    """Whether a browser opens a page, a letter or a call there: it leaves out tabs, line breaks, and blanks in front."""
    plain = re.sub(r"[\t\r\n]", "", address).lstrip("".join(map(chr, range(33))))
    found = SCHEME.match(plain)
    return found is None or found[1].lower() in SCHEMES or plain.startswith("data:image/")


TYPED = [
    ("warta_data/artikel/2026/contoh-satu.md", place)
    for place in ("judul", "ringkasan", "penulis", "fotografer", "foto[1].alt", "foto[1].keterangan", "foto[1].kredit", "isi")
] + [
    ("warta_data/artikel/2026/contoh-tiga.md", "ralat[1].uraian"),
    ("warta_data/artikel/2026/contoh-ditarik.md", "penarikan.alasan"),
    ("warta_data/majalah/1.yml", "judul"),
    ("warta_data/majalah/1.yml", "pengantar"),
    ("warta_data/majalah/1.yml", "isi[1].judul"),
    ("warta_data/majalah/1.yml", "redaksi[1].nama"),
    ("warta_data/video/contoh.md", "judul"),
    ("warta_data/video/contoh.md", "isi"),
    ("warta_data/agenda/2026/hari-jadi-ke-67.yml", "judul"),
    ("layanan_data/layanan/mamuju-ruang-server.yml", "ringkasan"),
    ("sop_data/mamuju/01-pembuatan-dan-pengagendaan-surat-keluar.yml", "langkah[1].kegiatan"),
    ("statistik_data/indikator/anggaran-kemiskinan.yml", "nama"),
    ("ppid_data/informasi/contoh-dokumen.yml", "judul"),
    ("ppid_data/serta-merta/contoh.yml", "judul"),
    ("ppid_data/dikecualikan/contoh.yml", "judul"),
]  # fmt: skip
"""Kinds of text that must have been attacked; all others, such as the steps of SOPs, are as well."""


class Dom(HTMLParser):
    """Every element of a page that an attack could have made or changed."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.blocks: list[str] = []
        self.policies = 0
        self._block = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = {name: value or "" for name, value in attrs}
        self._block = tag == "script" and values.get("type") in ("application/ld+json", "application/json")
        if self._block:
            self.blocks.append("")
        self.policies += values.get("http-equiv") == "Content-Security-Policy"
        refresh = values.get("http-equiv") == "refresh" and MARK in values["content"]
        own = tag != "script" or self._block or ("src" in values and MARK not in values["src"])
        if tag in NEVER or MARK in tag or refresh or not own:
            self.wrong.append(f"<{tag} {values}>")
        for name, value in values.items():
            leads = name not in ADDRESSES or leads_well(value)
            if name.startswith("on") or name in ("style", "srcdoc") or MARK in name or not leads:
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_data(self, data: str) -> None:
        """Keep what programs read."""
        if self._block:
            self.blocks[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser decides
        """A block ends with its element."""
        self._block = False


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Spoiler:
    """A project with content of every kind, attacked wherever it takes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examples, "WIDEST", 300)  # photos are not what this is about
        project = examples.examples_project(tmp_path_factory.mktemp("jahat") / "proyek")
    spoiler = Spoiler(project)
    spoiler.spoil()
    return spoiler


@pytest.fixture(scope="module")
def site(spoiled: Spoiler) -> Path:
    """The site built from it."""
    return build_site(spoiled.project, TODAY.isoformat())


def test_every_kind_of_text_is_attacked(spoiled: Spoiler) -> None:
    """By each of the attacks somewhere; a new field is attacked without being named here."""
    assert [typed for typed in TYPED if typed not in spoiled.done] == []
    assert len(spoiled.done) > 1500
    content = "".join(
        (spoiled.project / name).read_text(encoding="utf-8") for name in {name for name, _ in spoiled.done}
    )
    assert [attack for attack in ATTACKS if json.dumps(attack, ensure_ascii=False)[1:-1] not in content] == []


def test_no_page_runs_or_loads_what_people_typed(site: Path) -> None:
    """No element, attribute or address comes from an attack, no template is evaluated, and no slot is filled by it."""
    marked = 0
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        marked += MARK in html
        page = Dom()
        page.feed(html)
        assert (file, page.wrong, page.policies) == (file, [], 1)
        assert f"1337{MARK}" not in html
        for block in page.blocks:
            json.loads(block)
            assert "<" not in block
    assert marked > 100


def test_nothing_else_on_the_site_runs_it(site: Path) -> None:
    """Drawings and feeds stay well-formed XML without scripts; addresses in them lead to the web or the site."""
    looked = 0
    for file in sorted(file for file in site.rglob("*") if file.suffix in (".svg", ".xml", ".bpmn")):
        root = ElementTree.fromstring(file.read_bytes())
        looked += 1
        for element in root.iter():
            tag = str(element.tag).rpartition("}")[2].lower()
            names = [name.rpartition("}")[2].lower() for name in element.attrib]
            assert tag not in {"script", "iframe", "foreignobject"}, file
            assert not [name for name in names if name.startswith("on") and file.suffix == ".svg"], file
            for name, value in element.attrib.items():
                if name.rpartition("}")[2] == "href":
                    assert leads_well(value), (file, value)
    assert looked > 50


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if re.match(r"[^ ]*<[A-Za-z]", attack)])
def test_markup_in_the_text_of_news_is_refused_or_stays_text(attack: str) -> None:
    """Told with its line; and even where it is not told, the allow list leaves nothing of it that runs."""
    converted = convert(f"x\n\n{attack}")
    page = Dom()
    page.feed(converted.body.html)
    assert (page.wrong, page.blocks) == ([], [])
    assert "<script" not in converted.body.html
