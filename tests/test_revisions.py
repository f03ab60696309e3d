"""Earlier revisions of an SOP: what changed, step by step."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.models.sop import Sop, Step
from macros.portal import load_portal
from macros.problems import ContentError
from macros.revisions import changes
from macros.views.revisions import revision_views
from tests.conftest import EXAMPLE


def sop(*rows: tuple[str, str, str]) -> Sop:
    """An SOP with steps (text, actor, time), numbered from 1."""
    steps = tuple(
        Step(no=str(number), kegiatan=text, pelaksana=(actor,), waktu=time)
        for number, (text, actor, time) in enumerate(rows, 1)
    )
    return Sop.model_construct(langkah=steps)


OLD = sop(
    ("Menerima surat", "a", "1 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")
)

CASES = [
    # (new rows, the changes: kind, old number, new number)
    ((("Menerima surat", "a", "1 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")), []),
    ((("MENERIMA  surat", "a", "1 Hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")), []),
    ((("Menerima surat", "a", "1 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam"), ("Mengirim", "b", "1 jam")), [("ditambah", None, "4")]),
    ((("Menerima surat", "a", "1 hari"), ("Menandatangani jawaban", "c", "1 jam")), [("dihapus", "2", None)]),
    ((("Mencatat surat", "b", "5 menit"), ("Menerima surat", "a", "1 hari"), ("Menandatangani jawaban", "c", "1 jam")), [("dipindah", "2", "1")]),
    ((("Menerima surat", "b", "1 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")), [("pelaksana", "1", "1")]),
    ((("Menerima surat", "a", "2 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")), [("waktu", "1", "1")]),
    ((("Menerima surat masuk", "a", "1 hari"), ("Mencatat surat", "b", "5 menit"), ("Menandatangani jawaban", "c", "1 jam")), [("uraian", "1", "1")]),
    ((("Rapat", "z", "1 hari"),), [("ditambah", None, "1"), ("dihapus", "1", None), ("dihapus", "2", None), ("dihapus", "3", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES, ids=[str(number) for number in range(len(CASES))])
def test_changes(rows: tuple[tuple[str, str, str], ...], expected: list[tuple[str, str | None, str | None]]) -> None:
    """Each kind of change is named once, and nothing else is."""
    found = [(c.jenis, c.lama.no if c.lama else None, c.baru.no if c.baru else None) for c in changes(OLD, sop(*rows))]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_earlier_revision_beside_the_sop_is_compared(project: Path) -> None:
    """A file with a date before its ending is the SOP as it was; the page tells the differences in words."""
    old = (project / EXAMPLE).read_text(encoding="utf-8")
    (project / EXAMPLE.replace(".yml", ".2026-01-12.yml")).write_text(old, encoding="utf-8")
    (project / EXAMPLE).write_text(
        old.replace("waktu: 5 menit", "waktu: 10 menit").replace(
            "[kepala-dinas, pengadministrasi-umum]", "[kepala-dinas]"
        ),
        encoding="utf-8",
    )
    portal = load_portal(project)
    (view,) = revision_views(portal.sops["polewali-mandar/99"], portal)
    assert view.lama == "revisi 00/CONTOH/2026 (12 Januari 2026)"
    assert [(item.judul, item.uraian) for item in view.butir] == [
        ("Waktu diubah", "langkah 1 “Menyerahkan surat permohonan”, dari 5 menit menjadi 10 menit"),
        (
            "Pelaksana diganti",
            "langkah 3 “Menandatangani surat jawaban”, dari Kepala Dinas, Pengadministrasi Umum menjadi Kepala Dinas",
        ),
    ]


def test_revision_without_its_sop_is_told(project: Path) -> None:
    """A dated file alone would be shown nowhere."""
    (project / EXAMPLE).rename(project / EXAMPLE.replace(".yml", ".2026-01-12.yml"))
    with pytest.raises(ContentError) as error:
        load_portal(project)
    assert [problem.pesan for problem in error.value.problems] == [
        "revisi lama tanpa SOP yang sekarang: tidak ada berkas polewali-mandar/99-….yml tanpa tanggal."
    ]


def test_mistakes_in_a_revision_are_told_too(project: Path) -> None:
    """A revision is checked like the SOP itself."""
    text = (project / EXAMPLE).read_text(encoding="utf-8").replace("[pemohon]", "[pemohn]")
    (project / EXAMPLE.replace(".yml", ".2026-01-12.yml")).write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as error:
        load_portal(project)
    assert [problem.berkas for problem in error.value.problems] == [EXAMPLE.replace(".yml", ".2026-01-12.yml")]
