"""Asks the servers whether the addresses that the portal names still open: `python -m macros tautan`.

Never part of a build: a site is built the same with and without a network. One address at a time, with a pause
before the same server is asked again, and by a name that says who asks.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, build_opener

from macros.models.registers import Agency
from macros.ppid.models.information import Information
from macros.ppid.models.links import LinkResult

AGENT = "PemeriksaTautan-PortalKominfoSP/1.0"
TIMEOUT = 15.0
"""Seconds that a server may take for its answer."""
PAUSE = 2.0
"""Seconds between two questions to the same server."""

UNCERTAIN = frozenset({401, 403, 405, 407, 429, 501})
"""Answers to a checker that say nothing about what a reader would see."""

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

HEADER = (
    "# yaml-language-server: $schema=tautan.schema.json\n"
    "# Hasil pemeriksaan tautan, ditulis oleh: python -m macros tautan. Jangan diubah dengan tangan.\n"
)


def agent() -> str:
    """How the checker names itself; with the address of the site where SITE_URL tells it."""
    address = os.environ.get("SITE_URL")
    return f"{AGENT} (+{address})" if address else AGENT


@dataclass
class Checker:
    """Asks for addresses one at a time."""

    today: date
    timeout: float = TIMEOUT
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = field(default_factory=dict)
    """Server -> when it was asked last, by the monotonic clock."""

    def check(self, url: str) -> LinkResult:
        """How the server of an address answers: to HEAD, or to GET where HEAD is not answered well."""
        try:
            asked = ascii_address(url)
        except ValueError:
            return self._result(url, "rusak", None, "alamat salah bentuk")
        found = self._ask(url, asked, "HEAD")
        return found if found.keadaan == "terbuka" or found.kode is None else self._ask(url, asked, "GET")

    def _ask(self, url: str, asked: str, method: str) -> LinkResult:
        self._wait(urlsplit(asked).netloc)
        request = Request(asked, method=method, headers={"User-Agent": agent(), "Accept": "*/*"})  # noqa: S310 - models take http(s) alone
        try:
            with build_opener().open(request, timeout=self.timeout) as response:
                moved = response.geturl()
                return self._result(url, "terbuka", response.status, None, moved if moved != asked else None)
        except HTTPError as error:
            error.close()
            state = "tidak pasti" if error.code in UNCERTAIN else "rusak"
            return self._result(url, state, error.code, REASONS.get(error.code, f"jawaban {error.code}"))
        except (URLError, OSError, http.client.HTTPException, ValueError) as error:
            return self._result(url, "rusak", None, self._why(error))

    def _wait(self, server: str) -> None:
        """Leave the server in peace for `pause` seconds since it was asked last."""
        left = self._asked.get(server, -self.pause) + self.pause - time.monotonic()
        if server in self._asked and left > 0:
            self.sleep(left)
        self._asked[server] = time.monotonic()

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

    def _result(
        self, url: str, state: str, code: int | None, reason: str | None, moved: str | None = None
    ) -> LinkResult:
        values = {"url": url, "tanggal": self.today, "keadaan": state, "kode": code, "alasan": reason}
        return LinkResult.model_validate({**values, "pindah_ke": moved})


def ascii_address(url: str) -> str:
    """The address as it goes over the wire; raises ValueError where it is none."""
    parts = urlsplit(url.strip())
    if not parts.hostname:
        raise ValueError(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit(
        (parts.scheme, host, quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "/%:@!$&'()*+,;=~?"), "")
    )


def addresses(entries: Iterable[Information], agencies: Iterable[Agency]) -> list[str]:
    """Every address that an entry or an agency names, each once, those of one server together."""
    linked = (item.tautan.url for item in entries if item.tautan)
    sites = (agency.situs for agency in agencies if agency.situs)
    return sorted({*linked, *sites}, key=lambda url: (urlsplit(url).netloc.lower(), url))


def written(results: Iterable[LinkResult]) -> str:
    """The file `ppid_data/tautan.yml`; the same results give the same bytes."""
    lines = []
    for result in results:
        values = result.model_dump(mode="json", exclude_none=True)
        pairs = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items())
        lines.append("  - " + "\n    ".join(pairs))
    return HEADER + ("hasil:\n" + "\n".join(lines) if lines else "hasil: []") + "\n"


def check_all(urls: list[str], checker: Checker) -> Iterator[LinkResult]:
    """Check each address, telling how far it is."""
    for number, url in enumerate(urls, start=1):
        result = checker.check(url)
        told = " ".join(filter(None, (result.keadaan, str(result.kode or ""), result.alasan and f"({result.alasan})")))
        print(f"{number} dari {len(urls)}: {url}: {told}", file=sys.stderr)
        yield result


def run(urls: list[str], file: Path, checker: Checker) -> int:
    """Check all addresses and write `file`; gives the exit code: 0 checked, 1 no server answered."""
    if not urls:
        print("Tidak ada tautan untuk diperiksa.")
        return 0
    results = list(check_all(urls, checker))
    if len({urlsplit(url).netloc for url in urls}) > 1 and all(result.kode is None for result in results):
        print(
            "Tidak satu server pun menjawab: jaringan komputer ini mungkin terputus. Hasil lama tidak diubah.",
            file=sys.stderr,
        )
        return 1
    file.write_text(written(results), encoding="utf-8")
    counts = ", ".join(
        f"{sum(result.keadaan == state for result in results)} {state}" for state in ("terbuka", "rusak", "tidak pasti")
    )
    print(f"{len(results)} tautan diperiksa: {counts}. Ditulis: {file.name}")
    return 0
