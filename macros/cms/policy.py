"""What the editor's page may load and do: the least with which Decap CMS works. No other page needs any of it."""

from __future__ import annotations

from collections.abc import Iterable

POLICY: tuple[tuple[str, str], ...] = (
    ("default-src", "'none'"),
    # Decap compiles the check of its configuration (ajv): https://github.com/decaporg/decap-cms/issues/2138
    ("script-src", "'self' 'unsafe-eval'"),
    # Decap's components write their styles into the page (emotion)
    ("style-src", "'self' 'unsafe-inline'"),
    # photos that are not saved yet, and icons of Decap
    ("img-src", "'self' blob: data:"),
    ("media-src", "'self' blob:"),
    ("font-src", "'self' data:"),
    # the preview: a frame without an address of its own
    ("frame-src", "'self' blob:"),
    ("worker-src", "'self' blob:"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)
"""Directive -> its sources; where the editor's page asks for content comes on top."""


def policy(origins: Iterable[str]) -> str:
    """The policy as a header or a `meta` states it, for an editor that talks to these origins."""
    connect = ("connect-src", " ".join(("'self'", "blob:", *origins)))
    return "; ".join(f"{name} {sources}" for name, sources in (*POLICY, connect))
