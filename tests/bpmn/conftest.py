"""The files that all tests of BPMN look at."""

from __future__ import annotations

import pytest

from bench.alur import FLOWS, load
from macros.site import Site
from tests.bpmn.flows import SMALL, xml


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    """All 49 SOPs, the 15 test flows and the flows at the limits: name -> BPMN file."""
    result = {asset.alamat.replace("/", "_"): asset.isi for asset in site.assets if asset.alamat.endswith(".bpmn")}
    result |= {f"alur_{name}.bpmn": xml(document) for name, document in load(FLOWS)}
    return result | {f"{name}.bpmn": xml(document) for name, document in SMALL.items()}
