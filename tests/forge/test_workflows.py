"""Workflows are right by their schemas, and call only what is there."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT

GITHUB = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / "deploy/forgejo").glob("*.yml"))
GITLAB = ROOT / "deploy/gitlab/.gitlab-ci.yml"
ALL = (*GITHUB, *FORGEJO, GITLAB)


@pytest.mark.parametrize(
    ("schema", "files"), [("vendor.github-workflows", [*GITHUB, *FORGEJO]), ("vendor.gitlab-ci", [GITLAB])]
)
def test_workflows_keep_their_schema(schema: str, files: list[object]) -> None:
    """As GitHub and GitLab publish it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_what_is_called_is_there(file: object) -> None:
    """Every make target and every script."""
    text = re.sub(r"#.*", "", (ROOT / str(file)).read_text(encoding="utf-8"))
    targets = set(re.findall(r"(?:^\s*|- |run: |\{ |\" )make (?:-s )?([a-z-]+)", text, re.MULTILINE))
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert targets <= known
    scripts = set(re.findall(r"(?:scripts|\.ci)/[\w.-]+", text))
    assert all((ROOT / script).is_file() for script in scripts)
    assert targets | scripts


@pytest.mark.parametrize("file", GITHUB, ids=lambda file: file.name)
def test_nobody_gets_more_rights_than_needed(file: object) -> None:
    """Rights are named in every workflow; what strangers propose runs without secrets."""
    text = (ROOT / str(file)).read_text(encoding="utf-8")
    assert re.search(r"^permissions:$", text, re.MULTILINE)
    assert "pull_request_target" not in text
    assert "secrets." not in text
