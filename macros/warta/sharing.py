"""Links that share a page: plain addresses, opened by a click and not before, so nobody is counted or followed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class ShareLink:
    """Where to share, and the address that does it."""

    nama: str
    url: str


def share_links(title: str, address: str) -> tuple[ShareLink, ...]:
    """WhatsApp first: it is what people here use. `address` is the page's whole address."""
    words, page = quote(title, safe=""), quote(address, safe="")
    return (
        ShareLink("WhatsApp", f"https://wa.me/?text={words}%20{page}"),
        ShareLink("Telegram", f"https://t.me/share/url?url={page}&text={words}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={page}"),
        ShareLink("Surel", f"mailto:?subject={words}&body={page}"),
    )
