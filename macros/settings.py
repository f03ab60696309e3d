"""Whose portal this is: where it is written, what the file has to keep, and its colours as a style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Loaded
from macros.models.settings import Colours, Editing, Settings
from macros.problems import Problem, quoted

FILE = "portal.yml"
COLOURS = "aset/warna.css"
"""Where the style sheet of an office's own colours is published."""

WHITE = "#fff"
LIGHT_GROUNDS = (WHITE, "#f5f8fa", "#e8f0f4", "#e5f3ea", "#fdf3dc", "#fbeaea")
DARK_GROUNDS = ("#14191c", "#1b2226", "#22313a", "#17302a", "#33291a", "#3a2021")
"""Grounds of text in the two schemes, as token.css has them; a test compares."""

TEXT_CONTRAST = 4.5
"""Least contrast of text: WCAG 2.2, success criterion 1.4.3 (AA)."""
SIGN_CONTRAST = 3.0
"""Least contrast of what is no text but carries meaning: WCAG 2.2, success criterion 1.4.11 (AA)."""


def check_settings(settings: Settings, loaded: Loaded) -> Iterator[Problem]:
    """Own colours can be read by everybody; where editors sign in is known."""
    if settings.warna:
        yield from _colours(settings.warna, loaded)
    if settings.penyunting:
        yield from _editing(settings.penyunting, loaded)


def _editing(editing: Editing, loaded: Loaded) -> Iterator[Problem]:
    """GitHub signs in over a service of one's own, the others over PKCE at an address and for an app of theirs."""
    if editing.layanan != "gitlab" and not editing.alamat:
        what = "alamat layanan OAuth yang dipasang sendiri" if editing.layanan == "github" else "alamat servernya"
        yield loaded.problem(("penyunting",), f"alamat wajib ada untuk {editing.layanan}: {what}.")
    if editing.layanan != "github" and not editing.aplikasi:
        yield loaded.problem(("penyunting",), f"aplikasi wajib ada untuk {editing.layanan}: id aplikasi OAuth-nya.")
    if editing.layanan == "github" and editing.aplikasi:
        message = "tidak dipakai untuk github: layanan OAuth yang menyimpannya. Hapus barisnya."
        yield loaded.problem(("penyunting", "aplikasi"), message)


def _colours(colours: Colours, loaded: Loaded) -> Iterator[Problem]:
    """Own colours can be read by everybody: WCAG 2.2 AA on every ground they stand on."""
    pairs = (
        ("pita", colours.pita, (WHITE,), TEXT_CONTRAST, "tulisan putih di atasnya"),
        ("pita_tua", colours.pita_tua, (WHITE,), TEXT_CONTRAST, "tulisan putih di atasnya"),
        ("aksen", colours.aksen, (colours.pita, colours.pita_tua), SIGN_CONTRAST, "lambang dan garis di atas pita"),
        ("tautan", colours.tautan, LIGHT_GROUNDS, TEXT_CONTRAST, "tautan pada latar terang"),
        ("tautan_gelap", colours.tautan_gelap, DARK_GROUNDS, TEXT_CONTRAST, "tautan pada latar gelap"),
    )
    for key, colour, others, least, what in pairs:
        ratio = min(contrast(colour, other) for other in others)
        if ratio < least:
            found, wanted = (f"{number:.1f}".replace(".", ",") for number in (ratio, least))
            message = f"{quoted(colour)}: kontras {what} {found}; paling sedikit {wanted} (WCAG 2.2 AA)."
            yield loaded.problem(("warna", key), message)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours such as `#0b4f6c` or `#fff`, from 1 to 21, as WCAG 2.2 defines it ("contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    digits = colour[1:] if len(colour) > 4 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def own_tokens(colours: Colours) -> dict[str, tuple[str, str]]:
    """Token of docs/aset/token.css -> its value in the light and the dark scheme, where an office has its own."""
    return {
        "biru": (colours.pita, colours.pita),
        "biru-tua": (colours.pita_tua, colours.pita_tua),
        "emas": (colours.aksen, colours.aksen),
        "tautan": (colours.tautan, colours.tautan_gelap),
        "utama": (colours.pita, colours.tautan_gelap),
        "fokus": (colours.tautan, colours.tautan_gelap),
    }


def style(colours: Colours) -> str:
    """The style sheet that puts an office's colours in place of the design's."""
    rules = [
        f"--{name}:var(--terang,{light}) var(--gelap,{dark})" for name, (light, dark) in own_tokens(colours).items()
    ]
    return f":root{{{';'.join(rules)}}}\n"
