"""What an office's letterhead says of how to reach it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.registers import Office


@dataclass(frozen=True)
class Contact:
    """Address, web site and e-mail as printed in the letterhead; what is not printed there is None."""

    alamat: str | None = None
    situs: str | None = None
    email: str | None = None


LABELS = {"alamat": "alamat", "website": "situs", "email": "email"}
"""What stands before the colon in a letterhead -> the field."""


def contact(office: Office) -> Contact:
    """The contact in an office's letterhead."""
    found = {}
    for line in office.kop:
        label, colon, value = line.partition(":")
        if colon and label.strip().lower() in LABELS:
            found[LABELS[label.strip().lower()]] = value.strip()
    return Contact(**found)


def area(office: Office) -> str | None:
    """The regency that an office is of, as its name ends: `Kabupaten Mamuju`."""
    _, found, rest = office.nama.partition("Kabupaten ")
    return f"{found}{rest}" if found else None
