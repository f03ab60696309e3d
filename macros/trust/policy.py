"""What browsers may do on the portal's pages: the one source of every header, meta element and server file.

The pages have no inline script, style or handler, so the Content Security Policy (CSP Level 3, W3C) forbids them.
Beyond what every page needs, a `Feature` names the addresses that need more, and exactly what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

SELF = "'self'"
NONE = "'none'"

BASE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": (NONE,),  # also fonts, workers, plug-ins: the portal has none
        "script-src": (SELF,),
        "style-src": (SELF,),
        "img-src": (SELF, "data:"),  # the theme's icons are data: addresses in its style sheet
        "media-src": (SELF,),
        "connect-src": (SELF,),
        "frame-src": (NONE,),
        "manifest-src": (SELF,),
        "form-action": (SELF,),
        "base-uri": (NONE,),
    }
)
"""Directive -> sources, for every page."""

FRAMED_BY = "frame-ancestors 'none'"
"""No other site may show a page in a frame. Browsers heed this in a header alone (CSP Level 3, section 3.3)."""

ADMIN = "admin/"
"""Where an editor for the content may be installed. It brings scripts and a policy of its own."""

PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone"),
        *("midi", "payment", "usb"),
    )
)
"""What no page asks a device for. What the video player needs (autoplay, full screen) is left as it is."""

HSTS = "max-age=31536000"
"""For a year a browser that came by https comes by nothing else. Other names below the domain belong to others, so
`includeSubDomains` is left out; browsers ignore the header on plain http (RFC 6797, section 8.1)."""

EVERYWHERE: Mapping[str, str] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",  # the video player refuses visitors without an origin
        "Permissions-Policy": PERMISSIONS,
        "X-Frame-Options": "DENY",  # for browsers that do not know frame-ancestors
    }
)
"""Headers that hold under ADMIN, too."""

OPENER = "Cross-Origin-Opener-Policy"
POLICY = "Content-Security-Policy"


SOURCE = re.compile(r"[\w:/.*'-]+")


@dataclass(frozen=True)
class Feature:
    """A part of the portal that needs more than every page, at the addresses that begin with `tempat`."""

    tempat: str
    """Relative to the site's root, such as `warta/video/`."""
    sumber: tuple[tuple[str, str], ...]
    """(directive, source), such as `("frame-src", "https://www.youtube-nocookie.com")`."""

    def __post_init__(self) -> None:
        """Raises ValueError where a source would end the attribute or the directive that it is written into."""
        for name, source in self.sumber:
            if not SOURCE.fullmatch(source):
                raise ValueError(f"{name} {source}")


FEATURES = (
    Feature("cari/", (("script-src", "'wasm-unsafe-eval'"),)),  # Pagefind compiles WebAssembly
    Feature("warta/video/", (("frame-src", "https://www.youtube-nocookie.com"),)),  # only after a click
)
"""What the portal itself needs."""


def features_of(comment_server: str | None) -> tuple[Feature, ...]:
    """What a portal needs whose comments, if it has any, lie on a server such as `https://komentar.contoh.go.id`.

    That server's script asks it for the comments of the page; articles lie below their year.
    """
    if comment_server is None:
        return FEATURES
    return (*FEATURES, Feature("warta/2", (("script-src", comment_server), ("connect-src", comment_server))))


def at(address: str, features: Iterable[Feature] = FEATURES) -> tuple[Feature, ...]:
    """The features in force at an address relative to the site's root."""
    return tuple(feature for feature in features if address.startswith(feature.tempat))


@cache
def page_policy(features: tuple[Feature, ...] = ()) -> str:
    """The policy as a page itself can state it, with what its features need."""
    directives = dict(BASE)
    for feature in features:
        for name, source in feature.sumber:
            others = tuple(one for one in directives.get(name, directives["default-src"]) if one != NONE)
            directives[name] = tuple(dict.fromkeys((*others, source)))
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def header_policy(features: tuple[Feature, ...] = ()) -> str:
    """The policy as a server states it."""
    return f"{page_policy(features)}; {FRAMED_BY}"


def headers_at(address: str, features: Iterable[Feature] = FEATURES) -> dict[str, str]:
    """Every header, by name, for an address relative to the site's root, as sent over https.

    Browsers obey header and page together, so a page gets what both allow.
    """
    headers = {**EVERYWHERE, "Strict-Transport-Security": HSTS}
    if not address.startswith(ADMIN):
        headers |= {POLICY: header_policy(at(address, features)), OPENER: "same-origin"}
    return headers
