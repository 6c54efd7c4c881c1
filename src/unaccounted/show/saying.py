"""Who says what of one figure, as a picture: a mark for every claim on one scale, the reckoned range behind them all.

In: evidence and a figure. Out: a standalone SVG. Claims stand in order of size; the mark's shape is the source's role, its filling
the grade. Copies of one statement are tied together, and what is said but is no evidence stands apart beneath. It reckons nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from unaccounted.base.records import Figure, FlatClaim
from unaccounted.show.bars import BAND, FAINT, INK, place_on, round_up
from unaccounted.show.certainty import REST
from unaccounted.show.drawing import MARGIN, WIDTH, draw_head, draw_line, draw_scale, frame, write_text
from unaccounted.show.evidence import Evidence
from unaccounted.show.roles import draw_legend, draw_mark
from unaccounted.show.spans import Said, find_said
from unaccounted.show.testimony import Testimony, gather_left_out, gather_testimony
from unaccounted.show.wording import clean_name, write_claim, write_date, write_figure

_LEFT, _RIGHT, _SAYS, _ROW = 206, 500, 534, 30
_MOST = 24
"""So many claims are drawn, those nearest the figure and the extremes first to go; the page lists all."""
_FARTHEST = 3.0
"""The scale ends at this multiple of the range's end at the latest: what lies beyond is an arrow with its number."""


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One claim in a picture: what a reader sees of it, its row, and its numbers in people."""

    testimony: Testimony
    flat: FlatClaim
    said: Said
    fates: str = ""
    """What it takes together, where it speaks of more or other than the figure's fate."""


def find_base(evidence: Evidence, figure: Figure, flat: FlatClaim) -> Figure | None:
    """The line, at the same date, of which a claim is a share: the one that it names, else the entry."""
    lines = [each for each in evidence.figures_beside(figure) if each.as_of == figure.as_of]
    named = [each for each in lines if flat.base and each.fate == flat.base and each.fate != figure.fate]
    return next(iter(named or [each for each in lines if each.role == "entry" and each.fate != figure.fate]), None)


def gather_rows(evidence: Evidence, figure: Figure, left_out: bool) -> list[SaidRow]:
    """The claims that can be drawn, smallest first."""
    several = gather_left_out(evidence, figure) if left_out else gather_testimony(evidence, figure)
    rows = []
    for each in several:
        flat = evidence.flat_claim(each.claim)
        said = find_said(flat, find_base(evidence, figure, flat)) if flat else None
        if flat is not None and said is not None:
            fates = " or ".join(fate.strip() for fate in (flat.covers or flat.fate).split(";"))
            rows.append(SaidRow(each, flat, said, fates if fates != figure.fate else ""))
    return sorted(rows, key=lambda row: (row.said.best, row.testimony.source, row.testimony.claim))


def choose_top(figure: Figure, rows: list[SaidRow]) -> float:
    """The end of the scale: the highest number, but no more than a few times the end of the range."""
    highest = max((row.said.high for row in rows), default=0.0)
    if figure.high:
        # With few claims about it, the scale is the range's: the rest of the page would be empty.
        highest = max(min(highest, figure.high * _FARTHEST), figure.high)
    return round_up(highest)


def draw_said(row: SaidRow, top: float, y: float) -> str:
    """One claim's bar and mark on the scale; what lies beyond its end stands outside, with an arrow."""

    def at(number: float) -> float:
        return _LEFT + place_on(top, number, _RIGHT - _LEFT)

    said, drawn = row.said, []
    low, best, high = at(said.low), at(said.best), at(said.high)
    dash = "2 3" if row.flat.bound == "vague" or said.from_share else ""
    if said.best > top:
        return draw_mark(row.flat.source_role, (row.flat.grade or "F")[:1], _RIGHT + 11, y) + _draw_tip(_RIGHT + 21, y, 1)
    if high - low > 1:
        drawn.append(draw_line(low, y, high, y, "rule", 2, dash))
        drawn += [draw_line(x, y - 4, x, y + 4, "rule", 1.5) for x in (low, high)]
    if said.side:
        end = min(max(best + said.side * 34, float(_LEFT)), float(_RIGHT))
        drawn += [draw_line(best, y, end, y, "rule", 2, dash), _draw_tip(end, y, said.side)]
    drawn.append(draw_mark(row.flat.source_role, (row.flat.grade or "F")[:1], best, y))
    return "".join(drawn)


def _draw_tip(x: float, y: float, side: int) -> str:
    """The tip of an arrow to the right (1) or the left (-1)."""
    return f'<polygon class="arrow" points="{x:.1f},{y - 4.5} {x + side * 7:.1f},{y} {x:.1f},{y + 4.5}" fill="{INK}"/>'


def _draw_rows(rows: list[SaidRow], top: float, y: float) -> str:
    first: dict[int, float] = {}
    drawn = []
    for place, row in enumerate(rows):
        here = y + place * _ROW
        copy = row.testimony.origin in first and row.testimony.origin > 0
        first.setdefault(row.testimony.origin, here)
        drawn.append(draw_line(_LEFT, here, _RIGHT, here, "axis", 0.5, "1 4"))
        drawn.append(write_text(MARGIN, here + 4.5, row.testimony.source, 13, room=_LEFT - MARGIN - 18))
        drawn.append(draw_said(row, top, here))
        grade = (row.flat.grade or "–")[:2]
        number, room = write_claim(row.flat), WIDTH - MARGIN - _SAYS - 26
        more = [row.fates] if row.fates else []
        more += ["the same statement again"] if copy else []
        drawn.append(write_text(_SAYS, here + (-0.5 if more else 4.5), number, 13, room=room))
        if more:
            drawn.append(write_text(_SAYS, here + 11, ", ".join(more), 10.5, room=room))
        drawn.append(write_text(WIDTH - MARGIN, here + 4.5, grade, 12, "end"))
    return "".join(drawn)


def describe_saying(figure: Figure, rows: list[SaidRow], left_out: list[SaidRow]) -> str:
    """The picture in words."""
    said = [
        f"{row.testimony.source} ({row.testimony.role or 'role unknown'}, {row.testimony.grade}): {row.testimony.number}" for row in rows
    ]
    apart = [f"{row.testimony.source}: {row.testimony.number} ({row.testimony.left_out})" for row in left_out]
    words = f"{figure.cohort}, {figure.fate}, as of {write_date(figure.as_of)}. Reckoned: {write_figure(figure)}. "
    words += f"Who says what: {'; '.join(said)}."
    return words + (f" Said, and not part of the figure: {'; '.join(apart)}." if apart else "")


def draw_saying(evidence: Evidence, figure: Figure, numbered: str = "saying") -> str:
    """The picture of who says what of one figure; "" where nobody says a number of it."""
    rows, apart = gather_rows(evidence, figure, False), gather_rows(evidence, figure, True)
    if not rows and not apart:
        return ""
    hidden = max(len(rows) - _MOST, 0) + max(len(apart) - _MOST // 3, 0)
    described = describe_saying(figure, rows, apart)
    rows, apart = rows[:_MOST], apart[: _MOST // 3]
    top = choose_top(figure, [*rows, *apart])
    beneath = [f"{clean_name(figure.cohort)}, as of {write_date(figure.as_of)}."]
    if figure.best is not None:
        beneath[0] += f" Grey: the reckoned range, {write_figure(figure)}."
    if hidden:
        beneath.append(f"{hidden} more are on the page.")
    head = draw_head(f"{figure.fate}: who says what", beneath)
    first = head.bottom + 22
    after = first + len(rows) * _ROW
    second = after + 26 if apart else after
    lower = second + len(apart) * _ROW - 8
    ground = _draw_ground(figure, top, head.bottom + 4, lower)
    legend, tall = draw_legend((row.flat.source_role for row in [*rows, *apart]), lower + 44)
    between = ""
    if apart:
        between = draw_line(MARGIN, after - 6, WIDTH - MARGIN, after - 6) + write_text(
            MARGIN, after + 10, "said, and not part of the figure:", 12
        )
    body = "".join(
        (
            head.drawn,
            ground,
            draw_scale(top, _LEFT, _RIGHT, head.bottom + 4, lower),
            _draw_rows(rows, top, first),
            between,
            _draw_rows(apart, top, second + 4) if apart else "",
            legend,
        )
    )
    return frame(body, lower + 44 + tall, f"Who says what: {figure.fate}, {clean_name(figure.cohort)}", described, numbered)


def _draw_ground(figure: Figure, top: float, upper: float, lower: float) -> str:
    """The reckoned range, and a line at its best."""
    if figure.low is None or figure.best is None or figure.high is None:
        return ""
    low, best, high = (_LEFT + place_on(top, number, _RIGHT - _LEFT) for number in (figure.low, figure.best, figure.high))
    filling = (
        f'class="open" fill="none" stroke="{FAINT}" stroke-dasharray="3 2"'
        if figure.fate == REST
        else f'class="band" fill="{BAND}" fill-opacity="0.55"'
    )
    return f'<rect {filling} x="{low:.1f}" y="{upper:.1f}" width="{max(high - low, 1):.1f}" height="{lower - upper:.1f}"/>' + draw_line(
        best, upper, best, lower, "rule", 1.2
    )
