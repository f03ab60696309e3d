"""What the forms say to an editor: labels, and messages where a value does not fit."""

from __future__ import annotations

from collections.abc import Mapping

from macros.models.base import DAY, MOMENT
from macros.publishing.models import CLOCK
from macros.validation import MOMENT_FORM, PATTERN_HINTS, WHEN_FORM

LABELS: Mapping[str, str] = {
    "alt": "Teks pengganti foto",
    "disimpulkan": "Yang disimpulkan",
    "isi": "Isi",
    "ke": "Ke langkah",
    "no": "Nomor",
    "no_tertulis": "Nomor yang tercetak",
    "sop": "SOP",
    "dokumen_sop": "Dokumen SOP",
    "tag": "Kata kunci",
    "terbit": "Tanggal terbit",
    "url": "Alamat web",
    "url_lain": "Alamat web lain",
}
"""Keys whose words alone would not tell an editor what to write."""

FORMS: Mapping[str, str] = {
    **PATTERN_HINTS,
    MOMENT: MOMENT_FORM,
    CLOCK: "Tulis JJ:MM, misalnya 09:00.",
    f"{DAY}|{MOMENT}": WHEN_FORM,
}
"""What would be right, for each pattern."""


def label(key: str) -> str:
    """The label of a field: the words of its key."""
    return LABELS.get(key) or key.replace("_", " ").capitalize()


def pattern_message(pattern: str) -> str:
    """What would be right where a text does not have the form of a pattern; the checker says the same."""
    return FORMS.get(pattern, "lihat keterangan di bawahnya")


def length_message(most: int) -> str:
    """What would be right where a text is too long."""
    return f"paling banyak {most} huruf"
