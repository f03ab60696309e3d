"""A site is compared with its manifest: in a folder, on a server, by its signature."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.trust.commands import Progress
from macros.trust.manifest import FILE, SIGNATURE, ManifestError, files_in, read_manifest, write_manifest
from tests.serving import served

HASH = "0" * 64


def test_every_build_leaves_a_manifest_of_all_its_files(built: Path) -> None:
    """The search index, too, which is written last; `sha256sum` alone can check it."""
    lines = (built / FILE).read_text(encoding="utf-8").splitlines()
    names = [line[66:] for line in lines]
    assert names == sorted(set(files_in(built)))
    assert {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()} - {*names} == {FILE}
    assert any(name.startswith("pagefind/fragment/") for name in names)
    command = ["sha256sum", "-c", "--quiet", FILE]
    done = subprocess.run(command, cwd=built, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with its manifest, beside a copy of the manifest that nobody else can reach."""
    folder = tmp_path / "situs"
    for name, text in {
        "index.html": "<h1>Beranda</h1>",
        "sop/index.html": "<h1>SOP</h1>",
        "aset/foto baru.jpg": "foto",
        ".well-known/security.txt": "Contact: mailto:contoh@contoh.go.id\n",
        "_headers": "/*\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    write_manifest(folder)
    shutil.copy(folder / FILE, tmp_path / FILE)
    return folder


Verify = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Runs the command; gives its exit code and what it says."""

    def run(target: Path | str, *more: str) -> tuple[int, list[str]]:
        code = main(["verifikasi", str(target), "--manifest", str(tmp_path / FILE), "--batas", "5", *more])
        told = capsys.readouterr()
        return code, [line for line in (told.out + told.err).splitlines() if not line.startswith("Lewat alamat")]

    return run


def spoil(site: Path) -> None:
    """One byte changed, one file added, one gone."""
    (site / "sop/index.html").write_text("<h1>SOQ</h1>", encoding="utf-8")
    (site / "slot").mkdir()
    (site / "slot/index.html").write_text("Sl0t G.a.c.o.r88", encoding="utf-8")
    (site / "aset/foto baru.jpg").unlink()


def test_the_same_site_is_the_same(site: Path, verify: Verify, tmp_path: Path) -> None:
    """What the keeper of the folder has in it, such as Git's, is no part of the site."""
    (site / ".git").mkdir()
    (site / ".git/config").write_text("x", encoding="utf-8")
    assert verify(site) == (0, [f"5 berkas sama dengan {tmp_path / FILE}."])
    with served(site) as address:
        assert verify(address)[0] == 0


def test_every_difference_of_a_folder_is_named(site: Path, verify: Verify, tmp_path: Path) -> None:
    """And what the usual intruder writes is pointed at."""
    spoil(site)
    code, told = verify(site)
    assert code == 1
    assert told == [
        "hilang: aset/foto baru.jpg",
        "ditambah: slot/index.html (memuat kata judi: sl0t g.a.c.o.r)",
        "berubah: sop/index.html",
        f"Berbeda dari {tmp_path / FILE} (5 berkas): 1 berubah, 1 ditambah, 1 hilang.",
    ]


def test_of_a_served_site_what_was_added_is_known_from_its_sitemap(
    site: Path, verify: Verify, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which the manifest of a site with an address holds, too; otherwise nobody can know, and that is said."""
    spoil(site)
    with served(site) as address:
        assert [line.split(":")[0] for line in verify(address)[1][:-1]] == ["hilang", "berubah"]
        (site / "sitemap.xml").write_text(f"<urlset><url><loc>{address}slot/</loc></url></urlset>", encoding="utf-8")
        code, told = verify(address)
        assert code == 1
        assert "ditambah: slot/index.html (disebut di peta situs; memuat kata judi: sl0t g.a.c.o.r)" in told
        main(["verifikasi", address, "--manifest", str(tmp_path / FILE)])
        assert "berkas tambahan hanya terlihat bila disebut di peta situs" in capsys.readouterr().out


class _Odd(SimpleHTTPRequestHandler):
    """A host with habits of its own: compresses unasked, leads old pages on, keeps its settings, sends one page away."""

    def do_GET(self) -> None:
        """Answer one question."""
        if self.path in ("/sop/", "/aset/foto%20baru.jpg"):
            self.send_response(301)
            self.send_header("Location", "/" if self.path == "/sop/" else "http://localhost:1/")
            self.end_headers()
        elif self.path == "/_headers":
            self.send_error(404)
        elif self.path == "/":
            import gzip

            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(b"<h1>Beranda</h1>"))
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def odd(site: Path) -> Iterator[str]:
    """The address of such a host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Odd, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_host_may_compress_and_lead_on_but_not_away(odd: str, verify: Verify, tmp_path: Path) -> None:
    """Bytes count without compression; what leads to another page of the site is told, what cannot be reached, too."""
    assert verify(odd) == (
        2,
        [
            "tidak terjawab: aset/foto baru.jpg (sambungan ditolak server)",
            "pindah: sop/index.html (dialihkan server ke /index.html)",
            f"Berbeda dari {tmp_path / FILE} (5 berkas): 1 pindah, 1 tidak terjawab.",
        ],
    )


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (f"{HASH}  ../../etc/passwd", "bukan berkas di dalam situs"),
        (f"{HASH}  /etc/passwd", "bukan berkas di dalam situs"),
        (f"{HASH}  a/./b", "bukan berkas di dalam situs"),
        (f"\\{HASH}  a\\\\b", "bukan berkas di dalam situs"),
        (f"\\{HASH}  a\\nb", "bukan berkas di dalam situs"),
        (f"{HASH}  C:/x", "bukan berkas di dalam situs"),
        (f"{HASH}  a\n{HASH}  a", "dua kali"),
        ("abc  a", "bukan baris sha256sum"),
        ("", "bukan baris sha256sum"),
    ],
)
def test_a_manifest_that_leads_out_of_the_site_is_refused(line: str, word: str) -> None:
    """Nothing is looked for where it says."""
    with pytest.raises(ManifestError, match=word):
        read_manifest(f"{line}\n")


def test_wrong_usage_is_told_without_a_traceback(site: Path, verify: Verify, tmp_path: Path) -> None:
    """Exit code 2: nothing was compared."""
    assert verify(tmp_path / "tidak-ada") == (2, [f"{tmp_path / 'tidak-ada'} bukan folder dan bukan alamat http(s)."])
    assert verify("http://127.0.0.1:1/") == (2, ["http://127.0.0.1:1/ tidak menjawab: sambungan ditolak server."])
    assert verify("http://[")[0] == 2
    (tmp_path / FILE).write_text(f"{HASH}  ../x\n", encoding="utf-8")
    assert verify(site)[0] == 2
    (tmp_path / FILE).unlink()
    assert verify(site)[1][0].startswith(f"Manifest {tmp_path / FILE} tidak dapat dibaca.")


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Two keys, of which one may sign."""
    for name in ("kunci", "lain"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True)  # noqa: S607
    public = (tmp_path / "kunci.pub").read_text(encoding="utf-8")
    allowed = tmp_path / "allowed_signers"
    allowed.write_text(f'admin@contoh.go.id namespaces="portal-manifest" {public}', encoding="utf-8")
    return allowed


def test_a_signature_names_who_vouches_for_the_manifest(
    site: Path, verify: Verify, keys: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A manifest that an intruder wrote anew, or signed with another key, is told before anything is compared."""
    manifest = str(tmp_path / FILE)
    assert verify(site, "--penanda", str(keys))[1][0].startswith(
        f"Tanda tangan {manifest} tidak sah: berkas tanda tangan"
    )
    assert main(["tandatangani", "--manifest", manifest, str(tmp_path / "kunci")]) == 0
    capsys.readouterr()
    assert verify(site, "--penanda", str(keys)) == (
        0,
        [f"5 berkas sama dengan {manifest}, ditandatangani admin@contoh.go.id."],
    )
    spoil(site)
    write_manifest(site)
    shutil.copy(site / FILE, manifest)
    code, told = verify(site, "--penanda", str(keys))
    assert (code, "Signature verification failed" in told[0]) == (1, True)
    assert main(["tandatangani", "--manifest", manifest, str(tmp_path / "lain")]) == 0
    capsys.readouterr()
    code, told = verify(site, "--penanda", str(keys))
    assert (code, told[0].startswith(f"Tanda tangan {manifest} tidak sah")) == (1, True)


def test_a_new_build_is_not_signed_by_the_old_signature(site: Path) -> None:
    """It would say the opposite of what it was made for."""
    (site / SIGNATURE).write_text("x", encoding="utf-8")
    write_manifest(site)
    assert not (site / SIGNATURE).exists()


def test_a_key_that_is_not_there_is_told(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As ssh-keygen says it."""
    assert main(["tandatangani", "--manifest", str(site / FILE), str(tmp_path / "tidak-ada")]) == 2
    assert re.match(r"ssh-keygen: .*tidak-ada.* Tidak ditandatangani\.", capsys.readouterr().err)


def test_only_a_long_comparison_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the error output, so that the result can be kept in a file."""
    clock = [0.0]
    monkeypatch.setattr("macros.trust.commands.time.monotonic", lambda: clock[0])
    progress = Progress(9)
    progress(1)
    assert capsys.readouterr() == ("", "")
    clock[0] = 3.0
    progress(5)
    progress.end()
    assert capsys.readouterr() == ("", "\r5 dari 9 berkas\n")
