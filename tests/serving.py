"""A project of one's own, built and served as a visitor sees it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from macros.trust.policy import headers_at


def copy_of_project(root: Path, target: Path) -> Path:
    """Everything that a build needs, to be changed at will."""
    shutil.copytree(
        root, target, ignore=shutil.ignore_patterns(".*", "site", "tests", "bench", "node_modules", "__pycache__")
    )
    return target


def build_site(project: Path, day: str, **environment: str) -> Path:
    """The folder of the site of a project, built as of a day."""
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project,
        env={**os.environ, "TANGGAL": day, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


class _Handler(SimpleHTTPRequestHandler):
    """Sends the headers that a web server should, so that every test in a browser is one of the policy, too."""

    def __init__(self, *arguments: Any, below: str, **options: Any) -> None:
        self.below = below
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        """The portal's own headers after the server's."""
        for name, value in headers_at(self.path.removeprefix(f"/{self.below}")).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing: the tests' own output matters."""


class _QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Nor of a browser that closed the page before it had everything."""


@contextmanager
def served(folder: Path, below: str = "") -> Iterator[str]:
    """The address of a web server for a folder; the site lies `below` it, such as in `portal/`."""
    server = _QuietServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), below=below))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
