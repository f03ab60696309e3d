"""What `make bench` measures and how it tells of it; never how fast something is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bench import __main__ as command
from bench import examples
from bench.browsing import served
from bench.floors import Floor, as_text
from bench.kinds import kind_of, largest_of_each, missing
from bench.measuring import Command, measure
from macros.content import load_content
from macros.site import Site
from tests.conftest import TODAY


def test_every_page_is_of_a_kind_and_every_kind_is_measured(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new template needs a line in bench/kinds.py, and an example in bench/examples.py where the site has none."""
    for name in ("PHOTO", "COVER", "STILL"):
        monkeypatch.setattr(examples, name, (320, 240))
    site = Site(load_content(examples.examples_project(tmp_path / "proyek")), TODAY)
    pages = {page.alamat: kind_of(page.alamat, page.html) for page in site.pages.values()}
    assert [address for address, kind in pages.items() if kind is None] == []
    assert missing({*pages.values(), *largest_of_each(built)}) == []


def test_a_page_of_no_kind_is_told(tmp_path: Path) -> None:
    """It would be measured by nobody."""
    (tmp_path / "baru").mkdir()
    (tmp_path / "baru/index.html").write_text("<p>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"tanpa jenis di bench/kinds\.py: baru/"):
        largest_of_each(tmp_path)


def test_the_largest_page_of_a_kind_is_measured(tmp_path: Path) -> None:
    """An article with a gallery is another kind than one without."""
    for name, html in (("a", "<p>"), ("b", "<p>panjang"), ("c", '<section class="warta-galeri">')):
        (tmp_path / f"warta/2026/{name}").mkdir(parents=True)
        (tmp_path / f"warta/2026/{name}/index.html").write_text(html, encoding="utf-8")
    found = {kind.nama: address for kind, address in largest_of_each(tmp_path).items()}
    assert found == {"artikel dengan galeri foto": "warta/2026/c/", "artikel": "warta/2026/b/"}


FLOORS = [
    (Floor("waktu", 99.5, 100, "detik"), "waktu          99.5 detik  ≤ 100 detik         ya"),
    (Floor("memori", 1000.5, 1000, "MB"), "memori          1000.5 MB    ≤ 1000 MB      TIDAK"),
    (Floor("SEO", 100, 100, paling_sedikit=True), "SEO                   100        ≥ 100         ya"),
    (Floor("SEO", 99, 100, paling_sedikit=True, catatan="cari"), "SEO (cari)             99        ≥ 100      TIDAK"),
]


def test_promises_stand_beside_what_was_measured() -> None:
    """What may be at most so much, and what has to be at least so much."""
    assert [" ".join(line.split()) for line in as_text(floor for floor, _ in FLOORS).splitlines()[1:]] == [
        " ".join(line.split()) for _, line in FLOORS
    ]


@pytest.fixture
def part(monkeypatch: pytest.MonkeyPatch) -> None:
    """A measurement that finds a promise broken."""
    found = command.Part("contoh", lambda _: ["terukur"], " ".join, lambda _: [Floor("contoh", 2, 1, "detik")])
    monkeypatch.setattr(command, "PARTS", {"contoh": found})


@pytest.mark.usefixtures("part")
def test_all_is_one_document_for_machines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but JSON on stdout; a broken promise is told, and no error."""
    monkeypatch.setattr(sys, "argv", ["bench", "--format", "json"])
    command.main()
    out, err = capsys.readouterr()
    document = json.loads(out)
    assert list(document) == ["mesin", "bagian", "batas"]
    assert document["bagian"]["contoh"]["hasil"] == ["terukur"]
    assert len(document["bagian"]["contoh"]["beban"]) == 2
    assert [(one["nama"], one["terpenuhi"]) for one in document["batas"]] == [("contoh", False)]
    assert err == "== contoh: contoh\n"


@pytest.mark.usefixtures("part")
def test_an_unknown_part_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With those that there are."""
    monkeypatch.setattr(sys, "argv", ["bench", "contohh"])
    with pytest.raises(SystemExit, match="2"):
        command.main()
    assert "tidak ada bagian contohh; pilihannya: contoh" in capsys.readouterr().err


CHILD = "import time; held = bytearray(150_000_000); time.sleep(1)"
PARENT = f"import subprocess, sys; held = bytearray(150_000_000); subprocess.run([sys.executable, '-c', {CHILD!r}])"


def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    """A build that leaves work to others pays for what they take, too."""
    assert measure(Command([sys.executable, "-c", PARENT], tmp_path)).memori_mb >= 300


def test_a_command_that_fails_is_told_with_its_words(tmp_path: Path) -> None:
    """A figure of something that did not work would be a lie."""
    with pytest.raises(SystemExit, match="contoh sebab"):
        measure(Command([sys.executable, "-c", "import sys; sys.exit('contoh sebab')"], tmp_path))


def test_a_missing_address_is_answered_as_hosts_do(built: Path) -> None:
    """With the site's own page, and the code that says what it is."""
    with served(built) as address, pytest.raises(HTTPError) as answer:
        urlopen(f"{address}tidak/ada/")  # noqa: S310 - our own server
    assert (answer.value.code, answer.value.headers["Content-Encoding"]) == (404, "gzip")
