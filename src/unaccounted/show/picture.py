"""An account as one picture: each line a light band from low to high with its best figure first, as a standalone SVG.

The picture goes into a page, a report or a README; it carries its own white ground, attributes only (no style, no script) and
a text alternative that says every number. It reckons nothing and shows every line of the ledger, refused ones in words.
"""

from __future__ import annotations

from collections.abc import Callable
from textwrap import wrap

from unaccounted.base.errors import UsageError
from unaccounted.base.records import Figure
from unaccounted.show.bars import FAINT, INK, draw_marks, escape_xml, place_on, round_up
from unaccounted.show.evidence import Evidence
from unaccounted.show.ledger import Ledger, Line, Place, lay_out
from unaccounted.show.wording import clean_name, write_count, write_date, write_figure, write_range

_WIDTH, _MARGIN, _ROW = 760, 20, 30
_FATE_END, _BEST_END, _BAR_LEFT, _BAR_END, _RANGE_LEFT = 178, 262, 280, 606, 618
_FONT = "font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif\""
_TITLE_WIDTH, _RANGE_SHORTEST = 62, 15


def _text(x: float, y: float, words: str, size: int = 15, anchor: str = "start", weight: int = 400, fill: str = INK, fit: int = 0) -> str:
    # Fonts differ between machines: where a word could run out of its column, its length is given and the letters close up.
    held = f' textLength="{fit}" lengthAdjust="spacingAndGlyphs"' if fit else ""
    kind = "quiet" if fill == FAINT else "ink"
    return (
        f'<text class="{kind}" x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{fill}"{held}>'
        f"{escape_xml(words)}</text>"
    )


def _fit(words: str, size: int, room: int) -> int:
    """The length to hold words to, where they would be wider than their column at a generous width of letters; else 0."""
    return room if len(words) * size * 0.62 > room else 0


def _draw_row(line: Line, top: float, middle: float) -> str:
    figure = line.figure
    rest, part = line.place is Place.REST, line.place is Place.PART
    weight = 700 if rest or line.place is Place.ENTRY else 400
    size = 13 if part else 15
    left, words = _MARGIN + (16 if part else 0), line.words
    drawn = [_text(left, middle + 5, words, size, weight=weight, fit=_fit(words, size, _FATE_END - left))]
    if figure.best is None:
        reason = clean_name(figure.note or "too little is said")
        short = reason if len(reason) <= 44 else reason[:43].rsplit(" ", 1)[0] + " …"
        drawn.append(_text(_BAR_LEFT, middle + 5, f"not reckoned: {short}", 13))
        return "".join(drawn)
    best, spread = write_count(figure.best), write_range(figure.low, figure.high)
    room = _WIDTH - _MARGIN - _RANGE_LEFT
    drawn.append(_text(_BEST_END, middle + 5, best, 15, "end", 700, fit=_fit(best, 15, _BEST_END - _FATE_END - 4)))
    drawn.append(draw_marks(figure, top, middle, 16, _BAR_LEFT, _BAR_END - _BAR_LEFT, ""))
    drawn.append(_text(_RANGE_LEFT, middle + 5, spread, 13, fit=_fit(spread, 13, room) if len(spread) > _RANGE_SHORTEST else 0))
    return "".join(drawn)


def _draw_axis(top: float, upper: float, lower: float) -> str:
    drawn = []
    for number in (0.0, top / 2, top):
        x = _BAR_LEFT + place_on(top, number, _BAR_END - _BAR_LEFT)
        drawn.append(f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{upper}" y2="{lower}" stroke="{FAINT}" stroke-width="0.5"/>')
        drawn.append(_text(round(x, 1), lower + 16, write_count(number), 12, "middle"))
    return "".join(drawn)


def describe_ledger(ledger: Ledger) -> str:
    """All lines of a ledger in one sentence each: the text alternative of its picture."""
    said = [f"{line.words}: {write_figure(line.figure)}" for line in ledger.lines]
    return clean_name(f"{ledger.cohort}, as of {write_date(ledger.as_of)}. Best figures with 90% ranges. {'; '.join(said)}.")


def draw_ledger(ledger: Ledger, address: Callable[[Figure], str] | None = None, numbered: str = "picture") -> str:
    """The picture of one ledger; `address` makes every row a link to its evidence, `numbered` keeps ids apart on a page."""
    top = round_up(ledger.top)
    label = clean_name(ledger.cohort)
    label = label[:1].upper() + label[1:]
    titled = wrap(label, _TITLE_WIDTH, break_long_words=True)[:3] or ["?"]
    if len(label) > sum(map(len, titled)) + len(titled):
        titled[-1] = titled[-1][: _TITLE_WIDTH - 2] + " …"
    head = [
        _text(_MARGIN, 34 + 24 * row, words, 19, weight=700, fit=_fit(words, 19, _WIDTH - 2 * _MARGIN)) for row, words in enumerate(titled)
    ]
    y = 34 + 24 * (len(titled) - 1) + 22
    head.append(_text(_MARGIN, y, f"As of {write_date(ledger.as_of)}. Dot: best figure. Band: 90% range. Dashed: nobody says.", 13))
    upper, y = y + 12, y + 32
    rows: list[str] = []
    before: Place | None = None
    for line in ledger.lines:
        if before is not None and line.place in (Place.REST, Place.BESIDE) and before is not line.place:
            rows.append(
                f'<line class="rule" x1="{_MARGIN}" x2="{_WIDTH - _MARGIN}" y1="{y - 13}" y2="{y - 13}" stroke="{INK}" stroke-width="1"/>'
            )
            y += 4
            if line.place is Place.BESIDE:
                rows.append(_text(_MARGIN, y + 5, "beside, not added:", 13))
                y += _ROW - 6
        row = _draw_row(line, top, y)
        where = escape_xml(address(line.figure)) if address else ""
        rows.append(f'<a href="{where}">{row}</a>' if where else row)
        y, before = y + _ROW, line.place
    lower = y - 12
    height = lower + 28
    words = escape_xml(describe_ledger(ledger))
    return (
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="{numbered}-title {numbered}-desc" {_FONT}>'
        f'<title id="{numbered}-title">{escape_xml("What became of them: " + clean_name(ledger.cohort))}</title>'
        f'<desc id="{numbered}-desc">{words}</desc>'
        f'<rect class="ground" x="0" y="0" width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
        f"{''.join(head)}{_draw_axis(top, upper, lower)}{''.join(rows)}</svg>"
    )


def draw_account(evidence: Evidence, cohort: str, as_of: str) -> str:
    """The account of one cohort at one date as a standalone SVG file.

    Args:
        evidence: whose account holds the cohort.
        cohort: its label.
        as_of: an ISO date, as in the figures.

    Raises:
        UsageError: the account has no such cohort at this date.
    """
    for ledger in lay_out(evidence.account):
        if ledger.cohort == cohort and ledger.as_of == as_of:
            return draw_ledger(ledger)
    known = sorted({f"{figure.cohort} at {figure.as_of}" for figure in evidence.account.figures})
    raise UsageError("the account has no such cohort at this date", f"{cohort} at {as_of}", f"It has: {'; '.join(known[:5]) or 'none'}")
