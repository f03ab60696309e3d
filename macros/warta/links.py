"""Where the links and images of an article lead: put right where they are right, told where they are not."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from macros.problems import quoted
from macros.trust.scanning import INVISIBLE
from macros.warta.article import Link, PhotoFile

SCHEMES = ("https", "http", "mailto", "tel")
"""What a link may begin with. Browsers run what follows `javascript:`, and show as a page what follows `data:`."""

BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f]+")
"""Browsers leave these out of an address before they look at its scheme."""


SIZES = "(min-width: 800px) 760px, 100vw"
"""How wide an image in a text stands on the screen, for the browser's choice between its files."""

WIDTHLESS = re.compile(rf"\x02[^\x03]*\x03|[\s\u00ad{INVISIBLE}]+")
"""What takes no place in a text: marks of what the parser has put aside, blanks, signs without width."""

TAB = 4
"""Columns of a tab in Markdown."""


class Places:
    """Finds the lines on which pieces of an article stand; the same piece once more stands further down."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text.expandtabs(TAB)  # as Markdown reads it
        self.first_line = first_line
        self.reached: dict[str, int] = {}

    def line(self, piece: str) -> int:
        """The line of the next place at which `piece` stands; the first line where there is none."""
        at = self.text.find(piece, self.reached.get(piece, 0))
        if at < 0:
            at = max(self.text.find(piece), 0)
        self.reached[piece] = at + len(piece)
        return self.first_line + self.text.count("\n", 0, at)


FindPhoto = Callable[[str], PhotoFile | str]
"""Gives the photo of a name that lies beside the article, or why it cannot be shown."""


def plain_address(written: str) -> str:
    """An address as a browser reads it: characters that were written by name put in, blanks left out."""
    return BLANKS.sub("", html.unescape(written.replace(AMP_SUBSTITUTE, "&")))


def visible(link: Element) -> bool:
    """Whether a link has anything to click on: a picture, or a character with some width."""
    text = html.unescape("".join(link.itertext()).replace(AMP_SUBSTITUTE, "&"))
    return link.find(".//img") is not None or bool(WIDTHLESS.sub("", text))


class LinkReader:
    """Goes through the links and images of one article; the page lies at `address`."""

    def __init__(self, address: str, find_photo: FindPhoto, places: Places) -> None:
        self.root = "../" * address.count("/")
        self.find_photo = find_photo
        self.places = places
        self.links: list[Link] = []
        self.photos: dict[str, PhotoFile] = {}
        self.lines: dict[str, int] = {}
        """The line on which a photo is first shown, by its name."""
        self.mistakes: list[tuple[int, str]] = []
        """(line, message)"""

    def link(self, element: Element) -> None:
        """Make a link ready for the page."""
        written = element.get("href", "")
        address = plain_address(written)
        if element.get("class", "").startswith("footnote"):
            return
        if AMP_SUBSTITUTE in written:  # an e-mail address between pointed brackets, which Markdown disguises
            line = self.places.line(address.removeprefix("mailto:"))
        else:
            line = self.places.line(written or "]()")
        element.set("href", address)
        if not visible(element):
            message = f"tautan ke {quoted(address)} tanpa teks yang terlihat. Tulis [teks]({written}), atau hapus."
            self.mistakes.append((line, message))
            return
        try:
            parts = urlsplit(address)
        except ValueError:
            self.mistakes.append((line, f"alamat tautan {quoted(written)} tidak sah."))
            return
        if parts.scheme:
            if parts.scheme not in SCHEMES:
                message = f"tautan {quoted(address)} tidak diizinkan. Alamat diawali https:// atau mailto:."
                self.mistakes.append((line, message))
            elif parts.scheme in ("http", "https"):
                element.set("rel", "noopener")
        elif address.startswith("/") and not parts.netloc and "\\" not in address:
            self.links.append(Link(unquote(parts.path).removeprefix("/"), line))
            element.set("href", f"{self.root}{address[1:]}" or "./")
        else:
            message = (
                f"tautan {quoted(written)} tidak jelas tujuannya. Ke halaman portal: tulis alamatnya dari akar, "
                "misalnya /ppid/. Ke situs lain: diawali https://."
            )
            self.mistakes.append((line, message))

    def image(self, element: Element) -> Element | None:
        """Make an image ready for the page: it lies beside the article, and says what it shows.

        Gives the picture that offers it in all formats, to stand around it.
        """
        name = element.get("src", "")
        line = self.places.line(name)
        photo = self.find_photo(name)
        if isinstance(photo, str):
            self.mistakes.append((line, photo))
            return None
        if not element.get("alt", "").strip():
            message = f"gambar {quoted(name)} tanpa teks pengganti. Tulis ![apa yang terlihat]({name})."
            self.mistakes.append((line, message))
        self.photos[name] = photo
        self.lines.setdefault(name, line)
        width = photo.ukuran[-1]
        element.set("src", quote(photo.besar))
        element.set("srcset", photo.srcset("jpg"))
        element.set("sizes", SIZES)
        element.set("loading", "lazy")
        element.set("width", str(width))
        element.set("height", str(photo.tinggi_pada(width)))
        picture = Element("picture")
        for ending in ("avif", "webp"):
            source = {"type": f"image/{ending}", "srcset": photo.srcset(ending), "sizes": SIZES}
            picture.append(Element("source", source))
        return picture
