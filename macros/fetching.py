"""Asks web servers politely: one question at a time to each, with a pause between, by a name that says who asks.

What comes back is an `Answer`, whatever happens: a network has no exceptions, only answers and silence.
"""

from __future__ import annotations

import http.client
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

TIMEOUT = 15.0
"""Seconds that a server may take for its answer."""
PAUSE = 2.0
"""Seconds between two questions to the same server."""

MALFORMED = "alamat salah bentuk"

REASONS: Mapping[int, str] = {
    401: "meminta masuk",
    403: "menolak pemeriksa",
    404: "halaman tidak ada",
    410: "halaman sudah dihapus",
    429: "terlalu banyak permintaan",
    500: "server bermasalah",
    502: "server bermasalah",
    503: "server sedang tidak melayani",
}
"""Answers that are no page -> what they mean."""


@dataclass(frozen=True)
class Answer:
    """What a server said to one question; `kode` is None where it said nothing, and `alasan` tells why."""

    url: str
    kode: int | None
    alasan: str | None = None
    alamat_akhir: str = ""
    """The address that answered in the end, after redirects; as asked, where nothing did."""
    kepala: Mapping[str, str] = field(default_factory=dict)
    """Headers by their name in small letters."""
    isi: bytes = b""

    @property
    def terbuka(self) -> bool:
        """Whether a page came back."""
        return self.kode is not None and self.alasan is None


def _web_only() -> OpenerDirector:
    """Follows http and https alone: a redirect must not lead a checker to a file or to FTP."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        UnknownHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        HTTPRedirectHandler,
        HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


@dataclass
class Asker:
    """Asks servers; safe to be shared by threads, which then wait for each other at every server."""

    nama: str
    """The name it goes by, with its version."""
    timeout: float = TIMEOUT
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    """Server -> when it was asked last, by the monotonic clock."""
    _pauses: dict[str, float] = field(default_factory=dict)
    """Server -> the longer pause that it wishes."""
    _locks: dict[str, threading.Lock] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, url: str, method: str = "GET", limit: int = 0) -> Answer:
        """The answer to one question; of what came back no more than `limit` bytes are read."""
        try:
            asked = ascii_address(url)
        except ValueError:
            return Answer(url, None, MALFORMED, url)
        server = urlsplit(asked).netloc
        with self._guard:
            lock = self._locks.setdefault(server, threading.Lock())
        with lock:
            self._wait(server)
            try:
                return self._answer(url, asked, method, limit)
            finally:
                self._asked[server] = time.monotonic()

    def _answer(self, url: str, asked: str, method: str, limit: int) -> Answer:
        headers = {"User-Agent": agent(self.nama), "Accept": "*/*"}
        request = Request(asked, method=method, headers=headers)  # noqa: S310 - the opener knows http and https alone
        try:
            with _web_only().open(request, timeout=self.timeout) as response:
                return Answer(
                    url,
                    response.status,
                    None,
                    response.geturl(),
                    {name.lower(): value for name, value in response.headers.items()},
                    response.read(limit) if limit else b"",
                )
        except HTTPError as error:
            error.close()
            return Answer(url, error.code, REASONS.get(error.code, f"jawaban {error.code}"), error.url or asked)
        except (URLError, OSError, http.client.HTTPException, ValueError) as error:
            return Answer(url, None, self._why(error), asked)

    def _wait(self, server: str) -> None:
        """Leave the server in peace for as long as is due since it was asked last."""
        if server in self._asked:
            pause = max(self.pause, self._pauses.get(server, 0))
            left = self._asked[server] + pause - time.monotonic()
            if left > 0:
                self.sleep(left)

    def slow_down(self, url: str, pause: float) -> None:
        """Leave the server of an address in peace for at least so many seconds from now on."""
        self._pauses[urlsplit(ascii_address(url)).netloc] = pause

    def _why(self, error: Exception) -> str:
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, TimeoutError):
            return f"tidak menjawab dalam {self.timeout:g} detik".replace(".", ",")
        for kind, reason in (
            (ConnectionRefusedError, "sambungan ditolak server"),
            (socket.gaierror, "nama server tidak ditemukan"),
            (ssl.SSLError, "sertifikat keamanan tidak sah"),
        ):
            if isinstance(cause, kind):
                return reason
        return "sambungan terputus"


def agent(name: str) -> str:
    """How a checker names itself; with the address of the site where SITE_URL tells it."""
    address = os.environ.get("SITE_URL")
    return f"{name} (+{address})" if address else name


def ascii_address(url: str) -> str:
    """The address as it goes over the wire; raises ValueError where it is none."""
    parts = urlsplit(url.strip())
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise ValueError(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=~?"), "")
    )
