"""Forms for proposals and CODEOWNERS are made from the SOPs and kept current."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.forge.commands import files
from macros.forge.owners import owners
from macros.portal import Portal
from tests.conftest import ROOT, run_module
from tests.serving import copy_of_project


def test_the_files_are_current(portal: Portal) -> None:
    """If this fails: make templat."""
    for name, text in files(portal):
        assert (ROOT / name).read_text(encoding="utf-8") == text, name


def test_every_governed_kind_has_a_form_with_its_steps(portal: Portal) -> None:
    """Who takes which step, in the SOP's own words."""
    made = dict(files(portal))
    for kind, route in portal.routes.governed.items():
        form = made[f".github/PULL_REQUEST_TEMPLATE/{kind.replace(' ', '-')}.md"]
        assert form == made[f".gitlab/merge_request_templates/{kind.replace(' ', '-')}.md"]
        for required in route.required:
            assert f"- [ ] Langkah {required.step.no}, {required.mark}" in form
            assert " ".join(required.step.kegiatan.split()) in form
            assert all(f"(`{actor}`)" in form for actor in required.step.pelaksana)


def test_changing_the_sop_changes_the_form(portal: Portal) -> None:
    """A step that is no longer a condition is no longer ticked off."""
    sop = portal.sops["polewali-mandar/03"]
    steps = tuple(step.model_copy(update={"syarat_terbit": None}) if step.no == "3" else step for step in sop.langkah)
    changed = replace(portal, sops={**portal.sops, sop.id: sop.model_copy(update={"langkah": steps})})
    name = ".github/PULL_REQUEST_TEMPLATE/artikel.md"
    before, after = (dict(files(of))[name].splitlines() for of in (portal, changed))
    assert [line for line in before if line not in after] == [line for line in before if "Langkah 3, foto" in line]


def test_who_verifies_approves(portal: Portal) -> None:
    """The role that the SOP names is the team that is asked, folder by folder; SOPs are the head's."""
    lines = [line.split() for line in owners(portal.routes, "kominfo").splitlines() if line and line[0] != "#"]
    asked = {folder: teams for folder, *teams in lines}
    assert asked["/warta_data/artikel/"] == ["@kominfo/kasi-pip"]
    assert asked["/warta_data/majalah/"] == ["@kominfo/redaktur-majalah"]
    assert asked["/ppid_data/"] == ["@kominfo/admin-ppid-kabupaten"]
    assert asked["/sop_data/"] == ["@kominfo/kepala-dinas"]
    assert all(
        (ROOT / folder.strip("/")).exists()
        for folder in asked
        if folder not in ("*", "/warta_data/majalah/", "/warta_data/video/")
    )


def test_the_command_writes_what_is_not_current(tmp_path: Path) -> None:
    """With the organisation's name; a second run has nothing to do."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    command = ("macros", "--akar", str(project), "templat", "--organisasi", "diskominfo")
    first, second = run_module(*command), run_module(*command)
    assert "ditulis: .github/CODEOWNERS" in first.stdout
    assert (second.stdout, second.returncode) == ("Semuanya sudah mutakhir.\n", 0)
    assert "@diskominfo/kasi-pip" in (project / ".github/CODEOWNERS").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [".github/PULL_REQUEST_TEMPLATE", ".gitlab/merge_request_templates"])
def test_no_form_is_left_over(portal: Portal, folder: str) -> None:
    """A kind that no SOP governs any more has no form."""
    made = {Path(name).name for name, _ in files(portal) if name.startswith(folder)}
    assert {file.name for file in (ROOT / folder).iterdir()} == made
