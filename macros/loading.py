"""YAML text -> plain values plus the line of each value.

The loader decides no types: every scalar stays the text that was typed (or None
where it is empty), so `no`, `on` or a date reach the model as written. Anchors and
aliases are refused (they are how a small file becomes gigabytes), and so are
duplicate keys, which plain YAML loaders drop silently.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from macros.problems import Problem, location, quoted

MAX_BYTES = 1_000_000
"""A content file larger than this is a mistake; the longest SOP has about 12,000 bytes."""

LOST_TEXT = re.compile(r"\s+#\S")
"""What follows a value where a comment sign was probably meant as text."""

MAX_DEPTH = 20
"""Nesting beyond this is an attack or an accident; an SOP needs five levels."""

FENCE = "---"
"""The line above and below the YAML on top of a Markdown file."""

ValuePath: TypeAlias = tuple[str | int, ...]

Violation: TypeAlias = tuple[ValuePath, str]
"""Where in a file something is wrong, and the sentence for its editor."""


@dataclass
class Loaded:
    """Plain values of one file and where they stand.

    `lines` maps the path of each key, list item and value to its line, counted from 1.
    `data` is None where `problems` says why the file could not be read.
    """

    berkas: str
    data: Any = None
    text: str = ""
    lines: dict[ValuePath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: ValuePath) -> int:
        """Line of the value at `path`, or of its nearest parent that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: ValuePath, pesan: str) -> Problem:
        """A problem with the value at `path`."""
        return Problem(self.berkas, self.line(path), location(path), pesan)


@dataclass
class LoadedText(Loaded):
    """What was loaded of a Markdown file: `data` from the YAML on its top, and the text below."""

    body: str = ""
    body_line: int = 1
    """Line of the file on which `body` begins."""


OPENED = re.compile(r"""^\s*(?:- )*[\w-]+:\s+(["'])(.*)$""")
"""A line whose value begins with a quotation mark, and what follows it."""

SYNTAX_HINTS = (
    # (fragment of the parser's message, what to tell the editor)
    (
        "cannot start any token",
        "ada karakter yang tidak boleh mengawali nilai (tab, @, ` atau %). "
        "Gunakan spasi untuk indentasi dan apit teks dengan tanda kutip.",
    ),
    (
        "mapping values are not allowed",
        "indentasi tidak rata dengan baris di atasnya, atau ada titik dua di tengah teks "
        '(apit seluruh teks dengan tanda kutip: "...: ...").',
    ),
    (
        "could not find expected ':'",
        'kunci tanpa titik dua, atau titik dua tanpa spasi sesudahnya. Tulis "kunci: nilai".',
    ),
    ("did not find expected key", "indentasi tidak rata dengan baris di atasnya, atau tanda kutip belum ditutup."),
    (
        "did not find expected '-' indicator",
        'butir daftar tidak rata. Setiap butir diawali "- " pada kolom yang sama, dan kunci di dalamnya sejajar.',
    ),
    ("did not find expected ',' or", "kurung { } atau [ ] belum ditutup, atau koma terlewat."),
    (
        "unexpected end of stream",
        "tanda kutip atau kurung dibuka pada baris ini dan tidak ditutup sampai akhir berkas.",
    ),
    ("unknown escape character", "garis miring terbalik di dalam tanda kutip ganda; pakai tanda kutip tunggal."),
    ("control characters are not allowed", "berkas memuat karakter kendali; ini bukan berkas teks."),
    ("special characters are not allowed", "berkas memuat karakter kendali; ini bukan berkas teks."),
    ("found undefined tag handle", "tanda seru di awal nilai; apit teks dengan tanda kutip."),
)


def read_text(file: Path, berkas: str, most: int = MAX_BYTES) -> str | Problem:
    """The text of a content file, or the problem that stops it from being read; `most` bytes are taken."""
    try:
        if file.exists() and not file.is_file() and not file.is_dir():
            return Problem(berkas, 1, "", "ini bukan berkas biasa.")
        if file.stat().st_size > most:
            message = f"berkas {file.stat().st_size:,} bita; batasnya {most:,} bita.".replace(",", ".")
            return Problem(berkas, 1, "", message)
        raw = file.read_bytes()
    except FileNotFoundError:
        return Problem(berkas, 1, "", "berkas tidak ada.")
    except IsADirectoryError:
        return Problem(berkas, 1, "", "ini folder, bukan berkas.")
    except OSError as error:
        return Problem(berkas, 1, "", f"berkas tidak dapat dibaca (galat sistem {error.errno}).")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Problem(berkas, line, "", "berkas bukan teks UTF-8. Simpan ulang dengan pengodean UTF-8.")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem(berkas, line, "", "berkas memuat karakter kendali; ini bukan berkas teks.")
    return text


def load_yaml(file: Path, berkas: str) -> Loaded:
    """Read one YAML file; every reason it cannot be used is in `problems`."""
    loaded = Loaded(berkas)
    text = read_text(file, berkas)
    if isinstance(text, Problem):
        loaded.problems.append(text)
        return loaded
    loaded.text = text
    _compose(loaded, text)
    return loaded


def load_front_matter(file: Path, berkas: str) -> LoadedText:
    """Read one Markdown file that begins with YAML between two lines `---`; lines count from the file's first."""
    loaded = LoadedText(berkas)
    text = read_text(file, berkas)
    if isinstance(text, Problem):
        loaded.problems.append(text)
        return loaded
    loaded.text = text
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        loaded.problems.append(Problem(berkas, 1, "", f'baris pertama harus "{FENCE}", lalu kunci: nilai.'))
        return loaded
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        loaded.problems.append(Problem(berkas, 1, "", f'"{FENCE}" tidak ditutup: tulis "{FENCE}" lagi sebelum isi.'))
        return loaded
    loaded.body = "\n".join(lines[end + 1 :])
    loaded.body_line = end + 2
    _compose(loaded, "\n".join(lines[:end]))
    return loaded


def _compose(loaded: Loaded, text: str) -> None:
    """Fill in the values and lines of a YAML text, or the reason why it has none."""
    berkas = loaded.berkas
    try:
        _Composer(loaded, text).run()
    except yaml.MarkedYAMLError as error:
        opened = "unexpected end of stream" in (error.problem or "")
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        quote = _open_quote(text, mark.line) if mark and "expected key" in (error.problem or "") else None
        if quote is not None:
            message = (
                "tanda kutip dibuka pada baris ini dan tidak ditutup. Tulis tanda kutip yang sama di akhir nilainya."
            )
            loaded.problems.append(Problem(berkas, quote + 1, "", message))
            loaded.data = None
            return
        loaded.problems.append(
            Problem(berkas, mark.line + 1 if mark else 1, "", _syntax_message(text, error.problem or "", mark))
        )
    except yaml.YAMLError as error:
        loaded.problems.append(Problem(berkas, 1, "", _syntax_message(text, str(error), None)))
    except _RefusedError as refused:
        loaded.problems.append(Problem(berkas, refused.line, "", refused.pesan))
    else:
        return
    loaded.data = None


def _open_quote(text: str, line: int) -> int | None:
    """The last line before `line` (both from 0) on which a value's quotation mark is opened and not closed.

    The parser goes on to the next mark of that kind, which may stand far below, and complains only there.
    """
    lines = text.split("\n")
    for number in range(min(line, len(lines) - 1), -1, -1):
        found = OPENED.match(lines[number])
        if found and not found[2].replace("\\" + found[1], "").count(found[1]) % 2:
            return number
    return None


def _syntax_message(text: str, problem: str, mark: yaml.Mark | None) -> str:
    if mark is not None:
        lines = text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return "baris ini memakai tab. YAML hanya mengenal spasi: ganti setiap tab dengan dua spasi."
    for fragment, message in SYNTAX_HINTS:
        if fragment in problem:
            return f"bukan YAML yang sah: {message}"
    return "bukan YAML yang sah: periksa indentasi, titik dua dan tanda kutip pada baris ini atau baris di atasnya."


def _line(event: yaml.Event) -> int:
    assert event.start_mark is not None  # the parser sets it for every event
    return event.start_mark.line + 1


class _RefusedError(Exception):
    """Well-formed YAML that this portal does not take."""

    def __init__(self, line: int, pesan: str) -> None:
        self.line = line
        self.pesan = pesan


class _Composer:
    """Builds plain values from the parser's events, noting lines on the way."""

    def __init__(self, loaded: Loaded, text: str) -> None:
        self.loaded = loaded
        self.text_lines = [*text.split("\n"), ""]
        self.events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))

    def run(self) -> None:
        found = False
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if found:
                    raise _RefusedError(_line(event), 'satu berkas satu dokumen; hapus baris "---" kedua.')
                found = True
                self.loaded.data = self.value(next(self.events), ())
        if not found or self.loaded.data is None:
            raise _RefusedError(1, "berkas kosong.")

    def value(self, event: yaml.Event, path: ValuePath) -> Any:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(
                line, "jangkar (&nama) dan rujukan (*nama) YAML tidak dipakai; tulis nilainya langsung."
            )
        if len(path) > MAX_DEPTH:
            raise _RefusedError(line, f"susunan lebih dari {MAX_DEPTH} tingkat.")
        if tag := getattr(event, "tag", None):
            raise _RefusedError(line, f"penanda jenis YAML {quoted(tag)} tidak dipakai; hapus penanda itu.")
        self.loaded.lines.setdefault(path, line)
        if isinstance(event, yaml.ScalarEvent):
            is_empty = event.implicit[0] and event.value in ("", "~", "null")
            self.lost_text(event, path)
            return None if is_empty else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path)

    def lost_text(self, event: yaml.ScalarEvent, path: ValuePath) -> None:
        """Tell of words after " #", which YAML takes for a comment: "Ruang #4 lantai 2" would lose its end.

        A comment has a space after its sign, as in the annotated example.
        """
        mark = event.start_mark
        if event.style in ("'", '"', "|", ">") or mark is None:
            return
        rest = self.text_lines[mark.line][mark.column :]
        if rest.startswith(event.value) and LOST_TEXT.match(rest[len(event.value) :]):
            self.loaded.problems.append(
                Problem(
                    self.loaded.berkas,
                    mark.line + 1,
                    location(path),
                    'teks sesudah " #" dianggap komentar dan hilang. Apit seluruh teks dengan tanda kutip.',
                )
            )

    def sequence(self, path: ValuePath) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*path, len(items))))
        return items

    def mapping(self, path: ValuePath) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _RefusedError(line, "kunci harus berupa teks biasa, bukan daftar atau susunan.")
            key = event.value
            child = (*path, key)
            first = self.loaded.lines.get(child)
            if first is not None:
                self.loaded.problems.append(
                    Problem(
                        self.loaded.berkas,
                        line,
                        location(child),
                        f"kunci ditulis dua kali (pertama pada baris {first}); hapus salah satu.",
                    )
                )
                self.value(next(self.events), (*path, f"{key} (baris {line})"))
                continue
            self.loaded.lines[child] = line
            items[key] = self.value(next(self.events), child)
        return items
