"""Asks the servers whether the addresses that the portal names still open: `python -m macros tautan`.

Never part of a build: a site is built the same with and without a network. One address at a time, with a pause
before the same server is asked again, and by a name that says who asks.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from macros.fetching import PAUSE, TIMEOUT, Answer, Asker, ascii_address
from macros.models.registers import Agency
from macros.ppid.models.information import Information
from macros.ppid.models.links import LinkResult

AGENT = "PemeriksaTautan-PortalKominfoSP/1.0"

UNCERTAIN = frozenset({401, 403, 405, 407, 429, 501})
"""Answers to a checker that say nothing about what a reader would see."""

HEADER = (
    "# yaml-language-server: $schema=tautan.schema.json\n"
    "# Hasil pemeriksaan tautan, ditulis oleh: python -m macros tautan. Jangan diubah dengan tangan.\n"
)


@dataclass
class Checker:
    """Asks for addresses one at a time."""

    today: date
    timeout: float = TIMEOUT
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    _asker: Asker = field(init=False)

    def __post_init__(self) -> None:
        self._asker = Asker(AGENT, self.timeout, self.pause, self.sleep)

    def check(self, url: str) -> LinkResult:
        """How the server of an address answers: to HEAD, or to GET where HEAD is not answered well."""
        found = self._asker.ask(url, "HEAD")
        if not found.terbuka and found.kode is not None:
            found = self._asker.ask(url, "GET")
        return self._result(found)

    def _result(self, answer: Answer) -> LinkResult:
        failed = "tidak pasti" if answer.kode in UNCERTAIN else "rusak"
        state = "terbuka" if answer.terbuka else failed
        moved = answer.terbuka and answer.alamat_akhir != ascii_address(answer.url)
        values = {"url": answer.url, "tanggal": self.today, "keadaan": state, "kode": answer.kode}
        pindah = answer.alamat_akhir if moved else None
        return LinkResult.model_validate({**values, "alasan": answer.alasan, "pindah_ke": pindah})


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
