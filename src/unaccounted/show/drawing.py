"""The pieces of which every picture is made: words that stay in their place, a frame with its text alternative, a scale.

In: numbers and words. Out: SVG with attributes only, no style and no script, so that it stands under the strictest policy; a
page's stylesheet may recolour it by class. Fonts differ between machines: widths of words are taken generously, and words that
could run out of their place are closed up to a length that is given. What a picture shows is decided by the picture.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from unaccounted.show.bars import FAINT, INK, escape_xml, place_on
from unaccounted.show.wording import clean_name, write_count

WIDTH, MARGIN = 760, 20
"""Of every picture, in pixels: what an A4 page takes at its natural size."""
FONT = "font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif\""


_NARROW, _WIDE = frozenset("iljtfr.,:;'’|!()[]- "), frozenset("mwMW@%—…")
_CLOSEST = 0.9
"""Words are closed up to nine tenths of their width at the most; what is longer is cut."""


def measure_words(words: str, size: float, bold: bool = False) -> float:
    """How wide words may be, in pixels.

    Source: widths of DejaVu Sans, the widest of the common faces; in another face words take less.
    """
    ems = sum(0.38 if each in _NARROW else 0.95 if each in _WIDE else 0.7 if each.isupper() else 0.635 for each in words)
    return ems * size * (1.1 if bold else 1.0)


def shorten(words: str, size: float, room: float) -> str:
    """Words cut at a space, with a sign that they are, where they would have to be closed up too much."""
    if measure_words(words, size) * _CLOSEST <= room:
        return words
    cut = words
    while cut and measure_words(f"{cut} …", size) * _CLOSEST > room:
        cut = cut[:-1]
    whole = cut.rsplit(" ", 1)[0] if " " in cut[len(cut) // 2 :] and not words[len(cut) : len(cut) + 1].isspace() else cut
    return f"{whole.rstrip(' ,;:')} …"


def wrap_words(words: str, size: float, room: float) -> list[str]:
    """Words in lines that fit."""
    lines: list[str] = []
    for word in words.split():
        if lines and measure_words(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def write_text(
    x: float,
    y: float,
    words: str,
    size: float = 13,
    anchor: str = "start",
    weight: int = 400,
    room: float = 0,
    fill: str = INK,
    halo: bool = False,
) -> str:
    """One line of words.

    Args:
        x, y: of the anchor and the baseline.
        room: pixels that the words may take; 0 for as many as they need.
        halo: on a light ground of its own, where a mark may lie under it.
    """
    held = ""
    if room:
        words = shorten(words, size, room)
        held = f' textLength="{room:.0f}" lengthAdjust="spacingAndGlyphs"' if measure_words(words, size, weight > 600) > room else ""
    kind = "quiet" if fill == FAINT else "ink"
    edge = ' class="halo" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if halo else f' class="{kind}"'
    return (
        f'<text{edge} x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" font-weight="{weight}" fill="{fill}"{held}>'
        f"{escape_xml(words)}</text>"
    )


def draw_line(x1: float, y1: float, x2: float, y2: float, kind: str = "rule", width: float = 1, dash: str = "") -> str:
    """A straight line: `rule` in ink, `axis` faint."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    stroke = FAINT if kind == "axis" else INK
    return (
        f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{stroke}" stroke-width="{width:g}"{dashed}/>'
    )


@dataclass(frozen=True, slots=True)
class Head:
    """A picture's title in bold lines and the quiet line beneath it."""

    drawn: str
    bottom: float


def draw_head(title: str, beneath: Iterable[str] = ()) -> Head:
    """The head of a picture: its title, wrapped, and lines beneath it; `bottom` is where the picture may begin."""
    words = clean_name(title)
    words = words[:1].upper() + words[1:]
    room = WIDTH - 2 * MARGIN
    lines = wrap_words(words, 20, room) or ["?"]
    if len(lines) > 3:
        lines = [*lines[:2], f"{lines[2]} …"]
    drawn = [write_text(MARGIN, 34 + 24 * row, each, 19, weight=700, room=room) for row, each in enumerate(lines)]
    y = 34.0 + 24 * (len(lines) - 1) + 4
    for each in beneath:
        for line in wrap_words(clean_name(each), 13, room):
            y += 18
            drawn.append(write_text(MARGIN, y, line, 13, room=room))
    return Head("".join(drawn), y + 12)


def frame(body: str, height: float, title: str, described: str, numbered: str) -> str:
    """A whole picture: its ground, its text alternative, its body.

    Args:
        body: drawn shapes and words.
        height: in pixels.
        title: a short name, for those who do not see it.
        described: all that it shows, in words.
        numbered: keeps ids apart on a page.
    """
    return (
        f'<svg class="plate" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}" '
        f'role="img" aria-labelledby="{numbered}-title {numbered}-desc" {FONT}>'
        f'<title id="{numbered}-title">{escape_xml(clean_name(title))}</title>'
        f'<desc id="{numbered}-desc">{escape_xml(clean_name(described))}</desc>'
        f'<rect class="ground" x="0" y="0" width="{WIDTH}" height="{height:.0f}" fill="#ffffff"/>{body}</svg>'
    )


def draw_scale(top: float, left: float, right: float, upper: float, lower: float) -> str:
    """Upright lines at even numbers from nobody to `top`, each with its number beneath where that has room."""
    drawn, steps, taken = [], choose_steps(top), list[tuple[float, float]]()
    for step in [0, steps, *range(1, steps)]:
        number = top * step / steps
        x, words = left + place_on(top, number, right - left), write_count(number)
        drawn.append(draw_line(x, upper, x, lower, "axis", 0.5))
        half = measure_words(words, 12) / 2
        if all(x + half + 6 < other or x - half - 6 > end for other, end in taken):
            taken.append((x - half, x + half))
            drawn.append(write_text(x, lower + 15, words, 12, "middle"))
    return "".join(drawn)


_STEPS = {10: 5, 15: 3, 20: 4, 25: 5, 30: 3, 40: 4, 50: 5, 60: 3, 80: 4}


def choose_steps(top: float) -> int:
    """Into how many even steps a scale from 0 to `top` of `round_up` is cut, so that each is a number that reads easily."""
    if top < 4:
        return 1
    lead = round(top / 10 ** len(str(int(top))) * 100)
    return _STEPS.get(lead, 4)
