"""Ids made from what people call a thing."""

from __future__ import annotations

import re
import unicodedata


def slug(title: str, limit: int = 80) -> str:
    """An id made from a title; empty where it has no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:limit]
        if len(longer) > limit:
            break
        made = longer
    return made
