"""The dateline of a report ("ZURICH, 18 MAR (AGENCY) --", "KADUNA, Nigeria -") and the day at which a bulletin says its figures stand.

In: a document. Out: place, day and agency as its first lines give them; each None where they do not. The year of a day without
one is the year of publication.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from unaccounted.base.dates import DateRange, read_iso
from unaccounted.base.errors import UsageError
from unaccounted.base.records import Document
from unaccounted.extract.calendars import Anchor
from unaccounted.extract.lexicons import load_lexicon
from unaccounted.extract.sentences import read_sentence
from unaccounted.extract.source_roles import role_of_source
from unaccounted.extract.speaker_names import Speaker
from unaccounted.extract.turns import Turns, read_turns

_HEAD = 1500
_NAME = r"[^\W\d_][\w'’.-]*"
_DATELINE = re.compile(
    rf"[ \t]*(?P<place>[^\W\d_a-z][\w'’.-]*(?:[ ]{_NAME}){{0,5}})"
    rf"(?:,[ ](?P<more>{_NAME}(?:[ ]{_NAME}){{0,3}}))?"
    r"(?:,?[ ](?P<day>(?:\d{1,2}[ ][A-Za-z]{3,9}|[A-Z][a-z]{2,8}\.?[ ]\d{1,2})(?:,?[ ]\d{2,4})?))?"
    r"[ ]?(?:\((?P<agency>[^()\n]{2,60})\)|\[(?P<also>[^\[\]\n]{2,60})\])?"
    r"[ ]?(?:--|—|–|-)[ ]"
)
"""A dateline at the head of a line."""
_DASH = re.compile("[-–—] ")
"""What ends a dateline: only lines with one are looked at."""
_AS_OF = re.compile(
    r"\b(?:as of|as at|situation at|situation as of|position at|status at|status as of|dtg|update as of"
    r"|reporting period|period covered|week of|week ending|week)\b",
    re.IGNORECASE,
)
_AS_OF_SIGNS = ("as of", "as at", "tion at", "status at", "dtg", "reporting period", "period covered", "week")
"""Letters of which some stand in every match of the pattern: they are found much faster."""
_SOURCE = re.compile(r"^[ \t(*_\[-]{0,4}Sources?(?: of figures| of data)?: {0,2}([^\n]{3,80})$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the first lines of a document tell.

    Args:
        start, end: the dateline's place in the text; 0, 0 where there is none.
        place: the place that it names, as printed; more: the region or country after it.
        day: its day.
        as_of: the day at which a bulletin says that its figures stand, as (its interval, start, end in the text).
        source: who a line "Source: ..." says stands behind its lists and tables.
        turns: whose turn it is to speak, in a transcript.
    """

    start: int = 0
    end: int = 0
    place: str | None = None
    more: str | None = None
    day: date | None = None
    as_of: tuple[DateRange, int, int] | None = None
    source: Speaker | None = None
    turns: Turns = field(default_factory=Turns)


def read_head(document: Document) -> Head:
    """The dateline and the "as of" line of a document."""
    text = document.text[:_HEAD]
    published = published_day(document.published)
    anchor = Anchor(published, _published(document.published), True)
    return Head(*_dateline(text, anchor), _as_of(text, anchor), _source(document.text), read_turns(document.text))


def _source(text: str) -> Speaker | None:
    found = _SOURCE.search(text) if "source" in text.lower() else None
    if found is None:
        return None
    name = " ".join(found[1].split()).rstrip(" .;)")
    return Speaker(name, role_of_source(name, load_lexicon("en"), text), "say")


def published_day(published: str | None) -> date | None:
    """The day of publication; None where only its month or year is known."""
    when = _published(published)
    return when.start if when is not None and when.days == 1 else None


def _published(published: str | None) -> DateRange | None:
    try:
        return read_iso(published) if published else None
    except UsageError:
        return None


def _dateline(text: str, anchor: Anchor) -> tuple[int, int, str | None, str | None, date | None]:
    lines = sorted({text.rfind("\n", 0, dash.start()) + 1 for dash in _DASH.finditer(text)})
    found = next((match for at in lines if (match := _DATELINE.match(text, at)) is not None), None)
    if found is None:
        return 0, 0, None, None, None
    place, more = found["place"], found["more"]
    telling = found["agency"] or found["also"] or found["day"] or (more and text[found.end() - 2] in "-–—")
    if not telling or not (place.isupper() or found["agency"] or found["day"]):
        return 0, 0, None, None, None
    day = None
    if found["day"]:
        when = _first_date(text, found.start("day"), found.end("day"), anchor)
        day = when.start if when is not None and when.days == 1 else None
    return found.start(), found.end(), place, more, day


def _first_date(text: str, start: int, end: int, anchor: Anchor) -> DateRange | None:
    from unaccounted.extract.dates import find_dates

    mentions = find_dates(read_sentence(text, start, end, 0), load_lexicon("en"), anchor)
    return mentions[0].when if mentions else None


def _as_of(text: str, anchor: Anchor) -> tuple[DateRange, int, int] | None:
    """The first "as of" in a line of its own or a heading; one in running prose is that sentence's alone."""
    lowered = text.lower()
    if not any(sign in lowered for sign in _AS_OF_SIGNS):
        return None
    for found in _AS_OF.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        line_end = text.find("\n", found.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        if len(line) > 90 or line.rstrip(" )]").endswith((".", ";")) or len(line) - len(line.lstrip()) > 20:
            continue
        stop = line_start + len(line)
        when = _first_date(text, found.end(), stop, anchor)
        if when is not None and when.days <= 31:
            return when, found.start(), stop
    return None
