"""Every size of the drawing, in em of the table's text, so that it grows with the reader's font."""

from __future__ import annotations

SYMBOL_WIDTH = 3.4
SYMBOL_HEIGHT = 1.8
TRACK = 0.55
"""Distance between two lines that run side by side, and from the first to the border."""
MARGIN_X = 0.7
"""Least space beside a symbol."""
MARGIN_Y = 0.95
"""Least space above and below a symbol: an arrowhead and a bit of line."""
ARROW = 0.62
"""Length and width of an arrowhead."""
LABEL_FONT = 0.86
"""Size of labels, relative to the table's text."""
LABEL_LINE = 1.0
"""Height of a line of a label."""
MOST_LABEL_LINES = 3
LABEL_GAP = 0.3
"""Space between a label and the line it belongs to, and the symbol."""
CHARACTER = 0.6
"""Generous mean width of a character of a label in bold."""
END_STUB = 0.5
"""Line from a decision down to the small capsule that ends the procedure, beside the height of its label."""
END_HEIGHT = 1.2
END_WIDTH = 3.4
PENTAGON_WIDTH = 1.6
PENTAGON_NARROW = 0.9
"""Width of a pentagon between lines of the same channel: less than two tracks, so that each stays on its line."""
PENTAGON_HEIGHT = 1.5
PENTAGON_BODY = 1.1
"""The part of a pentagon's height beside its tip, where the letter stands."""
PENTAGON_GAP = 0.25
"""Space between two levels of pentagons, and at the far end of their strip."""
PENTAGON_LEAD = 0.6
"""Line from the row's border to the pentagon nearest to it."""
STEP = 0.5
"""Sizes of rows and columns come in multiples of this, as classes of the style sheet."""


def label_lines(text: str) -> list[str]:
    """A label broken at its spaces into lines about as long as its longest word, `MOST_LABEL_LINES` at most."""
    words = text.split()
    widest = max((len(word) for word in words), default=0)
    lines = [""]
    for word in words:
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= max(widest, 7) or len(lines) == MOST_LABEL_LINES:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def label_width(text: str) -> float:
    """Width a label needs."""
    return max(len(line) for line in label_lines(text)) * CHARACTER * LABEL_FONT


def end_stub(lines: int) -> float:
    """Length of the line down to an end capsule whose label has so many lines."""
    return END_STUB + lines * LABEL_LINE


def label_height(text: str) -> float:
    """Height a label needs."""
    return len(label_lines(text)) * LABEL_LINE


def pentagon_lead(level: int) -> float:
    """Length of the line from the row's border to a pentagon of that level; level 0 is nearest."""
    return PENTAGON_LEAD + level * (PENTAGON_HEIGHT + PENTAGON_GAP)


def steps(size: float) -> int:
    """The number of the smallest class that holds a size."""
    return -int(-size // STEP)
