"""Texts that attack a page, and a project in which every text that people write has one of them in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from macros.content import load_content
from macros.loading import ValuePath, load_front_matter, load_yaml
from macros.problems import ContentError, location

MARK = "zqx"
"""Stands in every attack, and nowhere else on the site."""

ATTACKS = tuple(
    attack.replace("MARK", MARK)
    for attack in (
        "<script>alert('MARK')</script>",
        "</script><script>alert('MARK')</script>",
        "</title><script>alert('MARK')</script>",
        "</style><script>alert('MARK')</script>",
        "</textarea><img src=MARK onerror=alert(1)>",
        "</noscript><img src=MARK onerror=alert(1)>",
        "--><img src=MARK onerror=alert(1)><!--",
        "]]><img src=MARK onerror=alert(1)>",
        "<img src=MARK onerror=alert(1)>",
        "<IMG SRC=MARK OnErRoR=alert(1)>",
        "<img/src=MARK/onerror=alert(1)>",
        '<img """><script>alert("MARK")</script>">',
        "<svg onload=alert('MARK')>",
        "<svg/onload=alert('MARK')>",
        "<svg><script>alert('MARK')</script></svg>",
        "<math><mtext><style><img src=MARK onerror=alert(1)></style></mtext></math>",
        "<body onload=alert('MARK')>",
        "<iframe src=javascript:alert('MARK')></iframe>",
        "<iframe srcdoc='MARK'></iframe>",
        "<object data=javascript:alert('MARK')></object>",
        "<embed src=javascript:alert('MARK')>",
        "<base href=https://MARK.example/>",
        "<meta http-equiv=refresh content='0;url=https://MARK.example/'>",
        "<link rel=stylesheet href=https://MARK.example/>",
        "<style>@import'https://MARK.example/'</style>",
        "<form action=https://MARK.example/><button>MARK</button></form>",
        "<input autofocus onfocus=alert('MARK')>",
        "<details open ontoggle=alert('MARK')>",
        "<video><source onerror=alert('MARK')></video>",
        "<a href=javascript:alert('MARK')>MARK</a>",
        "<a href='java\tscript:alert(1)'>MARK</a>",
        "<a href=data:text/html,MARK>MARK</a>",
        '" onmouseover="alert(\'MARK\')" x="',
        "' onmouseover='alert(1)' x='MARK",
        '"><script>alert("MARK")</script>',
        "'><script>alert('MARK')</script>",
        "` onmouseover=alert('MARK')",
        "javascript:alert('MARK')",
        "&lt;script&gt;alert('MARK')&lt;/script&gt;",
        "&#60;script&#62;alert('MARK')&#60;/script&#62;",
        "＜script＞alert('MARK')＜/script＞",
        "{{ 7*191 }}MARK {% raw %}",
        "${alert('MARK')} <%= 7*191 %>MARK",
        "<akar><no>MARK",
        "\ue000<h1>MARK\ue000kepala",
    )
)

MARKDOWN = tuple(
    attack.replace("MARK", MARK)
    for attack in (
        "`<script>alert('MARK')</script>`",
        "    <script>alert('MARK')</script>",
        "&lt;script&gt;alert('MARK')&lt;/script&gt;",
        '[MARK](https://contoh.example/"onmouseover=alert(1))',
        "[MARK](https://contoh.example/ \"x' onmouseover='alert(1)\")",
        "[MARK](https://contoh.example/%22%3E%3Cscript%3E)",
        "[<https://contoh.example/MARK>](https://contoh.example/)",
        "{{ 7*191 }}MARK {% raw %} ${alert('MARK')}",
    )
)
"""What the text of an article may hold, and what must then come to nothing."""

TEXT = re.compile(r"[A-Z].*|.* .*", re.DOTALL)
"""Values that people write; the others are ids, dates and names of files."""
KEPT = re.compile(r"https?://|mailto:|\d{4}-\d\d-\d\d|\S+/\S+$")
FILES_OF_A_KIND = 3


@dataclass
class Spoiler:
    """Puts attacks into the files of a project."""

    project: Path
    left: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """File -> the places that do not take one; `""` stands for all of them."""
    done: set[tuple[str, str]] = field(default_factory=set)
    """(file, place) of every text with an attack in it."""

    def spoil(self) -> None:
        """Attack every text; what the portal refuses to take is put back as it was, until the content is right."""
        files = {file: file.read_bytes() for file in self._files()}
        for _ in range(8):
            self.done.clear()
            for file, content in files.items():
                name = file.relative_to(self.project).as_posix()
                file.write_bytes(content)
                if "" not in self.left[name]:
                    file.write_text(self._spoiled(name, content.decode()), encoding="utf-8")
            try:
                load_content(self.project)
            except ContentError as error:
                for problem in error.problems:
                    place = "" if problem.bagian in self.left[problem.berkas] else problem.bagian
                    self.left[problem.berkas].add(place)
            else:
                return
        raise AssertionError("content never became right")

    def _files(self) -> Iterator[Path]:
        kinds: dict[tuple[Path, str], int] = defaultdict(int)
        for file in sorted(self.project.glob("*_data/**/*")):
            kind = file.parent, file.suffix
            if file.suffix in (".yml", ".md", ".csv") and file.name != "satuan.yml":  # whose names are ids
                kinds[kind] += 1
                if kinds[kind] <= FILES_OF_A_KIND or file.stem.startswith("contoh-"):
                    yield file

    def _spoiled(self, name: str, text: str) -> str:
        if name.endswith(".csv"):
            return self._table(name, text)
        if name.endswith(".md"):
            body = text.split("---\n", 2)[2]
            data = load_front_matter(self.project / name, name).data
            more = "\n\n".join(MARKDOWN) if body.strip() and "isi" not in self.left[name] else ""
            if more:
                self.done.add((name, "isi"))
            return f"---\n{self._values(name, data)}\n---\n{body}\n\n{more}\n"
        return self._values(name, load_yaml(self.project / name, name).data)

    def _values(self, name: str, data: Any) -> str:
        """JSON, which is YAML, too."""
        return json.dumps(self._value(name, (), data), ensure_ascii=False, indent=1)

    def _value(self, name: str, path: ValuePath, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._value(name, (*path, key), inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._value(name, (*path, index), inner) for index, inner in enumerate(value)]
        if not isinstance(value, str):
            return value
        return self._attacked(name, location(path), value, "tag" in path)

    def _attacked(self, name: str, place: str, value: str, always: bool = False) -> str:
        if not always and (not TEXT.fullmatch(value) or KEPT.match(value)):
            return value
        if any(place == left or place.startswith((f"{left}.", f"{left}[")) for left in self.left[name]):
            return value
        self.done.add((name, place))
        return f"{value} {ATTACKS[crc32(f'{name} {place}'.encode()) % len(ATTACKS)]}"

    def _table(self, name: str, text: str) -> str:
        notes = [line for line in text.splitlines() if line.startswith("#")]
        head, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
        out = io.StringIO("".join(f"{note}\n" for note in notes))
        out.seek(0, io.SEEK_END)
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(head)
        for number, row in enumerate(rows, 2):
            writer.writerow(
                [self._attacked(name, f"{number}.{column}", cell) for column, cell in zip(head, row, strict=True)]
            )
        return out.getvalue()
