"""The real content: complete, consistent, and free of what must not be published."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.findings import RULES
from macros.models.sop import Sop, SopDocument
from macros.portal import Portal
from macros.rules import PRIVATE_NUMBERS
from macros.schema import schema_text
from macros.site import Site
from tests.conftest import ROOT

SOP_FILES = sorted((ROOT / "sop_data").glob("*/[0-9]*.yml"))

STEPS = {
    "polewali-mandar": [7, 7, 7, 8, 7, 6, 7, 10, 9, 7, 5, 7, 9, 9, 9, 8, 8, 6, 7, 8, 6, 8, 7, 8, 5, 6, 6, 7, 7, 5],
    "mamuju": [6, 6, 8, 9, 6, 8, 8, 6, 7, 7, 8, 5, 11, 9, 6, 11, 5, 5, 8],
}
"""Steps counted in the source documents, SOP by SOP. SOPs that an office adds later are not among these."""


def transcribed(portal: Portal, office: str) -> list[Sop]:
    """The SOPs of an office that were transcribed from its document; later ones cite another source, or none."""
    document = {"polewali-mandar": "sop-2019", "mamuju": "sop-2025"}[office]
    known = [sop for sop in portal.sops_of(office) if sop.sumber.dokumen == document]
    return [sop for sop in known if sop.sumber.bagian.startswith("SOP nomor")]


@pytest.mark.parametrize("office", STEPS)
def test_every_step_of_the_source_documents_is_there(portal: Portal, office: str) -> None:
    """30 + 19 SOPs with 216 + 139 steps."""
    assert [len(sop.langkah) for sop in transcribed(portal, office)] == STEPS[office]


def test_identity_sheets_are_complete(portal: Portal) -> None:
    """Every SOP has a number, a name, a creation date and a signatory of its own office."""
    for sop in (sop for office in STEPS for sop in transcribed(portal, office)):
        assert sop.tanggal.pembuatan, sop.id
        assert portal.offices[sop.instansi].official(sop.disahkan.pejabat), sop.id
        assert int(sop.nn.rstrip("b")) in map(int, re.findall(r"\d+", sop.nomor)), sop.id


def test_known_irregularities_of_the_documents_are_kept(portal: Portal) -> None:
    """What is odd in the documents is in the data as it stands there, and told."""
    sops = portal.sops
    numbers = Counter(sop.nomor for office in STEPS for sop in transcribed(portal, office))
    assert {number for number, count in numbers.items() if count > 1} == {"000.8.3.3/11/SOP/II/2025/DISKOMINFOSIP"}
    texts_20, texts_22 = ([step.kegiatan for step in sops[f"polewali-mandar/{nn}"].langkah] for nn in ("20", "22"))
    assert texts_20 == texts_22
    repeated = {
        sop.id: [step.no_tertulis for step in sop.langkah if step.no_tertulis]
        for sop in (sop for office in STEPS for sop in transcribed(portal, office))
        if any(step.no_tertulis for step in sop.langkah)
    }
    assert repeated == {
        "polewali-mandar/20": ["6"],
        "polewali-mandar/22": ["6"],
        "mamuju/03": ["3"],
        "mamuju/13": ["4", "5"],
    }
    assert all(sop.tanggal.efektif is None for sop in transcribed(portal, "polewali-mandar"))
    for sop_id in (*repeated, "polewali-mandar/05", "polewali-mandar/18", "mamuju/11", "mamuju/11b"):
        assert sops[sop_id].kejanggalan, sop_id


def test_every_decision_and_actor_says_whether_it_was_concluded(portal: Portal) -> None:
    """Both sources lost all symbols: no actor and no branch goes without its reason."""
    for sop in (sop for office in STEPS for sop in transcribed(portal, office)):
        for step in sop.langkah:
            concluded = sop.concluded(step)
            assert "berikutnya" in concluded, (sop.id, step.no)
            if step.jenis == "keputusan":
                assert {"jenis", "berikutnya"} <= set(step.disimpulkan), (sop.id, step.no)
            if (sop.id, step.no) not in {("mamuju/20", "1"), ("mamuju/20", "8")}:  # printed: Mulai, Selesai
                assert "pelaksana" in concluded, (sop.id, step.no)


MADE_UP = (
    "e2e/test_story",
    "test_information",
    "importing/test_new",
    "test_documents",
    "test_register",
    "test_reports",
)
"""Tests of the rule itself, with numbers of nobody."""


def test_no_private_number_anywhere_in_the_repository() -> None:
    """Neither NIP nor NIK in any data, page or test, except the made-up ones that test the rule."""
    made_up = {"tests/test_mistakes.py", "tests/warta/test_mistakes.py", "tests/data/semua-salah.yml"}
    made_up.add("tests/layanan/test_complaints.py")
    made_up |= {f"tests/ppid/{name}.py" for name in MADE_UP}
    for folder in ("sop_data", "ppid_data", "warta_data", "layanan_data", "docs", "macros", "overrides", "tests"):
        for file in (ROOT / folder).rglob("*"):
            if file.suffix in (".yml", ".md", ".html", ".py") and file.relative_to(ROOT).as_posix() not in made_up:
                text = file.read_text(encoding="utf-8")
                assert not any(pattern.search(text) for pattern, _ in PRIVATE_NUMBERS), file


@pytest.mark.parametrize("file", [*SOP_FILES, ROOT / "sop_data/contoh.yml"], ids=lambda f: f"{f.parent.name}-{f.stem}")
def test_sop_files_satisfy_the_schema_that_editors_see(file: Path) -> None:
    """An editor with completion shows no error on any file, the example included (read by YAML 1.2 rules)."""

    class Loader(yaml.SafeLoader):
        """YAML 1.2 as editors read it: only true and false are booleans, dates are text."""

        yaml_implicit_resolvers = {  # noqa: RUF012 - the library's own name and type
            first: [
                (tag, pattern)
                for tag, pattern in resolvers
                if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
            ]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    data = yaml.load(file.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 - a SafeLoader
    errors = list(Draft202012Validator(json.loads(schema_text(SopDocument))).iter_errors(data))
    assert [error.message for error in errors] == []


def test_everything_in_the_data_has_its_page(portal: Portal, site: Site) -> None:
    """One page per SOP, per acting actor, per regulation and per rule, and nothing without a source."""
    actors = {actor.id for sop in portal.sops.values() for actor in sop.pelaksana}
    expected = (
        {f"sop/{sop_id}/" for sop_id in portal.sops}
        | {f"pelaksana/{actor}/" for actor in actors}
        | {f"peraturan/{regulation}/" for regulation in portal.regulations}
        | {f"temuan/{rule.kode}/" for rule in RULES}
        | {"sop/", "sop/matriks/", "pelaksana/", "peraturan/", "temuan/"}
    )
    made = (page.alamat for page in site.pages.values())
    assert {
        address for address in made if address.startswith(("sop/", "pelaksana/", "peraturan/", "temuan/"))
    } == expected


def test_registers_hold_nothing_unused(portal: Portal) -> None:
    """Every actor and every regulation of the registers is used by some SOP or by the example."""
    example = (ROOT / "sop_data/contoh.yml").read_text(encoding="utf-8")
    actors = {actor.id for sop in portal.sops.values() for actor in sop.pelaksana}
    assert {actor for actor in portal.actors if actor not in actors and f"id: {actor}" not in example} == set()
    cited = {basis.peraturan for sop in portal.sops.values() for basis in sop.dasar_hukum}
    assert set(portal.regulations) - cited == set()
