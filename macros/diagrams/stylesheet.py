"""The style sheet of the drawing: words of `cells` -> lengths, from the sizes in `measures`."""

from __future__ import annotations

from macros.diagrams.measures import (
    ARROW,
    END_HEIGHT,
    END_WIDTH,
    LABEL_FONT,
    LABEL_GAP,
    LABEL_LINE,
    MOST_LABEL_LINES,
    PENTAGON_BODY,
    PENTAGON_GAP,
    PENTAGON_HEIGHT,
    PENTAGON_NARROW,
    PENTAGON_WIDTH,
    STEP,
    SYMBOL_HEIGHT,
    SYMBOL_WIDTH,
    TRACK,
    end_stub,
    pentagon_lead,
)

X = "(100% + var(--g) - var(--e)) / 2"
"""A symbol's middle from the left edge of its cell: channels take space on the left, at the last column also right."""
Y = "(100% + var(--b) - var(--f)) / 2"
"""The middle of a symbol from the top of its cell: the channel takes space above, an end capsule below."""

RULES = f"""\
/* Generated from macros/diagrams: sizes in em of the table's text. */
.bagan {{ --g: 0em; --e: 0em; --b: 0em; --f: 0em; }}
.bagan td.sel {{ position: relative; padding: 0; }}
.bagan .dh, .bagan .dv, .bagan .mata, .bagan .kata, .bagan .simbol, .bagan .isi-simbol, .bagan .akhir {{ position: absolute; }}
.bagan .dh {{ height: 0; border-top: 1.5px solid var(--simbol-garis); margin-top: -0.75px; }}
.bagan .dv {{ width: 0; border-left: 1.5px solid var(--simbol-garis); margin-left: -0.75px; }}
.bagan .yc {{ top: calc({Y}); }}
.bagan .xc {{ left: calc({X}); }}
.bagan .l0 {{ left: -1px; }}
.bagan .r0 {{ right: -1px; }}
.bagan .t0 {{ top: -1px; }}
.bagan .b0 {{ bottom: -1px; }}
.bagan .lc {{ left: calc({X}); }}
.bagan .rc {{ right: calc(100% - {X}); }}
.bagan .tc {{ top: calc({Y}); }}
.bagan .bc {{ bottom: calc(100% - {Y}); }}
.bagan .lsr {{ left: calc({X} + {SYMBOL_WIDTH / 2}em); }}
.bagan .rsl {{ right: calc(100% - {X} + {SYMBOL_WIDTH / 2}em); }}
.bagan .tsb {{ top: calc({Y} + {SYMBOL_HEIGHT / 2}em); }}
.bagan .bst {{ bottom: calc(100% - {Y} + {SYMBOL_HEIGHT / 2}em); }}
.bagan .simbol {{ left: calc({X} - {SYMBOL_WIDTH / 2}em); top: calc({Y} - {SYMBOL_HEIGHT / 2}em); width: {SYMBOL_WIDTH}em; height: {SYMBOL_HEIGHT}em; max-width: none; overflow: visible; }}
.bagan .isi-simbol {{ left: calc({X} - {SYMBOL_WIDTH / 2}em); top: calc({Y} - {SYMBOL_HEIGHT / 2}em); width: {SYMBOL_WIDTH}em; height: {SYMBOL_HEIGHT}em; line-height: {SYMBOL_HEIGHT}em; text-align: center; }}
.bagan .mata {{ width: {ARROW}em; height: {ARROW}em; fill: var(--simbol-garis); max-width: none; }}
.bagan .mtop {{ left: calc({X} - {ARROW / 2}em); top: calc({Y} - {SYMBOL_HEIGHT / 2 + ARROW}em); }}
.bagan .mbottom {{ left: calc({X} - {ARROW / 2}em); top: calc({Y} + {SYMBOL_HEIGHT / 2}em); transform: rotate(180deg); }}
.bagan .mleft {{ left: calc({X} - {SYMBOL_WIDTH / 2 + ARROW}em); top: calc({Y} - {ARROW / 2}em); transform: rotate(-90deg); }}
.bagan .mright {{ left: calc({X} + {SYMBOL_WIDTH / 2}em); top: calc({Y} - {ARROW / 2}em); transform: rotate(90deg); }}
.bagan .kata {{ white-space: nowrap; line-height: {LABEL_LINE}em; }}
.bagan .kata span {{ display: block; font-size: {LABEL_FONT}em; line-height: {LABEL_LINE / LABEL_FONT:.3f}em; }}
.bagan .kright {{ left: calc({X} + {SYMBOL_WIDTH / 2 + LABEL_GAP}em); bottom: calc(100% - {Y} + {LABEL_GAP / 2}em); }}
.bagan .kleft {{ right: calc(100% - {X} + {SYMBOL_WIDTH / 2 + LABEL_GAP}em); bottom: calc(100% - {Y} + {LABEL_GAP / 2}em); text-align: right; }}
.bagan .kbottom {{ left: calc({X} + {LABEL_GAP}em); top: calc({Y} + {SYMBOL_HEIGHT / 2 + LABEL_GAP / 2}em); }}
.bagan .ktop {{ left: calc({X} + {LABEL_GAP}em); bottom: calc(100% - {Y} + {SYMBOL_HEIGHT / 2 + LABEL_GAP / 2}em); }}
.bagan .takhir {{ left: calc({X}); top: calc({Y} + {SYMBOL_HEIGHT / 2}em); height: var(--s); }}
.bagan .makhir {{ left: calc({X} - {ARROW / 2}em); top: calc({Y} + {SYMBOL_HEIGHT / 2 - ARROW}em + var(--s)); }}
.bagan .akhir {{ left: calc({X} - {END_WIDTH / 2}em); top: calc({Y} + {SYMBOL_HEIGHT / 2}em + var(--s)); width: {END_WIDTH}em; height: {END_HEIGHT}em; }}
.bagan .akhir svg {{ width: 100%; height: 100%; overflow: visible; }}
.bagan .akhir span {{ position: absolute; inset: 0; text-align: center; font-size: 0.8em; line-height: {END_HEIGHT / 0.8:.3f}em; }}
"""
"""Rules that hold for every drawing."""


def stylesheet(largest: int) -> str:
    """The whole style sheet, with numbered classes up to `largest`."""
    numbered = []
    for n in range(largest + 1):
        track = round(n * TRACK, 3)
        size = round((n + 1) * TRACK, 3) if n else 0
        step = round(n * STEP, 3)
        numbered.append(
            f".bagan .fg{n} {{ --g: {size}em; }} .bagan .fe{n} {{ --e: {size}em; }} .bagan .fb{n} {{ --b: {size}em; }}"
        )
        numbered.append(
            f".prosedur.bagan .fw{n} {{ min-width: {step}em; width: {step}em; }} .bagan .fh{n} {{ height: {step}em; }}"
        )
        if n <= MOST_LABEL_LINES:
            stub = end_stub(n)
            numbered.append(f".bagan .fs{n} {{ --s: {stub}em; --f: {stub + END_HEIGHT}em; }}")
        if n:
            numbered.append(
                f".bagan .y{n}, .bagan .t{n} {{ top: {track}em; }} .bagan .x{n}, .bagan .l{n} {{ left: {track}em; }} "
                f".bagan .r{n} {{ right: calc(100% - {track}em); }} .bagan .b{n} {{ bottom: calc(100% - {track}em); }} "
                f".bagan .xe{n}, .bagan .le{n} {{ left: calc(100% - {track}em); }} .bagan .re{n} {{ right: {track}em; }}"
            )
    return RULES + "\n".join(numbered) + "\n"


def pentagon_stylesheet(levels: int) -> str:
    """Rules for the strips of pentagons at page breaks, which only paper has; `bawah` ends a page, `atas` begins one."""
    rules = [
        f".bagan .segilima {{ position: absolute; width: {PENTAGON_WIDTH}em; height: {PENTAGON_HEIGHT}em; margin-left: -{PENTAGON_WIDTH / 2}em; }}",
        f".bagan .segilima.sempit {{ width: {PENTAGON_NARROW}em; margin-left: -{PENTAGON_NARROW / 2}em; }}",
        ".bagan .segilima svg { position: absolute; inset: 0; width: 100%; height: 100%; fill: var(--simbol-isi); stroke: var(--simbol-garis); overflow: visible; }",
        ".bagan .segilima path { stroke-width: 1.3px; vector-effect: non-scaling-stroke; }",
        ".bagan .segilima.naik svg { transform: rotate(180deg); }",
        # The letter stands in the body, away from the tip.
        f".bagan .segilima span {{ position: absolute; inset: 0.12em -1em auto; text-align: center; font-size: 0.9em; line-height: {PENTAGON_BODY / 0.9:.3f}em; }}",
        ".bagan .segilima.naik span { inset: auto -1em 0; }",
        f".bagan .segilima.sempit span {{ font-size: 0.75em; line-height: {PENTAGON_BODY / 0.75:.3f}em; }}",
        f".bagan .segilima.panjang span {{ font-size: 0.5em; line-height: {PENTAGON_BODY / 0.5:.3f}em; }}",
        ".bagan .dv.bawah { top: -1px; } .bagan .dv.atas { bottom: -1px; }",
    ]
    for level in range(levels):
        lead = round(pentagon_lead(level), 3)
        height = round(lead + PENTAGON_HEIGHT + PENTAGON_GAP, 3)
        rules += [
            f".bagan .dv.tk{level} {{ height: calc({lead}em + 2px); }}",
            f".bagan .segilima.bawah.tk{level} {{ top: {lead}em; }} .bagan .segilima.atas.tk{level} {{ bottom: {lead}em; }}",
            f".bagan .sambung.st{level + 1} {{ height: {height}em; }}",
        ]
    return "\n".join(rules) + "\n"
