"""What the editor writes is what the portal reads: no file changes its meaning by being opened and saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from macros.cms.collections import KINDS, REGISTERS, sop_kind
from macros.loading import Loaded, load_front_matter, load_yaml
from tests.cms.conftest import RunNode
from tests.conftest import ROOT

OPENED_AND_SAVED = """
import { readFileSync } from 'node:fs'
import { format } from './berkas.js'
const config = JSON.parse(readFileSync('config.json'))
const formats = Object.fromEntries(config.collections.map(item => [item.name, format(item)]))
const files = JSON.parse(readFileSync(0))
console.log(JSON.stringify(files.map(([name, text]) => formats[name].toFile(formats[name].fromFile(text)))))
"""

WRITTEN = """
import { readFileSync } from 'node:fs'
import { format } from './berkas.js'
const config = JSON.parse(readFileSync('config.json'))
const [name, form] = JSON.parse(readFileSync(0))
console.log(JSON.stringify(format(config.collections.find(item => item.name === name)).toFile(form)))
"""


def every_file() -> list[tuple[str, Path]]:
    """(collection, file) of all that can be edited."""
    found = []
    for kind in (*KINDS, *(sop_kind(office, "") for office in ("mamuju", "polewali-mandar"))):
        files = [*(ROOT / kind.folder).rglob("*.yml"), *(ROOT / kind.folder).rglob("*.md")]
        briefs = kind.saring
        found += [(kind.nama, file) for file in files if not briefs or briefs in file.read_text(encoding="utf-8")[:20]]
    registers = [(f"register-{Path(name).stem}", ROOT / name) for name in REGISTERS]
    samples = [("artikel", "warta_data/contoh-artikel.md"), ("video", "warta_data/contoh-video.md")]
    samples += [("majalah", "warta_data/contoh-majalah.yml"), ("agenda", "warta_data/contoh-agenda.yml")]
    samples += [("informasi", "ppid_data/contoh-informasi.yml"), ("sop-mamuju", "sop_data/contoh.yml")]
    samples += [(kind, f"ppid_data/contoh-{kind}.yml") for kind in ("dikecualikan", "serta-merta")]
    samples += [("indikator", "statistik_data/contoh-indikator.yml"), ("layanan", "layanan_data/contoh-layanan.yml")]
    return found + registers + [(kind, ROOT / name) for kind, name in samples]


def read(file: Path) -> Loaded:
    """A file as the portal reads it."""
    return load_front_matter(file, file.name) if file.suffix == ".md" else load_yaml(file, file.name)


def stripped(value: Any) -> Any:
    """Values as the models take them: without the blanks around them, and without the keys that have none."""
    if isinstance(value, dict):
        return {key: stripped(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [stripped(item) for item in value]
    return value.strip() if isinstance(value, str) else value


def test_a_file_that_is_opened_and_saved_says_the_same(run_node: RunNode, tmp_path: Path) -> None:
    """All real files and all annotated examples: values, text below, and the comment on top."""
    files = every_file()
    given = [(kind, file.read_text(encoding="utf-8")) for kind, file in files]
    assert len(given) > 180
    saved = json.loads(run_node(OPENED_AND_SAVED, json.dumps(given)))
    for (_, file), before, after in zip(files, given, saved, strict=True):
        copy = tmp_path / f"salinan{file.suffix}"
        copy.write_text(after, encoding="utf-8")
        old, new = read(file), read(copy)
        assert new.problems == [], file
        assert stripped(new.data) == stripped(old.data), file
        assert getattr(new, "body", "").strip() == getattr(old, "body", "").strip(), file
        if before[1].startswith("# yaml-language-server"):
            assert after.splitlines()[0] == before[1].splitlines()[0]
    assert json.loads(
        run_node(OPENED_AND_SAVED, json.dumps([[k, t] for (k, _), t in zip(files, saved, strict=True)]))
    ) == (saved)


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ({"judul": "Judul", "tahun": 2024}, "judul: Judul\ntahun: 2024\n"),
        ({"judul": "0428", "retensi": "null"}, "judul: 0428\nretensi: 'null'\n"),
        ({"judul": "Rapat #4: hasil", "catatan": "  "}, "judul: 'Rapat #4: hasil'\n"),
        ({"judul": "Judul", "tahun": "", "terbit": None, "media": [], "dibuat": []}, "judul: Judul\n"),
        ({"judul": "Judul", "nama_berkas": "judul", "media": ["web", ""]}, "judul: Judul\nmedia:\n  - web\n"),
        (
            {"judul": "Judul", "penarikan": [{"tanggal": "2026-11-21", "alasan": "Keliru."}]},
            "judul: Judul\npenarikan:\n  tanggal: 2026-11-21\n  alasan: Keliru.\n",
        ),
        (
            {"judul": "Judul", "disimpulkan": [{"kunci": "retensi", "nilai": "Ditebak."}]},
            "judul: Judul\ndisimpulkan:\n  retensi: Ditebak.\n",
        ),
    ],
    ids=["angka", "teks-angka", "tanda", "kosong", "nama", "tunggal", "peta"],
)
def test_what_a_form_holds_as_a_file(run_node: RunNode, form: dict[str, Any], written: str) -> None:
    """Every value is its text; what an editor left empty, cleared or never saw is not in the file."""
    text = json.loads(run_node(WRITTEN, json.dumps(["informasi", form])))
    assert text == "# yaml-language-server: $schema=../informasi.schema.json\n" + written


def test_what_must_stand_in_the_file_does_so_when_empty(run_node: RunNode) -> None:
    """The boxes of an SOP are there even when they are empty; a blank number that was printed blank stays."""
    form = {"nama": "Nama", "peringatan": [], "tanggal": {}, "langkah": [{"no": "1", "no_tertulis": "", "waktu": ""}]}
    text = json.loads(run_node(WRITTEN, json.dumps(["sop-mamuju", form])))
    assert "tanggal: {}\n" in text
    assert "peringatan: []\npencatatan: []\n" in text
    assert text.endswith("langkah:\n  - no: 1\n    no_tertulis: ''\n")
