"""Whom to tell of a weakness in the site: `/.well-known/security.txt`, RFC 9116.

There is no such file as long as no contact is written down: none is made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field

from macros.models.base import Contact, Model, WebAddress
from macros.pages import Asset

ADDRESS = ".well-known/security.txt"

VALID_DAYS = 180
"""How long the file holds after a build; the RFC recommends less than a year (section 2.5.5), so that a site that
nobody looks after any more does not go on naming a contact."""


class SecurityDocument(Model):
    """`alamat_data/keamanan.yml`."""

    kontak: tuple[Contact, ...] = Field(
        (), description="Ke mana celah keamanan dilaporkan: mailto:..., https://... atau tel:+62..., yang utama dahulu."
    )
    kebijakan: WebAddress | None = Field(None, description="Alamat kebijakan pelaporan celah keamanan, bila ada.")


def security_files(document: SecurityDocument, today: date, site: str) -> Iterator[Asset]:
    """The file, where there is a contact; `site` is the site's own address, ending in a slash, or empty."""
    if not document.kontak:
        return
    expires = today + timedelta(days=VALID_DAYS)
    lines = [f"Contact: {contact}" for contact in document.kontak]
    lines.append(f"Expires: {expires}T00:00:00Z")
    lines.append("Preferred-Languages: id, en")
    if document.kebijakan:
        lines.append(f"Policy: {document.kebijakan}")
    if site:
        lines.append(f"Canonical: {site}{ADDRESS}")
    yield Asset(ADDRESS, ("\n".join(lines) + "\n").encode())
