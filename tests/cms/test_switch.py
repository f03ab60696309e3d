"""The editor is on the site only where it is switched on, and is nothing for search engines."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.cms import section
from macros.cms.config import backend, configuration, local_backend
from macros.cms.policy import POLICY, policy
from macros.content import Content, load_content
from macros.loading import load_yaml
from macros.models.settings import Editing, Settings
from macros.ppid.documents import MAX_BYTES as DOCUMENT_BYTES
from macros.problems import ContentError
from macros.settings import check_settings
from macros.site import Site
from macros.validation import validate
from macros.warta.photos import MAX_BYTES as PHOTO_BYTES
from tests.conftest import ROOT, TODAY, run_module

GITHUB = Editing(layanan="github", repo="dinas/portal", alamat="https://masuk.contoh.go.id")
GITLAB = Editing(layanan="gitlab", repo="dinas/web/portal", aplikasi="abc")
FORGEJO = Editing(layanan="forgejo", repo="dinas/portal", alamat="https://git.contoh.go.id/", aplikasi="abc")
GITEA = FORGEJO.model_copy(update={"layanan": "gitea"})


def test_nothing_of_the_editor_is_on_the_public_site(built: Path) -> None:
    """No page, no script, and no address that leads to it."""
    assert not (built / "admin").exists()
    files = [file for file in built.rglob("*") if file.suffix in (".html", ".js", ".xml", ".txt", ".json")]
    assert not [
        file.name for file in files if re.search(rb'decap|(?:href|src)="(?:\.\./|\./|/)*admin/', file.read_bytes())
    ]


def test_the_editor_is_for_no_search_engine(editor: Path, content: Content) -> None:
    """Its page says so itself, no list of addresses names it, and it is not promised for ever."""
    assert '<meta name="robots" content="noindex">' in (editor / "index.html").read_text(encoding="utf-8")
    site = Site(content, TODAY, address="https://contoh.go.id/", editor=local_backend(8081, "main"))
    sitemaps = [asset.isi for asset in site.assets if re.search(r"sitemap.*\.xml|robots\.txt", asset.alamat)]
    assert any(asset.alamat == "admin/index.html" for asset in site.assets)
    assert sitemaps
    assert not [text for text in sitemaps if b"go.id/admin" in text]
    assert not [address for address in site.addressing().unrecorded if address.startswith("admin")]


def test_the_page_is_small_and_holds_no_script_of_its_own(editor: Path) -> None:
    """One module is loaded; the policy stands in the page, and it allows no other server than the one named."""
    text = (editor / "index.html").read_text(encoding="utf-8")
    assert len(text) < 1500
    assert re.findall(r"<script[^>]*>(.*?)</script>", text) == [""]
    assert "connect-src &#x27;self&#x27; blob: http://localhost:8081" in text
    assert not re.search(r"https?://(?!localhost:8081)", text)


def test_the_policy_opens_no_door_but_those_that_decap_needs() -> None:
    """No inline script, no foreign script, style, font or frame."""
    foreign = [source for _, sources in POLICY for source in sources.split() if "//" in source or source == "*"]
    assert foreign == []
    assert dict(POLICY)["script-src"] == "'self' 'unsafe-eval'"
    assert policy(["https://api.github.com"]).endswith("connect-src 'self' blob: https://api.github.com")


@pytest.mark.parametrize(
    ("editing", "expected", "origins"),
    [
        (GITHUB, {"name": "github", "base_url": "https://masuk.contoh.go.id"}, "https://api.github.com"),
        (
            GITLAB,
            {"name": "gitlab", "auth_type": "pkce", "api_root": "https://gitlab.com/api/v4"},
            "https://gitlab.com",
        ),
        (FORGEJO, {"name": "forgejo", "api_root": "https://git.contoh.go.id/api/v1"}, "https://git.contoh.go.id"),
    ],
    ids=lambda value: value.layanan if isinstance(value, Editing) else None,
)
def test_services(content: Content, editing: Editing, expected: dict[str, str], origins: str) -> None:
    """Drafts are reviewed before they are published, on all three; the browser talks to the service itself."""
    kept = backend(editing)
    config = configuration(content, kept, "https://contoh.go.id/")
    assert {**config["backend"], **expected} == config["backend"]
    assert config["publish_mode"] == "editorial_workflow"
    assert origins in policy(kept.origins)


def test_another_office_edits_its_own_files() -> None:
    """In its folder; what all offices share stays where it is, so that a first file of its own hides nothing."""
    config = configuration(load_content(ROOT / "kantor/mamuju"), local_backend(8081, "main"), "")
    folders = {item["name"]: item.get("folder") or item["files"][0]["file"] for item in config["collections"]}
    assert folders["informasi"] == "kantor/mamuju/ppid_data/informasi"
    assert folders["layanan"] == "layanan_data/layanan"
    assert folders["sop-mamuju"] == "sop_data/mamuju"
    assert folders["register-kategori"] == "warta_data/kategori.yml"


def test_gitea_publishes_at_once(content: Content) -> None:
    """Decap's backend for Gitea refuses to start with a workflow: there, protect the branch instead."""
    assert "publish_mode" not in configuration(content, backend(GITEA), "")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ("layanan: github", "penyunting: alamat wajib ada untuk github: alamat layanan OAuth"),
        ("layanan: gitlab", "penyunting: aplikasi wajib ada untuk gitlab"),
        ("layanan: forgejo", "penyunting: alamat wajib ada untuk forgejo"),
        ("layanan: github\n  alamat: https://a.id\n  aplikasi: b", "penyunting.aplikasi: tidak dipakai untuk github"),
        ("layanan: githup", 'Maksud Anda "github"?'),
        ("layanan: gitlab\n  aplikasi: a\n  cabang:", "penyunting.cabang: nilainya kosong"),
    ],
)
def test_settings_that_nobody_could_sign_in_with_are_refused(project: Path, lines: str, complaint: str) -> None:
    """Each service says what it needs; GitHub's app is known to the sign-in service alone."""
    settings = project / "portal.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}penyunting:\n  repo: dinas/portal\n  {lines}\n", encoding="utf-8")
    assert complaint in run_module("macros", "--akar", str(project), "periksa").stdout


def test_a_build_without_the_packages_says_how_to_install_them(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command stands in the message."""
    monkeypatch.setattr(section, "DECAP", tmp_path)
    with pytest.raises(ContentError, match=r"python scripts/node\.py penyunting"):
        list(section.editor_assets(content, local_backend(8081, "main"), ""))


def test_the_configuration_takes_no_more_than_it_needs(editor: Path) -> None:
    """A browser on a slow line loads it once: options of registers are most of it."""
    config = json.loads((editor / "config.json").read_text(encoding="utf-8"))
    assert [item["name"] for item in config["collections"]][:2] == ["artikel", "kilas"]
    assert (editor / "config.json").stat().st_size < 1_000_000


def test_the_settings_in_the_guide_are_right(project: Path) -> None:
    """Every example for portal.yml passes the checker; sizes are those that are refused."""
    guide = (section.PACKAGES / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    assert len(examples) == 3
    settings = project / "portal.yml"
    text = settings.read_text(encoding="utf-8")
    for example in examples:
        settings.write_text(text + example, encoding="utf-8")
        loaded = load_yaml(settings, settings.name)
        read = validate(Settings, loaded)
        assert read
        assert [*loaded.problems, *check_settings(read, loaded)] == []
    assert f"foto {PHOTO_BYTES // 1_000_000} MB, dokumen {DOCUMENT_BYTES // 1_000_000} MB" in guide
