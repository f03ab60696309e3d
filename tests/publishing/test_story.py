"""From a commit to the public: real Git, the real commands, a served site that is switched, a real browser.

Whatever somebody pushes, the site that is served stays whole, the message is clear, and nothing that was written is lost.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT
from tests.serving import copy_of_project, served

DAY = "2026-12-10"
NAME = "warta_data/artikel/2026/contoh-alur.md"

DRAFT = """---
judul: Contoh peresmian taman baca
ringkasan: Contoh ringkasan.
tanggal: 2026-12-09
penulis: Contoh Penulis
kategori: diskominfo-sp
status: ditinjau
alur:
  - langkah: 2
    peran: penyusun-bahan-informasi
    oleh: Contoh Penulis
    mulai: 2026-12-09 09:00
    selesai: 2026-12-09 09:25
---
Contoh isi berita untuk uji alur.
"""


def approved(by: str) -> str:
    """The article with its verification, public."""
    step = f"  - langkah: 6\n    peran: kasi-pip\n    oleh: {by}\n    mulai: 2026-12-09 10:00\n    selesai: 2026-12-09 10:08\n"
    public = DRAFT.replace("status: ditinjau", "status: terbit\nterbit: 2026-12-09")
    return public.replace("---\nContoh isi", f"{step}---\nContoh isi")


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Git as somebody."""
    who = ("-c", "user.name=Contoh", "-c", "user.email=contoh@contoh.example")
    return subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S607


@dataclass(frozen=True)
class Office:
    """Where everybody pushes to, and where the public looks."""

    origin: Path
    work: Path
    """What the publishing machine has checked out."""
    www: Path

    def editor(self, name: str) -> Path:
        """Somebody's own copy."""
        folder = self.origin.parent / name
        assert git(self.origin.parent, "clone", "-q", str(self.origin), name).returncode == 0
        return folder

    def push(self, folder: Path, name: str, content: str | bytes) -> subprocess.CompletedProcess[str]:
        """Save a file and push it, past any hook."""
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        git(folder, "add", "-A")
        git(folder, "commit", "-q", "--no-verify", "-m", "contoh")
        return git(folder, "push", "-q", "origin", "main")

    def publish(self) -> subprocess.CompletedProcess[str]:
        """What the publishing machine does: fetch, build, install. The first that fails ends it."""
        assert git(self.work, "pull", "-q", "--ff-only").returncode == 0
        environment = {**os.environ, "TANGGAL": DAY, "NO_MKDOCS_2_WARNING": "1"}
        build = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build"],
            cwd=self.work, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if build.returncode:
            return build
        command = ["scripts/pasang.sh", "site", str(self.www)]
        return subprocess.run(command, cwd=self.work, capture_output=True, text=True, check=False)

    @property
    def shown(self) -> str:
        """Which release the public sees."""
        return (self.www / "sekarang").readlink().name


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office whose first site is public."""
    folder = tmp_path_factory.mktemp("kantor")
    first = copy_of_project(ROOT, folder / "awal")
    (first / ".gitignore").write_text("/site*\n.cache/\n__pycache__/\n", encoding="utf-8")
    git(first, "init", "-q", "-b", "main")
    git(first, "add", "-A")
    git(first, "commit", "-q", "-m", "awal")
    git(folder, "clone", "-q", "--bare", str(first), "pusat.git")
    git(folder, "clone", "-q", "pusat.git", "penerbit")
    office = Office(folder / "pusat.git", folder / "penerbit", folder / "www")
    result = office.publish()
    assert result.returncode == 0, result.stdout + result.stderr
    return office


@pytest.fixture(scope="module")
def address(office: Office) -> Iterator[str]:
    """Where the public looks."""
    with served(office.www / "sekarang") as address:
        yield address


def test_an_article_is_written_reviewed_and_public(office: Office, address: str, browser: Browser) -> None:
    """By two people. It stands on the home page, in the list, the feed and the search; before, nowhere."""
    author, chief = office.editor("penulis"), office.editor("kasi")
    office.push(author, NAME, DRAFT)
    assert office.publish().returncode == 0
    page = browser.new_page()
    page.goto(f"{address}warta/")
    expect(page.get_by_role("link", name="Contoh peresmian taman baca")).to_have_count(0)

    git(chief, "pull", "-q")
    office.push(chief, NAME, approved("Contoh Kepala Seksi"))
    result = office.publish()
    assert result.returncode == 0, result.stdout + result.stderr
    for path in ("", "warta/"):
        page.goto(f"{address}{path}")
        expect(page.get_by_role("link", name="Contoh peresmian taman baca").first).to_be_visible()
    page.goto(f"{address}warta/2026/contoh-alur/")
    page.get_by_text("Langkah penerbitannya").click()
    expect(page.get_by_role("rowheader", name="6. Memantau updating berita")).to_be_visible()
    assert "Contoh peresmian taman baca" in page.request.get(f"{address}warta/rss.xml").text()
    page.goto(f"{address}cari/?q=peresmian+taman+baca")
    expect(page.get_by_role("link", name="Contoh peresmian taman baca").first).to_be_visible()
    page.close()


REFUSED = {
    "yang membuat memeriksa sendiri": (
        NAME, approved("contoh penulis"), '"contoh penulis" ikut membuat isi ini, jadi tidak boleh memeriksanya sendiri.',
    ),
    "langkah yang kurang": (
        NAME, DRAFT.replace("status: ditinjau", "status: terbit\nterbit: 2026-12-09"), "langkah 6 (verifikasi) belum dicatat",
    ),
    "YAML rusak": (NAME, DRAFT.replace("status: ditinjau", "status: [ditinjau"), f"{NAME}:"),
    "jalan keluar folder": (
        "ppid_data/informasi/contoh.yml",
        "judul: Contoh\nringkasan: Contoh.\nkategori: berkala\nperangkat_daerah: dinas-kesehatan\n"
        "berkas: ../../../portal.yml\nstatus: draf\n",
        'berkas: "../../../portal.yml"',
    ),
    "bukan PDF": ("ppid_data/informasi/contoh.pdf", b"MZ\x90\x00 program", "ppid_data/informasi/contoh.pdf"),
    "berkas 200 MB": ("ppid_data/informasi/contoh.pdf", b"%PDF-1.7\n" + b"\0" * 200_000_000, "ppid_data/informasi/contoh.pdf"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_never_reaches_the_public(office: Office, case: str) -> None:
    """The message names the file, the served site is the old one, and what was pushed is still in Git."""
    name, content, told = REFUSED[case]
    before = office.shown
    editor = office.editor(f"penyunting-{case.replace(' ', '-')}")
    assert office.push(editor, name, content).returncode == 0
    result = office.publish()
    assert result.returncode != 0
    said = result.stdout + result.stderr
    assert told in said
    assert "Traceback" not in said
    assert office.shown == before
    assert (office.www / "sekarang/index.html").is_file()
    kept = git(office.origin, "show", "--stat", "--format=", "main").stdout
    assert Path(name).name in kept
    assert git(editor, "revert", "--no-edit", "HEAD").returncode == 0
    assert git(editor, "push", "-q", "origin", "main").returncode == 0


def test_a_script_in_a_title_is_only_text(office: Office, address: str, browser: Browser) -> None:
    """It is shown as it was typed, and does nothing."""
    title = "Contoh <script>document.title='jebol'</script>"
    text = approved("Contoh Kepala Seksi").replace("judul: Contoh peresmian taman baca", f'judul: "{title}"')
    assert office.push(office.editor("peretas"), NAME, text).returncode == 0
    result = office.publish()
    assert result.returncode == 0, result.stdout + result.stderr
    page = browser.new_page()
    page.goto(f"{address}warta/2026/contoh-alur/")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert page.title().startswith("Contoh <script>")
    page.close()


def test_two_editors_of_one_entry_lose_nothing(office: Office) -> None:
    """The second is told by Git, sees both versions side by side, and decides."""
    one, two = office.editor("satu"), office.editor("dua")
    base = approved("Contoh Kepala Seksi")
    assert (
        office.push(
            one, NAME, base.replace("ringkasan: Contoh ringkasan.", "ringkasan: Contoh ringkasan satu.")
        ).returncode
        == 0
    )
    second = office.push(two, NAME, base.replace("ringkasan: Contoh ringkasan.", "ringkasan: Contoh ringkasan dua."))
    assert second.returncode != 0
    assert "rejected" in second.stderr
    git(two, "pull", "-q", "--no-rebase")
    both = (two / NAME).read_text(encoding="utf-8")
    assert "Contoh ringkasan satu." in both
    assert "Contoh ringkasan dua." in both
    assert office.publish().returncode == 0, "what the first pushed is published meanwhile"


def test_one_command_goes_back(office: Office) -> None:
    """The site before is still there."""
    now = office.shown
    back = subprocess.run([office.work / "scripts/pasang.sh", "--kembali", office.www], check=False)
    assert back.returncode == 0
    assert office.shown != now
    assert (office.www / "sekarang/manifest.sha256").is_file()
