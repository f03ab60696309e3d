"""Checks captions in WebVTT, as far as a viewer would miss them: https://www.w3.org/TR/webvtt1/."""

from __future__ import annotations

import re
from collections.abc import Iterator

TIMING = re.compile(r"(?P<start>[\d:.]+)[ \t]+-->[ \t]+(?P<end>[\d:.]+)(?:[ \t]+\S.*)?")
CLOCK = re.compile(r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})")
BLOCKS = ("NOTE", "STYLE", "REGION")
"""What else may stand between captions."""

FORM = "Tulis misalnya 00:01.000 --> 00:04.500."

Mistake = tuple[int, str]
"""Line and message."""


def check_captions(text: str, length: int) -> Iterator[Mistake]:
    """Every mistake in a caption file for a video that is `length` seconds long."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        yield 1, 'baris pertama harus "WEBVTT".'
        return
    captions = 0
    latest = 0.0
    for first, block in _blocks(lines):
        if block[0].split(" ")[0] in BLOCKS:
            continue
        at = next((number for number, line in enumerate(block[:2]) if "-->" in line), None)
        if at is None:
            yield first, f"tidak ada waktunya. {FORM}"
            continue
        captions += 1
        timing = TIMING.fullmatch(block[at].strip())
        start, end = (seconds(timing["start"]), seconds(timing["end"])) if timing else (None, None)
        if start is None or end is None:
            yield first + at, f"waktunya salah bentuk. {FORM}"
            continue
        if end <= start:
            yield first + at, "berakhir sebelum mulai. Periksa kedua waktunya."
        if start < latest:
            yield first + at, "mulai sebelum takarir di atasnya. Urutkan menurut waktu."
        if start > length:
            yield first + at, f"mulai sesudah video berakhir ({length} detik). Periksa waktunya, atau durasi."
        latest = start
        if not "".join(block[at + 1 :]).strip():
            yield first + at, "tanpa teks. Tulis teksnya di bawah waktu, atau hapus."
    if not captions:
        yield 1, f"belum ada takarir. {FORM}"


def seconds(clock: str) -> float | None:
    """A time such as `01:02.500` in seconds; None where it is none."""
    found = CLOCK.fullmatch(clock)
    if not found:
        return None
    hours, minutes, whole, thousandths = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The blocks between empty lines, each with the line it begins on; the first line of the file stands aside."""
    block: list[str] = []
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []
