"""What a machine sees of websites: from saved answers the same every time, online politely and only when asked."""

from __future__ import annotations

import csv
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.dates import WITA
from macros.fetching import Answer, Asker
from macros.spbe.situs.checker import recordings
from macros.spbe.situs.checker.commands import written
from macros.spbe.situs.checker.looking import agent_of, look, newest_entry
from macros.spbe.situs.checker.recordings import Online, Recording, RecordingError, Saved, as_json, file_name, from_json
from macros.spbe.situs.manners import LINKS
from macros.spbe.situs.models import Seen

SITE = "https://dinas.contoh.go.id/"
NOON = datetime(2026, 6, 10, 12, tzinfo=WITA)

FRONT = """<!doctype html><html lang="id"><head><title>Contoh Dinas</title>
<link rel="alternate" type="application/rss+xml" href="/feed/"></head>
<body><main><h1>Contoh</h1><img src="a.png" alt=""><a href="/profil">Profil</a> <a href="/hilang#atas">Hilang</a>
<a href="/profil#bawah">Profil lagi</a> <a href="https://lain.example/">Lain</a> <a href="mailto:a@b.id">Surel</a>
<a href="/rahasia/x">Rahasia</a></main></body></html>"""

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Contoh</title>
<item><title>Satu</title><pubDate>Mon, 01 Jun 2026 20:00:00 GMT</pubDate></item>
<item><title>Dua</title><pubDate>Tue, 02 Jun 2026 01:00:00 +0800</pubDate></item>
<item><title>Masa depan</title><pubDate>Fri, 01 Jan 2027 00:00:00 +0800</pubDate></item></channel></rss>"""

HTML = {"content-type": "text/html; charset=utf-8"}


def answer(url: str, body: str | bytes = "", code: int | None = 200, reason: str | None = None, **more: Any) -> Answer:
    """An answer of a server."""
    raw = body.encode() if isinstance(body, str) else body
    return Answer(url, code, reason, more.get("final", url), more.get("headers", HTML), raw)


def gone(url: str) -> Answer:
    """The answer for a page that is not there."""
    return answer(url, "", 404, "halaman tidak ada")


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Save answers as (method, answer); gives their folder."""

    def saved(*answers: tuple[str, Answer], moment: datetime = NOON) -> Path:
        folder = tmp_path / "jawaban"
        for method, item in answers:
            file = folder / file_name(item.url, method)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(as_json(Recording(item, moment)), encoding="utf-8")
        return folder

    return saved


def visit(*changes: tuple[str, Answer]) -> tuple[tuple[str, Answer], ...]:
    """A whole visit of the site; some answers changed."""
    usual = (
        ("GET", answer(f"{SITE}robots.txt", "User-agent: *\nDisallow: /rahasia/\nCrawl-delay: 7\n")),
        ("GET", answer(SITE, FRONT)),
        ("GET", answer(f"{SITE}feed/", FEED)),
        ("HEAD", answer(f"{SITE}profil")),
        ("HEAD", gone(f"{SITE}hilang")),
        ("GET", gone(f"{SITE}hilang")),
    )
    replaced = {(method, item.url): item for method, item in changes}
    return tuple((method, replaced.get((method, item.url), item)) for method, item in usual)


def seen(folder: Path, site: str = SITE) -> Seen | None:
    """What is seen in the saved answers."""
    return look("contoh", site, Saved(folder))


def test_a_visit_is_a_row_of_facts(save: Callable[..., Path]) -> None:
    """Reachable, secure, fresh, links, accessibility; what robots.txt forbids and what lies elsewhere is not tried."""
    found = seen(save(*visit()))
    assert found
    assert found.model_dump(exclude_none=True) == {
        "perangkat_daerah": "contoh",
        "situs": SITE,
        "diperiksa": date(2026, 6, 10),
        "robots": "boleh",
        "kode": 200,
        "alamat_akhir": SITE,
        "https": "ya",
        "umpan": f"{SITE}feed/",
        "umpan_terbaru": date(2026, 6, 2),
        "tautan_diperiksa": 2,
        "tautan_rusak": 1,
        "akses_lolos": "bahasa judul teks-alternatif judul-bertingkat nama-tautan isi-utama",
    }


@pytest.mark.parametrize(
    ("change", "facts"),
    [
        (("GET", gone(f"{SITE}robots.txt")), {"robots": "boleh", "kode": 200, "tautan_diperiksa": 2}),
        (("GET", answer(f"{SITE}robots.txt", "User-agent: *\nDisallow: /")), {"robots": "dilarang", "kode": None}),
        (("GET", answer(f"{SITE}robots.txt", "", 503, "server sedang tidak melayani")), {"robots": "dilarang", "kode": None}),
        (("GET", answer(f"{SITE}robots.txt", "", None, "nama server tidak ditemukan")), {"kode": None, "alasan": "nama server tidak ditemukan"}),
        (("GET", answer(SITE, "", 500, "server bermasalah")), {"kode": 500, "alasan": "server bermasalah", "https": None}),
        (("GET", answer(SITE, FRONT, final="http://dinas.contoh.go.id/")), {"https": "tidak"}),
        (("GET", answer(f"{SITE}feed/", "bukan umpan")), {"umpan": f"{SITE}feed/", "umpan_terbaru": None}),
        (("GET", gone(f"{SITE}feed/")), {"umpan": f"{SITE}feed/", "umpan_terbaru": None}),
        (("GET", answer(SITE, FRONT.replace('href="/feed/"', 'href="https://umpan.example/f"'))), {"umpan": "https://umpan.example/f", "umpan_terbaru": None}),
        (("HEAD", answer(f"{SITE}profil", "", 403, "menolak pemeriksa")), {"tautan_diperiksa": 1}),
        (("GET", answer(SITE, b"\x89PNG", headers={"content-type": "image/png"})), {"akses_lolos": None, "akses_gagal": None, "umpan": None}),
        (("GET", answer(SITE, "")), {"kode": 200, "akses_lolos": None, "akses_gagal": None}),
    ],
)  # fmt: skip
def test_every_kind_of_answer_is_told_apart(
    save: Callable[..., Path], change: tuple[str, Answer], facts: dict[str, Any]
) -> None:
    """Closed, forbidden, insecure, without a feed, without HTML."""
    found = seen(save(*visit(change)))
    assert found
    assert {key: value for key, value in found.model_dump().items() if key in facts} == facts


def test_a_site_in_a_folder_is_judged_by_its_own_links(save: Callable[..., Path]) -> None:
    """Other sites on the same server are not its business."""
    site = "https://perangkat.contoh.go.id/Dinas"
    front = '<a href="/Dinas/satu">Satu</a><a href="/Lain/dua">Dua</a>'
    folder = save(
        ("GET", gone("https://perangkat.contoh.go.id/robots.txt")),
        ("GET", answer(site, front)),
        ("HEAD", answer("https://perangkat.contoh.go.id/Dinas/satu")),
        ("HEAD", gone("https://perangkat.contoh.go.id/Lain/dua")),
    )
    found = seen(folder, site)
    assert found
    assert (found.tautan_diperiksa, found.tautan_rusak) == (1, 0)


def test_no_more_links_than_promised_are_tried(save: Callable[..., Path]) -> None:
    """The first of them, each once."""
    many = [f"{SITE}{number}" for number in range(LINKS + 15)]
    front = "".join(f'<a href="{url}">a</a><a href="{url}#b">b</a>' for url in many)
    folder = save(*visit(("GET", answer(SITE, front))), *(("HEAD", answer(url)) for url in many))
    found = seen(folder)
    assert found
    assert found.tautan_diperiksa == LINKS


@pytest.mark.parametrize(
    ("feed", "day"),
    [
        (FEED, date(2026, 6, 2)),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2026-05-31T23:30:00Z</updated></entry></feed>', date(2026, 6, 1)),
        (b"<rss><channel><item><title>tanpa tanggal</title></item></channel></rss>", None),
        (b"", None),
        (b"\xff\xfe\x00", None),
    ],
    ids=["rss", "atom", "tanpa-tanggal", "kosong", "rusak"],
)  # fmt: skip
def test_the_newest_entry_of_any_feed(feed: bytes, day: date | None) -> None:
    """Days are counted in WITA; a day in the future is no day of publishing."""
    assert newest_entry(feed, date(2026, 6, 10)) == day


def test_a_recording_is_read_back_as_it_was(tmp_path: Path) -> None:
    """Bodies of any bytes; the same recording gives the same text."""
    for body in (b"teks \xc3\xb1", b"\xff\x00\x89"):
        item = Recording(answer(SITE, body), NOON)
        assert from_json(as_json(item), "contoh") == item
        assert as_json(from_json(as_json(item), "contoh")) == as_json(item)
    with pytest.raises(RecordingError, match="contoh: bukan rekaman jawaban yang sah"):
        from_json('{"url": 1}', "contoh")
    (tmp_path / file_name(SITE, "GET")).parent.mkdir()
    (tmp_path / file_name(SITE, "GET")).write_text("bukan JSON", encoding="utf-8")
    with pytest.raises(RecordingError):
        Saved(tmp_path).get(SITE)


class Handler(BaseHTTPRequestHandler):
    """A site of our own that remembers who asked, when, and whether others were asking."""

    asked: list[tuple[str, str, str]]
    inside: int
    most: int
    guard: threading.Lock
    pages: dict[str, tuple[int, bytes]]

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.reply(b"")

    def do_GET(self) -> None:
        """Answer with the page."""
        self.reply(None)

    def reply(self, body: bytes | None) -> None:
        """By the path."""
        cls = type(self)
        with cls.guard:
            cls.inside += 1
            cls.most = max(cls.most, cls.inside)
        cls.asked.append((self.command, self.path, self.headers["User-Agent"]))
        code, page = cls.pages.get(self.path, (404, b""))
        time.sleep(0.01)  # long enough for another question to come in between
        with cls.guard:
            cls.inside -= 1  # before the answer: who has it may ask the next question at once
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page if body is None else body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Address of the server, with its last slash."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("SITE_URL", "https://portal.contoh.id/")
    Handler.asked, Handler.inside, Handler.most, Handler.guard = [], 0, 0, threading.Lock()
    Handler.pages = {
        "/robots.txt": (200, b"User-agent: *\nDisallow: /rahasia/\nCrawl-delay: 7\n"),
        "/": (200, FRONT.encode()),
        "/feed/": (200, FEED),
        "/profil": (200, b"profil"),
    }
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_asks_politely_and_saves_the_answers(server: str, tmp_path: Path) -> None:
    """robots.txt first and honoured, each address once, a pause as long as the site wishes, a name that says who asks."""
    pauses: list[float] = []
    source = Online(tmp_path, Asker(agent_of("Portal Contoh"), 2, 1.0, pauses.append), lambda: NOON)
    first = look("contoh", server, source)
    assert [(method, path) for method, path, _ in Handler.asked if not path.startswith("/rahasia")] == [
        ("GET", "/robots.txt"),
        ("GET", "/"),
        ("GET", "/feed/"),
        ("HEAD", "/profil"),
        ("HEAD", "/hilang"),
        ("GET", "/hilang"),
    ]
    assert {agent for _, _, agent in Handler.asked} == {
        "PemantauSitus/1.0 (Portal Contoh) (+https://portal.contoh.id/)"
    }
    assert not [path for _, path, _ in Handler.asked if path.startswith("/rahasia")]
    waits = [pause for pause in pauses if pause > 1.0]
    assert len(waits) >= 5, "a pause before each question after robots.txt"
    assert all(6.0 < pause <= 7.0 for pause in waits)
    assert look("contoh", server, Saved(tmp_path)) == first
    assert look("contoh", server, source) == first
    assert len(Handler.asked) == 6, "what was answered is not asked again"


def test_one_question_at_a_time_whoever_asks(server: str) -> None:
    """Threads that share an asker wait for each other at the same server."""
    asker = Asker(agent_of("Portal Contoh"), 2, 0.0)
    threads = [threading.Thread(target=asker.ask, args=(f"{server}profil",)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(Handler.asked), Handler.most) == (12, 1)


def test_a_page_without_end_is_read_to_the_limit(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies beyond is not looked at."""
    monkeypatch.setattr(recordings, "LARGEST", 1000)
    Handler.pages["/"] = (200, b"<p>" * 50_000)
    source = Online(tmp_path, Asker(agent_of("Portal Contoh"), 2, 0.0))
    assert len(source.get(server).jawaban.isi) == 1000


PERIOD = (
    "nama: Semester II 2026\nmulai: 2026-07-01\nsampai: 2026-12-31\nformulir: usulan-2026\n"
    "status: berlangsung\npenilai: Bidang IKP\n"
)


@pytest.fixture
def running(samples: Path) -> Path:
    """A project with one period under way, and one agency whose site is the example's."""
    place = samples / "spbe_data/situs/periode/2026-semester-2"
    place.mkdir(parents=True)
    (place / "periode.yml").write_text(PERIOD, encoding="utf-8")
    register = samples / "sop_data/register/perangkat_daerah.yml"
    kept = [
        line
        for line in register.read_text(encoding="utf-8").splitlines()
        if not line.lstrip(" -").startswith("situs: ")
    ]
    text = "\n".join(kept).replace("- id: dinas-kesehatan\n", f"- id: dinas-kesehatan\n  situs: {SITE}\n")
    register.write_text(
        text.replace("- id: dinas-sosial\n", "- id: dinas-sosial\n  situs: https://lain.contoh.go.id/\n"),
        encoding="utf-8",
    )
    return samples


def run(root: Path, *options: str) -> int:
    """Run the command as a person would."""
    return main(["--akar", str(root), "situs", *options])


def rows(root: Path) -> list[dict[str, str]]:
    """The rows that it wrote."""
    text = (root / "spbe_data/situs/periode/2026-semester-2/terlihat.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_the_command_writes_the_same_from_the_same_answers(
    running: Path, save: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Offline by default; sites without an answer are told and left as they were; the file is read back."""
    folder = save(*visit())
    assert run(running, "--simpan", str(folder)) == 0
    out = capsys.readouterr()
    assert "Dinas Sosial: tidak ada jawaban tersimpan" in out.err
    assert "1 situs dilihat dari 2 yang tercatat; 46 perangkat daerah tanpa situs tercatat." in out.out
    first = rows(running)
    assert [(row["perangkat_daerah"], row["umpan_terbaru"]) for row in first] == [("dinas-kesehatan", "2026-06-02")]
    assert run(running, "--simpan", str(folder)) == 0
    assert rows(running) == first


def test_what_was_seen_before_stays_where_there_is_nothing_new(running: Path, save: Callable[..., Path]) -> None:
    """One agency's new answer does not forget another's."""
    other = "https://lain.contoh.go.id/"
    old = Seen.model_validate(
        {"perangkat_daerah": "dinas-sosial", "situs": other, "diperiksa": "2026-07-02", "kode": 200}
    )
    file = running / "spbe_data/situs/periode/2026-semester-2/terlihat.csv"
    file.write_text(written({"dinas-sosial": old}, ["dinas-sosial"]), encoding="utf-8")
    assert run(running, "--simpan", str(save(*visit()))) == 0
    assert [(row["perangkat_daerah"], row["diperiksa"]) for row in rows(running)] == [
        ("dinas-kesehatan", "2026-06-10"),
        ("dinas-sosial", "2026-07-02"),
    ]


def test_a_spoiled_recording_is_told_and_stops_nothing_else(
    running: Path, save: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """One line names the file; the other sites are looked at."""
    folder = save(*visit())
    bad = folder / file_name("https://lain.contoh.go.id/robots.txt", "GET")
    bad.parent.mkdir()
    bad.write_text(json.dumps({"url": "x"}), encoding="utf-8")
    assert run(running, "--simpan", str(folder)) == 0
    assert f"Dinas Sosial: {bad.parent.name}/{bad.name}: bukan rekaman jawaban yang sah." in capsys.readouterr().err
    assert len(rows(running)) == 1


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        ((), "berlangsung", "Rekam dahulu dengan --daring. Tidak ada yang ditulis."),
        ((), "selesai", "Tidak ada periode yang berlangsung. Buat spbe_data/situs/periode/<id>/periode.yml"),
        (("--periode", "2026-semester-3"), "selesai", 'Tidak ada periode "2026-semester-3". Maksud Anda "2026-semester-2"?'),
        (("--periode", "contoh-2026-1"), "selesai", 'Tidak ada periode "contoh-2026-1".'),
    ],
    ids=["tanpa-rekaman", "tanpa-periode", "salah-nama", "contoh"],
)  # fmt: skip
def test_what_cannot_be_done_is_told_in_a_line(
    running: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], status: str, told: str
) -> None:
    """And nothing is written; samples are never filled in."""
    file = running / "spbe_data/situs/periode/2026-semester-2/periode.yml"
    file.write_text(PERIOD.replace("berlangsung", status), encoding="utf-8")
    assert run(running, *options) == 1
    assert told in capsys.readouterr().err
    assert not file.with_name("terlihat.csv").exists()


def test_online_only_when_asked(running: Path, server: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--daring` asks, saves below the project's cache, and writes; the next run needs no network."""
    register = running / "sop_data/register/perangkat_daerah.yml"
    text = (
        register.read_text(encoding="utf-8").replace(SITE, server).replace("  situs: https://lain.contoh.go.id/\n", "")
    )
    register.write_text(text, encoding="utf-8")
    Handler.pages["/robots.txt"] = (404, b"")
    assert run(running) == 1
    assert Handler.asked == []
    assert run(running, "--daring", "--jeda", "0", "--batas", "2") == 0
    assert "Dinas Kesehatan: terbuka; https tidak; 2 dari 3 tautan rusak" in capsys.readouterr().err
    asked = len(Handler.asked)
    first = rows(running)
    assert run(running) == 0
    assert (len(Handler.asked), rows(running)) == (asked, first)
    assert list((running / ".cache/situs").rglob("*.json"))
