"""Nothing is public that has not gone through the steps of its SOP."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.portal import Portal
from tests.conftest import ROOT, run_module
from tests.publishing.conftest import ARTICLE, STEPS, VERIFICATION, Mistakes
from tests.serving import copy_of_project

STEP_2 = (
    'SOP polewali-mandar/03 langkah 2, "Menyusun naskah berita kegiatan pemerintah daerah dan perangkat daerah yang '
    'telah diliput", dikerjakan Penyusun Bahan Informasi & Publikasi (penyusun-bahan-informasi)'
)
STEP_6 = (
    'SOP polewali-mandar/03 langkah 6, "Memantau updating berita, foto dan grafis pada web Warta KominfoSP dan '
    'menyampaikan saran…", dikerjakan'
)
CHIEF = "Kasi Pelayanan Informasi Publik (kasi-pip)"


def test_an_article_that_took_every_step_is_right(mistakes: Mistakes) -> None:
    """Written by one, verified by another, public on that day."""
    assert mistakes() == []


def test_a_missing_step_is_named_with_who_takes_it(mistakes: Mistakes) -> None:
    """The message quotes the SOP, and says what to write instead."""
    told = mistakes((VERIFICATION, ""))
    assert told == [
        f'9: alur: status "terbit", tetapi langkah 6 (verifikasi) belum dicatat pada alur. {STEP_6} {CHIEF}. '
        "Catat langkahnya, atau tulis status: ditinjau."
    ]


def test_without_any_step_all_that_is_missing_is_told(mistakes: Mistakes) -> None:
    """An editor sees the whole way at once."""
    told = mistakes((STEPS, ""))
    assert [line[:60] for line in told] == [
        '7: status: status "terbit", tetapi langkah 2 (naskah) belum ',
        '7: status: status "terbit", tetapi langkah 6 (verifikasi) be',
    ]


def test_content_from_before_the_rule_is_left_alone(mistakes: Mistakes) -> None:
    """What was published before the day from which the rule holds needs no steps."""
    assert (
        mistakes(
            (STEPS, ""), ("tanggal: 2026-12-01", "tanggal: 2026-11-30"), ("terbit: 2026-12-01", "terbit: 2026-11-30")
        )
        == []
    )


def test_a_draft_needs_nothing(mistakes: Mistakes) -> None:
    """Whoever begins is not stopped."""
    assert mistakes((STEPS, ""), ("status: terbit", "status: draf")) == []


def test_what_is_reviewed_must_be_made_but_not_approved(mistakes: Mistakes) -> None:
    """Reviewing is what it waits for."""
    assert mistakes((VERIFICATION, ""), ("status: terbit", "status: ditinjau")) == []
    told = mistakes((STEPS, ""), ("status: terbit", "status: ditinjau"))
    assert told == [
        f'7: status: status "ditinjau", tetapi langkah 2 (naskah) belum dicatat pada alur. {STEP_2}. '
        "Catat langkahnya, atau tulis status: draf."
    ]


def test_what_is_planned_is_approved_before(mistakes: Mistakes) -> None:
    """Nobody has to be there when its time comes."""
    told = mistakes((VERIFICATION, ""), ("status: terbit", "status: terjadwal"))
    assert told[0].startswith('9: alur: status "terjadwal", tetapi langkah 6 (verifikasi) belum dicatat')


def test_withdrawing_later_is_no_way_around(mistakes: Mistakes) -> None:
    """Until the day of withdrawal it is public like any other: it was approved, too."""
    later = "status: ditarik\npenarikan: {tanggal: 2027-12-01, alasan: Contoh alasan.}"
    told = mistakes((VERIFICATION, ""), ("status: terbit", later))
    assert [line[:76] for line in told] == [
        '10: alur: status "ditarik", tetapi langkah 6 (verifikasi) belum dicatat pada'
    ]
    assert mistakes(("status: terbit", later)) == []


@pytest.mark.parametrize("name", ["Contoh Penulis", "contoh  penulis", "Contoh Penulis, S.I.Kom.", "CONTOH PENULIS"])
def test_nobody_approves_what_they_made(mistakes: Mistakes, name: str) -> None:
    """However the name is written."""
    told = mistakes(("oleh: Contoh Kepala Seksi", f'oleh: "{name}"'))
    assert told == [
        f'17: alur[2].oleh: "{name}" ikut membuat isi ini, jadi tidak boleh memeriksanya sendiri. '.replace("  ", " ")
        + f"{STEP_6} orang lain sebagai {CHIEF}."
    ]


def test_the_author_of_the_file_does_not_approve_either(mistakes: Mistakes) -> None:
    """The name under the article counts, whoever the steps name."""
    told = mistakes(("penulis: Contoh Penulis", "penulis: Contoh Kepala Seksi"))
    assert [line[:75] for line in told] == [
        '17: alur[2].oleh: "Contoh Kepala Seksi" ikut membuat isi ini, jadi tidak bo'
    ]


def test_a_photo_asks_for_the_step_of_the_photographer(mistakes: Mistakes) -> None:
    """The register says that this step concerns only what has photos."""
    told = mistakes(("Contoh isi.", "![Contoh](contoh.jpg)"))
    assert any("langkah 3 (foto) belum dicatat" in line and "Fotografer (fotografer)" in line for line in told)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "langkah: 2",
            "langkah: 9",
            '10: alur[1].langkah: SOP polewali-mandar/03 tidak mempunyai langkah "9". Langkahnya: 1, 2, 3, 4, 5, 6, 7.',
        ),
        (
            "peran: kasi-pip",
            "peran: kasi-pis",
            f'16: alur[2].peran: {STEP_6} {CHIEF}, bukan "kasi-pis". Maksud Anda "kasi-pip"?',
        ),
        (
            "selesai: 2026-12-01 09:25",
            "selesai: 2026-12-01 08:25",
            "14: alur[1].selesai: mendahului mulai. Periksa keduanya.",
        ),
        (
            "selesai: 2026-12-01 09:25",
            "selesai: 2026-12-01 12:25",
            "19: alur[2].selesai: langkah 2 baru selesai 2026-12-01 12:25, sesudah diperiksa. Betulkan waktunya, atau catat pemeriksaan yang baru.",
        ),
        (
            "selesai: 2026-12-01 10:08",
            "selesai: 2026-12-02 10:08",
            "8: terbit: mendahului langkah 6, yang selesai 2026-12-02 10:08. Tulis hari itu atau sesudahnya.",
        ),
        (
            "terbit: 2026-12-01\n",
            "terbit: 2026-12-01\npukul: 10:00\n",
            "8: terbit: mendahului langkah 6, yang selesai 2026-12-01 10:08. Tulis hari itu atau sesudahnya.",
        ),
        (
            "    selesai: 2026-12-01 10:08\n",
            "    selesai: 2026-12-01 10:08\n    putusan: Ya\n",
            "20: alur[2].putusan: langkah 6 SOP polewali-mandar/03 bukan keputusan. Hapus putusan.",
        ),
        (
            "mulai: 2026-12-01 09:00",
            "mulai: 9 pagi",
            '13: alur[1].mulai: "9 pagi" bukan waktu yang sah. Tulis TTTT-BB-HH JJ:MM menurut WITA, misalnya 2026-01-19 14:00.',
        ),
        (
            "terbit: 2026-12-01\n",
            "terbit: 2026-12-01\npukul: jam 8\n",
            '9: pukul: "jam 8" bukan jam yang sah. Tulis JJ:MM, misalnya 09:00.',
        ),
        ("    oleh: Contoh Kepala Seksi\n", "", "15: alur[2].oleh: wajib ada, tetapi tidak ditulis."),
    ],
)
def test_a_wrong_record_is_told_with_what_would_be_right(mistakes: Mistakes, old: str, new: str, line: str) -> None:
    """One mistake, one line, in the SOP's own words."""
    assert mistakes((old, new)) == [line]


def test_changing_the_sop_changes_the_rule(mistakes: Mistakes, portal: Portal) -> None:
    """Unmark the verification in SOP 03, and an article needs none; mark the upload, and it needs that, too."""
    sop = portal.sops["polewali-mandar/03"]
    marks = {"5": "data", "6": None}
    steps = tuple(
        step.model_copy(update={"syarat_terbit": marks.get(step.no, step.syarat_terbit)}) for step in sop.langkah
    )
    changed = replace(portal, sops={**portal.sops, sop.id: sop.model_copy(update={"langkah": steps})})
    told = mistakes((VERIFICATION, ""), of=changed)
    assert [line[:70] for line in told] == ['9: alur: status "terbit", tetapi langkah 5 (data) belum dicatat pada a']


def test_a_brief_has_no_steps(mistakes: Mistakes) -> None:
    """The register says why."""
    told = mistakes(
        ("judul: Contoh judul\nringkasan: Contoh ringkasan.\n", "jenis: kilas\nfakta: Contoh fakta.\n"),
        ("kategori: budaya\n", "kategori: budaya\nsumber:\n  - penerbit: Contoh\n    url: https://contoh.example/\n"),
        ("Contoh isi.\n", ""),
    )
    assert told == [
        "12: alur: kilas tidak melalui alur SOP: Kilas satu kalimat yang menautkan berita orang lain; "
        "tidak ada SOP yang mengaturnya. Hapus alur."
    ]


def test_a_day_before_the_rule_is_told_for_what_is_new(tmp_path: Path) -> None:
    """Nobody goes around the SOP by an old date unseen: the check warns, and does not call it a mistake."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    text = ARTICLE.replace("2026-12-01", "2026-11-20").replace(STEPS, "").replace("budaya", "diskominfo-sp")
    (project / "warta_data/artikel/2026/contoh-lama.md").write_text(text, encoding="utf-8")
    result = run_module("macros", "--akar", str(project), "periksa", "--tanggal", "2026-12-10")
    assert result.returncode == 0
    (told,) = [line for line in result.stdout.splitlines() if "sebelum alur" in line]
    assert told == (
        "warta_data/artikel/2026/contoh-lama.md:1: terbit: isi baru bertanggal 2026-11-20, sebelum alur SOP "
        "polewali-mandar/03 berlaku (2026-12-01), jadi langkahnya tidak diperiksa. Periksa tanggalnya. [peringatan]"
    )


def test_steps_copied_from_the_example_are_told(tmp_path: Path) -> None:
    """Who copies the example and only changes its state would publish a verification that never was."""
    project = copy_of_project(ROOT, tmp_path / "proyek")
    text = ARTICLE.replace("budaya", "diskominfo-sp")
    (project / "warta_data/artikel/2026/salinan.md").write_text(text, encoding="utf-8")
    real = text.replace("oleh: Contoh Penulis", "oleh: Ani").replace("oleh: Contoh Kepala Seksi", "oleh: Citra")
    (project / "warta_data/artikel/2026/sungguh.md").write_text(real, encoding="utf-8")
    result = run_module("macros", "--akar", str(project), "periksa", "--tanggal", "2026-12-10")
    assert [line for line in result.stdout.splitlines() if "dari contoh" in line] == [
        "warta_data/artikel/2026/salinan.md:1: alur: masih memuat Contoh Penulis, Contoh Kepala Seksi dari contoh. "
        "Catat yang sungguh menjalani langkahnya. [peringatan]"
    ]
