"""The account in a terminal: one table a cohort, readable in 80 columns and without colour.

In comes evidence, out come rich renderables. Cohorts beyond the first few are one line each unless asked for. Words from
documents are shown as text, never as markup, and never with characters that a terminal would obey.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from unaccounted.base.records import Figure, Inference
from unaccounted.show.bars import draw_characters
from unaccounted.show.certainty import LEGEND, REST, judge_certainty
from unaccounted.show.evidence import Evidence
from unaccounted.show.ledger import Ledger, Line, Place, lay_out
from unaccounted.show.pulls import LISTED, Pull, Pulls, gather_pulls
from unaccounted.show.testimony import Testimony, gather_left_out, gather_testimony, say_note
from unaccounted.show.twins import count_files
from unaccounted.show.wording import clean_name, clean_text, write_count, write_date, write_figure, write_origins, write_range

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions

COHORTS = 6
"""How many cohorts are shown in full unless asked for more."""
_LISTED = 5
_NARROWEST, _WIDEST = 8, 40
_HEADS = ("fate", "best", "range", "", "origins", "certainty")


def _row(line: Line) -> tuple[str, ...]:
    figure = line.figure
    lead = {Place.PART: "  ", Place.BESIDE: "beside: "}.get(line.place, "")
    fate = f"{lead}{line.words}"
    # The rest is no one's statement: that all other lines have origins is not word that somebody says it.
    origins = str(figure.origins) if figure.origins and line.place is not Place.REST else "–"
    if figure.best is None:
        return fate, "–", "not reckoned", "", origins, str(judge_certainty(figure))
    return fate, write_count(figure.best), write_range(figure.low, figure.high), "", origins, str(judge_certainty(figure))


@dataclass(frozen=True, slots=True)
class AccountShown:
    """What `show_account` gives: print it with a rich console of any width."""

    evidence: Evidence
    cohorts: int | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Any]:
        from rich.text import Text

        ledgers = lay_out(self.evidence.account)
        named = list(dict.fromkeys(ledger.cohort for ledger in ledgers if ledger.lines))
        full = set(named if self.cohorts is None else named[: self.cohorts])
        yield Text(clean_name(self.evidence.title), style="bold")
        if not named:
            yield Text("No figures: nothing that was read says how many met a fate. That is an answer, not an error.")
        for ledger in ledgers:
            if ledger.cohort in full:
                yield Text("")
                yield from show_ledger(self.evidence, ledger, options.max_width, options.ascii_only)
        rest = [ledger for ledger in ledgers if ledger.cohort not in full]
        if rest:
            yield Text(f"\nOther cohorts ({len(rest)})", style="bold")
            yield from (Text(f"  {summarise(ledger)}") for ledger in rest)
        yield Text("")
        everywhere = [note for note in self.evidence.account.diagnostics if not note.cohort and note.number is None]
        yield from _list("Notes on the whole", [say_note(self.evidence, note) for note in everywhere])
        if everywhere:
            yield Text("")
        if named:
            yield from (Text(f"{word}: {rule}.", style="dim") for word, rule in LEGEND)
            yield Text("Best and range: one coherent draw and 90%; a part is never added. Beside: shown, never added.", style="dim")
        if self.evidence.files:
            yield Text(say_coverage(self.evidence), style="dim")


def show_account(evidence: Evidence, cohorts: int | None = COHORTS) -> AccountShown:
    """The account for a terminal.

    Args:
        evidence: the account and all it rests on.
        cohorts: how many cohorts to show in full; the others are one line each. None shows all.

    Returns:
        A rich renderable.
    """
    return AccountShown(evidence, cohorts)


def summarise(ledger: Ledger) -> str:
    """A ledger in one line."""
    if not ledger.lines:
        said = len(ledger.inferences) + len(ledger.contradictions) + len(ledger.diagnostics)
        return f"{clean_name(ledger.cohort)}: no figure; {said} note{'s' if said != 1 else ''}"
    shown = [each for each in (ledger.entry, ledger.rest) if each] or [ledger.lines[0].figure]
    if len(shown) == 1 and len(ledger.lines) > 1:
        shown += [line.figure for line in ledger.lines if line.figure is not shown[0]][:1]
    said_all = "; ".join(f"{figure.fate} {write_figure(figure)}" for figure in shown)
    more = len(ledger.lines) - len(shown)
    return f"{clean_name(ledger.cohort)}, as of {write_date(ledger.as_of)}: {said_all}" + (f"; {more} more" if more > 0 else "")


def say_coverage(evidence: Evidence) -> str:
    """How every file ended, as a sum."""
    totals = count_files(evidence)
    parts = [f"{number} {status}" for status, number in totals.items() if status != "found"]
    return f"{totals['found']} file{'s' if totals['found'] != 1 else ''} found = {' + '.join(parts)}."


def show_ledger(evidence: Evidence, ledger: Ledger, width: int, ascii_only: bool = False) -> Iterator[Any]:
    """One cohort: its table, then why lines were refused, what contradicts, what was only inferred, and notes."""
    from rich.text import Text

    yield Text(clean_name(ledger.cohort), style="bold")
    yield Text(f"as of {write_date(ledger.as_of)}")
    yield from _tabulate(ledger, width, ascii_only) if ledger.lines else [Text("No line could be reckoned.")]
    refused = [line for line in ledger.lines if line.figure.best is None]
    yield from _list("Not reckoned", _gather_notes(refused))
    noted = [line for line in ledger.lines if line.figure.best is not None and line.figure.note]
    yield from _list("How to read it", _gather_notes(noted))
    yield from _list(
        "Contradictions",
        [f"{each.fate}, {each.type}: {clean_name(each.words)}{say_effect(each.effect)}" for each in ledger.contradictions],
    )
    yield from _list("Only inferred, not evidence", [say_inference(evidence, each) for each in ledger.inferences])
    yield from _list("Notes", [say_note(evidence, note) for note in ledger.diagnostics if note.number is None])


def _tabulate(ledger: Ledger, width: int, ascii_only: bool) -> Iterator[Any]:
    """The lines as a table, or as a list where the window is too narrow: a number that is cut off is a wrong number."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    rows = [_row(line) for line in ledger.lines]
    widths = [max(len(row[column]) for row in (_HEADS, *rows)) for column in range(len(_HEADS))]
    # One column stands between two cells in any case, and one more where there is room for it.
    room = width - sum(widths) - 2 * (len(_HEADS) - 1)
    gap = 1 if room >= _NARROWEST else 0
    room = room if gap else room + len(_HEADS) - 1
    if room < 0:
        yield from (Text(f"{row[0]}: {write_figure(line.figure)}; {row[5]}") for line, row in zip(ledger.lines, rows, strict=True))
        return
    table = Table(box=box.ASCII if ascii_only else box.HORIZONTALS, pad_edge=False, padding=(0, gap, 0, 0), show_edge=False)
    for head in _HEADS:
        table.add_column(head, justify="right" if head in ("best", "origins") else "left", no_wrap=True)
    before: Place | None = None
    for line, row in zip(ledger.lines, rows, strict=True):
        if before is not None and before is not line.place and {Place.REST, Place.BESIDE} & {before, line.place}:
            table.add_section()
        style = "bold" if line.place in (Place.ENTRY, Place.REST) else "dim" if line.place is Place.BESIDE else ""
        bar = draw_characters(line.figure, ledger.top, min(room, _WIDEST), ascii_only)
        table.add_row(*(Text(cell) for cell in (*row[:3], bar, *row[4:])), style=style)
        before = line.place
    yield table


def say_effect(effect: float | None) -> str:
    """What hangs on a contradiction."""
    return f" ({write_count(effect)} people hang on it)" if effect else ""


def say_inference(evidence: Evidence, inference: Inference) -> str:
    """What was inferred, and by whom."""
    flat = evidence.flat_claim(inference.claim)
    by = f" ({clean_name(flat.source)})" if flat and flat.source and flat.source not in inference.words else ""
    return f"{inference.fate}: {clean_name(inference.words)}{by}{'; used as evidence, as asked' if inference.used else ''}"


def _gather_notes(lines: Sequence[Line]) -> list[str]:
    """What is to be known of lines, each thing said once for all of which it is true."""
    said: dict[str, list[str]] = {}
    for line in lines:
        said.setdefault(line.figure.note or "too little is said", []).append(line.figure.fate)
    return [f"{', '.join(fates)}: {clean_name(note)}" for note, fates in said.items()]


def _list(head: str, lines: list[str]) -> Iterator[Any]:
    from rich.padding import Padding
    from rich.text import Text

    if lines:
        yield Text(head, style="italic")
        yield from (Padding(Text(f"- {line}"), (0, 0, 0, 2)) for line in lines[:_LISTED])
    if len(lines) > _LISTED:
        yield Padding(Text(f"and {len(lines) - _LISTED} more, on the page"), (0, 0, 0, 2))


def show_figure(evidence: Evidence, figure: Figure) -> Any:
    """Who says what of one figure, with the sentences, and what hangs on each: a rich renderable."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    shown: list[Any] = [
        Text(f"{clean_name(figure.cohort)}: {figure.fate}, as of {write_date(figure.as_of)}", style="bold"),
        Text(f"{write_figure(figure)}; {judge_certainty(figure)}; {say_origins(figure)}"),
    ]
    if figure.note:
        shown.append(Text(clean_name(figure.note)))
    for each in (*gather_testimony(evidence, figure), *gather_left_out(evidence, figure)):
        shown += [Text(""), Text(say_testimony(each))]
        if each.sentence:
            sentence = Text(clean_text(each.sentence.before))
            sentence.append(f"»{clean_text(each.sentence.quote)}«", style="bold")
            sentence.append(clean_text(each.sentence.after))
            shown.append(Padding(sentence, (0, 0, 0, 2)))
        aside = each.name or clean_name(each.url or "")
        where = each.title if aside in ("", each.title) else f"{each.title} ({aside})"
        shown.append(Padding(Text(where, style="dim"), (0, 0, 0, 2)))
    return Group(*shown, *show_pulls(gather_pulls(evidence, figure)))


def show_pulls(pulls: Pulls) -> Iterator[Any]:
    """Who pulls a figure where, the strongest first, and what it would be under other assumptions."""
    from rich.padding import Padding
    from rich.text import Text

    heads = (("Who pulls it where", pulls.statements), ("Without all that one source says", pulls.sources), ("Or", pulls.assumptions))
    for head, several in heads:
        if several:
            yield Text(f"\n{head}", style="italic")
            yield from (Padding(Text(say_pull(each)), (0, 0, 0, 2)) for each in several[:LISTED])
        if len(several) > LISTED:
            yield Padding(Text(f"and {len(several) - LISTED} more that pull less; --json lists all"), (0, 0, 0, 2))


def say_pull(pull: Pull) -> str:
    """One line: who, where it pulls, what the figure would be, and its share of the information."""
    if not pull.says:
        return f"{pull.who}: {pull.then}; {pull.moves}"
    share = f"; {pull.share} of what is known" if pull.share and pull.own else ""
    return f"{pull.who}, {pull.says}: {pull.moves}" + (f"; without it {pull.then}" if pull.best is not None else "") + share


def say_origins(figure: Figure) -> str:
    """On how many independent origins a figure rests; for the rest, that nobody need have said it."""
    if figure.fate == REST:
        return "what is left once every line that adds up is taken away"
    return write_origins(figure.origins)


def say_testimony(testimony: Testimony) -> str:
    """One claim in a line: who, how many, how, when, whether first; why left out."""
    dates = [f"of {testimony.as_of}" if testimony.as_of else "", f"published {testimony.published}" if testimony.published else ""]
    said = [f"{testimony.source}: {testimony.number}", testimony.factuality, *dates, testimony.standing, testimony.grade]
    left_out = f" LEFT OUT: {testimony.left_out}" if testimony.left_out else ""
    return "; ".join(filter(None, said)) + left_out
