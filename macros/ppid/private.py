"""Numbers that belong to a person and must not be published (UU 27/2022): NIK, NIP, mobile phone.

The texts of documents are full of other numbers, so here a number counts only where its parts make
sense: a province, a day that exists. Entries themselves are looked at more strictly, by `macros.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from macros.problems import Problem

NumberKind = Literal["NIK", "NIP", "nomor ponsel"]

BLANK = r"[ \t\u00a0./-]{0,3}"
"""What people put between the groups of a long number."""

NIK = re.compile(
    rf"(?<!\d)(?:\d{{6}}{BLANK}\d{{6}}{BLANK}\d{{4}}|\d{{4}}(?:{BLANK}\d{{4}}){{3}}|\d(?: \d){{15}})(?!\d)"
)
"""Sixteen digits: in one row, as 6-6-4, as 4-4-4-4, or each in a box of its own."""

PROVINCE = re.compile(r"1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7]")
"""The first two digits of a NIK."""

NIP = re.compile(rf"(?<!\d)(\d{{8}}){BLANK}(\d{{6}}){BLANK}([12]){BLANK}(\d{{3}})(?!\d)")
"""Born yyyymmdd, appointed yyyymm, sex, running number."""

MOBILE = re.compile(r"(?<!\d)(?<!\d[./-])\(?(?:\+?62[ .-]?|0)8[1235789]\d\)?(?:[ .\u00a0-]{0,2}\d){6,10}(?![./-]?\d)")
"""08xx or +62 8xx and six to ten more digits. Land lines have other codes: (0428) 22xxx is no mobile phone."""


def private_numbers(text: str) -> Iterator[NumberKind]:
    """The kinds of private number that a text holds, each once."""
    if any(_is_nik(match[0]) for match in NIK.finditer(text)):
        yield "NIK"
    if any(_is_nip(*match.groups()) for match in NIP.finditer(text)):
        yield "NIP"
    if MOBILE.search(text):
        yield "nomor ponsel"


def check_phones(text: str, berkas: str) -> Iterator[Problem]:
    """An entry names no mobile phone, not even in a comment: such a number is a person's."""
    for number, line in enumerate(text.splitlines(), 1):
        if MOBILE.search(line):
            message = "memuat nomor telepon pribadi; pakai nomor kantor, misalnya (0428) dan nomornya, atau hapus."
            yield Problem(berkas, number, "", message)


def _is_nik(written: str) -> bool:
    """Province, and day (plus 40 for women) and month of birth are possible."""
    digits = re.sub(r"\D", "", written)
    day, month = int(digits[6:8]), int(digits[8:10])
    return bool(PROVINCE.match(digits)) and 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12


def _is_nip(born: str, appointed: str, *_: str) -> bool:
    """Born on a day that exists, appointed later in a month that exists (21: by contract)."""
    try:
        birth = date.fromisoformat(f"{born[:4]}-{born[4:6]}-{born[6:]}")
    except ValueError:
        return False
    year, month = int(appointed[:4]), int(appointed[4:])
    return birth.year >= 1900 and birth.year < year <= 2100 and (1 <= month <= 12 or month == 21)
