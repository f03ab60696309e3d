"""What browsers may do: one policy, in every page and in the files for web servers."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bench.kinds import address_of
from macros.__main__ import main
from macros.trust.policy import FEATURES, FRAMED_BY, Feature, at, features_of, header_policy, headers_at, page_policy
from macros.trust.servers import NGINX, headers_file, nginx_maps, nginx_name
from tests.conftest import ROOT

DATA = {"application/ld+json", "application/json"}
"""Types of script that a browser does not run."""


class Inline(HTMLParser):
    """Collects the policy of a page, and whatever in it the policy forbids."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""
        self.forbidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        inline = tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA)
        wrong = [name for name, value in attrs if name == "style" or name.startswith("on") or _runs(value)]
        if inline or wrong:
            self.forbidden.append(f"<{tag} {wrong}>")


def _runs(value: str | None) -> bool:
    return bool(value) and re.sub(r"[\x00-\x20]", "", str(value)).lower().startswith("javascript:")


def test_every_page_says_its_policy_first_and_needs_no_exception(built: Path) -> None:
    """For hosts that send no headers. Where it said it later, what stands above would not be bound by it."""
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 200
    for file in pages:
        html = file.read_text(encoding="utf-8")
        page = Inline()
        page.feed(html)
        address = address_of(file, built)
        assert (address, page.policy, page.forbidden) == (address, page_policy(at(address)), [])
        assert "charset" in html[:1024]  # browsers look no further for it
        head = html[: html.index("Content-Security-Policy")]
        assert not re.search(r"<(script|link|style)\b", head), address


def test_nothing_inline_is_allowed_and_only_the_search_compiles() -> None:
    """Whatever the features add."""
    assert "unsafe-inline" not in header_policy(FEATURES)
    assert "'unsafe-eval'" not in header_policy(FEATURES)
    assert "wasm-unsafe-eval" in page_policy(at("cari/"))
    assert "wasm-unsafe-eval" not in page_policy(at("ppid/daftar/"))
    assert "frame-src https://www.youtube-nocookie.com;" in page_policy(at("warta/video/contoh/"))
    assert "frame-src 'none';" in page_policy(at("warta/2026/contoh/"))


def test_a_feature_adds_its_own_origins_at_its_own_addresses() -> None:
    """What every page may do stays; a directive that nothing else names begins with what others fall back to."""
    comments = Feature("warta/", (("script-src", "https://komentar.example"), ("font-src", "https://komentar.example")))
    policy = page_policy(at("warta/2026/contoh/", (*FEATURES, comments)))
    assert "script-src 'self' https://komentar.example;" in policy
    assert "font-src https://komentar.example" in policy
    assert "komentar" not in page_policy(at("ppid/", (*FEATURES, comments)))


def test_comments_are_let_in_where_they_are_switched_on(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below articles only; the command writes it for nginx, too, and tells a mistake in the settings."""
    features = features_of("https://komentar.example")
    assert "https://komentar.example" in page_policy(at("warta/2026/contoh/", features))
    assert "https://komentar.example" not in "".join(
        page_policy(at(a, features)) for a in ("", "warta/", "warta/video/")
    )
    settings = project / "portal.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}komentar:\n  server: https://komentar.example\n", encoding="utf-8")
    assert main(["--akar", str(project), "tajuk"]) == 0
    assert (project / NGINX).read_text(encoding="utf-8") == nginx_maps(features)
    settings.write_text(f"{text}komentar: x\n", encoding="utf-8")
    assert main(["--akar", str(project), "tajuk"]) == 1
    assert "portal.yml:" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["https://x.example; script-src *", 'x" onload="y', "a b", ""])
def test_a_source_that_would_end_the_policy_is_refused(source: str) -> None:
    """Whoever writes an address into the settings writes no policy."""
    with pytest.raises(ValueError, match="img-src"):
        Feature("warta/", (("img-src", source),))


def sent(file: str, path: str) -> dict[str, list[str]]:
    """What a host that reads `_headers` sends for a path: every header of every rule that fits."""
    headers: dict[str, list[str]] = {}
    fits = False
    for line in file.splitlines():
        if line.startswith("/"):
            fits = fnmatchcase(path, line) if line.endswith("*") else path == line
        elif fits:
            name, value = line.strip().split(": ", 1)
            headers.setdefault(name, []).append(value)
    return headers


def test_hosts_that_read_a_file_send_the_same(built: Path) -> None:
    """One value of each header; a section's policy allows what its pages say they need."""
    file = (built / "_headers").read_text(encoding="utf-8")
    for page in built.rglob("*.html"):
        address = address_of(page, built)
        headers = sent(file, f"/{address}")
        if address == "aduan/":
            continue  # its place is nothing but an old address that leads on
        wanted = headers_at(address)
        assert {name: len(values) for name, values in headers.items()} == dict.fromkeys(wanted, 1), address
        policy = headers.pop("Content-Security-Policy")[0]
        assert set(re.split(r";? ", wanted.pop("Content-Security-Policy"))) - {"'none'"} <= set(
            re.split(r";? ", policy)
        )
        assert {name: values[0] for name, values in headers.items()} == wanted
    assert max(map(len, file.splitlines())) < 2000  # Cloudflare Pages takes no longer line, and no more rules
    assert file.count("\n/") < 100


def test_the_editor_has_a_policy_of_its_own() -> None:
    """Two policies together would be stricter than its own; what holds for every file holds for its files, too."""
    for headers in (headers_at("admin/"), sent(headers_file(["warta/", "admin/"]), "/admin/index.html")):
        assert not {"Content-Security-Policy", "Cross-Origin-Opener-Policy"} & set(headers)
        assert "X-Content-Type-Options" in headers


def test_a_site_in_a_folder_has_its_rules_there() -> None:
    """As on pages of a project."""
    rules = headers_file(["warta/"], "/portal/")
    assert FRAMED_BY in sent(rules, "/portal/warta/2026/")["Content-Security-Policy"][0]
    assert sent(rules, "/warta/") == {}


def test_the_maps_for_nginx_are_current_and_all_are_used() -> None:
    """If this fails: python -m macros tajuk."""
    maps = (ROOT / NGINX).read_text(encoding="utf-8")
    assert maps == nginx_maps()
    server = (ROOT / "deploy/nginx/portal.conf").read_text(encoding="utf-8")
    used = {name.lower(): variable for name, variable in re.findall(r"add_header (\S+) \$(\S+) always;", server)}
    special = {
        "content-security-policy": "portal_csp",
        "cross-origin-opener-policy": "portal_opener",
        "strict-transport-security": "portal_hsts",
    }
    assert used == {name.lower(): special.get(name.lower(), nginx_name(name)) for name in headers_at("")}
    assert set(used.values()) <= set(re.findall(r"^map \S+ \$(\S+) \{", maps, re.MULTILINE))
