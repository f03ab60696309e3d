"""Comments below news: off unless the office names its own server, asked for by the reader, told of on the privacy page."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.models.settings import Comments
from macros.site import Site
from macros.trust.policy import at, page_policy
from tests.conftest import ROOT
from tests.warta.conftest import SERVER

ARTICLE = "warta/2021/upacara-hari-jadi-ke-62/"


def page(site: Site, address: str) -> tuple[str, str]:
    """HTML and head of a page."""
    found = next(page for page in site.pages.values() if page.alamat == address)
    return found.html, found.kepala


def test_comments_are_off_unless_a_server_is_named(site: Site) -> None:
    """Neither a part of the page, nor a script, nor a word on the privacy page."""
    html, head = page(site, ARTICLE)
    assert "omentar" not in html + head
    assert site.warta.privacy_of_comments("privasi/").strip() == ""


def test_switched_on_every_article_has_a_button(with_comments: Site) -> None:
    """Nothing of the page is fetched from the comment server; without JavaScript a sentence says how else to respond."""
    html, head = page(with_comments, ARTICLE)
    assert f'<button class="tombol-biasa" type="button" data-komentar="{SERVER}">Tampilkan komentar</button>' in html
    assert f'data-isso-id="/{ARTICLE}"' in html
    assert 'src="https:' not in html + head
    assert f'href="{SERVER}' not in html + head
    assert "Komentar memerlukan JavaScript. Tanpa itu, tanggapan dapat disampaikan lewat" in html
    assert "layanan/aduan/" in {page.alamat for page in with_comments.pages.values()}
    assert 'aset/warta/komentar.js" defer' in head


def test_the_policy_lets_the_comment_server_in(site: Site, with_comments: Site) -> None:
    """On pages of news alone, for the script and its answers; nothing of its style, its pictures, its frames."""
    policy = page_policy(at(ARTICLE, with_comments.features))
    directives = [part.split()[0] for part in policy.split("; ") if SERVER in part]
    assert directives == ["script-src", "connect-src"]
    assert SERVER not in page_policy(at("ppid/", with_comments.features))
    assert SERVER not in page_policy(at(ARTICLE, site.features))


def test_only_news_has_comments(with_comments: Site) -> None:
    """No list, no SOP, no public information."""
    others = [page.alamat for page in with_comments.pages.values() if "komentar.js" in page.kepala]
    assert others
    assert all(address.startswith("warta/2") for address in others)


def test_the_privacy_page_tells_of_comments(with_comments: Site) -> None:
    """What is stored where, and what is not."""
    told = with_comments.warta.privacy_of_comments("privasi/")
    for part in ("komentar.contoh.go.id", "kuki", "15 menit", "30 hari", "Tidak ada gambar profil, suka"):
        assert part in told


def test_the_server_keeps_what_the_privacy_page_promises() -> None:
    """The configuration to copy: everything waits to be looked at, nothing is fetched from Gravatar, nothing mailed."""
    config = configparser.ConfigParser(inline_comment_prefixes=())
    config.read(ROOT / "scripts/komentar.cfg", encoding="utf-8")
    assert config["moderation"]["enabled"] == "true"
    assert config["moderation"]["purge-after"] == "30d"
    assert config["general"]["max-age"] == "15m"
    assert config["general"]["gravatar"] == config["general"]["reply-notifications"] == "false"
    assert config["guard"]["require-email"] == "false"
    script = Path(ROOT / "docs/aset/warta/komentar.js").read_text(encoding="utf-8")
    for setting in ('vote: "false"', 'avatar: "false"', 'gravatar: "false"', 'css: "false"'):
        assert setting in script


@pytest.mark.parametrize(
    ("server", "right"),
    [
        (SERVER, True),
        ("https://komentar.contoh.go.id:8443", True),
        ("http://localhost:8080", True),
        ("http://komentar.contoh.go.id", False),
        ("https://komentar.contoh.go.id/", False),
        ("https://komentar.contoh.go.id/isso", False),
        ('https://x" onclick="', False),
    ],
)
def test_the_servers_address(server: str, right: bool) -> None:
    """An origin, encrypted: a Content-Security-Policy can name it."""
    if right:
        assert Comments(server=server).server == server
    else:
        with pytest.raises(ValidationError):
            Comments(server=server)
