"""What measurements in the browser share: the browser, a server that sends as a CDN would, and what a visit fetches."""

from __future__ import annotations

import gzip
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, Request

from scripts.browser import installed

COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
"""What a CDN compresses."""

ERROR_PAGE = "404.html"
"""What static hosts send where there is no file."""

GZIP_LEVEL = 6
"""The usual level of web servers."""


class GzipHandler(SimpleHTTPRequestHandler):
    """Serves files as a CDN would: text compressed, and the site's own page where there is no file."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def send_head(self) -> Any:
        """Send the file, compressed where it is text."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        if not found:
            path = Path(self.directory, ERROR_PAGE)
        body = path.read_bytes()
        self.send_response(200 if found else 404)
        if path.suffix in COMPRESSED:
            body = packed(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
        file.write(body)
        file.seek(0)
        return file


def packed(body: bytes) -> bytes:
    """A text as it is sent."""
    return gzip.compress(body, GZIP_LEVEL)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address, ending in a slash, at which a built site stands for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(GzipHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def launch(playwright: Playwright) -> Browser:
    """The browser of the tests; CHROMIUM names it."""
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=installed(), args=arguments)


class Traffic:
    """What a page fetches from now on."""

    def __init__(self, page: Page) -> None:
        """Begin to look."""
        self._done: list[Request] = []
        page.on("requestfinished", lambda request: self._done.append(request))

    def take(self) -> dict[str, int]:
        """Bytes as sent (without headers) and number of requests since the beginning or the last time."""
        done, self._done[:] = self._done[:], []
        return {"bita": sum(request.sizes()["responseBodySize"] for request in done), "permintaan": len(done)}


def first_view(browser: Browser, address: str) -> dict[str, int]:
    """What a first visit to a page fetches."""
    context = browser.new_context()
    page = context.new_page()
    traffic = Traffic(page)
    page.goto(address, wait_until="networkidle")
    result = traffic.take()
    context.close()
    return result
