"""What the editor's page may load and do: the least with which Decap CMS works. No other page needs any of it.

The page states it itself, in a `meta`. Of two policies both hold, so the headers that the portal makes for servers
(macros/trust) leave `/admin/` out.
"""

from __future__ import annotations

from collections.abc import Iterable

POLICY: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    # Decap compiles the check of its configuration (ajv): https://github.com/decaporg/decap-cms/issues/2138
    ("script-src", "'self' 'unsafe-eval'"),
    # Decap's components write their styles into the page (emotion)
    ("style-src", "'self' 'unsafe-inline'"),
    # photos that are not saved yet, and the page's empty icon
    ("img-src", "'self' blob: data:"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)
"""Directive -> its sources; where the editor's page asks for content comes on top."""


def policy(origins: Iterable[str]) -> str:
    """The policy as a header or a `meta` states it, for an editor that talks to these origins."""
    # Decap reads an upload back before it saves it
    connect = ("connect-src", " ".join(("'self'", "blob:", *origins)))
    return "; ".join(f"{name} {sources}" for name, sources in (*POLICY, connect))
