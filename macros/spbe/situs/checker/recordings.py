"""Answers of web servers, kept so that looking at them can be repeated without a network.

One JSON file for each question, in a folder named after the server: `<folder>/<server>/<method>-<sum>.json`, where the
sum is the beginning of the address's SHA-256.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, Protocol
from urllib.parse import urlsplit

from macros.dates import WITA
from macros.fetching import Answer, Asker

LARGEST = 2_000_000
"""Bytes of a page that are read; what lies beyond is not looked at."""


LONGEST_PAUSE = 30.0
"""Seconds between two questions that a site may ask for; with more, 300 sites would take days."""


class RecordingError(ValueError):
    """A recording that cannot be used; says in Indonesian which file and why."""


@dataclass(frozen=True)
class Recording:
    """An answer, and when it came."""

    jawaban: Answer
    waktu: datetime
    """A moment in WITA."""


class Source(Protocol):
    """Where answers come from."""

    def get(self, url: str, method: str = "GET") -> Recording | None:
        """The answer to a question; None where there is none to be had."""
        ...

    def slow_down(self, url: str, pause: float) -> None:
        """Leave the server of an address in peace for so many seconds, where it is asked at all."""
        ...


def file_name(url: str, method: str) -> str:
    """Where an answer lies in the folder."""
    host = (urlsplit(url).netloc or "tanpa-server").replace(":", "_").lower()
    return f"{host}/{method}-{sha256(url.encode()).hexdigest()[:16]}.json"


def as_json(recording: Recording) -> str:
    """A recording as text; bodies that are not UTF-8 as Base64. The same recording gives the same bytes."""
    answer = recording.jawaban
    values: dict[str, Any] = {
        "url": answer.url,
        "waktu": recording.waktu.isoformat(timespec="seconds"),
        "kode": answer.kode,
        "alasan": answer.alasan,
        "alamat_akhir": answer.alamat_akhir,
        "kepala": dict(sorted(answer.kepala.items())),
    }
    try:
        values["isi"] = answer.isi.decode()
    except UnicodeDecodeError:
        values["isi_base64"] = base64.b64encode(answer.isi).decode()
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str, name: str) -> Recording:
    """A recording as it was saved; raises RecordingError where it is none."""
    try:
        values: Mapping[str, Any] = json.loads(text)
        body = base64.b64decode(values["isi_base64"]) if "isi_base64" in values else values["isi"].encode()
        moment = datetime.fromisoformat(values["waktu"]).astimezone(WITA)
        code = None if values["kode"] is None else int(values["kode"])
        headers = {str(key).lower(): str(value) for key, value in values["kepala"].items()}
        answer = Answer(
            str(values["url"]), code, values["alasan"], values["alamat_akhir"] or values["url"], headers, body
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RecordingError(f"{name}: bukan rekaman jawaban yang sah. Hapus, lalu rekam ulang.") from error
    return Recording(answer, moment)


@dataclass(frozen=True)
class Saved:
    """Answers from a folder; nobody is asked."""

    folder: Path

    def get(self, url: str, method: str = "GET") -> Recording | None:
        """The saved answer."""
        name = file_name(url, method)
        try:
            text = (self.folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise RecordingError(f"{name}: rekaman ini tidak dapat dibaca.") from error
        return from_json(text, name)

    def slow_down(self, url: str, pause: float) -> None:
        """Nobody is asked, so nobody is disturbed."""


@dataclass
class Online:
    """Answers from the servers, each asked once and saved."""

    folder: Path
    asker: Asker
    now: Callable[[], datetime] = lambda: datetime.now(WITA)
    _known: dict[tuple[str, str], Recording] = field(default_factory=dict)
    _guard: Lock = field(default_factory=Lock)

    def get(self, url: str, method: str = "GET") -> Recording:
        """The server's answer."""
        with self._guard:
            found = self._known.get((method, url))
        if found:
            return found
        answer = self.asker.ask(url, method, LARGEST if method == "GET" else 0)
        recording = Recording(answer, self.now())
        file = self.folder / file_name(url, method)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_json(recording), encoding="utf-8")
        with self._guard:
            self._known[method, url] = recording
        return recording

    def slow_down(self, url: str, pause: float) -> None:
        """As the server wishes, within reason."""
        self.asker.slow_down(url, min(pause, LONGEST_PAUSE))
