"""The shape of the program, held by tests."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from macros.schema import EDITOR_SCHEMAS, schema_text
from tests.conftest import ROOT

MODULES = sorted((ROOT / "macros").rglob("*.py"))
ENGINES = {"mkdocs", "properdocs", "mkdocs_macros", "material", "zensical"}


def imports(module: Path) -> set[str]:
    """The packages a module imports, by full name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_only_one_file_knows_the_site_engine() -> None:
    """Moving to another engine means rewriting macros/engine.py and nothing else."""
    knowing = {m.relative_to(ROOT).as_posix() for m in MODULES if {n.split(".")[0] for n in imports(m)} & ENGINES}
    assert knowing == {"macros/engine.py"}


STAGES = (
    "problems",
    "durations",
    "loading",
    "sheets",
    "models",
    "validation",
    "settings",
    "flow",
    "diagrams",
    "rules",
    "trust",
    "reading",
    "publishing",
    "portal",
    "forge",
    "findings",
    "revisions",
    "export",
    "sop_exchange",
    "views",
    "bpmn",
    "paper",
    "charts",
    "ppid",
    "warta",
    "agenda",
    "layanan",
    "statistik",
    "satu_data",
    "spbe",
    "perangkat",
    "searching",
    "gallery",
    "addressing",
    "content",
    "reachable",
    "sections",
    "cms",
    "site",
    "preview",
)
"""The stages in the order data passes them."""

HELPERS = (
    "calendars",
    "dates",
    "dcat",
    "feeds",
    "fetching",
    "history",
    "json_lines",
    "pages",
    "rendering",
    "schema",
    "search",
    "search_parts",
    "shells",
    "sitemap",
    "switching",
)
"""Small tools that belong to no stage."""


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ROOT).as_posix())
def test_imports_point_one_way(module: Path) -> None:
    """No stage imports a later one."""
    parts = module.relative_to(ROOT / "macros").with_suffix("").parts
    if parts[0] in ("__init__", "__main__", "engine", *HELPERS):
        return
    assert parts[0] in STAGES, f"{parts[0]} has no place among the stages yet"
    later = STAGES[STAGES.index(parts[0]) + 1 :]
    imported = {name.split(".")[1] for name in imports(module) if name.startswith("macros.")}
    assert not imported & set(later)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ROOT).as_posix())
def test_modules_stay_small(module: Path) -> None:
    """A module is read in one sitting: about 300 lines."""
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 320


def test_templates_stay_small_and_escape() -> None:
    """A template is a page at most, and none switches escaping off."""
    for template in (ROOT / "macros/templates").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 100, template.name
        assert not re.search(r"\|\s*safe|autoescape", text), template.name


@pytest.mark.parametrize("name", EDITOR_SCHEMAS)
def test_json_schema_is_current(name: str) -> None:
    """The schema that editors use is the model's. If this fails: make schema."""
    assert (ROOT / name).read_text(encoding="utf-8") == schema_text(EDITOR_SCHEMAS[name])
