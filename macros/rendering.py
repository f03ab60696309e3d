"""The one Jinja environment: autoescape on, a missing name is an error."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.dates import long_date, spelled_dates
from macros.views.common import decimal_text

TEMPLATES = Path(__file__).parent / "templates"

PROSE = re.compile(
    r'\s*<h1[^>]*>(?P<judul>.*?)</h1>\s*(?P<pengantar><p class="pengantar">.*?</p>)?(?P<badan>.*)', re.DOTALL
)
"""Title, lead and body of a page that people write."""

SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)

ROOTED = re.compile(r'\b(href|src)="/(?!/)')


@cache
def template_cache() -> BytecodeCache | None:
    """Where compiled templates wait for the next run, as Python's own do; None where nothing can be written.

    Compiling the templates takes a fifth of a build of 400 pages. Each is kept with a checksum of its source.
    """
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=template_cache(),
    )
    environment.filters["ribuan"] = thousands
    environment.filters["desimal"] = decimal_text
    environment.filters["dua_desimal"] = two_decimals_text
    environment.filters["tanggal"] = long_date
    environment.filters["tanggal_dalam"] = spelled_dates
    return environment


def thousands(number: int) -> str:
    """`1.234` for 1234, as Indonesians write it."""
    return f"{number:,}".replace(",", ".")


def two_decimals_text(number: Decimal) -> str:
    """`82,40` for 82.4: an index that is always given with two decimals."""
    return f"{number:.2f}".replace(".", ",")


def render(template: str, address: str, **context: Any) -> str:
    """The HTML of a template for the page at `address` (relative to the root, such as `sop/mamuju/01/`).

    Templates put `akar` before every address, so the site works in any folder of any server.
    """
    return render_below(template, "../" * address.count("/"), **context)


def render_below(template: str, root: str, **context: Any) -> str:
    """The HTML of a template for a page from which `root` (such as `../../`, or `/`) leads to the site's root."""
    return _environment().get_template(template).render(akar=root, **context)


def rooted(html: str, address: str) -> str:
    """Prose with its links from the root (`/sop/mamuju/01/`) made relative to its page at `address`.

    People write where a page stands; the site works in any folder of any server all the same.
    """
    return ROOTED.sub(rf'\1="{"../" * address.count("/")}', html)


def prose_page(html: str, address: str) -> str:
    """Prose under the head that all pages share; one without a title of its own stays as it is."""
    found = PROSE.fullmatch(rooted(html, address))
    if found is None:
        return rooted(html, address)
    # what Markdown made of the files in docs/, which only the portal's own people write
    parts = {name: Markup(text or "") for name, text in found.groupdict().items()}  # noqa: S704
    contents = [(id_, Markup(name)) for id_, name in SECTION.findall(parts["badan"])]  # noqa: S704
    return render("prosa.html", address, isi=contents, **parts)
