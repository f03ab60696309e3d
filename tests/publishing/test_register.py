"""Which SOP governs which content is data; mistakes in it are told like any other."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from macros.content import load_content
from macros.models.publishing import Kind
from macros.portal import Portal, load_portal
from macros.problems import ContentError
from tests.conftest import ROOT

REGISTER = "sop_data/register/penerbitan.yml"

FREE = "tanpa_alur:\n" + "".join(
    f"  - jenis: {kind}\n    alasan: Contoh alasan.\n" for kind in get_args(Kind) if kind != "artikel"
)
GOVERNED = "diatur:\n  - jenis: artikel\n    sop: polewali-mandar/04\n    sejak: 2026-12-01\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("polewali-mandar/04", "polewali-mandar/40", '3: diatur[1].sop: tidak ada SOP "polewali-mandar/40". Maksud Anda "polewali-mandar/04"?'),
        ("polewali-mandar/04", "polewali-mandar/99", "3: diatur[1].sop: tidak ada langkah SOP polewali-mandar/99 yang bertanda syarat_terbit. Tandai langkahnya di sop_data/polewali-mandar/99-contoh.yml."),
        ("sejak: 2026-12-01\n", "sejak: 2026-12-01\n    bila:\n      foto: ada foto\n", '6: diatur[1].bila.foto: tidak ada langkah SOP polewali-mandar/04 yang bertanda "foto". Tandanya: data, verifikasi.'),
        ("sejak: 2026-12-01\n", "sejak: 2026-12-01\n    tidak_berlaku:\n      foto: Contoh.\n", '6: diatur[1].tidak_berlaku.foto: tidak ada langkah SOP polewali-mandar/04 yang bertanda "foto". Tandanya: data, verifikasi.'),
        ("  - jenis: kilas\n    alasan: Contoh alasan.\n", "", "1: belum ada jenis kilas. Tulis pada diatur, atau pada tanpa_alur."),
        ("jenis: kilas", "jenis: artikel", '6: tanpa_alur[1].jenis: "artikel" sudah ditulis. Hapus salah satu.'),
        ("sejak: 2026-12-01\n", "", "2: diatur[1].sejak: wajib ada, tetapi tidak ditulis."),
    ],
)  # fmt: skip
def test_a_mistake_in_the_register_is_told(project: Path, old: str, new: str, told: str) -> None:
    """With its line, and what would be right."""
    text = GOVERNED + FREE
    assert text.count(old) == 1
    (project / REGISTER).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_portal(project)
    assert f"{REGISTER}:{told}" in [str(problem) for problem in caught.value.problems]


def test_a_mark_without_a_reason_is_refused(project: Path) -> None:
    """No SOP of 2019 prints such marks: what is concluded says why."""
    file = next((project / "sop_data/polewali-mandar").glob("04-*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("      syarat_terbit:")]
    file.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_portal(project)
    assert len(caught.value.problems) == 2
    assert all("Tulis alasannya pada disimpulkan: syarat_terbit." in item.pesan for item in caught.value.problems)


def test_a_mark_that_the_sop_prints_needs_no_reason(project: Path) -> None:
    """An SOP written for the portal may say so itself, in Keterangan."""
    file = next((project / "sop_data/polewali-mandar").glob("04-*.yml"))
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("      syarat_terbit:")]
    printed = "\n".join(kept).replace("keterangan: by Sistem", "keterangan: by Sistem, syarat terbit")
    file.write_text(printed, encoding="utf-8")
    assert load_portal(project).sops["polewali-mandar/04"].step("4").syarat_terbit == "data"


def test_every_office_has_its_own_ways(portal: Portal) -> None:
    """Polewali Mandar writes by its SOP 03; Mamuju, which shares the code, by its own SOP on coverage."""
    mamuju = load_content(ROOT / "kantor/mamuju").portal.routes
    assert (portal.routes.governed["artikel"].sop.id, mamuju.governed["artikel"].sop.id) == (
        "polewali-mandar/03",
        "mamuju/12",
    )
    assert [item.mark for item in mamuju.governed["artikel"].required] == ["liputan", "verifikasi"]
    for routes in (portal.routes, mamuju):
        assert {*routes.governed, *routes.free} == {*get_args(Kind)}
