"""Mistakes as the places where proposals are reviewed show them: at the file and line, and in a summary."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from macros.problems import Problem

MANY = 50
"""Lines of a summary; more hide what is wrong."""


def workflow_commands(problems: Sequence[Problem]) -> str:
    """Workflow commands of GitHub Actions: each mistake stands beside its line in the proposal."""
    return "\n".join(
        f"::error file={_property(item.berkas)},line={item.baris},title={_property(item.bagian or 'isi')}"
        f"::{_message(item.pesan)}"
        for item in problems
    )


def _message(text: str) -> str:
    """A text that stays one command, whatever is in it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def code_quality(problems: Sequence[Problem]) -> str:
    """GitLab's Code Quality report: each mistake stands beside its line in the proposal."""
    return json.dumps(
        [
            {
                "description": f"{item.bagian}: {item.pesan}" if item.bagian else item.pesan,
                "check_name": "periksa",
                "fingerprint": sha256(str(item).encode()).hexdigest(),
                "severity": "blocker",
                "location": {"path": item.berkas, "lines": {"begin": item.baris}},
            }
            for item in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def summary(problems: Sequence[Problem]) -> str:
    """The same for whoever does not read lines of code, as Markdown."""
    if not problems:
        return "## Isi benar\n\nTidak ada kesalahan. Situsnya dapat dibangun.\n"
    lines = [
        f"## {len(problems)} hal perlu diperbaiki",
        "",
        "Situs tidak diterbitkan sebelum semuanya benar; yang sedang tayang tidak berubah.",
        "",
        "| Berkas | Baris | Bagian | Apa yang salah, dan apa yang benar |",
        "|---|--:|---|---|",
        *map(_row, problems[:MANY]),
    ]
    if len(problems) > MANY:
        lines.append(f"\nDan {len(problems) - MANY} lagi; semuanya ada di catatan pekerjaan ini.")
    return "\n".join(lines) + "\n"


def _row(item: Problem) -> str:
    return f"| {_cell(item.berkas)} | {item.baris} | {_cell(item.bagian)} | {_cell(item.pesan)} |"


def _cell(text: str) -> str:
    """A text that stays in its cell: what somebody typed into a file makes neither columns, markup nor mentions."""
    plain = " ".join(text.split())
    for sign in "\\|`*_<>[]@#":
        plain = plain.replace(sign, f"\\{sign}" if sign not in "<>@#" else f"&#{ord(sign)};")
    return plain
