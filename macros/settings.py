"""Whose portal this is: where it is written, what the file has to keep, and its colours as a style sheet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading import Loaded
from macros.models.settings import Colours, Settings
from macros.problems import Problem, quoted

FILE = "portal.yml"
COLOURS = "aset/warna.css"
"""Where the style sheet of an office's own colours is published."""

WHITE = "#ffffff"
LIGHT_GROUNDS = (WHITE, "#f3f7f9")
DARK_GROUNDS = ("#14191c", "#1b2226")
"""Grounds of text in the two schemes, as portal.css has them; a test compares."""

TEXT_CONTRAST = 4.5
"""Least contrast of text: WCAG 2.2, success criterion 1.4.3 (AA)."""
SIGN_CONTRAST = 3.0
"""Least contrast of what is no text but carries meaning: WCAG 2.2, success criterion 1.4.11 (AA)."""


def check_settings(settings: Settings, loaded: Loaded) -> Iterator[Problem]:
    """Own colours can be read by everybody: WCAG 2.2 AA on every ground they stand on."""
    if settings.warna is None:
        return
    colours = settings.warna
    pairs = (
        ("pita", colours.pita, (WHITE,), TEXT_CONTRAST, "tulisan putih di atasnya"),
        ("pita_tua", colours.pita_tua, (WHITE,), TEXT_CONTRAST, "tulisan putih di atasnya"),
        ("aksen", colours.aksen, (colours.pita,), SIGN_CONTRAST, "lambang di atas pita"),
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
    """Contrast of two colours such as `#0b4f6c`, from 1 to 21, as WCAG 2.2 defines it ("contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def style(colours: Colours) -> str:
    """The style sheet that puts an office's colours in place of the design's."""
    dark = f"--md-typeset-a-color:{colours.tautan_gelap};--md-accent-fg-color:{colours.tautan_gelap};"
    light = f"--md-typeset-a-color:{colours.tautan};--md-accent-fg-color:{colours.tautan};"
    return (
        f":root{{--biru:{colours.pita};--biru-tua:{colours.pita_tua};--emas:{colours.aksen}}}\n"
        f':root,[data-md-color-scheme="default"]{{{light}}}\n'
        f'[data-md-color-scheme="slate"]{{{dark}}}\n'
        f"@media (prefers-color-scheme:dark){{.no-js:root{{{dark}}}}}\n"
    )
