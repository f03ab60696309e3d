"""Style sheets of documents on paper."""

from __future__ import annotations

from pathlib import Path

WEB = Path(__file__).resolve().parents[2] / "docs/aset"
"""Style sheets of the site, for what looks on paper as it does when its page is printed."""

DOCUMENT = (WEB / "grafik.css", Path(__file__).parent / "dokumen.css")
"""Text, tables and charts on upright paper: charts as on the page, then what paper has otherwise."""
