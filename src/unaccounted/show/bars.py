"""Range bars: one figure as a light band from low to high with a mark at its best, as SVG or as characters.

All bars of one cohort share a scale from nobody to the cohort's highest number, so that lengths can be compared. A bar is
readable without colour: band, mark and ends differ in shape. SVG carries attributes only, no style, so that it stands under
the strictest policy; a page's stylesheet may recolour it by class.
"""

from __future__ import annotations

from math import floor, log10
from xml.sax.saxutils import escape

from unaccounted.base.records import Figure
from unaccounted.show.wording import clean_name, write_count, write_figure

INK, BAND, FAINT = "#1a1a1a", "#b8c4d6", "#8a8a8a"
_SIGNS = ("·", "├", "─", "●", "┤")
_ASCII = (" ", "|", "-", "o", "|")


def escape_xml(text: str) -> str:
    """Text for XML content or a double-quoted attribute."""
    return escape(text, {'"': "&quot;"})


def place_on(top: float, number: float, width: float) -> float:
    """Where a number lies on a scale from 0 to `top`, in units of `width`."""
    return width * min(max(number / top, 0.0), 1.0) if top > 0 else 0.0


def round_up(top: float) -> float:
    """The next number at or above `top` that reads easily: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 or 10 times a power of ten."""
    if top <= 0:
        return 1.0
    power = 10.0 ** floor(log10(top))
    return next(step * power for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * power >= top * (1 - 1e-9))


def draw_marks(figure: Figure, top: float, middle: float, height: float, left: float = 0.0, width: float = 100.0, unit: str = "%") -> str:
    """The band, ends and best mark of one figure as SVG shapes; nothing where it was not reckoned.

    Args:
        figure: with `low, best, high` in people, or all None.
        top: the scale's end, in people.
        middle, height: of the band, in pixels.
        left, width: where the scale stands, in `unit`: per cent of the picture, or "" for pixels.
    """
    if figure.low is None or figure.best is None or figure.high is None:
        return ""
    low, best, high = (left + place_on(top, number, width) for number in (figure.low, figure.best, figure.high))
    half = height / 2
    ends = "".join(
        f'<line class="end" x1="{x:.2f}{unit}" x2="{x:.2f}{unit}" y1="{middle - half:.1f}" y2="{middle + half:.1f}" stroke="{INK}"/>'
        for x in (low, high)
    )
    # The line that nobody answers for is open, not filled: it is what is missing.
    rest = figure.fate == "unaccounted for"
    filling = f'fill="none" stroke="{INK}" stroke-dasharray="3 2"' if rest else f'fill="{BAND}"'
    return (
        f'<rect class="{"open" if rest else "band"}" x="{low:.2f}{unit}" y="{middle - half * 0.7:.1f}" width="{high - low:.2f}{unit}" '
        f'height="{half * 1.4:.1f}" {filling}/>{ends}'
        f'<circle class="best" cx="{best:.2f}{unit}" cy="{middle:.1f}" r="{min(half * 0.62, 5):.1f}" fill="{INK}"/>'
    )


def draw_bar(figure: Figure, top: float) -> str:
    """One range bar as an inline SVG that takes the width of its cell.

    Args:
        figure: with `low, best, high` in people, or all None: then the bar is an empty line.
        top: the scale's end, in people; the same for all bars that are to be compared.
    """
    words = escape_xml(clean_name(f"{figure.fate}: {write_figure(figure)}, on a scale from 0 to {write_count(top)}"))
    return (
        f'<svg class="bar" width="100%" height="18" overflow="visible" role="img" aria-label="{words}" xmlns="http://www.w3.org/2000/svg">'
        f'<title>{words}</title><line class="axis" x1="0" x2="100%" y1="9" y2="9" stroke="{FAINT}" stroke-dasharray="1 4"/>'
        f"{draw_marks(figure, top, 9, 14)}</svg>"
    )


def draw_characters(figure: Figure, top: float, width: int, ascii_only: bool = False) -> str:
    """One range bar of `width` characters: `├──●────┤`; empty where the figure was not reckoned."""
    blank, left, line, best, right = _ASCII if ascii_only else _SIGNS
    if figure.low is None or figure.best is None or figure.high is None or width < 1:
        return " " * width
    cells = [blank] * width
    low, middle, high = (round(place_on(top, number, width - 1)) for number in (figure.low, figure.best, figure.high))
    cells[low : high + 1] = [line] * (high + 1 - low)
    cells[low], cells[high] = left, right
    cells[middle] = best
    return "".join(cells)
