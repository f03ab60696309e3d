"""Excluded information: what is accepted, what a mistake is answered with, and what happens when its time is over."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from macros.__main__ import check
from macros.content import load_content
from macros.pages import Asset
from macros.ppid.content import Ppid, load_ppid
from macros.ppid.exclusion_pages import ExclusionPages
from macros.ppid.models.exclusion import GROUND_LETTERS
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import ROOT, TODAY

RIGHT = """judul: Contoh rancangan
perangkat_daerah: dinas-kesehatan
dasar:
  huruf: [c]
uji_konsekuensi:
  tanggal: 2026-01-05
  nomor: Berita Acara 1
  akibat_bila_dibuka: Contoh akibat.
  akibat_bila_ditutup: Contoh manfaat.
jangka_waktu:
  mulai: 2026-01-05
  sampai: 2026-12-31
status: berlaku
"""

RETEST = """pengujian_ulang:
  - { tanggal: 2026-06-01, nomor: BA 2, hasil: diperpanjang, sampai: 2027-06-01, alasan: Contoh. }
"""

INFORMATION = """judul: Contoh  Rancangan
ringkasan: Contoh isi.
kategori: berkala
perangkat_daerah: dinas-kesehatan
status: terbit
terbit: 2026-01-05
"""


def put(folder: Path, text: str, name: str = "contoh", kind: str = "dikecualikan") -> Path:
    """One entry in a project's folder."""
    file = folder / f"ppid_data/{kind}/{name}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def mistakes(folder: Path) -> list[str]:
    """What the checker says of a folder's entries."""
    try:
        load_ppid(folder, None)
    except ContentError as error:
        return [str(problem).removeprefix("ppid_data/dikecualikan/") for problem in error.problems]
    return []


def loaded(folder: Path, text: str) -> Ppid:
    """The PPID's content with one excluded information."""
    put(folder, text)
    return load_ppid(folder, None)


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        RIGHT + RETEST,
        RIGHT.replace("sampai: 2026-12-31", "selama: perkara berjalan"),
        RIGHT.replace("status: berlaku", "status: dibuka kembali")
        + RETEST.replace("hasil: diperpanjang, sampai: 2027-06-01", "hasil: dibuka kembali"),
        RIGHT.replace("[c]", "[c, j]\n  ketentuan: [{ peraturan: UU Contoh, pasal: Pasal 0, bunyi: Contoh. }]"),
    ],
    ids=["terpendek", "diperpanjang", "tanpa-tanggal", "dibuka-kembali", "undang-undang-lain"],
)
def test_a_right_entry_is_accepted(tmp_path: Path, text: str) -> None:
    """The least that an entry needs, and each of its forms."""
    put(tmp_path, text)
    assert mistakes(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[c]", "[k]", 'contoh.yml:4: dasar.huruf[1]: "k" bukan pilihan yang ada. Pilihannya: a, b, c'),
        ("[c]", "[]", "contoh.yml:4: dasar.huruf: daftarnya kosong; isi paling sedikit satu butir."),
        ("[c]", "[c, c]", "contoh.yml:4: dasar.huruf[2]: huruf c ditulis dua kali; hapus salah satu."),
        ("[c]", "[j]", "contoh.yml:4: dasar.huruf: huruf j tanpa undang-undang yang melarangnya."),
        (
            "  akibat_bila_dibuka: Contoh akibat.\n",
            "",
            "contoh.yml:5: uji_konsekuensi.akibat_bila_dibuka: wajib ada, tetapi tidak ditulis.",
        ),
        ("Contoh manfaat.", "", "contoh.yml:9: uji_konsekuensi.akibat_bila_ditutup: nilainya kosong"),
        ("sampai: 2026-12-31", "sampai: 2026-01-05", "contoh.yml:12: jangka_waktu.sampai: 2026-01-05 tidak sesudah"),
        ("sampai: 2026-12-31", "sampai: 31-12-2026", 'contoh.yml:12: jangka_waktu.sampai: "31-12-2026" bukan tanggal'),
        ("  sampai: 2026-12-31\n", "", "contoh.yml:10: jangka_waktu: tanpa akhir. Tulis sampai"),
        ("  sampai: 2026-12-31\n", "  sampai: 2026-12-31\n  selama: x\n", "contoh.yml:13: jangka_waktu.selama: sampai"),
        ("status: berlaku", "status: dibuka kembali", 'contoh.yml:13: status: status "dibuka kembali" tanpa pengujian'),
        ("judul: Contoh", "judull: x\njudul: Contoh", 'contoh.yml:1: judull: kunci ini tidak dikenal. Maksud Anda "judul"?'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    """One mistake, one sentence."""
    assert RIGHT.count(old) == 1
    put(tmp_path, RIGHT.replace(old, new))
    found = mistakes(tmp_path)
    assert len(found) == 1
    assert message in found[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (", sampai: 2027-06-01", "", "pengujian_ulang[1]: hasil \"diperpanjang\" tanpa hari terakhir yang baru."),
        ("2027-06-01", "2026-12-31", "pengujian_ulang[1].sampai: 2026-12-31 tidak sesudah akhir yang lama (2026-12-31)."),
        ("2026-06-01", "2025-06-01", "pengujian_ulang[1].tanggal: 2025-06-01 sebelum pengujian sebelumnya (2026-01-05)"),
        ("hasil: diperpanjang", "hasil: tetap", 'pengujian_ulang[1].sampai: hasil "tetap" tidak memakai sampai'),
        (
            "hasil: diperpanjang, sampai: 2027-06-01",
            "hasil: dibuka kembali",
            'status: pengujian terakhir membukanya kembali. Tulis status: "dibuka kembali".',
        ),
    ],
)  # fmt: skip
def test_a_mistake_in_a_retest_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Prolongations lead forward, and what was opened is said."""
    assert RETEST.count(old) == 1
    put(tmp_path, RIGHT + RETEST.replace(old, new))
    found = mistakes(tmp_path)
    assert len(found) == 1
    assert message in found[0]


def test_nothing_is_retested_after_it_was_opened(tmp_path: Path) -> None:
    """An opened exclusion that goes on is a new one."""
    tests = RETEST.replace("hasil: diperpanjang, sampai: 2027-06-01", "hasil: dibuka kembali")
    put(tmp_path, RIGHT + tests + "  - { tanggal: 2026-07-01, nomor: BA 3, hasil: tetap, alasan: Contoh. }\n")
    assert mistakes(tmp_path) == [
        "contoh.yml:15: pengujian_ulang[1].hasil: sudah dibuka kembali, tetapi masih ada pengujian sesudahnya."
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("contoh", "contoh.yml:1: id contoh juga ada di Daftar Informasi Publik (ppid_data/informasi/contoh.yml)."),
        ("lain", "contoh.yml:1: judul: judul ini juga ada di Daftar Informasi Publik (ppid_data/informasi/lain.yml)."),
    ],
)
def test_nothing_stands_in_both_lists(tmp_path: Path, name: str, message: str) -> None:
    """The same id, or the same title however it is spaced and capitalised, is a mistake."""
    put(tmp_path, RIGHT)
    put(tmp_path, INFORMATION, name, "informasi")
    found = mistakes(tmp_path)
    assert len(found) == 1
    assert message in found[0]


def test_what_was_opened_again_or_withdrawn_stands_in_both_lists(tmp_path: Path) -> None:
    """Reopened information moves into the DIP; what was withdrawn from the DIP may have been excluded."""
    opened = RIGHT.replace("status: berlaku", "status: dibuka kembali")
    opened += RETEST.replace("hasil: diperpanjang, sampai: 2027-06-01", "hasil: dibuka kembali")
    put(tmp_path, opened)
    put(tmp_path, INFORMATION, "contoh", "informasi")
    withdrawn = "penarikan: { tanggal: 2026-02-01, alasan: Contoh. }\n"
    put(tmp_path, RIGHT.replace("Contoh rancangan", "Lain"), "lain")
    put(
        tmp_path,
        INFORMATION.replace("status: terbit", "status: ditarik").replace("Contoh  Rancangan", "lain") + withdrawn,
        "lain",
        "informasi",
    )
    assert mistakes(tmp_path) == []


@pytest.mark.parametrize(
    ("today", "days", "state"),
    [
        (date(2026, 1, 4), 0, "belum mulai"),
        (date(2026, 12, 31), 0, "dikecualikan"),
        (date(2027, 1, 1), 1, "wajib dibuka kembali"),
        (date(2028, 12, 31), 731, "wajib dibuka kembali"),
    ],
)
def test_the_day_after_the_last_one_it_must_be_opened(tmp_path: Path, today: date, days: int, state: str) -> None:
    """The last day counts; from the next on the days are counted."""
    entry = loaded(tmp_path, RIGHT).exclusions.entries["contoh"]
    assert (entry.lewat(today), entry.keadaan(today)) == (days, state)


def test_a_prolongation_moves_the_end(tmp_path: Path) -> None:
    """The newest prolongation counts, not the first period."""
    entry = loaded(tmp_path, RIGHT + RETEST).exclusions.entries["contoh"]
    assert entry.berakhir == date(2027, 6, 1)
    assert entry.lewat(date(2027, 6, 1)) == 0
    assert entry.lewat(date(2027, 6, 3)) == 2


def test_no_date_means_review_not_expiry(tmp_path: Path) -> None:
    """A condition never runs out by itself; the page says that it has to be reviewed."""
    entry = loaded(tmp_path, RIGHT.replace("sampai: 2026-12-31", "selama: perkara berjalan")).exclusions.entries[
        "contoh"
    ]
    assert entry.lewat(date(2099, 1, 1)) == 0
    assert entry.keadaan(date(2099, 1, 1)) == "tanpa tanggal; wajib ditinjau"


@pytest.mark.parametrize("status", ["draf", "dibuka kembali"])
def test_only_what_is_excluded_runs_out(tmp_path: Path, status: str) -> None:
    """Drafts and what was opened are not due."""
    text = RIGHT.replace("status: berlaku", f"status: {status}")
    if status == "dibuka kembali":
        text += RETEST.replace("hasil: diperpanjang, sampai: 2027-06-01", "hasil: dibuka kembali")
    assert list(loaded(tmp_path, text).exclusions.due(date(2099, 1, 1))) == []


def test_the_checker_tells_what_is_due_and_stays_content(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Time passing breaks no build: a line with file and line, and exit code 0."""
    put(project, RIGHT + RETEST)
    assert check(project, "teks", False, date(2027, 6, 11)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        "ppid_data/dikecualikan/contoh.yml:15: jangka waktu pengecualian berakhir 1 Juni 2027, 10 hari yang lalu: "
        "wajib dibuka kembali."
    )
    assert lines[0].endswith("[peringatan]")
    assert lines[1].startswith("Tidak ada kesalahan: ")
    assert check(project, "teks", False, date(2027, 6, 1)) == 0
    assert "peringatan" not in capsys.readouterr().out


def test_an_unknown_agency_is_told(project: Path) -> None:
    """Agencies are those of the register."""
    put(project, RIGHT.replace("dinas-kesehatan", "dinas-kesehatann"))
    with pytest.raises(ContentError, match='"dinas-kesehatann" tidak ada di register perangkat daerah'):
        load_content(project)


def pages(project: Path, today: date) -> dict[str, str]:
    """Address -> HTML of the DIK's pages on a day."""
    content = load_content(project)
    return {
        page.alamat: page.html
        for page in ExclusionPages(content.ppid.exclusions, content.portal, today).pages()
    }  # fmt: skip


def test_pages_say_what_is_due_and_for_how_many_days(project: Path) -> None:
    """Both the list and the entry's own page."""
    put(project, RIGHT)
    before = pages(project, date(2026, 12, 31))
    assert "hari yang lalu" not in "".join(before.values())
    after = pages(project, date(2030, 12, 31))
    assert after.keys() == {"ppid/dikecualikan/", "ppid/dikecualikan/contoh/"}
    assert "Wajib dibuka kembali" in after["ppid/dikecualikan/"]
    assert "wajib dibuka kembali (1.461 hari)" in after["ppid/dikecualikan/"]
    assert "berakhir 31 Desember 2026, 1.461 hari yang lalu" in after["ppid/dikecualikan/contoh/"]


def test_drafts_are_published_nowhere(project: Path) -> None:
    """Neither page nor open data knows of a draft."""
    put(project, RIGHT.replace("status: berlaku", "status: draf"))
    site = Site(load_content(project), TODAY)
    assert "ppid/dikecualikan/contoh/index.md" not in site.pages
    assert "Belum ada informasi yang dikecualikan" in site.pages["ppid/dikecualikan/index.md"].html
    assert b"Contoh rancangan" not in b"".join(asset.isi for asset in site.assets if isinstance(asset, Asset))


def test_open_data_keeps_its_schema(project: Path) -> None:
    """`/ppid/dik.json` is what its JSON Schema says, and tells what is due on the day of the build."""
    put(project, RIGHT)
    assets = {
        asset.alamat: json.loads(asset.isi)
        for asset in Site(load_content(project), date(2027, 1, 10)).ppid.exclusions.assets()
    }
    data = assets["ppid/dik.json"]
    jsonschema.validate(data, assets["ppid/dik.schema.json"])
    assert data["dihitung_pada"] == "2027-01-10"
    [entry] = data["dikecualikan"]
    assert (entry["id"], entry["url"]) == ("contoh", "ppid/dikecualikan/contoh/")
    assert entry["nama_perangkat_daerah"] == "Dinas Kesehatan"
    assert (entry["berakhir"], entry["keadaan"], entry["hari_lewat"]) == ("2026-12-31", "wajib dibuka kembali", 10)


def test_an_empty_list_says_so(project: Path) -> None:
    """No entry is no proof that all is open; the ten grounds are explained all the same."""
    (project / "ppid_data").mkdir()
    shutil.copy(ROOT / "ppid_data/alasan-pengecualian.yml", project / "ppid_data")
    html = pages(project, TODAY)["ppid/dikecualikan/"]
    assert "Belum ada informasi yang dikecualikan di daftar ini." in html
    assert all(f'id="huruf-{letter}"' in html for letter in GROUND_LETTERS)


def test_the_ten_grounds_are_ten(tmp_path: Path) -> None:
    """A list of grounds with one left out is a mistake; without any list the letters stand alone."""
    assert loaded(tmp_path, RIGHT).exclusions.grounds is None
    text = (ROOT / "ppid_data/alasan-pengecualian.yml").read_text(encoding="utf-8")
    target = tmp_path / "ppid_data/alasan-pengecualian.yml"
    target.write_text(
        text.replace("  - id: d\n    uraian: dapat mengungkapkan kekayaan alam Indonesia\n", ""), encoding="utf-8"
    )
    with pytest.raises(ContentError, match="butir: id butir harus berurutan: a, b, c, d, e, f, g, h, i, j"):
        load_ppid(tmp_path, None)


def test_the_annotated_example_is_right(project: Path) -> None:
    """What editors copy passes the checker; it is said to be an example, and never loaded from where it lies."""
    source = ROOT / "ppid_data/contoh-dikecualikan.yml"
    assert "CONTOH" in source.read_text(encoding="utf-8").splitlines()[2]
    target = put(project, "")
    shutil.copy(source, target)
    entry = load_content(project).ppid.exclusions.entries["contoh"]
    assert entry.berakhir == date(2028, 1, 5)
    assert "contoh-dikecualikan" not in load_content(ROOT).ppid.exclusions.entries
