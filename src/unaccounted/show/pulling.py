"""Who pulls a figure where, as a picture: from where it would be without a statement, an arrow to where it is.

In: what a figure hangs on. Out: a standalone SVG: the figure's range and best behind, a row for each statement with the strongest
pull first, and beneath a rule what the figure would be under other assumptions. It reckons nothing.
"""

from __future__ import annotations

from unaccounted.base.records import Figure
from unaccounted.show.bars import BAND, INK, place_on, round_up
from unaccounted.show.drawing import MARGIN, WIDTH, draw_head, draw_line, draw_scale, frame, write_text
from unaccounted.show.pulls import Pull, Pulls
from unaccounted.show.roles import draw_legend, draw_mark
from unaccounted.show.wording import clean_name, write_date, write_figure

_LEFT, _RIGHT, _SAYS, _ROW = 232, 540, 556, 32
_MOST = 10


def _at(top: float, number: float) -> float:
    return _LEFT + place_on(top, number, _RIGHT - _LEFT)


def _draw_arrow(start: float, end: float, y: float) -> str:
    """A shaft with a head at its end; only the head where there is no room for more."""
    ahead = 1 if end >= start else -1
    length = abs(end - start)
    if length < 3:
        return ""
    head = min(8.0, length)
    points = f"{end:.1f},{y:.1f} {end - ahead * head:.1f},{y - 4.5:.1f} {end - ahead * head:.1f},{y + 4.5:.1f}"
    shaft = draw_line(start, y, end - ahead * head, y, "rule", 3) if length > head else ""
    return f'{shaft}<polygon class="arrow" points="{points}" fill="{INK}"/>'


def _draw_row(pull: Pull, figure: Figure, top: float, y: float, arrow: bool) -> str:
    drawn = [draw_line(_LEFT, y, _RIGHT, y, "axis", 0.5, "1 4")]
    # An assumption changes all at once: it has no mark of a source.
    left = MARGIN + (18 if pull.says else 0)
    if pull.says:
        drawn.append(draw_mark(pull.role, pull.letter, MARGIN + 6, y - 4))
        drawn.append(write_text(left, y, pull.who, 13, room=_LEFT - left - 12))
        drawn.append(write_text(left, y + 13, pull.says, 11, room=_LEFT - left - 12))
    else:
        drawn.append(write_text(left, y + 4.5, pull.who, 12, room=_LEFT - left - 12))
    other, now = pull.alternative, _at(top, figure.best or 0.0)
    if other.best is not None and other.low is not None and other.high is not None:
        low, best, high = (_at(top, number) for number in (other.low, other.best, other.high))
        drawn.append(draw_line(low, y, high, y, "rule", 1))
        drawn.append(f'<circle class="hollow" cx="{best:.1f}" cy="{y:.1f}" r="4" fill="#ffffff" stroke="{INK}" stroke-width="1.5"/>')
        if arrow:
            drawn.append(_draw_arrow(best + (4 if best < now else -4), now, y))
    share = f"{pull.share} of what is known" if pull.share and pull.own else ""
    drawn.append(write_text(_SAYS, y + (0 if share else 4.5), pull.moves, 13, room=WIDTH - MARGIN - _SAYS))
    if share:
        drawn.append(write_text(_SAYS, y + 13, share, 11, room=WIDTH - MARGIN - _SAYS))
    return "".join(drawn)


def describe_pulls(pulls: Pulls) -> str:
    """The picture in words."""
    said = [f"{each.who}, {each.says}: {each.moves}; without it {each.then}" for each in pulls.statements]
    said += [f"{each.who}: {each.then}" for each in pulls.assumptions]
    figure = pulls.figure
    return f"{figure.cohort}, {figure.fate}, as of {write_date(figure.as_of)}: {write_figure(figure)}. {'; '.join(said)}."


def draw_pulling(pulls: Pulls, numbered: str = "pulling") -> str:
    """The picture of what a figure hangs on; "" where nothing was reckoned, or there is no figure."""
    figure = pulls.figure
    if figure.best is None or figure.low is None or figure.high is None or not pulls:
        return ""
    statements, assumptions = pulls.statements[:_MOST], pulls.assumptions
    several = [each.alternative for each in (*statements, *assumptions)]
    top = round_up(max([figure.high, *(each.high for each in several if each.high is not None)]))
    # One wild alternative must not press all others into a corner.
    top = min(top, round_up(figure.high * 3))
    head = draw_head(
        f"{figure.fate}: who pulls it where",
        (
            f"{clean_name(figure.cohort)}, as of {write_date(figure.as_of)}. Line and band: the figure as it is, {write_figure(figure)}.",
            "Ring: where it would be without the statement, with its range. Arrow: where the statement pulls it.",
        ),
    )
    upper, first = head.bottom + 4, head.bottom + 26
    second = first + len(statements) * _ROW + (22 if assumptions and statements else 0)
    lower = second + len(assumptions) * _ROW - 10
    low, best, high = (_at(top, number) for number in (figure.low, figure.best, figure.high))
    ground = (
        f'<rect class="band" x="{low:.1f}" y="{upper:.1f}" width="{max(high - low, 1):.1f}" height="{lower - upper:.1f}" '
        f'fill="{BAND}" fill-opacity="0.45"/>' + draw_line(best, upper, best, lower, "rule", 1.2)
    )
    rows = [_draw_row(each, figure, top, first + place * _ROW, True) for place, each in enumerate(statements)]
    if assumptions and statements:
        rows.append(draw_line(MARGIN, second - 30, WIDTH - MARGIN, second - 30))
        rows.append(write_text(MARGIN, second - 15, "or, all of it taken otherwise:", 12))
    rows += [_draw_row(each, figure, top, second + 8 + place * _ROW, False) for place, each in enumerate(assumptions)]
    lower += 8 if assumptions else 0
    legend, tall = draw_legend((each.role for each in statements), lower + 44) if statements else ("", -14.0)
    body = "".join((head.drawn, ground, draw_scale(top, _LEFT, _RIGHT, upper, lower), *rows, legend))
    title = f"Who pulls it where: {figure.fate}, {clean_name(figure.cohort)}"
    return frame(body, lower + 44 + tall, title, describe_pulls(pulls), numbered)
