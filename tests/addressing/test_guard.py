"""No promised address vanishes: what was ever published is there, or leads on."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.addressing.guard import SUGGESTED
from macros.addressing.promises import PASSING, promised
from macros.addressing.recorded import HEAD, list_name, lists
from macros.content import load_content
from macros.problems import ContentError
from macros.site import Site
from tests.addressing.conftest import Write, problems_of, section
from tests.conftest import ROOT, TODAY, run_module
from tests.serving import copy_of_project

NONE = "alih: []\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The whole project, to be spoiled."""
    return copy_of_project(ROOT, tmp_path / "proyek")


def test_everything_that_was_published_answers(site: Site) -> None:
    """Every recorded address of the real portal is a page, a file or redirected. If this fails: alamat_data/alih.yml."""
    assert len(site.content.addressing.records) > 600
    assert [str(problem) for problem in site.addressing().problems()] == []


def test_a_renamed_article_is_told_with_the_line_to_add(copy: Path) -> None:
    """By the check as by the build; with that line, its old address leads to the new one."""
    folder = copy / "warta_data/artikel/2025"
    (folder / "kua-ppas-2026.md").rename(folder / "kua-dan-ppas-2026.md")
    place = (copy / "alamat_data/terbit/warta-2025.txt").read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(place, 1) if "kua-ppas" in text)
    told = (
        f"alamat_data/terbit/warta-2025.txt:{line}: /warta/2025/kua-ppas-2026/ pernah terbit (dicatat 2026-11-21) dan "
        "kini hilang. Kembalikan berkasnya, atau tambahkan di alamat_data/alih.yml, di bawah \"alih:\": - { dari: "
        "/warta/2025/kua-ppas-2026/, ke: /warta/2025/kua-dan-ppas-2026/, tanggal: TTTT-BB-HH, alasan: ... }"
    )  # fmt: skip
    check = run_module("macros", "--akar", str(copy), "periksa", "--tanggal", TODAY.isoformat())
    assert (check.returncode, check.stdout.strip()) == (1, told)
    build = run_module("mkdocs", "build", cwd=copy)
    assert build.returncode != 0
    assert told in build.stdout + build.stderr
    added = told.partition('"alih:": ')[2].replace("TTTT-BB-HH", "2026-11-21").replace("...", "Contoh alasan.")
    file = copy / "alamat_data/alih.yml"
    file.write_text(f"{file.read_text(encoding='utf-8')}  {added}\n", encoding="utf-8")
    check = run_module("macros", "--akar", str(copy), "periksa", "--tanggal", TODAY.isoformat())
    assert check.returncode == 0, check.stdout
    assert "alamat_data/terbit:1: 1 alamat belum dicatat, misalnya /warta/2025/kua-dan-ppas-2026/." in check.stdout
    build = run_module("mkdocs", "build", cwd=copy, SITE_URL="https://contoh.example/")
    assert build.returncode == 0, build.stdout + build.stderr
    old = copy / "site/warta/2025/kua-ppas-2026/index.html"
    assert "url=../../../warta/2025/kua-dan-ppas-2026/" in old.read_text(encoding="utf-8")
    assert "kua-ppas-2026" not in (copy / "site/sitemap.xml").read_text(encoding="utf-8").replace("kua-dan-ppas", "")
    assert "/warta/2025/kua-ppas-2026/ /warta/2025/kua-dan-ppas-2026/ 301" in (copy / "site/_redirects").read_text()


def test_a_link_to_an_old_address_is_told_its_new_one(copy: Path) -> None:
    """Old addresses are for those outside; the portal itself links straight."""
    file = copy / "alamat_data/alih.yml"
    added = "  - {dari: /dulu/, ke: /tentang/, tanggal: 2026-11-21, alasan: Contoh.}\n"
    file.write_text(file.read_text(encoding="utf-8") + added, encoding="utf-8")
    text = (copy / "warta_data/contoh-artikel.md").read_text(encoding="utf-8").replace("(/sop/)", "(/dulu/)")
    (copy / "warta_data/artikel/2026/contoh.md").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r'tautan "/dulu/" tidak ada di portal\. Maksud Anda "/tentang/"\?'):
        Site(load_content(copy), TODAY).check()


@pytest.mark.parametrize(
    ("recorded", "target"),
    [
        ("2026-11-01 /warta/2026/bru/", "/warta/2026/baru/"),
        ("2026-11-01 /warta/2026/sama-sekali-berbeda/", "/warta/"),
        ("2026-11-01 /dta.csv", "/data.csv"),
        ("2026-11-01 /folder-lain/xyz/", "/..."),
    ],
)
def test_the_line_to_add_names_what_was_probably_meant(write: Write, recorded: str, target: str) -> None:
    """A like address in the same folder, or else the folder's own page; where there is neither, a person has to say."""
    (problem,) = problems_of(write(NONE, recorded=f"{recorded}\n"))
    assert f"ke: {target}, tanggal" in problem


def test_a_lost_folder_is_told_address_by_address(write: Write) -> None:
    """Hundreds at once: each has its line; new addresses are looked for while that helps, so that it stays quick."""
    recorded = "".join(f"2026-11-01 /warta/2026/baru{number}/\n" for number in range(SUGGESTED + 10))
    problems = problems_of(write(NONE, recorded=recorded))
    assert len(problems) == SUGGESTED + 10
    assert sum("ke: /warta/2026/baru/" in problem for problem in problems) == SUGGESTED
    assert sum("ke: /..." in problem for problem in problems) == 10


def test_a_site_as_of_an_earlier_day_lacks_nothing(write: Write) -> None:
    """What was first published later cannot be there yet."""
    project = write(NONE, recorded="2026-11-20 /hilang/\n")
    assert problems_of(project, today=date(2026, 11, 19)) == []
    assert len(problems_of(project, today=date(2026, 11, 20))) == 1


def test_the_document_of_a_withdrawn_entry_is_not_missed(write: Write) -> None:
    """It was taken down on purpose; the entry's page is still promised."""
    project = write(NONE, recorded="2026-11-01 /ppid/informasi/lama/dokumen.pdf\n2026-11-01 /ppid/informasi/lama/\n")
    assert len(problems_of(project)) == 2
    (problem,) = problems_of(project, released={"ppid/informasi/lama/"})
    assert "/ppid/informasi/lama/ pernah terbit" in problem


def test_a_real_entry_may_be_withdrawn(copy: Path) -> None:
    """Its document vanishes from that day on, and the check agrees."""
    folder = copy / "ppid_data/informasi"
    (folder / "contoh.txt").write_text("Contoh isi.", encoding="utf-8")
    text = (folder / "rpjpd-2025-2045.yml").read_text(encoding="utf-8")
    entry = "\n".join(line for line in text.splitlines() if not line.startswith(("tautan", "  url", "  jenis")))
    (folder / "contoh.yml").write_text(entry + "\nberkas: contoh.txt\n", encoding="utf-8")
    before = Site(load_content(copy), TODAY)
    assert "ppid/informasi/contoh/contoh.txt" in before.addressing().unrecorded
    record = copy / "alamat_data/terbit/ppid-informasi.txt"
    record.write_text(
        record.read_text(encoding="utf-8") + "2026-11-21 /ppid/informasi/contoh/contoh.txt\n", encoding="utf-8"
    )
    gone = entry.replace("status: terbit", "status: ditarik\npenarikan: {tanggal: 2026-11-21, alasan: Contoh.}")
    (folder / "contoh.yml").write_text(gone + "\nberkas: contoh.txt\n", encoding="utf-8")
    after = Site(load_content(copy), TODAY)
    after.check()
    assert "ppid/informasi/contoh/contoh.txt" not in after.addresses


def test_what_is_not_promised_says_so_by_an_example() -> None:
    """What readers see as an example is one, of this kind and of no other."""
    for kind in PASSING:
        example = kind.contoh.removeprefix("/")
        assert [other.nama for other in PASSING if other.pola.fullmatch(example)] == [kind.nama]


@pytest.mark.parametrize(
    "address",
    ["", "warta/", "warta/arsip/2026/11/", "warta/tag/contoh/", "warta/2026/hal/", "agenda.ics", "sop/mamuju/01.yml", "ppid/informasi/x/foto.jpg", "warta/rss.xml"],
)  # fmt: skip
def test_what_people_cite_link_and_subscribe_to_is_promised(address: str) -> None:
    """Pages, first pages of lists, data, documents and feeds."""
    assert promised(address)


def test_lists_are_cut_by_part_of_the_site() -> None:
    """A new article is one new line in the list of its year."""
    records = dict.fromkeys(
        ("", "tentang/", "warta/rss.xml", "warta/2026/b/", "warta/2026/a/", "sop/mamuju/01.yml"), TODAY
    )
    assert dict(lists(records)) == {
        "akar.txt": f"{HEAD}\n2026-11-21 /\n2026-11-21 /tentang/\n",
        "sop-mamuju.txt": f"{HEAD}\n2026-11-21 /sop/mamuju/01.yml\n",
        "warta-2026.txt": f"{HEAD}\n2026-11-21 /warta/2026/a/\n2026-11-21 /warta/2026/b/\n",
        "warta.txt": f"{HEAD}\n2026-11-21 /warta/rss.xml\n",
    }
    assert list_name("warta/2026/a/foto.pdf") == list_name("warta/2026/a/")


def test_lines_of_two_branches_are_one(write: Write) -> None:
    """Merged in any order, an address counts from its older day."""
    project = write(NONE, recorded="# catatan\n\n2026-11-20 /warta/\n2026-11-18 /warta/\n2026-11-19 /warta/\n")
    record = section(project).addressing.records["warta/"]
    assert (record.sejak, record.baris) == (date(2026, 11, 18), 4)


@pytest.mark.parametrize(
    "line", ["/warta/", "2026-11-21 warta/", "2026-13-01 /warta/", "2026-11-21  /warta/", "21-11-2026 /warta/"]
)
def test_a_line_that_is_no_record_is_told(write: Write, line: str) -> None:
    """With the form that it should have."""
    (problem,) = problems_of(write(NONE, recorded=f"{HEAD}\n{line}\n"))
    assert problem == (
        f'alamat_data/terbit/contoh.txt:2: baris "{" ".join(line.split())}" salah bentuk. Tulis tanggal dan alamat: 2026-11-21 /warta/.'
    )


def test_the_command_records_what_is_new_and_nothing_twice(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Days that are known stay; a second run changes nothing."""
    command = ["--akar", str(copy), "alamat"]
    shutil.rmtree(copy / "alamat_data/terbit")
    (copy / "alamat_data/terbit").mkdir()
    (copy / "alamat_data/terbit/akar.txt").write_text("2025-01-02 /tentang/\n", encoding="utf-8")
    assert main(command) == 0
    assert "alamat baru dicatat" in capsys.readouterr().out
    lines = (copy / "alamat_data/terbit/akar.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == HEAD
    assert "2025-01-02 /tentang/" in lines
    assert lines[1:] == sorted(lines[1:], key=lambda line: line[11:])
    written = {file: file.read_bytes() for file in (copy / "alamat_data/terbit").iterdir()}
    assert not any(b"/hal/" in content or b"/aset/" in content for content in written.values())
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("0 alamat baru dicatat; ")
    assert {file: file.read_bytes() for file in (copy / "alamat_data/terbit").iterdir()} == written


def test_the_command_refuses_to_go_on_over_a_lost_address(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First it is redirected, then the new one is recorded."""
    next((copy / "warta_data/artikel/2026").glob("*.md")).unlink()
    (copy / "docs/baru.md").write_text("---\ntitle: Baru\ndescription: Contoh.\n---\n# Baru\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in (copy / "alamat_data/terbit").iterdir()}
    assert main(["--akar", str(copy), "alamat"]) == 1
    output = capsys.readouterr()
    assert "pernah terbit" in output.out
    assert "Tidak ada yang dicatat; perbaiki lalu ulangi." in output.err
    assert {file: file.read_bytes() for file in (copy / "alamat_data/terbit").iterdir()} == before
