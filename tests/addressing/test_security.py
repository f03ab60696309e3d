"""Whom to tell of a weakness: a file only where a contact is known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros.addressing.content import load_addressing
from macros.addressing.security import security_files
from macros.problems import ContentError
from macros.site import Site
from tests.conftest import TODAY


def written(project: Path, text: str) -> Path:
    """A project with this setting."""
    (project / "alamat_data").mkdir()
    (project / "alamat_data/keamanan.yml").write_text(text, encoding="utf-8")
    return project


def test_the_portal_names_no_contact_that_it_does_not_know(site: Site) -> None:
    """Nobody has said whom to tell, so there is no file."""
    assert site.content.addressing.security.kontak == ()
    assert ".well-known/security.txt" not in {asset.alamat for asset in site.assets}


def test_the_file_holds_what_the_rfc_asks(tmp_path: Path) -> None:
    """RFC 9116: contacts in their order, an end within a year, the address at which it counts."""
    text = "kontak: [mailto:lapor@contoh.example, https://contoh.example/lapor]\nkebijakan: https://contoh.example/aturan\n"
    security = load_addressing(written(tmp_path, text)).security
    (file,) = security_files(security, TODAY, "https://contoh.example/")
    assert file.alamat == ".well-known/security.txt"
    lines = file.isi.decode().splitlines()
    assert lines == [
        "Contact: mailto:lapor@contoh.example",
        "Contact: https://contoh.example/lapor",
        "Expires: 2027-05-20T00:00:00Z",
        "Preferred-Languages: id, en",
        "Policy: https://contoh.example/aturan",
        "Canonical: https://contoh.example/.well-known/security.txt",
    ]
    expires = datetime.fromisoformat(lines[2].partition(": ")[2])
    assert 0 < (expires - datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)).days < 365
    (file,) = security_files(security, date(2027, 1, 1), "")
    assert b"Canonical" not in file.isi


@pytest.mark.parametrize("contact", ["lapor@contoh.example", "http://contoh.example/", "tel:0411", "mailto:lapor"])
def test_a_contact_is_an_address_that_a_browser_opens(tmp_path: Path, contact: str) -> None:
    """With what would be right."""
    with pytest.raises(ContentError) as error:
        load_addressing(written(tmp_path, f"kontak:\n  - {contact}\n"))
    assert str(error.value) == (
        f'alamat_data/keamanan.yml:2: kontak[1]: "{contact}" salah bentuk: kontak ditulis mailto:nama@contoh.go.id, '
        "https://contoh.go.id/lapor, atau tel:+62-411-000000."
    )
