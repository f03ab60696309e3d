"""Looks through everything that people wrote for what intruders leave: hidden links, disguised words, gambling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from macros.loading import read_text
from macros.problems import ContentError, Problem, quoted
from macros.trust.words import FILE as WORD_FILE
from macros.trust.words import Words, load_words

ENDINGS = frozenset({".yml", ".md", ".csv", ".vtt"})

INVISIBLE = "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without any width, and those that turn the direction of reading; a soft hyphen is none of them."""

HIDING = re.compile(
    r"<[a-z][^<>]*\bstyle\s*=[^<>]*?"
    r"(display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+(?![.\d])"
    r"|font-size\s*:\s*(?:0|1px)(?![.\d])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{3,}"
    r"|(?:width|height)\s*:\s*[01](?:px)?\s*[;\"']|clip\s*:|clip-path\s*:|transform\s*:\s*scale\(\s*0"
    r"|color\s*:\s*(?:#fff(?:fff)?\b|white|transparent))",
    re.IGNORECASE,
)
"""A style that takes what it stands on out of sight. Pages apply no style that is written into them, so it has no other
use; search engines follow the link all the same."""

NOTHING = rf"(?:[\s{INVISIBLE}\u00a0\u00ad]|&(?:nbsp|shy|zwnj|zwj|ZeroWidthSpace|#8203|#x200b);?)*"

EMPTY_LINK = re.compile(
    rf"(?<!!)\[{NOTHING}\]\(\s*<?([^)\s>]+)|<a\s[^<>]*href\s*=\s*[\"']?([^\s\"'>]+)[^<>]*>{NOTHING}</a", re.IGNORECASE
)
"""A link without anything to click on, in Markdown and in HTML."""

SOLD_LINK = re.compile(r"<a\s[^<>]*\brel\s*=\s*[\"']?[^\"'>]*\b(sponsored|dofollow|ugc)\b", re.IGNORECASE)
"""A link that speaks to search engines alone."""

WITHIN_WORD = re.compile(rf"(?<=\w)[{INVISIBLE}]+(?=\w)")
HOST = re.compile(r"https?://([^\s/?#\"'<>()\[\]]+)", re.IGNORECASE)
MIXED = re.compile(r"[a-zA-Z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][a-zA-Z]")
"""Latin letters beside Greek or Cyrillic ones that look like them."""


def scan_content(root: Path, shared: Path | None = None) -> tuple[Problem, ...]:
    """What looks suspicious in all content of an office, to be judged by a person.

    `shared` is where the SOPs and the pages lie that offices share. Raises ContentError with every hidden link.
    """
    words = load_words(root)
    shared = shared or root
    wrong: list[Problem] = []
    suspicious: list[Problem] = []
    for file, name in _files(root, shared):
        text = read_text(file, name)
        if isinstance(text, str):  # what cannot be read is told by those who need it
            wrong += hidden(text, name)
            suspicious += disguised(text, name, words)
    if wrong:
        raise ContentError(wrong)
    return tuple(suspicious)


def _files(root: Path, shared: Path) -> Iterator[tuple[Path, str]]:
    """Every file that people write, and what it is called."""
    own = (folder for folder in sorted(root.glob("*_data")) if folder.name != Path(WORD_FILE).parent.name)
    folders = chain(own, (shared / "sop_data",) if shared != root else (), (shared / "docs",))
    for folder in folders:
        base = root if folder.is_relative_to(root) else shared
        for file in sorted(folder.rglob("*")):
            if file.suffix in ENDINGS and file.is_file():
                yield file, file.relative_to(base).as_posix()


def hidden(text: str, name: str) -> Iterator[Problem]:
    """Links that nobody sees, and links sold to search engines."""
    if "<" not in text and "](" not in text:
        return
    for match in HIDING.finditer(text):
        message = f"gaya {quoted(match[1])} menyembunyikan isi halaman. Hapus bagian ini; cari tahu siapa menulisnya."
        yield _problem(text, name, match.start(1), message)
    if not name.startswith("docs/"):
        return  # elsewhere HTML is refused or stays text, and links are looked at one by one
    for match in EMPTY_LINK.finditer(text):
        message = f"tautan ke {quoted(match[1] or match[2])} tanpa teks yang terlihat. Hapus, atau beri teks."
        yield _problem(text, name, match.start(), message)
    for match in SOLD_LINK.finditer(text):
        message = f"tautan dengan rel {quoted(match[1])} hanya untuk mesin pencari. Hapus."
        yield _problem(text, name, match.start(), message)


def disguised(text: str, name: str, words: Words) -> Iterator[Problem]:
    """Gambling words, characters without width inside of words, addresses that look like another one."""
    for place, word in words.find(text):
        message = f"{quoted(word)} kata promosi judi daring. Bila ini berita atau imbauan, biarkan; bila bukan, hapus."
        yield _problem(text, name, place, message)
    if text.isascii() and "xn--" not in text:
        return
    for match in WITHIN_WORD.finditer(text):
        seen = re.sub(f"[{INVISIBLE}]", "", _around(text, match))
        message = f"kata {quoted(seen)} memuat karakter tanpa lebar (U+{ord(match[0][0]):04X}). Ketik ulang kata itu."
        yield _problem(text, name, match.start(), message)
    for match in HOST.finditer(text):
        if not match[1].isascii() or "xn--" in match[1].lower():
            message = f"alamat {quoted(match[1])} memakai huruf selain a-z dan dapat meniru alamat lain. Periksa."
            yield _problem(text, name, match.start(), message)
    for match in MIXED.finditer(text):
        message = f"kata {quoted(_around(text, match))} mencampur huruf Latin dengan Yunani atau Kiril. Ketik ulang."
        yield _problem(text, name, match.start(), message)


def _around(text: str, match: re.Match[str]) -> str:
    """The word that a match stands in."""
    before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 40]
    return re.split(r"\s", before)[-1] + match[0] + re.split(r"\s", after)[0]


def _problem(text: str, name: str, place: int, message: str) -> Problem:
    return Problem(name, text.count("\n", 0, place) + 1, "", message)


def as_warnings(problems: Iterable[Problem]) -> Iterator[str]:
    """Each as a line of the check's report."""
    return (f"{problem} [peringatan]" for problem in sorted(set(problems)))
