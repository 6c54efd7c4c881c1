"""One figure over time, as a picture: what was said of each day, and the reckoned range wherever it was asked for.

In: evidence and a figure. Out: a standalone SVG. A claim stands at its day; those of one source are tied by a thin line, so that a
later correction is seen with what it corrects; claims without a date stand in a column of their own. It reckons nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from unaccounted.base.dates import last_day
from unaccounted.base.errors import UsageError
from unaccounted.base.records import Figure
from unaccounted.show.bars import BAND, INK, place_on
from unaccounted.show.drawing import MARGIN, WIDTH, choose_steps, draw_head, draw_line, frame, measure_words, write_text
from unaccounted.show.evidence import Evidence
from unaccounted.show.roles import draw_legend, draw_mark
from unaccounted.show.saying import SaidRow, choose_top, gather_rows
from unaccounted.show.wording import clean_name, write_count, write_date, write_figure

_LEFT, _TALL = 96.0, 260.0
_RIGHT, _NARROWER = 724.0, 640.0
"""Where days end, without and with a column for claims that have no date."""
_UNDATED = 690.0
"""Where claims without a date stand."""
_SIZE = 11.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Dot:
    row: SaidRow
    x: float
    y: float
    low: float
    high: float


def _day(text: str | None) -> int | None:
    try:
        return last_day(text).toordinal() if text else None
    except UsageError:
        return None


def list_figures(evidence: Evidence, figure: Figure) -> list[Figure]:
    """The same line at every date at which it was reckoned, in order."""
    same = [each for each in evidence.figures_beside(figure) if each.fate == figure.fate and each.best is not None]
    return sorted((each for each in same if _day(each.as_of) is not None), key=lambda each: each.as_of)


def draw_series(evidence: Evidence, figure: Figure, numbered: str = "series") -> str:
    """The picture of one line over time; "" where nothing is known of more than one day."""
    rows = gather_rows(evidence, figure, False)
    figures = list_figures(evidence, figure)
    spoken = [_day(each) for each in (*(row.flat.as_of for row in rows), *(each.as_of for each in figures))]
    days = {day for day in spoken if day is not None}
    if len(days) < 2:
        return ""
    top = choose_top(max(figures, key=lambda each: each.high or 0) if figures else figure, rows)
    head = draw_head(
        f"{figure.fate}, over time",
        (
            f"{clean_name(figure.cohort)}. Band and line: the reckoned range and best figure. A mark: what was said of that day.",
            "A dotted line ties what one source said of different days.",
        ),
    )
    beyond = any(row.said.best > top or (row.said.side > 0 and row.said.best > 0.85 * top) for row in rows)
    upper = head.bottom + (42 if beyond else 14)
    lower = upper + _TALL
    first, last = min(days), max(days)
    right = _NARROWER if any(_day(row.flat.as_of) is None for row in rows) else _RIGHT

    def across(day: int) -> float:
        return _LEFT + 20 + (day - first) / (last - first) * (right - _LEFT - 60)

    def down(number: float) -> float:
        return lower - place_on(top, number, _TALL)

    dots = [
        _Dot(row, _UNDATED if day is None else across(day), down(row.said.best), down(row.said.low), down(row.said.high))
        for row in rows
        for day in (_day(row.flat.as_of),)
    ]
    band, taken = _draw_band(figures, across, down)
    legend, tall = draw_legend((row.flat.source_role for row in rows), lower + 52)
    undated = any(dot.x == _UNDATED for dot in dots)
    body = (
        head.drawn,
        _draw_grid(top, upper, lower, right),
        band,
        _draw_days(days, across, lower),
        write_text(_UNDATED, lower + 17, "no date", 11, "middle") if undated else "",
        _tie_sources(dots),
        "".join(_draw_dot(dot, top) for dot in dots),
        _name_dots(dots, taken, right),
        legend,
    )
    title = f"{figure.fate} over time: {clean_name(figure.cohort)}"
    return frame("".join(body), lower + 52 + tall, title, describe_series(figure, figures, rows), numbered)


def describe_series(figure: Figure, figures: Sequence[Figure], rows: Sequence[SaidRow]) -> str:
    """The picture in words."""
    reckoned = [f"as of {write_date(each.as_of)} {write_figure(each)}" for each in figures]
    said = [
        f"{row.testimony.as_of or 'no date'}, {row.testimony.source}: {row.testimony.number}"
        for row in sorted(rows, key=lambda row: (row.flat.as_of or "9999", row.testimony.source))
    ]
    return f"{figure.cohort}, {figure.fate}. Reckoned: {'; '.join(reckoned) or 'at no date'}. Said: {'; '.join(said) or 'nothing'}."


def _draw_grid(top: float, upper: float, lower: float, right: float) -> str:
    drawn, steps = [], choose_steps(top)
    for step in range(steps + 1):
        number = top * step / steps
        y = lower - place_on(top, number, lower - upper)
        drawn.append(draw_line(_LEFT, y, right, y, "axis", 0.5))
        drawn.append(write_text(_LEFT - 8, y + 4, write_count(number), 11, "end", room=_LEFT - 8 - MARGIN))
    return "".join(drawn)


def _draw_band(figures: Sequence[Figure], across: Callable[[int], float], down: Callable[[float], float]) -> tuple[str, list[Box]]:
    if not figures:
        return "", []
    places = []
    for each in figures:
        assert each.low is not None and each.best is not None and each.high is not None
        places.append((across(_day(each.as_of) or 0), down(each.low), down(each.best), down(each.high)))
    if len(places) == 1:
        x, low, best, high = places[0]
        ground = f'<rect class="band" x="{x - 9:.1f}" y="{high:.1f}" width="18" height="{max(low - high, 1):.1f}" fill="{BAND}"/>'
        return ground + draw_line(x - 9, best, x + 9, best, "rule", 2), [(x - 10, best - 2, x + 10, best + 2)]
    upper = " ".join(f"{x:.1f},{high:.1f}" for x, _, _, high in places)
    under = " ".join(f"{x:.1f},{low:.1f}" for x, low, _, _ in reversed(places))
    line = " ".join(f"{x:.1f},{best:.1f}" for x, _, best, _ in places)
    dots = "".join(f'<circle class="best" cx="{x:.1f}" cy="{best:.1f}" r="3.5" fill="{INK}"/>' for x, _, best, _ in places)
    drawn = f'<polygon class="band" points="{upper} {under}" fill="{BAND}" fill-opacity="0.6"/>'
    drawn += f'<polyline class="rule" points="{line}" fill="none" stroke="{INK}" stroke-width="1.6"/>{dots}'
    return drawn, [(x - 4, best - 4, x + 4, best + 4) for x, _, best, _ in places]


def _draw_days(days: set[int], across: Callable[[int], float], lower: float) -> str:
    """Ticks at every day, words where they have room: the first and the last always."""
    drawn, ends = [], list[tuple[float, float]]()
    ordered = sorted(days)
    for day in [ordered[0], ordered[-1], *ordered[1:-1]]:
        x = across(day)
        drawn.append(draw_line(x, lower, x, lower + 5, "rule", 1))
        words = write_date(date.fromordinal(day).isoformat())
        half = measure_words(words, 11) / 2
        left, right = x - half, x + half
        if all(right + 8 < other or left - 8 > end for other, end in ends):
            ends.append((left, right))
            drawn.append(write_text(x, lower + 17, words, 11, "middle"))
    return "".join(drawn)


def _draw_dot(dot: _Dot, top: float) -> str:
    said, drawn = dot.row.said, []
    if dot.low - dot.high > 1:
        drawn.append(draw_line(dot.x, dot.low, dot.x, dot.high, "rule", 1.5))
    if said.side or said.best > top:
        ahead = -1 if said.side > 0 or said.best > top else 1
        end = dot.y + ahead * 24
        drawn.append(draw_line(dot.x, dot.y, dot.x, end, "rule", 1.5))
        tip = f"{dot.x - 4:.1f},{end:.1f} {dot.x:.1f},{end + ahead * 6:.1f} {dot.x + 4:.1f},{end:.1f}"
        drawn.append(f'<polygon class="arrow" points="{tip}" fill="{INK}"/>')
    drawn.append(draw_mark(dot.row.flat.source_role, (dot.row.flat.grade or "F")[:1], dot.x, dot.y, 5.5))
    return "".join(drawn)


def _tie_sources(dots: Sequence[_Dot]) -> str:
    by_source: dict[str, list[_Dot]] = {}
    for dot in dots:
        if dot.x != _UNDATED:
            by_source.setdefault(dot.row.testimony.source, []).append(dot)
    drawn = []
    for several in by_source.values():
        ordered = sorted(several, key=lambda dot: (dot.x, dot.y))
        if len(ordered) > 1:
            line = " ".join(f"{dot.x:.1f},{dot.y:.1f}" for dot in ordered)
            drawn.append(f'<polyline class="axis" points="{line}" fill="none" stroke="{INK}" stroke-width="0.8" stroke-dasharray="1 2"/>')
    return "".join(drawn)


def _name_dots(dots: Sequence[_Dot], taken: Sequence[Box], right: float) -> str:
    """A source's name beside its mark, right or left of it, where it meets no other mark or name."""
    boxes = [*taken, *((dot.x - 7, dot.y - 7, dot.x + 7, dot.y + 7) for dot in dots)]
    drawn = []
    for dot in dots:
        words = dot.row.testimony.source
        wide = measure_words(words, _SIZE)
        for x, anchor in ((dot.x + 10, "start"), (dot.x - 10, "end")):
            left = x if anchor == "start" else x - wide
            box = (left, dot.y - 7, left + wide, dot.y + 6)
            inside = left > _LEFT and left + wide < (right if dot.x != _UNDATED else WIDTH - MARGIN)
            if inside and not any(_meet(box, other) for other in boxes):
                boxes.append(box)
                drawn.append(write_text(x, dot.y + 4, words, _SIZE, anchor, halo=True))
                break
    return "".join(drawn)


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
