"""What must not stand in a public register: who asked (UU 27/2022). Each rule names what it found.

The patterns look for how offices write people down, so that a slip is caught; they are no proof that a text
is anonymous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.ppid.private import MOBILE
from macros.rules import PRIVATE_NUMBERS

PERSONAL_COLUMNS = frozenset(
    {"nama", "pemohon", "alamat", "nik", "ktp", "npwp", "lahir", "pekerjaan", "telepon", "telp", "tlp", "hp", "ponsel"}
    | {"wa", "whatsapp", "email", "surel"}
)
"""Words in a column's heading that make it a column about a person."""

_NOT_A_PERSON = "Kota|Hamil|Menyusui|Rumah|Dan|Melahirkan|Bersalin|Nifas|Negara|Bayi|Balita"
"""What follows "Ibu" where it names a thing or a group."""

_HONORIFIC = r"Bapak|Bpk\.?|Ibu|Saudara|Saudari|Sdri?\.?|Tn\.|Ny\.|Nn\.|Hj?\.|Drs\.|Dra\.|Ir\."
_DEGREE = r"S\.[A-Z]|M\.[A-Z]|A\.Md"

PERSONAL_TEXTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]+@[\w-]+\.\w"), "alamat surel"),
    (MOBILE, "nomor telepon"),
    (re.compile(r"(?<![\d/.-])\(?0\d{2,3}\)?[ -]\d{5,8}(?!\d)"), "nomor telepon"),
    (re.compile(r"\bJln?\.|\bJln? +[A-Z]|\bR[TW]\.? ?\d|\bRT ?/ ?RW\b"), "alamat rumah"),
    (re.compile(rf"\b(?:{_HONORIFIC}) ?(?!(?:{_NOT_A_PERSON})\b)[A-Z]"), "nama orang"),
    (re.compile(rf"\b[A-Z]\w+,? (?:{_DEGREE})|\b(?:binti|bin) [A-Z]|\b(?:atas nama|a\.n\.) "), "nama orang"),
)
"""(how it looks, what it is)."""


def is_personal_column(heading: str) -> bool:
    """Whether a column's heading promises data about a person."""
    return bool(PERSONAL_COLUMNS & set(re.split(r"[\W_]+", heading.lower().replace("e-mail", "email"))))


def personal_texts(text: str) -> Iterator[str]:
    """What personal data a text seems to hold, each kind once."""
    found = [name for pattern, name in (*PRIVATE_NUMBERS, *PERSONAL_TEXTS) if pattern.search(text)]
    yield from dict.fromkeys(found)
