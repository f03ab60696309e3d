"""Mistakes where proposals are reviewed: beside their line, and in a summary that an editor understands."""

from __future__ import annotations

import json
from pathlib import Path

from macros.forge.reports import code_quality, summary, workflow_commands
from macros.problems import Problem
from tests.conftest import run_module

WRONG = Problem("warta_data/artikel/2026/contoh.md", 7, "status", 'status "terbi" bukan pilihan yang ada.')
HOSTILE = Problem(
    "warta_data/artikel/2026/a,b:c.md",
    1,
    "judul",
    '"</td>| @semua <img src=x>\n::error::100%" tidak ada di `register`.',
)


def test_a_mistake_stands_beside_its_line() -> None:
    """GitHub's workflow command, and GitLab's report."""
    assert workflow_commands([WRONG]) == (
        "::error file=warta_data/artikel/2026/contoh.md,line=7,title=status::"
        'status "terbi" bukan pilihan yang ada.'
    )  # fmt: skip
    (issue,) = json.loads(code_quality([WRONG]))
    assert issue["location"] == {"path": "warta_data/artikel/2026/contoh.md", "lines": {"begin": 7}}
    assert issue["description"] == 'status: status "terbi" bukan pilihan yang ada.'


def test_what_somebody_typed_stays_text() -> None:
    """No second command, no column, no markup, nobody mentioned."""
    (line,) = workflow_commands([HOSTILE]).split("\n")
    assert line.startswith("::error file=warta_data/artikel/2026/a%2Cb%3Ac.md,line=1,title=judul::")
    assert "%0A" in line
    assert "100%25" in line
    row = summary([HOSTILE]).splitlines()[-1]
    assert row.replace("\\|", "").count("|") == 5
    assert "<" not in row
    assert "@" not in row
    assert "\\`register\\`" in row


def test_the_same_mistake_has_the_same_fingerprint() -> None:
    """So GitLab tells what is new; two mistakes have two."""
    one, two = json.loads(code_quality([WRONG, HOSTILE]))
    assert one["fingerprint"] == json.loads(code_quality([WRONG]))[0]["fingerprint"]
    assert one["fingerprint"] != two["fingerprint"]


def test_a_summary_is_short_and_says_what_it_leaves_out() -> None:
    """Fifty lines; the others stand in the job's record."""
    text = summary([Problem("a.yml", number, "", "Contoh.") for number in range(1, 54)])
    assert text.startswith("## 53 hal perlu diperbaiki\n")
    assert text.count("| a.yml |") == 50
    assert text.endswith("\nDan 3 lagi; semuanya ada di catatan pekerjaan ini.\n")
    assert summary([]).startswith("## Isi benar")


def test_the_check_writes_the_summary_where_it_is_asked_to(tmp_path: Path, project: Path) -> None:
    """Exit code 1 and a table of what is wrong; 0 and a good word when all is right."""
    place = tmp_path / "ringkasan.md"
    run = ("macros", "--akar", str(project), "periksa", "--format", "github")
    right = run_module(*run, GITHUB_STEP_SUMMARY=str(place))
    assert (right.returncode, right.stdout, place.read_text(encoding="utf-8")[:14]) == (0, "\n", "## Isi benar\n\n")
    settings = project / "portal.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("nama:", "nma:", 1), encoding="utf-8")
    wrong = run_module(*run, GITHUB_STEP_SUMMARY=str(place))
    assert wrong.returncode == 1
    assert "::error file=portal.yml,line=" in wrong.stdout
    assert "| portal.yml |" in place.read_text(encoding="utf-8")
    asked = run_module("macros", "--akar", str(project), "periksa", "--format", "gitlab")
    assert {issue["location"]["path"] for issue in json.loads(asked.stdout)} == {"portal.yml"}
