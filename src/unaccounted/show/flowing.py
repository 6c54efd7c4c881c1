"""The account as a stream in the manner of Minard: width is people, from those who set out to what became of each part.

In: the ledgers of one cohort, one for each date. Out: a standalone SVG. The trunk is those who are not known to have left: it widens
by those who come, and who leave turn off beneath into lanes that only widen. What is unaccounted for is drawn as plainly as what is
known: as wide as its people, hatched, its words larger. It reckons nothing; all widths, measured upright, are best figures, which
add up.

Source: Minard 1869, Carte figurative des pertes successives en hommes de l'Armée française dans la campagne de Russie 1812-1813.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unaccounted.show.bars import INK, escape_xml
from unaccounted.show.certainty import REST
from unaccounted.show.course import DATES, ENDS, SAYS, THIN, TRUNK, WORDS, Course, Lane, count_best, lay_course
from unaccounted.show.drawing import MARGIN, WIDTH, draw_head, draw_line, frame, measure_words, write_text
from unaccounted.show.ledger import Ledger, Place
from unaccounted.show.wording import clean_name, write_count, write_date, write_figure, write_range

_FILLS = ("#4b5f7d", "#6d82a0", "#8fa1b9", "#aab8ca", "#c3cdda", "#d6dde6")
_STAYS = "#e6dcc3"
"""Ways out from dark to light, the largest darkest; those who stay in sand. The words tell them apart, not the colours."""


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """A stream from one place to another: its edges leave and arrive level."""

    x1: float
    top1: float
    x2: float
    top2: float
    width1: float
    width2: float

    def edges(self) -> tuple[str, str]:
        """Its upper edge from left to right, and its lower from right to left."""
        middle, low1, low2 = (self.x1 + self.x2) / 2, self.top1 + self.width1, self.top2 + self.width2
        return (
            f"{self.x1:.1f},{self.top1:.2f} C{middle:.1f},{self.top1:.2f} {middle:.1f},{self.top2:.2f} {self.x2:.1f},{self.top2:.2f}",
            f"{self.x2:.1f},{low2:.2f} C{middle:.1f},{low2:.2f} {middle:.1f},{low1:.2f} {self.x1:.1f},{low1:.2f}",
        )


def _paint(course: Course, lane: Lane, ribbon: _Ribbon, numbered: str) -> str:
    """A stretch of a lane: its filling, and its two edges; where stretches meet there is no line."""
    rest = lane.fate == REST
    fill = _STAYS if lane.stays else _FILLS[min(course.leaving.index(lane), len(_FILLS) - 1)]
    upper, lower = ribbon.edges()
    dash = ' stroke-dasharray="4 2"' if rest else ""
    return (
        f'<path class="{"open" if rest else "stream"}" data-fate="{escape_xml(lane.fate)}" '
        f'fill="{f"url(#{numbered}-hatch)" if rest else fill}" d="M{upper} L{lower} Z"/>'
        f'<path class="rule" fill="none" stroke="{INK}" stroke-width="{1.1 if rest else 0.6}"{dash} d="M{upper} M{lower}"/>'
    )


def _draw_period(course: Course, date: int, numbered: str) -> str:
    """One period: the trunk widens by those who come while those who leave gather on its bed; then they turn off into their lanes."""
    start, end, last = course.columns[date], course.columns[date + 1], date == len(course.came) - 1
    middle = start + (end - start) * 0.45 if date else start
    drawn = []
    # Upper edges and widths of the trunk's parts: as they were, in the middle, and at the end.
    before, within = course.bed - course.stay(date - 1), course.bed - course.stay(date - 1) - course.came[date]
    after = course.bed - course.stay(date)
    for lane in course.staying:
        was, now = lane.widths[date - 1] if date else 0.0, lane.widths[date]
        if date:
            drawn.append(_paint(course, lane, _Ribbon(start, before, middle, within, was, now), numbered))
        goal = lane.top if last else after
        drawn.append(_paint(course, lane, _Ribbon(middle, within, end, goal, now, max(now, THIN) if last else now), numbered))
        before, within, after = before + was, within + now, after + now
    for lane in course.leaving:
        had = lane.widths[date - 1] if date else 0.0
        more = max(lane.widths[date] - had, 0.0)
        if had:
            drawn.append(_paint(course, lane, _Ribbon(start, lane.top, end, lane.top, had, had), numbered))
        if more > 0:
            if date:
                drawn.append(_paint(course, lane, _Ribbon(start, course.bed, middle, within, 0.0, more), numbered))
            drawn.append(
                _paint(course, lane, _Ribbon(middle, within, end, lane.top + had, more, max(more, 0.0 if had else THIN)), numbered)
            )
        within += more
    return "".join(drawn)


def _say_arrivals(ledgers: Sequence[Ledger], course: Course) -> str:
    """How many came since the date before, over the trunk where it widens."""
    drawn = []
    for date in range(1, len(ledgers)):
        more = count_best(ledgers[date].entry) - count_best(ledgers[date - 1].entry)
        if more >= 0.5:
            start, end = course.columns[date], course.columns[date + 1]
            y = course.bed - course.stay(date - 1) - course.came[date] - 6
            drawn.append(write_text(start + (end - start) * 0.45, y, f"+{write_count(more)}", 12, "middle", halo=True))
    return "".join(drawn)


def describe_flow(ledgers: Sequence[Ledger], lanes: Sequence[Lane]) -> str:
    """The picture in words."""
    said = []
    for place, ledger in enumerate(ledgers):
        assert ledger.entry is not None
        ends = ", ".join(f"{lane.fate} {write_figure(lane.figures[place])}" for lane in lanes)
        said.append(f"as of {write_date(ledger.as_of)}, of {write_figure(ledger.entry)} who {ledger.entry.fate}: {ends}")
    return f"{ledgers[0].cohort}: {'; '.join(said)}. Widths are best figures; in brackets 90% ranges."


def can_flow(ledgers: Sequence[Ledger]) -> bool:
    """Whether a cohort's account can be drawn as a stream: its entry was reckoned, and somebody is known to have left or stayed."""
    whole = bool(ledgers) and all(ledger.entry is not None and ledger.entry.best for ledger in ledgers)
    return whole and sum(line.figure.in_sum and line.place is Place.SUM for line in ledgers[-1].lines) > 0


def draw_flow(ledgers: Sequence[Ledger], numbered: str = "flow") -> str:
    """The stream of one cohort; "" where its entry could not be reckoned.

    Args:
        ledgers: of one cohort, one for each date, rising; those without an entry are left out.
        numbered: keeps ids apart on a page.
    """
    ledgers = _thin_out([ledger for ledger in ledgers if ledger.entry is not None and ledger.entry.best])
    if not can_flow(ledgers):
        return ""
    last = ledgers[-1]
    head = draw_head(
        clean_name(last.cohort),
        (f"As of {write_date(last.as_of)}. Width is people: best figures, which add up. Hatched: nobody says what became of them.",),
    )
    dated = len(ledgers) > 1
    course = lay_course(ledgers, head.bottom + (44 if dated else 10))
    left = course.bed - course.came[0]
    come = f'x="{MARGIN}" y="{left:.1f}" width="{TRUNK - MARGIN:.1f}" height="{course.came[0]:.2f}"'
    bottom = max(course.bed, *(lane.bottom for lane in course.lanes))
    body = [
        head.drawn,
        _draw_hatch(numbered),
        f'<rect class="stream" data-fate="{escape_xml(ledgers[0].lines[0].figure.fate)}" {come} fill="{_STAYS}"/>',
        *(draw_line(MARGIN, y, TRUNK, y, "rule", 0.6) for y in (left, course.bed)),
        *(_draw_period(course, date, numbered) for date in range(len(ledgers))),
        _say_entry(ledgers[0], left, course.came[0]),
        _say_arrivals(ledgers, course),
        *(draw_line(ENDS, lane.top, ENDS, lane.top + max(lane.widths[-1], THIN), "rule", 0.6) for lane in course.lanes),
        *(_say_lane(lane) for lane in course.lanes),
    ]
    if dated:
        for x, ledger in zip(course.columns[1:], ledgers, strict=True):
            body.append(draw_line(x, head.bottom + 20, x, bottom, "axis", 0.7, "2 3"))
            body.append(write_text(x, head.bottom + 14, ledger.as_of, 11, "middle"))
    title = f"What became of them, as a stream: {clean_name(last.cohort)}"
    return frame("".join(body), bottom + 20, title, describe_flow(ledgers, course.lanes), numbered)


def _thin_out(ledgers: list[Ledger]) -> list[Ledger]:
    """At most so many ledgers, the first and the last among them."""
    if len(ledgers) <= DATES:
        return ledgers
    return [ledgers[round(place * (len(ledgers) - 1) / (DATES - 1))] for place in range(DATES)]


def _draw_hatch(numbered: str) -> str:
    line = f'<line class="rule" x1="0" y1="0" x2="0" y2="7" stroke="{INK}" stroke-width="1.4"/>'
    return (
        f'<defs><pattern id="{numbered}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect class="ground" width="7" height="7" fill="#ffffff"/>{line}</pattern></defs>'
    )


def _say_entry(ledger: Ledger, upper: float, entry: float) -> str:
    """The entry's words: in the trunk where it is wide enough, else above it."""
    figure = ledger.entry
    assert figure is not None
    middle = upper + entry / 2 if entry >= WORDS else upper - 34
    left, room = MARGIN + (8 if entry >= WORDS else 0), TRUNK - MARGIN - 12
    return (
        write_text(left, middle - 8, figure.fate, 13, weight=700, room=room)
        + write_text(left, middle + 12, write_count(figure.best), 18, weight=700, room=room)
        + write_text(left, middle + 29, write_range(figure.low, figure.high), 11, room=room)
    )


def _say_lane(lane: Lane) -> str:
    """A lane's words beside its end: the fate and how many, and the range beneath."""
    figure = lane.figures[-1]
    middle = lane.top + max(lane.widths[-1], THIN) / 2
    best, weight = write_count(figure.best), 700 if lane.fate == REST else 400
    y = max(middle, lane.top + 9)
    wide = measure_words(best, 15, True)
    room = WIDTH - MARGIN - SAYS - wide - 8
    return (
        write_text(SAYS, y + 1, best, 15, weight=700)
        + write_text(SAYS + wide + 8, y + 1, lane.fate, 14, weight=weight, room=room)
        + write_text(SAYS, y + 15, write_range(figure.low, figure.high), 11, room=WIDTH - MARGIN - SAYS)
    )
