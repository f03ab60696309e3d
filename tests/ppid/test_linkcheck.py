"""The link checker against a server of our own: what opens, what is broken, what it writes, how it behaves."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.fetching import agent, ascii_address
from macros.loading import load_yaml
from macros.ppid.linkcheck import AGENT, Checker, addresses, written
from macros.ppid.models.links import LinkReport
from macros.validation import validate
from tests.conftest import ROOT, TODAY

TOO_SLOW = 3.0
"""Seconds the slow page takes; the tests wait far less."""


class Handler(BaseHTTPRequestHandler):
    """Pages that answer in every way a server may."""

    asked: list[tuple[str, str, str]]
    wake: threading.Event

    def do_HEAD(self) -> None:
        """Answer to HEAD."""
        self.answer()

    def do_GET(self) -> None:
        """Answer to GET."""
        self.answer()

    def answer(self) -> None:
        """By the path."""
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        status = {"/200": 200, "/404": 404, "/500": 500, "/403": 403, "/baru": 200, "/a%20b": 200}.get(self.path, 200)
        if self.path == "/lambat":
            self.wake.wait(TOO_SLOW)
        if self.path == "/pindah":
            self.send_response(301)
            self.send_header("Location", "/baru")
        elif self.path == "/putar":
            self.send_response(302)
            self.send_header("Location", "/putar")
        elif self.path == "/tanpa-head" and self.command == "HEAD":
            self.send_response(405)
        elif self.path == "/putus":
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        else:
            self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of the server, without its last slash."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Handler.asked, Handler.wake = [], threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    Handler.wake.set()
    server.shutdown()
    server.server_close()


def checker(**changes: Any) -> Checker:
    """A checker in a hurry."""
    return Checker(TODAY, **{"timeout": 0.3, "pause": 0.0, **changes})


@pytest.mark.parametrize(
    ("path", "state", "code", "reason"),
    [
        ("/200", "terbuka", 200, None),
        ("/ñ", "terbuka", 200, None),
        ("/404", "rusak", 404, "halaman tidak ada"),
        ("/500", "rusak", 500, "server bermasalah"),
        ("/403", "tidak pasti", 403, "menolak pemeriksa"),
        ("/tanpa-head", "terbuka", 200, None),
        ("/putar", "rusak", 302, "jawaban 302"),
        ("/lambat", "rusak", None, "tidak menjawab dalam 0,3 detik"),
        ("/putus", "rusak", None, "sambungan terputus"),
    ],
)
def test_every_answer_has_its_state_and_reason(
    server: str, path: str, state: str, code: int | None, reason: str | None
) -> None:
    """The day of the check stands with it."""
    found = checker().check(server + path)
    assert (found.keadaan, found.kode, found.alasan, found.tanggal) == (state, code, reason, TODAY)


def test_a_redirect_is_followed_and_told(server: str) -> None:
    """The address still opens; editors learn the new one."""
    found = checker().check(f"{server}/pindah")
    assert (found.keadaan, found.kode, found.pindah_ke) == ("terbuka", 200, f"{server}/baru")


def test_a_closed_door_and_a_wrong_name_are_told_apart() -> None:
    """Refused, unknown and malformed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert checker().check(f"http://127.0.0.1:{port}/").alasan == "sambungan ditolak server"
    assert checker().check("http://tidak-ada.invalid/").alasan == "nama server tidak ditemukan"
    assert checker().check("http://[rusak").alasan == "alamat salah bentuk"


def test_asks_politely(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """HEAD first, GET only where HEAD fails, a pause before the same server, and a name that says who asks."""
    monkeypatch.setenv("SITE_URL", "https://portal.contoh.id/")
    pauses: list[float] = []
    polite = checker(pause=5.0, sleep=pauses.append)
    polite.check(f"{server}/200")
    polite.check(f"{server}/404")
    assert [(method, path) for method, path, _ in Handler.asked] == [
        ("HEAD", "/200"),
        ("HEAD", "/404"),
        ("GET", "/404"),
    ]
    assert {name for _, _, name in Handler.asked} == {agent(AGENT)}
    assert agent(AGENT) == "PemeriksaTautan-PortalKominfoSP/1.0 (+https://portal.contoh.id/)"
    assert len(pauses) == 2
    assert all(4.0 < pause <= 5.0 for pause in pauses)


def test_addresses_go_over_the_wire_in_ascii() -> None:
    """Blanks and other letters are escaped, what is escaped stays."""
    assert ascii_address("https://contoh.id/a b/ñ?q=x y#bagian") == "https://contoh.id/a%20b/%C3%B1?q=x%20y"
    assert ascii_address("https://contoh.id/%20?p=4217") == "https://contoh.id/%20?p=4217"


@pytest.fixture
def linked(project: Path, server: str) -> Path:
    """A project whose one entry and whose agencies' sites are on the test's server."""
    shutil.copytree(ROOT / "ppid_data", project / "ppid_data", ignore=shutil.ignore_patterns("informasi", "tautan.yml"))
    folder = project / "ppid_data/informasi"
    folder.mkdir()
    text = (
        "judul: Contoh\nringkasan: Contoh\nkategori: berkala\nperangkat_daerah: dinas-kesehatan\nstatus: terbit\n"
        f"terbit: 2026-01-05\ntautan:\n  url: {server}/404\n"
    )
    (folder / "contoh.yml").write_text(text, encoding="utf-8")
    register = project / "sop_data/register/perangkat_daerah.yml"
    lines = [
        line
        for line in register.read_text(encoding="utf-8").splitlines()
        if not line.lstrip(" -").startswith("situs: ")
    ]
    register.write_text("\n".join(lines), encoding="utf-8")
    return project


def check(project: Path) -> int:
    """Run the command as a person would, in a hurry."""
    return main(["--akar", str(project), "tautan", "--batas", "1", "--jeda", "0"])


def test_the_command_writes_what_it_found(linked: Path, server: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One file, the same for the same answers, read back without a mistake; progress and a sum are told."""
    assert check(linked) == 0
    file = linked / "ppid_data/tautan.yml"
    first = file.read_bytes()
    out = capsys.readouterr()
    assert f"1 dari 1: {server}/404: rusak 404 (halaman tidak ada)" in out.err
    assert "1 tautan diperiksa: 0 terbuka, 1 rusak, 0 tidak pasti." in out.out
    report = validate(LinkReport, load_yaml(file, "tautan.yml"))
    assert report
    assert report.hasil[0].url == f"{server}/404"
    assert check(linked) == 0
    assert file.read_bytes() == first


def test_a_computer_without_network_does_not_spoil_the_results(
    linked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When no server at all answers, the old file stays."""
    entry = linked / "ppid_data/informasi/contoh.yml"
    entry.write_text(
        entry.read_text(encoding="utf-8").split("  url: ")[0] + "  url: http://satu.invalid/\n", encoding="utf-8"
    )
    second = entry.read_text(encoding="utf-8").replace("satu.invalid", "dua.invalid")
    (entry.parent / "kedua.yml").write_text(second, encoding="utf-8")
    assert check(linked) == 1
    assert "jaringan komputer ini mungkin terputus" in capsys.readouterr().err
    assert not (linked / "ppid_data/tautan.yml").exists()


def test_wrong_content_is_told_instead(linked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Mistakes first."""
    (linked / "ppid_data/informasi/contoh.yml").write_text("judul: Contoh\n", encoding="utf-8")
    assert check(linked) == 1
    assert "Tautan tidak diperiksa; perbaiki lalu ulangi." in capsys.readouterr().err


def test_every_address_is_asked_once_server_by_server(content: Any) -> None:
    """All links of entries and all sites of agencies."""
    found = addresses(content.ppid.information.values(), content.portal.agencies.values())
    wanted = {item.tautan.url for item in content.ppid.information.values() if item.tautan}
    wanted |= {agency.situs for agency in content.portal.agencies.values() if agency.situs}
    assert set(found) == wanted
    assert len(found) == len(wanted) > 30
    servers = [url.split("/")[2].lower() for url in found]
    assert sorted(servers) == servers


def test_nothing_checked_is_a_right_file_too(tmp_path: Path) -> None:
    """An empty list of results is read back."""
    (tmp_path / "tautan.yml").write_text(written([]), encoding="utf-8")
    assert validate(LinkReport, load_yaml(tmp_path / "tautan.yml", "tautan.yml")) == LinkReport(hasil=())
