"""The policy as files for web servers: `_headers` in the site (Netlify, Cloudflare Pages), maps for nginx."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from macros.pages import Asset
from macros.trust.policy import ADMIN, EVERYWHERE, FEATURES, HSTS, OPENER, POLICY, Feature, at, header_policy

HEADERS = "_headers"
"""Where the file lies in the site."""

NGINX = "deploy/nginx/portal-tajuk.conf"
"""Where the maps for nginx lie in the project."""


def headers_asset(addresses: Iterable[str], site: str, features: Iterable[Feature] = FEATURES) -> Asset:
    """The policy for hosts that read it from a file; `site` is the site's own address, or empty."""
    return Asset(HEADERS, headers_file(addresses, urlsplit(site).path or "/", features).encode())


def headers_file(addresses: Iterable[str], folder: str = "/", features: Iterable[Feature] = FEATURES) -> str:
    """The policy for hosts that read `_headers`; `folder` is the site's place on its server, slashes at both ends.

    Such hosts send the headers of every rule that fits, and two policies together are stricter than each. So no rule
    with a policy overlaps another one: there is one for each folder of the site's root, with what any page in it may
    do (the page's own policy is exact), and none for `ADMIN`.
    """
    known = tuple(features)
    top = sorted({address.partition("/")[0] + "/" for address in addresses if "/" in address} - {ADMIN})
    lines = [f"{folder}*", *(f"  {name}: {value}" for name, value in EVERYWHERE.items())]
    lines.append(f"  Strict-Transport-Security: {HSTS}")
    for place in ("", "404.html", *(f"{name}*" for name in top)):
        inside = place.removesuffix("*")
        below = tuple(one for one in known if inside and one.tempat.startswith(inside))
        policy = header_policy(tuple(dict.fromkeys((*at(inside, known), *below))))
        lines += [f"{folder}{place}", f"  {POLICY}: {policy}", f"  {OPENER}: same-origin"]
    return "\n".join((*lines, ""))


def nginx_maps(features: Iterable[Feature] = FEATURES) -> str:
    """The policy as nginx' maps from an address to the value of each header; an empty value sends no header."""
    known = tuple(features)
    places = sorted({feature.tempat for feature in known}, key=lambda place: (-len(place), place))
    lines = [
        "# Dibuat oleh: python -m macros tajuk. Jangan disunting; sumbernya macros/trust/policy.py.",
        "map_hash_bucket_size 256;",  # before any map; addresses that moved may be long
        "map $uri $portal_csp {",
        f'    default "{header_policy(at("", known))}";',
        f'    ~^/{ADMIN} "";',
        *(f'    ~^/{re.escape(place)} "{header_policy(at(place, known))}";' for place in places),
        "}",
        f'map $uri $portal_opener {{\n    default "same-origin";\n    ~^/{ADMIN} "";\n}}',
        # the header means nothing on plain http
        f'map $https $portal_hsts {{\n    default "";\n    on "{HSTS}";\n}}',
    ]
    for name, value in EVERYWHERE.items():
        lines.append(f'map $uri ${nginx_name(name)} {{\n    default "{value}";\n}}')
    return "\n".join((*lines, ""))


def nginx_name(header: str) -> str:
    """The variable that holds a header of every address: `portal_referrer_policy`."""
    return f"portal_{header.lower().replace('-', '_')}"
