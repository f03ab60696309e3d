"""The configuration of Decap CMS: https://decapcms.org/docs/configuration-options/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from macros.cms.collections import collections
from macros.content import Content
from macros.models.settings import Editing

LOCAL = "http://localhost"


@dataclass(frozen=True)
class Backend:
    """Where content is kept."""

    config: Mapping[str, Any]
    """As Decap's configuration states it."""
    origins: tuple[str, ...]
    """What the browser talks to."""
    workflow: bool = True
    """Whether drafts, review and publishing are told apart; Decap's backend for Gitea cannot."""


def local_backend(port: int, branch: str) -> Backend:
    """A repository on this computer, over decap-server."""
    return Backend({"name": "proxy", "proxy_url": f"{LOCAL}:{port}/api/v1", "branch": branch}, (f"{LOCAL}:{port}",))


def backend(editing: Editing) -> Backend:
    """The service that the settings name."""
    return _SERVICES[editing.layanan](editing)


def _github(editing: Editing) -> Backend:
    return Backend(
        {"name": "github", "repo": editing.repo, "branch": editing.cabang, "base_url": editing.alamat},
        ("https://api.github.com", "https://www.githubstatus.com"),
    )


def _gitlab(editing: Editing) -> Backend:
    site = _site(editing.alamat or "https://gitlab.com")
    own = {"auth_type": "pkce", "app_id": editing.aplikasi, "base_url": site, "api_root": f"{site}/api/v4"}
    return Backend({"name": "gitlab", "repo": editing.repo, "branch": editing.cabang, **own}, (_origin(site),))


def _forgejo(editing: Editing) -> Backend:
    assert editing.alamat  # the rules of the settings ask for it
    site = _site(editing.alamat)
    own = {"app_id": editing.aplikasi, "base_url": site, "api_root": f"{site}/api/v1"}
    return Backend(
        {"name": editing.layanan, "repo": editing.repo, "branch": editing.cabang, **own},
        (_origin(site),),
        workflow=editing.layanan == "forgejo",
    )


_SERVICES: Mapping[str, Callable[[Editing], Backend]] = {
    "github": _github,
    "gitlab": _gitlab,
    "forgejo": _forgejo,
    "gitea": _forgejo,
}


def _site(address: str) -> str:
    return address.rstrip("/")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


COMMITS = {
    "create": "Tambah {{collection}} {{slug}}",
    "update": "Ubah {{collection}} {{slug}}",
    "delete": "Hapus {{collection}} {{slug}}",
    "uploadMedia": "Unggah {{path}}",
    "deleteMedia": "Hapus {{path}}",
}
"""What Git's history says of each change."""


def configuration(content: Content, kept: Backend, address: str) -> dict[str, Any]:
    """Everything that Decap has to know; `address` is the site's own, empty where it is not known."""
    return {
        "load_config_file": False,
        "locale": "id",
        "backend": {**kept.config, "commit_messages": COMMITS},
        **({"publish_mode": "editorial_workflow"} if kept.workflow else {}),
        **({"site_url": address, "display_url": address} if address else {}),
        # uploads lie beside their entry; what belongs to none is refused by the checker
        "media_folder": "unggahan",
        "public_folder": "unggahan",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "collections": list(collections(content)),
    }
