"""Tables in running text: a row of numbers under heads that name fates ("District | Dead | Missing").

In: a document. Out: count claims whose quote is the row. A table is lines that follow each other and are cut by bars or
tabs; its head is its first line. A line of two cells whose first names a fate ("Killed | 12") is a table of one row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from unaccounted.base.records import Claim, Cohort, Document, Where
from unaccounted.base.vocabulary import FATES
from unaccounted.extract.lexicons import FateWord, Lexicon
from unaccounted.extract.passage import Passage
from unaccounted.extract.quantities import Quantity, find_quantities
from unaccounted.extract.sentences import read_sentence
from unaccounted.extract.timeline import Timeline
from unaccounted.extract.words import find_words, plain

_BAR = re.compile(r"\||\t+")
_LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[\s|:+=-]+")
_TOTALS = frozenset(["total", "totals", "all", "sum", "overall", "grand"])


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its place in the text and its cells, without white space around them."""

    start: int
    end: int
    cells: tuple[str, ...]


def find_tables(text: str) -> list[list[Row]]:
    """The tables of a text: runs of two lines or more with the same number of cells, rules between them left out."""
    tables: list[list[Row]] = []
    run: list[Row] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match.group()
        if "|" not in line and "\t" not in line:
            continue
        if text.count("\n", last, match.start()) > 1 and last >= 0 and run:
            tables.append(run)
            run = []
        last = match.end()
        if _RULE.fullmatch(line):
            continue
        cells = tuple(cell.strip() for cell in _BAR.split(line.strip().strip("|")))
        start = match.start() + len(line) - len(line.lstrip(" |\t"))
        row = Row(start, match.start() + len(line.rstrip(" |\t")), cells)
        if run and len(run[-1].cells) != len(cells):
            tables.append(run)
            run = []
        run.append(row)
    return [table for table in [*tables, run] if len(table) > 1 and len(table[0].cells) > 1]


def _fate_of(cell: str, lexicon: Lexicon) -> FateWord | None:
    words = [plain(form) for form in find_words(cell)[0]]
    found = [word for _, _, word in lexicon.fates.find(words) if word.fate in FATES and word.fate != "destroyed"]
    return found[0] if len(found) == 1 and len(words) <= 6 else None


def read_tables(document: Document, lexicon: Lexicon) -> list[Claim]:
    """The counts in a document's tables, in order of their rows."""
    if "|" not in document.text and "\t" not in document.text:
        return []
    claims: list[Claim] = []
    timeline = Timeline(document)
    for table in find_tables(document.text):
        heads = [_fate_of(cell, lexicon) for cell in table[0].cells]
        if any(heads) and not any(cell[:1].isdigit() for cell in table[0].cells):
            for row in table[1:]:
                claims.extend(_read_row(document, row, heads, lexicon, timeline))
        elif len(table[0].cells) == 2:
            for row in table:
                claims.extend(_read_row(document, row, [None, _fate_of(row.cells[0], lexicon)], lexicon, timeline))
    return claims


def _read_row(document: Document, row: Row, heads: list[FateWord | None], lexicon: Lexicon, timeline: Timeline) -> list[Claim]:
    sentence = read_sentence(document.text, row.start, row.end, 0)
    if not sentence.words:
        return []
    passage = Passage(document, sentence, lexicon, timeline, dict)
    passage.quantities, passage.dates = [], []  # its cells are read here, one by one
    label = row.cells[0]
    words = [plain(form) for form in find_words(label)[0]]
    people = any(lexicon.people.match(words, at) for at in range(len(words)))
    origin = next((place.name for _, _, place in lexicon.demonyms.find(words) if " ".join(words) != place.name.lower()), None)
    people = people or origin is not None
    named = bool(words) and not people and not _TOTALS.intersection(words) and label[:1].isupper()
    own = heads[0] is None and _fate_of(label, lexicon) is not None
    claims = []
    for head, cell in zip(heads[1:], row.cells[1:], strict=True):
        quantity = _number_of(cell, lexicon)
        if head is None or quantity is None:
            continue
        count = quantity.count
        claims.append(
            passage.claim(
                "count",
                0,
                len(sentence.words),
                cohort=Cohort(label, origin=origin) if people and not own else Cohort("people"),
                fate=head.fate,
                covers=("killed", "died") if head.fate == "died" else (),
                measure="stock" if FATES[head.fate].role.value == "still there" else "cumulative",
                low=count.low,
                best=count.best,
                high=count.high,
                bound=count.bound,
                unit=count.unit,
                words=count.words if count.bound == "vague" else None,
                where=Where(label) if named and not own else None,
                when=passage.when(0),
                source=passage.source(None),
                factuality="asserted",
            )
        )
    return claims


def _number_of(cell: str, lexicon: Lexicon) -> Quantity | None:
    """The one number of a cell, or None where it has none, several, or other words."""
    if not cell or len(cell) > 40:
        return None
    sentence = read_sentence(cell, 0, len(cell), 0)
    found = find_quantities(sentence, lexicon)
    return found[0] if len(found) == 1 and (found[0].first, found[0].last) == (0, len(sentence.words)) else None
